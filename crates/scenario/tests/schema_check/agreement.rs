//! The check and `serde` agree: over thousands of files, right ones and ones that were spoilt at random
//! places, the check finds a fault exactly where `serde` refuses the file.
//!
//! A file is spoilt by dropping a key, by giving a key another name, or by putting a value of another type in
//! the place of a value. The new values lie within all bounds, since bounds of a field are the check's alone,
//! and none of them is a table written as a list, which `serde` takes and the check does not.

use super::example::{Conduct, ExampleCosts, ExampleFile, ExampleRule, ExampleScale};
use demerit_scenario::faults::Faults;
use demerit_scenario::figure::{Figure, Scale};
use demerit_scenario::schema_check::{check, read};
use proptest::prelude::*;
use toml::{Table, Value};

/// A figure whose value lies above 0 and at most at 1.
fn figure() -> impl Strategy<Value = Figure> {
    let text = || prop::option::of("[a-z]{1,8}");
    (0.3f64..=0.7, any::<bool>(), any::<bool>(), text(), text()).prop_map(
        |(value, has_range, is_log, source, note)| Figure {
            value,
            range: has_range.then_some([0.25, 0.75]),
            scale: (has_range && is_log).then_some(Scale::Log),
            source,
            note,
        },
    )
}

fn rule() -> impl Strategy<Value = ExampleRule> {
    let deed = prop::sample::select(vec![Conduct::BuyAlcohol, Conduct::PayLate, Conduct::Help]);
    let points = prop::option::of(0i16..=50);
    let some = || prop::option::of(figure());
    (deed, points, some(), figure(), some()).prop_map(|(deed, points, noticed, rate, weeks)| ExampleRule {
        deed,
        points,
        noticed,
        rate,
        weeks,
    })
}

fn scale() -> impl Strategy<Value = ExampleScale> {
    let tiers = prop::collection::vec("[a-z]{1,6}", 1..4);
    (-30_000..=30_000, tiers, -9.0f64..0.0, any::<bool>())
        .prop_map(|(start, tiers, low, open)| ExampleScale { start, tiers, walls: [low, 0.5], open })
}

fn file() -> impl Strategy<Value = ExampleFile> {
    let figures = || prop::collection::btree_map("[a-z .é]{0,6}", figure(), 0..3);
    let costs = prop::option::of(figures().prop_map(|fees| ExampleCosts { fees }));
    let rules = prop::collection::vec(rule(), 0..4);
    ("[a-z][a-z0-9-]{0,19}", scale(), rules, figures(), costs)
        .prop_map(|(name, scale, rules, coverage, costs)| ExampleFile { name, scale, rules, coverage, costs })
}

/// One way to spoil a file, at the n-th place that can be spoilt so.
#[derive(Clone, Debug)]
enum Spoil {
    Drop(usize),
    Rename(usize, &'static str),
    Replace(usize, Value),
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let words = vec!["name", "value", "range", "deed", "points", "weeks", "note", "fees", "unknown", ""];
    let ends = Value::Array(vec![Value::Float(0.25), Value::Float(0.75)]);
    let values = vec![
        Value::Integer(1),
        Value::Float(0.5),
        Value::Boolean(true),
        Value::String("word".to_owned()),
        Value::String("help".to_owned()),
        Value::Datetime("2014-06-14".parse().expect("a date")),
        Value::Array(vec![Value::String("x".to_owned())]),
        Value::Array(vec![Value::Boolean(true), Value::Boolean(false)]),
        Value::Table(Table::new()),
        Value::Table(Table::from_iter([("value".to_owned(), Value::Float(0.5))])),
        Value::Table(Table::from_iter([("value".to_owned(), Value::Float(0.8)), ("range".to_owned(), ends)])),
        Value::Table(Table::from_iter([("deed".to_owned(), Value::String("help".to_owned()))])),
    ];
    prop_oneof![
        (0usize..40).prop_map(Spoil::Drop),
        (0usize..40, prop::sample::select(words)).prop_map(|(place, word)| Spoil::Rename(place, word)),
        (0usize..40, prop::sample::select(values)).prop_map(|(place, value)| Spoil::Replace(place, value)),
    ]
}

/// Spoils a table; places are counted down on the way.
fn spoil_table(table: &mut Table, spoil: &mut Option<Spoil>) {
    let keys = table.keys().cloned().collect::<Vec<_>>();
    for key in keys {
        match spoil.take() {
            None => return,
            Some(Spoil::Drop(0)) => return drop(table.remove(&key)),
            Some(Spoil::Rename(0, word)) => {
                let value = table.remove(&key).expect("the key is there");
                table.insert(word.to_owned(), value);
                return;
            }
            Some(Spoil::Replace(0, value)) => return drop(table.insert(key, value)),
            Some(further) => {
                *spoil = Some(match further {
                    Spoil::Drop(place) => Spoil::Drop(place - 1),
                    Spoil::Rename(place, word) => Spoil::Rename(place - 1, word),
                    Spoil::Replace(place, value) => Spoil::Replace(place - 1, value),
                });
                spoil_value(&mut table[&key], spoil);
            }
        }
    }
}

fn spoil_value(value: &mut Value, spoil: &mut Option<Spoil>) {
    match value {
        Value::Table(table) => spoil_table(table, spoil),
        Value::Array(items) => items.iter_mut().for_each(|item| spoil_value(item, spoil)),
        _ => {}
    }
}

/// Everything that is wrong with a text.
fn found_in(text: &str) -> Faults {
    match read::<ExampleFile>(text, "some.toml") {
        Ok(read) => read.faults,
        Err(faults) => faults,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_fault_is_found_exactly_where_serde_finds_one(
        file in file(),
        spoils in prop::collection::vec(spoil(), 0..3),
    ) {
        let mut table = Table::try_from(&file).expect("a file can be written");
        for spoil in spoils {
            spoil_table(&mut table, &mut Some(spoil));
        }
        let text = toml::to_string(&table).expect("a table can be written");
        let faults = found_in(&text);
        match toml::from_str::<ExampleFile>(&text) {
            Ok(_) => prop_assert!(faults.is_empty(), "serde takes it: {faults}\n{text}"),
            // What only serde refuses is told in its own words.
            Err(error) => prop_assert!(
                faults.faults.iter().all(|fault| fault.message != error.message().trim_end()),
                "only serde refuses it: {error}\n{text}"
            ),
        }
    }

    #[test]
    fn what_is_written_reads_back_as_it_was(file in file()) {
        let text = toml::to_string(&file).expect("a file can be written");
        match check::<ExampleFile>(&text, "some.toml") {
            Ok((read, _)) => prop_assert_eq!(read, file),
            Err(faults) => prop_assert!(false, "{faults}\n{text}"),
        }
    }
}
