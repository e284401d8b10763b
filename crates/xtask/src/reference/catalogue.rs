//! `docs/reference/catalogue.md`: the regimes, societies and studies that come with the program.

use super::{entries, head, section};
use crate::built::Program;
use crate::outcome::Outcome;

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
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
