//! A world of a study: what is switched in it, and which regimes come into force where and when.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, written};
use crate::notes::{PhaseNote, TierNote, WorldNote};
use crate::word::{ByWord, Word};
use demerit_regime::{ErrorSource, ErrorSources, Mechanism, Mechanisms, Provision, Regime, Safeguard};
use demerit_society::population::city::Cities;
use std::collections::BTreeMap;

written! {
    /// A world.
    pub struct WorldFile {
        /// Name.
        #[schemars(length(min = 1, max = 40), pattern("^[a-z0-9][a-z0-9-]*$"))]
        pub name: String,
        /// Title for people; the name unless it is said.
        #[schemars(length(min = 1, max = 120))]
        pub title: Option<String>,
        /// Mechanisms switched off or on in this world alone.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        #[schemars(with = "ByWord<Mechanism, bool>")]
        pub mechanisms: BTreeMap<Word<Mechanism>, bool>,
        /// Sources of error switched off (`wrong-inference = false`) in this world: the remedy is perfect,
        /// and every rule stays.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        #[schemars(with = "ByWord<ErrorSource, bool>")]
        pub errors: BTreeMap<Word<ErrorSource>, bool>,
        /// Safeguards in force in this world, by name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub safeguards: Vec<Word<Safeguard>>,
        /// Persons, which have to be those of the study: twins are the same persons.
        #[schemars(range(min = 1, max = 1500000000))]
        pub persons: Option<u32>,
        /// Which regime comes into force where and when.
        #[schemars(length(min = 1, max = 50))]
        pub rollout: Vec<RolloutFile>,
    }

    /// From a year on, a regime is in force in some cities or everywhere.
    pub struct RolloutFile {
        /// Name of the phase that begins.
        #[schemars(length(min = 1, max = 40))]
        pub phase: String,
        /// Years after the start.
        #[schemars(range(min = 0.0, max = 600.0))]
        pub from_year: f64,
        /// The regime: a name in the catalogue, or the path of a file.
        pub regime: String,
        /// Cities by name (`c001` is the largest); everywhere unless `cities` or `pilot_share` says
        /// otherwise.
        #[schemars(length(min = 1))]
        pub cities: Option<Vec<String>>,
        /// Share of all persons who live in the cities in which it comes into force: whole cities, evenly
        /// spread over the ranks of size, that come nearest to it.
        #[schemars(range(min = 0.0001, max = 1.0))]
        pub pilot_share: Option<Figure>,
    }
}

impl WorldFile {
    /// The sources of error that there are in it.
    pub fn error_sources(&self) -> ErrorSources {
        self.errors.iter().fold(ErrorSources::ALL, |all, (word, &on)| all.with(word.0, on))
    }
}

impl RolloutFile {
    /// The tick with which the step begins.
    pub fn from(&self) -> u32 {
        demerit_society::ticks_of(self.from_year)
    }

    /// Places of the cities in which it comes into force; `None` for everywhere.
    fn cities(&self, all: &Cities) -> Option<Vec<u16>> {
        if let Some(named) = &self.cities {
            return Some(named.iter().filter_map(|name| all.named(name)).map(|city| city as u16).collect());
        }
        self.pilot_share.as_ref().map(|share| all.holding(share.value))
    }
}

/// A step of a world that is taken.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// What the study says of it.
    pub file: &'a RolloutFile,
    /// Its first tick.
    pub from: u32,
    /// Places of the cities in which it comes into force; `None` for everywhere.
    pub cities: Option<Vec<u16>>,
}

/// The steps that a world takes with these mechanisms: the last alone and everywhere from the start, where
/// nothing is rolled out step by step.
pub fn steps<'a>(world: &'a WorldFile, mechanisms: Mechanisms, cities: &Cities) -> Vec<Step<'a>> {
    if mechanisms.on(Mechanism::Rollout) {
        let step = |file: &'a RolloutFile| Step { file, from: file.from(), cities: file.cities(cities) };
        return world.rollout.iter().map(step).collect();
    }
    world.rollout.last().map(|file| Step { file, from: 0, cities: None }).into_iter().collect()
}

