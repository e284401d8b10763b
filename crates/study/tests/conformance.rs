//! Conformance: the regimes of the catalogue do to the letter what their published rules say.
//!
//! Points and grades are those of the sources that the regime files name (`catalogue/facts.csv`); nothing
//! here is fitted. The tests named `case_` are cases of `validation/`: they take the published figures from
//! the list of facts and put deeds through the engine.

use demerit_engine::{Schedule, World, step};
use demerit_fixtures::case::Case;
use demerit_fixtures::census;
use demerit_kernel::{Chance, Points};
use demerit_regime::{Channel, Matter, Parts, Regime, Rule, Scale};
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::load;
use demerit_scenario::sources::facts;
use demerit_society::state::events::Cohort;
use demerit_society::watching::{Coverage, Watch};
use demerit_study::outside::Disk;
use std::sync::Arc;

fn regime(name: &str) -> Regime {
    load::regime(name, &Disk).unwrap_or_else(|error| panic!("{name}: {error}")).1
}

/// The only rule of a regime about a matter.
fn rule(regime: &Regime, matter: Matter) -> &Rule {
    let [number] = regime.about(matter) else { panic!("{}: one rule about {matter}", regime.name) };
    &regime.rules()[usize::from(*number)]
}

fn tier(regime: &Regime, score: i16) -> &str {
    &regime.tiers.all()[usize::from(regime.tiers.of(Points(score)))].name
}

#[test]
fn every_regime_of_the_catalogue_loads() {
    for name in catalogue::names(Kind::Regime) {
        let regime = regime(name);
        for rule in regime.rules() {
            assert!(!rule.provenance.source.is_empty(), "{name}: {}", rule.name);
        }
    }
}

#[test]
fn rongcheng_takes_and_gives_the_published_points() {
    let rongcheng = regime("rongcheng");
    for (matter, low, high) in [
        (Matter::LateLoan, -10, -10),
        (Matter::ContractBreach, -20, -20),
        (Matter::Lawsuit, -30, -30),
        (Matter::IllegalFundraising, -40, -40),
        (Matter::SuedBreach, -50, -50),
        (Matter::UtilityTheft, -60, -60),
        (Matter::UtilityDamage, -100, -100),
        (Matter::CommercialLapse, -50, -5),
        (Matter::TrafficOffence, -5, -5),
        (Matter::HonouredAct, 30, 30),
    ] {
        let rule = rule(&rongcheng, matter);
        assert_eq!((rule.low, rule.high, rule.cap), (Points(low), Points(high), None), "{matter}");
    }
    assert_eq!(rongcheng.rules().len(), 10);
    assert_eq!(rongcheng.start(), Points(1000));
    for (score, grade) in [
        (1050, "AAA"),
        (1049, "AA"),
        (1030, "AA"),
        (1029, "A"),
        (960, "A"),
        (959, "B"),
        (850, "B"),
        (849, "C"),
        (600, "C"),
        (599, "D"),
    ] {
        assert_eq!(tier(&rongcheng, score), grade, "{score}");
    }
    assert!((0..8).all(|tier| !rongcheng.sanctioned(tier, false)), "a low score alone triggers nothing");
    assert!(rongcheng.gates.iter().all(|gate| gate.refuses.0 == 0 && !gate.refuses_listed));
}

#[test]
fn fourteen_defaults_in_suining_lead_to_the_lowest_grade() {
    let suining = regime("suining-2010");
    let scale = suining.scale.expect("a scale");
    let default = rule(&suining, Matter::LoanDefault);
    let scores: Vec<i16> = (0..14u32)
        .scan(suining.start(), |score, officer| {
            *score = scale.add(*score, default.award(officer.wrapping_mul(0x9e37_79b9)));
            Some(score.0)
        })
        .collect();
    assert_eq!((scores[12], scores[13]), (610, 580));
    assert_eq!((tier(&suining, scores[12]), tier(&suining, scores[13])), ("C", "D"));
    assert_eq!([970, 969, 850, 849, 600].map(|score| tier(&suining, score)), ["A", "B", "B", "C", "C"]);
    assert_eq!(rule(&suining, Matter::HonouredAct).low, Points(100));
    assert_eq!(rule(&suining, Matter::DrunkDriving).low, Points(-50));
}

#[test]
fn zhima_has_its_bands() {
    let zhima = regime("zhima");
    let scale = zhima.scale.expect("a scale");
    assert_eq!((scale.floor, scale.ceiling), (Points(350), Points(950)));
    let bands = [350, 549, 550, 599, 600, 649, 650, 699, 700, 950].map(|score| tier(&zhima, score));
    let names = ["poor", "fair", "good", "very good", "excellent"];
    assert_eq!(bands, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map(|place: usize| names[place]));
}

#[test]
fn osmanthus_only_gains() {
    let osmanthus = regime("osmanthus");
    let scale = osmanthus.scale.expect("a scale");
    assert_eq!((scale.floor, scale.start, scale.ceiling), (Points(100), Points(100), Points(200)));
    assert!(osmanthus.rules().iter().all(|rule| rule.low > Points(0)));
}

