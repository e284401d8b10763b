//! Pages that are lists as the program writes them: `docs/reference/catalogue.md` with the regimes, societies
//! and studies that come with the program, `docs/reference/measures.md` with every measure,
//! `docs/reference/tables.md` with every column of the tables of a run, and `docs/reference/yardsticks.md`
//! with every grade of the legal yardsticks.

use super::{entries, head, plain, section};
use crate::built::Program;
use crate::outcome::Outcome;
use serde_json::Value;

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
    let mut page = head("Tables", TABLES, "`demerit list columns --json`");
    let mut table = String::new();
    let mut words = String::new();
    for (name, fields) in entries(&list, "demerit list columns --json")? {
        let [of, kind, unit, says, missing] = ["table", "type", "unit", "says", "missing"]
            .map(|key| fields.get(key).map_or_else(String::new, plain));
        if of != table {
            page.push_str(&std::mem::take(&mut words));
            page.push_str(&format!(
                "\n## `{of}`\n\n| column | type | unit | what | missing where |\n|---|---|---|---|---|\n"
            ));
            table = of;
        }
        page.push_str(&format!("| `{name}` | {kind} | {unit} | {says} | {missing} |\n"));
        words.push_str(&vocabulary(name, fields));
    }
    page.push_str(&words);
    Ok(page)
}

/// What holds of all tables.
const TABLES: &str = "What the Parquet files of a run folder hold. Persons are numbers of a made-up society.

Whole numbers have 64 bits and a sign, so that one world may be taken off another; texts are dictionary columns. What \
is missing is null, and the last column says what that means; no other value stands for it. `week` and `year` are the \
same in all tables: tick 0 is week 1 of the start year, a year has 52 weeks. `person` and `life` together name somebody.

Each column has its `unit`, `description` and `missing` in the metadata of its field. The footer says `demerit.version`, \
`demerit.commit` (where the program was built with `DEMERIT_COMMIT`), `demerit.study`, `demerit.study_digest`, \
`demerit.manifest_digest` (of what `manifest.json` says of the run: of all but digests, command, language, threads, bytes \
a person and time) and `demerit.seeds`; in `demerit.order` stand, as JSON, the words of each column that has an order, such as tiers from the \
lowest to the highest.

`demerit merge` puts the measures of a sweep into one table with `run_unit` in front, the number of the run in \
`units.csv`; its footer has `demerit.plan_digest` in place of the other digests.

With `--csv`, `run`, `merge` and `report` write the same tables for spreadsheets: commas between, a missing value is an \
empty cell, numbers stay numbers. A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe \
in front, so that no spreadsheet takes it for a formula, and letters that would steer a terminal or turn the direction of \
writing are written out (`\\u{202e}`). Every other table for spreadsheets that the program writes (`intervals.csv`, `sensitivity.csv`, \
`units.csv` and their like) has its cells written in the same way; the Parquet tables hold the text as it was.";

/// The words that a column may hold, and what they mean.
fn vocabulary(name: &str, fields: &serde_json::Map<String, Value>) -> String {
    let words = fields.get("words").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let told = |word: &Value| (plain(&word["word"]), plain(&word["says"]));
    let words: Vec<(String, String)> = words.iter().map(told).collect();
    if words.is_empty() {
        return String::new();
    }
    if words.iter().all(|(_, says)| says.is_empty()) {
        let words: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        return format!("\nWords of `{name}`, in their order: {}.\n", words.join(", "));
    }
    let rows: String = words.iter().map(|(word, says)| format!("| `{word}` | {says} |\n")).collect();
    format!("\nWords of `{name}`, in their order:\n\n| word | what |\n|---|---|\n{rows}")
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
