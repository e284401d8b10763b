//! Claims: what the report of 2018 says, sentence by sentence, and what the simulation says to it.
//!
//! Model: each claim of `catalogue/claims.toml` names a study and tests of its numbers in the last year. Each
//! study is run once: with the values as filed and several seeds, and with values drawn from every declared
//! range (see [`crate::ensemble`]). The verdict follows from both by one rule (see [`Verdict`]).
//!
//! Symbols: shares from 0 to 1; what is counted for each 1,000 persons; differences to a world in the
//! measure's unit, or as a share of that world's number where they are relative. Intervals are those of the
//! mean over the seeds at 95 %.
//!
//! Leaves out: a number that was expected. A verdict hangs on thresholds that stand in the file, and says of
//! a made-up society what is true of it.

mod file;
mod form;
mod says;
#[cfg(test)]
mod tests;
mod verdict;

pub use file::{Beyond, ClaimFile, ClaimsFile, OverFile, Sentence, TestFile, file};
pub use form::Form;
pub use verdict::{Outcome, Verdict};

use crate::ensemble::{EnsembleOptions, QUANTILES, drawing, quantile};
use crate::pool::Pace;
use demerit_measures::estimate::{Estimate, Window};
use demerit_measures::named;
use demerit_scenario::load::{self, NoFiles, Scenario};
use demerit_society::{TICKS_PER_YEAR, ticks_of};
use demerit_study::run::{Progress, RunError, Signal};
use demerit_worlds::LiveError;
use demerit_worlds::readings::{Readings, key};
use demerit_worlds::tables::{MeasureRow, Told};
use serde::Serialize;

/// The claims, answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claims {
    /// Persons in each world.
    pub persons: u32,
    /// Seeds with the values as filed.
    pub seeds: u32,
    /// Runs with drawn values, for each study.
    pub draws: u32,
    /// Person-weeks computed.
    pub person_weeks: u64,
    /// The claims, in the order of the report.
    pub claims: Vec<Answer>,
}

/// What the simulation says of a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The claim.
    pub claim: ClaimFile,
    /// What is said of it; `None` where nothing could be measured.
    pub verdict: Option<Verdict>,
    /// The numbers of its tests, in their order.
    pub numbers: Vec<Number>,
}

/// The number of a test.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// What it is, how far it goes, and where it has to lie, as a line of English.
    pub says: String,
    /// What kind of number it is.
    pub form: Form,
    /// With the values as filed: the mean over the seeds, with its interval.
    pub filed: Option<Estimate>,
    /// The 5, 25, 50, 75 and 95 % quantiles over the draws.
    pub range: Option<[f64; 5]>,
    /// What it says of the test.
    pub outcome: Option<Outcome>,
}

impl TestFile {
    /// Its number in one seed of a run, in the last year; `first` is the run's first world.
    fn number(&self, readings: &Readings<'_>, first: &str, persons: u32, seed: u64) -> Option<f64> {
        let window = Window::last_year(readings.last_tick(), TICKS_PER_YEAR);
        let of = |world: &str, measure: &str, domain: Option<&str>, group: Option<&str>| {
            let of = key(measure, domain.unwrap_or("all"), group.unwrap_or("all"));
            let kind = named(measure)?.kind.over_time();
            Some(readings.number(kind, world, seed, of, window)?.value)
        };
        let in_world = |world: &str| {
            let value = of(world, &self.measure, self.domain.as_deref(), self.group.as_deref())?;
            match &self.over {
                Some(over) => {
                    let whole = of(world, &over.measure, over.domain.as_deref(), over.group.as_deref())?;
                    Some(value / whole)
                }
                None if self.form() == Form::PerThousand => Some(1000.0 * value / f64::from(persons)),
                None => Some(value),
            }
        };
        let value = in_world(self.world.as_deref().unwrap_or(first))?;
        let value = match &self.against {
            None => value,
            Some(other) => {
                let other = in_world(other)?;
                if self.relative { (value - other) / other } else { value - other }
            }
        };
        Some(value).filter(|value| value.is_finite())
    }
}

/// What is run for the claims.
#[derive(Clone, Debug)]
pub struct ClaimsOptions {
    /// Draws of each study, and everything else of an ensemble.
    pub ensemble: EnsembleOptions,
    /// Seeds with the values as filed.
    pub seeds: u32,
}

