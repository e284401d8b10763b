//! An ensemble: a study run many times, with other values for everything that its files leave open.
//!
//! Model: every figure of the study, its society and its regimes that has a declared range is drawn anew for
//! each run, all of them jointly, and luck as well. The runs give a distribution of every measure, in the
//! first world, in its twin and of their difference: what follows from the ranges, not from the values as
//! filed. The study as filed is run beside it, with as many persons and four seeds.
//!
//! Runs, each with a seed of its own, come in clusters of as many as parts vary (the regimes' files with the
//! study's, the society's file, luck) and one more: the first is drawn, each other has one part drawn again.
//! Clusters are independent of each other, so that a quantile's Monte Carlo error comes from drawing clusters
//! again; and the runs of a cluster say how much of the variance each part brings about (see [`parts`]).
//!
//! Symbols: places within ranges from 0 to 1 (see [`crate::sensitivity::Factor`]); counts are told for each
//! 1,000 persons; all numbers are of the last year of a run. Sources: [`design`], [`parts`].
//!
//! Leaves out: any search; correlations between figures; figures without a range, which are listed.

mod design;
mod folder;
mod options;
mod parts;
mod result;
#[cfg(test)]
mod tests;

pub use folder::write;
pub(crate) use folder::{draws as draws_table, table};
pub use options::{EnsembleOptions, Over};
pub use result::{Drawn, Ensemble, Hangs, Quantity, Ranges, Share};

use crate::pool::{Pace, side_by_side};
use crate::sensitivity::factor::{Factor, Factors};
use crate::sensitivity::{regimes, step};
use demerit_kernel::{Draws, Seed};
use demerit_measures::estimate::{Sample, Window};
use demerit_measures::{Measure, Unit, all};
use demerit_scenario::figures::Part;
use demerit_scenario::load::Scenario;
use demerit_society::TICKS_PER_YEAR;
use demerit_study::run::memory::Memory;
use demerit_study::run::{Progress, RunError, Signal, processors, within_memory};
use demerit_worlds::in_memory::last_year;
use demerit_worlds::readings::{Key, Readings, key};
use demerit_worlds::tables::MeasureRow;
use demerit_worlds::{LiveError, Size};
use design::Draw;
pub(crate) use options::FILED;
pub(crate) use result::{Gathered, Numbers, QUANTILES, quantile};

