//! Sensitivity: on which of a study's assumptions a result hangs, and how far on luck.
//!
//! Model: every figure of the study's society and regimes that has a declared range is a factor, and the seed is one more. The result is the
//! total of a measure in the study's first world, or that less the total in its twin. It is found at the points of a
//! design over the ranges, and two methods say what it hangs on: [`morris`], elementary effects, to find the few that matter among many with few runs;
//! [`sobol`], shares of variance. Both give intervals by drawing their samples again.
//!
//! Symbols: places within ranges from 0 to 1; see [`factor`] for what a range means.
//! Sources: see the two methods, and `docs/decisions/0012-sensitivity.md`.
//!
//! Leaves out: any search. It says what a result hangs on, and never at which values it would be largest or smallest.

mod balance;
mod design;
mod factor;
mod folder;
mod labour;
pub mod morris;
pub(crate) mod resample;
pub mod sobol;
#[cfg(test)]
mod tests;
mod told;
mod weigh;

pub use balance::Balance;
pub use design::{Point, Seeds};
pub use factor::{Bound, Factor, Spread};
pub use folder::{PAGE, try_place, write};
pub use told::{Told, number, result, told};

use demerit_kernel::{Draws, Seed};
use demerit_measures::estimate::Estimate;
use demerit_scenario::load::Scenario;
use demerit_study::run::memory::Memory;
use demerit_study::run::{Progress, RunError, RunOptions, Signal, with_options};
use demerit_worlds::total::Measured;
use factor::Factors;
use labour::{Crew, Given};
use serde::Serialize;
use std::collections::BTreeMap;
use weigh::Gathered;

/// How a result is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Elementary effects.
    Morris,
    /// Shares of variance.
    Sobol,
}

/// What to analyse.
#[derive(Clone, Debug)]
pub struct SensitivityOptions {
    /// The method.
    pub method: Method,
    /// Samples: trajectories, or rows of the two matrices.
    pub samples: u32,
    /// Name of the measure.
    pub measure: String,
    /// Whether the result is the first world's total less that of its twin.
    pub difference: bool,
    /// Only figures whose name has one of these words in it; all if there are none.
    pub only: Vec<String>,
    /// Persons in each world.
    pub persons: u32,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// How many seeds there are to draw from, if not two for each sample.
    pub seeds: Option<u32>,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
}

/// What a result hangs on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Name of the study.
    pub study: String,
    /// Names of the worlds: the first, and its twin where the result is a difference.
    pub worlds: Vec<String>,
    /// Name of the measure.
    pub measure: String,
    /// Its unit.
    pub unit: String,
    /// Where the total is not a sum, what it is.
    pub note: Option<String>,
    /// The method.
    pub method: Method,
    /// Samples.
    pub samples: u32,
    /// Persons in each world.
    pub persons: u32,
    /// Weeks of each world.
    pub weeks: u32,
    /// The first seed.
    pub seed: u64,
    /// How many seeds there were to draw from; nothing if each sample had two of its own.
    pub seeds: Option<u32>,
    /// Points that were run.
    pub runs: usize,
    /// Mean of the result over points that are as likely anywhere in the ranges.
    pub mean: f64,
    /// Between these lie the middle 95 % of the results of those points.
    pub middle: [f64; 2],
    /// The factors, the strongest first.
    pub factors: Vec<Weighed>,
    /// The part of the seed in the variance, where the seed was a factor.
    pub seed_share: Option<Estimate>,
    /// Ranges that were cut, and figures that were left out.
    pub bounds: Vec<Bound>,
    /// Lists that were scaled back to their sum.
    pub balances: Vec<Balance>,
    /// Points at which figures did not fit each other and were drawn toward their declared values.
    pub drawn_in: usize,
    /// The figures that were, with how often.
    pub drawn: BTreeMap<String, usize>,
    /// Figures of the same files that have no declared range and were not varied.
    pub fixed: usize,
    /// Figures with a range that were not asked for.
    pub unasked: usize,
    /// Person-weeks of these runs.
    pub person_weeks: u64,
    /// Runs in which the result was a ratio with nothing to divide by; they count as 0.
    pub undefined: usize,
    /// Where the caller stopped it, points that were wanted.
    pub stopped_of: Option<usize>,
    /// Every run, in order.
    #[serde(skip)]
    pub table: Vec<Row>,
}

/// A run of an analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The sample that it belongs to.
    pub sample: usize,
    /// Its seed.
    pub seed: u64,
    /// The value of each figure, in the order of [`Sensitivity::factors`] without the seed.
    pub values: Vec<f64>,
    /// How many figures were drawn in.
    pub drawn: usize,
    /// The result.
    pub value: f64,
    /// Whether it was a ratio with nothing to divide by, and was taken as 0.
    pub undefined: bool,
}

/// A factor with its weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// The figure; nothing for the seed.
    pub figure: Option<Factor>,
    /// Its weight.
    #[serde(flatten)]
    pub weight: Weight,
}

/// The weight of a factor by either method.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Weight {
    /// Elementary effects, in the unit of the result for the whole range.
    Morris {
        /// μ*, the mean of their sizes.
        mu_star: Estimate,
        /// μ, their mean.
        mu: Estimate,
        /// σ, their standard deviation.
        sigma: Estimate,
        /// What of μ* raises the result when the figure goes up; the rest lowers it.
        up: Estimate,
    },
    /// Shares of variance.
    Sobol {
        /// Alone.
        first: Estimate,
        /// With all others.
        total: Estimate,
    },
}

