//! The explanation of a small study: parts that add up, worlds that are run once, and requests that are
//! refused.

use super::coalitions::ASKED;
use super::players::INSTITUTIONS;
use super::*;
use demerit_regime::{ErrorSource, Mechanism};
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_scenario::word::Word;

/// The catalogue's study with its regime in force from the first week, and only some players on.
fn scenario(on: &[Mechanism]) -> Scenario {
    let mut scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    scenario.study.mechanisms.insert(Word(Mechanism::Rollout), false);
    for one in INSTITUTIONS {
        scenario.study.mechanisms.insert(Word(one), on.contains(&one));
    }
    scenario
}

fn options(persons: u32, years: f64, seeds: u32) -> ExplainOptions {
    ExplainOptions {
        measure: MEASURE.to_owned(),
        over: Some(Over::Institutions),
        persons,
        years: Some(years),
        seed: Some(3),
        seeds,
        threads: Some(2),
        samples: None,
    }
}

fn explained(scenario: &Scenario, options: &ExplainOptions) -> Explanation {
    explain(scenario, options, &mut |_| Signal::Continue).unwrap()
}

fn of<'a>(found: &'a Explanation, player: &str) -> &'a Part {
    found.values.iter().find(|part| part.player == player).unwrap()
}

#[test]
fn the_parts_add_up_and_do_not_depend_on_threads() {
    let scenario = scenario(&[Mechanism::Proxies, Mechanism::Spillover, Mechanism::JoinedFiles]);
    let found = explained(&scenario, &options(1_500, 1.5, 1));
    let sum: f64 = found.values.iter().map(|part| part.value).sum();
    assert!(found.total > 0.0 && (sum - found.total).abs() < 1e-9 * found.total, "{found:?}");
    assert!(found.exact && found.coalitions == 8 && found.worlds <= 8, "{found:?}");
    assert_eq!(found.values.last().unwrap().player, NONE);
    assert!(found.values.iter().all(|part| part.interval.is_none()), "one seed has no interval");
    assert!(
        of(&found, "spillover").value > 0.0,
        "whoever loses for another's deed is wrongly sanctioned: {found:?}"
    );
    let alone = explained(&scenario, &ExplainOptions { threads: Some(1), ..options(1_500, 1.5, 1) });
    assert_eq!(alone, found);
}

#[test]
fn sampled_orders_add_up_too_and_have_intervals() {
    let scenario = scenario(&[Mechanism::Spillover, Mechanism::Proxies]);
    let found = explained(&scenario, &ExplainOptions { samples: Some(6), ..options(3_000, 2.0, 1) });
    let sum: f64 = found.values.iter().map(|part| part.value).sum();
    assert!(!found.exact && (sum - found.total).abs() < 1e-9 * found.total.max(1.0), "{found:?}");
    for part in &found.values {
        let is_within = |[low, high]: [f64; 2]| low <= part.value && part.value <= high;
        assert!(part.interval.is_none_or(is_within), "{part:?}");
    }
    assert!(found.values.iter().any(|part| part.interval.is_some()), "{found:?}");
}

#[test]
fn several_seeds_give_an_interval() {
    let found = explained(&scenario(&[Mechanism::Spillover]), &options(1_500, 1.5, 3));
    assert_eq!(found.seeds, [3, 4, 5]);
    let part = of(&found, "spillover");
    assert!(part.interval.is_some_and(|[low, high]| low < part.value && part.value < high), "{part:?}");
}

#[test]
fn without_players_everything_is_left() {
    let found = explained(&scenario(&[]), &options(500, 0.1, 1));
    assert_eq!((found.values.len(), found.worlds), (1, 1));
    assert!((found.values[0].value - found.total).abs() < 1e-12);
}

#[test]
fn a_mechanism_that_changes_nothing_is_idle_and_its_worlds_are_not_run() {
    let mut scenario = scenario(&[Mechanism::Proxies, Mechanism::Spillover]);
    // Under law and courts only, nothing is read into anything and nothing spills over.
    scenario.study.worlds.swap(0, 1);
    let found = explained(&scenario, &options(500, 0.1, 1));
    assert_eq!(found.idle, ["proxies", "spillover"]);
    assert_eq!(found.worlds, 1);
}

