//! Explored: two worlds that are lived week by week while others look on.

use super::film::{Codes, Film, Look};
use super::filming;
use super::map::Map;
use super::people::{Year, households};
use super::striking::{StrikingPerson, Weeks};
use demerit_engine::World;
use demerit_kernel::{Draws, Seed, Tick};
use demerit_scenario::load::Scenario;
use demerit_society::TICKS_PER_YEAR;
use demerit_society::state::events::Cohort;
use demerit_worlds::LiveError;
use demerit_worlds::in_memory::sized;
use demerit_worlds::manifest::{Manifest, manifest};
use demerit_worlds::reader::Reader;
use demerit_worlds::seed::{Built, SeedRun};
use demerit_worlds::tables::RunTables;
use std::sync::Arc;

/// What a run that is looked at may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Cells of a frame; more persons than that share them.
    pub most_cells: u32,
    /// Bytes of all frames together.
    pub film_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { most_cells: 200_000, film_bytes: 96 << 20 }
    }
}

/// The most bytes that what is shown of two worlds of a scenario takes: frames, who lives where each year,
/// and how long each was under a sanction.
#[must_use]
pub fn most_shown(scenario: &Scenario, limits: &Limits) -> u64 {
    let (persons, ticks) = (scenario.study.persons, u64::from(scenario.ticks()));
    let frames = 2 * Look::COUNT as u64 * u64::from(persons.min(limits.most_cells)) * ticks;
    let years = ticks.div_ceil(TICKS_PER_YEAR.into());
    frames.min(limits.film_bytes as u64) + Year::bytes(persons) * (years + 1)
}

/// Two worlds, the measures read of them so far, and their film.
pub struct Explored {
    scenario: Scenario,
    pool: rayon::ThreadPool,
    life: SeedRun,
    codes: Codes,
    film: Arc<Film>,
    weeks: Weeks,
    tables: RunTables,
    tick: u32,
}

/// A scenario's first two worlds at their first week.
pub(super) struct Begun {
    pub(super) scenario: Scenario,
    pub(super) manifest: Manifest,
    pub(super) life: SeedRun,
    society: demerit_society::Society,
    map: Map,
}

/// Builds the society of a scenario and its first two worlds.
pub(super) fn begun(
    scenario: &Scenario,
    most_cells: u32,
    cohort: impl FnOnce(&Scenario) -> Result<Cohort, LiveError>,
    pool: &rayon::ThreadPool,
) -> Result<Begun, LiveError> {
    let mut scenario = sized(scenario, scenario.study.persons, None, scenario.study.seed)?;
    scenario.study.worlds.truncate(2);
    let seed = scenario.study.seed;
    let Built { society, specs, phases, pilot } = Built::new(&scenario, seed, cohort(&scenario)?)?;
    let mut manifest = manifest(&scenario, vec![seed], pool.current_num_threads())?;
    manifest.phases = phases;
    manifest.command = format!("demerit run {}.toml", scenario.study.name);
    let map = Map::of(&society, &pilot, most_cells);
    let life = SeedRun::begun(specs, Reader::new(&scenario, seed, pilot), pool);
    Ok(Begun { scenario, manifest, life, society, map })
}

impl Explored {
    /// Builds the society and its worlds, at their first week.
    ///
    /// # Errors
    /// A society that cannot be built.
    pub fn begin(scenario: &Scenario, limits: &Limits, pool: rayon::ThreadPool) -> Result<Self, LiveError> {
        let nobody = |scenario: &Scenario| {
            let draws = Draws::new(Seed(scenario.study.seed));
            Ok(Cohort::new(0, scenario.study.persons, &draws))
        };
        let Begun { scenario, mut manifest, life, society, map } =
            begun(scenario, limits.most_cells, nobody, &pool)?;
        let schedules: Vec<_> = life.worlds.iter().map(|world| &world.schedule).collect();
        let codes = Codes::of(&schedules);
        let worlds = (life.worlds.len(), life.worlds.first().map(households).unwrap_or_default());
        let film = Arc::new(Film::new(map, &codes, worlds, limits.film_bytes));
        manifest.figures = demerit_worlds::describe::figures(&society, &scenario);
        let tables = RunTables { manifest, measures: Vec::new(), persons: Vec::new(), ledger: Vec::new() };
        let weeks = Weeks::new(scenario.study.persons);
        Ok(Self { scenario, pool, life, codes, film, weeks, tables, tick: 0 })
    }

    /// Lives a week of both worlds, shows it, and reads the measures where they are due; says whether there
    /// are more weeks.
    ///
    /// # Errors
    /// Frames that do not come back.
    pub fn step(&mut self) -> Result<bool, LiveError> {
        let ticks = self.tables.manifest.ticks;
        if self.tick >= ticks {
            return Ok(false);
        }
        let tick = Tick(self.tick);
        let Self { pool, life, film, codes, weeks, tables, scenario, .. } = self;
        pool.install(|| {
            life.step();
            let mut frames = Vec::new();
            for (number, world) in life.worlds.iter().enumerate() {
                let (some, sanctioned) = filming::frames(world, codes, film.map.cell_persons);
                if number == 0 {
                    weeks.count(world, &sanctioned);
                    if tick.0.is_multiple_of(TICKS_PER_YEAR) {
                        film.note(Year::of(world, tick));
                    }
                }
                frames.push(some);
            }
            if Reader::is_due(scenario, tick.0 + 1) {
                let SeedRun { worlds, reader, .. } = life;
                reader.read(worlds, tick, &mut tables.measures);
            }
            film.push(frames)
        })
        .ok_or_else(|| LiveError::Fault("a frame that was packed cannot be unpacked".to_owned()))?;
        self.tick += 1;
        Ok(self.tick < ticks)
    }

    /// Bytes of both worlds and of all that is shown of them.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let worlds: u64 = self.pool.install(|| self.life.worlds.iter().map(World::bytes).sum());
        let limits = Limits { film_bytes: self.film.bytes(), ..Limits::default() };
        worlds + most_shown(&self.scenario, &limits)
    }

    /// Weeks lived.
    #[must_use]
    pub const fn tick(&self) -> u32 {
        self.tick
    }

    /// What every cell looked like so far.
    #[must_use]
    pub fn film(&self) -> Arc<Film> {
        Arc::clone(&self.film)
    }

    /// The manifest and all measures so far, without persons and ledger: see [`lives`](super::lives).
    #[must_use]
    pub fn tables(&self) -> RunTables {
        self.tables.clone()
    }

    /// Adds to tables of this run what was read since.
    pub fn catch_up(&self, tables: &mut RunTables) {
        let known = tables.measures.len().min(self.readings());
        tables.measures.extend_from_slice(&self.tables.measures[known..]);
    }

    /// Readings so far: whenever there are more, [`catch_up`](Self::catch_up) has something to add.
    #[must_use]
    pub fn readings(&self) -> usize {
        self.tables.measures.len()
    }

    /// At most `most` of each sort of life that is worth a look, in the first world.
    #[must_use]
    pub fn striking(&self, most: usize) -> Vec<StrikingPerson> {
        self.weeks.striking(most)
    }
}
