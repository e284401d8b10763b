//! Deeds: what is done in truth, and what of it breaks the law.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::unit::Unit;
use demerit_regime::Matter;
use demerit_society::Deed;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "deeds",
        title: "Deeds",
        definition: "Deeds done in the period, requests among them, whoever saw them.",
        unit: Unit::Deeds,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for deed in Deed::all() {
                let count = reading.tally.deeds[deed.index()] as f64;
                out.push(Value::of_group(format!("deed:{}", deed.name()), count));
            }
        },
    },
    Measure {
        name: "violations",
        title: "Violations of law",
        definition: "Acts that law itself forbids, done in the period, for each 1,000 persons and year: what a regime claims to lessen.",
        unit: Unit::PerThousandPersonYears,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            let mut all = 0;
            for deed in Deed::all().filter(|deed| deed.is_violation()) {
                let count = reading.tally.deeds[deed.index()];
                all += count;
                let rate = 1000.0 * count as f64 / reading.person_years();
                out.push(Value::of_group(format!("deed:{}", deed.name()), rate));
            }
            out.push(Value::whole(1000.0 * all as f64 / reading.person_years()));
        },
    },
    Measure {
        name: "deterred",
        title: "Punished acts left undone in the last year",
        definition: "Acts left undone in the period because the regime punishes them, by matter: done in a world without it.",
        unit: Unit::Deeds,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for matter in Matter::ALL {
                let count = reading.tally.deterred[matter.index()];
                if count > 0 {
                    out.push(Value::of_group(format!("deed:{}", matter.name()), count as f64));
                }
            }
        },
    },
];
