//! Figures: any number, switch or word of a scenario by its path, to be listed, read and set.
//!
//! A path leads from the top of a file by keys and by the names of items: `cities.cameras`, `rules.alcohol.points`, `tiers.warned.from`,
//! `worlds.twin.mechanisms.spillover`. An item without a name of its own stands with its number, from 0, in brackets; a number that stands alone
//! in its list needs none. A name with a dot, a bracket or a quote in it stands in quotes. Where several files of a study have a path,
//! the file is named in front: `regime court-list: list.term`, `society: cities.urban`, `study: persons`.
//!
//! The numbered form (`rules[3].points[0]`), in which manifests name a figure, leads to the same figure.
//!
//! Leaves out: what is text for people (titles, names, sources), lists as a whole, and tables that a file does not have.

mod draft;
mod tree;

pub use draft::Draft;

use crate::faults::Faults;
use crate::load::{LoadError, Scenario};
use crate::resolve::switches;
use crate::walk::place::read;
use crate::walk::{did_you_mean, schema_of};
use crate::written::{RegimeFile, SocietyFile, StudyFile};
use demerit_regime::Mechanism;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;
use thiserror::Error;
use tree::At;

/// A file of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its study.
    Study,
    /// Its society.
    Society,
    /// The regime of this name.
    Regime(String),
}

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// A number.
    Number(f64),
    /// On or off.
    Switch(bool),
    /// A word of the language of the files.
    Word(String),
}

/// A number, switch or word of a file, with its path and with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The file that it stands in.
    pub part: Part,
    /// The file by its name: `society china-2020`.
    pub file: String,
    /// Its path in the file, items by their names: `rules.alcohol.points`.
    pub path: String,
    /// Its path in the file, items by their numbers: `rules[3].points[0]`.
    pub key: String,
    /// The name of the rule, tier, gate or other item that it belongs to, where it has one.
    pub item: Option<String>,
    /// What stands there.
    pub value: Setting,
    /// Whether the file may say more of it than its value: range, source and note.
    pub is_figure: bool,
    /// Whether it takes whole numbers only.
    pub is_whole: bool,
    /// The range that the file declares.
    pub range: Option<[f64; 2]>,
    /// The lowest and the highest value that the schema allows.
    pub limits: [Option<f64>; 2],
    /// The words that the schema allows; none where it names none.
    pub words: Vec<String>,
    /// What it is, as the schema says.
    pub about: String,
    /// What the file notes beside it.
    pub note: Option<String>,
    /// Source, or `None` for an assumption of ours.
    pub source: Option<String>,
    /// The source in full, as a reader would cite it.
    pub citation: Option<String>,
    /// `read`, `secondary` or `recalled` for a listed source, `cited` for one of the file, else `assumption`.
    pub status: String,
    /// `documented`, `reported` or `hypothetical`, where the table around it says so.
    pub claim: Option<String>,
    /// Its place in the file as a JSON pointer.
    pointer: String,
}

/// Why there is no figure at a path, or why it cannot have a value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct FigureFault {
    /// The path.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What was probably meant, or what is allowed.
    pub hint: Option<String>,
}

/// A kind of file: its schema, and the sources that it lists itself.
pub trait HasFigures: Serialize {
    /// The schema, made once.
    fn schema() -> &'static Value;

    /// The sources beyond the list of facts.
    fn sources(&self) -> &BTreeMap<String, String>;
}

static NO_SOURCES: BTreeMap<String, String> = BTreeMap::new();

impl HasFigures for StudyFile {
    fn schema() -> &'static Value {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<StudyFile>);
        &SCHEMA
    }

    fn sources(&self) -> &BTreeMap<String, String> {
        &NO_SOURCES
    }
}

impl HasFigures for SocietyFile {
    fn schema() -> &'static Value {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<SocietyFile>);
        &SCHEMA
    }

    fn sources(&self) -> &BTreeMap<String, String> {
        &self.sources
    }
}

impl HasFigures for RegimeFile {
    fn schema() -> &'static Value {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<RegimeFile>);
        &SCHEMA
    }

    fn sources(&self) -> &BTreeMap<String, String> {
        &self.sources
    }
}

/// Everything in a file that has a path, in the order of its keys; `name` is what the file is called.
#[must_use]
pub fn of_file<T: HasFigures>(part: &Part, name: &str, file: &T) -> Vec<Located> {
    let written = serde_json::to_value(file).unwrap_or_default();
    At::top(T::schema(), &written).all(&mut |at| at.located(part, name, file.sources()))
}

impl Part {
    /// Its place in a bundle, before every key.
    pub(crate) fn prefix(&self) -> String {
        match self {
            Self::Study => "study.".to_owned(),
            Self::Society => "society.".to_owned(),
            Self::Regime(name) => {
                let is_bare =
                    name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
                if is_bare { format!("regimes.{name}.") } else { format!("regimes.{name:?}.") }
            }
        }
    }

