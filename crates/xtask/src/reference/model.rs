//! `docs/reference/model.md`: state, processes and submodels, from the heads of the files that hold them.
//!
//! A mechanism's head is its model; it is printed as it stands in the code, so that the description cannot
//! fall behind.

use super::head;
use crate::built::Program;
use crate::outcome::Outcome;
use crate::place;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Where the state stands.
const STATE: &str = "crates/society/src/state/mod.rs";
/// Where the phases stand.
const PHASES: &str = "crates/engine/src/phase";
/// Where the submodels stand.
const SUBMODELS: [&str; 2] = ["crates/society/src", "crates/regime/src"];
/// The phases in their order.
const ORDER: [&str; 7] = ["live", "act", "observe", "judge", "gate", "remedy", "respond"];

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
    let list = program.says_json(&["list", "mechanisms", "--json"])?;
    let rows = list["mechanisms"].as_array().ok_or("`demerit list mechanisms --json` wrote no list")?;
    let mut page = head(
        "State, processes and submodels",
        "What the code says of itself: the tables of the state, the phases of a tick with their parts, and the model of each mechanism as it \
         stands at the head of its file. [The ODD description](../odd.md) puts them into their place.",
        "the heads of the source files and `demerit list mechanisms --json`",
    );
    page.push_str(&state(&text_of(STATE)?));
    page.push_str(&processes()?);
    page.push_str(&mechanisms(rows)?);
    page.push_str(&others(rows)?);
    Ok(page)
}

fn text_of(path: &str) -> Outcome<String> {
    place::read(&place::root().join(path))
}

/// The head of a source file, as markdown: links of rustdoc become plain names.
fn head_of(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.starts_with("//!"));
    let head: Vec<&str> = lines
        .map(|line| line.trim_start_matches("//!").trim_end())
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    unlinked(head.join("\n").trim())
}

/// `` [`crate::ties::Layer`] `` becomes `` `ties::Layer` ``, and a target in parentheses after it goes.
fn unlinked(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("[`") {
        let (before, from) = rest.split_at(at);
        shown.push_str(before);
        let Some(end) = from.find("`]") else {
            shown.push_str(from);
            return shown;
        };
        shown.push_str(&format!("`{}`", from[2..end].trim_start_matches("crate::")));
        rest = &from[end + 2..];
        if rest.starts_with('(')
            && let Some(close) = rest.find(')')
        {
            rest = &rest[close + 1..];
        }
    }
    shown + rest
}

/// The columns, and the fields of the planes and of the side tables.
fn state(text: &str) -> String {
    let mut part = format!("\n## State\n\nFrom `{STATE}`.\n\n{}\n", head_of(text));
    for (structure, title) in [("Planes", "Bits of a person"), ("Tables", "Side tables of a neighbourhood")] {
        part.push_str(&format!("\n### {title}\n\n| name | what |\n|---|---|\n"));
        for (name, what) in fields(text, structure) {
            part.push_str(&format!("| `{name}` | {what} |\n"));
        }
    }
    part
}

/// Public fields of a structure with what is said of them.
fn fields(text: &str, structure: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut said = String::new();
    let opening = format!("pub struct {structure} {{");
    for line in text.lines().skip_while(|line| *line != opening).skip(1).take_while(|line| *line != "}") {
        let line = line.trim();
        if let Some(words) = line.strip_prefix("///") {
            said.push_str(words);
        } else if let Some((name, _)) = line.strip_prefix("pub ").and_then(|field| field.split_once(':')) {
            found.push((name.to_owned(), unlinked(std::mem::take(&mut said).trim())));
        }
    }
    found
}

/// The phases in their order, and the parts of phases that have a file of their own.
fn processes() -> Outcome<String> {
    let mut part = format!(
        "\n## Processes\n\nThe files of `{PHASES}/`: the seven phases in their order, then parts of phases that have a file of their own.\n"
    );
    let files = place::files_under(&place::root().join(PHASES), "rs")?;
    let root = place::root().join(PHASES);
    let name = |path: &Path| {
        let path = path.strip_prefix(&root).unwrap_or(path).with_extension("");
        path.to_string_lossy().replace('\\', "/")
    };
    let mut names: Vec<String> = files.iter().map(|file| name(file)).filter(|name| name != "mod").collect();
    names.sort_by_key(|name| ORDER.iter().position(|phase| phase == name).unwrap_or(ORDER.len()));
    for name in names {
        let path = format!("{PHASES}/{name}.rs");
        part.push_str(&format!("\n### `{name}.rs`\n\n{}\n", head_of(&text_of(&path)?)));
    }
    Ok(part)
}

/// The mechanisms in the order of their rows. A file with several rows is printed at the first.
fn mechanisms(rows: &[Value]) -> Outcome<String> {
    let mut part = "\n## Mechanisms\n\nEach can be switched off in a study, by its name.\n".to_owned();
    let mut printed: BTreeSet<String> = BTreeSet::new();
    for row in rows {
        let text = |key: &str| {
            row[key].as_str().ok_or_else(|| format!("`demerit list mechanisms --json`: a row has no `{key}`"))
        };
        let (number, name, file) = (text("number")?, text("name")?, text("file")?);
        let claim = row["claim"].as_str().map_or_else(|| "ours".to_owned(), |claim| format!("*{claim}*"));
        let (says, off, measures) = (text("says")?, text("off")?, measures(&row["measures"]));
        part.push_str(&format!("\n### {number} `{name}`\n\n{says} ({claim})\n\n- file: `{file}`\n"));
        part.push_str(&format!("- switched off: {off}\n- measures: {measures}\n"));
        if printed.insert(file.to_owned()) {
            part.push_str(&format!("\n{}\n", head_of(&text_of(file)?)));
        } else {
            part.push_str("\nThe model stands above, with the first mechanism of the same file.\n");
        }
    }
    Ok(part)
}

fn measures(list: &Value) -> String {
    let names = list.as_array().into_iter().flatten().filter_map(Value::as_str);
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Files that hold a model and are the file of no mechanism.
fn others(rows: &[Value]) -> Outcome<String> {
    let mut part = "\n## Other submodels\n\nWhat the mechanisms rest on: who people are, what they do, how the institution keeps its books.\n"
        .to_owned();
    let of_rows: BTreeSet<&str> = rows.iter().filter_map(|row| row["file"].as_str()).collect();
    let root = place::root();
    for folder in SUBMODELS {
        for file in place::files_under(&root.join(folder), "rs")? {
            let shown = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let head = head_of(&text_of(&shown)?);
            if !of_rows.contains(shown.as_str()) && head.contains("Model") && shown != STATE {
                part.push_str(&format!("\n### `{shown}`\n\n{head}\n"));
            }
        }
    }
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_becomes_prose() {
        let text = "//! Ties: see [`crate::ties::Layer`] and [`of`](crate::of).\n//!\n//! Model: x.\n\nuse std;\n//! not this";
        assert_eq!(head_of(text), "Ties: see `ties::Layer` and `of`.\n\nModel: x.");
    }

    #[test]
    fn fields_are_read_with_what_is_said_of_them() {
        let text = "/// T.\npub struct Tables {\n    /// Points\n    /// lost.\n    pub losses: Vec<u8>,\n    hidden: u8,\n}\n";
        assert_eq!(fields(text, "Tables"), [("losses".to_owned(), "Points lost.".to_owned())]);
        assert!(fields(text, "Planes").is_empty());
    }
}
