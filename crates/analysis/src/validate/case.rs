//! The file of a validation case, as written.
//!
//! A figure is found in one of three ways: by `describe`, the society as built, without a run; by `measure`,
//! from the readings of a run; by `probe`, something that is counted in a run person by person and is no
//! measure.
//!
//! Held out are one in three of the published figures that are neither fitted nor follow from fitted ones,
//! chosen by the name of the fact alone, before any result: see [`How::HeldOut`].

use super::probe;
use demerit_scenario::faults::Faults;
use demerit_scenario::schema_check::{SpannedTree, did_you_mean};
use demerit_scenario::sources::facts;
use demerit_worlds::manifest::digest_of;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A case: figures that one simulation is held against.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// Name: that of the folder.
    #[schemars(length(min = 1, max = 60), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub id: String,
    /// Title for people.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// The study that is run: a name in the catalogue, or the path of a file relative to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub study: Option<String>,
    /// The society that is described, where nothing is run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub society: Option<String>,
    /// Persons.
    #[schemars(range(min = 1, max = 2000000))]
    pub persons: u32,
    /// Years, if fewer than the study's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.02, max = 600.0))]
    pub years: Option<f64>,
    /// Seeds, from 1 on.
    #[schemars(range(min = 1, max = 100))]
    pub seeds: u32,
    /// The figures.
    #[schemars(length(min = 1))]
    pub figures: Vec<FigureFile>,
}

/// Whether a figure was put in or came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// A scenario file was fitted to it, or takes it over: agreement shows that the machinery does what it is
    /// told.
    Fitted,
    /// It follows by arithmetic from fitted figures, such as what is left of a whole: agreement shows no more
    /// than theirs.
    Arithmetic,
    /// No scenario file was fitted to it: agreement says something about the model.
    CameOut,
    /// As [`How::CameOut`], and nothing may be fitted to it later either: the first eight hexadecimal
    /// digits of the SHA-256 of the fact's name, read as a number, are divisible by three. `demerit
    /// calibrate` scores it last and uses it for nothing.
    HeldOut,
}

impl How {
    /// The word for it, as files write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fitted => "fitted",
            Self::Arithmetic => "arithmetic",
            Self::CameOut => "came-out",
            Self::HeldOut => "held-out",
        }
    }

    /// What a figure that came out is called, by the rule of [`How::HeldOut`].
    #[must_use]
    pub fn by_name(fact: &str) -> Self {
        let number = u32::from_str_radix(&digest_of(fact.as_bytes())[..8], 16).unwrap_or(1);
        if number.is_multiple_of(3) { Self::HeldOut } else { Self::CameOut }
    }
}

/// A published figure and how its like is found in a simulation.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureFile {
    /// Name within the case.
    #[schemars(length(min = 1, max = 60), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub id: String,
    /// The published figure: a row of the list of facts.
    pub fact: String,
    /// Whether it was fitted.
    pub kind: How,
    /// Largest difference from the published value at which the figure holds, in its unit; fixed before the
    /// result was seen, and no larger than the figure itself.
    #[schemars(range(min = 0.0))]
    pub tolerance: f64,
    /// Why this tolerance, in a sentence.
    #[schemars(length(min = 1))]
    pub why: String,
    /// How far model and publication may be from what they are about.
    pub discrepancy: DiscrepancyFile,
    /// A figure of the society as built, by the words of `demerit describe society`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub describe: Option<String>,
    /// Something counted in the run, person by person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probe: Option<String>,
    /// Readings of a measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub take: Option<TakeFile>,
    /// What they are divided by: the sum of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<TakeFile>,
    /// One less that ratio: by which share `take` is below `over`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fall: bool,
    /// Divide by the person-years between `from` and `to`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_person_year: bool,
    /// Multiply by this row of the list of facts, such as the population of the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<String>,
}

impl FigureFile {
    /// Every reading that it takes, with its place in the file.
    fn takes(&self) -> impl Iterator<Item = (String, &TakeFile)> {
        let over = self.over.iter().enumerate().map(|(place, take)| (format!("over[{place}]"), take));
        self.take.iter().map(|take| ("take".to_owned(), take)).chain(over)
    }
}

