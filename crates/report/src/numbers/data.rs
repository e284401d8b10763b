//! What a report is made of: the tables of one run, and an index to find series in them fast.
//!
//! How readings become numbers is said in [`Readings`]. A [`Spread`] is what several seeds say of one number.
//!
//! Windows: *the end* is the last period; *the last year* is the last `ticks_per_year` ticks, or the whole
//! run where it is shorter; *the years before* are those before the second phase begins, if the first is
//! called `before` or has no city under the regime. Of what is counted, *lately* is the sum over the last
//! year; of anything else its mean over it.

use demerit_measures::estimate::{Sample, Spread, Window};
use demerit_measures::{Kind, named};
use demerit_scenario::notes::WorldNote;
use demerit_words::Words;
pub(crate) use demerit_worlds::readings::{Key, everybody, key};
use demerit_worlds::readings::{OverSeeds, Readings};
use demerit_worlds::tables::Told;
use std::collections::BTreeMap;

/// A moment of a series over all seeds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moment {
    /// Last tick of the period.
    pub(crate) tick: u32,
    /// The same moment in years.
    pub(crate) year: f64,
    /// What the seeds say.
    pub(crate) spread: Spread,
}

/// One of the worlds of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The world of interest, the first of the manifest.
    Here,
    /// Its twin, the second.
    Twin,
    /// Any world, by its index in the manifest.
    Nth(usize),
}

/// A run as the report reads it: the tables and their index.
pub(crate) struct Run<'a> {
    /// What is told of it.
    pub(crate) data: &'a Told,
    /// The language in which it is told.
    pub(crate) words: Words,
    readings: Readings<'a>,
    /// The same up to the horizon, where the study has one.
    beyond: Option<Readings<'a>>,
    /// The last tick that was measured in the years of the study.
    pub(crate) last_tick: u32,
}

impl<'a> Run<'a> {
    /// Looks at what is told of a run.
    pub(crate) fn new(words: Words, data: &'a Told) -> Self {
        let (ticks, horizon) = (data.manifest.ticks, data.manifest.horizon);
        let readings = Readings::until(&data.measures, ticks);
        let beyond = (horizon > ticks).then(|| Readings::until(&data.measures, u32::MAX));
        let last_tick = readings.last_tick();
        Self { data, words, readings, beyond, last_tick }
    }

