//! Intervals over seeds: every measure of every world, and its difference to the twin, with how far another
//! seed would move it.
//!
//! Model: what adds up over time is summed over the run of each seed; of anything else the mean over the run
//! and the value at its end are taken. Over the seeds then stand the mean with its interval at 95 %
//! (Student's t), and the lowest and the highest. A difference is taken seed by seed, where both worlds have
//! the same persons with the same luck, and only then put together: so it is much steadier than the two means
//! are apart.
//!
//! Symbols: `seeds` is the number of seeds that have a value; a ratio over nothing has none. The ends of an
//! interval are left empty where one seed alone has a value. Source: paired differences under common random
//! numbers are textbook, such as Law, Simulation Modeling and Analysis, chapter 11. Leaves out: corrections
//! for looking at many measures at once: of a hundred intervals some five miss.

use crate::tables::MeasureRow;
use demerit_measures::estimate::{Estimate, Window, differences, extremes, number};
use demerit_measures::{Kind, named};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Name of the table in a run folder.
pub const FILE: &str = "intervals.csv";

/// A number over the seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// The world.
    pub world: String,
    /// The world that is taken off, seed by seed.
    pub less: Option<String>,
    /// The measure.
    pub measure: String,
    /// Its domain.
    pub domain: String,
    /// Its group.
    pub group: String,
    /// Its unit.
    pub unit: String,
    /// What of the run: the sum of all readings, their mean, or the last.
    pub span: Kind,
    /// Seeds that have a value.
    pub seeds: usize,
    /// Mean with its interval at 95 %.
    pub mean: Estimate,
    /// The lowest of the seeds.
    pub lowest: f64,
    /// The highest.
    pub highest: f64,
}

/// Measure, domain, group, span.
type Key<'a> = (&'a str, &'a str, &'a str, Kind);
/// The values of a world by key and seed.
type Values<'a> = BTreeMap<Key<'a>, BTreeMap<u64, f64>>;

/// All intervals of a run: of its worlds in their order, each followed by its differences to the twin, the
/// second.
#[must_use]
pub fn all(worlds: &[&str], rows: &[MeasureRow]) -> Vec<Interval> {
    let units: BTreeMap<&str, &str> =
        rows.iter().map(|row| (row.measure.as_str(), row.unit.as_str())).collect();
    let values: Vec<Values<'_>> = worlds.iter().map(|world| values(world, rows)).collect();
    let mut found = Vec::new();
    for (place, world) in worlds.iter().enumerate() {
        let mut add = |less: Option<&str>, key: &Key<'_>, values: Vec<f64>| {
            let Some([lowest, highest]) = extremes(values.iter().copied()) else { return };
            let (measure, domain, group, span) = *key;
            found.push(Interval {
                world: (*world).to_owned(),
                less: less.map(str::to_owned),
                measure: measure.to_owned(),
                domain: domain.to_owned(),
                group: group.to_owned(),
                unit: units.get(measure).copied().unwrap_or_default().to_owned(),
                span,
                seeds: values.len(),
                mean: Estimate::of(&values),
                lowest,
                highest,
            });
        };
        for (key, by_seed) in &values[place] {
            add(None, key, by_seed.values().copied().collect());
        }
        let Some(twin) = values.get(1).filter(|_| place != 1) else { continue };
        for (key, by_seed) in &values[place] {
            let Some(others) = twin.get(key) else { continue };
            add(Some(worlds[1]), key, differences(by_seed, others));
        }
    }
    found
}

fn values<'a>(world: &str, rows: &'a [MeasureRow]) -> Values<'a> {
    let last = rows.iter().map(|row| row.tick).max().unwrap_or(0);
    let mut readings: BTreeMap<(&str, &str, &str), BySeed> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.world == world && row.value.is_finite()) {
        let by_seed = readings.entry((&row.measure, &row.domain, &row.group)).or_default();
        by_seed.entry(row.seed).or_default().push((row.tick, row.value));
    }
    let mut values: Values<'a> = BTreeMap::new();
    for ((measure, domain, group), by_seed) in readings {
        let spans: &[_] = match named(measure).map(|one| one.kind) {
            Some(Kind::Sum) => &[(Kind::Sum, Window::ALL)],
            _ => &[(Kind::Mean, Window::ALL), (Kind::End, Window::at(last))],
        };
        for &(span, window) in spans {
            let number = |(seed, readings): (&u64, &Vec<(u32, f64)>)| {
                Some((*seed, number(span, readings.iter().copied(), window)?))
            };
            let numbers: BTreeMap<u64, f64> = by_seed.iter().filter_map(number).collect();
            values.insert((measure, domain, group, span), numbers);
        }
    }
    values
}

