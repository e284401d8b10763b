//! The report with the ranges of its numbers and without: what it says is what the ensemble bears.

mod fixture;

use demerit_analysis::ensemble::{Ensemble, Hangs, Over, Quantity, Ranges, Share};
use demerit_analysis::sensitivity::Ranged;
use demerit_report::render;
use demerit_words::{Language, Words};
use demerit_worlds::tables::Told;
use fixture::{Shape, tables};

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

/// The section of the page, without its tags.
fn section(found: Option<&Ensemble>, language: Language) -> String {
    let page =
        render(&Told::of(&tables(&Shape::default()), None), found, Words::new(language)).expect("a report");
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
    assert!(told.contains(unsure) && told.contains("more than in the twin in 60 of 100 draws"), "{told}");
    let reversed = section(Some(&ensemble(0.4)), Language::En);
    assert!(reversed.contains("more than in the twin in 40 of 100 draws"), "{reversed}");
    for sure in [0.0, 0.02, 0.98, 1.0] {
        assert!(!section(Some(&ensemble(sure)), Language::En).contains(unsure), "{sure}");
    }
}

#[test]
fn what_does_not_stand_out_from_chance_is_not_told() {
    let told = section(Some(&ensemble(1.0)), Language::En);
    let (_, hangs) = told.split_once("What the numbers hang on").expect("the heading");
    assert_eq!(hangs.matches("spillover.friend").count(), 1, "{hangs}");
}

#[test]
fn ranges_that_were_not_drawn_are_said_to_be_missing() {
    let told = section(None, Language::En);
    assert!(told.contains("was not drawn") && told.contains("demerit ensemble"), "{told}");
}
