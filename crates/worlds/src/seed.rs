//! A seed of a run: its society is built, its worlds live tick by tick, measures are read.
//!
//! Between two ticks all that the rest of the seed depends on is in a [`SeedRun`] and in what was gathered,
//! so that it can be saved there and continued.

use crate::cohort;
use crate::error::LiveError;
use crate::ledger::{self, Sums};
use crate::reader::Reader;
use crate::schedules::{Schedules, schedules};
use crate::tables::{LedgerRow, MeasureRow, PersonRow, WITH_LIVES};
use demerit_engine::{Schedule, World, step};
use demerit_kernel::{Draws, Seed, Tick};
use demerit_measures::sanction;
use demerit_scenario::load::Scenario;
use demerit_scenario::notes::{FigureNote, PhaseNote};
use demerit_society::Society;
use demerit_society::state::events::{Cohort, Event};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the seeds of a run have given so far. Whoever is told of a moment may take the rows out, so that they
/// need not stay in the memory.
#[derive(Default)]
pub struct Gathered {
    /// Readings.
    pub measures: Vec<MeasureRow>,
    /// The cohort at the end.
    pub persons: Vec<PersonRow>,
    /// What befell the cohort, by world: in a table the rows of a seed's first world stand before those of
    /// its twin.
    pub ledger: [Vec<LedgerRow>; WITH_LIVES],
    /// Phases of the study.
    pub phases: Vec<PhaseNote>,
    /// The society as built beside published figures.
    pub figures: Vec<FigureNote>,
    /// Bytes of state a person, at the busiest.
    pub bytes_per_person: f64,
    /// Bytes of all worlds together at their busiest, without what threads have at hand.
    pub bytes: u64,
    /// Bytes that threads have at hand for all worlds.
    pub at_hand: u64,
}

/// A world that is still to be peopled.
pub struct WorldSpec {
    /// Which regime is in force where and when.
    pub schedule: Schedule,
    /// The society with the switches of this world.
    pub society: Arc<Society>,
    /// Those whose lives are kept.
    pub cohort: Arc<Cohort>,
}

/// The worlds of a seed between two ticks, and what was found out about them that is not gathered yet.
pub struct SeedRun {
    /// The worlds.
    pub worlds: Vec<World>,
    /// What takes the readings.
    pub reader: Reader,
    /// Events of the cohort that are not gathered yet, by world.
    pub events: Vec<Vec<Event>>,
    /// Weeks of the cohort, by world and person.
    pub sums: Vec<BTreeMap<u32, Sums>>,
}

/// A moment at which a caller is told how far a seed is.
pub struct Moment<'b> {
    /// Ticks done.
    pub tick: u32,
    /// Ticks in all.
    pub ticks: u32,
    /// Person-weeks done.
    pub person_weeks: u64,
    /// What is being done.
    pub stage: &'static str,
    /// The state, between two ticks.
    pub life: Option<&'b SeedRun>,
    /// What the seeds have given so far.
    pub gathered: &'b mut Gathered,
}

/// What is told while a checkpoint is read.
const READING: &str = "reading the checkpoint";

/// What is told while people come into the worlds.
pub const PEOPLE: &str = "peopling the society";

/// A seed that was lived up to a tick before, and what makes its worlds as they were then.
pub struct Resumed<'a, E> {
    /// Ticks done.
    pub tick: u32,
    /// Makes the worlds.
    pub build: Box<dyn FnOnce(Vec<WorldSpec>, Reader) -> Result<SeedRun, E> + 'a>,
}

