//! `demerit report DIR`: the report of a run folder, written anew from its tables.

use super::forms::data;
use crate::arguments::Report;
use crate::failure::Failure;
use demerit_study::run_folder;

/// Name of the report in a run folder.
pub(super) const FILE: &str = "report.html";

/// Writes the report.
pub(super) fn report(call: &Report) -> Result<String, Failure> {
    let tables = run_folder::read(&call.dir)?;
    let page = demerit_report::render(&data(tables), call.spoken.words())?;
    let path = run_folder::write_file(&call.dir, FILE, page.as_bytes())?;
    Ok(format!("{}\n", path.display()))
}
