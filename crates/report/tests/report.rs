//! The report as text: what it says of tables worked by hand, of tables that lack something, and of hostile
//! titles.
//!
//! Long because every part of the page is held against the same made-up tables.

mod fixture;

use demerit_report::{ReportError, Sureness, life, render};
use demerit_words::Words;
use demerit_worlds::tables::{LedgerEvent, MeasureRow, RunTables, Told};
use fixture::{Shape, tables};

/// The page without its tags, with its entities read back.
fn words(page: &str) -> String {
    let body = page.split_once("<body>").expect("a body").1;
    let mut text = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    let text =
        text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&").replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page(data: &RunTables) -> String {
    render(&Told::of(data, None), Sureness::default(), Words::default()).expect("a report")
}

/// Two seeds, one year of four periods with ten persons in a thousand, all worked by hand.
fn tiny(seeds: &[u64]) -> RunTables {
    let shape = Shape { seeds: seeds.to_vec(), persons: 1000, ticks: 52, ..Shape::default() };
    let mut data = tables(&shape);
    data.measures.clear();
    let mut put = |seed: u64, world: &str, measure: &str, domain: &str, group: &str, values: [f64; 2]| {
        for (place, value) in values.into_iter().enumerate() {
            data.measures.push(MeasureRow {
                seed,
                world: world.to_owned(),
                tick: [25, 51][place],
                measure: measure.to_owned(),
                domain: domain.to_owned(),
                group: group.to_owned(),
                value,
                weight: 26.0,
                ..MeasureRow::default()
            });
        }
    };
    for (place, &seed) in seeds.iter().enumerate() {
        let more = 0.01 * place as f64;
        put(seed, "regime", "sanctioned", "all", "all", [0.03, 0.05 + 2.0 * more]);
        put(seed, "twin", "sanctioned", "all", "all", [0.01, 0.01]);
        put(seed, "regime", "wrongly-sanctioned", "all", "all", [0.01, 0.03]);
        put(seed, "twin", "wrongly-sanctioned", "all", "all", [0.0, 0.0]);
        put(seed, "regime", "wrongly-sanctioned-by-origin", "all", "origin:tie", [10.0, 20.0]);
        put(seed, "regime", "wrongly-sanctioned-by-origin", "all", "origin:clerk", [0.0, 10.0]);
        put(seed, "regime", "collateral-share", "all", "all", [0.25, 0.5]);
        for domain in ["all", "travel"] {
            put(seed, "regime", "requests", domain, "all", [100.0, 100.0]);
            put(seed, "regime", "refusals", domain, "all", [4.0, 6.0]);
            put(seed, "twin", "refusals", domain, "all", [0.0, 0.0]);
        }
        put(seed, "regime", "refusals", "travel", "cause:speech", [3.0, 5.0]);
        put(seed, "regime", "refusals", "travel", "cause:travel", [1.0, 1.0]);
        put(seed, "regime", "posts", "all", "stance:critical", [10.0, 20.0]);
        put(seed, "twin", "posts", "all", "stance:critical", [20.0, 40.0]);
        put(seed, "regime", "violations", "all", "all", [90.0, 90.0]);
        put(seed, "twin", "violations", "all", "all", [100.0, 100.0]);
        put(seed, "regime", "appeals-filed", "all", "all", [6.0, 4.0]);
        put(seed, "regime", "appeals-upheld", "all", "all", [1.0, 1.0]);
        put(seed, "regime", "appeals-rejected", "all", "all", [0.0, 1.0]);
        put(seed, "regime", "appeals-silent", "all", "all", [3.0, 1.0]);
    }
    data
}

#[test]
fn each_finding_says_the_figures_of_its_tables() {
    let text = words(&page(&tiny(&[1])));
    for sentence in [
        "In the last simulated year (2008), 3.5 % of all persons, or 1 in 29, are under a sanction on average; in the twin it is 1.0 %: 3.5 times as many in this run.",
        "43 % of those under a sanction are there wrongly by the regime's own rules: 15 persons",
        "In the twin it is nobody.",
        "Most often behind it in this run: what family or friends did (83 %); also a clerk's slip (17 %).",
        "Of every 100 persons under a sanction, 31 are under it for what family or friends did.",
        "10 requests were refused in the last simulated year (2008), 5.0 % of all that were made; in the twin, none.",
        "The cause of 80 % of them lies in an unrelated part of life; most often in this run it is speech, by refusing travel (8 times).",
        "Critical posts: 30 for each 1,000 persons in the last simulated year (2008); in the twin 60, so that 50 % fewer were published in this run.",
        "Law is broken less often in this run: 90 times for each 1,000 persons and year, in the last simulated year (2008); in the twin 100: that is 10 % less.",
        "Of 10 appeals filed in the whole run, 30 % were answered: 20 % upheld, 10 % rejected. 40 % met silence.",
        "One seed was run as filed",
    ] {
        assert!(text.contains(sentence), "missing: {sentence}\n{}", &text[..text.len().min(6000)]);
    }
}

