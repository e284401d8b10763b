//! Trial: a run is tried with few persons, to say beforehand what the whole will need.
//!
//! Model: time goes with person-weeks and memory with persons, since nothing in a tick depends on the size of
//! the society but how many neighbourhoods there are. The trial lives through the same years in the same
//! worlds, with about a fiftieth of the person-weeks, so that side tables fill as they will. Where a study
//! names cities that the trial's society does not have, the regime is in force everywhere in the trial: it
//! asks for rather more than the run. Draws over the ranges, where the study asks for them, are lived in two
//! worlds each. Small runs are not tried.
//!
//! Symbols: bytes a person, seconds a person-week on the threads of the run.
//! Leaves out: that a large society has more cities; what else the machine does meanwhile.

use super::memory::{Asked, Memory};
use crate::checkpoint::{ROWS, packed};
use crate::machine::{Free, free_memory, gibibytes};
use crate::run_folder;
use demerit_kernel::{Draws, LANES, Seed};
use demerit_scenario::load::Scenario;
use demerit_society::population::city::Cities;
use demerit_worlds::LiveError;
use demerit_worlds::intervals;
use demerit_worlds::seed::{Gathered, Moment, PEOPLE, live};
use demerit_worlds::tables::Measures;
use demerit_worlds::tables::column::Row;
use std::time::Instant;

/// Person-weeks from which on a run is tried first: some seconds.
const LARGE: u64 = 200_000_000;
/// Of how many person-weeks of a run one is lived in the trial.
const ONE_OF: u64 = 50;
/// Seeds from which on a run is tried first, since a seed is little of it.
const MANY: u32 = 50;
/// Most person-weeks of a trial.
const MOST: u64 = 100_000_000;
/// Fewest persons of a trial.
const FEWEST: u64 = 16 * LANES as u64;

/// Files of a run beside its tables, in bytes: its report and its manifest.
const FILES: f64 = 0.5e6;
/// Files with the ranges of a run, where its study asks for draws.
const RANGES: f64 = 1.8e6;

/// What a run needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Bytes of memory.
    pub bytes: u64,
    /// Bytes of disk at the most: rows as they came, the tables that are made of them, and a checkpoint.
    pub disk: u64,
    /// What the machine has free, if it tells.
    pub(crate) left: Option<Free>,
    /// Seconds from the first society to the last reading.
    pub seconds: u64,
    /// Threads that share the work.
    pub threads: usize,
}

impl Needs {
    /// Bytes that the machine has free, if it tells.
    #[must_use]
    pub fn free(&self) -> Option<u64> {
        self.left.map(|left| left.free)
    }

    /// Whether the machine has the memory, as far as it tells.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.left.is_none_or(|left| self.bytes <= left.to_take)
    }
}

impl std::fmt::Display for Needs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "about {} of memory", gibibytes(self.bytes))?;
        if let Some(left) = self.left {
            write!(f, " ({} free, of which {} may be taken", gibibytes(left.free), gibibytes(left.to_take))?;
            write!(f, "{})", if self.fits() { "" } else { ": a run of this size is refused" })?;
        }
        write!(f, ", about {} of disk", gibibytes(self.disk))?;
        let (time, unit) = match self.seconds {
            seconds @ ..100 => (seconds, "second"),
            seconds @ 100..5400 => ((seconds + 30) / 60, "minute"),
            seconds => ((seconds + 1800) / 3600, "hour"),
        };
        let many = if time == 1 { "" } else { "s" };
        let threads =
            if self.threads == 1 { "1 thread".to_owned() } else { format!("{} threads", self.threads) };
        write!(f, " and about {time} {unit}{many} on {threads}")
    }
}

/// What was found in a trial, or is needed by a run, for one seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tried {
    /// Bytes of all worlds at their busiest, without what threads have at hand.
    pub(super) bytes: f64,
    /// Bytes that threads have at hand for all worlds, however large these are.
    pub(super) at_hand: f64,
    /// Bytes of all worlds at the end, in a checkpoint.
    packed: f64,
    /// Seconds until all persons are there.
    built: f64,
    /// Seconds of ticks and readings.
    lived: f64,
    /// Bytes that are kept of a seed's readings for the report.
    readings: f64,
    /// Bytes of the seed's rows on the disk: of readings, and of a member of the cohort.
    rows: [f64; 2],
    /// The same in sheets.
    sheets: [f64; 2],
    /// Bytes of the intervals over seeds.
    intervals: f64,
    pub(super) persons: f64,
}

