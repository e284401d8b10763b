//! Deeds: what is done in truth, and what of it breaks the law.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Take, Value};
use crate::unit::Unit;
use demerit_regime::Matter;
use demerit_society::Deed;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum(
        "deeds",
        Unit::Deeds,
        "Deeds",
        "Deeds done in the period, requests among them, whoever saw them.",
        Take::Values(|reading| {
            let value =
                |deed: Deed| Value::of_category("deed", deed.name(), reading.tally.deeds[deed.index()]);
            Deed::all().map(value).collect()
        }),
    ),
    Measure::mean(
        "violations",
        Unit::PerThousandPersonYears,
        "Violations of law",
        "Acts that law itself forbids, done in the period, for each 1,000 persons and year: what a regime \
         claims to lessen.",
        Take::Values(|reading| {
            let value = |(deed, count): (Deed, u64)| {
                Value::of_group(format!("deed:{}", deed.name()), reading.rate(count))
            };
            let all = violations(reading).map(|(_, count)| count).sum();
            violations(reading).map(value).chain([Value::whole(reading.rate(all))]).collect()
        }),
    ),
    Measure::sum(
        "deterred",
        Unit::Deeds,
        "Punished acts left undone in the last year",
        "Acts left undone in the period because the regime punishes them, by matter: done in a world without \
         it.",
        Take::Values(|reading| {
            let deterred =
                Matter::ALL.into_iter().zip(reading.tally.deterred).filter(|(_, count)| *count > 0);
            deterred.map(|(matter, count)| Value::of_category("deed", matter.name(), count)).collect()
        }),
    ),
];

/// Violations of law of the period, by kind.
pub(crate) fn violations<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (Deed, u64)> + use<'a> {
    let deeds = &reading.tally.deeds;
    Deed::all().filter(|deed| deed.is_violation()).map(|deed| (deed, deeds[deed.index()]))
}