/// Draws a study's ensemble.
///
/// # Errors
/// Options out of range; nothing to vary; the caller's stop.
pub fn ensemble(
    scenario: &Scenario,
    options: &EnsembleOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Ensemble, RunError> {
    let mut scenario = scenario.clone();
    scenario.study.worlds.truncate(2);
    let of = |run: &Scenario, rows: &[MeasureRow], _: &Pace| Ok(Some(numbers(run, &Readings::new(rows))));
    let drawing = drawing(&scenario, options, (FILED, 0), &of, progress)?;
    Ok(drawing.gathered(drawing.given.iter().collect(), options.over).told(drawing.person_weeks))
}

/// Runs of a study: as filed, then with drawn values, each with what was made of its readings.
pub(crate) struct Drawing<T> {
    pub(crate) scenario: Scenario,
    pub(crate) factors: Factors,
    /// The runs as filed, each with a seed of its own, then the draws.
    pub(crate) runs: Vec<Draw>,
    pub(crate) given: Vec<T>,
    pub(crate) person_weeks: u64,
    drawn_in: Vec<usize>,
    luck: Draws,
}

impl<T> Drawing<T> {
    /// What is known of the runs of these numbers.
    pub(crate) fn gathered<'a>(&'a self, given: Vec<&'a Numbers>, over: Over) -> Gathered<'a> {
        let (runs, drawn_in) = (self.runs.iter().collect(), self.drawn_in.clone());
        Gathered {
            scenario: &self.scenario,
            factors: &self.factors,
            runs,
            given,
            drawn_in,
            luck: self.luck,
            over,
        }
    }
}

/// Lives a study in all its worlds: `filed` seeds of it as filed, and the draws; `of` makes something of each
/// run's scenario and readings of the last year, or nothing where it is told to stop. It lives `more` weeks
/// for each run.
pub(crate) fn drawing<T: Send>(
    scenario: &Scenario,
    options: &EnsembleOptions,
    (filed, more): (u32, u32),
    of: &(impl Fn(&Scenario, &[MeasureRow], &Pace) -> Result<Option<T>, String> + Sync),
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Drawing<T>, RunError> {
    if options.draws < LEAST {
        let why = format!("at least {LEAST} are needed for a quartile to mean something");
        return Err(LiveError::Options(format!("{} draws: {why}", options.draws)).into());
    }
    let mut scenario = scenario.clone();
    (scenario.study.cohort, scenario.study.measures) = (0, Vec::new());
    let &EnsembleOptions { persons, years, seed, draws, over, .. } = options;
    let seeds = draws.max(filed);
    let scenario = within_memory(&scenario, &Size { persons: Some(persons), years, seed, seeds })?;
    let threads = options.threads.unwrap_or_else(processors);
    Memory::check_side_by_side(&scenario, threads.clamp(1, draws as usize))?;
    let mut trying = |index: usize, count: usize| {
        progress(&step(index as u64, count as u64, 0, "trying the ends of ranges")) == Signal::Continue
    };
    let is_drawn = |part: &Part| match over {
        Over::All => true,
        Over::Society => *part == Part::Society,
        Over::Regime => *part != Part::Society,
    };
    let factors = Factors::of(&scenario, &regimes(&scenario), &[], &is_drawn, &mut trying)?;
    let of_regime: Vec<bool> = factors.all.iter().map(Factor::is_of_regime).collect();
    let luck = Draws::new(Seed(scenario.study.seed));
    let design = design::draws(draws as usize, &of_regime, luck);
    let as_filed = (0..u64::from(filed)).map(|seed| Draw { at: None, seed, cluster: 0, part: None });
    let runs: Vec<Draw> = as_filed.chain(design).collect();

    let live = |run: usize, pace: &Pace| {
        let draw = &runs[run];
        let seed = scenario.study.seed + draw.seed;
        let (scenario, drawn_in) = match &draw.at {
            None => {
                let mut filed = scenario.clone();
                filed.study.seed = seed;
                (filed, 0)
            }
            Some(at) => {
                let (scenario, drawn) = factors.at(at, seed)?;
                (scenario, drawn.len())
            }
        };
        let rows = last_year(&scenario, &mut || pace.tick()).map_err(|error| error.to_string())?;
        let Some(rows) = rows else { return Ok(None) };
        Ok(of(&scenario, &rows, pace)?.map(|given| (given, drawn_in)))
    };
    let ticks = u64::from(scenario.ticks()) * scenario.worlds().len() as u64;
    let all = u64::from(scenario.ticks() + more) * runs.len() as u64;
    let persons = u64::from(persons);
    let mut living = |done: u64| progress(&step(done, all, done * persons, "drawing from the ranges"));
    let (given, _) = side_by_side(runs.len(), threads, live, &mut living)?;
    let given: Option<Vec<(T, usize)>> = given.into_iter().collect();
    let Some(given) = given else { return Err(LiveError::Stopped.into()) };
    let (given, drawn_in): (Vec<T>, Vec<usize>) = given.into_iter().unzip();
    let person_weeks = ticks * runs.len() as u64 * persons;
    Ok(Drawing { scenario, factors, runs, given, person_weeks, drawn_in, luck })
}

/// Fewest draws.
const LEAST: u32 = 8;

/// What a run gave: of each number that is kept, the first world's, its twin's, and their difference.
pub(crate) fn numbers(scenario: &Scenario, readings: &Readings<'_>) -> Numbers {
    let window = Window::last_year(readings.last_tick(), TICKS_PER_YEAR);
    let worlds: Vec<&str> = scenario.worlds().iter().map(|world| world.name.as_str()).collect();
    let mut found = Numbers::new();
    for one in all() {
        for of in kept(one, readings) {
            let mut samples = worlds.iter().map(|world| {
                readings.number(one.kind.over_time(), world, scenario.study.seed, of, window).map(
                    |sample: Sample| {
                        let thousands = f64::from(scenario.study.persons) / 1000.0;
                        if one.unit.is_counted() { sample.value / thousands } else { sample.value }
                    },
                )
            });
            let [here, twin] = [samples.next().flatten(), samples.next().flatten()];
            let difference = here.zip(twin).map(|(here, twin)| here - twin);
            let group = of.group.to_owned();
            found.insert((one.name, of.domain.to_owned(), group), [here, twin, difference]);
        }
    }
    found
}

/// The numbers of a measure that are kept: that of everybody; where it has none, each of its parts.
fn kept<'a>(measure: &'static Measure, readings: &'a Readings<'_>) -> Vec<Key<'a>> {
    let whole = key(measure.name, "all", "all");
    let of_it: Vec<Key<'a>> = readings.keys().filter(|one| one.measure == measure.name).collect();
    if of_it.contains(&whole) || measure.is_sparse || measure.unit == Unit::Persons {
        return of_it.into_iter().filter(|one| *one == whole).collect();
    }
    of_it
}
