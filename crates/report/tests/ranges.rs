//! The report with the ranges of its numbers and without: what it says is what the ensemble bears.

mod fixture;

use demerit_analysis::calibrate::{Calibration, Target};
use demerit_analysis::ensemble::{Ensemble, Hangs, Over, Quantity, Ranges, Share};
use demerit_analysis::run_ranges::RunRanges;
use demerit_analysis::sensitivity::Ranged;
use demerit_analysis::validate::{DiscrepancyFile, How};
use demerit_measures::estimate::Estimate;
use demerit_report::{Sureness, render};
use demerit_words::{Language, Words};
use demerit_worlds::tables::Told;
use fixture::{Shape, tables};
use std::collections::BTreeMap;

fn ranged(value: f64) -> Ranged {
    Ranged { value, low: 0.9 * value, high: 1.1 * value }
}

fn ranges(quantiles: [f64; 5], above: f64, hangs: Vec<Hangs>) -> Ranges {
    let share = |of: &str, value: f64| Share { of: of.to_owned(), share: ranged(value) };
    Ranges {
        filed: None,
        quantiles: quantiles.map(ranged),
        lacking: 0,
        above,
        below: 1.0 - above,
        parts: vec![share("regime", 0.7), share("society", 0.2), share("luck", 0.1)],
        hangs,
    }
}

/// An ensemble of two numbers, the difference of the second above nothing in this share of the draws.
fn ensemble(above: f64) -> Ensemble {
    let hangs = |stands_out: bool| Hangs {
        figure: "regime r: spillover.friend".to_owned(),
        correlation: Ranged { value: 0.61, low: 0.4, high: 0.75 },
        stands_out,
    };
    let quantity =
        |measure: &str, unit: &str, per_thousand: bool, here: Ranges, difference: Ranges| Quantity {
            measure: measure.to_owned(),
            domain: "all".to_owned(),
            group: "all".to_owned(),
            unit: unit.to_owned(),
            per_thousand,
            here: Some(here),
            twin: None,
            difference: Some(difference),
        };
    let shares = [0.01, 0.05, 0.1, 0.27, 0.6];
    Ensemble {
        study: "no-dark-corner".to_owned(),
        worlds: vec!["regime".to_owned(), "twin".to_owned()],
        over: Over::All,
        draws: 64,
        clusters: 16,
        varied: 200,
        persons: 20_000,
        weeks: 624,
        seed: 1,
        numbers: vec![
            quantity(
                "sanctioned",
                "share",
                false,
                ranges(shares, 1.0, vec![hangs(true)]),
                ranges(shares, 1.0, vec![]),
            ),
            quantity(
                "refusals",
                "requests",
                true,
                ranges([20.0, 40.0, 60.0, 80.0, 100.0], 1.0, vec![hangs(false)]),
                ranges([-5.0, -1.0, 1.0, 2.0, 4.0], above, vec![]),
            ),
        ],
        not_varied: vec!["a".to_owned(); 7],
        bounds: vec![],
        drawn_in: 0,
        person_weeks: 1,
        pilots: vec![],
        runs: vec![],
        figures: vec![],
    }
}

fn target(id: &str, kind: How, cuts: usize) -> Target {
    Target {
        case: "a-case".to_owned(),
        id: id.to_owned(),
        quantity: "q".to_owned(),
        unit: "u".to_owned(),
        kind,
        published: 1.0,
        discrepancy: DiscrepancyFile { model: 1.0, observed: 0.0, why: "w".to_owned() },
        luck: 0.0,
        filed: None,
        prior: None,
        kept: None,
        cuts,
        cuts_alone: 0,
        missed: 0,
        lacking: 0,
    }
}

/// A calibration that keeps this many draws.
fn calibration(kept: usize) -> Calibration {
    let prior = ensemble(0.6);
    let mut left = Ensemble { draws: kept, ..ensemble(0.6) };
    left.numbers[0].here = Some(ranges([0.03, 0.04, 0.05, 0.06, 0.07], 1.0, vec![]));
    Calibration {
        prior,
        kept: (kept > 0).then_some(left),
        targets: vec![target("first", How::CameOut, 40), target("last", How::HeldOut, 9)],
        left_out: vec![],
        person_weeks: 1,
        draws: vec![],
    }
}

/// The section of the page, without its tags.
fn section(found: Option<&Ensemble>, language: Language) -> String {
    let ranges = found.map(|found| RunRanges { drawn: found.clone(), claims: BTreeMap::new() });
    shown(Sureness { ranges: ranges.as_ref(), calibration: None }, language)
}

