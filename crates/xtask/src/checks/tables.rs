//! The tables of a run and of a merged sweep, opened in pandas, polars and DuckDB: `tests/tables`.
//!
//! Where Python or its packages cannot be had, the step is left out, and says so.

use crate::cargo::{output, program};
use crate::outcome::Outcome;
use crate::steps::Passed;
use crate::{built, install, place, python};

/// The lowest Python that the pinned packages run on.
const PYTHON: (u32, u32) = (3, 11);
/// Debian's Python with what makes environments.
const PACKAGES: [&str; 1] = ["python3-venv"];

/// Opens the tables, or says why not.
pub(crate) fn check_step(install: bool) -> Outcome<Passed> {
    let own = place::root().join("tests/tables");
    let kept = built::target_folder()?.join("tables");
    if python::base(PYTHON).is_err()
        && install
        && install::has_apt()
        && let Err(problem) = install::with_apt(&PACKAGES)
    {
        return Ok(Passed::LeftOut(format!("no Python with venv: {problem}")));
    }
    let python = match python::environment(&own, &kept, PYTHON) {
        Ok(python) => python,
        Err(problem) => return Ok(Passed::LeftOut(format!("no Python with the packages: {problem}"))),
    };
    let mut open = program(&python);
    open.arg(own.join("open_tables.py")).arg(built::program()?);
    output(&mut open).map(|said| Passed::With(said.trim().to_owned()))
}
