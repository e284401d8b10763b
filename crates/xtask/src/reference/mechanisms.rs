//! `docs/mechanisms.md`: every mechanism with its row, its switch, its file and its measures, and every
//! safeguard.

use super::{entries, head, plain};
use crate::built::Program;
use crate::outcome::Outcome;
use serde_json::{Map, Value};

/// Where the list comes from.
const FROM: &str = "demerit list mechanisms --json";

/// What the page opens with.
const OPENING: &str = "Every mechanism of the model, each with the row that it stands for (M: something that the source says; N: something \
that is needed to judge it), the status of the claim, the file with its model, symbols and sources, and the measures that show it. A study \
switches one off with its name: `[mechanisms]` with `spillover = false`, for all worlds or in a world alone.";

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
    let list = program.says_json(&["list", "mechanisms", "--json"])?;
    page(&list)
}

fn page(list: &Value) -> Outcome<String> {
    let mut page = head("Mechanisms", OPENING, &format!("`{FROM}`"));
    page.push_str("\n| row | switch | what it is | claim | when it is off | file | measures |\n");
    page.push_str("|---|---|---|---|---|---|---|\n");
    for (name, fields) in entries(list, FROM)? {
        let measures = fields.get("measures").and_then(Value::as_array);
        let measures: Vec<String> =
            measures.into_iter().flatten().map(|one| format!("`{}`", plain(one))).collect();
        let [number, says, claim, off, file] =
            ["number", "says", "claim", "off", "file"].map(|key| of(fields, key));
        let (claim, measures) = (if claim.is_empty() { "ours" } else { &claim }, measures.join(", "));
        page.push_str(&format!(
            "| {number} | `{name}` | {says} | {claim} | {off} | `{file}` | {measures} |\n"
        ));
    }
    let opening = "A world of a study names the safeguards in force in it: `safeguards = [\"notice\"]`. Their strengths stand in the study under \
                   `[safeguards]`.";
    page.push_str(&format!("\n## Safeguards\n\n{opening}\n\n| safeguard | what it does |\n|---|---|\n"));
    for one in list.get("safeguards").and_then(Value::as_array).into_iter().flatten() {
        let fields = one.as_object().ok_or_else(|| format!("`{FROM}` lists something that is no object"))?;
        page.push_str(&format!("| `{}` | {} |\n", of(fields, "name"), of(fields, "says")));
    }
    Ok(page)
}

fn of(fields: &Map<String, Value>, name: &str) -> String {
    fields.get(name).map(plain).unwrap_or_default().replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_mechanism_is_a_row_with_its_measures_and_a_safeguard_a_short_one() {
        let list = json!({
            "mechanisms": [{
                "name": "spillover", "number": "M10", "claim": null, "says": "It spills.", "off": "It does not.",
                "file": "a.rs", "measures": ["one", "two"],
            }],
            "safeguards": [{ "name": "notice", "says": "They are told." }],
        });
        let page = page(&list).unwrap();
        assert!(
            page.contains(
                "| M10 | `spillover` | It spills. | ours | It does not. | `a.rs` | `one`, `two` |\n"
            ),
            "{page}"
        );
        assert!(page.ends_with("| `notice` | They are told. |\n"), "{page}");
    }
}
