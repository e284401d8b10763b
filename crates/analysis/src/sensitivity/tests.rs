//! A small study taken apart from end to end: the same bytes for any threads, figures that bound each other,
//! calls that cannot be answered.

use super::*;
use demerit_regime::Mechanism;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_scenario::word::Word;

/// One figure alone: the company's scale has a start, too.
const START: &str = "no-dark-corner: scale.start";

fn scenario() -> Scenario {
    let mut scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    scenario.study.mechanisms.insert(Word(Mechanism::Rollout), false);
    scenario
}

fn options(method: Method, samples: u32, only: &[&str]) -> SensitivityOptions {
    SensitivityOptions {
        method,
        samples,
        measure: "sanctioned".into(),
        difference: false,
        only: only.iter().map(|&word| word.to_owned()).collect(),
        persons: 1_000,
        years: Some(0.5),
        seed: Some(3),
        seeds: None,
        threads: Some(2),
    }
}

fn found(options: &SensitivityOptions) -> Result<Sensitivity, RunError> {
    analyse(&scenario(), options, &mut |_| Signal::Continue)
}

#[test]
fn a_tiny_study_gives_the_same_bytes_for_any_threads() {
    for method in [Method::Morris, Method::Sobol] {
        let wish = options(method, 3, &[START, "tiers[1].from", "deeds.late-bill"]);
        let two = found(&wish).unwrap();
        let one = found(&SensitivityOptions { threads: Some(1), ..wish }).unwrap();
        assert_eq!(folder::factors(&one), folder::factors(&two));
        assert_eq!(folder::runs(&one), folder::runs(&two));
        assert_eq!(serde_json::to_string(&one).unwrap(), serde_json::to_string(&two).unwrap());
        assert_eq!(one.factors.len(), 4, "three figures and the seed");
        let each = if method == Method::Morris { 5 } else { 6 };
        assert_eq!((one.runs, one.table.len()), (3 * each, 3 * each));
        assert!(
            one.factors
                .windows(2)
                .all(|two| { two[0].weight.strength().value >= two[1].weight.strength().value })
        );
        assert!(one.seed_share.is_some() && one.unasked > 100 && one.fixed > 50);
        let told = narrative(&one);
        assert!(told.sure.contains("first look"), "{told:?}");
    }
}

#[test]
fn the_page_of_a_larger_design_begins_with_that_of_a_smaller() {
    let few = found(&options(Method::Morris, 2, &[START])).unwrap();
    let more = found(&options(Method::Morris, 3, &[START])).unwrap();
    assert_eq!(few.table[..], more.table[..few.table.len()]);
}

#[test]
fn with_one_seed_the_seed_is_no_factor() {
    let found = found(&SensitivityOptions { seeds: Some(1), ..options(Method::Sobol, 2, &[START]) }).unwrap();
    assert!(found.factors.iter().all(|one| one.figure.is_some()) && found.seed_share.is_none());
    assert!(found.table.iter().all(|row| row.seed == 3));
    assert!(narrative(&found).luck.contains("nothing is known of luck"));
}

#[test]
fn a_difference_is_that_of_the_worlds() {
    let wish =
        SensitivityOptions { difference: true, seeds: Some(1), ..options(Method::Morris, 2, &[START]) };
    let both = found(&wish).unwrap();
    assert_eq!(both.worlds, ["regime", "twin"]);
    let alone = found(&SensitivityOptions { difference: false, ..wish }).unwrap();
    // The start of a score means nothing to courts, so the twin's share is the same at all points.
    let gaps: Vec<f64> =
        alone.table.iter().zip(&both.table).map(|(one, other)| one.value - other.value).collect();
    assert!(gaps.iter().all(|gap| (gap - gaps[0]).abs() < 1e-12), "{gaps:?}");
}

