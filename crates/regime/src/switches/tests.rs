//! Tests of switches: each takes away what it names, and nothing else.

use super::*;
use crate::{
    Claim, Indicator, Matter, Provenance, Request, Rule, Scale, Spillover, Tie, Tier, TierSet, Trait,
};
use demerit_kernel::{Chance, Points};

fn provenance() -> Provenance {
    Provenance { claim: Claim::Hypothetical, source: "a test".into() }
}

fn whole() -> Regime {
    let rule = |matter: Matter, infers: Option<Trait>| Rule {
        infers,
        spills: true,
        ..Rule::plain(matter, Points(-10), provenance())
    };
    let tier = |name: &str, from: i16| Tier { name: name.into(), from: Points(from), sanction: from == 0 };
    let list = CourtList {
        name: "list".into(),
        enter: Chance::ONE,
        term: Some(104),
        repair: Chance::ZERO,
        provenance: provenance(),
    };
    let gate = Gate {
        name: "train".into(),
        request: Request::RailTrip,
        domain: Request::RailTrip.domain(),
        refuses: TierSet(1),
        refuses_listed: true,
        grants: TierSet(2),
        saves: 0.0,
        provenance: provenance(),
    };
    let parts = Parts {
        scale: Some(Scale { start: Points(600), floor: Points(0), ceiling: Points(800) }),
        rules: vec![rule(Matter::LateBill, None), rule(Matter::AlcoholPurchase, Some(Trait::Dependency))],
        tiers: Tiers::new(vec![tier("low", 0), tier("high", 500)]).unwrap(),
        spillover: Some(Spillover { weights: [Chance::ONE; Tie::COUNT], reach: 1, provenance: provenance() }),
        list: Some(list),
        gates: vec![gate],
        review_every: 1,
        reads: vec![Channel::Camera, Channel::App, Channel::Finance],
        ..Parts::default()
    };
    Regime::new("whole", "Whole", parts).unwrap()
}

fn left_after(forgetting: Forgetting, points: Points, ticks: u32) -> Points {
    (0..ticks / forgetting.every).fold(points, |left, _| forgetting.left(left))
}

fn without(one: Mechanism) -> Regime {
    whole().switched(Mechanisms::ALL.with(one, false), &Safeguards::default()).unwrap()
}

#[test]
fn everything_on_changes_nothing() {
    assert_eq!(whole().switched(Mechanisms::ALL, &Safeguards::default()).unwrap(), whole());
}

#[test]
fn each_switch_takes_its_part_away() {
    assert!(without(Mechanism::Spillover).spillover.is_none());
    assert_eq!(without(Mechanism::Proxies).rules().len(), 1);
    assert_eq!(without(Mechanism::LiveScore).review_every, 13);
    assert!(!without(Mechanism::Sanctions).sanctioned(0, false));
    assert!(without(Mechanism::CourtList).list.is_none());
    assert!(!without(Mechanism::CourtList).gates[0].refuses_listed);
    assert!(
        !without(Mechanism::Booking).gates[0].refuses_listed && without(Mechanism::Booking).list.is_some()
    );
    assert_eq!(without(Mechanism::Refusals).gates[0].refuses, TierSet(0));
    assert_eq!(without(Mechanism::Privileges).gates[0].grants, TierSet(0));
    assert!(
        !without(Mechanism::Cameras).reads(Channel::Camera)
            && without(Mechanism::Cameras).reads(Channel::App)
    );
    let scoreless = without(Mechanism::Scores);
    assert!(scoreless.scale.is_none() && scoreless.rules().is_empty() && scoreless.gates[0].refuses_listed);
    assert_eq!(without(Mechanism::Courts), whole(), "it keeps a score, so it is not the null regime");
}