#[test]
fn fico_s_shocks_and_their_recovery_are_the_published_ones() {
    let fico = regime("fico-like");
    let scale = fico.scale.expect("a scale");
    assert_eq!((scale.floor, scale.ceiling), (Points(300), Points(850)));
    let late = rule(&fico, Matter::LateLoan);
    let default = rule(&fico, Matter::LoanDefault);
    let at = |rule: &Rule, score: i16| rule.award_at(Points(score), 1 << 31).0;
    assert_eq!((at(late, 680), at(late, 780)), (-70, -100));
    assert_eq!((at(default, 680), at(default, 780)), (-140, -230));
    assert_eq!((at(late, 730), at(late, 300), at(late, 850)), (-85, -70, -100));
    let recovers = late.recovers.as_ref().expect("a time of recovery");
    // 9 months are 39 weeks, 36 months are 156.
    assert_eq!((recovers.at(Points(680)), recovers.at(Points(780))), (39, 156));
    for (score, weeks) in [(680, 39), (780, 156)] {
        let lost = at(late, score).unsigned_abs();
        assert!(demerit_regime::regained(lost, weeks - 1, weeks) < lost);
        assert_eq!(demerit_regime::regained(lost, weeks, weeks), lost);
    }
}

#[test]
fn caps_of_the_bundle_take_three_bytes_a_person_and_a_company_feeds_it() {
    let bundle = regime("no-dark-corner");
    assert!(bundle.cap_bits() <= 24, "{}", bundle.cap_bits());
    let feed = bundle.into_parts().feed.expect("a company's score");
    assert_eq!((feed.company.name.as_str(), feed.points(feed.company.start())), ("zhima", Points(0)));
}

#[test]
fn lists_that_are_not_the_court_s_are_entered_by_their_own_matter() {
    for (name, matter) in [
        ("watchlist", Matter::Threat),
        ("benefits-fraud", Matter::UndeclaredIncome),
        ("income-averaging", Matter::UndeclaredIncome),
        ("court-list", Matter::UnpaidOrder),
    ] {
        let regime = regime(name);
        assert!(regime.lists(matter), "{name}");
        assert_eq!(Matter::ALL.into_iter().filter(|&one| regime.uses(one)).count(), 1, "{name}");
        assert!(regime.scale.is_none());
    }
}

/// Scores after `ticks` weeks in which everybody does something of which the regime learns, each week once.
fn scores(regime: &Regime, matter: Matter, start: i16, ticks: u32) -> Vec<i16> {
    // Everybody takes part: who consents is no part of a rule book.
    let mut parts = Parts { consent: None, ..regime.clone().into_parts() };
    parts.scale = parts.scale.map(|scale| Scale { start: Points(start), ..scale });
    let regime = Regime::new(&regime.name, &regime.title, parts).expect("a regime");
    let read =
        Channel::ALL.into_iter().find(|&channel| regime.reads(channel)).expect("a channel that is read");
    let mut plan = census::quiet();
    plan.conduct[matter.index()] = census::by_all(1.0 - 1e-12);
    let coverage = Coverage::Deeds(Chance::ONE);
    plan.watching = vec![Watch { matters: vec![matter], coverage, ..Watch::blind(read) }];
    let society = Arc::new(census::built(&plan, 4096, 1));
    let regimes = Schedule::new("test", vec![regime], Vec::new());
    let mut world = World::new(society, regimes, Arc::new(Cohort::default()));
    for _ in 0..ticks {
        step(&mut world);
    }
    world.chunks().flat_map(|chunk| chunk.score.iter().copied()).collect()
}

/// The least and the most that a deed on record changes a score by, in the engine.
fn change(regime: &Regime, matter: Matter, start: i16) -> [f64; 2] {
    let scores = scores(regime, matter, start, 1);
    let changed = |score: Option<&i16>| f64::from(*score.expect("somebody")) - f64::from(start);
    [changed(scores.iter().min()), changed(scores.iter().max())]
}

/// Tells points that all lose or gain alike: published figure, matter, and the score before.
fn alike(case: &mut Case, regime: &Regime, start: i16, rows: &[(&str, Matter)]) {
    for &(fact, matter) in rows {
        let [least, most] = change(regime, matter, start);
        assert_eq!(least, most, "{fact}: all alike");
        published(case, fact, least);
    }
}

/// Tells the lowest scores of tiers.
fn lowest(case: &mut Case, regime: &Regime, rows: &[(&str, &str)]) {
    let scale = regime.scale.expect("a scale");
    for &(fact, name) in rows {
        let lowest = (scale.floor.0..=scale.ceiling.0).find(|&score| tier(regime, score) == name);
        published(case, fact, f64::from(lowest.expect("a score of the tier")));
    }
}

/// Tells a figure beside the published one of the same name.
fn published(case: &mut Case, fact: &str, value: f64) {
    case.figure(fact, facts()[fact].value, &[value]);
}

