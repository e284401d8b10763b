//! Sensitivity: on which of a study's assumptions a result hangs, and how far on luck.
//!
//! Model: every figure of the study, its society and its regimes that has a declared range is a factor, and
//! the seed is one more. The result is the total of a measure in the study's first world, or that less the
//! total in its twin. It is found at the points of a design over the ranges, and two methods say what it
//! hangs on: [`morris`], elementary effects, to find the few that matter among many with few runs; [`sobol`],
//! shares of variance. Both give intervals by drawing their samples again.
//!
//! Symbols: places within ranges from 0 to 1; see [`factor`] for what a range means.
//! Sources: see the two methods, and `docs/decisions/0012-sensitivity.md`.
//!
//! Leaves out: any search. It says what a result hangs on, and never at which values it would be largest or
//! smallest.

mod balance;
mod design;
pub(crate) mod factor;
mod folder;
pub mod morris;
mod narrative;
mod points;
pub(crate) mod resample;
mod result;
pub mod sobol;
#[cfg(test)]
mod tests;
mod weigh;

pub use balance::Balance;
pub use design::{Point, Seeds};
pub use factor::{Bound, Factor};
pub use folder::{PAGE, try_place, write};
pub use narrative::{Narrative, narrative, number, result};
pub use resample::Ranged;
pub use result::{Method, Row, Sensitivity, SensitivityOptions, Weighed, Weight};

use demerit_kernel::{Draws, Seed};
use demerit_scenario::load::Scenario;
use demerit_study::run::memory::Memory;
use demerit_study::run::{Progress, RunError, Signal, processors, within_memory};
use demerit_worlds::total::Measured;
use demerit_worlds::{LiveError, Size};
use factor::Factors;
use points::{Design, Given};
use weigh::Gathered;

/// Most places in ranges, over all points, that an analysis keeps: they fill 400 MB.
const MOST_PLACES: u64 = 50_000_000;
/// At most one run in this number may have a ratio with nothing to divide by for a result.
const MOST_UNDEFINED: usize = 20;

/// Takes a study's result apart.
///
/// # Errors
/// Options out of range; a measure that has no total; nothing to vary; the caller's stop before two samples
/// were whole.
pub fn analyse(
    scenario: &Scenario,
    options: &SensitivityOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Sensitivity, RunError> {
    let measured = Measured::named(&options.measure)?;
    if options.samples < 2 {
        let why = "at least 2 are needed, so that there is something to compare";
        return Err(LiveError::Options(format!("{} samples: {why}", options.samples)).into());
    }
    let scenario = prepared(scenario, options)?;
    let threads = options.threads.unwrap_or_else(processors);
    // A sample has two points at least.
    Memory::check_side_by_side(&scenario, threads.clamp(1, 2 * options.samples as usize))?;
    let draws = Draws::new(Seed(scenario.study.seed));
    let seeds = options.seeds.map_or(Seeds::Own, Seeds::Among);
    let mut trying = |index: usize, count: usize| {
        progress(&step(index as u64, count as u64, 0, "trying the ends of ranges")) == Signal::Continue
    };
    let factors = Factors::of(&scenario, &regimes(&scenario), &options.only, &|_| true, &mut trying)?;
    let count = factors.all.len();
    // Each sample is about as many points as there are figures, each point a place in the range of every
    // figure.
    let places = u64::from(options.samples) * (count as u64 + 3) * count as u64;
    if places > MOST_PLACES {
        return Err(LiveError::Options(format!(
            "{} samples of {count} figures are too many for one analysis; choose fewer --samples, at most {}, or fewer figures with --only",
            options.samples,
            MOST_PLACES / (count as u64 + 3) / count as u64
        ))
        .into());
    }
    let samples: Vec<Vec<Point>> = (0..options.samples)
        .map(|sample| match options.method {
            Method::Morris => morris::trajectory(count, seeds, sample, draws).0,
            Method::Sobol => sobol::sample(count, seeds, sample, draws),
        })
        .collect();
    let (each, points) = (samples[0].len(), samples.concat());
    let ticks = u64::from(scenario.ticks()) * scenario.worlds().len() as u64;
    let persons = u64::from(scenario.study.persons);
    let mut living =
        |done: u64| progress(&step(done, ticks * points.len() as u64, done * persons, "varying assumptions"));
    let design = Design { factors: &factors, measured, first_seed: scenario.study.seed };
    let given = design.lived(&points, threads, &mut living)?;
    let done = given.iter().flatten().count();
    let whole: Vec<Vec<Given>> =
        given.chunks(each).map_while(|sample| sample.iter().cloned().collect::<Option<_>>()).collect();
    if whole.len() < 2 {
        return Err(RunError::StoppedAfter(done, points.len()));
    }
    if whole.iter().flatten().all(|one| !one.has_value) {
        let why = "has no value for everybody as a whole in any of these runs";
        return Err(LiveError::Options(format!("`{}` {why}", measured.name())).into());
    }
    let undefined = whole.iter().flatten().filter(|one| one.undefined).count();
    let runs = whole.iter().map(Vec::len).sum::<usize>();
    if undefined * MOST_UNDEFINED > runs {
        return Err(LiveError::Options(format!(
            "`{}` is a ratio with nothing to divide by in {undefined} of {runs} runs; allowed: one of {MOST_UNDEFINED}. More --persons or --years \
             give it something",
            measured.name()
        ))
        .into());
    }
    let stopped_of = (whole.len() < samples.len()).then_some(points.len());
    let gathered = Gathered { scenario: &scenario, options, factors, seeds, draws, whole, samples };
    let mut found = gathered.weighed(measured);
    found.undefined = undefined;
    (found.stopped_of, found.person_weeks) = (stopped_of, found.runs as u64 * ticks * persons);
    Ok(found)
}

/// The scenario of one point: the caller's size, no cohort, and no more worlds than the result is about.
fn prepared(scenario: &Scenario, options: &SensitivityOptions) -> Result<Scenario, LiveError> {
    let mut scenario = scenario.clone();
    if options.difference && scenario.worlds().len() < 2 {
        let message = format!("the study `{}` has no twin to take a difference to", scenario.study.name);
        return Err(LiveError::Options(message));
    }
    scenario.study.worlds.truncate(if options.difference { 2 } else { 1 });
    scenario.study.cohort = 0;
    let seeds = options.seeds.unwrap_or(options.samples.saturating_mul(2));
    let &SensitivityOptions { persons, years, seed, .. } = options;
    within_memory(&scenario, &Size { persons: Some(persons), years, seed, seeds })
}

/// The regimes that the worlds are under, and those of companies whose score they take in.
pub(crate) fn regimes(scenario: &Scenario) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &String| {
        if !names.contains(name) {
            names.push(name.clone());
        }
    };
    for rollout in scenario.worlds().iter().flat_map(|world| &world.rollout) {
        add(&rollout.regime);
        if let Some(feed) = scenario.regimes.get(&rollout.regime).and_then(|regime| regime.feed.as_ref()) {
            add(&feed.regime);
        }
    }
    names
}

pub(crate) const fn step(tick: u64, ticks: u64, person_weeks: u64, stage: &'static str) -> Progress {
    // Progress is counted in 32 bits: of very many ticks, in parts.
    let part = ticks / u32::MAX as u64 + 1;
    let (tick, ticks) = ((tick / part) as u32, (ticks / part) as u32);
    Progress { seed_number: 1, seeds: 1, tick, ticks, person_weeks, stage, needs: None }
}
