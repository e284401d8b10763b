//! What a report is made of: the tables of one run, and an index to find series in them fast.
//!
//! A *series* is one measure in one domain and one group, in one world and one seed, over the periods of the
//! run. A [`Spread`] is what several seeds say of one number. Values that are not finite are left out as if
//! they had not been measured.
//!
//! Windows: *the end* is the last period; *the last year* is the periods that end within the last
//! `ticks_per_year` ticks, or the whole run where it is shorter; *the years before* are the periods that end
//! before the second phase begins, if the first is called `before` or has no city under the regime.

use demerit_measures::Kind;
use demerit_measures::estimate::{Spread, Window, number};
use demerit_scenario::notes::WorldNote;
use demerit_words::Words;
use demerit_worlds::tables::RunTables;
use std::collections::BTreeMap;

/// A value at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    /// Last tick of the period.
    pub(crate) tick: u32,
    /// The same moment in years.
    pub(crate) year: f64,
    /// The value.
    pub(crate) value: f64,
}

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

/// Which number is meant: a measure in a domain and a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key<'a> {
    /// Name of the measure.
    pub(crate) measure: &'a str,
    /// Domain or channel.
    pub(crate) domain: &'a str,
    /// Group of persons or category.
    pub(crate) group: &'a str,
}

/// A measure in a domain and a group.
pub(crate) const fn key<'a>(measure: &'a str, domain: &'a str, group: &'a str) -> Key<'a> {
    Key { measure, domain, group }
}

/// A measure of everybody in every domain.
pub(crate) const fn everybody(measure: &str) -> Key<'_> {
    key(measure, "all", "all")
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
    /// The tables.
    pub(crate) data: &'a RunTables,
    /// The language in which it is told.
    pub(crate) words: Words,
    series: BTreeMap<Key<'a>, BTreeMap<(&'a str, u64), Vec<Point>>>,
    units: BTreeMap<&'a str, &'a str>,
    /// The last tick that was measured.
    pub(crate) last_tick: u32,
}

impl<'a> Run<'a> {
    /// Reads the tables once.
    pub(crate) fn new(words: Words, data: &'a RunTables) -> Self {
        let mut run = Self { data, words, series: BTreeMap::new(), units: BTreeMap::new(), last_tick: 0 };
        for row in data.measures.iter().filter(|row| row.value.is_finite() && row.year.is_finite()) {
            run.last_tick = run.last_tick.max(row.tick);
            run.units.insert(&row.measure, &row.unit);
            let worlds = run.series.entry(key(&row.measure, &row.domain, &row.group)).or_default();
            let points = worlds.entry((&row.world, row.seed)).or_default();
            points.push(Point { tick: row.tick, year: row.year, value: row.value });
        }
        for points in run.series.values_mut().flat_map(BTreeMap::values_mut) {
            points.sort_by_key(|point| point.tick);
        }
        run
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

    /// Unit of a measure, as its rows say it.
    pub(crate) fn unit(&self, measure: &str) -> &'a str {
        self.units.get(measure).copied().unwrap_or_default()
    }

    /// The series of one seed and world, empty where it was not measured.
    pub(crate) fn series<'s>(&'s self, seed: u64, world: &'s str, key: Key<'s>) -> &'s [Point] {
        self.series.get(&key).and_then(|worlds| worlds.get(&(world, seed))).map_or(&[], Vec::as_slice)
    }

    /// Domains and groups in which a measure was taken, in order.
    pub(crate) fn breakdown(&self, measure: &str) -> Vec<(&'a str, &'a str)> {
        self.series.keys().filter(|key| key.measure == measure).map(|key| (key.domain, key.group)).collect()
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

    /// One number of the readings of one seed in a window.
    pub(crate) fn number(
        &self,
        kind: Kind,
        seed: u64,
        side: Side,
        key: Key<'_>,
        window: Window,
    ) -> Option<f64> {
        let points = self.series(seed, self.world(side)?, key);
        let found = number(kind, points.iter().map(|point| (point.tick, point.value)), window);
        // What was counted at another time and not in the window did not happen in it.
        found.or_else(|| (kind == Kind::Sum && !points.is_empty()).then_some(0.0))
    }

    /// The value of one seed in the last period, if it was measured then: a ratio of nobody to nobody was
    /// not.
    pub(crate) fn end_of(&self, seed: u64, side: Side, key: Key<'_>) -> Option<f64> {
        self.number(Kind::End, seed, side, key, Window::at(self.last_tick))
    }

    /// Whether anything was measured at all.
    pub(crate) fn is_measured(&self) -> bool {
        !self.series.is_empty()
    }

    /// The last value over all seeds.
    pub(crate) fn end(&self, side: Side, key: Key<'_>) -> Option<Spread> {
        self.over_seeds(|seed| self.end_of(seed, side, key))
    }

    /// The sum over a window for one seed; `None` where nothing was measured in any window.
    pub(crate) fn sum_of(&self, seed: u64, side: Side, key: Key<'_>, window: Window) -> Option<f64> {
        self.number(Kind::Sum, seed, side, key, window)
    }

    /// The sum over a window, over all seeds.
    pub(crate) fn sum(&self, side: Side, key: Key<'_>, window: Window) -> Option<Spread> {
        self.over_seeds(|seed| self.sum_of(seed, side, key, window))
    }

    /// The mean over the periods of a window for one seed.
    pub(crate) fn mean_of(&self, seed: u64, side: Side, key: Key<'_>, window: Window) -> Option<f64> {
        self.number(Kind::Mean, seed, side, key, window)
    }

    /// The series over all seeds.
    pub(crate) fn course(&self, side: Side, key: Key<'_>) -> Vec<Moment> {
        let Some(world) = self.world(side) else { return Vec::new() };
        let mut moments: BTreeMap<u32, (f64, Vec<f64>)> = BTreeMap::new();
        for &seed in &self.data.manifest.seeds {
            for point in self.series(seed, world, key) {
                moments.entry(point.tick).or_insert_with(|| (point.year, Vec::new())).1.push(point.value);
            }
        }
        let moment = |(tick, (year, values))| Some(Moment { tick, year, spread: Spread::of(values)? });
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

/// By what share a number is more than another; `None` where the other is zero.
pub(crate) fn change(from: f64, to: f64) -> Option<f64> {
    (from.is_finite() && to.is_finite() && from > 0.0).then(|| to / from - 1.0)
}
