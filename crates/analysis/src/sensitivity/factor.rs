//! Factors: the figures of a study that have a declared range, and how a scenario gets other values for them.
//!
//! Model: a figure's place from 0 to 1 is its place in the range that the file declares: even in the value,
//! or even in its logarithm where the file declares that (`scale = "log"`); rounded where the file takes
//! whole numbers only. Files may bound figures by each other. Each figure is tried alone at both ends first:
//!
//! 1. where an end makes no valid scenario, but does once the list that it stands in is scaled back to its
//!    sum, the list is balanced (see `balance`);
//! 2. else the range is cut to what is valid beside the declared values of all others;
//! 3. where less than a twentieth of the range is left, the figure is left out.
//!
//! All are told by name, the latter with the reason. A point at which figures do not fit each other is drawn
//! in: those of the table at fault go toward their declared values by eighths of the way until the scenario
//! is valid, and if that is not enough, those of the tables around it.
//!
//! Source: our assumption, as files say no more of a figure's uncertainty than its range. Leaves out: figures
//! that hang together otherwise.

use super::balance::Balance;
use demerit_scenario::draft::Draft;
use demerit_scenario::figure::Scale;
use demerit_scenario::figures::{Located, Part};
use demerit_scenario::load::{LoadError, Scenario};
use demerit_worlds::LiveError;
use serde::{Deserialize, Serialize};

/// What faults name a study with other values.
const CHANGED: &str = "the study with other values";
/// How much of a declared range has to be left.
const LEAST: f64 = 0.05;
/// Halvings when the end of what is valid is looked for.
const HALVINGS: u32 = 10;
/// Parts of the way by which points are drawn in.
const PARTS: u32 = 8;

/// A figure that is varied.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Factor {
    /// The file: `society NAME`, `regime NAME` or `study NAME`.
    pub file: String,
    /// Its place in the file.
    pub key: String,
    /// The name of the rule, tier, gate or other item that it belongs to, where that has one.
    pub item: Option<String>,
    /// The value that the file declares.
    pub declared: f64,
    /// From where it is varied.
    pub low: f64,
    /// Up to where.
    pub high: f64,
    /// How.
    pub scale: Scale,
    /// Whether it takes whole numbers only.
    pub whole: bool,
    /// The figure.
    #[serde(skip)]
    figure: Located,
}

/// A figure whose range was cut, or that was left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// The file.
    pub file: String,
    /// Its place in the file.
    pub key: String,
    /// The range that the file declares.
    pub declared: [f64; 2],
    /// What is left of it; nothing where the figure was left out.
    pub left: Option<[f64; 2]>,
    /// Why.
    pub why: String,
}

/// Factors that were drawn in, with the values that they got.
pub(crate) type Drawn = Vec<(usize, f64)>;

/// All that is varied of a scenario.
pub(crate) struct Factors {
    pub(crate) all: Vec<Factor>,
    pub(crate) bounds: Vec<Bound>,
    /// Lists that keep their sum.
    pub(super) balances: Vec<Balance>,
    /// Figures of the same files without a range, by name.
    pub(crate) fixed: Vec<String>,
    /// Figures with a range that were not asked for.
    pub(super) unasked: usize,
    base: Scenario,
    /// Every figure of the files that are varied.
    figures: Vec<Located>,
}

impl Factor {
    /// The value at a place from 0 to 1.
    #[must_use]
    pub fn value(&self, place: f64) -> f64 {
        let value = match self.scale {
            Scale::Even => self.low + place * (self.high - self.low),
            Scale::Log => self.low * libm::pow(self.high / self.low, place),
        };
        self.rounded(value).clamp(self.low, self.high)
    }

    /// Whether it says something of the regimes, or of where they are in force.
    pub(crate) const fn is_of_regime(&self) -> bool {
        !matches!(self.figure.part, Part::Society)
    }

    /// A figure of no file, for tests of what is told.
    #[cfg(test)]
    pub(super) fn made_up(file: &str, key: &str, declared: f64, [low, high]: [f64; 2], scale: Scale) -> Self {
        let scenario =
            demerit_scenario::load::study("no-dark-corner", &demerit_scenario::load::NoFiles).unwrap();
        let figure = scenario.figure("cities.cameras").unwrap();
        let (file, key) = (file.to_owned(), key.to_owned());
        Self { file, key, item: None, declared, low, high, scale, whole: false, figure }
    }

    fn rounded(&self, value: f64) -> f64 {
        if self.whole { libm::round(value) } else { value }
    }

