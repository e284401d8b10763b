//! `demerit check FILE...`: all faults of all files.

use crate::command::forms::json;
use crate::failure::{Failure, plain};
use crate::layout::Align::Left;
use crate::layout::{ENGLISH, Table};
use crate::terminal::Terminal;
use demerit_scenario::load::{self, LoadError};
use demerit_study::outside::Disk;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Checks files.
pub(super) fn check(files: &[PathBuf], as_json: bool, terminal: &Terminal) -> Result<String, Failure> {
    let found: Vec<(&Path, Result<&'static str, LoadError>)> =
        files.iter().map(|path| (path.as_path(), load::check_file(path, &Disk))).collect();
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

/// The files that are right.
fn plain_list(found: &[(&Path, Result<&'static str, LoadError>)], terminal: &Terminal) -> String {
    let mut table = Table::new(&[Left, Left], &[""; 2]);
    for (path, result) in found {
        if let Ok(kind) = result {
            table.row([path.display().to_string(), format!("a {kind}, no faults")]);
        }
    }
    table.text(terminal.width)
}

fn machine(found: &[(&Path, Result<&'static str, LoadError>)]) -> String {
    let files: Vec<Value> = found.iter().map(|(path, result)| file(path, result)).collect();
    let is_right = found.iter().all(|file| file.1.is_ok());
    json(&json!({ "right": is_right, "files": files }))
}

fn file(path: &Path, result: &Result<&'static str, LoadError>) -> Value {
    let path = path.display().to_string();
    match result {
        Ok(kind) => json!({ "path": path, "kind": kind, "faults": [] }),
        Err(LoadError::Faults(all)) => {
            let faults: Vec<_> = all.iter().flat_map(|faults| &faults.faults).collect();
            let left_out: u32 = all.iter().map(|faults| faults.left_out).sum();
            json!({ "path": path, "kind": null, "faults": faults, "left_out": left_out })
        }
        Err(LoadError::Io { path: at, source }) => {
            let fault = json!({ "path": at.display().to_string(), "message": format!("cannot be read: {}", plain(source)) });
            json!({ "path": path, "kind": null, "faults": [fault] })
        }
        Err(other) => {
            json!({ "path": path, "kind": null, "faults": [{ "path": path, "message": other.to_string() }] })
        }
    }
}