/// Runs one seed, from where it was left if it was begun before, and tells of every moment; gives the
/// person-weeks computed.
///
/// # Errors
/// A society that cannot be built; what `at` and the building of a seed begun before say.
pub fn live<E: From<LiveError>>(
    scenario: &Scenario,
    seed: u64,
    first: bool,
    from: Option<Resumed<'_, E>>,
    pool: &rayon::ThreadPool,
    gathered: &mut Gathered,
    at: &mut dyn FnMut(&mut Moment<'_>) -> Result<(), E>,
) -> Result<u64, E> {
    let ticks = scenario.horizon();
    let begun = from.as_ref().map_or(0, |from| from.tick);
    let person_weeks =
        |tick: u32| u64::from(tick) * u64::from(scenario.study.persons) * scenario.worlds().len() as u64;
    let done = person_weeks(begun);
    let stage = "building the society";
    at(&mut Moment { tick: begun, ticks, person_weeks: done, stage, life: None, gathered })?;
    let persons = scenario.study.persons;
    let cohort = Cohort::new(scenario.study.cohort, persons, &Draws::new(Seed(seed)));
    let Built { society, specs, phases, pilot } = Built::new(scenario, seed, cohort)?;
    let stage = if from.is_some() { READING } else { PEOPLE };
    at(&mut Moment { tick: begun, ticks, person_weeks: done, stage, life: None, gathered })?;
    if first {
        gathered.figures = crate::describe::figures(&society, scenario);
        gathered.phases = phases;
    }
    let reader = Reader::new(scenario, seed, pilot);
    let mut life = match from {
        None => SeedRun::begun(specs, reader, pool),
        Some(from) => (from.build)(specs, reader)?,
    };
    for tick in begun..ticks {
        pool.install(|| life.step());
        life.tell(seed, scenario.study.start_year, gathered);
        let done = tick + 1;
        if Reader::is_due(scenario, done) {
            let SeedRun { worlds, reader, .. } = &mut life;
            pool.install(|| reader.read(worlds, Tick(tick), &mut gathered.measures));
            // Without what threads have at hand, which hangs on where the run was begun.
            let of = |world: &World| world.bytes() - world.bytes_at_hand();
            let bytes: Vec<u64> = pool.install(|| worlds.iter().map(of).collect());
            let busiest = bytes.iter().max().map_or(0.0, |&bytes| bytes as f64 / f64::from(persons));
            gathered.bytes_per_person = gathered.bytes_per_person.max(busiest);
            let at_hand: u64 = pool.install(|| worlds.iter().map(World::bytes_at_hand).sum());
            gathered.at_hand = gathered.at_hand.max(at_hand);
            gathered.bytes = gathered.bytes.max(bytes.iter().sum::<u64>());
        }
        let (life, weeks) = (Some(&life), person_weeks(done));
        at(&mut Moment { tick: done, ticks, person_weeks: weeks, stage: "living", life, gathered })?;
    }
    life.end(seed, scenario.study.start_year, gathered);
    Ok(person_weeks(ticks))
}

/// A society that was built, and what its worlds are made from.
pub struct Built {
    /// The society.
    pub society: Society,
    /// Its worlds.
    pub specs: Vec<WorldSpec>,
    /// Phases of the study.
    pub phases: Vec<PhaseNote>,
    /// Whether each city is among the first to come under another regime than the rest.
    pub pilot: Vec<bool>,
}

impl Built {
    /// Builds the society of a scenario.
    ///
    /// # Errors
    /// A society that cannot be built.
    pub fn new(scenario: &Scenario, seed: u64, cohort: Cohort) -> Result<Self, LiveError> {
        let society = scenario.society(Draws::new(Seed(seed)))?;
        let Schedules { schedules, phases, pilot } = schedules(scenario, &society)?;
        let cohort = Arc::new(cohort);
        // Lives are kept of the first two worlds alone: those of many worlds would fill the memory.
        let nobody = Arc::new(Cohort::default());
        let spec = |(number, (schedule, society))| {
            let cohort = Arc::clone(if number < WITH_LIVES { &cohort } else { &nobody });
            WorldSpec { schedule, society, cohort }
        };
        let specs = schedules.into_iter().enumerate().map(spec).collect();
        Ok(Self { society, specs, phases, pilot })
    }
}

impl SeedRun {
    /// Worlds at their first tick.
    pub fn begun(specs: Vec<WorldSpec>, reader: Reader, pool: &rayon::ThreadPool) -> Self {
        let build = |spec: WorldSpec| World::new(spec.society, spec.schedule, spec.cohort);
        Self::of(pool.install(|| specs.into_iter().map(build).collect()), reader)
    }

    /// Worlds of which nothing was told yet.
    pub fn of(worlds: Vec<World>, reader: Reader) -> Self {
        let (events, sums) = (vec![Vec::new(); worlds.len()], vec![BTreeMap::new(); worlds.len()]);
        Self { worlds, reader, events, sums }
    }

    /// Moves all worlds by a tick.
    pub fn step(&mut self) {
        self.worlds.iter_mut().for_each(step);
        for ((world, events), sums) in self.worlds.iter_mut().zip(&mut self.events).zip(&mut self.sums) {
            world.take_events(events);
            weigh(world, sums);
        }
    }

    /// Gathers what befell the cohort since this was last done.
    pub fn tell(&mut self, seed: u64, start_year: i32, gathered: &mut Gathered) {
        let told = self.worlds.iter().zip(&mut self.events).zip(&mut self.sums).zip(&mut gathered.ledger);
        for (((world, events), sums), ledger) in told {
            ledger.extend(ledger::rows(seed, start_year, &world.schedule, events, sums));
            events.clear();
        }
    }

    /// Gathers what is known of the cohort at the end.
    pub fn end(mut self, seed: u64, start_year: i32, gathered: &mut Gathered) {
        self.tell(seed, start_year, gathered);
        for (world, sums) in self.worlds.iter().zip(&self.sums) {
            gathered.persons.extend(world.cohort.members().iter().filter_map(|&person| {
                cohort::person(world, seed, person, &sums.get(&person).copied().unwrap_or_default())
            }));
        }
    }
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
        if let Some(sanction) = sanction(cohort::regime_of(world, person), chunk, at) {
            sums.weeks_sanctioned += 1;
            sums.weeks_wrongly_sanctioned += u32::from(sanction.is_wrong());
        }
    }
}