    /// Its whole name.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.item {
            Some(item) => format!("{}: {} ({item})", self.file, self.key),
            None => format!("{}: {}", self.file, self.key),
        }
    }
}

impl Factors {
    /// Finds and tries the figures of the society, of these regimes and of the study whose name holds one of
    /// these words, or all.
    pub(crate) fn of(
        scenario: &Scenario,
        regimes: &[String],
        only: &[String],
        files: &dyn Fn(&Part) -> bool,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Self, LiveError> {
        let regimes = regimes.iter().cloned().map(Part::Regime);
        let parts = [Part::Society].into_iter().chain(regimes).chain([Part::Study]);
        let figures: Vec<Located> = parts
            .flat_map(|part| scenario.figures_of(&part))
            .filter(|one| one.is_figure && files(&one.part))
            .collect();
        let mut found = Self {
            all: Vec::new(),
            bounds: Vec::new(),
            balances: Vec::new(),
            fixed: Vec::new(),
            unasked: 0,
            base: scenario.clone(),
            figures,
        };
        for one in &found.figures {
            let (Some([low, high]), Some(declared)) =
                (one.range.filter(|[low, high]| low < high), one.number())
            else {
                found.fixed.push(one.name());
                continue;
            };
            if !only.is_empty() && !only.iter().any(|word| is_meant(one, word)) {
                found.unasked += 1;
                continue;
            }
            found.all.push(Factor {
                file: one.file.clone(),
                key: one.key.clone(),
                item: one.item.clone(),
                declared,
                low,
                high,
                scale: one.scale,
                whole: false,
                figure: one.clone(),
            });
        }
        if found.all.is_empty() {
            let words: Vec<String> = only.iter().map(|word| format!("`{word}`")).collect();
            return Err(LiveError::Options(if only.is_empty() {
                "no figure of this study, its society and its regimes has a declared range, so that there is nothing to vary".into()
            } else {
                format!(
                    "no figure with a declared range has {} in its name; `demerit list parameters` tells them",
                    words.join(" or ")
                )
            }));
        }
        let seed = scenario.study.seed;
        let mut all = Vec::new();
        let count = found.all.len();
        for (index, factor) in std::mem::take(&mut found.all).into_iter().enumerate() {
            if !go_on(index, count) {
                return Err(LiveError::Stopped);
            }
            all.extend(found.tried(factor, seed));
        }
        found.all = all;
        if found.all.is_empty() {
            let why = "every figure with a declared range is bound by others, so that none can be varied";
            return Err(LiveError::Options(why.to_owned()));
        }
        Ok(found)
    }

    /// A factor with what of its range is valid, all others as declared.
    fn tried(&mut self, mut factor: Factor, seed: u64) -> Option<Factor> {
        let valid = |value: f64| self.build(&[(&factor, value)], seed).map(drop);
        let declared = [factor.low, factor.high];
        let half = factor.declared + if factor.high > factor.declared { 0.5 } else { -0.5 };
        let are_whole = [factor.declared, factor.low, factor.high].iter().all(|one| one.fract() == 0.0);
        let whole = are_whole && valid(half).is_err();
        if declared.iter().any(|&end| valid(end).is_err()) && self.balanced(&factor, seed) {
            return Some(factor);
        }
        let valid = |value: f64| self.build(&[(&factor, value)], seed).map(drop);
        let mut why = String::new();
        let mut ends = declared;
        for end in &mut ends {
            let Err(fault) = valid(*end) else { continue };
            why = reason(&fault);
            let (mut good, mut bad) = (factor.declared, *end);
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(good, bad);
                let middle = if whole { libm::round(middle) } else { middle };
                if middle == good || middle == bad {
                    break;
                }
                if valid(middle).is_ok() { good = middle } else { bad = middle }
            }
            *end = good;
        }
        factor.whole = whole;
        if ends == declared {
            return Some(factor);
        }
        let is_left = ends[1] - ends[0] >= LEAST * (declared[1] - declared[0]);
        self.bounds.push(Bound {
            file: factor.file.clone(),
            key: factor.key.clone(),
            declared,
            left: is_left.then_some(ends),
            why,
        });
        is_left.then(|| Factor { low: ends[0], high: ends[1], ..factor })
    }

    /// Whether a factor can go over its whole range once its list keeps its sum; if so, the list does from
    /// now on.
    fn balanced(&mut self, factor: &Factor, seed: u64) -> bool {
        let Some(balance) = Balance::of(&self.figures, &factor.figure) else {
            return false;
        };
        self.balances.push(balance);
        let fits = [factor.low, factor.high].iter().all(|&end| self.build(&[(factor, end)], seed).is_ok());
        if !fits {
            self.balances.pop();
        }
        fits
    }