/// By how much a simulated figure may miss a published one though nothing is wrong with the values drawn:
/// what `demerit calibrate` reckons with.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscrepancyFile {
    /// Standard deviation of what the model leaves out, in the figure's unit.
    #[schemars(range(min = 0.0))]
    pub model: f64,
    /// Standard error of the published figure, in its unit; 0 where it is not known.
    #[serde(default)]
    #[schemars(range(min = 0.0))]
    pub observed: f64,
    /// Why so much, in a sentence.
    #[schemars(length(min = 1))]
    pub why: String,
}

/// Readings of a measure.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeFile {
    /// Name of the measure.
    pub measure: String,
    /// World; the first unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub world: Option<String>,
    /// Domain; `all` unless it is said.
    #[serde(default = "all")]
    pub domain: String,
    /// Group; `all` unless it is said.
    #[serde(default = "all")]
    pub group: String,
    /// The last reading up to this year of the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<f64>,
    /// The sum of the readings after this year; the whole run unless `from`, `to` or `at` is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// The sum of the readings up to this year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
}

fn all() -> String {
    "all".to_owned()
}

impl CaseFile {
    /// Adds what does not fit together.
    pub(super) fn check(&self, tree: &SpannedTree, faults: &mut Faults) {
        let mut fault = |place: &str, message: String, hint: Option<String>| {
            tree.fault(faults, place, message, hint);
        };
        if self.study.is_some() == self.society.is_some() {
            let message = "a case names either a study that is run or a society that is described".to_owned();
            fault("id", message, None);
        }
        for (number, figure) in self.figures.iter().enumerate() {
            for (key, name) in [("fact", Some(&figure.fact)), ("times", figure.times.as_ref())] {
                let Some(name) = name.filter(|name| !facts().contains_key(*name)) else { continue };
                let hint = did_you_mean(name, facts().keys()).map(|near| format!("did you mean `{near}`?"));
                let message = format!("there is no figure `{name}` in the list of facts");
                fault(&format!("figures[{number}].{key}"), message, hint);
            }
            if let Some(fact) = facts().get(&figure.fact) {
                let largest = fact.value.abs();
                if figure.tolerance > largest {
                    let message = format!(
                        "a tolerance of {} is more than the figure itself; allowed: 0 to {largest}",
                        figure.tolerance
                    );
                    let hint = "with more, a figure of another sign or of twice the size would hold";
                    fault(&format!("figures[{number}].tolerance"), message, Some(hint.to_owned()));
                }
            }
            let due = How::by_name(&figure.fact);
            if matches!(figure.kind, How::CameOut | How::HeldOut) && figure.kind != due {
                let message = format!(
                    "`{}` is no {} figure, but {} by the hash of its name",
                    figure.fact,
                    figure.kind.word(),
                    due.word()
                );
                let hint = "which of the figures that are not fitted are held out was fixed beforehand, \
                            by their names alone";
                fault(&format!("figures[{number}].kind"), message, Some(hint.to_owned()));
            }
            if figure.fall && figure.over.is_empty() {
                let message = "a fall is one from what stands in `over`".to_owned();
                fault(&format!("figures[{number}].fall"), message, None);
            }
            let ways = [figure.describe.is_some(), figure.probe.is_some(), figure.take.is_some()];
            if ways.iter().filter(|way| **way).count() != 1 {
                let message = "a figure is found by one of `describe`, `probe` and `take`".to_owned();
                fault(&format!("figures[{number}].id"), message, None);
            }
            if figure.describe.is_none() && self.study.is_none() {
                let message = "a figure that needs a run needs a `study`".to_owned();
                fault(&format!("figures[{number}].id"), message, None);
            }
            for (place, take) in figure.takes() {
                if demerit_measures::named(&take.measure).is_some() {
                    continue;
                }
                let measures = demerit_measures::all().iter().map(|measure| measure.name);
                let hint =
                    did_you_mean(&take.measure, measures).map(|near| format!("did you mean `{near}`?"));
                let message = format!("there is no measure `{}`", take.measure);
                fault(&format!("figures[{number}].{place}.measure"), message, hint);
            }
            if let Some(name) = figure.probe.as_ref().filter(|name| !probe::NAMES.contains(&name.as_str())) {
                let message = format!("there is no probe `{name}`; there are {}", probe::NAMES.join(", "));
                fault(&format!("figures[{number}].probe"), message, None);
            }
        }
    }
}
