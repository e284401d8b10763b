//! Sanctions at the end: the share of persons under one, how many of them wrongly, and how many for another's
//! deed.

use crate::charts::origins::{self, Ranked};
use crate::findings::finding::Finding;
use crate::names;
use crate::numbers::{Direction, Run, Side, everybody, key};
use demerit_words::{Words, begun, say};

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
        when = begun(&run.last_year_said()),
    );
    match twin {
        Some(twin) => {
            says += &say!(words, "found-sanctions-twin", share = words.percent_said(twin.mean));
            let once = run.once();
            says += &match run.against_twin(|seed, side| run.lately_of(seed, side, of)) {
                Some(Direction::More(Some(by))) if by > 0.5 => {
                    say!(words, "found-times", times = words.rough(by + 1.0), once = once)
                }
                Some(Direction::More(Some(by))) => {
                    say!(words, "found-more", share = words.percent_said(by), once = once)
                }
                Some(Direction::Less(Some(by))) => {
                    say!(words, "found-fewer", share = words.percent_said(by), once = once)
                }
                Some(Direction::Same) => say!(words, "found-no-difference", once = once),
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
        says += &if twin.mean > 0.0 {
            say!(words, "found-wrongly-twin", persons = twin.mean * all)
        } else {
            say!(words, "found-wrongly-twin-none")
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
    let origins = origins::ranked(run);
    let total: f64 = origins.iter().map(|one| one.persons).sum();
    let in_words = |one: &Ranked<'_>| {
        format!("{} ({})", names::origin(words, one.origin), words.percent(one.persons / total))
    };
    match origins.as_slice() {
        [] => String::new(),
        [only] => say!(words, "found-wrongly-only", origin = names::origin(words, only.origin)),
        [first, second, ..] => {
            let (one, other) = (in_words(first), in_words(second));
            if origins::is_first_most(run, &origins) {
                say!(words, "found-wrongly-origins", once = run.once(), first = one, second = other)
            } else {
                say!(words, "found-wrongly-unclear", first = one, second = other)
            }
        }
    }
}

pub(super) fn ratio(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let of = everybody("collateral-share");
    let Some(here) = run.lately(Side::Here, of) else {
        run.lately(Side::Here, everybody("sanctioned")).filter(|sanctioned| sanctioned.mean <= 0.0)?;
        return Some(Finding::plain("collateral", "–".to_owned(), say!(words, "found-collateral-nobody")));
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

/// How many are under a sanction without any deed of their own, in parts that sum to them, as far as it was
/// measured.
fn ways(run: &Run<'_>) -> String {
    let words = run.words;
    let measure = "sanctioned-without-own-deed";
    let of =
        |group: &str| run.lately(Side::Here, key(measure, "all", group)).filter(|share| share.mean > 0.0);
    let way = |origin: &str| {
        let share = of(&format!("origin:{origin}"))?;
        Some(format!("{} ({})", names::origin(words, origin), hundredfold(words, share.mean)))
    };
    let ways: Vec<String> =
        ["tie", "wrong-person", "wrong-join", "clerk"].into_iter().filter_map(way).collect();
    let Some(all) = of("all").filter(|_| !ways.is_empty()) else { return String::new() };
    say!(words, "found-collateral-ways", persons = hundredfold(words, all.mean), ways = ways.join("; "))
}

/// How many for each hundred.
fn hundredfold(words: Words, ratio: f64) -> String {
    words.rough(100.0 * ratio)
}
