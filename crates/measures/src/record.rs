//! The record: how much of the truth reaches it, and how much of it is true.

use crate::reading::{Kind, Measure, Moment, Value, ratio};
use demerit_regime::{Channel, Domain, Matter};
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "entries",
        definition: "Entries written into records in the period, by channel and by what is really behind them.",
        unit: "entries",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
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
        definition: "Of the entries written in the period, the share that is true of the person: their own deed, and the trait that the \
                     rule reads into it where it reads one.",
        unit: "share",
        source: "positive predictive value",
        moment: Moment::Period,
        kind: Kind::Rate,
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
        definition: "Of the deeds of a kind done in the period, the share that reached anybody's record.",
        unit: "share",
        source: "sensitivity",
        moment: Moment::Period,
        kind: Kind::Rate,
        take: |reading, out| {
            for matter in Matter::ALL {
                let seen = ratio(reading.tally.seen[matter.index()], reading.tally.deeds[matter.index()]);
                out.extend(seen.map(|share| Value::of_group(format!("deed:{}", matter.name()), share)));
            }
        },
    },
    Measure {
        name: "points-lost",
        definition: "Points lost in the period, before any wall of the scale stopped them, by domain of the cause and by origin.",
        unit: "points",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
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
        definition: "Points gained in the period, before any wall of the scale stopped them, by domain of the cause.",
        unit: "points",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
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
