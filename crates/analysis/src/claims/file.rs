//! The file of claims: what the report of 2018 says, sentence by sentence, and what would answer it.
//!
//! A claim is answered by `tests` of a study's numbers, or it says what is missing (`not_yet`), or why no
//! simulation can answer it (`cannot`). A file that does not fit the catalogue is refused: studies, worlds,
//! measures and figures are looked up by name.

use demerit_measures::named;
use demerit_scenario::faults::Faults;
use demerit_scenario::load::{self, LoadError, NoFiles, Scenario};
use demerit_scenario::schema_check::{self, SpannedTree, meant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const CLAIMS: &str = include_str!("../../../../catalogue/claims.toml");

/// The claims.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimsFile {
    /// In the order of the report.
    #[schemars(length(min = 1))]
    pub claims: Vec<ClaimFile>,
}

/// A sentence in two languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// In English.
    #[schemars(length(min = 1))]
    pub en: String,
    /// In Indonesian.
    #[schemars(length(min = 1))]
    pub id: String,
}

/// What the report says, and what would answer it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimFile {
    /// Its number, such as S07.
    #[schemars(length(min = 3, max = 3))]
    pub id: String,
    /// What the report says, in our words.
    pub says: Sentence,
    /// The question that a simulation can be asked about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The study that answers it, by its name in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub study: Option<String>,
    /// What the study's numbers have to be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<TestFile>,
    /// A figure of the study by which the claim goes in as a rule or an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed: Option<String>,
    /// What a whole answer needs beyond the tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lacks: Option<String>,
    /// What an answer needs that the program does not have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_yet: Option<String>,
    /// Why no simulation can answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cannot: Option<String>,
}

/// On which side of its threshold a number has to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Beyond {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// A number of the last year of a study, and where it has to lie. What is counted is told for each 1,000
/// persons, unless it is divided.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestFile {
    /// Name of the measure.
    pub measure: String,
    /// Domain; `all` unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Group; `all` unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// World; the study's first unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub world: Option<String>,
    /// What it is divided by, in the same world.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<OverFile>,
    /// The world whose number is taken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// Divide the difference by the number of that world.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relative: bool,
    /// On which side of the threshold it has to lie.
    pub is: Beyond,
    /// The threshold.
    pub threshold: f64,
    /// Why this threshold, where it is not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What a number is divided by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverFile {
    /// Name of the measure.
    pub measure: String,
    /// Domain; `all` unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Group; `all` unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// The claims of the catalogue, checked.
///
/// # Errors
/// Every fault of the file.
pub fn file() -> Result<ClaimsFile, LoadError> {
    read(CLAIMS, "catalogue/claims.toml")
}

pub(super) fn read(text: &str, path: &str) -> Result<ClaimsFile, LoadError> {
    let (file, tree) = schema_check::check::<ClaimsFile>(text, path)?;
    let mut faults = tree.faults();
    file.check(&tree, &mut faults);
    Ok(faults.or(file)?)
}

impl ClaimsFile {
    /// Adds what does not fit together, or to the catalogue.
    fn check(&self, tree: &SpannedTree, faults: &mut Faults) {
        let mut studies: BTreeMap<&str, Scenario> = BTreeMap::new();
        for (number, claim) in self.claims.iter().enumerate() {
            let place = |key: &str| format!("claims[{number}].{key}");
            let mut fault = |key: &str, message: String, hint: Option<String>| {
                tree.fault(faults, &place(key), message, hint);
            };
            if self.claims[..number].iter().any(|other| other.id == claim.id) {
                fault("id", format!("there are two claims `{}`", claim.id), None);
            }
            let ways = [claim.study.is_some(), claim.not_yet.is_some(), claim.cannot.is_some()];
            if ways.iter().filter(|way| **way).count() != 1 {
                fault("id", "a claim has one of `study`, `not_yet` and `cannot`".to_owned(), None);
            }
            if claim.study.is_some() != (!claim.tests.is_empty() && claim.question.is_some()) {
                fault(
                    "id",
                    "a study comes with a `question` and with `tests`, and they with it".to_owned(),
                    None,
                );
            }
            let Some(name) = claim.study.as_deref() else { continue };
            if !studies.contains_key(name) {
                match load::study(name, &NoFiles) {
                    Ok(scenario) => _ = studies.insert(name, scenario),
                    Err(error) => fault("study", error.to_string(), None),
                }
            }
            let Some(scenario) = studies.get(name) else { continue };
            if let Some(path) = &claim.assumed
                && let Err(error) = scenario.figure(path)
            {
                fault("assumed", error.to_string(), None);
            }
            for (index, test) in claim.tests.iter().enumerate() {
                test.check(scenario, &format!("claims[{number}].tests[{index}]"), tree, faults);
            }
        }
    }
}

impl TestFile {
    fn check(&self, scenario: &Scenario, place: &str, tree: &SpannedTree, faults: &mut Faults) {
        let over = self.over.as_ref().map(|over| ("over.measure", &over.measure));
        for (key, name) in [("measure", &self.measure)].into_iter().chain(over) {
            if named(name).is_none() {
                let hint = meant(name, demerit_measures::all().iter().map(|one| one.name));
                tree.fault(faults, &format!("{place}.{key}"), format!("there is no measure `{name}`"), hint);
            }
        }
        let worlds = || scenario.study.worlds.iter().map(|world| world.name.as_str());
        for (key, name) in [("world", &self.world), ("against", &self.against)] {
            let Some(name) = name.as_ref().filter(|name| worlds().all(|one| one != *name)) else { continue };
            let message = format!("the study `{}` has no world `{name}`", scenario.study.name);
            tree.fault(faults, &format!("{place}.{key}"), message, meant(name, worlds()));
        }
        if self.relative && self.against.is_none() {
            let message = "what is relative needs a world that it is taken `against`".to_owned();
            tree.fault(faults, &format!("{place}.relative"), message, None);
        }
        if !self.threshold.is_finite() || (self.threshold != 0.0 && self.why.is_none()) {
            let message = "a threshold is a number, and one that is not 0 has a `why`".to_owned();
            tree.fault(faults, &format!("{place}.threshold"), message, None);
        }
    }
}
