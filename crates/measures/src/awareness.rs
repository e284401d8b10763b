//! Awareness and hiding: who knows the rules, and who keeps out of sight.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::Reading;
use crate::speech::planes;
use crate::unit::Unit;
use demerit_kernel::LANES;
use demerit_society::Chunk;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "aware",
        title: "Persons who know the rules that they live under",
        definition: "Persons who know the rules of the regime that they live under, as a share of all who live under a regime with rules for a score.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| {
            let (aware, persons) = aware(reading);
            if persons > 0 {
                out.push(Value::whole(aware as f64 / persons as f64));
            }
        },
    },
    Measure {
        name: "hidden",
        title: "Persons who hide from apps",
        definition: "Persons who hide from apps at the end of the period, as a share of all persons.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| {
            out.push(Value::whole(reading.share(planes(reading, |planes| planes.hiding.count()))));
        },
    },
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
