//! Reading: measures are taken at the end of periods, of each world and of the pair.

use crate::tables::MeasureRow;
use demerit_engine::World;
use demerit_kernel::{Loader, Saver, Tick, Unfit};
use demerit_measures::twins::{Pair, Sorting};
use demerit_measures::{ByGroup, Group, Measure, Moment, Reading, Stock, View, population};
use demerit_scenario::load::Scenario;
use demerit_society::{Chunk, TICKS_PER_YEAR};
use rayon::prelude::*;

/// Reads measures at the end of periods.
pub struct Reader {
    ticks: u32,
    start_year: i32,
    seed: u64,
    pilot: Vec<bool>,
    measures: Vec<&'static Measure>,
    population: Option<(u32, ByGroup)>,
    last: u32,
}

impl Reader {
    /// Reads the measures that the study wants; `pilot` says of each city whether it is among the first.
    pub fn new(scenario: &Scenario, seed: u64, pilot: Vec<bool>) -> Self {
        let wanted = |measure: &Measure| {
            scenario.study.measures.is_empty()
                || scenario.study.measures.iter().any(|word| word.name() == measure.name)
        };
        Self::of(scenario, seed, pilot, wanted)
    }

    /// Reads one measure alone, whatever the study wants.
    pub fn of_one(scenario: &Scenario, seed: u64, pilot: Vec<bool>, name: &str) -> Self {
        Self::of(scenario, seed, pilot, |measure| measure.name == name)
    }

    fn of(scenario: &Scenario, seed: u64, pilot: Vec<bool>, wanted: impl Fn(&Measure) -> bool) -> Self {
        let measures = demerit_measures::all().iter().filter(|one| wanted(one)).collect();
        let (ticks, start_year) = (scenario.ticks(), scenario.study.start_year);
        Self { ticks, start_year, seed, pilot, measures, population: None, last: 0 }
    }

    /// Whether measures are read once this number of ticks is done.
    pub fn is_due(scenario: &Scenario, done: u32) -> bool {
        done.is_multiple_of(scenario.study.measure_every)
            || done.is_multiple_of(TICKS_PER_YEAR)
            || done == scenario.ticks()
    }

    /// Writes what it has read so far, between two ticks.
    pub fn save(&self, to: &mut Saver) {
        to.put(&self.last).put(&self.population.is_some());
        if let Some((year, population)) = &self.population {
            to.put(year);
            population.all().for_each(|(_, count)| _ = to.put(&count));
        }
    }

    /// Reads what was written after this number of ticks.
    pub fn load(&mut self, from: &mut Loader<'_>, tick: u32) -> Result<(), Unfit> {
        self.last = from.take()?;
        from.check(self.last <= tick, || {
            (format!("a reading in week {}", self.last), format!("up to {tick}"))
        })?;
        self.population = None;
        if from.take()? {
            let (year, mut population) = (from.take()?, ByGroup::default());
            for group in Group::ALL {
                population[group] = from.take()?;
            }
            self.population = Some((year, population));
        }
        Ok(())
    }

    /// Takes the readings of a period that ends with this tick.
    pub fn read(&mut self, worlds: &mut [World], tick: Tick, rows: &mut Vec<MeasureRow>) {
        let year = tick.0 / TICKS_PER_YEAR;
        let ends_year = (tick.0 + 1).is_multiple_of(TICKS_PER_YEAR) || tick.0 + 1 == self.ticks;
        let ticks = tick.0 + 1 - self.last;
        self.last = tick.0 + 1;
        if self.population.is_none_or(|(counted, _)| counted != year || ends_year) {
            self.population = Some((year, self.count_population(&worlds[0], tick)));
        }
        let Some((_, population)) = self.population else { return };
        for world in worlds.iter_mut() {
            let tally = world.take_tally();
            let world = &*world;
            let chunks: Vec<&Chunk> = world.chunks().collect();
            let view = self.view(world, tick);
            let parts: Vec<Stock> = chunks.par_iter().map(|chunk| Stock::of(&view, &[chunk])).collect();
            let mut stock = Stock::default();
            parts.iter().for_each(|part| stock.add(part));
            let reading = Reading::new(view, &chunks, &tally, &population, &stock, ticks);
            for measure in self.measures.iter().filter(|one| one.moment == Moment::Period || ends_year) {
                rows.extend(measure.take(&reading).into_iter().map(|value| {
                    let (domain, group) = (value.domain.into_owned(), value.group.into_owned());
                    self.row(&world.schedule.world, tick, measure, domain, group, value.value)
                }));
            }
        }
        if let [here, twin, further @ ..] = worlds {
            self.compare(here, twin, tick, rows);
            if ends_year {
                self.sort(here, twin, tick, rows);
            }
            // Each further world has the same twin.
            further.iter().for_each(|world| self.compare(world, twin, tick, rows));
        }
    }