/// The section with a calibration.
fn calibrated(found: &Calibration, language: Language) -> String {
    shown(Sureness { ranges: None, calibration: Some(found) }, language)
}

fn shown(drawn: Sureness<'_>, language: Language) -> String {
    let page =
        render(&Told::of(&tables(&Shape::default()), None), drawn, Words::new(language)).expect("a report");
    let (before, rest) = page.split_once("<section id=\"ranges\"").expect("the section");
    assert!(!before.contains("<section"), "it is the first");
    let inner = rest.split_once("</section>").expect("its end").0;
    let parts = inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn the_first_thing_said_is_the_range() {
    let told = section(Some(&ensemble(0.6)), Language::En);
    let filed = "Under a sanction: 5.0 % to 27 % in half of all draws, 1.0 % to 60 % in nine in ten, ";
    assert!(told.contains(filed), "{told}");
    assert!(told.contains("spillover.friend (0.61 (0.40 to 0.75))"), "{told}");
    assert!(told.contains("Not varied: 7 figures"), "{told}");
    assert!(!told.contains("NaN"), "{told}");
    let other = section(Some(&ensemble(0.6)), Language::Id);
    assert!(other.contains("dalam separuh undian") && !other.contains("draws"), "{other}");
}

#[test]
fn a_sign_is_unsure_only_where_the_draws_do_not_agree() {
    let unsure = "Where even the sign is not sure";
    let told = section(Some(&ensemble(0.6)), Language::En);
    assert!(told.contains(unsure) && told.contains("more than in the twin in 60 % of the draws"), "{told}");
    let reversed = section(Some(&ensemble(0.4)), Language::En);
    assert!(reversed.contains("more than in the twin in 40 % of the draws"), "{reversed}");
    for sure in [0.0, 0.02, 0.98, 1.0] {
        assert!(!section(Some(&ensemble(sure)), Language::En).contains(unsure), "{sure}");
    }
}

#[test]
fn what_lies_outside_its_range_as_filed_is_told() {
    let filed = |value: f64| {
        let mut one = ensemble(1.0);
        let here = one.numbers[0].here.as_mut().expect("ranges");
        here.filed = Some(Estimate { value, interval: None });
        section(Some(&one), Language::En)
    };
    let outside = "As filed these lie outside nine in ten draws";
    for (value, is_outside) in [(0.005, true), (0.011, false), (0.59, false), (0.61, true)] {
        assert_eq!(filed(value).contains(outside), is_outside, "{value}");
    }
}

#[test]
fn only_what_stands_out_from_chance_is_said_to() {
    let told = section(Some(&ensemble(1.0)), Language::En);
    let (_, hangs) = told.split_once("What the numbers hang on").expect("the heading");
    assert_eq!(hangs.matches("spillover.friend").count(), 2, "{hangs}");
    assert_eq!(hangs.matches("(0.40 to 0.75)) stands out").count(), 1, "{hangs}");
}

#[test]
fn ranges_that_were_not_drawn_are_said_to_be_missing() {
    let told = section(None, Language::En);
    assert!(told.contains("was not drawn") && told.contains("demerit ensemble"), "{told}");
}

#[test]
fn what_published_figures_leave_stands_beside_all_draws() {
    let told = calibrated(&calibration(11), Language::En);
    assert!(
        told.contains("leave 11 of the 64 draws. Each of the others misses at least one of 1 figures"),
        "{told}"
    );
    assert!(told.contains("a-case/first  (40)") && !told.contains("a-case/last"), "{told}");
    assert!(told.contains("So few draws show roughly"), "{told}");
    assert!(told.contains("4.0 % to 6.0 %") && told.contains("half of those kept"), "{told}");
    assert!(!calibrated(&calibration(20), Language::En).contains("So few draws"));
    let other = calibrated(&calibration(11), Language::Id);
    assert!(other.contains("menyisakan 11 dari 64 undian") && !other.contains("draws"), "{other}");
}

#[test]
fn where_nothing_is_kept_or_was_asked_the_section_says_so() {
    let told = calibrated(&calibration(0), Language::En);
    assert!(told.contains("leave none of the 64 draws") && !told.contains("half of those kept"), "{told}");
    let nothing = Calibration { targets: vec![], ..calibration(64) };
    assert!(calibrated(&nothing, Language::En).contains("No published figure concerns this study"));
    let unasked = section(Some(&ensemble(0.6)), Language::En);
    assert!(unasked.contains("rule out was not asked") && unasked.contains("--calibrated"), "{unasked}");
}
