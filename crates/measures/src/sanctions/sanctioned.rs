//! Sanctions: who is under one, who wrongly, whence, and for whose deeds.

use crate::counting::groups::{ByGroup, Group};
use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_regime::Domain;
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("sanctioned", Unit::Share)
        .titled("Under a sanction")
        .defined(
            "Persons in a sanctioning tier or on the court's list, as a share of all persons of the group.",
        )
        .values(|reading| by_group(reading, &reading.stock.sanctioned)),
    Measure::end("wrongly-sanctioned", Unit::Share)
        .titled("Wrongly under a sanction")
        .defined(
            "Persons under a sanction that the regime's own rules, put to their own true deeds, would not \
             have brought, as a share of all persons of the group.",
        )
        .values(|reading| by_group(reading, &reading.stock.wrongly)),
    Measure::end("wrongly-sanctioned-by-origin", Unit::Persons)
        .titled("Wrongly under a sanction")
        .defined(
            "Persons wrongly under a sanction, by the error that took most of their points or put them on \
             the list.",
        )
        .values(|reading| errors(&reading.stock.by_origin).collect()),
    Measure::end("sanctioned-by-cause", Unit::Persons)
        .titled("Sanctioned by cause")
        .defined(
            "Persons under a sanction, by the domain of life of the rule that last took points before it, or \
             of what the list answers.",
        )
        .counts(|reading| {
            let domains = Domain::ALL.iter().map(|one| one.name()).chain(["none"]);
            let causes = domains.zip(reading.stock.by_cause).filter(|(_, count)| *count > 0);
            causes.map(|(domain, count)| Value::whole(count as f64).in_domain(domain)).collect()
        }),
    Measure::end("collateral-share", Unit::Share)
        .titled("Sanctioned for what family or friends did, of all sanctioned")
        .defined(
            "Of the persons under a sanction, the share whose own true deeds would not have brought it and \
             of whom points lost along ties took most. It is the part `origin:tie` of \
             `sanctioned-without-own-deed`; whom somebody else's deed was put down to by mistake is not \
             among them.",
        )
        .ratio(|reading| of_sanctioned(reading, &[Origin::Tie])),
];

/// Of the persons under a sanction, those behind whose sanction these origins are.
pub(crate) fn of_sanctioned(reading: &Reading<'_>, origins: &[Origin]) -> (u64, u64) {
    let persons = origins.iter().map(|origin| reading.stock.by_origin[origin.index()]).sum();
    reading.weeks((persons, reading.stock.sanctioned[Group::All]))
}

/// A share of each group that has anybody in it.
pub(crate) fn by_group(reading: &Reading<'_>, counts: &ByGroup) -> Vec<Value> {
    let share = |(group, persons): (Group, u64)| {
        let weeks = reading.weeks((counts[group], persons));
        Some(Value::ratio(weeks)?.grouped(group.name()))
    };
    reading.population.all().filter_map(share).collect()
}

/// What each kind of error is behind.
pub(crate) fn errors(by_origin: &[u64; Origin::COUNT]) -> impl Iterator<Item = Value> {
    let errors = Origin::ALL.into_iter().zip(by_origin).skip(1);
    errors.map(|(origin, &count)| Value::of_category("origin", origin.name(), count))
}