    /// What the manifest tells of a world.
    fn note(&self, side: Side) -> Option<&'a WorldNote> {
        let index = match side {
            Side::Here => 0,
            Side::Twin => 1,
            Side::Nth(index) => index,
        };
        self.data.manifest.worlds.get(index)
    }

    /// Name of a world, if the run has it.
    pub(crate) fn world(&self, side: Side) -> Option<&'a str> {
        self.note(side).map(|world| world.name.as_str())
    }

    /// What a world is called beside another: its regime, or its title where the two have the same regime.
    pub(crate) fn called(&self, side: Side) -> Option<String> {
        let world = self.note(side)?;
        let same = self.data.manifest.worlds.iter().filter(|other| other.regime == world.regime).count() > 1;
        let has_title = !world.title.is_empty() && world.title != world.name;
        Some(self.words.title(if same && has_title { &world.title } else { &world.regime }))
    }

    /// What is said only where there is a twin.
    pub(crate) fn if_twin(&self, said: impl FnOnce() -> String) -> String {
        self.world(Side::Twin).map(|_| said()).unwrap_or_default()
    }

    /// Domains and groups in which a measure was taken, in order.
    pub(crate) fn breakdown(&self, measure: &str) -> Vec<(&'a str, &'a str)> {
        let keys = self.data.measures.keys(self.data.manifest.ticks);
        let of_it = keys.filter(|key| key.measure == measure);
        of_it.map(|key| (key.domain, key.group)).collect()
    }

    /// Domains in which a measure was taken, `all` left out.
    pub(crate) fn domains(&self, measure: &str) -> Vec<&'a str> {
        let mut domains: Vec<&str> = self.breakdown(measure).into_iter().map(|(domain, _)| domain).collect();
        domains.dedup();
        domains.retain(|domain| *domain != "all");
        domains
    }

    /// A number of each seed, spread over the seeds.
    pub(crate) fn over_seeds(&self, number: impl FnMut(u64) -> Option<f64>) -> Option<Spread> {
        Spread::of(self.data.manifest.seeds.iter().copied().filter_map(number).collect())
    }

    /// Seeds of the run.
    pub(crate) fn seeds(&self) -> usize {
        self.data.manifest.seeds.len()
    }

    /// One number of the readings of each seed in a window.
    fn numbers(&self, kind: Kind, side: Side, key: Key<'_>, window: Window) -> OverSeeds {
        self.world(side).map(|world| self.readings.numbers(kind, world, key, window)).unwrap_or_default()
    }

    fn number(&self, kind: Kind, seed: u64, side: Side, key: Key<'_>, window: Window) -> Option<Sample> {
        self.readings.number(kind, self.world(side)?, seed, key, window)
    }

    /// Whether anything was measured at all.
    pub(crate) fn is_measured(&self) -> bool {
        self.readings.keys().next().is_some()
    }

    /// The last value over all seeds, if it was measured then: a ratio of nobody to nobody was not.
    pub(crate) fn end(&self, side: Side, key: Key<'_>) -> Option<Spread> {
        self.numbers(Kind::End, side, key, Window::at(self.last_tick)).spread()
    }

    /// The number of the last year of one seed.
    pub(crate) fn lately_of(&self, seed: u64, side: Side, key: Key<'_>) -> Option<f64> {
        self.number(lately(key.measure), seed, side, key, self.last_year()).map(|one| one.value)
    }

    /// The number of the last year, over all seeds.
    pub(crate) fn lately(&self, side: Side, key: Key<'_>) -> Option<Spread> {
        self.numbers(lately(key.measure), side, key, self.last_year()).spread()
    }

    /// The sum over a window for one seed; `None` where nothing was measured in any window.
    pub(crate) fn sum_of(&self, seed: u64, side: Side, key: Key<'_>, window: Window) -> Option<f64> {
        self.number(Kind::Sum, seed, side, key, window).map(|one| one.value)
    }

    /// The sum over a window, over all seeds.
    pub(crate) fn sum(&self, side: Side, key: Key<'_>, window: Window) -> Option<Spread> {
        self.numbers(Kind::Sum, side, key, window).spread()
    }

    /// The mean over a window, over all seeds.
    pub(crate) fn mean(&self, side: Side, key: Key<'_>, window: Window) -> Option<Spread> {
        self.numbers(Kind::Mean, side, key, window).spread()
    }

    /// The mean over a window for one seed.
    pub(crate) fn mean_of(&self, seed: u64, side: Side, key: Key<'_>, window: Window) -> Option<f64> {
        self.number(Kind::Mean, seed, side, key, window).map(|one| one.value)
    }

    /// The last tick before the horizon, where the study has one.
    pub(crate) fn horizon(&self) -> Option<u32> {
        self.beyond.as_ref().map(Readings::last_tick)
    }

    /// The number of the last year before the horizon, over all seeds.
    pub(crate) fn at_horizon(&self, side: Side, key: Key<'_>) -> Option<Spread> {
        let beyond = self.beyond.as_ref()?;
        let window = Window::last_year(beyond.last_tick(), self.data.manifest.ticks_per_year.max(1));
        beyond.numbers(lately(key.measure), self.world(side)?, key, window).spread()
    }

    /// The series over all seeds, in the years of the study.
    pub(crate) fn course(&self, side: Side, key: Key<'_>) -> Vec<Moment> {
        self.moments(&self.readings, side, key)
    }

    /// The series over all seeds, up to the horizon where there is one.
    pub(crate) fn course_on(&self, side: Side, key: Key<'_>) -> Vec<Moment> {
        self.moments(self.beyond.as_ref().unwrap_or(&self.readings), side, key)
    }

    fn moments(&self, readings: &Readings<'_>, side: Side, key: Key<'_>) -> Vec<Moment> {
        let Some(world) = self.world(side) else { return Vec::new() };
        let mut moments: BTreeMap<u32, Vec<Sample>> = BTreeMap::new();
        for &seed in &self.data.manifest.seeds {
            for point in readings.series(world, seed, key) {
                moments
                    .entry(point.tick)
                    .or_default()
                    .push(Sample { value: point.value, weight: point.weight });
            }
        }
        let moment = |(tick, samples)| {
            let year = self.data.manifest.moment(tick + 1);
            Some(Moment { tick, year, spread: Spread::pooled(samples)? })
        };
        moments.into_iter().filter_map(moment).collect()
    }

    /// The last year, or the whole run where it is shorter.
    pub(crate) fn last_year(&self) -> Window {
        Window::last_year(self.last_tick, self.data.manifest.ticks_per_year.max(1))
    }

    /// Whether the run is long enough for a whole last year.
    pub(crate) fn has_whole_year(&self) -> bool {
        self.data.manifest.ticks >= self.data.manifest.ticks_per_year
    }

    /// The years before the regime, if the study has such a phase and the run went on after it.
    pub(crate) fn before(&self) -> Option<Window> {
        let phases = &self.data.manifest.phases;
        let (first, begins) = (phases.first()?, phases.get(1)?.from_tick);
        let is_before = first.name == "before" || first.cities == 0;
        (is_before && (1..=self.last_tick).contains(&begins)).then(|| Window { from: 0, to: begins - 1 })
    }

    /// Years in a window.
    pub(crate) fn years(&self, window: Window) -> f64 {
        f64::from(window.to - window.from + 1) / f64::from(self.data.manifest.ticks_per_year.max(1))
    }

    /// The calendar year that a tick lies in, as the end of a period is spoken of: the last tick of 2019 is
    /// in 2019.
    pub(crate) fn calendar_year(&self, tick: u32) -> i32 {
        self.data.manifest.start_year + (tick / self.data.manifest.ticks_per_year.max(1)) as i32
    }

    /// Persons in a group, as last counted; a fifth of all for a fifth of income that was not counted.
    pub(crate) fn population(&self, side: Side, group: &str) -> f64 {
        let all = f64::from(self.data.manifest.persons);
        match self.course(side, key("population", "all", group)).last() {
            Some(counted) if counted.spread.mean > 0.0 => counted.spread.mean,
            _ if group.starts_with("income:") => all / 5.0,
            _ => all,
        }
    }
}

/// How the readings of a measure become a number of a year.
fn lately(measure: &str) -> Kind {
    named(measure).map_or(Kind::Mean, |one| one.kind.over_time())
}

/// By what share a number is more than another; `None` where the other is zero.
pub(crate) fn change(from: f64, to: f64) -> Option<f64> {
    (from.is_finite() && to.is_finite() && from > 0.0).then(|| to / from - 1.0)
}
