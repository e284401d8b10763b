//! Share of persons under a sanction at the end, and how many of them wrongly.

use super::{Direction, Finding, against_twin, unmeasured};
use crate::data::{Run, Side, key};
use crate::names;
use crate::numbers::{many, one_in, percent, rough};

pub(super) fn share(run: &Run<'_>) -> Finding {
    let of = key("sanctioned", "all", "all");
    let Some(here) = run.end(Side::Here, of) else {
        return unmeasured("sanctioned");
    };
    let figure = percent(here.mean);
    if here.mean <= 0.0 && run.end(Side::Twin, of).is_none_or(|twin| twin.mean <= 0.0) {
        return Finding {
            figure,
            says: "Nobody is under a sanction at the end.".to_owned(),
            adds: String::new(),
            intervals: String::new(),
            chart: "sanctioned",
        };
    }
    let in_words = one_in(here.mean).map(|words| format!(", or {words},")).unwrap_or_default();
    let mut says =
        format!("At the end, {} of all persons{in_words} are under a sanction", percent(here.mean));
    match run.end(Side::Twin, of) {
        Some(twin) => {
            says.push_str(&format!("; in the twin it is {}", percent(twin.mean)));
            let direction = against_twin(run, |seed, side| run.end_of(seed, side, of));
            match direction {
                Some(Direction::More(Some(by))) if by > 0.5 => {
                    says.push_str(&format!(": {} times as many", rough(by + 1.0)));
                }
                Some(Direction::More(Some(by))) => says.push_str(&format!(": {} more", percent(by))),
                Some(Direction::Less(Some(by))) => says.push_str(&format!(": {} fewer", percent(by))),
                Some(Direction::Same) => says.push_str(": no difference"),
                Some(Direction::Unclear) => says.push_str("; the seeds do not agree on which is more"),
                _ => {}
            }
            says.push('.');
        }
        None => says.push_str(
            ". There is no twin in this run, so nothing here says how much of it the regime caused.",
        ),
    }
    let finding =
        Finding { figure, says, adds: person_by_person(run), intervals: String::new(), chart: "sanctioned" };
    finding.over_seeds(&[("", Some(here)), ("in the twin ", run.end(Side::Twin, of))], percent)
}

fn person_by_person(run: &Run<'_>) -> String {
    let end = |measure| run.end(Side::Here, key(measure, "all", "all")).map(|spread| spread.mean);
    match (end("sanctioned-only-here"), end("sanctioned-only-in-twin")) {
        (Some(here), Some(twin)) => format!(
            "Person by person: {} are under a sanction here and would not be in the twin; {} the other way round.",
            percent(here),
            percent(twin)
        ),
        _ => String::new(),
    }
}

pub(super) fn wrongly(run: &Run<'_>) -> Finding {
    let of = key("wrongly-sanctioned", "all", "all");
    let Some(wrongly) = run.end(Side::Here, of) else {
        return unmeasured("origins");
    };
    let sanctioned = run.end(Side::Here, key("sanctioned", "all", "all"));
    if wrongly.mean <= 0.0 {
        let says = if sanctioned.is_some_and(|spread| spread.mean > 0.0) {
            "Nobody is under a sanction that their own true deeds would not have brought."
        } else {
            "Nobody is sanctioned, hence nobody wrongly."
        };
        return Finding {
            figure: percent(0.0),
            says: says.to_owned(),
            adds: String::new(),
            intervals: String::new(),
            chart: "origins",
        };
    }
    let part = run.over_seeds(|seed| {
        let all =
            run.end_of(seed, Side::Here, key("sanctioned", "all", "all")).filter(|share| *share > 0.0)?;
        Some(run.end_of(seed, Side::Here, of)? / all)
    });
    let persons = wrongly.mean * f64::from(run.data.manifest.persons);
    let mut says = match part {
        Some(part) => format!(
            "{} of those under a sanction are there wrongly by the regime's own rules: {}, whose own true deeds would not have \
             brought it.",
            percent(part.mean),
            many(persons, "person", "persons")
        ),
        None => format!("{} are under a sanction wrongly.", many(persons, "person", "persons")),
    };
    if let Some(twin) = run.end(Side::Twin, of) {
        let persons = twin.mean * f64::from(run.data.manifest.persons);
        says.push_str(&match persons.round() {
            0.0 => " In the twin it is nobody.".to_owned(),
            _ => format!(" In the twin it is {}.", many(persons, "person", "persons")),
        });
    }
    let figure = part.map_or_else(|| percent(wrongly.mean), |part| percent(part.mean));
    let finding =
        Finding { figure, says, adds: main_origin(run), intervals: String::new(), chart: "origins" };
    finding.over_seeds(&[("", part)], percent)
}

fn main_origin(run: &Run<'_>) -> String {
    let mut origins: Vec<(f64, &str)> = run
        .places("wrongly-sanctioned-by-origin")
        .into_iter()
        .filter_map(|(domain, group)| {
            let persons = run.end(Side::Here, key("wrongly-sanctioned-by-origin", domain, group))?.mean;
            (persons > 0.0).then_some((persons, group))
        })
        .collect();
    origins.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let total: f64 = origins.iter().map(|one| one.0).sum();
    let words = |(persons, group): &(f64, &str)| {
        format!("{} ({})", names::origin(names::of_group(group)), percent(persons / total))
    };
    match origins.as_slice() {
        [] => String::new(),
        [only] => format!("Behind all of them stands: {}.", names::origin(names::of_group(only.1))),
        [first, second, ..] => format!("Most often behind it: {}, then {}.", words(first), words(second)),
    }
}