#[test]
fn several_seeds_give_intervals_and_one_seed_gives_none() {
    let two = words(&page(&tiny(&[1, 2])));
    assert!(two.contains("Interval over 2 seeds: 3.5 % to 4.0 %; in the twin 1.0 % in each."));
    assert!(!words(&page(&tiny(&[1]))).contains("Interval over"));
}

#[test]
fn what_the_seeds_do_not_settle_is_said_to_be_unsettled() {
    let mut data = tiny(&[1, 2]);
    for row in &mut data.measures {
        if row.measure == "violations" && row.world == "regime" {
            row.value = if row.seed == 1 { 90.0 } else { 130.0 };
        }
    }
    assert!(words(&page(&data)).contains("the seeds do not settle which is more"));
}

#[test]
fn zero_is_nobody_and_what_has_no_meaning_is_not_said() {
    let mut data = tiny(&[1]);
    data.measures.retain(|row| row.measure != "collateral-share");
    for row in &mut data.measures {
        let flat = ["posts", "violations", "requests"].contains(&row.measure.as_str());
        row.value = if flat { 10.0 } else { 0.0 };
    }
    let text = words(&page(&data));
    for sentence in [
        "Nobody is under a sanction in the last simulated year (2008).",
        "Nobody is sanctioned, hence nobody wrongly.",
        "Nobody is sanctioned, hence nobody for what family or friends did.",
        "No request was refused in the last simulated year (2008).",
        "in the twin 20, no difference in this run.",
        "Law is broken as often as in the twin",
        "Nobody filed an appeal in the whole run.",
        "No entry was written in the last simulated year (2008), so that there is no record to be true or untrue.",
    ] {
        assert!(text.contains(sentence), "missing: {sentence}\n{}", &text[..text.len().min(6000)]);
    }
    assert!(!text.contains("times as many") && !text.contains("Most often behind it"));
}

#[test]
fn a_regime_under_which_more_law_is_broken_and_more_is_said_is_told_so() {
    let mut data = tiny(&[1]);
    for row in &mut data.measures {
        if ["violations", "posts"].contains(&row.measure.as_str()) && row.world == "regime" {
            row.value *= 4.0;
        }
    }
    let text = words(&page(&data));
    assert!(text.contains("Law is broken more often in this run: 360 times"), "{}", &text[..3000]);
    assert!(text.contains("in the twin 60, so that 100 % more were published in this run."));
    assert!(text.contains("Law is broken 260 % more often than in the twin"));
}

#[test]
fn every_shape_gives_a_whole_page() {
    let shapes = [
        Shape::default(),
        Shape { seeds: vec![1, 2, 3], ..Shape::default() },
        Shape { twin: false, ..Shape::default() },
        Shape { scored: false, ..Shape::default() },
        Shape { ticks: 5, ..Shape::default() },
        Shape { ticks: 5, persons: 1, twin: false, scored: false, ..Shape::default() },
        Shape { seeds: vec![], ..Shape::default() },
        Shape { ticks: 0, ..Shape::default() },
        Shape { many: true, ..Shape::default() },
        Shape { many: true, seeds: vec![1, 2, 3], ..Shape::default() },
        Shape { mechanisms: false, ..Shape::default() },
    ];
    for shape in shapes {
        let text = page(&tables(&shape));
        let seen = words(&text);
        for bad in ["NaN", " inf ", "-0 %", "  ,", "not known"] {
            assert!(!seen.contains(bad), "{bad:?} in the page of {shape:?}");
        }
        assert!(text.len() < 3_000_000, "{} bytes for {shape:?}", text.len());
        assert!(text.matches("<figure id=").count() >= 10, "{shape:?}");
        assert!(seen.contains("conditional statements about a made-up society"));
    }
}

#[test]
fn empty_tables_are_said_to_be_empty() {
    let mut data = tables(&Shape::default());
    data.measures.clear();
    data.persons.clear();
    data.ledger.clear();
    let text = words(&page(&data));
    assert!(text.contains("This run measured nothing that could be told in a sentence."));
    assert!(text.contains("the run kept no cohort"));
}

