//! A run: the society is built, its worlds live tick by tick, measures are read, a run folder is written.
//!
//! Worlds move in step, so that twins can be compared person by person. Threads are chosen here and change no result. The
//! folder is claimed before the first tick, filled beside its place and renamed at the end.

use crate::ledger::{self, Sums};
use crate::load::{LoadError, Scenario};
use crate::manifest::Manifest;
use crate::notes;
use crate::run_folder::{Claim, FolderError};
pub use crate::tables::RunTables;
use crate::tables::{LedgerRow, MeasureRow, PersonRow};
use crate::worlds::{Plans, plans};
use demerit_engine::{World, step};
use demerit_kernel::{Digest, Draws, Seed, Tick};
use demerit_measures::stock::sanction;
use demerit_society::events::{Cohort, Event};
use demerit_society::{SocietyError, TICKS_PER_YEAR};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use thiserror::Error;

pub mod in_memory;
mod memory;
mod reader;
mod trial;

pub(crate) use reader::Reader;
pub use trial::Needs;

/// What a caller wants of a run beside what the study says.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// Persons, instead of the study's.
    pub persons: Option<u32>,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// Number of seeds, from the first on.
    pub seeds: u32,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
    /// Folder in which the run folder is made.
    pub out: PathBuf,
    /// Whether an existing run folder is replaced.
    pub force: bool,
    /// The command that repeats the run, for the manifest.
    pub command: String,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which seed, from 1.
    pub seed_number: u32,
    /// Seeds in all.
    pub seeds: u32,
    /// Ticks done for this seed.
    pub tick: u32,
    /// Ticks for a seed.
    pub ticks: u32,
    /// Person-weeks done, over all seeds and worlds.
    pub person_weeks: u64,
    /// What is being done.
    pub stage: &'static str,
    /// What the whole run needs, as soon as that is known; small runs are not asked.
    pub needs: Option<Needs>,
}

/// What a caller says to a run that reports its progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Go on.
    Continue,
    /// Stop; nothing is left behind.
    Stop,
}

/// A run that ended well.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The run folder.
    pub folder: PathBuf,
    /// Its tables.
    pub tables: RunTables,
    /// Seconds from the first tick to the last.
    pub seconds: f64,
    /// Person-weeks computed.
    pub person_weeks: u64,
}

/// Why a run did not end well.
#[derive(Debug, Error)]
pub enum RunError {
    /// The scenario.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The society.
    #[error("the society cannot be built: {0}")]
    Society(#[from] SocietyError),
    /// An option.
    #[error("{0}")]
    Options(String),
    /// Stopped by the caller.
    #[error("stopped; nothing was written")]
    Stopped,
    /// A fault of the program.
    #[error("{0}")]
    Fault(String),
}

impl RunError {
    /// Whether something about the input or the machine is to be changed, rather than the program.
    #[must_use]
    pub const fn is_users_fault(&self) -> bool {
        !matches!(self, Self::Fault(_))
    }
}

/// Makes further files of a run folder (the report) from its tables: their names and contents.
pub type Extra<'a> = dyn Fn(&RunTables) -> Result<Vec<(String, Vec<u8>)>, String> + 'a;

/// Runs a scenario and writes its folder.
///
/// # Errors
/// Options out of range; a folder that exists or cannot be written; a society that cannot be built; the caller's stop.
pub fn run(
    scenario: &Scenario,
    options: &RunOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let scenario = with_options(scenario, options)?;
    let pool = pool(options)?;
    let threads = pool.current_num_threads();
    let seeds: Vec<u64> = (0..u64::from(options.seeds)).map(|number| scenario.study.seed + number).collect();
    let resolved = toml::to_string(&scenario.bundle()).map_err(|error| RunError::Fault(error.to_string()))?;
    let study_digest = digest_of(resolved.as_bytes());
    // Another number of seeds is another run, with a folder of its own.
    let short = digest_of(format!("{study_digest} {}", options.seeds).as_bytes());
    let name = format!("{}-{}-{}", scenario.study.name, scenario.study.seed, &short[..8]);
    let claim = Claim::new(&options.out, &name, options.force)?;
    let mut known = Progress { seeds: options.seeds, ..AHEAD };
    let mut ahead = || if progress(&known) == Signal::Stop { Err(RunError::Stopped) } else { Ok(()) };
    known.needs = trial::forecast(&scenario, options.seeds, false, &pool, &mut ahead)?;
    let needs = known.needs;
    let clock = std::time::Instant::now();
    let started = humantime::format_rfc3339_seconds(std::time::SystemTime::now()).to_string();

    let mut tables = Gathered::default();
    let mut done = 0;
    for (place, &seed) in seeds.iter().enumerate() {
        let mut report = |tick: u32, ticks: u32, weeks: u64, stage: &'static str| {
            let state = Progress {
                seed_number: place as u32 + 1,
                seeds: options.seeds,
                tick,
                ticks,
                person_weeks: done + weeks,
                stage,
                needs,
            };
            if progress(&state) == Signal::Stop { Err(RunError::Stopped) } else { Ok(()) }
        };
        done += one_seed(&scenario, seed, place == 0, &pool, &mut tables, &mut report)?;
    }
    let seconds = clock.elapsed().as_secs_f64();

