//! `demerit report DIR`: the report of a run folder, written anew from its tables.

use crate::arguments::Report;
use crate::command::forms::REPORT;
use crate::failure::Failure;
use demerit_study::run_folder;

/// Writes the report.
pub(crate) fn report(call: &Report) -> Result<String, Failure> {
    let tables = run_folder::read(&call.dir)?;
    let page = demerit_report::render(&tables, call.spoken.words())?;
    let path = run_folder::write_file(&call.dir, REPORT, page.as_bytes())?;
    Ok(format!("{}\n", path.display()))
}
