//! Tests of regimes as a whole: what they refuse to hold, and what they answer.

use super::*;
use crate::{Cap, Claim, Provenance, Tier, TierSet};
use demerit_kernel::Chance;

fn rule(matter: Matter, cap: Option<Cap>) -> Rule {
    let provenance = Provenance { claim: Claim::Hypothetical, source: "a test".into() };
    Rule { cap, ..Rule::plain(matter, Points(-5), provenance) }
}

const SCALE: Scale = Scale { start: Points(600), floor: Points(0), ceiling: Points(800) };

#[test]
fn rules_are_found_by_matter_and_caps_by_column() {
    let cap = Some(Cap { times: 2, window: 52 });
    let rules = vec![rule(Matter::LateBill, None), rule(Matter::Petition, cap), rule(Matter::LateBill, cap)];
    let regime = Regime::new("r", "R", Parts { scale: Some(SCALE), rules, ..Parts::default() }).unwrap();
    assert_eq!(regime.about(Matter::LateBill), [0, 2]);
    assert_eq!(regime.about(Matter::CivicAct), [0u16; 0]);
    assert_eq!(
        (regime.slot(0), regime.slot(1).is_some(), regime.slot(2) == regime.slots().last().copied()),
        (None, true, true)
    );
}

#[test]
fn the_null_regime_sanctions_nobody() {
    let null = Regime::new("null", "None", Parts::default()).unwrap();
    assert!(!null.sanctioned(0, false));
    assert_eq!(null.start(), Points(0));
    assert!(null.reviews(Tick(7)), "no review period means at once");
}

#[test]
fn faults_are_told() {
    let without =
        Regime::new("r", "R", Parts { rules: vec![rule(Matter::LateBill, None)], ..Parts::default() });
    assert_eq!(without, Err(RegimeError::NoScale { what: "rules" }));
    let tier = Tier { name: "t".into(), from: Points(0), sanction: true };
    let tiers = Tiers::new(vec![tier]).unwrap();
    let without = Regime::new("r", "R", Parts { tiers, ..Parts::default() });
    assert_eq!(without, Err(RegimeError::NoScale { what: "tiers" }));
    let many = vec![rule(Matter::LateBill, Some(Cap { times: 1, window: 1 })); 17];
    let many = Regime::new("r", "R", Parts { scale: Some(SCALE), rules: many, ..Parts::default() });
    assert_eq!(many, Err(RegimeError::TooMany { what: "rules with a cap", count: 17, most: 16 }));
    let wide = vec![rule(Matter::LateBill, Some(Cap { times: 15, window: 1 })); 9];
    let wide = Regime::new("r", "R", Parts { scale: Some(SCALE), rules: wide, ..Parts::default() });
    assert_eq!(wide, Err(RegimeError::TooMany { what: "bits of caps", count: 72, most: 64 }));
}

#[test]
fn as_many_as_there_may_be() {
    let scale = Some(SCALE);
    let capped = |count: usize, times: u8| {
        let rules = vec![rule(Matter::LateBill, Some(Cap { times, window: 1 })); count];
        Regime::new("r", "R", Parts { scale, rules, ..Parts::default() })
    };
    assert_eq!(capped(16, 1).map(|regime| regime.cap_bits()), Ok(32));
    assert_eq!(capped(8, 15).map(|regime| regime.cap_bits()), Ok(64));
    let plain = |count: usize| {
        let rules = vec![rule(Matter::LateBill, None); count];
        Regime::new("r", "R", Parts { scale, rules, ..Parts::default() }).map(|regime| regime.rules().len())
    };
    assert_eq!(plain(512), Ok(512));
    assert_eq!(plain(513), Err(RegimeError::TooMany { what: "rules", count: 513, most: 512 }));
}

#[test]
fn what_the_tick_asks_of_it() {
    let points = |matter, low| Rule { low: Points(low), high: Points(9), ..rule(matter, None) };
    let rules = vec![
        points(Matter::LateBill, -1),
        points(Matter::CivicAct, 1),
        points(Matter::Petition, 0),
        points(Matter::Truancy, 1),
        points(Matter::Truancy, -1),
    ];
    let provenance = || Provenance { claim: Claim::Hypothetical, source: "a test".into() };
    let gate = |request: Request, grants| Gate {
        name: request.name().into(),
        request,
        domain: request.domain(),
        refuses: TierSet(1),
        refuses_listed: true,
        grants: TierSet(grants),
        saves: 0.0,
        provenance: provenance(),
    };
    let (enter, repair) = (Chance::ONE, Chance::ZERO);
    let list = CourtList { name: "l".into(), enter, term: None, repair, provenance: provenance() };
    let tier = |name: &str, from, sanction| Tier { name: name.into(), from: Points(from), sanction };
    let parts = Parts {
        scale: Some(SCALE),
        rules,
        tiers: Tiers::new(vec![tier("a", 0, false), tier("b", 300, true)]).unwrap(),
        list: Some(list),
        gates: vec![gate(Request::Loan, 0), gate(Request::RailTrip, 2)],
        review_every: 13,
        reads: vec![Channel::Court],
        ..Parts::default()
    };
    let regime = Regime::new("r", "R", parts).unwrap();
    let these =
        |is: &dyn Fn(Matter) -> bool| Matter::ALL.into_iter().filter(|one| is(*one)).collect::<Vec<_>>();
    assert_eq!(these(&|one| regime.punishes(one)), [Matter::LateBill, Matter::Truancy]);
    assert_eq!(these(&|one| regime.rewards(one)), [Matter::CivicAct]);
    assert_eq!(these(&|one| regime.lists(one)), [Matter::UnpaidOrder]);
    let used = [Matter::LateBill, Matter::CivicAct, Matter::Truancy, Matter::Petition, Matter::UnpaidOrder];
    assert_eq!(these(&|one| regime.uses(one)), used);
    assert_eq!([0, 1, 2].map(|tier| regime.privileges(tier)), [false, true, false]);
    assert_eq!(regime.gate(Request::RailTrip), Some(&gate(Request::RailTrip, 2)));
    assert_eq!(regime.gate(Request::Loan), Some(&gate(Request::Loan, 0)));
    assert_eq!(regime.gate(Request::Home), None);
    assert_eq!(
        Channel::ALL.into_iter().filter(|&one| regime.reads(one)).collect::<Vec<_>>(),
        [Channel::Court]
    );
    assert_eq!([0, 12, 13, 27, 39].map(|tick| regime.reviews(Tick(tick))), [true, false, true, false, true]);
    assert_eq!(regime.start(), Points(600));
    let sanctioned = [(0, false), (1, false), (0, true), (1, true)];
    assert_eq!(sanctioned.map(|(tier, listed)| regime.sanctioned(tier, listed)), [false, true, true, true]);
    let unlisted = Regime::new("r", "R", Parts { list: None, ..regime.clone().into_parts() }).unwrap();
    assert!(Matter::ALL.into_iter().all(|one| !unlisted.lists(one)));
    assert_eq!(Regime::new("r", "R", regime.clone().into_parts()), Ok(regime));
}
