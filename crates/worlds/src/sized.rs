//! Sized: a study with the caller's persons, years and seed.

use crate::LiveError;
use demerit_regime::Mechanism;
use demerit_scenario::load::Scenario;

/// What a caller wants instead of what the study says.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Persons, instead of the study's.
    pub persons: Option<u32>,
    /// Years, if fewer than the study's, which then has no horizon.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// Number of seeds, from the first on.
    pub seeds: u32,
}

impl Default for Size {
    /// What the study says, with one seed.
    fn default() -> Self {
        Self { persons: None, years: None, seed: None, seeds: 1 }
    }
}

impl Size {
    /// The seeds, where the first is this one.
    #[must_use]
    pub fn seeds_from(&self, first: u64) -> Vec<u64> {
        (0..u64::from(self.seeds)).map(|number| first + number).collect()
    }
}

/// Most persons and years of a run.
const MOST_PERSONS: u32 = 1_500_000_000;
const MOST_YEARS: f64 = 600.0;

/// Of how many persons one lives in a study without the mechanism `whole-country`.
const TENTH: u32 = 10;

/// The scenario in this size.
///
/// # Errors
/// Sizes out of range; cities that a society of this size does not have.
pub fn sized(scenario: &Scenario, size: &Size) -> Result<Scenario, LiveError> {
    if let Some(years) = size.years.filter(|years| !(*years > 0.0 && *years <= MOST_YEARS)) {
        return Err(LiveError::Options(format!("{years} years: allowed is above 0 up to {MOST_YEARS}")));
    }
    if let Some(persons) = size.persons.filter(|persons| *persons > MOST_PERSONS) {
        return Err(LiveError::Options(format!("{persons} persons: at most {MOST_PERSONS} are allowed")));
    }
    let mut scenario = scenario.clone();
    let whole_country = scenario.has_everywhere(Mechanism::WholeCountry);
    let study = &mut scenario.study;
    study.persons = size.persons.unwrap_or(study.persons);
    study.seed = size.seed.unwrap_or(study.seed);
    if !whole_country {
        study.persons = (study.persons / TENTH).max(1);
    }
    if let Some(years) = size.years {
        study.horizon = study.horizon.filter(|_| years >= study.years);
        study.years = study.years.min(years);
    }
    if study.persons == 0 {
        return Err(LiveError::Options("0 persons: at least 1 is needed".into()));
    }
    if size.seeds == 0 {
        return Err(LiveError::Options("0 seeds: at least 1 is needed".into()));
    }
    if study.seed.checked_add(u64::from(size.seeds)).is_none_or(|last| last > 9_007_199_254_740_992) {
        let message =
            format!("{} seeds from {} on go beyond the highest, 9007199254740991", size.seeds, study.seed);
        return Err(LiveError::Options(message));
    }
    if scenario.ticks() == 0 {
        return Err(LiveError::Options(format!("{} years are not a single week", scenario.study.years)));
    }
    scenario.recheck_cities()?;
    Ok(scenario)
}
