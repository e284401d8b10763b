//! A scenario: a study with all that it names, as written and as resolved.

use super::text::LoadError;
use crate::faults::Faults;
use crate::figure::written;
use crate::notes::{ClaimNote, PhaseNote, WorldNote};
use crate::regime::{self, RegimeFile};
use crate::society::SocietyFile;
use crate::study::{StudyFile, WorldFile};
use crate::word::Word;
use demerit_kernel::Draws;
use demerit_regime::{Matter, Mechanism, Regime};
use demerit_society::society::SocietyPlan;
use demerit_society::{Society, SocietyError};
use std::collections::BTreeMap;

/// A study with its society and regimes, as written and as resolved.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The study.
    pub study: StudyFile,
    /// Its society.
    pub society: SocietyFile,
    /// Its regimes, by the names that the study gives them.
    pub regimes: BTreeMap<String, RegimeFile>,
    /// The society, resolved.
    pub plan: SocietyPlan,
    /// The regimes, resolved.
    pub resolved: BTreeMap<String, Regime>,
}

impl Scenario {
    /// Ticks of the study's years: those that its numbers are about.
    #[must_use]
    pub fn ticks(&self) -> u32 {
        demerit_society::ticks_of(self.study.years)
    }

    /// Ticks that a run lives: those up to the horizon, or those of the years where there is none.
    #[must_use]
    pub fn horizon(&self) -> u32 {
        self.study.horizon.map_or_else(|| self.ticks(), demerit_society::ticks_of)
    }

    /// The worlds that are run: the first alone where the study has no twin.
    #[must_use]
    pub fn worlds(&self) -> &[WorldFile] {
        let most = if self.has_everywhere(Mechanism::Twin) { usize::MAX } else { 1 };
        &self.study.worlds[..most.min(self.study.worlds.len())]
    }

    /// The society that these draws make, without the deeds that no regime of the study has a use for.
    pub fn society(&self, draws: Draws) -> Result<Society, SocietyError> {
        let society = Society::new(&self.plan, self.study.persons, draws)?;
        Ok(society.only(|matter| self.uses(matter), |matter| self.rewards(matter)))
    }

    /// Whether any regime of the study has a use for a matter.
    pub fn uses(&self, matter: Matter) -> bool {
        self.resolved.values().any(|regime| regime.uses(matter))
    }

    /// Whether any regime of the study rewards a matter.
    pub fn rewards(&self, matter: Matter) -> bool {
        self.resolved.values().any(|regime| regime.rewards(matter))
    }

    /// Whether the study leaves a mechanism on.
    pub fn has_everywhere(&self, one: Mechanism) -> bool {
        self.study.mechanisms.get(&Word(one)).copied().unwrap_or(true)
    }

    /// Checks that the cities that the study names exist in a society of its size, which a caller may have
    /// changed.
    pub fn recheck_cities(&self) -> Result<(), LoadError> {
        let cities = self.study.cities(&self.plan.cities);
        let steps = self.study.worlds.iter().flat_map(|world| &world.rollout);
        let mut named = steps.flat_map(|step| step.cities.iter().flatten());
        let Some(name) = named.find(|name| cities.named(name).is_none()) else { return Ok(()) };
        let message = format!("there is no city `{name}` in a society of {} persons", self.study.persons);
        let last = cities.all().last().map_or("none", |city| city.name.as_str());
        let hint = format!("it has the cities c001 to {last}");
        Err(Faults::of_file(&format!("study {}", self.study.name), message, Some(hint)).into())
    }

    /// Every part of every regime with its claim status.
    #[must_use]
    pub fn claims(&self) -> Vec<ClaimNote> {
        self.resolved.iter().flat_map(|(name, regime)| regime::claims(name, regime)).collect()
    }

    /// What a report says of each world.
    #[must_use]
    pub fn world_notes(&self) -> Vec<WorldNote> {
        let note = |world| self.study.note(world, self.ticks(), &self.resolved);
        self.worlds().iter().filter_map(note).collect()
    }

    /// The phases of all worlds that want a share of persons, each once: how nearly whole cities hold it.
    #[must_use]
    pub fn pilots(&self) -> Vec<PhaseNote> {
        let mut found = Vec::new();
        let mut steps = self.worlds().iter().flat_map(|world| &world.rollout);
        if steps.all(|step| step.pilot_share.is_none()) {
            return found;
        }
        let cities = self.study.cities(&self.plan.cities);
        for note in self.worlds().iter().flat_map(|world| self.study.phases_in(world, &cities)) {
            if note.miss.is_some() && !found.contains(&note) {
                found.push(note);
            }
        }
        found
    }

    /// Everything in one file, with which a run can be repeated.
    #[must_use]
    pub fn bundle(&self) -> BundleFile {
        BundleFile { study: self.study.clone(), society: self.society.clone(), regimes: self.regimes.clone() }
    }
}

written! {
    /// A study with everything that it names: one text with which a run can be repeated.
    pub struct BundleFile {
        /// The study.
        pub study: StudyFile,
        /// Its society.
        pub society: SocietyFile,
        /// Its regimes, by the name that the study gives them.
        pub regimes: BTreeMap<String, RegimeFile>,
    }
}
