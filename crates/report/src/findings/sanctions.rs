//! Sanctions at the end: the share of persons under one, how many of them wrongly, and how many for another's
//! deed.

use crate::findings::finding::{Direction, Finding, against_twin};
use crate::names;
use crate::numbers::{Run, Side, everybody, key};
use demerit_words::{Words, say};

pub(super) fn share(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let of = everybody("sanctioned");
    let here = run.lately(Side::Here, of)?;
    let twin = run.lately(Side::Twin, of);
    let figure = words.percent(here.mean);
    if here.mean <= 0.0 && twin.is_none_or(|twin| twin.mean <= 0.0) {
        return Some(Finding::plain(
            "sanctioned",
            figure,
            say!(words, "found-sanctions-none", when = run.last_year_said()),
        ));
    }
    let in_words =
        words.one_in(here.mean).map(|one| say!(words, "found-sanctions-or", share = one)).unwrap_or_default();
    let mut says = say!(
        words,
        "found-sanctions",
        share = words.percent_said(here.mean),
        or = in_words,
        when = names::begun(&run.last_year_said()),
    );
    match twin {
        Some(twin) => {
            says += &say!(words, "found-sanctions-twin", share = words.percent_said(twin.mean));
            says += &match against_twin(run, |seed, side| run.lately_of(seed, side, of)) {
                Some(Direction::More(Some(by))) if by > 0.5 => {
                    say!(words, "found-times", times = words.rough(by + 1.0))
                }
                Some(Direction::More(Some(by))) => say!(words, "found-more", share = words.percent_said(by)),
                Some(Direction::Less(Some(by))) => say!(words, "found-fewer", share = words.percent_said(by)),
                Some(Direction::Same) => say!(words, "found-no-difference"),
                Some(Direction::Unclear) => say!(words, "found-unclear"),
                _ => String::new(),
            };
            says.push('.');
        }
        None => says.push_str(&say!(words, "found-sanctions-no-twin")),
    }
    let found = Finding::plain("sanctioned", figure, says).adding(person_by_person(run));
    Some(found.over_seeds(words, [Some(here), twin], Words::percent))
}

fn person_by_person(run: &Run<'_>) -> String {
    let lately = |measure| Some(run.words.percent_said(run.lately(Side::Here, everybody(measure))?.mean));
    match (lately("sanctioned-only-here"), lately("sanctioned-only-in-twin")) {
        (Some(here), Some(twin)) => say!(run.words, "found-sanctions-persons", here = here, twin = twin),
        _ => String::new(),
    }
}

pub(super) fn wrongly(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let of = everybody("wrongly-sanctioned");
    let wrongly = run.lately(Side::Here, of)?;
    if wrongly.mean <= 0.0 {
        let says = match run.lately(Side::Here, everybody("sanctioned")) {
            Some(sanctioned) if sanctioned.mean > 0.0 => say!(words, "found-wrongly-none"),
            _ => say!(words, "found-wrongly-nobody"),
        };
        return Some(Finding::plain("layers", words.percent(0.0), says));
    }
    let part = run.over_seeds(|seed| {
        let all = run.lately_of(seed, Side::Here, everybody("sanctioned")).filter(|share| *share > 0.0)?;
        Some(run.lately_of(seed, Side::Here, of)? / all)
    });
    let all = f64::from(run.data.manifest.persons);
    let persons = wrongly.mean * all;
    let mut says = match part {
        Some(part) => say!(words, "found-wrongly", share = words.percent_said(part.mean), persons = persons),
        None => say!(words, "found-wrongly-persons", persons = persons),
    };
    if let Some(twin) = run.lately(Side::Twin, of) {
        let persons = twin.mean * all;
        says += &match persons.round() {
            0.0 => say!(words, "found-wrongly-twin-none"),
            _ => say!(words, "found-wrongly-twin", persons = persons),
        };
    }
    let figure = words.percent(part.unwrap_or(wrongly).mean);
    let found =
        Finding::plain("layers", figure, says).adding(main_origin(run) + &in_layers(run).unwrap_or_default());
    Some(found.over_seeds(words, [part, None], Words::percent))
}

/// How many it is if less counts as wrong.
fn in_layers(run: &Run<'_>) -> Option<String> {
    let words = run.words;
    let share = |layer| {
        let share = run.lately(Side::Here, key("wrong-in-layers", "all", layer))?;
        Some(words.percent(share.mean))
    };
    let (identity, tie) = (share("layer:identity")?, share("layer:tie")?);
    Some(say!(
        words,
        "found-wrongly-layers",
        identity = identity,
        tie = tie,
        inference = share("layer:inference")?
    ))
}

fn main_origin(run: &Run<'_>) -> String {
    let words = run.words;
    let measure = "wrongly-sanctioned-by-origin";
    let persons = |(domain, group)| Some((run.lately(Side::Here, key(measure, domain, group))?.mean, group));
    let all = run.breakdown(measure).into_iter().filter_map(persons);
    let mut origins: Vec<(f64, &str)> = all.filter(|(persons, _)| *persons > 0.0).collect();
    origins.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let total: f64 = origins.iter().map(|one| one.0).sum();
    let in_words = |(persons, group): &(f64, &str)| {
        format!("{} ({})", names::origin(words, names::of_group(group)), words.percent(persons / total))
    };
    match origins.as_slice() {
        [] => String::new(),
        [only] => say!(words, "found-wrongly-only", origin = names::origin(words, names::of_group(only.1))),
        [first, second, ..] => {
            say!(words, "found-wrongly-origins", first = in_words(first), second = in_words(second))
        }
    }
}

pub(super) fn ratio(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let of = everybody("collateral-ratio");
    let Some(here) = run.lately(Side::Here, of) else {
        let sanctioned = run.lately(Side::Here, everybody("sanctioned"))?;
        let says = if sanctioned.mean <= 0.0 {
            say!(words, "found-collateral-nobody")
        } else {
            say!(words, "found-collateral-no-own-deed")
        };
        return Some(Finding::plain("collateral", "–".to_owned(), says));
    };
    let hundred = |ratio: f64| hundredfold(words, ratio);
    if here.mean <= 0.0 {
        return Some(Finding::plain(
            "collateral",
            "0".to_owned(),
            say!(words, "found-collateral-none", when = run.last_year_said()),
        ));
    }
    let twin = run.lately(Side::Twin, of);
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
        let persons = run.lately(Side::Here, key("wrongly-sanctioned-by-origin", "all", &group));
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
