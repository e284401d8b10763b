//! Settings: what somebody changes about a scenario, and the scenario of two worlds that comes of it.
//!
//! Model: the base's first two worlds, or its first world changed beside the same unchanged. Mechanisms that
//! are off and safeguards that are on count for the first world alone, beside what the base says. A figure of
//! a regime counts for the first world: where the other world is under the same regime, the first gets a copy
//! of it. A figure of the society counts for both, since both are the same persons.
//!
//! Symbols: values in the unit of their figure, within the range that its file declares, else within what the
//! file allows. Source: our choice. Leaves out: lists, gates and words, which are changed in a file.

use super::figures::regimes_of;
use demerit_regime::{Mechanism, Safeguard};
use demerit_scenario::draft::Draft;
use demerit_scenario::figures::{Located, Part};
use demerit_scenario::load::{LoadError, Scenario};
use demerit_scenario::schema_check::did_you_mean;
use demerit_scenario::study::WorldFile;
use demerit_scenario::word::Word;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use thiserror::Error;

/// How many persons can be explored.
pub const PERSONS: RangeInclusive<u32> = 100..=400_000;

/// The highest seed.
const LAST_SEED: u64 = 9_007_199_254_740_991;

/// What is changed about a base, and how much of it is lived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Name of the base: a study of the catalogue, or whatever the caller knows by a name.
    pub base: String,
    /// Persons.
    pub persons: u32,
    /// Years, at most those of the base.
    pub years: f64,
    /// Seed of all luck.
    pub seed: u64,
    /// What stands beside the first world.
    pub beside: Beside,
    /// Mechanisms switched off in the first world.
    pub off: Vec<String>,
    /// Safeguards in force in the first world.
    pub safeguards: Vec<String>,
    /// Figures with other values, by path: `society: PATH` or `regime NAME: PATH`, items by their names or
    /// numbers.
    pub figures: BTreeMap<String, f64>,
}

/// What stands beside the first world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beside {
    /// The base's second world.
    #[default]
    Twin,
    /// The base's first world as it is.
    Unchanged,
}

impl Default for Settings {
    /// The study that `demerit run` runs, with fewer persons.
    fn default() -> Self {
        Self {
            base: "no-dark-corner".to_owned(),
            persons: 100_000,
            years: 12.0,
            seed: 2018,
            beside: Beside::Twin,
            off: Vec::new(),
            safeguards: Vec::new(),
            figures: BTreeMap::new(),
        }
    }
}

/// What cannot be set as asked.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[error("{place}: {message}")]
pub struct SettingsError {
    /// Where: the key of the settings, with the name of the figure or switch.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What is allowed, or was probably meant.
    pub hint: Option<String>,
}

fn fault<T>(
    place: impl Into<String>,
    message: String,
    hint: impl Into<Option<String>>,
) -> Result<T, SettingsError> {
    Err(SettingsError { place: place.into(), message, hint: hint.into() })
}

impl From<LoadError> for SettingsError {
    /// The first fault, in the words of the file.
    fn from(error: LoadError) -> Self {
        let message = error.to_string();
        match error {
            LoadError::Faults(all) => {
                let first = all.into_iter().next().and_then(|faults| faults.faults.into_iter().next());
                let (place, message, hint) =
                    first.map_or(("settings".into(), message, None), |one| (one.key, one.message, one.hint));
                Self { place, message, hint }
            }
            LoadError::Unknown { hint, .. } => Self { place: "base".into(), message, hint },
            LoadError::Io { .. } | LoadError::Stopped => Self { place: "base".into(), message, hint: None },
        }
    }
}

impl Settings {
    /// Settings that change nothing about a base, as far as they allow.
    #[must_use]
    pub fn of(name: &str, base: &Scenario) -> Self {
        let study = &base.study;
        Self {
            base: name.to_owned(),
            persons: study.persons.clamp(*PERSONS.start(), 100_000),
            years: study.years,
            seed: study.seed,
            beside: if study.worlds.len() > 1 { Beside::Twin } else { Beside::Unchanged },
            ..Self::default()
        }
    }