    /// The name of the regime, where it is one.
    #[must_use]
    pub const fn regime(&self) -> Option<&String> {
        if let Self::Regime(name) = self { Some(name) } else { None }
    }

    /// Its name for people in a scenario.
    #[must_use]
    pub fn name(&self, scenario: &Scenario) -> String {
        match self {
            Self::Study => format!("study {}", scenario.study.name),
            Self::Society => format!("society {}", scenario.study.society),
            Self::Regime(name) => format!("regime {name}"),
        }
    }

    fn schema(&self) -> &'static Value {
        match self {
            Self::Study => StudyFile::schema(),
            Self::Society => SocietyFile::schema(),
            Self::Regime(_) => RegimeFile::schema(),
        }
    }

    /// What a scenario says in this file.
    fn written(&self, scenario: &Scenario) -> Value {
        let written = match self {
            Self::Study => serde_json::to_value(&scenario.study),
            Self::Society => serde_json::to_value(&scenario.society),
            Self::Regime(name) => serde_json::to_value(scenario.regimes.get(name)),
        };
        written.unwrap_or_default()
    }

    /// The same with every switch, also those that the file leaves as they are.
    fn switched(&self, scenario: &Scenario) -> Value {
        let mut written = self.written(scenario);
        if *self == Self::Study {
            let on = Mechanism::ALL.map(|one| (one.name().to_owned(), scenario.has_everywhere(one)));
            written["mechanisms"] = on.into_iter().map(|(name, on)| (name, Value::Bool(on))).collect();
            for (world, file) in scenario.study.worlds.iter().enumerate() {
                let all = switches::mechanisms(&scenario.study, file);
                let on = Mechanism::ALL.map(|one| (one.name().to_owned(), Value::Bool(all.on(one))));
                written["worlds"][world]["mechanisms"] = on.into_iter().collect();
            }
        }
        written
    }

    fn sources<'a>(&self, scenario: &'a Scenario) -> &'a BTreeMap<String, String> {
        match self {
            Self::Study => &NO_SOURCES,
            Self::Society => &scenario.society.sources,
            Self::Regime(name) => scenario.regimes.get(name).map_or(&NO_SOURCES, |file| &file.sources),
        }
    }
}

impl Scenario {
    /// Every number, switch and word: those of the society, of the regimes, and of the study.
    #[must_use]
    pub fn figures(&self) -> Vec<Located> {
        self.parts().iter().flat_map(|part| self.figures_of(part)).collect()
    }

    /// Every number, switch and word of a file, in the order of its keys.
    #[must_use]
    pub fn figures_of(&self, part: &Part) -> Vec<Located> {
        let (written, name) = (part.switched(self), part.name(self));
        At::top(part.schema(), &written).all(&mut |at| at.located(part, &name, part.sources(self)))
    }

    /// What stands at a path.
    ///
    /// # Errors
    /// No file of the scenario has the path, or several have it and the path does not say which.
    pub fn figure(&self, path: &str) -> Result<Located, FigureFault> {
        let (parts, prefix) = self.parts_named(path);
        let inner = &path[prefix.len()..];
        let mut found: Vec<Located> = parts.iter().filter_map(|part| self.located(part, inner)).collect();
        let fault = |message: String, hint| Err(FigureFault { path: path.to_owned(), message, hint });
        match (found.pop(), found.is_empty()) {
            (Some(one), true) => Ok(one),
            (None, _) => {
                let all: Vec<Located> = parts.iter().flat_map(|part| self.figures_of(part)).collect();
                let names = all.iter().flat_map(|one| [&one.path, &one.key]);
                let near = did_you_mean(inner, names).map(|near| format!("did you mean `{prefix}{near}`?"));
                fault(format!("no file of the study has a parameter `{path}`"), near)
            }
            (last, false) => {
                let names: Vec<String> =
                    found.iter().chain(&last).map(|one| format!("`{}`", one.name())).collect();
                let hint = format!("name the file too: {}", names.join(" or "));
                fault(format!("`{path}` stands in several files of the study"), Some(hint))
            }
        }
    }

    /// The scenario with other values at these paths, resolved.
    ///
    /// # Errors
    /// A path that leads nowhere; a value that is not allowed there, or that does not fit the others.
    pub fn with(&self, changes: &[(&str, Setting)]) -> Result<Self, LoadError> {
        let mut draft = Draft::of(self);
        for (path, value) in changes {
            draft.set(&self.figure(path)?, value.clone());
        }
        draft.resolve(&format!("study {}", self.study.name))
    }

    fn parts(&self) -> Vec<Part> {
        let regimes = self.regimes.keys().cloned().map(Part::Regime);
        [Part::Society].into_iter().chain(regimes).chain([Part::Study]).collect()
    }

