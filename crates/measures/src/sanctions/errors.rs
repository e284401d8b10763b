//! Errors of sanctions: how wrong they are, layer by layer, and whom they spare.
//!
//! Model: a sanction is right where the regime's own rules, put to the person's own true deeds with
//! everything seen as the rules say, would have brought it; who would be under one for such deeds *deserves*
//! it. By that a sanction is a test, with the four cells of every test. The layers say how much has to be
//! taken back until a wrong sanction ends: see `demerit_society::state::attribution::Layer`.
//!
//! Symbols: shares from 0 to 1. With s under a sanction, d deserving and r both: precision r/s, recall r/d,
//! rate among the innocent (s − r)/(n − d) of n persons, rate of those spared among the deserving 1 − r/d.
//! Leaves out: whether the rules are just; requests under a regime that limits purposes, where a deserved
//! refusal has no known cause.

use crate::counting::groups::Group;
use crate::counting::reading::Reading;
use crate::counting::stock::Mirror;
use crate::measure::{Measure, Value};
use crate::sanctions::sanctioned::by_group;
use crate::unit::Unit;
use demerit_society::state::attribution::Layer;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("wrong-in-layers", Unit::Share)
        .titled("Wrongly under a sanction, counting errors layer by layer")
        .defined(
            "Persons under a sanction who would be under none if the errors of a layer and of those before it \
             were taken back, and whose own true deeds would not have brought it, as a share of all persons. \
             The layers: what is about another person or has nothing behind it; besides, what a tie did; \
             besides, what a rule wrongly read into an own deed; besides, all else by which record and truth \
             differ, such as good deeds that nobody wrote down.",
        )
        .values(|reading| {
            let persons = reading.population[Group::All];
            let mut wrong = 0;
            let share = |layer: Layer| {
                wrong += reading.stock.by_layer[layer.index()];
                Some(Value::ratio(reading.weeks((wrong, persons)))?.grouped(format!("layer:{layer}")))
            };
            Layer::ALL.into_iter().filter_map(share).collect()
        }),
    Measure::end("deserving", Unit::Share)
        .titled("Would deserve a sanction")
        .defined(
            "Persons whose own true deeds, with everything seen, would bring a sanction by the regime's own \
             rules, whether they are under one or not, as a share of all persons of the group.",
        )
        .values(|reading| by_group(reading, &reading.stock.deserving)),
    Measure::end("sanction-precision", Unit::Share)
        .titled("Sanctions that are deserved, of all sanctions")
        .defined(
            "Of the persons of the group under a sanction, the share whose own true deeds would have brought \
             it.",
        )
        .after("positive predictive value")
        .values(|reading| rates(reading, |cells| (cells.both, cells.sanctioned))),
    Measure::end("sanction-recall", Unit::Share)
        .titled("Sanctioned, of those who would deserve it")
        .defined(
            "Of the persons of the group whose own true deeds would bring a sanction, the share that is under \
             one.",
        )
        .after("sensitivity")
        .values(|reading| rates(reading, |cells| (cells.both, cells.deserving))),
    Measure::end("innocent-sanctioned", Unit::Share)
        .titled("Sanctioned, of those who would not deserve it")
        .defined(
            "Of the persons of the group whose own true deeds would not bring a sanction, the share that is \
             under one all the same.",
        )
        .after("false positive rate")
        .values(|reading| {
            rates(reading, |cells| (cells.sanctioned - cells.both, cells.persons - cells.deserving))
        }),
    Measure::end("deserving-spared", Unit::Share)
        .titled("Spared, of those who would deserve a sanction")
        .defined(
            "Of the persons of the group whose own true deeds would bring a sanction, the share that is under \
             none.",
        )
        .after("false negative rate")
        .values(|reading| rates(reading, |cells| (cells.deserving - cells.both, cells.deserving))),
    Measure::mean("instrument-precision", Unit::Share)
        .titled("Deserved, of all that an instrument does")
        .defined(
            "Of the persons in a sanctioning tier at the end of the period, of those on the list, and of the \
             requests refused in the period, the share that the person's own true deeds would have brought.",
        )
        .after("positive predictive value")
        .values(|reading| {
            let value = |one: Instrument| Some(Value::ratio((one.both, one.on_record))?.grouped(one.group));
            instruments(reading).into_iter().filter_map(value).collect()
        }),
    Measure::mean("instrument-recall", Unit::Share)
        .titled("Befallen, of those who would deserve what an instrument does")
        .defined(
            "Of the persons whose own true deeds would put them in a sanctioning tier at the end of the \
             period, of those whom they would put on the list, and of the requests in the period that they \
             would have had refused, the share to which it happened. Requests are left out where a regime \
             limits purposes: which refusals it would have allowed cannot be told.",
        )
        .after("sensitivity")
        .values(|reading| {
            let value = |one: Instrument| Some(Value::ratio((one.both, one.due?))?.grouped(one.group));
            instruments(reading).into_iter().filter_map(value).collect()
        }),
];

/// The persons of a group, by what they are under and what they deserve.
#[derive(Clone, Copy)]
struct Cells {
    persons: u64,
    sanctioned: u64,
    deserving: u64,
    both: u64,
}

/// A rate of each group in which there is anybody to whom it could happen.
fn rates(reading: &Reading<'_>, rate: fn(Cells) -> (u64, u64)) -> Vec<Value> {
    let stock = reading.stock;
    let value = |(group, persons): (Group, u64)| {
        let (sanctioned, deserving) = (stock.sanctioned[group], stock.deserving[group]);
        let both = sanctioned - stock.wrongly[group];
        let counts = reading.weeks(rate(Cells { persons, sanctioned, deserving, both }));
        Some(Value::ratio(counts)?.grouped(group.name()))
    };
    reading.population.all().filter_map(value).collect()
}

/// What an instrument does on record, and what of that is deserved.
struct Instrument {
    group: &'static str,
    on_record: u64,
    both: u64,
    /// What it would do for true deeds; `None` where that is not known.
    due: Option<u64>,
}

fn instruments(reading: &Reading<'_>) -> [Instrument; 3] {
    let (stock, tally) = (reading.stock, reading.tally);
    let of = |group, mirror: Mirror| {
        let weeks = |count| reading.weeks((count, 0)).0;
        let due = Some(weeks(mirror.due));
        Instrument { group, on_record: weeks(mirror.on_record), both: weeks(mirror.both), due }
    };
    let refused: u64 = tally.refused.as_flattened().iter().sum();
    let both = refused - tally.refused_wrongly.iter().sum::<u64>();
    let limits = reading.view.regimes.iter().any(|regime| regime.purpose_limits);
    let due = (!limits).then(|| both + tally.met_wrongly.iter().sum::<u64>());
    [
        of("instrument:tier", stock.by_tier),
        of("instrument:list", stock.by_list),
        Instrument { group: "instrument:refusal", on_record: refused, both, due },
    ]
}
