//! `docs/reference/measures.md`: every measure with all that the program says of it.

use super::{entries, head, section};
use crate::built::Program;
use crate::outcome::Outcome;

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
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