    /// The scenario of two worlds that they make of a base.
    ///
    /// # Errors
    /// The first thing that cannot be set as asked, with its place and what is allowed.
    pub fn scenario(&self, base: &Scenario) -> Result<Scenario, SettingsError> {
        self.check_size(base)?;
        let mut named = base.clone();
        let changes = self.changes(base);
        let study = &mut named.study;
        (study.persons, study.years, study.seed) = (self.persons, self.years, self.seed);
        study.horizon = None;
        // Two worlds of exactly these persons are what is asked for, whatever the study leaves out.
        for one in [Mechanism::Twin, Mechanism::WholeCountry] {
            study.mechanisms.remove(&Word(one));
        }
        let mut worlds = std::mem::take(&mut study.worlds).into_iter();
        let Some(before) = worlds.next() else {
            return fault("base", "the study has no world".to_owned(), None);
        };
        let mut first = WorldFile { persons: None, ..before.clone() };
        self.switch(&mut first)?;
        let second = match (self.beside, worlds.next()) {
            (Beside::Unchanged, _) => as_it_is(before),
            (Beside::Twin, Some(twin)) => WorldFile { persons: None, ..twin },
            (Beside::Twin, None) => {
                let hint = "choose `unchanged`: the first world as it is".to_owned();
                return fault("beside", format!("the study `{}` has one world alone", study.name), hint);
            }
        };
        study.worlds = vec![first, second];
        if !changes.is_empty() {
            study.name = format!("{}-changed", study.name.chars().take(50).collect::<String>());
            let changes = changes.join("; ");
            let told = format!("\n\nWhat was changed, against the study that it comes from: {changes}.");
            let room = 4_000_usize.saturating_sub(told.chars().count());
            study.about = study.about.chars().take(room).chain(told.chars()).take(4_000).collect();
        }
        let path = format!("study {}", named.study.name);
        let figures = self.checked(&named)?;
        let copies = own_regimes(&mut named, &figures);
        let mut draft = Draft::of(&named);
        for (mut one, value) in figures {
            if let Part::Regime(name) = &one.part
                && let Some(copy) = copies.get(name)
            {
                one.part = Part::Regime(copy.clone());
            }
            draft.set(&one, value);
        }
        Ok(draft.resolve(&path)?)
    }

    fn check_size(&self, base: &Scenario) -> Result<(), SettingsError> {
        if !PERSONS.contains(&self.persons) {
            let hint = format!("from {} to {}", PERSONS.start(), PERSONS.end());
            return fault("persons", format!("{} persons cannot be explored", self.persons), hint);
        }
        let most = base.study.years;
        if !(self.years > 0.0 && self.years <= most) {
            let hint = format!("above 0 and up to {most}, those of the study");
            return fault("years", format!("{} years cannot be explored", self.years), hint);
        }
        if self.seed > LAST_SEED {
            return fault("seed", format!("{} is too high", self.seed), format!("from 0 to {LAST_SEED}"));
        }
        Ok(())
    }

    /// Switches the mechanisms and safeguards of the first world.
    fn switch(&self, world: &mut WorldFile) -> Result<(), SettingsError> {
        let unknown = |place: String, what: &str, name: &str, all: Vec<&str>| {
            let near = did_you_mean(name, &all).map(|near| format!("did you mean `{near}`? "));
            let hint = format!("{}one of: {}", near.unwrap_or_default(), all.join(", "));
            fault(place, format!("there is no {what} `{name}`"), hint)
        };
        for (at, name) in self.off.iter().enumerate() {
            match Mechanism::named(name) {
                Some(Mechanism::Twin | Mechanism::WholeCountry) => {
                    let message = format!("`{name}` is no part of a world, and cannot be off in one");
                    return fault(format!("off[{at}]"), message, None);
                }
                Some(one) => _ = world.mechanisms.insert(Word(one), false),
                None => {
                    let all = Mechanism::ALL.map(Mechanism::name).to_vec();
                    return unknown(format!("off[{at}]"), "mechanism", name, all);
                }
            }
        }
        for (at, name) in self.safeguards.iter().enumerate() {
            let Some(one) = Safeguard::named(name).map(Word) else {
                let all = Safeguard::ALL.map(Safeguard::name).to_vec();
                return unknown(format!("safeguards[{at}]"), "safeguard", name, all);
            };
            if !world.safeguards.contains(&one) {
                world.safeguards.push(one);
            }
        }
        Ok(())
    }

