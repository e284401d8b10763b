//! Deeds: what is done in truth, and what of it breaks the law.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_regime::Matter;
use demerit_society::Deed;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("deeds", Unit::Deeds)
        .titled("Deeds")
        .defined("Deeds done in the period, requests among them, whoever saw them.")
        .values(|reading| {
            let value =
                |deed: Deed| Value::of_category("deed", deed.name(), reading.tally.deeds[deed.index()]);
            Deed::all().map(value).collect()
        }),
    Measure::mean("violations", Unit::PerThousandPersonYears)
        .titled("Violations of law")
        .defined(
            "Acts that law itself forbids, done in the period, for each 1,000 persons and year: what a \
             regime claims to lessen.",
        )
        .values(|reading| {
            let value = |(deed, count): (Deed, u64)| {
                Value::of_group(format!("deed:{}", deed.name()), reading.rate(count))
            };
            let all = violations(reading).map(|(_, count)| count).sum();
            violations(reading).map(value).chain([Value::whole(reading.rate(all))]).collect()
        }),
    Measure::sum("deterred", Unit::Deeds)
        .titled("Punished acts left undone")
        .defined(
            "Acts left undone in the period because the regime punishes them, by matter: done in a world \
             without it.",
        )
        .counts(|reading| {
            let deterred =
                Matter::ALL.into_iter().zip(reading.tally.deterred).filter(|(_, count)| *count > 0);
            deterred.map(|(matter, count)| Value::of_category("deed", matter.name(), count)).collect()
        }),
];

/// Violations of law of the period, by kind.
pub(crate) fn violations<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (Deed, u64)> + use<'a> {
    let deeds = &reading.tally.deeds;
    Deed::all().filter(|deed| deed.is_violation()).map(|deed| (deed, deeds[deed.index()]))
}
