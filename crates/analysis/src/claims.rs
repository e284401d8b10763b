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
use demerit_measures::estimate::{Estimate, Sample, Window};
use demerit_measures::{Measure, named};
use demerit_scenario::load::{self, NoFiles, Scenario};
use demerit_society::{TICKS_PER_YEAR, ticks_of};
use demerit_study::run::{Progress, RunError, Signal};
use demerit_worlds::LiveError;
use demerit_worlds::readings::{OverSeeds, Readings, key};
use demerit_worlds::tables::{MeasureRow, Told};
use serde::Serialize;
use std::collections::BTreeMap;

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
    pub(crate) fn number(
        &self,
        readings: &Readings<'_>,
        first: &str,
        persons: u32,
        seed: u64,
    ) -> Option<Tested> {
        let window = Window::last_year(readings.last_tick(), TICKS_PER_YEAR);
        let of = |world: &str, measure: &str, domain: Option<&str>, group: Option<&str>| {
            let of = key(measure, domain.unwrap_or("all"), group.unwrap_or("all"));
            let kind = named(measure)?.kind.over_time();
            readings.number(kind, world, seed, of, window)
        };
        let in_world = |world: &str| {
            let found = of(world, &self.measure, self.domain.as_deref(), self.group.as_deref())?;
            match &self.over {
                Some(over) => {
                    let whole = of(world, &over.measure, over.domain.as_deref(), over.group.as_deref())?;
                    Some(Sample::ratio(found.value, whole.value))
                }
                None if self.form() == Form::PerThousand => {
                    Some(Sample { value: 1000.0 * found.value / f64::from(persons), ..found })
                }
                None => Some(found),
            }
        };
        let here = in_world(self.world.as_deref().unwrap_or(first))?;
        match &self.against {
            None => Some(Tested { here, less: None }),
            Some(other) => {
                let other = in_world(other)?;
                let relative = Sample::ratio(here.value - other.value, other.value);
                let (here, less) = if self.relative { (relative, None) } else { (here, Some(other)) };
                Some(Tested { here, less })
            }
        }
    }

    /// What seeds say of it.
    fn estimate(&self, found: &[Tested]) -> Option<Estimate> {
        let is_measure = self.over.is_none() && !self.relative;
        let bounds = named(&self.measure).filter(|_| is_measure).map(Measure::bounds);
        let of = |samples: Vec<Sample>| {
            let all = OverSeeds { samples: (0..).zip(samples).collect(), ..OverSeeds::default() };
            OverSeeds { bounds: bounds.unwrap_or(all.bounds), ..all }
        };
        let here = of(found.iter().map(|one| one.here).collect());
        let less = of(found.iter().filter_map(|one| one.less).collect());
        if less.samples.is_empty() { here.estimate() } else { here.less(&less) }
    }
}

/// What a test found in one seed.
#[derive(Clone, Copy)]
pub(crate) struct Tested {
    /// In its world.
    here: Sample,
    /// In the world that it is set against, where it is a difference.
    less: Option<Sample>,
}

impl Tested {
    /// The number of this seed alone; `None` where there was nothing to divide by.
    pub(crate) fn value(self) -> Option<f64> {
        let is_known = [Some(self.here), self.less].into_iter().flatten().all(|one| one.weight > 0.0);
        is_known.then(|| self.here.value - self.less.map_or(0.0, |less| less.value))
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
        let tests = file.tests_of(study);
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
        let values = |numbers: &Vec<Option<Tested>>| -> Vec<Option<f64>> {
            numbers.iter().map(|one| one.and_then(Tested::value)).collect()
        };
        let drawn: Vec<Vec<Option<f64>>> = drawn.iter().map(values).collect();
        let drawn: Vec<&[Option<f64>]> = drawn.iter().map(Vec::as_slice).collect();
        let number = |(place, test): (usize, &&TestFile)| {
            let filed: Vec<Tested> = filed.iter().filter_map(|numbers| numbers[place]).collect();
            told(test, test.estimate(&filed), range(&drawn, place))
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

/// For each claim of a study, how far the number of each of its tests goes over the draws, where it is known.
pub type ClaimRanges = BTreeMap<String, Vec<Option<[f64; 5]>>>;

impl ClaimsFile {
    /// The tests of all claims that a study is to answer, in their order.
    pub(crate) fn tests_of(&self, study: &str) -> Vec<&TestFile> {
        self.claims_of(study).flat_map(|claim| &claim.tests).collect()
    }

    fn claims_of(&self, study: &str) -> impl Iterator<Item = &ClaimFile> {
        self.claims.iter().filter(move |claim| claim.study.as_deref() == Some(study))
    }

    /// How far the numbers of these tests go over draws that gave these.
    pub(crate) fn ranges_of(&self, study: &str, drawn: &[&[Option<f64>]]) -> ClaimRanges {
        let mut ranges = (0..).map(|place| range(drawn, place));
        let mut of = |claim: &ClaimFile| ranges.by_ref().take(claim.tests.len()).collect();
        self.claims_of(study).map(|claim| (claim.id.clone(), of(claim))).collect()
    }
}

/// The quantiles of the number in this place over the draws.
fn range(drawn: &[&[Option<f64>]], place: usize) -> Option<[f64; 5]> {
    let mut drawn: Vec<f64> = drawn.iter().filter_map(|numbers| numbers[place]).collect();
    drawn.sort_unstable_by(f64::total_cmp);
    (!drawn.is_empty()).then(|| QUANTILES.map(|at| quantile(&drawn, at)))
}

/// What a run says of the claims whose study it is: as filed, and over its ranges where those were drawn.
///
/// # Errors
/// A file of claims that does not fit the catalogue.
pub fn of_run(data: &Told, ranges: Option<&ClaimRanges>) -> Result<Vec<Answer>, load::LoadError> {
    let manifest = &data.manifest;
    let readings = Readings::until(&data.measures, u32::MAX);
    let first = manifest.worlds.first().map_or("", |world| world.name.as_str());
    let number = |test: &TestFile, range: Option<[f64; 5]>| {
        let of = |seed: &u64| test.number(&readings, first, manifest.persons, *seed);
        let found: Vec<Tested> = manifest.seeds.iter().filter_map(of).collect();
        told(test, test.estimate(&found), range)
    };
    let answer = |claim: &ClaimFile| {
        // Ranges of another file of claims are about other tests.
        let known = ranges.and_then(|all| all.get(&claim.id)).filter(|all| all.len() == claim.tests.len());
        let range = |place: usize| known.and_then(|all| all[place]);
        let tests = claim.tests.iter().enumerate();
        answered(claim, &tests.map(|(place, test)| number(test, range(place))).collect::<Vec<_>>())
    };
    Ok(file()?.claims_of(&manifest.study).map(answer).collect())
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
