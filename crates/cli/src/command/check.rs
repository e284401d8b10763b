//! `demerit check FILE...`: all faults of all files, and of those that are right what cannot bite.

use crate::command::forms::{counted, json, pilots, warned};
use crate::failure::{Failure, plain};
use crate::layout::Align::Left;
use crate::layout::{ENGLISH, Table, paragraph};
use crate::terminal::Terminal;
use demerit_scenario::faults::Faults;
use demerit_scenario::load::{self, Checked, LoadError};
use demerit_scenario::shown::brief;
use demerit_study::outside::Disk;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Checks files; where it is `strict`, warnings are faults.
pub(super) fn check(
    files: &[PathBuf],
    strict: bool,
    as_json: bool,
    terminal: &Terminal,
) -> Result<String, Failure> {
    let checked = |path: &Path| match load::check_file(path, &Disk)? {
        right if strict && !right.warnings.is_empty() => Err(LoadError::Faults(right.warnings)),
        right => Ok(right),
    };
    let found: Vec<(&Path, Result<Checked, LoadError>)> =
        files.iter().map(|path| (path.as_path(), checked(path))).collect();
    let wrong = found.iter().filter(|file| file.1.is_err()).count();
    let text = if as_json { machine(&found) } else { plain_list(&found, terminal) };
    if wrong == 0 {
        return Ok(text);
    }
    if as_json {
        return Err(Failure::Some { text, failures: Vec::new(), message: None });
    }
    let [wrong, all] = [wrong, found.len()].map(|count| ENGLISH.thousands(count as u64));
    let message = (found.len() > 1).then(|| format!("{wrong} of {all} files are not right"));
    let failures = found.into_iter().filter_map(|file| file.1.err()).map(Failure::from).collect();
    Err(Failure::Some { text, failures, message })
}

/// The files that are right, then their warnings.
fn plain_list(found: &[(&Path, Result<Checked, LoadError>)], terminal: &Terminal) -> String {
    let mut table = Table::new(&[Left, Left], &[""; 2]);
    let mut told = String::new();
    for (path, result) in found {
        let Ok(Checked { kind, warnings, pilots: wanted }) = result else { continue };
        let count = warnings.iter().map(Faults::count).sum();
        let more = if count > 0 { format!(", {}", counted(count, "warning")) } else { String::new() };
        table.row([path.display().to_string(), format!("a {kind}, no faults{more}")]);
        told.push_str(&warned(warnings));
        told.extend(pilots(wanted).iter().map(|one| paragraph(one, 0, terminal.width)));
    }
    format!("{}{told}", table.text(terminal.width))
}

fn machine(found: &[(&Path, Result<Checked, LoadError>)]) -> String {
    let files: Vec<Value> = found.iter().map(|(path, result)| file(path, result)).collect();
    let is_right = found.iter().all(|file| file.1.is_ok());
    json(&json!({ "right": is_right, "files": files }))
}

fn file(path: &Path, result: &Result<Checked, LoadError>) -> Value {
    let path = path.display().to_string();
    match result {
        Ok(Checked { kind, warnings, pilots }) => {
            let warnings: Vec<_> = warnings.iter().flat_map(|warnings| &warnings.faults).collect();
            json!({ "path": path, "kind": kind, "faults": [], "warnings": warnings, "pilots": pilots })
        }
        Err(LoadError::Faults(all)) => {
            let faults: Vec<_> = all.iter().flat_map(|faults| &faults.faults).collect();
            let left_out: u32 = all.iter().map(|faults| faults.left_out).sum();
            json!({ "path": path, "kind": null, "faults": faults, "warnings": [], "left_out": left_out })
        }
        Err(LoadError::Io { path: at, source }) => {
            let fault = json!({ "path": brief(&at.display().to_string()), "message": format!("cannot be read: {}", plain(source)) });
            json!({ "path": path, "kind": null, "faults": [fault], "warnings": [] })
        }
        Err(other) => {
            let fault = json!({ "path": path, "message": other.to_string() });
            json!({ "path": path, "kind": null, "faults": [fault], "warnings": [] })
        }
    }
}
