//! Pages that are lists as the program writes them: `docs/reference/catalogue.md` with the regimes, societies
//! and studies that come with the program, `docs/reference/measures.md` with every measure,
//! `docs/reference/tables.md` with every column of the tables of a run, and `docs/reference/yardsticks.md`
//! with every grade of the legal yardsticks.

use super::{entries, head, plain, section};
use crate::built::Program;
use crate::outcome::Outcome;

/// The page of the catalogue.
pub(crate) fn catalogue(program: &Program) -> Outcome<String> {
    let mut page = head(
        "The catalogue",
        "The regimes, societies and studies inside the program. `demerit show regime NAME` prints a file as it stands.",
        "`demerit list`",
    );
    for (kind, title) in [("regimes", "Regimes"), ("societies", "Societies"), ("studies", "Studies")] {
        let list = program.says_json(&["list", kind, "--json"])?;
        page.push_str(&format!("\n## {title}\n"));
        for (name, fields) in entries(&list, &format!("demerit list {kind} --json"))? {
            page.push_str(&section(name, fields, 3));
        }
    }
    Ok(page)
}

/// The page of the measures.
pub(crate) fn measures(program: &Program) -> Outcome<String> {
    let list = program.says_json(&["list", "measures", "--json"])?;
    let mut page = head(
        "Measures",
        "What a run measures. A measure reads the world and never changes it.",
        "`demerit list measures --json`",
    );
    for (name, fields) in entries(&list, "demerit list measures --json")? {
        page.push_str(&section(name, fields, 2));
    }
    Ok(page)
}

/// The page of the tables.
pub(crate) fn tables(program: &Program) -> Outcome<String> {
    let list = program.says_json(&["list", "columns", "--json"])?;
    let mut page = head(
        "Tables",
        "What the Parquet files of a run folder hold. Persons are numbers of a made-up society.",
        "`demerit list columns --json`",
    );
    let mut table = String::new();
    for (name, fields) in entries(&list, "demerit list columns --json")? {
        let [of, kind, unit, says] =
            ["table", "type", "unit", "says"].map(|key| fields.get(key).map_or_else(String::new, plain));
        if of != table {
            page.push_str(&format!("\n## `{of}`\n\n| column | type | unit | what |\n|---|---|---|---|\n"));
            table = of;
        }
        page.push_str(&format!("| `{name}` | {kind} | {unit} | {says} |\n"));
    }
    Ok(page)
}

/// The page of the legal yardsticks.
pub(crate) fn yardsticks(program: &Program) -> Outcome<String> {
    let list = program.says_json(&["list", "yardsticks", "--json"])?;
    let mut page = head(
        "Legal yardsticks",
        "The grades that `refusal-distance`, `sanction-severity` and `severity-beyond-gravity` use, each with its reason, so that whoever \
         disagrees can say with what. All are assumptions. A domain has the distance 0 to itself; a pair that is not here has 1.",
        "`demerit list yardsticks --json`",
    );
    let mut yardstick = String::new();
    for (name, fields) in entries(&list, "demerit list yardsticks --json")? {
        let [of, value, reason] =
            ["yardstick", "value", "reason"].map(|key| fields.get(key).map_or_else(String::new, plain));
        if of != yardstick {
            page.push_str(&format!("\n## `{of}`\n\n| what | grade | reason |\n|---|---|---|\n"));
            yardstick = of;
        }
        page.push_str(&format!("| {name} | {value} | {reason} |\n"));
    }
    Ok(page)
}
