//! The record: how much of the truth reaches it, and how much of it is true.

use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_regime::{Channel, Domain, Matter};
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("entries", Unit::Entries)
        .titled("Entries written into records")
        .defined("Entries written into records in the period, by channel and by what is really behind them.")
        .counts(|reading| by_origin(Channel::ALL.map(Channel::name), &reading.tally.entries)),
    Measure::mean("record-precision", Unit::Share)
        .titled("Entries that are true of the person")
        .defined(
            "Of the entries written in the period, the share that is true of the person: their own deed, and \
             the trait that the rule reads into it where it reads one.",
        )
        .after("positive predictive value")
        .values(|reading| {
            let (mut out, mut right, mut all) = (Vec::new(), 0, 0);
            for channel in Channel::ALL {
                let entries = &reading.tally.entries[channel.index()];
                let own = entries[Origin::OwnDeed.index()];
                let written = entries.iter().sum();
                right += own;
                all += written;
                out.extend(Value::ratio((own, written)).map(|share| share.in_domain(channel.name())));
            }
            out.extend(Value::ratio((right, all)));
            out
        }),
    Measure::mean("record-recall", Unit::Share)
        .titled("Deeds that reached a record")
        .defined("Of the deeds of a kind done in the period, the share that reached anybody's record.")
        .after("sensitivity")
        .values(|reading| {
            let value = |matter: Matter| {
                let tally = reading.tally;
                let seen = Value::ratio((tally.seen[matter.index()], tally.deeds[matter.index()]))?;
                Some(seen.grouped(format!("deed:{}", matter.name())))
            };
            Matter::ALL.into_iter().filter_map(value).collect()
        }),
    Measure::sum("points-lost", Unit::Points)
        .titled("Points lost")
        .defined(
            "Points lost in the period, before any wall of the scale stopped them, by domain of the cause \
             and by origin.",
        )
        .counts(|reading| by_origin(Domain::ALL.map(Domain::name), &reading.tally.points_lost)),
    Measure::sum("points-gained", Unit::Points)
        .titled("Points gained")
        .defined(
            "Points gained in the period, before any wall of the scale stopped them, by domain of the cause.",
        )
        .counts(|reading| {
            let gained = Domain::ALL.iter().zip(reading.tally.points_gained).filter(|(_, count)| *count > 0);
            gained.map(|(domain, count)| Value::whole(count as f64).in_domain(domain.name())).collect()
        }),
];

/// Counts by a domain or channel and by origin, where there are any.
fn by_origin<const N: usize>(domains: [&'static str; N], counts: &[[u64; Origin::COUNT]; N]) -> Vec<Value> {
    let mut out = Vec::new();
    for (domain, counts) in domains.into_iter().zip(counts) {
        for (origin, &count) in Origin::ALL.into_iter().zip(counts).filter(|(_, count)| **count > 0) {
            out.push(Value::of_category("origin", origin.name(), count).in_domain(domain));
        }
    }
    out
}
