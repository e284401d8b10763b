//! A study file: one society, worlds with their regimes over time, a span, a seed, what is kept.
//!
//! A part is one file here: how it is written, what is checked of it, what it resolves to, and what a report
//! says of it.

mod ensemble;
mod measures;
mod mechanisms;
mod safeguards;
mod world;

pub use ensemble::EnsembleFile;
pub use measures::MeasureName;
pub use mechanisms::{Row as MechanismRow, rows as mechanisms};
pub use safeguards::{SafeguardsFile, rows as safeguards};
pub use world::{RolloutFile, Step, WorldFile, steps};

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{usual, written};
use crate::notes::{PhaseNote, WorldNote};
use crate::word::{ByWord, Word};
use demerit_kernel::{Draws, Seed};
use demerit_regime::{Mechanism, Mechanisms, Regime, Safeguards};
use demerit_society::population::city::{Cities, CityPlan};
use std::collections::{BTreeMap, BTreeSet};

written! {
    /// A study.
    pub struct StudyFile {
        /// Name: that of the run folder.
        #[schemars(length(min = 1, max = 60), pattern("^[a-z0-9][a-z0-9-]*$"))]
        pub name: String,
        /// Title for people.
        #[schemars(length(min = 1, max = 200))]
        pub title: String,
        /// What it asks, in a few sentences.
        #[schemars(length(min = 1, max = 4000))]
        pub about: String,
        /// The society: a name in the catalogue, or the path of a file, relative to this one.
        pub society: String,
        /// Persons.
        #[schemars(range(min = 1, max = 1500000000))]
        pub persons: u32,
        /// Calendar year of the first week.
        #[schemars(range(min = 1000, max = 3000))]
        pub start_year: i32,
        /// Years; a year has 52 weeks, a week is a tick.
        #[schemars(range(min = 0.0, max = 600.0))]
        pub years: f64,
        /// Years that the worlds live on to, at least `years`: the numbers stay those of `years`, and those
        /// of the last year before the horizon stand beside them.
        #[schemars(range(min = 0.0, max = 600.0))]
        pub horizon: Option<f64>,
        /// Seed of all luck.
        #[schemars(range(min = 0, max = 9007199254740991u64))]
        pub seed: u64,
        /// Persons whose lives are kept event by event.
        #[serde(default = "usual::<1000>")]
        #[schemars(range(min = 0, max = 100000))]
        pub cohort: u32,
        /// Weeks between two readings of the measures.
        #[serde(default = "usual::<4>")]
        #[schemars(range(min = 1, max = 52))]
        pub measure_every: u32,
        /// Measures wanted; all of them unless named here.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub measures: Vec<Word<MeasureName>>,
        /// Mechanisms switched off (`spillover = false`) in every world; all are on unless it is said.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        #[schemars(with = "ByWord<Mechanism, bool>")]
        pub mechanisms: BTreeMap<Word<Mechanism>, bool>,
        /// Whether a run draws the ranges of the study's files too; it does not unless it is said.
        pub ensemble: Option<EnsembleFile>,
        /// How strong the safeguards are that worlds name.
        pub safeguards: Option<SafeguardsFile>,
        #[doc = "The worlds, the one of interest first, its twin after it; further ones are compared with the same twin."]
        #[schemars(length(min = 1, max = 60))]
        pub worlds: Vec<WorldFile>,
    }
}

impl StudyFile {
    /// The mechanisms that are on in a world: what the study switches, then what the world does.
    pub fn mechanisms_in(&self, world: &WorldFile) -> Mechanisms {
        mechanisms::resolve(self.mechanisms.iter().chain(&world.mechanisms))
    }

    /// The safeguards in force in a world, with the study's strengths.
    pub fn safeguards_in(&self, world: &WorldFile) -> Safeguards {
        safeguards::resolve(self.safeguards.as_ref(), &world.safeguards)
    }

    /// What a report says of a world that is lived for so many ticks.
    pub(crate) fn note(
        &self,
        world: &WorldFile,
        ticks: u32,
        regimes: &BTreeMap<String, Regime>,
    ) -> Option<WorldNote> {
        world::note(world, self.mechanisms_in(world), ticks, regimes)
    }

    /// The phases of a world, which lives in these cities.
    #[must_use]
    pub fn phases_in(&self, world: &WorldFile, cities: &Cities) -> Vec<PhaseNote> {
        steps(world, self.mechanisms_in(world), cities).iter().map(|step| step.note(cities)).collect()
    }

