//! Awareness and hiding: who knows the rules, and who keeps out of sight.

use crate::counting::reading::Reading;
use crate::measure::Measure;
use crate::speech::posts::planes;
use crate::unit::Unit;
use demerit_kernel::LANES;
use demerit_society::Chunk;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("aware", Unit::Share)
        .titled("Persons who know the rules that they live under")
        .defined(
            "Persons who know the rules of the regime that they live under, as a share of all who live under \
             a regime with rules for a score.",
        )
        .ratio(|reading| reading.weeks(aware(reading))),
    Measure::end("hidden", Unit::Share)
        .titled("Persons who hide from apps")
        .defined("Persons who hide from apps at the end of the period, as a share of all persons.")
        .share(|reading| planes(reading, |planes| planes.hiding.count())),
];

/// Who knows the rules, and how many persons live under rules at all.
fn aware(reading: &Reading<'_>) -> (u64, u64) {
    let spreads = reading.view.society.reactions.awareness.is_some();
    let find = |chunk: &Chunk| {
        let (mut aware, mut persons) = (0, 0);
        for (place, planes) in chunk.planes.iter().enumerate() {
            if reading.view.regime(chunk.first_block.0 + place as u32).rules().is_empty() {
                continue;
            }
            let here = (chunk.persons() - place * LANES as usize).min(LANES as usize) as u64;
            persons += here;
            aware += if spreads { u64::from(planes.aware.count()) } else { here };
        }
        (aware, persons)
    };
    reading.each(find).into_iter().fold((0, 0), |sum, here| (sum.0 + here.0, sum.1 + here.1))
}