impl Step<'_> {
    /// What a report says of it.
    pub(super) fn note(&self, all: &Cities) -> PhaseNote {
        let everybody: u32 = all.all().iter().map(|city| city.persons).sum();
        let here = |cities: &Vec<u16>| cities.iter().map(|city| all.all()[usize::from(*city)].persons).sum();
        let persons = self.cities.as_ref().map_or(everybody, here);
        let wanted =
            self.file.pilot_share.as_ref().filter(|_| self.cities.is_some()).map(|share| share.value);
        PhaseNote {
            name: self.file.phase.clone(),
            from_tick: self.from,
            cities: self.cities.as_ref().map_or(all.all().len(), Vec::len) as u32,
            persons,
            wanted,
            miss: wanted.map(|share| f64::from(persons) / f64::from(everybody) - share),
        }
    }
}

/// Checks the steps of a world; `cities` are those of its society of so many `persons`.
pub(super) fn check(
    world: &str,
    rollout: &[RolloutFile],
    persons: u32,
    cities: Option<&Cities>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let mut before = 0.0;
    for (number, step) in rollout.iter().enumerate() {
        let place = format!("{world}.rollout[{number}]");
        if number == 0 && (step.from_year != 0.0 || step.cities.is_some() || step.pilot_share.is_some()) {
            let message = "the first step has to say what is in force everywhere from the start";
            diagnostics.fault(&place, message, "begin with from_year = 0 and neither cities nor pilot_share");
        }
        if step.from_year < before {
            let message = format!("year {} comes before the step before, {before}", step.from_year);
            diagnostics.fault(&format!("{place}.from_year"), message, "order the steps by year");
        }
        before = step.from_year;
        if step.cities.is_some() && step.pilot_share.is_some() {
            diagnostics.fault(&place, "both `cities` and `pilot_share` are given", "remove one of them");
        }
        let Some(cities) = cities else { continue };
        for (city, name) in step.cities.iter().flatten().enumerate() {
            if cities.named(name).is_none() {
                let last = cities.all().last().map_or("none", |city| city.name.as_str());
                let hint = format!("a society of {persons} persons has the cities c001 to {last}");
                let message = format!("there is no city `{name}`");
                diagnostics.fault(&format!("{place}.cities[{city}]"), message, hint.as_str());
            }
        }
    }
}

/// The last regime that comes into force within `ticks` and keeps a score, else the last of all.
fn last<'a>(
    rollout: &[RolloutFile],
    ticks: u32,
    regimes: &'a BTreeMap<String, Regime>,
) -> Option<&'a Regime> {
    let steps = rollout.iter().filter(|step| step.from() < ticks);
    let found: Vec<&Regime> = steps.filter_map(|step| regimes.get(&step.regime)).collect();
    found.iter().rev().find(|regime| regime.scale.is_some()).or(found.last()).copied()
}

/// What a report says of a world with these mechanisms: with the last regime that comes into force in its
/// `ticks` and keeps a score, else with the last of all.
pub(super) fn note(
    world: &WorldFile,
    mechanisms: Mechanisms,
    ticks: u32,
    regimes: &BTreeMap<String, Regime>,
) -> Option<WorldNote> {
    let regime = last(&world.rollout, ticks, regimes)?;
    let in_force: &[_] = if mechanisms.on(Mechanism::Safeguards) { &world.safeguards } else { &[] };
    let is_reviewed = in_force.iter().any(|guard| guard.0 == Safeguard::HumanReview);
    let tier = |tier: &demerit_regime::Tier| TierNote {
        name: tier.name.clone(),
        from: i32::from(tier.from.0),
        sanction: tier.sanction,
    };
    Some(WorldNote {
        name: world.name.clone(),
        title: world.title.clone().unwrap_or_else(|| world.name.clone()),
        off: mechanisms.off().map(|one| one.name().to_owned()).collect(),
        errors_off: world.error_sources().off().map(|one| one.name().to_owned()).collect(),
        safeguards: in_force.iter().map(Word::to_string).collect(),
        regime: regime.title.clone(),
        scale: regime.scale.map(|scale| [i32::from(scale.floor.0), i32::from(scale.ceiling.0)]),
        start: regime.scale.map(|scale| i32::from(scale.start.0)),
        tiers: regime.tiers.all().iter().map(tier).collect(),
        provisions: Provision::of(regime, is_reviewed).iter().map(Provision::to_string).collect(),
    })
}
