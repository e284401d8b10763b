//! The record: how much of the truth reaches it, and how much of it is true.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::ratio;
use crate::unit::Unit;
use demerit_regime::{Channel, Domain, Matter};
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "entries",
        title: "Entries written into records in the last year",
        definition: "Entries written into records in the period, by channel and by what is really behind them.",
        unit: Unit::Entries,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for channel in Channel::ALL {
                for origin in Origin::ALL {
                    let count = reading.tally.entries[channel.index()][origin.index()];
                    if count > 0 {
                        out.push(Value::new(
                            channel.name(),
                            format!("origin:{}", origin.name()),
                            count as f64,
                        ));
                    }
                }
            }
        },
    },
    Measure {
        name: "record-precision",
        title: "Entries that are true of the person",
        definition: "Of the entries written in the period, the share that is true of the person: their own deed, and the trait that the \
                     rule reads into it where it reads one.",
        unit: Unit::Share,
        source: "positive predictive value",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            let (mut right, mut all) = (0, 0);
            for channel in Channel::ALL {
                let entries = &reading.tally.entries[channel.index()];
                let own = entries[Origin::OwnDeed.index()];
                let written = entries.iter().sum();
                right += own;
                all += written;
                out.extend(ratio(own, written).map(|share| Value::in_domain(channel.name(), share)));
            }
            out.extend(ratio(right, all).map(Value::whole));
        },
    },
    Measure {
        name: "record-recall",
        title: "Deeds that reached a record",
        definition: "Of the deeds of a kind done in the period, the share that reached anybody's record.",
        unit: Unit::Share,
        source: "sensitivity",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            for matter in Matter::ALL {
                let seen = ratio(reading.tally.seen[matter.index()], reading.tally.deeds[matter.index()]);
                out.extend(seen.map(|share| Value::of_group(format!("deed:{}", matter.name()), share)));
            }
        },
    },
    Measure {
        name: "points-lost",
        title: "Points lost in the last year",
        definition: "Points lost in the period, before any wall of the scale stopped them, by domain of the cause and by origin.",
        unit: Unit::Points,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for domain in Domain::ALL {
                for origin in Origin::ALL {
                    let count = reading.tally.points_lost[domain.index()][origin.index()];
                    if count > 0 {
                        out.push(Value::new(
                            domain.name(),
                            format!("origin:{}", origin.name()),
                            count as f64,
                        ));
                    }
                }
            }
        },
    },
    Measure {
        name: "points-gained",
        title: "Points gained",
        definition: "Points gained in the period, before any wall of the scale stopped them, by domain of the cause.",
        unit: Unit::Points,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for domain in Domain::ALL {
                let count = reading.tally.points_gained[domain.index()];
                if count > 0 {
                    out.push(Value::in_domain(domain.name(), count as f64));
                }
            }
        },
    },
];