/// Tries a run of a scenario if it is large or that is wanted, and refuses it where it does not fit into the
/// memory. `csv` is whether the tables are wanted as sheets, too.
pub(super) fn forecast(
    scenario: &Scenario,
    (seeds, csv): (u32, bool),
    wanted: bool,
    pool: &rayon::ThreadPool,
    go_on: &mut dyn FnMut() -> Result<(), LiveError>,
) -> Result<Option<Needs>, LiveError> {
    let (persons, worlds, left) = (scenario.study.persons, scenario.worlds().len(), free_memory());
    let asked = Asked::of(scenario, seeds);
    if !wanted {
        Memory::least(scenario).check(asked, left)?;
    }
    let weeks = u64::from(persons) * u64::from(scenario.horizon()) * worlds as u64;
    let few = persons_of_a_trial(scenario);
    let large = weeks >= LARGE && u64::from(few) * 8 < u64::from(persons) || seeds >= MANY;
    if !large && !wanted {
        Memory::roughly(scenario).check(asked, left)?;
        return Ok(None);
    }
    let tried = Tried::with(scenario, few, pool, go_on)?;
    let memory = tried.memory(scenario);
    let refused = memory.check(asked, left).err();
    if let Some(refused) = refused.filter(|_| !wanted) {
        return Err(refused);
    }
    let worlds_drawn = worlds.min(2) as f64 / worlds as f64;
    let drawn = scenario
        .study
        .ensemble
        .as_ref()
        .map_or(0.0, |one| f64::from(one.draws) * f64::from(one.persons.min(persons)) * worlds_drawn);
    let members = f64::from(scenario.study.cohort.min(persons));
    let of_seeds = |[readings, member]: [f64; 2]| f64::from(seeds) * (readings + member * members);
    let rows = of_seeds(tried.rows);
    let sheets = if csv { of_seeds(tried.sheets) } else { 0.0 };
    let intervals = if seeds > 1 { tried.intervals } else { 0.0 };
    let state = tried.packed / tried.persons * f64::from(persons);
    let ranges = if scenario.study.ensemble.is_some() { RANGES } else { 0.0 };
    // A checkpoint lies there twice while the next is written; rows, while the tables are made of them.
    let disk = (rows + 2.0 * state).max(2.0 * rows + state + sheets + intervals + FILES + ranges);
    let times = (f64::from(persons) * f64::from(seeds) + drawn) / tried.persons;
    Ok(Some(Needs {
        bytes: memory.of(persons, seeds),
        disk: disk as u64,
        left,
        seconds: ((tried.built + tried.lived) * times).ceil() as u64,
        threads: pool.current_num_threads(),
    }))
}

/// Whole neighbourhoods, at most as many persons as the run has.
fn persons_of_a_trial(scenario: &Scenario) -> u32 {
    let persons = u64::from(scenario.study.persons);
    let each = u64::from(scenario.horizon()) * scenario.worlds().len() as u64;
    let weeks = (persons * each / ONE_OF).min(MOST);
    let few = (weeks / each.max(1) / u64::from(LANES) * u64::from(LANES)).max(FEWEST);
    few.min(persons) as u32
}

impl Tried {
    /// What the whole run needs.
    fn memory(&self, scenario: &Scenario) -> Memory {
        Memory::tried(scenario, self.bytes / self.persons, self.at_hand, self.readings)
    }

