//! The readings of a run in short: the points of each series, without the words that its rows repeat.
//!
//! Model: a series is one measure in one domain and one group, in one world and one seed. Of a row its tick,
//! value and weight are kept, in 24 bytes; all else follows from the series or from the tick. Values that are
//! not finite are left out as if they had not been measured.

use super::MeasureRow;
use demerit_measures::estimate::Point;
use std::collections::{BTreeMap, BTreeSet};

/// Which number is meant: a measure in a domain and a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key<'a> {
    /// Name of the measure.
    pub measure: &'a str,
    /// Domain or channel.
    pub domain: &'a str,
    /// Group of persons or category.
    pub group: &'a str,
}

/// The series of a key: worlds by name, with the points of each seed.
type Worlds = Vec<(String, BTreeMap<u64, Vec<Point>>)>;

/// All readings of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// By measure, domain and group.
    series: BTreeMap<String, BTreeMap<String, BTreeMap<String, Worlds>>>,
    /// The first tick that was measured of each seed.
    seeds: BTreeMap<u64, u32>,
    ticks: BTreeSet<u32>,
}

impl<'a> FromIterator<&'a MeasureRow> for Measures {
    fn from_iter<T: IntoIterator<Item = &'a MeasureRow>>(rows: T) -> Self {
        let mut measures = Self::default();
        measures.add(rows);
        measures
    }
}

impl Measures {
    /// Bytes that are kept of a row.
    pub const OF_A_ROW: usize = size_of::<Point>();

    /// Adds rows.
    pub fn add<'a>(&mut self, rows: impl IntoIterator<Item = &'a MeasureRow>) {
        for row in rows.into_iter().filter(|row| row.value.is_finite()) {
            let first = self.seeds.entry(row.seed).or_insert(row.tick);
            *first = row.tick.min(*first);
            self.ticks.insert(row.tick);
            let measure = within(&mut self.series, &row.measure);
            let worlds = within(within(measure, &row.domain), &row.group);
            let place = worlds.iter().position(|(world, _)| *world == row.world).unwrap_or_else(|| {
                worlds.push((row.world.clone(), BTreeMap::new()));
                worlds.len() - 1
            });
            let seeds = &mut worlds[place].1;
            if !seeds.contains_key(&row.seed)
                && let Some(mut last) = seeds.last_entry()
            {
                // It is whole, as a rule, and needs no room to grow.
                last.get_mut().shrink_to_fit();
            }
            let points = seeds.entry(row.seed).or_default();
            let at = points.partition_point(|point| point.tick <= row.tick);
            points.insert(at, Point { tick: row.tick, value: row.value, weight: row.weight });
        }
    }

    /// Bytes that it takes, about.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let groups = self.series.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values);
        let seeds = groups.flatten().flat_map(|(_, seeds)| seeds.values());
        seeds.map(|points| (points.len() * Self::OF_A_ROW + OF_A_SERIES) as u64).sum()
    }

    /// Seeds that were measured before a tick.
    pub fn seeds(&self, end: u32) -> impl Iterator<Item = u64> + '_ {
        self.seeds.iter().filter(move |(_, first)| **first < end).map(|(seed, _)| *seed)
    }

    /// Last ticks of all periods before a tick, in order.
    pub fn ticks(&self, end: u32) -> impl Iterator<Item = u32> + '_ {
        self.ticks.range(..end).copied()
    }

    /// All that was measured before a tick, in order.
    pub fn keys(&self, end: u32) -> impl Iterator<Item = Key<'_>> {
        self.series.iter().flat_map(move |(measure, domains)| {
            domains.iter().flat_map(move |(domain, groups)| {
                let measured = groups.iter().filter(move |(_, worlds)| is_before(worlds, end));
                measured.map(move |(group, _)| Key { measure, domain, group })
            })
        })
    }

    /// Whether this was measured before a tick, in any world and seed.
    #[must_use]
    pub fn has(&self, key: Key<'_>, end: u32) -> bool {
        self.worlds(key).is_some_and(|worlds| is_before(worlds, end))
    }

    /// The series of one seed and world before a tick, empty where it was not measured.
    #[must_use]
    pub fn series(&self, world: &str, seed: u64, key: Key<'_>, end: u32) -> &[Point] {
        let seeds = self.worlds(key).and_then(|worlds| worlds.iter().find(|(name, _)| name == world));
        let points = seeds.and_then(|(_, seeds)| seeds.get(&seed)).map_or(&[][..], Vec::as_slice);
        &points[..points.partition_point(|point| point.tick < end)]
    }

    fn worlds(&self, key: Key<'_>) -> Option<&Worlds> {
        self.series.get(key.measure)?.get(key.domain)?.get(key.group)
    }
}

/// Bytes for a series of a seed beside its points: its place among the seeds, and what the allocator adds.
const OF_A_SERIES: usize = 64;

/// What a name stands for, which is begun where it is not there.
fn within<'m, T: Default>(all: &'m mut BTreeMap<String, T>, name: &str) -> &'m mut T {
    if !all.contains_key(name) {
        all.insert(name.to_owned(), T::default());
    }
    all.entry(name.to_owned()).or_default()
}

fn is_before(worlds: &Worlds, end: u32) -> bool {
    let seeds = worlds.iter().flat_map(|(_, seeds)| seeds.values());
    seeds.filter_map(|points| points.first()).any(|first| first.tick < end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_is_what_its_rows_are_in_whatever_order_they_come() {
        let row = |seed, tick, value| MeasureRow {
            seed,
            tick,
            value,
            world: "here".into(),
            measure: "sanctioned".into(),
            ..MeasureRow::default()
        };
        let rows = [row(1, 3, 0.1), row(1, 7, 0.2), row(2, 9, 0.3), row(2, 3, f64::NAN)];
        let (forth, back): (Measures, Measures) = (rows.iter().collect(), rows.iter().rev().collect());
        assert_eq!(forth, back);
        let key = Key { measure: "sanctioned", domain: "", group: "" };
        assert_eq!(forth.series("here", 1, key, 7).len(), 1);
        assert!(forth.series("twin", 1, key, 7).is_empty() && forth.bytes() > 0);
        assert_eq!(
            (forth.seeds(9).collect::<Vec<_>>(), forth.ticks(9).collect::<Vec<_>>()),
            (vec![1], vec![3, 7])
        );
        assert_eq!(forth.keys(3).count() + usize::from(forth.has(key, 3)), 0);
        assert_eq!(forth.keys(4).collect::<Vec<_>>(), [key]);
    }
}