#[test]
fn figures_that_bound_each_other_are_told_by_name() {
    let mut scenario = scenario();
    // Tiers have to rise: the second's range goes beyond where the third begins, and the third's below it.
    let regime = scenario.regimes.get_mut("no-dark-corner").unwrap();
    regime.tiers[1].from.0.range = Some([400.0, 600.0]);
    regime.tiers[2].from.0.range = Some([460.0, 600.0]);
    let wish = options(Method::Morris, 6, &["tiers[1].from", "tiers[2].from"]);
    let found = analyse(&scenario, &wish, &mut |_| Signal::Continue).unwrap();
    let cut: Vec<&Bound> = found.bounds.iter().collect();
    assert_eq!(cut.len(), 1, "{cut:?}");
    assert_eq!(cut[0].key, "tiers[1].from");
    assert!(cut[0].left.unwrap()[1] < 541.0 && !cut[0].why.is_empty(), "{cut:?}");
    assert!(found.drawn_in > 0 && found.drawn.keys().all(|name| name.contains("tiers[2].from")), "{found:?}");
    let limits = narrative(&found).limits.join("\n");
    assert!(limits.contains("tiers[1].from was varied from 400 to"), "{limits}");
    assert!(limits.contains("drawn toward their declared values"), "{limits}");
}

#[test]
fn shares_of_a_whole_go_over_their_ranges_together() {
    let wish = options(Method::Morris, 3, &["identification.looks[", "hardship.by_fifth"]);
    let found = found(&wish).unwrap();
    let mut lists: Vec<(&str, f64)> =
        found.balances.iter().map(|one| (one.key.as_str(), (one.sum * 1e6).round() / 1e6)).collect();
    lists.sort_by_key(|one| one.0);
    assert_eq!(lists, [("consequences.hardship.by_fifth", 5.0), ("identification.looks", 1.0)]);
    assert_eq!((found.bounds.len(), found.drawn_in), (0, 0), "{:?}", found.bounds);
    assert_eq!(found.factors.iter().filter(|one| one.figure.is_some()).count(), 8);
    assert!(narrative(&found).limits.join(" ").contains("scaled so that they add up to 5 again"));
}

#[test]
fn calls_that_cannot_be_answered() {
    let says = |wish: &SensitivityOptions, what: &str| {
        let error = found(wish).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    };
    let good = options(Method::Morris, 2, &[START]);
    says(&SensitivityOptions { samples: 1, ..good.clone() }, "1 samples: at least 2");
    says(&SensitivityOptions { samples: u32::MAX, ..good.clone() }, "at most 12500000, or fewer figures");
    says(&SensitivityOptions { samples: 0, ..good.clone() }, "0 samples: at least 2");
    says(&SensitivityOptions { measure: "sanctiond".into(), ..good.clone() }, "did you mean `sanctioned`?");
    says(&SensitivityOptions { only: vec!["nowhere".into()], ..good.clone() }, "has `nowhere` in its name");
    says(&SensitivityOptions { persons: 0, ..good.clone() }, "0 persons");
    says(&SensitivityOptions { seeds: Some(0), ..good.clone() }, "0 seeds");
    let mut lone = scenario();
    lone.study.worlds.truncate(1);
    let wish = SensitivityOptions { difference: true, ..good };
    let error = analyse(&lone, &wish, &mut |_| Signal::Continue).unwrap_err().to_string();
    assert!(error.contains("has no twin"), "{error}");
}

#[test]
fn who_stops_it_hears_how_far_it_came() {
    let mut calls = 0;
    let wish = options(Method::Morris, 2, &[START]);
    let stopped = analyse(&scenario(), &wish, &mut |step| {
        calls += usize::from(step.person_weeks > 0);
        if calls > 0 { Signal::Stop } else { Signal::Continue }
    });
    let error = stopped.unwrap_err();
    assert!(matches!(error, RunError::StoppedAfter(_, 6)), "{error}");
    assert!(error.to_string().starts_with("stopped after "), "{error}");
}