    /// Lives through a scenario with this many persons.
    pub(super) fn with(
        scenario: &Scenario,
        persons: u32,
        pool: &rayon::ThreadPool,
        go_on: &mut dyn FnMut() -> Result<(), LiveError>,
    ) -> Result<Self, LiveError> {
        let small = small(scenario, persons);
        let members = f64::from(small.study.cohort.max(1));
        let (mut gathered, mut rows) = (Gathered::default(), Counted::default());
        let (mut peopled, mut first, mut last) = (Instant::now(), None, Instant::now());
        let mut state = 0;
        let mut at = |now: &mut Moment<'_>| {
            match now.tick {
                0 if now.stage == PEOPLE => peopled = Instant::now(),
                1 => first = Some(Instant::now()),
                _ => {}
            }
            rows.take(now.gathered);
            if now.tick == now.ticks {
                last = Instant::now();
                let worlds = now.life.map_or(&[][..], |life| &life.worlds);
                state = packed(worlds).map_err(|error| LiveError::Fault(error.to_string()))?;
            }
            go_on()
        };
        live(&small, small.study.seed, false, None, pool, &mut gathered, &mut at)?;
        rows.take(&mut gathered);
        rows.pack();
        let worlds = small.worlds();
        let worlds: Vec<&str> = worlds.iter().map(|world| world.name.as_str()).collect();
        let intervals = intervals::table(&intervals::all(&worlds, &rows.measures, small.ticks()));
        let first = first.unwrap_or(last);
        // The first tick cannot be told from the people's coming; it is taken to be as long as the others.
        let (until_first, since) = ((first - peopled).as_secs_f64(), (last - first).as_secs_f64());
        let ticks = f64::from(small.horizon());
        let tick = if ticks > 1.0 { since / (ticks - 1.0) } else { until_first };
        Ok(Self {
            bytes: gathered.bytes as f64,
            at_hand: gathered.at_hand as f64,
            packed: state as f64,
            built: (until_first - tick).max(0.0),
            lived: tick * ticks,
            readings: rows.measures.bytes() as f64,
            rows: [rows.of_measures[0] as f64, rows.of_lives[0] as f64 / members],
            sheets: [rows.of_measures[1] as f64, rows.of_lives[1] as f64 / members],
            intervals: intervals.len() as f64,
            persons: f64::from(persons),
        })
    }
}

/// The rows of a trial, which are packed as a run does it, counted, and dropped.
#[derive(Default)]
struct Counted {
    gathered: Gathered,
    measures: Measures,
    /// Bytes as they are packed, and in sheets.
    of_measures: [usize; 2],
    of_lives: [usize; 2],
}

impl Counted {
    fn take(&mut self, gathered: &mut Gathered) {
        self.measures.add(&gathered.measures);
        self.gathered.measures.append(&mut gathered.measures);
        self.gathered.persons.append(&mut gathered.persons);
        let [ledger, twin] = &mut self.gathered.ledger;
        gathered.ledger.iter_mut().for_each(|rows| ledger.append(rows));
        if self.gathered.measures.len().max(ledger.len()) + twin.len() > ROWS {
            self.pack();
        }
    }

    fn pack(&mut self) {
        fn pack<R: Row>(rows: &mut Vec<R>, [packed, sheet]: &mut [usize; 2]) {
            let rows = std::mem::take(rows);
            if !rows.is_empty() {
                // A table that cannot be written is found when the run writes it.
                *packed += run_folder::write_table(&rows).map_or(0, |bytes| bytes.len());
                *sheet += run_folder::sheet_bytes(&rows);
            }
        }
        let Gathered { measures, persons, ledger: [ledger, _], .. } = &mut self.gathered;
        pack(measures, &mut self.of_measures);
        pack(persons, &mut self.of_lives);
        pack(ledger, &mut self.of_lives);
    }
}

