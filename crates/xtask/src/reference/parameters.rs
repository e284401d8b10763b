//! `docs/reference/parameters.md`: every figure of every society and regime of the catalogue.

use super::head;
use crate::built::Program;
use crate::outcome::Outcome;
use serde_json::Value;
use std::collections::BTreeMap;

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
    let list = program.says_json(&["list", "parameters", "--json"])?;
    page(list["parameters"].as_array().ok_or("`demerit list parameters --json` wrote no list")?)
}

fn page(parameters: &[Value]) -> Outcome<String> {
    let mut page = head(
        "Parameters",
        "Every figure of the societies and regimes of the catalogue. A range is what the source gives as its uncertainty or what we hold \
         to be possible; a figure without a source is an assumption of ours. A path names a figure wherever one is set (`demerit plan --vary`, `demerit sensitivity \
         --only`). A manifest has the same path with the numbers of items, from 0, in place of their names; both forms are understood. What a figure means stands in the \
         JSON schema of its kind of file, in this folder.",
        "`demerit list parameters --json`",
    );
    let mut sources: BTreeMap<&str, &str> = BTreeMap::new();
    for file in parameters.chunk_by(|one, next| one["file"] == next["file"]) {
        let name = file[0]["file"].as_str().ok_or("a parameter has no `file`")?;
        let assumed = file.iter().filter(|one| one["source"].is_null()).count();
        page.push_str(&format!(
            "\n## {name}\n\n{} figures, {assumed} of them assumptions.\n\n| path | value | range | source |\n|---|---:|---|---|\n",
            file.len()
        ));
        for one in file {
            let range = match (&one["range"][0], &one["range"][1]) {
                (Value::Number(low), Value::Number(high)) => {
                    let log = if one["scale"] == "log" { ", log" } else { "" };
                    format!("{} to {}{log}", number(low), number(high))
                }
                _ => "–".to_owned(),
            };
            let source = one["source"].as_str();
            if let (Some(source), Some(cited)) = (source, one["citation"].as_str()) {
                sources.insert(source, cited);
            }
            let value = one["value"].as_number().map_or_else(|| "–".to_owned(), number);
            let source = source.map_or_else(|| "assumption".to_owned(), |source| format!("`{source}`"));
            let path = one["path"].as_str().ok_or("a parameter has no `path`")?;
            page.push_str(&format!("| `{path}` | {value} | {range} | {source} |\n"));
        }
    }
    page.push_str("\n## Sources\n\n");
    for (name, cited) in sources {
        page.push_str(&format!("- `{name}`: {}\n", cited.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    Ok(page)
}

/// A number without a fraction of nought.
fn number(value: &serde_json::Number) -> String {
    let text = value.to_string();
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_figure_is_a_row_below_its_file() {
        let page = page(&[
            json!({ "file": "society a", "path": "x.y", "value": 0.5, "range": [0.1, 1.0], "scale": "log", "source": "s", "citation": "Somebody, 2020" }),
            json!({ "file": "society a", "path": "z", "value": 3.0, "range": null, "source": null, "citation": null }),
            json!({ "file": "regime b", "path": "q", "value": 1, "range": null, "source": null, "citation": null }),
        ])
        .unwrap();
        assert!(page.contains("## society a\n\n2 figures, 1 of them assumptions."), "{page}");
        assert!(
            page.contains("| `x.y` | 0.5 | 0.1 to 1, log | `s` |\n| `z` | 3 | – | assumption |"),
            "{page}"
        );
        assert!(page.contains("## regime b") && page.ends_with("- `s`: Somebody, 2020\n"), "{page}");
    }
}
