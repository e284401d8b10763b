//! Scores: where people stand on the scale.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::Reading;
use crate::unit::Unit;
use demerit_kernel::{LANES, Points};
use demerit_society::Chunk;
use std::collections::BTreeMap;

/// Bars of the histogram over the whole scale.
const BINS: i32 = 40;
/// The highest score has a bar of its own.
const MOST_BINS: usize = BINS as usize + 1;
/// Tiers that a person's flags can tell apart.
const TIERS: usize = 8;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "mean-score",
        title: "Mean score on record",
        definition: "Mean score on record of all persons under a regime that keeps a score.",
        unit: Unit::Points,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| mean(reading, reading.stock.score, out),
    },
    Measure {
        name: "mean-deserved",
        title: "Mean deserved",
        definition: "Mean of the scores that the regime's own rules would give the same persons for all their own true deeds.",
        unit: Unit::Points,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| mean(reading, reading.stock.deserved, out),
    },
    Measure {
        name: "score-bin",
        title: "Score bin",
        definition: "Persons by score, in at most 41 bins of a whole number of points, by the tier they are in.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::End,
        take: bins,
    },
];

fn mean(reading: &Reading<'_>, sum: i64, out: &mut Vec<Value>) {
    if reading.stock.scored > 0 {
        out.push(Value::whole(sum as f64 / reading.stock.scored as f64));
    }
}

fn bins(reading: &Reading<'_>, out: &mut Vec<Value>) {
    let mut counts: BTreeMap<(u8, u8, i32), u64> = BTreeMap::new();
    for ((number, tier, bin), count) in reading.each(|chunk| bins_of(reading, chunk)).into_iter().flatten() {
        *counts.entry((number, tier, bin)).or_default() += count;
    }
    for ((number, tier, bin), count) in counts {
        let regime = &reading.view.regimes[usize::from(number)];
        let Some(scale) = &regime.scale else { continue };
        let width = width(scale.floor, scale.ceiling);
        let low = i32::from(scale.floor.0) + bin * width;
        let name = regime
            .tiers
            .all()
            .get(usize::from(tier))
            .map_or_else(|| "all".to_owned(), |tier| tier.name.clone());
        out.push(Value::new(name, format!("bin:{low}-{}", low + width), count as f64));
    }
}

/// The bins of a chunk: number of the regime, tier, bin, persons.
fn bins_of(reading: &Reading<'_>, chunk: &Chunk) -> Vec<((u8, u8, i32), u64)> {
    let mut counts = vec![[[0u64; MOST_BINS]; TIERS]; reading.view.regimes.len()];
    for block in 0..chunk.tables.len() {
        let number = reading.view.regime_number(chunk.first_block.0 + block as u32);
        let Some(scale) = &reading.view.regimes[usize::from(number)].scale else { continue };
        let (floor, width) = (i32::from(scale.floor.0), width(scale.floor, scale.ceiling));
        let counts = &mut counts[usize::from(number)];
        let from = block * LANES as usize;
        for at in from..(from + LANES as usize).min(chunk.persons()) {
            let bin = (i32::from(chunk.score[at]) - floor) / width;
            counts[usize::from(chunk.standing[at].tier())][bin as usize] += 1;
        }
    }
    let mut all = Vec::new();
    for (number, tiers) in (0..).zip(&counts) {
        for (tier, bins) in (0..).zip(tiers) {
            let there = (0..).zip(bins).filter(|(_, count)| **count > 0);
            all.extend(there.map(|(bin, &count)| ((number, tier, bin), count)));
        }
    }
    all
}

fn width(floor: Points, ceiling: Points) -> i32 {
    (i32::from(ceiling.0) - i32::from(floor.0) + BINS - 1).div_euclid(BINS).max(1)
}