/// The scenario with few persons, and as large a share of them in the cohort.
fn small(scenario: &Scenario, persons: u32) -> Scenario {
    let mut small = scenario.clone();
    let (all, cohort) = (scenario.study.persons, scenario.study.cohort.min(scenario.study.persons));
    small.study.persons = persons;
    small.study.cohort = (u64::from(cohort) * u64::from(persons)).div_ceil(u64::from(all.max(1))) as u32;
    let draws = Draws::new(Seed(scenario.study.seed));
    let cities = Cities::new(&scenario.plan.cities, persons, &draws);
    for rollout in small.study.worlds.iter_mut().flat_map(|world| &mut world.rollout) {
        if rollout.cities.iter().flatten().any(|name| cities.named(name).is_none()) {
            rollout.cities = None;
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::Disk;
    use demerit_scenario::load;
    use demerit_scenario::load::NoFiles;
    use demerit_worlds::in_memory::sized;

    fn pool() -> rayon::ThreadPool {
        rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap()
    }

    #[test]
    fn a_trial_tells_what_a_larger_run_takes() {
        let pool = pool();
        for (study, years) in
            [("nation", 0.5), ("no-dark-corner", 1.0), ("suining", 1.0), ("safeguards", 0.5)]
        {
            let whole = sized(&load::study(study, &Disk).unwrap(), 60_000, Some(years), 5).unwrap();
            let tried = Tried::with(&whole, 16_384, &pool, &mut || Ok(())).unwrap();
            let needed = tried.memory(&whole);
            let real = Tried::with(&whole, 60_000, &pool, &mut || Ok(())).unwrap();
            // What the allocator takes is counted on, and not part of what a world tells; what threads have
            // at hand hangs on which of them did what.
            let needed = needed.of(60_000, 0) as f64 - Memory::least(&whole).of(0, 0) as f64 - tried.at_hand;
            let ratio = needed / real.bytes;
            assert!((1.0..1.2).contains(&ratio), "{study}: {needed} bytes for {}: {ratio}", real.bytes);
            assert!(tried.lived > 0.0 && tried.built >= 0.0, "{study}: {tried:?}");
        }
    }

    #[test]
    fn needs_in_words() {
        let needs = Needs {
            bytes: 39 << 29,
            disk: 5 << 20,
            left: Some(Free::of(20 << 30, 22 << 30)),
            seconds: 499,
            threads: 2,
        };
        assert_eq!(
            needs.to_string(),
            "about 19.5 GiB of memory (22.0 GiB free, of which 20.0 GiB may be taken), about 5 MiB of disk and about 8 minutes on 2 threads"
        );
        let few = Needs { bytes: 7, disk: 7, left: None, seconds: 1, threads: 1 };
        assert_eq!(
            few.to_string(),
            "about 1 MiB of memory, about 1 MiB of disk and about 1 second on 1 thread"
        );
        for (seconds, words) in [
            (0, "0 seconds"),
            (99, "99 seconds"),
            (100, "2 minutes"),
            (5399, "90 minutes"),
            (5400, "2 hours"),
        ] {
            assert!(
                Needs { seconds, ..needs }.to_string().contains(&format!("about {words} on")),
                "{seconds}"
            );
        }
    }

    #[test]
    fn small_runs_are_not_tried_and_no_trial_is_larger_than_its_run() {
        let pool = pool();
        for persons in [1, 3000, 1_000_000] {
            let scenario = sized(&load::study("nation", &NoFiles).unwrap(), persons, Some(0.02), 5).unwrap();
            assert!(persons_of_a_trial(&scenario) <= persons);
            assert_eq!(forecast(&scenario, (1, false), false, &pool, &mut || Ok(())).unwrap(), None);
        }
        let scenario = sized(&load::study("nation", &NoFiles).unwrap(), 1, Some(0.02), 5).unwrap();
        let needs = forecast(&scenario, (3, true), true, &pool, &mut || Ok(())).unwrap().unwrap();
        assert!(needs.threads == 2 && needs.bytes > 0);
        let stopped = forecast(&scenario, (3, true), true, &pool, &mut || Err(LiveError::Stopped));
        assert!(matches!(stopped, Err(LiveError::Stopped)));
    }

    #[test]
    fn cities_that_a_small_society_does_not_have_make_the_regime_come_everywhere() {
        let mut scenario = sized(&load::study("nation", &NoFiles).unwrap(), 1_000_000, None, 5).unwrap();
        let rollout = &mut scenario.study.worlds[0].rollout[0];
        rollout.cities = Some(vec!["c001".into()]);
        assert!(small(&scenario, 20_480).study.worlds[0].rollout[0].cities.is_some());
        let rollout = &mut scenario.study.worlds[0].rollout[0];
        rollout.cities = Some(vec!["c001".into(), "c500".into()]);
        assert!(small(&scenario, 20_480).study.worlds[0].rollout[0].cities.is_none());
    }
}
