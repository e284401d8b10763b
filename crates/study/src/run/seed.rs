//! A seed of a run: its society is built, its worlds live tick by tick, measures are read.
//!
//! Between two ticks all that the rest of the seed depends on is in a [`Life`] and in what was gathered, so that it can be saved there and gone
//! on with.

use super::{PEOPLE, Reader, RunError, WITH_LIVES};
use crate::checkpoint::Loading;
use crate::ledger::{self, Sums};
use crate::load::Scenario;
use crate::manifest::{FigureNote, PhaseNote};
use crate::notes;
use crate::tables::{LedgerRow, MeasureRow, PersonRow};
use crate::worlds::{Schedules, schedules};
use demerit_engine::{Schedule, World, step};
use demerit_kernel::{Draws, Seed, Tick};
use demerit_measures::stock::sanction;
use demerit_society::Society;
use demerit_society::events::{Cohort, Event};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the seeds of a run have given so far.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) measures: Vec<MeasureRow>,
    pub(crate) persons: Vec<PersonRow>,
    pub(crate) ledger: Vec<LedgerRow>,
    pub(crate) phases: Vec<PhaseNote>,
    pub(crate) figures: Vec<FigureNote>,
    pub(crate) bytes_per_person: f64,
    /// Bytes of all worlds together at their busiest, without what threads have at hand.
    pub(crate) bytes: u64,
    /// Bytes that threads have at hand for all worlds.
    pub(crate) at_hand: u64,
}

/// A world that is still to be peopled.
pub(crate) struct Plot {
    pub(crate) schedule: Schedule,
    pub(crate) society: Arc<Society>,
    pub(crate) cohort: Arc<Cohort>,
}

/// The worlds of a seed between two ticks, and what was found out about them that is not gathered yet.
pub(crate) struct Life {
    pub(crate) worlds: Vec<World>,
    pub(crate) reader: Reader,
    /// Events of the cohort, by world.
    pub(crate) events: Vec<Vec<Event>>,
    /// Weeks of the cohort, by world and person.
    pub(crate) sums: Vec<BTreeMap<u32, Sums>>,
}

/// A moment at which a caller is told how far a seed is.
pub(crate) struct Moment<'b> {
    /// Ticks done.
    pub(crate) tick: u32,
    /// Ticks in all.
    pub(crate) ticks: u32,
    /// Person-weeks done.
    pub(crate) person_weeks: u64,
    pub(crate) stage: &'static str,
    /// The state, between two ticks.
    pub(crate) life: Option<&'b Life>,
    pub(crate) gathered: &'b Gathered,
}

/// What is told while a checkpoint is read.
const READING: &str = "reading the checkpoint";