    /// The cities that the study's persons live in.
    #[must_use]
    pub fn cities(&self, plan: &CityPlan) -> Cities {
        Cities::new(plan, self.persons.max(1), &Draws::new(Seed(self.seed)))
    }
}

/// Checks what has to hold between the fields of a study, and between it and its society.
pub(crate) fn check(study: &StudyFile, plan: Option<&CityPlan>, diagnostics: &mut Diagnostics<'_>) {
    let off = |one: Mechanism| study.worlds.iter().all(|world| !study.mechanisms_in(world).on(one));
    measures::check(&study.measures, off, diagnostics);
    if let Some(horizon) = study.horizon.filter(|horizon| *horizon < study.years) {
        let message = format!("the horizon {horizon} lies before the end of the {} years", study.years);
        diagnostics.fault("horizon", message, "write at least `years`, or remove it");
    }
    // The cities of a whole country are many: they are laid out only where one is named.
    let mut steps = study.worlds.iter().flat_map(|world| &world.rollout);
    let names_any = steps.any(|step| step.cities.is_some());
    let cities = plan.filter(|_| names_any).map(|plan| study.cities(plan));
    let mut names = BTreeSet::new();
    for (number, world) in study.worlds.iter().enumerate() {
        let place = format!("worlds[{number}]");
        if !names.insert(&world.name) {
            let message = format!("world `{}` is there already", world.name);
            diagnostics.fault(&format!("{place}.name"), message, None);
        }
        if world.persons.is_some_and(|persons| persons != study.persons) {
            let message = format!(
                "a twin of another size: world `{}` would not hold the same {} persons",
                world.name, study.persons
            );
            diagnostics.fault(&format!("{place}.persons"), message, "remove it");
        }
        world::check(&place, &world.rollout, study.persons, cities.as_ref(), diagnostics);
    }
}

/// Checks that some regime of each world has something for its safeguards to guard.
pub(crate) fn check_safeguards(
    study: &StudyFile,
    regimes: &BTreeMap<String, Regime>,
    diagnostics: &mut Diagnostics<'_>,
) {
    for (number, world) in study.worlds.iter().enumerate() {
        let named: Option<Vec<&Regime>> =
            world.rollout.iter().map(|step| regimes.get(&step.regime)).collect();
        // A regime with faults of its own has them reported by itself.
        let Some(named) = named else { continue };
        safeguards::check(&format!("worlds[{number}].safeguards"), &world.safeguards, &named, diagnostics);
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{Kind, text};
    use crate::load::{self, LoadError};

    /// What is wrong with the catalogue's study where one text in it is another.
    pub(super) fn told(old: &str, new: &str) -> Vec<String> {
        let study = text(Kind::Study, "no-dark-corner").unwrap();
        assert!(study.contains(old));
        match load::sent(&study.replacen(old, new, 1)) {
            Ok(_) => Vec::new(),
            Err(LoadError::Faults(found)) => {
                found.into_iter().flat_map(|one| one.faults).map(|one| one.message).collect()
            }
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn faults_of_keys_and_faults_across_keys_are_told_together() {
        let new = "years = \"twelve\"\nseed = 2018\nmeasures = [\"sanctionned\"]\ncolour = 3\nmechanisms = { spilover = false }\n";
        let told = told("years = 12\nseed = 2018\n", new);
        assert_eq!(told.len(), 4, "{told:?}");
        for part in
            ["unknown key `colour`", "found the text", "no measure `sanctionned`", "no mechanism `spilover`"]
        {
            assert!(told.iter().any(|one| one.contains(part)), "{part} {told:?}");
        }
    }

    #[test]
    fn a_horizon_lies_beyond_the_years() {
        let with = |horizon: &str| told("years = 12\n", &format!("years = 12\nhorizon = {horizon}\n"));
        assert_eq!(with("40"), [""; 0]);
        assert_eq!(with("12"), [""; 0]);
        assert_eq!(with("11.5"), ["the horizon 11.5 lies before the end of the 12 years"]);
    }

    #[test]
    fn what_is_wrong_already_is_not_told_again() {
        let told = told("society = \"china-2020\"", "society = 7");
        assert_eq!(told.len(), 1, "no society is looked for: {told:?}");
    }
}