    /// The figures that are set, each held against its range.
    fn checked(&self, scenario: &Scenario) -> Result<Vec<(Located, f64)>, SettingsError> {
        let regimes = regimes_of(scenario, 0);
        let mut found = Vec::new();
        for (name, &value) in &self.figures {
            let place = format!("figures[{name:?}]");
            let nowhere = |hint| {
                let message =
                    format!("neither the society nor a regime of the first world has a figure `{name}`");
                fault(place.clone(), message, hint)
            };
            let one = match scenario.figure(name) {
                Ok(one) => one,
                Err(missing) => return nowhere(missing.hint),
            };
            if !one.is_figure || one.part.regime().is_some_and(|regime| !regimes.contains(regime)) {
                return nowhere(None);
            }
            if let Some((_, hint)) = one.refuses(&value.into()) {
                return fault(place, format!("{name} = {value} is out of its range"), hint);
            }
            found.push((one, value));
        }
        Ok(found)
    }

    /// What is changed about a base, in words.
    fn changes(&self, base: &Scenario) -> Vec<String> {
        let (study, usual) = (&base.study, Self::of(&self.base, base));
        let beside = match self.beside {
            Beside::Twin => "beside it the second world",
            Beside::Unchanged => "beside it the first world as it is",
        };
        let plain = [
            (self.persons != study.persons).then(|| format!("persons = {}", self.persons)),
            (self.years.total_cmp(&usual.years).is_ne()).then(|| format!("years = {}", self.years)),
            (self.seed != usual.seed).then(|| format!("seed = {}", self.seed)),
            (self.beside != usual.beside).then(|| beside.to_owned()),
        ];
        let off = self.off.iter().map(|name| format!("{name} off"));
        let on = self.safeguards.iter().map(|name| format!("{name} in force"));
        let figures = self.figures.iter().map(|(name, value)| format!("{name} = {value}"));
        off.chain(on).chain(figures).chain(plain.into_iter().flatten()).collect()
    }
}

/// A world under another name, to stand beside itself changed.
fn as_it_is(world: WorldFile) -> WorldFile {
    let name = if world.name == "as-it-is" { "as-it-was" } else { "as-it-is" };
    let title = world.title.as_deref().unwrap_or(&world.name);
    let title = format!("{}, unchanged", title.chars().take(100).collect::<String>());
    WorldFile { name: name.to_owned(), title: Some(title), persons: None, ..world }
}

/// Gives the first world regimes of its own where figures of theirs are set and the second world is under
/// them too; says how the copies are called.
fn own_regimes(scenario: &mut Scenario, figures: &[(Located, f64)]) -> BTreeMap<String, String> {
    let set: Vec<&String> = figures.iter().filter_map(|(one, _)| one.part.regime()).collect();
    let beside = regimes_of(scenario, 1);
    // A regime that is fed by one that is set is another regime too.
    let is_other = |name: &String| {
        let feed = scenario.regimes.get(name).and_then(|one| one.feed.as_ref());
        set.contains(&name) || feed.is_some_and(|feed| set.contains(&&feed.regime))
    };
    let shared = regimes_of(scenario, 0).into_iter().filter(|name| is_other(name) && beside.contains(name));
    let copies: BTreeMap<String, String> = shared
        .map(|name| {
            let mut copy = format!("{name}-changed");
            while scenario.regimes.contains_key(&copy) {
                copy.push('-');
            }
            (name, copy)
        })
        .collect();
    for (name, copy) in &copies {
        let Some(mut regime) = scenario.regimes.get(name).cloned() else { continue };
        if let Some(feed) = &mut regime.feed
            && let Some(company) = copies.get(&feed.regime)
        {
            feed.regime.clone_from(company);
        }
        scenario.regimes.insert(copy.clone(), regime);
    }
    for step in scenario.study.worlds.iter_mut().take(1).flat_map(|world| &mut world.rollout) {
        if let Some(copy) = copies.get(&step.regime) {
            step.regime.clone_from(copy);
        }
    }
    copies
}
