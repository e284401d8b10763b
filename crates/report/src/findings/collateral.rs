//! Sanctioned for another's deed.

use crate::findings::finding::Finding;
use crate::names;
use crate::numbers::{Run, Side, everybody, key};
use demerit_words::{Words, say};

pub(super) fn ratio(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let of = everybody("collateral-ratio");
    let Some(here) = run.end(Side::Here, of) else {
        let sanctioned = run.end(Side::Here, everybody("sanctioned"))?;
        let says = if sanctioned.mean <= 0.0 {
            say!(words, "found-collateral-nobody")
        } else {
            say!(words, "found-collateral-no-own-deed")
        };
        return Some(Finding::plain("collateral", "–".to_owned(), says));
    };
    let hundred = |ratio: f64| hundredfold(words, ratio);
    if here.mean <= 0.0 {
        return Some(Finding::plain("collateral", "0".to_owned(), say!(words, "found-collateral-none")));
    }
    let twin = run.end(Side::Twin, of);
    let told = match twin {
        Some(twin) if twin.mean <= 0.0 => say!(words, "found-twin-none"),
        Some(twin) => say!(words, "found-twin", value = hundred(twin.mean)),
        None => String::new(),
    };
    let says = say!(words, "found-collateral", persons = hundred(here.mean), twin = &told);
    let found = Finding::plain("collateral", hundred(here.mean), says).adding(ways(run));
    Some(found.over_seeds(words, [Some(here), twin], hundredfold))
}

/// By which ways somebody else's deed came to stand behind a sanction, as far as it was measured.
fn ways(run: &Run<'_>) -> String {
    let words = run.words;
    let is_one = |origin: &&str| {
        let group = format!("origin:{origin}");
        let persons = run.end(Side::Here, key("wrongly-sanctioned-by-origin", "all", &group));
        persons.is_some_and(|persons| persons.mean > 0.0)
    };
    let ways = ["tie", "wrong-person", "wrong-join"].into_iter().filter(is_one);
    let ways: Vec<String> = ways.map(|origin| names::origin(words, origin)).collect();
    if ways.is_empty() { String::new() } else { say!(words, "found-collateral-ways", ways = ways.join("; ")) }
}

/// How many for each hundred.
fn hundredfold(words: Words, ratio: f64) -> String {
    words.rough(100.0 * ratio)
}