    fn view<'b>(&'b self, world: &'b World, tick: Tick) -> View<'b> {
        View {
            society: &world.society,
            regimes: &world.schedule.regimes,
            in_force: world.in_force(),
            pilot: &self.pilot,
            tick,
        }
    }

    /// Persons in each group: the same in all worlds, since nothing in a regime kills.
    fn count_population(&self, world: &World, tick: Tick) -> ByGroup {
        let view = self.view(world, tick);
        let chunks: Vec<&Chunk> = world.chunks().collect();
        let parts: Vec<ByGroup> = chunks.par_iter().map(|chunk| population(&view, &[chunk])).collect();
        let mut whole = ByGroup::default();
        parts.iter().for_each(|part| whole.add(part));
        whole
    }

    fn compare(&self, here: &World, twin: &World, tick: Tick, rows: &mut Vec<MeasureRow>) {
        let (mine, theirs): (Vec<&Chunk>, Vec<&Chunk>) = (here.chunks().collect(), twin.chunks().collect());
        let (view, other) = (self.view(here, tick), self.view(twin, tick));
        let parts: Vec<Pair> = (0..mine.len())
            .into_par_iter()
            .map(|at| Pair::of((&view, &mine[at..=at]), (&other, &theirs[at..=at])))
            .collect();
        let pair = parts.into_iter().fold(Pair::default(), Pair::and);
        for (name, count) in pair.named() {
            if let Some(measure) = self.measures.iter().find(|measure| measure.name == name) {
                let share = count as f64 / f64::from(here.society.persons);
                rows.push(self.row(&here.schedule.world, tick, measure, "all".into(), "all".into(), share));
            }
        }
    }

    /// How alike partners are in the first world, over its couples and over those of its twin.
    fn sort(&self, here: &World, twin: &World, tick: Tick, rows: &mut Vec<MeasureRow>) {
        let Some(measure) = self.measures.iter().find(|measure| measure.name == "partner-sorting") else {
            return;
        };
        let view = self.view(here, tick);
        let (mine, theirs): (Vec<&Chunk>, Vec<&Chunk>) = (here.chunks().collect(), twin.chunks().collect());
        for (group, couples) in [("couples:here", &mine), ("couples:twin", &theirs)] {
            let parts: Vec<Sorting> = (0..mine.len())
                .into_par_iter()
                .map(|at| Sorting::of(&view, &mine[at..=at], &couples[at..=at]))
                .collect();
            let mut sums = Sorting::default();
            parts.iter().for_each(|part| sums.add(part));
            if let Some(value) = sums.correlation() {
                rows.push(self.row(&here.schedule.world, tick, measure, "all".into(), group.into(), value));
            }
        }
    }

    fn row(
        &self,
        world: &str,
        tick: Tick,
        measure: &Measure,
        domain: String,
        group: String,
        value: f64,
    ) -> MeasureRow {
        let years = f64::from(tick.0 + 1) / f64::from(TICKS_PER_YEAR);
        MeasureRow {
            seed: self.seed,
            world: world.to_owned(),
            tick: tick.0,
            year: f64::from(self.start_year) + years,
            measure: measure.name.to_owned(),
            domain,
            group,
            value,
            unit: measure.unit.name().to_owned(),
        }
    }
}