/// Runs one seed; gives the person-weeks computed.
pub(super) fn one_seed(
    scenario: &Scenario,
    seed: u64,
    first: bool,
    pool: &rayon::ThreadPool,
    gathered: &mut Gathered,
    report: &mut dyn FnMut(u32, u32, u64, &'static str) -> Result<(), RunError>,
) -> Result<u64, RunError> {
    let mut at = |now: &Moment<'_>| report(now.tick, now.ticks, now.person_weeks, now.stage);
    live(scenario, seed, first, None, pool, gathered, &mut at)
}

/// Runs one seed, from a checkpoint if there is one, and tells of every moment; gives the person-weeks computed.
pub(crate) fn live(
    scenario: &Scenario,
    seed: u64,
    first: bool,
    from: Option<Loading>,
    pool: &rayon::ThreadPool,
    gathered: &mut Gathered,
    at: &mut dyn FnMut(&Moment<'_>) -> Result<(), RunError>,
) -> Result<u64, RunError> {
    let ticks = scenario.ticks();
    let begun = from.as_ref().map_or(0, Loading::tick);
    let person_weeks =
        |tick: u32| u64::from(tick) * u64::from(scenario.study.persons) * scenario.worlds().len() as u64;
    let begin = Moment {
        tick: begun,
        ticks,
        person_weeks: person_weeks(begun),
        stage: "building the society",
        life: None,
        gathered,
    };
    at(&begin)?;
    let persons = scenario.study.persons;
    let cohort = Cohort::new(scenario.study.cohort, persons, &Draws::new(Seed(seed)));
    let Built { society, plots, phases, pilot } = Built::new(scenario, seed, cohort)?;
    at(&Moment { stage: if from.is_some() { READING } else { PEOPLE }, ..begin })?;
    if first {
        gathered.figures = crate::describe::figures(&society, scenario);
        gathered.phases = phases;
    }
    let reader = Reader::new(scenario, seed, pilot);
    let mut life = match from {
        None => Life::begun(plots, reader, pool),
        Some(from) => from.life(plots, reader, pool)?,
    };
    for tick in begun..ticks {
        pool.install(|| life.step());
        let done = tick + 1;
        if Reader::is_due(scenario, done) {
            let Life { worlds, reader, .. } = &mut life;
            pool.install(|| reader.read(worlds, Tick(tick), &mut gathered.measures));
            let bytes: Vec<u64> = pool.install(|| worlds.iter().map(World::bytes).collect());
            let busiest = bytes.iter().max().map_or(0.0, |&bytes| bytes as f64 / f64::from(persons));
            gathered.bytes_per_person = gathered.bytes_per_person.max(busiest);
            let at_hand: u64 = worlds.iter().map(World::bytes_at_hand).sum();
            gathered.at_hand = gathered.at_hand.max(at_hand);
            gathered.bytes = gathered.bytes.max(bytes.iter().sum::<u64>() - at_hand);
        }
        let life = Some(&life);
        at(&Moment { tick: done, ticks, person_weeks: person_weeks(done), stage: "living", life, gathered })?;
    }
    life.end(seed, scenario.study.start_year, gathered);
    Ok(person_weeks(ticks))
}

/// A society that was built, and what its worlds are made from.
pub(crate) struct Built {
    pub(crate) society: Society,
    pub(crate) plots: Vec<Plot>,
    pub(crate) phases: Vec<PhaseNote>,
    /// Whether each city is among the first to come under another regime than the rest.
    pub(crate) pilot: Vec<bool>,
}

impl Built {
    /// Builds the society of a scenario.
    pub(crate) fn new(scenario: &Scenario, seed: u64, cohort: Cohort) -> Result<Self, RunError> {
        let draws = Draws::new(Seed(seed));
        let society = scenario.society(draws)?;
        let Schedules { schedules, phases, pilot } = schedules(scenario, &society);
        let cohort = Arc::new(cohort);
        // Lives are kept of the first two worlds alone: those of many worlds would fill the memory.
        let nobody = Arc::new(Cohort::default());
        let plot = |(number, (schedule, society))| {
            let cohort = Arc::clone(if number < WITH_LIVES { &cohort } else { &nobody });
            Plot { schedule, society, cohort }
        };
        let plots = schedules.into_iter().enumerate().map(plot).collect();
        Ok(Self { society, plots, phases, pilot })
    }
}

impl Life {
    /// Worlds at their first tick.
    pub(crate) fn begun(plots: Vec<Plot>, reader: Reader, pool: &rayon::ThreadPool) -> Self {
        let build = |plot: Plot| World::new(plot.society, plot.schedule, plot.cohort);
        Self::of(pool.install(|| plots.into_iter().map(build).collect()), reader)
    }

    /// Worlds of which nothing was told yet.
    pub(crate) fn of(worlds: Vec<World>, reader: Reader) -> Self {
        let (events, sums) = (vec![Vec::new(); worlds.len()], vec![BTreeMap::new(); worlds.len()]);
        Self { worlds, reader, events, sums }
    }

    /// Moves all worlds by a tick.
    pub(crate) fn step(&mut self) {
        self.worlds.iter_mut().for_each(step);
        for ((world, events), sums) in self.worlds.iter_mut().zip(&mut self.events).zip(&mut self.sums) {
            world.take_events(events);
            weigh(world, sums);
        }
    }

    /// Gathers what is known of the cohort at the end.
    pub(crate) fn end(mut self, seed: u64, start_year: i32, gathered: &mut Gathered) {
        for ((world, events), sums) in self.worlds.iter().zip(&self.events).zip(&mut self.sums) {
            gathered.ledger.extend(ledger::rows(seed, start_year, &world.schedule, events, sums));
            gathered.persons.extend(world.cohort.members().iter().filter_map(|&person| {
                notes::person(world, seed, person, &sums.get(&person).copied().unwrap_or_default())
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
        if let Some(sanction) = sanction(notes::regime_of(world, person), chunk, at) {
            sums.weeks_sanctioned += 1;
            sums.weeks_wrongly_sanctioned += u32::from(sanction.is_wrong());
        }
    }
}