/// One with the parts that the other lacks.
fn full() -> Regime {
    let half = Chance::from_share(0.5);
    let appeals = crate::Appeals {
        capacity_milli: 1,
        silence: half,
        within: Some(9),
        burden: crate::Burden::Office,
        proves: Chance::ONE,
        upheld_wrong: Chance::ONE,
        upheld_right: Chance::ZERO,
        provenance: provenance(),
    };
    let removal = crate::Removal {
        matters: vec![Matter::CriticalPost],
        share: half,
        closes: Chance::ZERO,
        reopens: Chance::ZERO,
        provenance: provenance(),
    };
    let checks = crate::Checks {
        base: half,
        weights: [1.0; Indicator::COUNT],
        finds: Chance::ONE,
        finds_nothing: Chance::ZERO,
        only: None,
        provenance: provenance(),
    };
    let bands = vec![(Points(0), Points(1))];
    let feed = crate::Feed { company: Arc::new(whole()), bands, every: 4, provenance: provenance() };
    let parts = Parts {
        appeals: Some(appeals),
        removal: Some(removal),
        checks: Some(checks),
        feed: Some(feed),
        consent: Some(crate::Consent { share: half, provenance: provenance() }),
        forgetting: Some(Forgetting { every: 52, share: half }),
        ..whole().into_parts()
    };
    Regime::new("full", "Full", parts).unwrap()
}

fn full_without(one: Mechanism) -> Regime {
    full().switched(Mechanisms::ALL.with(one, false), &Safeguards::default()).unwrap()
}

fn guarded(regime: &Regime, one: Safeguard) -> Regime {
    regime.switched(Mechanisms::ALL, &Safeguards::default().with(one)).unwrap()
}

#[test]
fn each_switch_takes_its_part_away_of_a_full_regime() {
    assert_eq!(full().switched(Mechanisms::ALL, &Safeguards::default()).unwrap(), full());
    let scoreless = full_without(Mechanism::Scores);
    assert!(scoreless.tiers.all().is_empty() && scoreless.forgetting.is_none());
    assert!(scoreless.spillover.is_none() && scoreless.consent.is_none() && scoreless.feed.is_none());
    assert!(scoreless.appeals.is_some() && scoreless.removal.is_some() && scoreless.checks.is_some());
    assert_eq!((scoreless.gates[0].refuses, scoreless.gates[0].grants), (TierSet(0), TierSet(0)));
    assert!(full_without(Mechanism::CommercialScore).feed.is_none());
    let unseen = full_without(Mechanism::Cameras);
    assert!(
        unseen.into_parts().feed.is_some_and(|feed| !feed.company.reads(Channel::Camera)),
        "the company neither"
    );
    let weights = full_without(Mechanism::Attention).into_parts().checks.map(|checks| checks.weights);
    assert_eq!(
        weights,
        Some(std::array::from_fn(|one| f64::from(u8::from(one != Indicator::PastRecord.index()))))
    );
    assert!(full_without(Mechanism::Accounts).removal.is_none());
    assert!(full_without(Mechanism::Appeals).appeals.is_none());
    let apps = full_without(Mechanism::Apps);
    assert!(!apps.reads(Channel::App) && apps.reads(Channel::Camera) && apps.reads(Channel::Finance));
    let slow = Parts { review_every: 26, ..full().into_parts() };
    let slow = Regime::new("slow", "Slow", slow).unwrap();
    let slow =
        slow.switched(Mechanisms::ALL.with(Mechanism::LiveScore, false), &Safeguards::default()).unwrap();
    assert_eq!(slow.review_every, 26, "no sooner than before");
}

#[test]
fn a_gate_stays_while_it_does_anything() {
    let all = [Mechanism::Booking, Mechanism::Refusals, Mechanism::Privileges];
    let off = |these: &[Mechanism]| {
        let mechanisms = these.iter().fold(Mechanisms::ALL, |on, one| on.with(*one, false));
        full().switched(mechanisms, &Safeguards::default()).unwrap().into_parts().gates
    };
    assert!(off(&all).is_empty());
    for one in all {
        let others: Vec<_> = all.into_iter().filter(|other| *other != one).collect();
        assert_eq!(off(&others).len(), 1, "{one} is left");
    }
}

