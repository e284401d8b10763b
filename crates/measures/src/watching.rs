//! Watching: how much is seen where, whom errors befall, and where watching looks.

use crate::groups::Group;
use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::ratio;
use crate::unit::Unit;
use demerit_regime::Matter;
use demerit_society::TICKS_PER_YEAR;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "seen-by-city",
        title: "Deeds seen by cameras",
        definition: "Of the deeds that cameras look at, done in the last period of the year where a regime reads them and not seen by \
                     another channel before, the share that a camera saw, by size class of the city, the largest first.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::Mean,
        take: |reading, out| {
            let counts = reading.tally.camera_seen.iter().zip(&reading.tally.camera_done);
            for (class, (&seen, &done)) in counts.enumerate() {
                out.extend(
                    ratio(seen, done).map(|share| Value::of_group(format!("class:{}", class + 1), share)),
                );
            }
        },
    },
    Measure {
        name: "wrong-person-rate",
        title: "Taken for somebody else",
        definition: "How often in the period somebody was taken by a camera for whoever did a deed, or was named by a false alarm with \
                     nothing behind it, per 1,000 persons of the group and year. The group is that of the person who was named. Looks groups \
                     are counted by their share of all households.",
        unit: Unit::PerThousandPersonsAndYear,
        source: "our definition, after NISTIR 8280",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            let Some(recognition) = &reading.view.society.recognition else { return };
            let years = f64::from(reading.ticks) / f64::from(TICKS_PER_YEAR);
            let mut rate = |group: String, count: u64, persons: f64| {
                if persons * years > 0.0 {
                    out.push(Value::of_group(group, count as f64 * 1000.0 / (persons * years)));
                }
            };
            let all = f64::from(reading.view.society.persons);
            let shares = recognition.plan().looks;
            let whole: f64 = shares.iter().sum();
            rate("all".into(), reading.tally.mistaken_by_sex.iter().sum(), all);
            for (group, (&count, share)) in reading.tally.mistaken_by_looks.iter().zip(shares).enumerate() {
                rate(format!("looks:{}", group + 1), count, all * share / whole);
            }
            for (group, place) in [(Group::Female, 0), (Group::Male, 1)] {
                let persons = reading.population[group] as f64;
                rate(group.name().into(), reading.tally.mistaken_by_sex[place], persons);
            }
        },
    },
    Measure {
        name: "life-on-record",
        title: "Of all acts, those that reached a record",
        definition: "Of all acts done in the period, whether any rule is about them or not, the share that reached somebody's record. Acts of \
                     kinds that no regime of the study has a use for, and that are neither posts nor violations, are not done at all and not \
                     counted.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            let done = Matter::ALL.into_iter().map(|matter| reading.tally.deeds[matter.index()]).sum();
            out.extend(ratio(reading.tally.seen.iter().sum(), done).map(Value::whole));
        },
    },
    Measure {
        name: "attention-ratio",
        title: "Share of deeds seen in the most watched tenth of neighbourhoods, over that in the rest",
        definition: "The share of deeds seen by cameras, security and neighbourhood offices, of those that they look at, in the tenth of \
                     neighbourhoods under the regime with most past entries, over the same share in the others. Cities with more cameras \
                     have more entries: where watching does not follow past records at all the ratio is above 1 for that alone.",
        unit: Unit::Ratio,
        source: "our definition, after Ensign et al. (2018)",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            let share =
                |tenth: usize| ratio(reading.tally.patrol_seen[tenth], reading.tally.patrolled[tenth]);
            if let (Some(most), Some(rest)) = (share(1), share(0))
                && rest > 0.0
            {
                out.push(Value::whole(most / rest));
            }
        },
    },
];
