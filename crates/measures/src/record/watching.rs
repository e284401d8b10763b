//! Watching: how much is seen where, whom errors befall, and where watching looks.

use crate::counting::groups::Group;
use crate::counting::reading::ratio;
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_regime::Matter;
use demerit_society::TICKS_PER_YEAR;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::mean("seen-by-city", Unit::Share)
        .titled("Deeds seen by cameras")
        .defined(
            "Of the deeds that cameras look at, done in the year where a regime reads \
             them and not seen by another channel before, the share that a camera saw, by size class of the \
             city, the largest first.",
        )
        .yearly()
        .values(|reading| {
            let counts = reading.tally.camera_seen.iter().zip(&reading.tally.camera_done);
            let share =
                |(class, (&seen, &done))| Some(Value::ratio((seen, done))?.grouped(format!("class:{class}")));
            (1..).zip(counts).filter_map(share).collect()
        }),
    Measure::mean("wrong-person-rate", Unit::PerThousandPersonsAndYear)
        .titled("Taken for somebody else")
        .defined(
            "How often in the period somebody was taken by a camera for whoever did a deed, or was named by \
             a false alarm with nothing behind it, per 1,000 persons of the group and year. The group is \
             that of the person who was named. Looks groups are counted by their share of all households.",
        )
        .after("our definition, after NISTIR 8280")
        .values(|reading| {
            let Some(recognition) = &reading.view.society.recognition else { return Vec::new() };
            let mut out = Vec::new();
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
            out
        }),
    Measure::mean("life-on-record", Unit::Share)
        .titled("Of all acts, those that reached a record")
        .defined(
            "Of all acts done in the period, whether any rule is about them or not, the share that reached \
             somebody's record. Acts of kinds that no regime of the study has a use for, and that are \
             neither posts nor violations, are not done at all and not counted.",
        )
        .ratio(|reading| {
            let done = Matter::ALL.into_iter().map(|matter| reading.tally.deeds[matter.index()]).sum();
            (reading.tally.seen.iter().sum(), done)
        }),
    Measure::mean("attention-ratio", Unit::Ratio)
        .titled("Share of deeds seen in the most watched tenth of neighbourhoods, over that in the rest")
        .defined(
            "The share of deeds seen by cameras, security and neighbourhood offices, of those that they look \
             at, in the tenth of neighbourhoods under the regime with most past entries, over the same share \
             in the others. Cities with more cameras have more entries: where watching does not follow past \
             records at all the ratio is above 1 for that alone.",
        )
        .after("our definition, after Ensign et al. (2018)")
        .number(|reading| {
            let share =
                |tenth: usize| ratio(reading.tally.patrol_seen[tenth], reading.tally.patrolled[tenth]);
            let (most, rest) = (share(1)?, share(0)?);
            (rest > 0.0).then(|| most / rest)
        }),
];