impl Weight {
    /// The number by which factors are ranked.
    #[must_use]
    pub const fn strength(&self) -> Estimate {
        match self {
            Self::Morris { mu_star, .. } => *mu_star,
            Self::Sobol { total, .. } => *total,
        }
    }
}

impl Weighed {
    /// The name of the factor.
    #[must_use]
    pub fn name(&self) -> String {
        self.figure.as_ref().map_or_else(|| "the seed".to_owned(), Factor::name)
    }
}

/// Most places in ranges, over all points, that an analysis keeps: they fill 400 MB.
const MOST_PLACES: u64 = 50_000_000;
/// At most one of so many runs may have a ratio with nothing to divide by for a result.
const MOST_UNDEFINED: usize = 20;

/// Takes a study's result apart.
///
/// # Errors
/// Options out of range; a measure that has no total; nothing to vary; the caller's stop before two samples were whole.
pub fn analyse(
    scenario: &Scenario,
    options: &SensitivityOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Sensitivity, RunError> {
    let measured = Measured::named(&options.measure).map_err(RunError::Options)?;
    if options.samples < 2 {
        return Err(RunError::Options(format!(
            "{} samples: at least 2 are needed, so that there is something to compare",
            options.samples
        )));
    }
    let scenario = prepared(scenario, options)?;
    let threads =
        options.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    // A sample has two points at least.
    Memory::check_side_by_side(&scenario, threads.clamp(1, 2 * options.samples as usize))?;
    let draws = Draws::new(Seed(scenario.study.seed));
    let seeds = options.seeds.map_or(Seeds::Own, Seeds::Among);
    let mut trying = |place: usize, count: usize| {
        let step = step(place as u64, count as u64, 0, "trying the ends of ranges");
        progress(&step) == Signal::Continue
    };
    let factors = Factors::of(&scenario, &regimes(&scenario), &options.only, &mut trying);
    let factors = factors.map_err(RunError::Options)?.ok_or(RunError::Stopped)?;
    let count = factors.all.len();
    // Each sample is about as many points as there are figures, each point a place in the range of every figure.
    let places = u64::from(options.samples) * (count as u64 + 3) * count as u64;
    if places > MOST_PLACES {
        return Err(RunError::Options(format!(
            "{} samples of {count} figures are too many for one analysis; choose fewer --samples, at most {}, or fewer figures with --only",
            options.samples,
            MOST_PLACES / (count as u64 + 3) / count as u64
        )));
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
    let crew = Crew { factors: &factors, measured, first_seed: scenario.study.seed, threads };
    let given = crew.run(&points, &mut living)?;
    let done = given.iter().flatten().count();
    let whole: Vec<Vec<Given>> =
        given.chunks(each).map_while(|sample| sample.iter().cloned().collect::<Option<_>>()).collect();
    if whole.len() < 2 {
        return Err(RunError::StoppedAfter(done, points.len()));
    }
    if whole.iter().flatten().all(|one| !one.has_value) {
        return Err(RunError::Options(format!(
            "`{}` has no value for everybody as a whole in any of these runs",
            measured.name()
        )));
    }
    let undefined = whole.iter().flatten().filter(|one| one.undefined).count();
    let runs = whole.iter().map(Vec::len).sum::<usize>();
    if undefined * MOST_UNDEFINED > runs {
        return Err(RunError::Options(format!(
            "`{}` is a ratio with nothing to divide by in {undefined} of {runs} runs; allowed: one of {MOST_UNDEFINED}. More --persons or --years \
             give it something",
            measured.name()
        )));
    }
    let stopped_of = (whole.len() < samples.len()).then_some(points.len());
    let gathered = Gathered { scenario: &scenario, options, factors, seeds, draws, whole, samples };
    let mut found = gathered.weighed(measured);
    found.undefined = undefined;
    (found.stopped_of, found.person_weeks) = (stopped_of, found.runs as u64 * ticks * persons);
    Ok(found)
}

/// The scenario of one point: the caller's size, no cohort, and no more worlds than the result is about.
fn prepared(scenario: &Scenario, options: &SensitivityOptions) -> Result<Scenario, RunError> {
    let mut scenario = scenario.clone();
    if options.difference && scenario.worlds().len() < 2 {
        let message = format!("the study `{}` has no twin to take a difference to", scenario.study.name);
        return Err(RunError::Options(message));
    }
    scenario.study.worlds.truncate(if options.difference { 2 } else { 1 });
    scenario.study.cohort = 0;
    let seeds = options.seeds.unwrap_or(options.samples.saturating_mul(2));
    let options = RunOptions {
        persons: Some(options.persons),
        years: options.years,
        seed: options.seed,
        seeds,
        threads: options.threads,
        out: std::path::PathBuf::new(),
        force: false,
        command: String::new(),
    };
    with_options(&scenario, &options)
}

/// The regimes that the worlds are under, and those of companies whose score they take in.
fn regimes(scenario: &Scenario) -> Vec<String> {
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

const fn step(tick: u64, ticks: u64, person_weeks: u64, stage: &'static str) -> Progress {
    // Progress is counted in 32 bits: of very many ticks, in parts.
    let part = ticks / u32::MAX as u64 + 1;
    let (tick, ticks) = ((tick / part) as u32, (ticks / part) as u32);
    Progress { seed_number: 1, seeds: 1, tick, ticks, person_weeks, stage, needs: None }
}