/// Runs the studies of these claims and says what they say.
///
/// # Errors
/// Options out of range; the caller's stop.
pub fn answers(
    file: &ClaimsFile,
    options: &ClaimsOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Claims, RunError> {
    let mut studies: Vec<&str> = file.claims.iter().filter_map(|claim| claim.study.as_deref()).collect();
    studies.sort_unstable();
    studies.dedup();
    let mut claims: Vec<Answer> = file.claims.iter().map(|claim| answered(claim, &[])).collect();
    let mut person_weeks = 0;
    let runs = options.ensemble.draws + options.seeds;
    let mut scenarios = Vec::new();
    for study in studies {
        scenarios.push((study, load::study(study, &NoFiles).map_err(LiveError::from)?));
    }
    let weeks = |scenario: &Scenario| {
        let years = options.ensemble.years.unwrap_or(f64::INFINITY);
        runs * ticks_of(scenario.study.years.min(years))
    };
    let all = scenarios.iter().map(|(_, scenario)| weeks(scenario)).sum();
    let mut lived = 0;
    for (study, scenario) in scenarios {
        let of_it = |claim: &&ClaimFile| claim.study.as_deref() == Some(study);
        let tests: Vec<&TestFile> = file.claims.iter().filter(of_it).flat_map(|claim| &claim.tests).collect();
        let (begun, before) = (lived, person_weeks);
        lived += weeks(&scenario);
        let scenario = needed(scenario, &tests);
        let first = scenario.study.worlds.first().map(|world| world.name.clone()).unwrap_or_default();
        let of = |run: &Scenario, rows: &[MeasureRow], _: &Pace| {
            let readings = Readings::new(rows);
            let number = |test: &&TestFile| test.number(&readings, &first, run.study.persons, run.study.seed);
            Ok(Some(tests.iter().map(number).collect::<Vec<_>>()))
        };
        // The steps of one study after those of the others, so that what is shown never goes back.
        let mut progress = |step: &Progress| {
            let tick = begun + if step.person_weeks > 0 { step.tick } else { 0 };
            progress(&Progress { tick, ticks: all, person_weeks: before + step.person_weeks, ..*step })
        };
        let found = drawing(&scenario, &options.ensemble, (options.seeds, 0), &of, &mut progress)?;
        person_weeks += found.person_weeks;
        let (filed, drawn) = found.given.split_at(options.seeds as usize);
        let column = |runs: &[Vec<Option<f64>>], test: usize| -> Vec<f64> {
            runs.iter().filter_map(|numbers| numbers[test]).collect()
        };
        let number = |(place, test): (usize, &&TestFile)| {
            let mut drawn = column(drawn, place);
            drawn.sort_unstable_by(f64::total_cmp);
            let range = (!drawn.is_empty()).then(|| QUANTILES.map(|at| quantile(&drawn, at)));
            told(test, Estimate::of(&column(filed, place)), range)
        };
        let mut numbers = tests.iter().enumerate().map(number);
        for answer in claims.iter_mut().filter(|answer| answer.claim.study.as_deref() == Some(study)) {
            let own: Vec<Number> = numbers.by_ref().take(answer.claim.tests.len()).collect();
            *answer = answered(&answer.claim, &own);
        }
    }
    let &ClaimsOptions { seeds, ref ensemble } = options;
    Ok(Claims { persons: ensemble.persons, seeds, draws: ensemble.draws, person_weeks, claims })
}

/// What a run says of the claims whose study it is, as filed and without a range.
///
/// # Errors
/// A file of claims that does not fit the catalogue.
pub fn of_run(data: &Told) -> Result<Vec<Answer>, load::LoadError> {
    let manifest = &data.manifest;
    let readings = Readings::until(&data.measures, u32::MAX);
    let first = manifest.worlds.first().map_or("", |world| world.name.as_str());
    let number = |test: &TestFile| {
        let of = |seed: &u64| test.number(&readings, first, manifest.persons, *seed);
        let values: Vec<f64> = manifest.seeds.iter().filter_map(of).collect();
        told(test, Estimate::of(&values), None)
    };
    let file = file()?;
    let own = file.claims.iter().filter(|claim| claim.study.as_deref() == Some(&*manifest.study));
    Ok(own.map(|claim| answered(claim, &claim.tests.iter().map(number).collect::<Vec<_>>())).collect())
}

fn told(test: &TestFile, filed: Option<Estimate>, range: Option<[f64; 5]>) -> Number {
    let outcome = filed.map(|filed| verdict::outcome(test, filed, range));
    Number { says: says::line(test, filed, range, outcome), form: test.form(), filed, range, outcome }
}

fn answered(claim: &ClaimFile, numbers: &[Number]) -> Answer {
    let outcomes: Vec<Option<Outcome>> = numbers.iter().map(|number| number.outcome).collect();
    let verdict = if numbers.len() == claim.tests.len() { verdict::verdict(claim, &outcomes) } else { None };
    Answer { claim: claim.clone(), verdict, numbers: numbers.to_vec() }
}

/// A study with the worlds that are asked about, its first among them.
fn needed(mut scenario: Scenario, tests: &[&TestFile]) -> Scenario {
    let is_asked = |name: &String| {
        tests.iter().any(|test| test.world.as_ref() == Some(name) || test.against.as_ref() == Some(name))
    };
    let mut place = 0..;
    scenario.study.worlds.retain(|world| place.next() == Some(0) || is_asked(&world.name));
    scenario
}