/// The same study with some sources of error alone, shared out among errors.
fn among_errors(on: &[ErrorSource], persons: u32) -> Explanation {
    let mut scenario = scenario(&INSTITUTIONS);
    let world = &mut scenario.study.worlds[0];
    world.errors = ErrorSource::ALL.map(|one| (Word(one), on.contains(&one))).into();
    explained(&scenario, &ExplainOptions { over: None, ..options(persons, 1.5, 1) })
}

#[test]
fn an_error_that_is_alone_gets_all_that_errors_bring() {
    let left = among_errors(&[], 3_000);
    assert_eq!(
        (left.over, left.values.len(), left.worlds),
        (Over::Errors, 1, 1),
        "errors are asked of wrongs"
    );
    for one in [ErrorSource::WrongInference, ErrorSource::Tie] {
        let found = among_errors(&[one], 3_000);
        let part = of(&found, one.name());
        assert_eq!(part.mechanism, Some(one.mechanism().name()));
        assert!(part.value > 0.0, "{found:?}");
        assert!((part.value + left.total - found.total).abs() < 1e-9 * found.total, "{found:?} {left:?}");
        assert!((of(&found, NONE).value - left.total).abs() < 1e-9, "the rules alone bring as much");
    }
}

#[test]
fn all_errors_together_bring_most_of_what_is_wrong_and_their_parts_add_up() {
    let found = among_errors(&ErrorSource::ALL, 1_500);
    let sum: f64 = found.values.iter().map(|part| part.value).sum();
    assert!((sum - found.total).abs() < 1e-9 * found.total, "{found:?}");
    assert!(of(&found, NONE).value < 0.5 * found.total, "{found:?}");
    assert_eq!((found.values.len(), found.coalitions), (7, 64));
}

#[test]
fn an_error_that_nothing_comes_of_gets_nothing() {
    // Under law and courts only, no rule reads anything into anything, and nothing spills over.
    let mut scenario = scenario(&INSTITUTIONS);
    scenario.study.worlds.swap(0, 1);
    let found = explained(&scenario, &ExplainOptions { over: None, ..options(500, 0.1, 1) });
    for one in ["wrong-inference", "tie"] {
        assert!(found.idle.iter().any(|idle| idle == one), "{found:?}");
    }
}

#[test]
fn what_cannot_be_explained_is_refused() {
    let scenario = scenario(&[]);
    let refused = |measure: &str, persons: u32| {
        let options = ExplainOptions { measure: measure.into(), ..options(persons, 0.1, 1) };
        match explain(&scenario, &options, &mut |_| Signal::Continue) {
            Err(LiveError::Options(message)) => message,
            other => panic!("{other:?}"),
        }
    };
    assert!(refused("sanctionned", 10).contains("did you mean `sanctioned`?"));
    assert!(refused("sanctioned-only-here", 10).contains("compares two worlds"));
    assert!(refused("score-bin", 10).contains("no value for everybody"));
    assert!(refused("sanctioned", 0).contains("0 persons"));
    let stopped = explain(&scenario, &options(2_000, 3.0, 1), &mut |_| Signal::Stop);
    assert!(matches!(stopped, Err(LiveError::Stopped)));
}

#[test]
fn the_players_that_the_tick_asks_about_are_known() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut asked = Vec::new();
    for part in ["engine/src", "society/src", "measures/src"] {
        let mut folders = vec![root.join(part)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("switches.rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                    asked.extend(
                        INSTITUTIONS
                            .into_iter()
                            .filter(|one| text.contains(&format!("on(Mechanism::{one:?})"))),
                    );
                }
            }
        }
    }
    for one in asked {
        assert!(
            ASKED.contains(&one),
            "the tick asks whether `{one}` is on: add it to ASKED in explain/coalitions.rs"
        );
    }
}