    let (claims, parameters) = (notes::claims(&scenario), notes::parameters(&scenario));
    let mut manifest = Manifest {
        format: 1,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        study: scenario.study.name.clone(),
        title: scenario.study.title.clone(),
        persons: scenario.study.persons,
        ticks: scenario.ticks(),
        ticks_per_year: TICKS_PER_YEAR,
        start_year: scenario.study.start_year,
        seeds,
        worlds: notes::worlds(&scenario),
        phases: tables.phases,
        parameters,
        claims,
        figures: tables.figures,
        limits: notes::limits(),
        resolved,
        study_digest,
        digests: BTreeMap::new(),
        command: options.command.clone(),
        bytes_per_person: tables.bytes_per_person,
        threads: threads as u32,
        started,
        seconds,
    };
    for (file, bytes) in claim.write_tables(&tables.measures, &tables.persons, &tables.ledger)? {
        manifest.digests.insert(file, digest_of(&bytes));
    }
    let tables =
        RunTables { manifest, measures: tables.measures, persons: tables.persons, ledger: tables.ledger };
    let files = extra(&tables);
    for (file, bytes) in files.iter().flatten() {
        claim.write(file, bytes)?;
    }
    let text =
        serde_json::to_vec_pretty(&tables.manifest).map_err(|error| RunError::Fault(error.to_string()))?;
    claim.write("manifest.json", &text)?;
    let folder = claim.finish()?;
    if let Err(message) = files {
        // The tables are whole and stay; only what is drawn from them is missing.
        return Err(RunError::Fault(format!("{message}; the tables are in {}", folder.display())));
    }
    Ok(Outcome { folder, tables, seconds, person_weeks: done })
}

/// What is told before anything was lived.
const AHEAD: Progress = Progress {
    seed_number: 1,
    seeds: 1,
    tick: 0,
    ticks: 1,
    person_weeks: 0,
    stage: "trying it small",
    needs: None,
};

/// What is told while people come into the worlds.
const PEOPLE: &str = "peopling the society";

/// Says what a run would need, without running it.
///
/// # Errors
/// As for a run.
pub fn needs(
    scenario: &Scenario,
    options: &RunOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Needs, RunError> {
    let scenario = with_options(scenario, options)?;
    let pool = pool(options)?;
    let known = Progress { seeds: options.seeds, ..AHEAD };
    let mut ahead = || if progress(&known) == Signal::Stop { Err(RunError::Stopped) } else { Ok(()) };
    let needs = trial::forecast(&scenario, options.seeds, true, &pool, &mut ahead)?;
    needs.ok_or_else(|| RunError::Fault("a run that was to be tried was not".into()))
}

/// The threads of a run.
fn pool(options: &RunOptions) -> Result<rayon::ThreadPool, RunError> {
    let threads =
        options.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| RunError::Options(format!("cannot start {threads} threads: {error}")))
}

/// Of how many persons one lives in a study without the mechanism `whole-country`.
const TENTH: u32 = 10;

/// Of how many worlds, the first and its twin, the lives of the cohort are kept.
const WITH_LIVES: usize = 2;

fn digest_of(bytes: &[u8]) -> String {
    let mut digest = Digest::new();
    digest.bytes(bytes);
    digest.finish()
}

/// The scenario with the caller's persons, years and seed.
pub(crate) fn with_options(scenario: &Scenario, options: &RunOptions) -> Result<Scenario, RunError> {
    let mut scenario = scenario.clone();
    let whole_country = scenario.has_everywhere(demerit_regime::Mechanism::WholeCountry);
    let study = &mut scenario.study;
    study.persons = options.persons.unwrap_or(study.persons);
    study.seed = options.seed.unwrap_or(study.seed);
    if !whole_country {
        study.persons = (study.persons / TENTH).max(1);
    }
    if let Some(years) = options.years {
        study.years = study.years.min(years);
    }
    if study.persons == 0 {
        return Err(RunError::Options("0 persons: at least 1 is needed".into()));
    }
    if options.seeds == 0 {
        return Err(RunError::Options("0 seeds: at least 1 is needed".into()));
    }
    if study.seed.checked_add(u64::from(options.seeds)).is_none_or(|last| last > 9_007_199_254_740_992) {
        let message =
            format!("{} seeds from {} on go beyond the highest, 9007199254740991", options.seeds, study.seed);
        return Err(RunError::Options(message));
    }
    if scenario.ticks() == 0 {
        return Err(RunError::Options(format!("{} years are not a single week", scenario.study.years)));
    }
    let (persons, worlds) = (scenario.study.persons, scenario.worlds().len());
    memory::Memory::least(&scenario, options.seeds).check(persons, worlds, memory::free())?;
    scenario.recheck_cities()?;
    Ok(scenario)
}

