//! `docs/reference/tables.md`: every column of the tables of a run.

use super::{entries, head, plain};
use crate::built::Program;
use crate::outcome::Outcome;

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
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