/// Readings, a week and a value, by seed.
type BySeed = BTreeMap<u64, Vec<(u32, f64)>>;

/// The table of all intervals.
#[must_use]
pub fn table(all: &[Interval]) -> String {
    let mut text = String::from(
        "world,less,measure,domain,group,unit,span,seeds,mean,mean_low,mean_high,lowest,highest\n",
    );
    for one in all {
        let less = one.less.as_deref().unwrap_or_default();
        let words = [&one.world, less, &one.measure, &one.domain, &one.group, &one.unit, one.span.name()];
        // One seed alone says nothing of others.
        let bounds = match one.seeds {
            0 | 1 => ",".to_owned(),
            _ => format!("{},{}", one.mean.low, one.mean.high),
        };
        let words = words.map(field).join(",");
        let _ = writeln!(
            text,
            "{words},{},{},{bounds},{},{}",
            one.seeds, one.mean.value, one.lowest, one.highest
        );
    }
    text
}

/// A field of a table, in quotes where it needs them.
pub fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(seed: u64, world: &str, tick: u32, measure: &str, value: f64) -> MeasureRow {
        MeasureRow {
            seed,
            world: world.to_owned(),
            tick,
            year: 2012.0,
            measure: measure.to_owned(),
            domain: "all".into(),
            group: "all".into(),
            value,
            unit: "u, v".into(),
        }
    }

    /// Two seeds, two readings: what adds up and what does not.
    fn rows() -> Vec<MeasureRow> {
        let mut rows = Vec::new();
        for (seed, more) in [(1, 0.0), (2, 10.0)] {
            for (tick, late) in [(3, 0.0), (7, 2.0)] {
                rows.push(row(seed, "here", tick, "sanctioned", 5.0 + more + late));
                rows.push(row(seed, "twin", tick, "sanctioned", 1.0 + more));
                rows.push(row(seed, "here", tick, "appeals-filed", 3.0 + more));
            }
        }
        rows
    }

    fn of(all: &[Interval], less: bool, measure: &str, span: Kind) -> Interval {
        let mut found = all.iter().filter(|one| {
            one.world == "here" && one.less.is_some() == less && one.measure == measure && one.span == span
        });
        found.next().unwrap().clone()
    }

    #[test]
    fn counts_are_summed_and_all_else_has_a_mean_and_an_end() {
        let all = all(&["here", "twin"], &rows());
        let end = of(&all, false, "sanctioned", Kind::End);
        assert_eq!((end.seeds, end.mean.value, end.lowest, end.highest), (2, 12.0, 7.0, 17.0));
        assert!((end.mean.high - 12.0 - 12.706 * 5.0).abs() < 1e-9, "{end:?}");
        assert_eq!(of(&all, false, "sanctioned", Kind::Mean).mean.value, 11.0);
        assert_eq!(of(&all, false, "appeals-filed", Kind::Sum).mean.value, 16.0);
        assert!(all.iter().all(|one| one.measure != "appeals-filed" || one.span == Kind::Sum));
    }

    #[test]
    fn differences_are_taken_seed_by_seed() {
        let all = all(&["here", "twin"], &rows());
        let gap = of(&all, true, "sanctioned", Kind::End);
        // Both seeds differ by 6 at the end, however far the seeds are apart.
        assert_eq!((gap.mean.value, gap.mean.low, gap.mean.high), (6.0, 6.0, 6.0));
        assert_eq!(gap.less.as_deref(), Some("twin"));
        assert!(all.iter().all(|one| one.less.is_none() || one.measure == "sanctioned"));
        assert!(all.iter().all(|one| one.world != "twin" || one.less.is_none()));
    }

    #[test]
    fn one_world_one_seed_and_nothing() {
        assert!(super::all(&["here"], &[]).is_empty() && super::all(&[], &rows()).is_empty());
        let alone = super::all(&["here"], &rows()[..3]);
        assert!(
            alone.iter().all(|one| one.less.is_none() && one.seeds == 1 && one.mean.low == one.mean.high)
        );
    }

    #[test]
    fn the_table_has_a_line_for_each() {
        let all = all(&["here", "twin"], &rows());
        let text = table(&all);
        assert_eq!(text.lines().count(), all.len() + 1);
        let line = text.lines().find(|line| line.starts_with("here,twin,sanctioned,all,all,")).unwrap();
        assert_eq!(line, "here,twin,sanctioned,all,all,\"u, v\",mean,2,5,5,5,5,5");
    }
}