#[test]
fn case_rongcheng() {
    let (mut case, rongcheng) = (Case::open("rongcheng"), regime("rongcheng"));
    published(&mut case, "rongcheng-start", f64::from(rongcheng.start().0));
    let grades =
        ["aaa", "aa", "a", "b", "c"].map(|grade| (format!("rongcheng-{grade}"), grade.to_uppercase()));
    for (fact, grade) in &grades {
        lowest(&mut case, &rongcheng, &[(fact, grade)]);
    }
    let rows = [
        ("rongcheng-arrears", Matter::LateLoan),
        ("rongcheng-contract", Matter::ContractBreach),
        ("rongcheng-sued-debt", Matter::Lawsuit),
        ("rongcheng-fundraising", Matter::IllegalFundraising),
        ("rongcheng-sued-breach", Matter::SuedBreach),
        ("rongcheng-utility-theft", Matter::UtilityTheft),
        ("rongcheng-utility-damage", Matter::UtilityDamage),
        ("rongcheng-traffic", Matter::TrafficOffence),
        ("rongcheng-model-citizen", Matter::HonouredAct),
    ];
    alike(&mut case, &rongcheng, 1000, &rows);
    let [largest, smallest] = change(&rongcheng, Matter::CommercialLapse, 1000);
    published(&mut case, "rongcheng-discretion-low", smallest);
    published(&mut case, "rongcheng-discretion-high", largest);
    case.close();
}

#[test]
fn case_suining() {
    let (mut case, suining) = (Case::open("suining"), regime("suining-2010"));
    published(&mut case, "suining-start", f64::from(suining.start().0));
    lowest(&mut case, &suining, &[("suining-a", "A"), ("suining-b", "B"), ("suining-c", "C")]);
    let rows = [
        ("suining-loan-default", Matter::LoanDefault),
        ("suining-award", Matter::HonouredAct),
        ("suining-drunk-driving", Matter::DrunkDriving),
    ];
    alike(&mut case, &suining, suining.start().0, &rows);
    let [largest, smallest] = change(&suining, Matter::Petition, suining.start().0);
    published(&mut case, "suining-delinquency-low", smallest);
    published(&mut case, "suining-delinquency-high", largest);
    // The source's own example: fourteen defaults cost 420 points.
    let after = scores(&suining, Matter::LoanDefault, suining.start().0, 14);
    assert!(after.iter().all(|&score| score == after[0]));
    let lost = f64::from(after[0]) - f64::from(suining.start().0);
    case.figure("fourteen-defaults", 14.0 * facts()["suining-loan-default"].value, &[lost]);
    case.close();
}

#[test]
fn case_zhima() {
    let (mut case, zhima) = (Case::open("zhima"), regime("zhima"));
    let scale = zhima.scale.expect("a scale");
    published(&mut case, "zhima-low", f64::from(scale.floor.0));
    published(&mut case, "zhima-high", f64::from(scale.ceiling.0));
    let bands = [
        ("zhima-fair", "fair"),
        ("zhima-good", "good"),
        ("zhima-very-good", "very good"),
        ("zhima-excellent", "excellent"),
    ];
    lowest(&mut case, &zhima, &bands);
    case.close();
}

#[test]
fn case_osmanthus() {
    let (mut case, osmanthus) = (Case::open("osmanthus"), regime("osmanthus"));
    published(&mut case, "osmanthus-base", f64::from(osmanthus.start().0));
    // Everybody does everything that is rewarded, one kind after the other, for four years each: how high
    // does anybody come?
    let start = osmanthus.start().0;
    let mut highest = start;
    for rule in osmanthus.rules() {
        let scores = scores(&osmanthus, rule.matter, highest, 208);
        highest = scores.into_iter().max().expect("somebody");
    }
    published(&mut case, "osmanthus-high", f64::from(highest));
    case.close();
}

#[test]
fn case_fico() {
    let (mut case, fico) = (Case::open("fico"), regime("fico-like"));
    let scale = fico.scale.expect("a scale");
    published(&mut case, "fico-low", f64::from(scale.floor.0));
    published(&mut case, "fico-high", f64::from(scale.ceiling.0));
    alike(
        &mut case,
        &fico,
        680,
        &[("fico-680-late-30", Matter::LateLoan), ("fico-680-bankruptcy", Matter::LoanDefault)],
    );
    alike(
        &mut case,
        &fico,
        780,
        &[("fico-780-late-30", Matter::LateLoan), ("fico-780-bankruptcy", Matter::LoanDefault)],
    );
    let recovers = rule(&fico, Matter::LateLoan).recovers.clone().expect("a time of recovery");
    for (fact, score) in [("fico-680-late-recovery", 680), ("fico-780-late-recovery", 780)] {
        // 52 weeks are 12 months.
        published(&mut case, fact, f64::from(recovers.at(Points(score))) * 12.0 / 52.0);
    }
    case.close();
}
