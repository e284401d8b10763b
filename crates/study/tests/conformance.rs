//! Conformance: the regimes of the catalogue do to the letter what their published rules say.
//!
//! Points and grades are those of the sources that the regime files name (`catalogue/facts.csv`); nothing here is fitted.

use demerit_kernel::Points;
use demerit_regime::{Matter, Regime, Rule};
use demerit_study::catalogue::{self, Kind};
use demerit_study::load;

fn regime(name: &str) -> Regime {
    load::regime(name).unwrap_or_else(|error| panic!("{name}: {error}")).1
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
            assert!(!rule.grounds.source.is_empty(), "{name}: {}", rule.name);
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
    let feed = bundle.feed.expect("a company's score");
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
