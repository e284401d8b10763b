//! A figure with its address, and what may stand there.

use crate::catalogue::Kind;
use crate::figure::Scale;
use crate::schema_check::did_you_mean;
use crate::word::Word;
use demerit_regime::Claim;
use serde::Serialize;
use std::fmt;
use thiserror::Error;

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
    /// How it is gone over.
    pub scale: Scale,
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
    pub claim: Option<Word<Claim>>,
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

    /// What kind of file it is.
    pub(crate) const fn kind(&self) -> Kind {
        match self {
            Self::Study => Kind::Study,
            Self::Society => Kind::Society,
            Self::Regime(_) => Kind::Regime,
        }
    }

    /// The name of the regime, where it is one.
    #[must_use]
    pub const fn regime(&self) -> Option<&String> {
        if let Self::Regime(name) = self { Some(name) } else { None }
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

    /// The lowest and the highest value: the declared range if it has any width, else the limits of the
    /// schema.
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
    pub(crate) fn place(&self) -> String {
        format!("{}{}", self.part.prefix(), self.key)
    }

    /// What is wrong with a value for it, with what is allowed, if anything is.
    #[must_use]
    pub fn refuses(&self, value: &Setting) -> Option<(String, String)> {
        self.refuses_within(value, self.bounds())
    }

    pub(crate) fn refuses_within(
        &self,
        value: &Setting,
        [low, high]: [Option<f64>; 2],
    ) -> Option<(String, String)> {
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
