//! The record: how much of the truth reaches it, and how much of it is true.

use crate::counting::reading::ratio;
use crate::measure::{Measure, Take, Value};
use crate::unit::Unit;
use demerit_regime::{Channel, Domain, Matter};
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum(
        "entries",
        Unit::Entries,
        "Entries written into records in the last year",
        "Entries written into records in the period, by channel and by what is really behind them.",
        Take::Values(|reading| by_origin(Channel::ALL.map(Channel::name), &reading.tally.entries)),
    ),
    Measure::mean(
        "record-precision",
        Unit::Share,
        "Entries that are true of the person",
        "Of the entries written in the period, the share that is true of the person: their own deed, and the \
         trait that the rule reads into it where it reads one.",
        Take::Values(|reading| {
            let (mut out, mut right, mut all) = (Vec::new(), 0, 0);
            for channel in Channel::ALL {
                let entries = &reading.tally.entries[channel.index()];
                let own = entries[Origin::OwnDeed.index()];
                let written = entries.iter().sum();
                right += own;
                all += written;
                out.extend(ratio(own, written).map(|share| Value::whole(share).in_domain(channel.name())));
            }
            out.extend(ratio(right, all).map(Value::whole));
            out
        }),
    )
    .after("positive predictive value"),
    Measure::mean(
        "record-recall",
        Unit::Share,
        "Deeds that reached a record",
        "Of the deeds of a kind done in the period, the share that reached anybody's record.",
        Take::Values(|reading| {
            let value = |matter: Matter| {
                let seen = ratio(reading.tally.seen[matter.index()], reading.tally.deeds[matter.index()])?;
                Some(Value::of_group(format!("deed:{}", matter.name()), seen))
            };
            Matter::ALL.into_iter().filter_map(value).collect()
        }),
    )
    .after("sensitivity"),
    Measure::sum(
        "points-lost",
        Unit::Points,
        "Points lost in the last year",
        "Points lost in the period, before any wall of the scale stopped them, by domain of the cause and by \
         origin.",
        Take::Values(|reading| by_origin(Domain::ALL.map(Domain::name), &reading.tally.points_lost)),
    ),
    Measure::sum(
        "points-gained",
        Unit::Points,
        "Points gained",
        "Points gained in the period, before any wall of the scale stopped them, by domain of the cause.",
        Take::Values(|reading| {
            let gained = Domain::ALL.iter().zip(reading.tally.points_gained).filter(|(_, count)| *count > 0);
            gained.map(|(domain, count)| Value::whole(count as f64).in_domain(domain.name())).collect()
        }),
    ),
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