/// What the seeds of a run have given so far.
#[derive(Default)]
struct Gathered {
    measures: Vec<MeasureRow>,
    persons: Vec<PersonRow>,
    ledger: Vec<LedgerRow>,
    phases: Vec<crate::manifest::PhaseNote>,
    figures: Vec<crate::manifest::FigureNote>,
    bytes_per_person: f64,
    /// Bytes of all worlds together at their busiest, without what threads have at hand.
    bytes: u64,
    /// Bytes that threads have at hand for all worlds.
    at_hand: u64,
}

/// Runs one seed; gives the person-weeks computed.
fn one_seed(
    scenario: &Scenario,
    seed: u64,
    first: bool,
    pool: &rayon::ThreadPool,
    gathered: &mut Gathered,
    report: &mut dyn FnMut(u32, u32, u64, &'static str) -> Result<(), RunError>,
) -> Result<u64, RunError> {
    let ticks = scenario.ticks();
    report(0, ticks, 0, "building the society")?;
    let draws = Draws::new(Seed(seed));
    let persons = scenario.study.persons;
    let society = scenario.society(draws)?;
    let cohort = Arc::new(Cohort::new(scenario.study.cohort, persons, &draws));
    let Plans { plans, phases, pilot } = plans(scenario, &society);
    // Lives are kept of the first two worlds alone: those of many worlds would fill the memory.
    let nobody = Arc::new(Cohort::new(0, persons, &draws));
    report(0, ticks, 0, PEOPLE)?;
    let build = |(number, (plan, society))| {
        World::new(society, plan, Arc::clone(if number < WITH_LIVES { &cohort } else { &nobody }))
    };
    let mut worlds: Vec<World> = pool.install(|| plans.into_iter().enumerate().map(build).collect());
    if first {
        gathered.figures = crate::describe::figures(&society, scenario);
        gathered.phases = phases;
    }
    let mut reader = Reader::new(scenario, seed, &pilot);
    let mut events: Vec<Vec<Event>> = vec![Vec::new(); worlds.len()];
    let mut sums: Vec<BTreeMap<u32, Sums>> = vec![BTreeMap::new(); worlds.len()];
    let each = u64::from(persons) * worlds.len() as u64;
    for tick in 0..ticks {
        pool.install(|| worlds.iter_mut().for_each(step));
        for ((world, events), sums) in worlds.iter_mut().zip(&mut events).zip(&mut sums) {
            world.take_events(events);
            weigh(world, sums);
        }
        let done = tick + 1;
        let ends_year = done.is_multiple_of(TICKS_PER_YEAR) || done == ticks;
        if done.is_multiple_of(scenario.study.measure_every) || ends_year {
            pool.install(|| reader.read(&mut worlds, Tick(tick), &mut gathered.measures));
            let bytes: Vec<u64> = pool.install(|| worlds.iter().map(World::bytes).collect());
            let busiest = bytes.iter().max().map_or(0.0, |&bytes| bytes as f64 / f64::from(persons));
            gathered.bytes_per_person = gathered.bytes_per_person.max(busiest);
            let at_hand: u64 = worlds.iter().map(World::bytes_at_hand).sum();
            gathered.at_hand = gathered.at_hand.max(at_hand);
            gathered.bytes = gathered.bytes.max(bytes.iter().sum::<u64>() - at_hand);
        }
        report(tick + 1, ticks, u64::from(tick + 1) * each, "living")?;
    }
    for ((world, events), sums) in worlds.iter().zip(&events).zip(&mut sums) {
        gathered.ledger.extend(ledger::rows(seed, scenario.study.start_year, &world.plan, events, sums));
        gathered.persons.extend(world.cohort.members().iter().filter_map(|&person| {
            notes::person(world, seed, person, &sums.get(&person).copied().unwrap_or_default())
        }));
    }
    Ok(u64::from(ticks) * each)
}

/// Counts a week for every member of the cohort.
fn weigh(world: &World, sums: &mut BTreeMap<u32, Sums>) {
    for &person in world.cohort.members() {
        let sums = sums.entry(person).or_default();
        let Some((chunk, at)) = world.find(person) else { continue };
        if i64::from(chunk.born[at]) == i64::from(world.tick.0) - 1 {
            // Whoever was born into the place in this tick begins anew.
            (sums.weeks_sanctioned, sums.weeks_wrongly_sanctioned) = (0, 0);
        }
        if let Some(sanction) = sanction(notes::regime_of(world, person), chunk, at) {
            sums.weeks_sanctioned += 1;
            sums.weeks_wrongly_sanctioned += u32::from(sanction.is_wrong());
        }
    }
}