#[test]
fn values_that_are_no_numbers_are_left_out() {
    let mut data = tiny(&[1]);
    for row in &mut data.measures {
        row.value = f64::NAN;
    }
    assert!(words(&page(&data)).contains("This run measured nothing that could be told in a sentence."));
    let mut mixed = tables(&Shape::default());
    for row in mixed.measures.iter_mut().step_by(7) {
        row.value = f64::INFINITY;
    }
    assert!(!words(&page(&mixed)).contains("NaN"));
}

#[test]
fn hostile_texts_stay_texts() {
    let evil = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload=x";
    let mut data = tables(&Shape::default());
    data.manifest.title = evil.to_owned();
    data.manifest.command = evil.to_owned();
    data.manifest.resolved = evil.to_owned();
    data.manifest.limits = vec![evil.to_owned()];
    data.manifest.phases[1].name = evil.to_owned();
    data.manifest.worlds[0].regime = evil.to_owned();
    data.manifest.worlds[0].tiers[1].name = evil.to_owned();
    for claim in &mut data.manifest.claims {
        (claim.name, claim.says, claim.claim, claim.source) =
            (evil.into(), evil.into(), evil.into(), evil.into());
    }
    for row in &mut data.measures {
        if row.measure == "refusals" {
            row.domain = evil.to_owned();
        }
        if row.measure == "score-bin" {
            row.domain = evil.to_owned();
        }
    }
    for row in &mut data.ledger {
        match &mut row.event {
            LedgerEvent::Entered { rule: name, .. }
            | LedgerEvent::Spilled { rule: name }
            | LedgerEvent::Tier(name)
            | LedgerEvent::Listed { list: name, .. }
            | LedgerEvent::Unlisted(name) => *name = evil.to_owned(),
            _ => {}
        }
    }
    let text = page(&data);
    assert!(!text.contains("<script") && !text.contains("<img"));
    assert_eq!(text.matches("</title>").count() - text.matches("<title>").count(), 0);
}

#[test]
fn the_page_holds_no_script_no_handler_and_no_address_outside_it() {
    let text = page(&tables(&Shape { seeds: vec![1, 2, 3], ..Shape::default() }));
    assert!(!text.contains("<script") && !text.contains("javascript:") && !text.contains("<link"));
    assert!(!text.contains("http://") && !text.contains("https://") && !text.contains("url(http"));
    for handler in [" onload=", " onclick=", " onerror=", " onmouseover="] {
        assert!(!text.contains(handler));
    }
    assert!(text.contains("default-src 'none'") && text.contains("lang=\"en\""));
}

#[test]
fn the_same_tables_give_the_same_bytes_in_any_order_of_rows() {
    let data = tables(&Shape { seeds: vec![1, 2], ..Shape::default() });
    let mut turned = data.clone();
    turned.measures.reverse();
    turned.manifest.started = "2031-01-01T00:00:00Z".to_owned();
    turned.manifest.seconds = 1.0;
    turned.manifest.threads = 64;
    let (one, other) = (page(&data), page(&turned));
    let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    assert!(one == other, "{differs:?}");
}

#[test]
fn no_world_is_an_error() {
    let mut data = tables(&Shape::default());
    data.manifest.worlds.clear();
    assert_eq!(
        render(&Told::of(&data, None), Sureness::default(), Words::default()),
        Err(ReportError::NoWorld)
    );
    assert_eq!(life(&Told::of(&data, None), Words::default()), Err(ReportError::NoWorld));
}

#[test]
fn the_life_that_shows_most_is_chosen_and_told() {
    let data = tables(&Shape::default());
    let told = life(&Told::of(&data, None), Words::default()).expect("a life");
    assert_eq!(told.person.person, 3, "the longest wrongly sanctioned with refusals");
    let lines: Vec<&str> = told.events.iter().map(|event| event.truth.as_str()).collect();
    for line in ["Bought alcohol, 20 times", "Did nothing of the kind: it was person"] {
        assert!(lines.iter().any(|told| told.contains(line)), "missing: {line}\n{lines:?}");
    }
    assert!(told.summary.contains("wrongly for 24 weeks"), "{}", told.summary);
    let twin = told.twin.expect("the twin");
    assert_eq!(twin.regime, "Law and courts only");
    assert!(twin.summary.starts_with("Never under a sanction"), "{}", twin.summary);
}

#[test]
fn a_person_can_be_asked_for_and_a_stranger_cannot() {
    let data = tables(&Shape::default());
    assert_eq!(life(&Told::of(&data, Some(1)), Words::default()).expect("a life").person.person, 1);
    let error = life(&Told::of(&data, Some(99)), Words::default()).expect_err("no such person");
    assert_eq!(
        error.to_string(),
        "person 99 is not in the cohort of this run; in it are, for instance, 0, 1, 2, 3, 4"
    );
}