#[test]
fn a_safeguard_changes_what_it_guards() {
    let appeals = |within| {
        let mut parts = full().into_parts();
        parts.appeals.as_mut().unwrap().within = within;
        let regime = Regime::new("full", "Full", parts).unwrap();
        guarded(&regime, Safeguard::AnswerInTime).into_parts().appeals.unwrap()
    };
    assert_eq!([Some(9), None, Some(2)].map(|within| appeals(within).within), [Some(4), Some(4), Some(2)]);
    assert_eq!(appeals(None).silence, Chance::ZERO);
    let alone = Parts { spillover: None, ..whole().into_parts() };
    assert_eq!(Ok(guarded(&whole(), Safeguard::NoSpillover)), Regime::new("whole", "Whole", alone));
    let limited = Parts { purpose_limits: true, ..whole().into_parts() };
    assert_eq!(Ok(guarded(&whole(), Safeguard::PurposeLimits)), Regime::new("whole", "Whole", limited));
    assert_eq!(guarded(&full(), Safeguard::Notice), full(), "not a matter of the regime");
}

#[test]
fn what_expires_sooner_by_itself_stays() {
    let expiring = |term, forgetting| {
        let mut parts = whole().into_parts();
        parts.list.as_mut().unwrap().term = term;
        let regime = Regime::new("whole", "Whole", Parts { forgetting, ..parts }).unwrap();
        guarded(&regime, Safeguard::Expiry)
    };
    let term = |term| expiring(term, None).into_parts().list.unwrap().term;
    assert_eq!([None, Some(26), Some(104)].map(term), [Some(52), Some(26), Some(52)]);
    // A twentieth is left after thirteen steps of four weeks: 1 − 0.05^(4/52) in each.
    let year = expiring(None, None).forgetting.unwrap();
    assert!(year.every == 4 && (year.share.value() - 0.205_816_665).abs() < 1e-8, "{year:?}");
    for (every, share, sooner) in [(52, 0.94, false), (52, 0.96, true), (13, 0.5, false), (13, 0.6, true)] {
        let own = Forgetting { every, share: Chance::from_share(share) };
        let wanted = if sooner { own } else { year };
        assert_eq!(expiring(None, Some(own)).forgetting, Some(wanted), "{share} every {every}");
    }
    let list_only = guarded(&without(Mechanism::Scores), Safeguard::Expiry);
    assert!(list_only.forgetting.is_none(), "without a score there is nothing to forget");
    let weeks = |expiry_weeks| {
        let mut safeguards = Safeguards::default().with(Safeguard::Expiry);
        safeguards.expiry_weeks = expiry_weeks;
        whole().switched(Mechanisms::ALL, &safeguards).unwrap().into_parts().list.unwrap().term
    };
    assert_eq!([0, 1, 13].map(weeks), [Some(1), Some(1), Some(13)]);
}

#[test]
fn the_null_regime_without_courts_is_nothing_at_all() {
    let null = without(Mechanism::Scores)
        .switched(Mechanisms::ALL.with(Mechanism::Courts, false), &Safeguards::default())
        .unwrap();
    assert!(null.list.is_none() && null.gates.is_empty());
}

#[test]
fn expired_points_are_nearly_gone_after_a_year() {
    let safeguards = Safeguards::default().with(Safeguard::Expiry);
    let expiring = whole().switched(Mechanisms::ALL, &safeguards).unwrap();
    assert_eq!(expiring.list.as_ref().unwrap().term, Some(52));
    let left = left_after(expiring.forgetting.unwrap(), Points(-100), 52).0;
    assert!((-5..=0).contains(&left), "{left}");
    let ignored = whole().switched(Mechanisms::ALL.with(Mechanism::Safeguards, false), &safeguards).unwrap();
    assert_eq!(ignored, whole());
}

#[test]
fn a_regime_that_cannot_be_put_together_again_is_an_error_and_does_not_run_as_it_was() {
    let mut broken = whole();
    broken.parts.scale = None;
    let error = broken.switched(Mechanisms::ALL, &Safeguards::default()).unwrap_err();
    assert_eq!(error, RegimeError::NoScale { what: "rules" });
    let feed = full().into_parts().feed.map(|feed| crate::Feed { company: Arc::new(broken), ..feed });
    let mut fed = full();
    fed.parts.feed = feed;
    assert_eq!(
        fed.switched(Mechanisms::ALL, &Safeguards::default()),
        Err(error),
        "nor a company that feeds it"
    );
}