    /// The files that a path may lead into, and what of it names a file.
    fn parts_named<'a>(&self, path: &'a str) -> (Vec<Part>, &'a str) {
        let all = self.parts();
        for part in &all {
            let kind = match part {
                Part::Study => Some("study"),
                Part::Society => Some("society"),
                Part::Regime(_) => None,
            };
            for name in kind.map(str::to_owned).into_iter().chain([part.name(self)]) {
                if let Some(rest) = path.strip_prefix(&name).and_then(|rest| rest.strip_prefix(": ")) {
                    return (vec![part.clone()], &path[..path.len() - rest.len()]);
                }
            }
        }
        (all, "")
    }

    /// What stands at a path of a file.
    fn located(&self, part: &Part, path: &str) -> Option<Located> {
        let steps = read(path)?;
        tree::has_key(part.schema(), steps.first()?).then_some(())?;
        let written = part.switched(self);
        At::top(part.schema(), &written).descend(&steps)?.located(part, &part.name(self), part.sources(self))
    }
}

impl Located {
    /// Its numbered path with its file: `regime court-list: gates[0].saves`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}: {}", self.file, self.key)
    }

    /// The number, where it is one.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        if let Setting::Number(number) = self.value { Some(number) } else { None }
    }

    /// The lowest and the highest value: the declared range if it has any width, else the limits of the schema.
    #[must_use]
    pub fn bounds(&self) -> [Option<f64>; 2] {
        self.range.filter(|[low, high]| low < high).map_or(self.limits, |range| range.map(Some))
    }

    /// The unit, where the schema's words begin with it.
    #[must_use]
    pub fn unit(&self) -> Option<&'static str> {
        const UNITS: &[(&str, &str)] = &[
            ("Share", "share"),
            ("Chance", "chance"),
            ("Points", "points"),
            ("Score", "points"),
            ("Lowest score", "points"),
            ("Highest score", "points"),
            ("Persons", "persons"),
            ("Weeks", "weeks"),
            ("Months", "months"),
            ("Years", "years"),
            ("Mean weeks", "weeks"),
            ("Mean years", "years"),
        ];
        let fits = |start: &str| {
            self.about
                .strip_prefix(start)
                .is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || rest.starts_with('s'))
        };
        self.number()?;
        UNITS.iter().find(|one| fits(one.0)).map(|one| one.1)
    }

    /// Whether it stands at this place of a bundle or inside it; everything does in the place without a name.
    #[must_use]
    pub fn lies_in(&self, place: &str) -> bool {
        let whole = self.place();
        whole
            .strip_prefix(place)
            .is_some_and(|rest| place.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// Its numbered place in a bundle.
    fn place(&self) -> String {
        format!("{}{}", self.part.prefix(), self.key)
    }

    /// What is wrong with a value for it, with what is allowed, if anything is.
    #[must_use]
    pub fn refuses(&self, value: &Setting) -> Option<(String, String)> {
        self.refuses_within(value, self.bounds())
    }

    fn refuses_within(&self, value: &Setting, [low, high]: [Option<f64>; 2]) -> Option<(String, String)> {
        let kind = match (&self.value, value) {
            (Setting::Number(_), &Setting::Number(number)) => {
                if self.is_whole && number.fract() != 0.0 {
                    return Some((
                        format!("{number} is not a whole number"),
                        format!("write {}", libm::round(number)),
                    ));
                }
                let is_in = low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high);
                return (!(is_in && number.is_finite()))
                    .then(|| (format!("{number} is out of its range"), allowed(low, high)));
            }
            (Setting::Word(_), Setting::Word(word)) => {
                return (!self.words.is_empty() && !self.words.contains(word)).then(|| {
                    let near = did_you_mean(word, &self.words).map(|near| format!("did you mean `{near}`? "));
                    let all = self.words.join(", ");
                    (format!("there is no `{word}`"), format!("{}one of: {all}", near.unwrap_or_default()))
                });
            }
            (Setting::Switch(_), Setting::Switch(_)) => return None,
            (Setting::Number(_), _) => "a number",
            (Setting::Switch(_), _) => "true or false",
            (Setting::Word(_), _) => "a word",
        };
        Some((format!("{value} is not {kind}"), format!("write {kind}")))
    }
}

/// The numbers between two ends in words.
fn allowed(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("from {low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "a number".to_owned(),
    }
}

impl From<FigureFault> for LoadError {
    fn from(fault: FigureFault) -> Self {
        let mut faults = Faults::new("the study", "");
        faults.add_at(0..0, fault.path, fault.message, fault.hint);
        faults.into()
    }
}

impl From<f64> for Setting {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Setting {
    fn from(on: bool) -> Self {
        Self::Switch(on)
    }
}

impl From<&str> for Setting {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(formatter),
            Self::Switch(on) => on.fmt(formatter),
            Self::Word(word) => word.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests;