#[test]
fn a_life_in_a_run_without_a_twin_says_so() {
    let data = tables(&Shape { twin: false, ..Shape::default() });
    assert_eq!(life(&Told::of(&data, None), Words::default()).expect("a life").twin, None);
    assert!(words(&page(&data)).contains("This run has no twin, so that the other life cannot be told."));
}

#[test]
fn every_claim_has_its_row_and_no_measure_is_made_up() {
    let data = tables(&Shape::default());
    let text = page(&data);
    assert_eq!(text.matches("class=\"claim-row\"").count(), demerit_scenario::mechanisms().len());
    let told = words(&text);
    assert!(
        told.contains("Persons who know the rules that they live under 71 % –")
            || told.contains("Persons who know the rules that they live under 70 % –")
            || told.contains("Persons who know the rules that they live under 69 % –")
    );
    let bare = words(&page(&tables(&Shape { mechanisms: false, ..Shape::default() })));
    assert!(
        !bare.contains("Persons who know the rules that they live under 7")
            && bare.contains("This run has no number for it.")
    );
}

#[test]
fn a_mechanism_that_is_off_and_a_safeguard_in_force_are_said() {
    let mut data = tables(&Shape::default());
    data.manifest.worlds[0].off = vec!["cameras".to_owned()];
    data.manifest.worlds[0].safeguards = vec!["human-review".to_owned()];
    let told = words(&page(&data));
    assert!(told.contains("switched off here: no camera sees anything"));
    assert!(told.contains("in force here: a human looks at each sanction"));
}

#[test]
fn benefits_and_harms_are_told_with_their_direction() {
    let told = words(&page(&tiny(&[1])));
    assert!(
        told.contains("Violations of law, for each 1,000 persons and year −10 % less than in the twin"),
        "{told}"
    );
    assert!(told.contains("Wrongly under a sanction 1.5 % none in the twin"));
    assert!(!told.contains("Loans not paid back"));
}

#[test]
fn legal_headings_stand_in_the_order_of_the_law() {
    let told = words(&page(&tables(&Shape::default())));
    let places: Vec<usize> = [
        "(a) The process",
        "(b) Period",
        "(c) Categories",
        "(d) Specific risks",
        "(e) Human oversight",
        "(f) If the risks",
    ]
    .iter()
    .map(|heading| told.find(heading).expect("a heading"))
    .collect();
    assert!(places.is_sorted());
    assert!(told.contains("What these numbers cannot decide"));
    assert!(told.contains("Men and boys, against women and girls"));
}

#[test]
fn provisions_are_those_of_the_regimes_features() {
    let told = |provisions: &[&str], scored: bool| {
        let mut data = tables(&Shape { scored, ..Shape::default() });
        data.manifest.worlds[0].provisions = provisions.iter().map(|one| (*one).to_owned()).collect();
        words(&page(&data))
    };
    let scoring = told(&["unrelated-treatment", "unjustified-treatment", "automated-decision"], true);
    assert!(scoring.contains(
        "(i) and for what the law allows (ii). Where an AI system keeps such a score, this is prohibited"
    ));
    assert!(scoring.contains("article 27, comes too late") && scoring.contains("article 22, is about it"));
    let office = told(&["public-benefits"], false);
    assert!(
        office.contains("who keeps a public benefit (annex III, 5(a))") && !office.contains("comes too late")
    );
    assert!(
        office.contains("is not about it: it keeps no score") && office.contains("article 22, on decisions")
    );
    let courts = told(&[], false);
    assert!(courts.contains("annex III names nothing"));
    assert!(told(&[], true).contains("it keeps a score, but a low one is answered with harm neither"));
    assert!(scoring.contains("From the cause to what was refused") && scoring.contains("neighbouring"));
}

#[test]
fn many_worlds_are_compared_with_the_first() {
    let text = page(&tables(&Shape { many: true, ..Shape::default() }));
    let told = words(&text);
    assert!(text.contains("id=\"many\"") && text.contains("id=\"chart-worlds\""));
    assert!(told.contains("What would have helped"));
    assert!(told.contains(
        "Of single changes, this one lessens wrong sanctions most in this run, by 45 %: A human looks at each sanction"
    ));
    assert!(told.contains("and in 2 worlds more"));
    assert!(!page(&tables(&Shape::default())).contains("id=\"many\""));
}

#[test]
fn whether_standing_is_handed_on_is_shown_where_it_was_measured() {
    let text = page(&tables(&Shape::default()));
    assert!(text.contains("id=\"chart-persistence\""));
    assert!(words(&text).contains("is handed on; in the twin,"));
    assert!(!page(&tables(&Shape { mechanisms: false, ..Shape::default() })).contains("chart-persistence"));
}