    /// The scenario at a point, and the factors that had to be drawn in for it, with what they got.
    pub(crate) fn at(&self, place: &[f64], seed: u64) -> Result<(Scenario, Drawn), String> {
        let mut values: Vec<f64> =
            self.all.iter().zip(place).map(|(factor, &place)| factor.value(place)).collect();
        let mut drawn: Vec<usize> = Vec::new();
        // Each round either ends or draws in more figures, all of them at last.
        loop {
            let named: Vec<(&Factor, f64)> = self.all.iter().zip(values.iter().copied()).collect();
            let fault = match self.build(&named, seed) {
                Ok(scenario) => {
                    drawn.sort_unstable();
                    let drawn = drawn.iter().map(|&factor| (factor, values[factor])).collect();
                    return Ok((scenario, drawn));
                }
                Err(fault) => fault,
            };
            let more = self.at_fault(&fault, &drawn);
            if more.is_empty() {
                return Err(fault.to_string());
            }
            drawn.extend(more);
            for part in (0..PARTS).rev() {
                for &factor in &drawn {
                    let one = &self.all[factor];
                    let far = one.value(place[factor]) - one.declared;
                    values[factor] = one.rounded(one.declared + far * f64::from(part) / f64::from(PARTS));
                }
                let named: Vec<(&Factor, f64)> = self.all.iter().zip(values.iter().copied()).collect();
                if self.build(&named, seed).is_ok() {
                    break;
                }
            }
        }
    }

    /// The factors nearest to a fault that are not among those drawn in.
    fn at_fault(&self, fault: &LoadError, drawn: &[usize]) -> Vec<usize> {
        let LoadError::Faults(all) = fault else { return self.rest(drawn, "") };
        let key = all.first().and_then(|faults| faults.faults.first()).map_or("", |fault| fault.key.as_str());
        let mut place = key;
        loop {
            let near = self.rest(drawn, place);
            if !near.is_empty() || place.is_empty() {
                return near;
            }
            place = &place[..place.rfind(['.', '[']).unwrap_or(0)];
        }
    }

    fn rest(&self, drawn: &[usize], place: &str) -> Vec<usize> {
        let near = |one: &usize| !drawn.contains(one) && self.all[*one].figure.lies_in(place);
        (0..self.all.len()).filter(near).collect()
    }

    /// The scenario with these values and this seed.
    fn build(&self, values: &[(&Factor, f64)], seed: u64) -> Result<Scenario, LoadError> {
        let mut base = self.base.clone();
        base.study.seed = seed;
        let mut draft = Draft::of(&base);
        for (factor, value) in values {
            draft.set(&factor.figure, *value);
        }
        self.balances.iter().for_each(|balance| balance.restore(&mut draft));
        draft.resolve(CHANGED)
    }
}

/// Whether a word is in the name of a figure, or leads to it or to what is around it as a path.
fn is_meant(one: &Located, word: &str) -> bool {
    let rest = one.path.strip_prefix(word);
    one.name().contains(word) || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The first fault without place and path, which are those of a file that nobody wrote.
fn reason(fault: &LoadError) -> String {
    let LoadError::Faults(all) = fault else { return fault.to_string() };
    all.first().and_then(|faults| faults.faults.first()).map_or_else(String::new, |fault| {
        if fault.key.is_empty() { fault.message.clone() } else { format!("{}: {}", fault.key, fault.message) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(low: f64, high: f64, scale: Scale, whole: bool) -> Factor {
        Factor { whole, ..Factor::made_up("f", "k", low, [low, high], scale) }
    }

    #[test]
    fn places_in_a_range_are_even_or_even_in_the_logarithm() {
        let even = factor(2.0, 6.0, Scale::Even, false);
        assert_eq!([0.0, 0.25, 1.0].map(|place| even.value(place)), [2.0, 3.0, 6.0]);
        let far = factor(0.01, 1.0, Scale::Log, false);
        assert!((far.value(0.5) - 0.1).abs() < 1e-12 && far.value(0.0) == 0.01 && far.value(1.0) == 1.0);
        let below = factor(-20.0, -1.0, Scale::Log, true);
        assert_eq!([0.0, 0.5, 1.0].map(|place| below.value(place)), [-20.0, -4.0, -1.0]);
    }
}
