//! One number for a measure, whatever it is, in any world: what tables of many measures need.
//!
//! Model: a *flow* is summed over the last year; anything else has its mean over it. Where a measure has no
//! value for everybody, a flow is the sum of its parts, and anything else is shown part by part.
//!
//! Symbols: values in the unit of their measure; spreads over the seeds.
//! Which is which, the measure itself knows ([`Kind`]); one that is not known any more is taken for a share.

use crate::names;
use crate::numbers::{Key, Run, Side, key};
use demerit_measures::estimate::Spread;
use demerit_measures::{Kind, Unit, named};
use demerit_words::{Words, say};
use maud::{Markup, html};
use std::ops::Add;

/// Families of groups that a table tells one by one.
const TOLD: [&str; 6] = ["looks", "gravity", "answer", "couples", "class", "trait"];
/// Parts of a measure that a table tells, at most.
const MOST: usize = 6;

/// A part of a measure: where it was taken, and what that is called (empty for everybody).
pub(crate) struct Part<'a> {
    /// Name of the part.
    pub(crate) name: String,
    /// The values that are summed.
    pub(crate) keys: Vec<Key<'a>>,
}

/// The unit of a measure.
pub(crate) fn unit(measure: &str) -> &'static str {
    named(measure).map_or("", |one| one.unit.name())
}

/// What a measure is, in whole sentences; empty where it is not known.
pub(crate) fn definition(words: Words, measure: &str) -> String {
    named(measure).map_or_else(String::new, |one| words.definition(one.name, one.definition))
}

fn kind(measure: &str) -> Kind {
    named(measure).map_or(Kind::Mean, |one| one.kind)
}

/// The parts of a measure that a table tells: everybody first.
pub(crate) fn parts<'a>(run: &Run<'a>, measure: &'a str) -> Vec<Part<'a>> {
    let places = run.breakdown(measure);
    let of = |wanted: &dyn Fn(&str, &str) -> bool| -> Vec<Key<'a>> {
        let places = places.iter().filter(|(domain, group)| wanted(domain, group));
        places.map(|&(domain, group)| key(measure, domain, group)).collect()
    };
    let part = |one| Part { name: part_name(run.words, one), keys: vec![one] };
    let told = |keys: Vec<Key<'a>>| keys.into_iter().take(MOST).map(part);
    let family = |group: &str| TOLD.contains(&group.split_once(':').map_or("", |(family, _)| family));
    let whole = of(&|domain, group| domain == "all" && group == "all");
    let keys = if !whole.is_empty() {
        Some(whole)
    } else if kind(measure) == Kind::Sum {
        let sums = [of(&|_, group| group == "all"), of(&|domain, _| domain == "all"), of(&|_, _| true)];
        sums.into_iter().find(|keys| !keys.is_empty())
    } else {
        return told(of(&|_, _| true)).collect();
    };
    let whole = keys.map(|keys| Part { name: String::new(), keys });
    whole.into_iter().chain(told(of(&|_, group| family(group)))).collect()
}

fn part_name(words: Words, of: Key<'_>) -> String {
    let group = (of.group != "all").then(|| match of.group.split_once(':') {
        Some(("origin", origin)) => names::origin(words, origin),
        Some(("deed", deed)) => names::thing(words, deed),
        _ => names::group(words, of.group),
    });
    let domain = (of.domain != "all").then(|| names::channel(words, of.domain));
    [domain, group].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The number of one seed.
pub(crate) fn value(run: &Run<'_>, seed: u64, side: Side, keys: &[Key<'_>]) -> Option<f64> {
    keys.iter().filter_map(|of| run.lately_of(seed, side, *of)).reduce(Add::add)
}

/// The number over all seeds.
pub(crate) fn spread(run: &Run<'_>, side: Side, keys: &[Key<'_>]) -> Option<Spread> {
    match keys {
        [one] => run.lately(side, *one),
        _ => run.over_seeds(|seed| value(run, seed, side, keys)),
    }
}

/// The whole of a measure, where it has one.
pub(crate) fn whole<'a>(run: &Run<'a>, measure: &'a str) -> Option<Part<'a>> {
    parts(run, measure).into_iter().find(|part| part.name.is_empty())
}

/// A value as a reader wants it, without its unit.
pub(crate) fn show(words: Words, unit: &str, value: f64) -> String {
    let is_whole = value == 0.0 || value.abs() >= 10.0;
    match Unit::named(unit) {
        Some(Unit::Share) => words.percent(value),
        Some(Unit::MedianWeeklyIncomes) if is_whole => words.count(value),
        Some(unit) if is_whole && unit.is_counted() => words.count(value),
        _ => words.short(value),
    }
}

/// A unit as words after a label, empty where the value or the label tells it.
pub(crate) fn unit_words(words: Words, unit: &str) -> String {
    match Unit::named(unit) {
        Some(Unit::PerThousandPersonYears | Unit::PerThousandPersonsAndYear) => {
            say!(words, "gauge-per-thousand")
        }
        Some(known) if known.is_counted() || known.is_plain() || known.is_rate() => String::new(),
        None if unit.is_empty() => String::new(),
        _ => say!(words, "gauge-unit", unit = words.unit(unit)),
    }
}

/// A cell of a table: the mean, and the interval where several seeds were run.
pub(crate) fn cell(words: Words, unit: &str, spread: Option<Spread>) -> Markup {
    let Some(spread) = spread else { return html! { td class="number soft" { "–" } } };
    html! {
        td class="number" {
            (show(words, unit, spread.mean))
            @if spread.seeds > 1 {
                @let (low, high) = (show(words, unit, spread.low), show(words, unit, spread.high));
                span class="between" {
                    @if low == high {
                        (say!(words, "found-interval-each", name = "", low = low))
                    } @else {
                        (words.range(&low, &high))
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_by_their_unit() {
        let words = Words::default();
        assert_eq!(show(words, "share", 0.25), "25\u{a0}%");
        assert_eq!(show(words, "persons", 1234.0), "1,234");
        assert_eq!(show(words, "persons", 0.5), "0.5");
        assert_eq!(show(words, "weeks", 3.25), "3.25");
        assert_eq!(unit_words(words, "weeks"), ", weeks");
        assert_eq!(cell(words, "share", None).0, "<td class=\"number soft\">–</td>");
        let spread = Spread::of(vec![0.1, 0.3]);
        assert_eq!(
            cell(words, "share", spread).0,
            "<td class=\"number\">20\u{a0}%<span class=\"between\">10\u{a0}% to 30\u{a0}%</span></td>"
        );
    }
}
