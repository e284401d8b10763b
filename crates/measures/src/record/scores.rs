//! Scores: where people stand on the scale.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
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
    Measure::end("mean-score", Unit::Points)
        .titled("Mean score on record")
        .defined("Mean score on record of all persons under a regime that keeps a score.")
        .number(|reading| mean(reading, reading.stock.score)),
    Measure::end("mean-deserved", Unit::Points)
        .titled("Mean deserved")
        .defined(
            "Mean of the scores that the regime's own rules would give the same persons for all their own \
             true deeds.",
        )
        .number(|reading| mean(reading, reading.stock.deserved)),
    Measure::end("score-bin", Unit::Persons)
        .titled("Score bin")
        .defined("Persons by score, in at most 41 bins of a whole number of points, by the tier they are in.")
        .yearly()
        .counts(bins),
];

fn mean(reading: &Reading<'_>, sum: i64) -> Option<f64> {
    (reading.stock.scored > 0).then(|| sum as f64 / reading.stock.scored as f64)
}

fn bins(reading: &Reading<'_>) -> Vec<Value> {
    let mut counts: BTreeMap<(u8, u8, i32), u64> = BTreeMap::new();
    for ((number, tier, bin), count) in reading.each(|chunk| bins_of(reading, chunk)).into_iter().flatten() {
        *counts.entry((number, tier, bin)).or_default() += count;
    }
    let value = |((number, tier, bin), count)| {
        let regime = &reading.view.regimes[usize::from(number)];
        let scale = regime.scale.as_ref()?;
        let width = width(scale.floor, scale.ceiling);
        let low = i32::from(scale.floor.0) + bin * width;
        let tier = regime.tiers.all().get(usize::from(tier));
        let name = tier.map_or_else(|| "all".to_owned(), |tier| tier.name.clone());
        Some(Value::of_category("bin", format!("{low}-{}", low + width), count).in_domain(name))
    };
    counts.into_iter().filter_map(value).collect()
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
