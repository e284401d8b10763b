//! Reading: measures are taken at the end of periods, of each world and of the pair.
//!
//! Periods end every `measure_every` weeks, and besides where a year ends, where another regime comes into
//! force, where the years of the study and its horizon end, and where the last year of each begins: so every
//! span that a label names is made of whole periods.

use crate::tables::{MeasureRow, calendar};
use demerit_engine::World;
use demerit_kernel::{Loader, Saver, Tick, Unfit};
use demerit_measures::twins::{Pair, Sorting};
use demerit_measures::{
    ByGroup, Measure, Moment, Reading, Stock, Value, View, population, population_by_looks,
};
use demerit_scenario::load::Scenario;
use demerit_society::{Chunk, TICKS_PER_YEAR, Tally};
use rayon::prelude::*;

/// Reads measures at the end of periods.
pub struct Reader {
    /// Ticks after which the years of the study end, and its horizon.
    ends: [u32; 2],
    start_year: i32,
    seed: u64,
    pilot: Vec<bool>,
    measures: Vec<&'static Measure>,
    /// Ticks that were read.
    read: u32,
    /// Ticks that were read when the last year ended.
    years_read: u32,
    /// What happened since, by world.
    year: Vec<Tally>,
    /// Persons by looks, by world.
    looks: Vec<ByGroup>,
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
        let (ends, start_year) = (ends(scenario), scenario.study.start_year);
        let (year, looks) = (Vec::new(), Vec::new());
        Self { ends, start_year, seed, pilot, measures, read: 0, years_read: 0, year, looks }
    }

    /// Whether measures are read once this number of ticks is done.
    pub fn is_due(scenario: &Scenario, done: u32) -> bool {
        done.is_multiple_of(scenario.study.measure_every)
            || done.is_multiple_of(TICKS_PER_YEAR)
            || ends(scenario).into_iter().any(|end| done == end || done + TICKS_PER_YEAR == end)
            || scenario.worlds().iter().flat_map(|world| &world.rollout).any(|step| done == step.from())
    }

    /// Writes what it has read so far, between two ticks.
    pub fn save(&self, to: &mut Saver) {
        to.put(&self.read).put(&self.years_read).len(self.year.len()).all(&self.year);
    }

    /// Reads what was written after this number of ticks.
    pub fn load(&mut self, from: &mut Loader<'_>, tick: u32) -> Result<(), Unfit> {
        (self.read, self.years_read, self.year) = (from.take()?, from.take()?, from.take()?);
        let &mut Self { read, years_read, .. } = self;
        from.check(years_read <= read && read <= tick, || {
            (format!("readings in weeks {years_read} and {read}"), format!("up to {tick}"))
        })
    }

    /// Takes the readings of a period that ends with this tick.
    pub fn read(&mut self, worlds: &mut [World], tick: Tick, rows: &mut Vec<MeasureRow>) {
        let done = tick.0 + 1;
        let ends_year = done.is_multiple_of(TICKS_PER_YEAR) || self.ends.contains(&done);
        let (ticks, ticks_of_year) = (done - self.read, done - self.years_read);
        self.read = done;
        self.year.resize(worlds.len(), Tally::default());
        if self.looks.is_empty() {
            self.looks = worlds.iter().map(|world| population_by_looks(&world.society)).collect();
        }
        for (number, world) in worlds.iter_mut().enumerate() {
            let tally = world.take_tally();
            self.year[number].add(&tally);
            let world = &*world;
            let chunks: Vec<&Chunk> = world.chunks().collect();
            let view = self.view(world, tick);
            // Each world's own groups: incomes and who is born in a place differ.
            let count = |chunk: &&Chunk| (Stock::of(&view, &[chunk]), population(&view, &[chunk]));
            let parts: Vec<(Stock, ByGroup)> = chunks.par_iter().map(count).collect();
            let (mut stock, mut population) = (Stock::default(), self.looks[number]);
            for (stocks, groups) in &parts {
                stock.add(stocks);
                population.add(groups);
            }
            let reading = |tally, ticks| Reading::new(view, &chunks, tally, &population, &stock, ticks);
            let of_period = reading(&tally, ticks);
            let of_year = ends_year.then(|| reading(&self.year[number], ticks_of_year));
            for measure in &self.measures {
                let reading = match measure.moment {
                    Moment::Period => Some(&of_period),
                    Moment::Year => of_year.as_ref(),
                };
                let values = reading.map(|reading| (measure.take(reading), reading.ticks())).into_iter();
                rows.extend(values.flat_map(|(values, ticks)| {
                    let row = |value| self.row(&world.schedule.world, tick, measure, value, ticks);
                    values.into_iter().map(row).collect::<Vec<_>>()
                }));
            }
        }
        if let [here, twin, further @ ..] = worlds {
            self.compare(here, twin, tick, ticks, rows);
            if ends_year {
                self.sort(here, twin, tick, ticks_of_year, rows);
            }
            // Each further world has the same twin.
            further.iter().for_each(|world| self.compare(world, twin, tick, ticks, rows));
        }
        if ends_year {
            self.years_read = done;
            self.year.iter_mut().for_each(Tally::clear);
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

    fn compare(&self, here: &World, twin: &World, tick: Tick, ticks: u32, rows: &mut Vec<MeasureRow>) {
        let (mine, theirs): (Vec<&Chunk>, Vec<&Chunk>) = (here.chunks().collect(), twin.chunks().collect());
        let (view, other) = (self.view(here, tick), self.view(twin, tick));
        let assessor = twin.schedule.assessed_by.as_ref();
        let assessed = assessor.is_some_and(|schedule| schedule.world == here.schedule.world);
        let parts: Vec<Pair> = (0..mine.len())
            .into_par_iter()
            .map(|at| Pair::of((&view, &mine[at..=at]), (&other, &theirs[at..=at]), assessed))
            .collect();
        let pair = parts.into_iter().fold(Pair::default(), Pair::and);
        for (name, count) in pair.named() {
            if let Some(measure) = self.measures.iter().find(|measure| measure.name == name) {
                let share = count as f64 / f64::from(here.society.persons);
                rows.push(self.row(&here.schedule.world, tick, measure, Value::whole(share), ticks));
            }
        }
    }

    /// How alike partners are in the first world, over its couples and over those of its twin.
    fn sort(&self, here: &World, twin: &World, tick: Tick, ticks: u32, rows: &mut Vec<MeasureRow>) {
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
                let value = Value::whole(value).grouped(group);
                rows.push(self.row(&here.schedule.world, tick, measure, value, ticks));
            }
        }
    }

    /// A value of a period of so many ticks.
    fn row(&self, world: &str, tick: Tick, measure: &Measure, value: Value, ticks: u32) -> MeasureRow {
        let (year, week) = calendar(self.start_year, tick.0);
        MeasureRow {
            seed: self.seed,
            world: world.to_owned(),
            tick: tick.0,
            year,
            week,
            measure: measure.name.to_owned(),
            domain: value.domain.into_owned(),
            group: value.group.into_owned(),
            value: value.value,
            weight: value.weight.map_or(f64::from(ticks), |weight| weight as f64),
            unit: measure.unit.name().to_owned(),
        }
    }
}

/// Ticks after which the years of the study end, and its horizon.
fn ends(scenario: &Scenario) -> [u32; 2] {
    [scenario.ticks(), scenario.horizon()]
}
