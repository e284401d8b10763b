//! Tests of calibration: scores, what is cut, and what held-out figures may do.

use super::*;
use crate::ensemble::Over;
use crate::validate::{DiscrepancyFile, How};
use demerit_scenario::load::{NoFiles, study};

fn target(kind: How, published: f64) -> Target {
    let discrepancy = DiscrepancyFile { model: 3.0, observed: 0.0, why: "w".into() };
    Target {
        case: "c".into(),
        id: "i".into(),
        quantity: "q".into(),
        unit: "u".into(),
        kind,
        published,
        discrepancy,
        luck: 4.0,
        filed: None,
        prior: None,
        kept: None,
        cuts: 0,
        cuts_alone: 0,
        missed: 0,
        lacking: 0,
    }
}

#[test]
fn implausibility_is_the_distance_over_all_that_may_part_them() {
    let one = target(How::CameOut, 10.0);
    assert_eq!(one.implausibility(Some(25.0)), Some(3.0));
    assert_eq!((one.implausibility(Some(10.0)), one.implausibility(None)), (Some(0.0), None));
    let mut luck = target(How::CameOut, 10.0);
    luck.learn(&[Some(1.0), Some(3.0)], &[Some(2.0), None]);
    assert_eq!((luck.filed, luck.lacking, luck.prior), (Some(2.0), 1, Some([2.0; 5])));
    assert!((luck.luck - libm::sqrt(2.0)).abs() < 1e-12);
}

#[test]
fn targets_say_what_they_cut_and_held_out_ones_cut_nothing() {
    let mut targets = vec![target(How::CameOut, 0.0), target(How::Fitted, 0.0), target(How::HeldOut, 0.0)];
    let draw =
        |values: [f64; 3], kept| Scored { kept, implausibility: None, values: values.map(Some).to_vec() };
    let draws = [
        draw([20.0, 0.0, 0.0], false),
        draw([20.0, 20.0, 0.0], false),
        draw([0.0, 1.0, 20.0], true),
        draw([0.0, 3.0, 0.0], true),
    ];
    targets::score(&mut targets, &draws);
    let told = |one: &Target| (one.cuts, one.cuts_alone, one.missed);
    assert_eq!([&targets[0], &targets[1], &targets[2]].map(told), [(2, 1, 0), (1, 0, 0), (1, 0, 1)]);
    assert_eq!(targets[1].kept, Some([1.1, 1.5, 2.0, 2.5, 2.9]));
}

#[test]
fn a_study_is_held_against_the_cases_of_its_society() {
    let scenario = study("no-dark-corner", &NoFiles).unwrap();
    let options = EnsembleOptions {
        draws: 8,
        over: Over::All,
        persons: 400,
        years: Some(0.2),
        seed: None,
        threads: Some(2),
    };
    let found = calibrate(&scenario, &options, &mut |_| Signal::Continue).unwrap();
    assert_eq!(
        found.left_out.iter().map(|one| one.case.as_str()).collect::<Vec<_>>(),
        ["income-persistence"]
    );
    assert_eq!(found.draws.len(), 8);
    let (used, held): (Vec<&Target>, Vec<&Target>) =
        found.targets.iter().partition(|target| !target.is_held_out());
    assert_eq!((held.len(), used.len() + 1), (1, found.targets.len()));
    for draw in &found.draws {
        let scores = found.targets.iter().zip(&draw.values).filter(|(target, _)| !target.is_held_out());
        let worst = scores.filter_map(|(target, value)| target.implausibility(*value)).reduce(f64::max);
        assert_eq!(draw.kept, worst.is_none_or(|one| one < BOUND));
    }
    assert_eq!(found.kept.is_some(), found.count() > 0);
    let table = folder::draws(&found);
    assert_eq!(table.lines().count(), 9);
    assert_eq!(folder::targets(&found).lines().count(), 1 + found.targets.len());
    assert!(folder::numbers(&found).lines().count() > 50);
    let census = found.targets.iter().find(|one| one.id == "urban").unwrap();
    assert!(census.prior.is_some_and(|all| all.is_sorted()), "{census:?}");
    let place = tempfile::tempdir().unwrap();
    let back = read(&write(&found, place.path(), false).unwrap()).unwrap();
    assert_eq!((&back.targets, back.count()), (&found.targets, found.count()));
    assert_eq!(back.prior.numbers, found.prior.numbers);
}
