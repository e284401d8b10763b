//! The cases of `validation/` that the program runs, which it carries with it.

use super::case::CaseFile;
use demerit_scenario::load::{self, LoadError, Scenario};

/// A case with its study, where it has one.
#[derive(Clone, Debug)]
pub struct Case {
    /// The case.
    pub file: CaseFile,
    /// Its study.
    pub scenario: Option<Scenario>,
}

macro_rules! text {
    ($name:literal, $file:literal) => {
        include_str!(concat!("../../../../validation/", $name, "/", $file, ".toml"))
    };
}

/// Name, case and study.
const CASES: [(&str, &str, Option<&str>); 9] = [
    ("appeals", text!("appeals", "case"), Some(text!("appeals", "study"))),
    ("census", text!("census", "case"), None),
    ("drinkers", text!("drinkers", "case"), None),
    ("income-persistence", text!("income-persistence", "case"), Some(text!("income-persistence", "study"))),
    ("list-growth", text!("list-growth", "case"), Some(text!("list-growth", "study"))),
    ("microblog", text!("microblog", "case"), Some(text!("microblog", "study"))),
    ("search-chilling", text!("search-chilling", "case"), Some(text!("search-chilling", "study"))),
    ("silence", text!("silence", "case"), Some(text!("silence", "study"))),
    ("trips", text!("trips", "case"), Some(text!("trips", "study"))),
];

/// The cases, by name.
///
/// # Errors
/// A fault of a case or of its study, which a test of the repository holds to be none.
pub fn cases() -> Result<Vec<Case>, LoadError> {
    let read = |&(name, case, study): &(&str, &str, Option<&str>)| {
        let file = super::read(case, &format!("validation/{name}/case.toml"))?;
        Ok(Case { file, scenario: study.map(load::sent).transpose()? })
    };
    CASES.iter().map(read).collect()
}
