//! Safeguards at work, one by one, and each where there is nothing for it to do: then it changes not a byte.

use demerit_engine::{Schedule, World};
use demerit_fixtures::census::quiet;
use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{
    all_do, erring, gate, null, of, provenance, regime, rule, run, scale, spillover, tiers, watch,
};
use demerit_kernel::{Chance, Draws, Seed};
use demerit_regime::{
    Appeals, Burden, Channel, CourtList, Domain, Matter, Mechanism, Mechanisms, Parts, Regime, Request,
    Safeguard, Safeguards, Tie,
};
use demerit_society::remedies::correction::Correction;
use demerit_society::remedies::filing::Filing;
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::Cohort;
use demerit_society::{Lasting, Society, Tally};
use std::sync::Arc;

const PERSONS: u32 = 5_000;

/// A world with these safeguards and mechanisms.
fn guarded(plan: &SocietyPlan, regime: &Regime, mechanisms: Mechanisms, safeguards: &Safeguards) -> World {
    let draws = Draws::new(Seed(20_200_101));
    let society = Society::new(plan, PERSONS, draws)
        .expect("a plan that can be built")
        .switched(mechanisms, safeguards);
    let regimes = vec![regime.switched(mechanisms, safeguards).expect("a regime")];
    let plan = Schedule::new("test", regimes, Vec::new());
    World::new(Arc::new(society), plan, Arc::new(Cohort::new(0, PERSONS, &draws)))
}

fn with(plan: &SocietyPlan, regime: &Regime, one: Option<Safeguard>, ticks: u32) -> (World, Tally) {
    let safeguards = one.into_iter().fold(Safeguards::default(), Safeguards::with);
    let mut world = guarded(plan, regime, Mechanisms::ALL, &safeguards);
    let tally = run(&mut world, ticks);
    (world, tally)
}

/// A human who errs with this chance looks at every sanction.
fn reviewing(error: Chance) -> Safeguards {
    let mut safeguards = Safeguards::default().with(Safeguard::HumanReview);
    safeguards.review_error = error;
    safeguards
}

/// Clerks' errors about bills, each of 20 points of 100, and bills paid late; below 90 is a sanction.
fn slandered(clerk: f64, late: f64) -> (SocietyPlan, Parts) {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, late);
    plan.watching = vec![erring(watch(Channel::Finance, &[Matter::LateBill], 1.0), 0.0, 0.0)];
    plan.watching[0].miss = Chance::ZERO;
    plan.watching[0].clerk = of(clerk);
    plan.remedies.filing = Some(Filing::by_all(of(0.2), Chance::ZERO));
    let appeals = Appeals {
        capacity_milli: 1_000_000,
        silence: Chance::ZERO,
        within: None,
        burden: Burden::Office,
        proves: Chance::ONE,
        upheld_wrong: Chance::ONE,
        upheld_right: Chance::ZERO,
        provenance: provenance(),
    };
    let parts = Parts {
        scale: scale(0, 100, 200),
        rules: vec![rule(Matter::LateBill, -20)],
        tiers: tiers(&[0, 90], 90),
        appeals: Some(appeals),
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    (plan, parts)
}

#[test]
fn a_human_without_error_lets_no_wrong_sanction_begin() {
    let (plan, parts) = slandered(0.01, 0.01);
    let regime = regime(parts);
    let (_, without) = with(&plan, &regime, None, 40);
    assert_eq!((without.unreviewed, without.stopped), (without.sanctions_begun, 0));
    let safeguards = reviewing(Chance::ZERO);
    let reviewed = run(&mut guarded(&plan, &regime, Mechanisms::ALL, &safeguards), 40);
    assert!(
        reviewed.stopped > 500 && reviewed.sanctions_begun > 500,
        "{} {}",
        reviewed.stopped,
        reviewed.sanctions_begun
    );
    assert_eq!(reviewed.stopped, reviewed.stopped_wrong);
    assert_eq!(
        reviewed.sanction_weeks[1..].as_flattened().iter().sum::<u64>(),
        0,
        "no week under a wrong sanction"
    );
    assert_eq!((reviewed.unreviewed, reviewed.filed), (0, 0));
}

#[test]
fn a_human_who_errs_stops_right_sanctions_and_passes_wrong_ones_at_the_rate_of_error() {
    let safeguards = reviewing(of(0.25));
    // Clerks' errors alone: each look is at a wrong sanction, and passes with chance 0.25.
    let (plan, parts) = slandered(0.01, 0.0);
    let wrong =
        run(&mut guarded(&plan, &regime(Parts { appeals: None, ..parts }), Mechanisms::ALL, &safeguards), 20);
    let share = wrong.sanctions_begun as f64 / (wrong.sanctions_begun + wrong.stopped) as f64;
    // Some 1,000 looks: four standard errors are 0.055.
    assert!((share - 0.25).abs() < 0.055, "{share}");
    let (plan, parts) = slandered(0.0, 0.01);
    let right =
        run(&mut guarded(&plan, &regime(Parts { appeals: None, ..parts }), Mechanisms::ALL, &safeguards), 20);
    let share = right.stopped as f64 / (right.sanctions_begun + right.stopped) as f64;
    assert!((share - 0.25).abs() < 0.055 && right.stopped_wrong == 0, "{share}");
}

#[test]
fn a_human_looks_at_listings_too() {
    let list = CourtList {
        name: "l".into(),
        enter: Chance::ONE,
        term: Some(5),
        repair: Chance::ZERO,
        provenance: provenance(),
    };
    let mut plan = quiet();
    plan.watching = vec![watch(Channel::Court, &[Matter::UnpaidOrder], 1.0)];
    plan.watching[0].clerk = of(0.02);
    let regime = regime(Parts { list: Some(list), reads: vec![Channel::Court], ..Parts::default() });
    let (_, without) = with(&plan, &regime, None, 20);
    assert_eq!(without.unreviewed, 0, "an official of the court puts people on the list");
    let safeguards = reviewing(Chance::ZERO);
    let reviewed = run(&mut guarded(&plan, &regime, Mechanisms::ALL, &safeguards), 20);
    assert!(without.listed > 100 && reviewed.listed == 0 && reviewed.stopped > 100);
}

#[test]
fn an_answer_in_time_comes_in_time() {
    let (plan, mut parts) = slandered(0.01, 0.0);
    let office = parts.appeals.as_mut().expect("an office");
    (office.capacity_milli, office.silence, office.upheld_wrong) = (0, Chance::ONE, Chance::ZERO);
    let regime = regime(parts);
    let (_, without) = with(&plan, &regime, None, 30);
    assert!(without.filed > 0 && without.ended_all(Lasting::Appeal) == 0);
    let mut safeguards = Safeguards::default().with(Safeguard::AnswerInTime);
    safeguards.answer_weeks = 3;
    let mut world = guarded(&plan, &regime, Mechanisms::ALL, &safeguards);
    let tally = run(&mut world, 30);
    let taken = tally.rejected + tally.lapsed;
    assert!(taken > 0 && tally.silent == 0);
    assert_eq!(
        tally.ended_weeks(Lasting::Appeal),
        3 * taken,
        "each at the last moment, since there is no capacity"
    );
    let oldest = world
        .chunks()
        .flat_map(|chunk| &chunk.tables)
        .flat_map(|table| table.appeals.iter())
        .map(|one| one.filed)
        .min();
    assert!(oldest.is_none_or(|filed| 29 - filed < 3));
}

#[test]
fn those_who_get_a_notice_know_and_file() {
    let (mut plan, parts) = slandered(0.01, 0.0);
    plan.remedies.filing.as_mut().expect("filing").knows = Chance::ZERO;
    let regime = regime(parts);
    assert_eq!(with(&plan, &regime, None, 20).1.filed, 0);
    let (world, tally) = with(&plan, &regime, Some(Safeguard::Notice), 20);
    assert!(tally.filed > 100);
    for chunk in world.chunks() {
        for (table, planes) in chunk.tables.iter().zip(&chunk.planes) {
            assert!(table.spells.all().iter().all(|spell| planes.aware.contains(spell.lane)));
        }
    }
}

#[test]
fn a_correction_that_misses_every_copy_is_undone_and_one_that_reaches_all_is_not() {
    let (mut plan, parts) = slandered(0.01, 0.0);
    plan.remedies.correction = Some(Correction { copies: 1, reaches: Chance::ZERO, exchange: Chance::ONE });
    let regime = regime(parts);
    let (world, undone) = with(&plan, &regime, None, 30);
    let waiting: usize =
        world.chunks().flat_map(|chunk| &chunk.tables).map(|table| table.remedies.stale.len()).sum();
    assert!(undone.upheld > 100);
    assert_eq!(undone.corrections_undone + waiting as u64, undone.upheld, "each comes back a week later");
    assert!(
        undone.points_lost.iter().map(|lost| lost[demerit_society::Origin::WrongJoin.index()]).sum::<u64>()
            > 0
    );
    let (_, reached) = with(&plan, &regime, Some(Safeguard::CorrectionsReachAll), 30);
    assert!(reached.upheld > 100 && reached.corrections_undone == 0);
    let apart = Mechanisms::ALL.with(Mechanism::JoinedFiles, false);
    assert_eq!(run(&mut guarded(&plan, &regime, apart, &Safeguards::default()), 30), reached);
}

#[test]
fn a_gate_within_its_purpose_refuses_for_its_own_domain_alone() {
    let (mut plan, parts) = slandered(0.0, 0.05);
    demerit_fixtures::worlds::does(
        &mut plan,
        demerit_society::Deed::Ask(Request::AirTrip),
        demerit_fixtures::census::by_all(0.2),
    );
    demerit_fixtures::worlds::does(
        &mut plan,
        demerit_society::Deed::Ask(Request::Loan),
        demerit_fixtures::census::by_all(0.2),
    );
    let gates = vec![gate(Request::AirTrip, 0b1, false, 0), gate(Request::Loan, 0b1, false, 0)];
    let regime = regime(Parts { gates, ..parts });
    let refused = |tally: &Tally, request: Request| tally.refused[request.index()].iter().sum::<u64>();
    let (_, without) = with(&plan, &regime, None, 10);
    let (_, limited) = with(&plan, &regime, Some(Safeguard::PurposeLimits), 10);
    assert!(refused(&without, Request::AirTrip) > 100);
    assert_eq!(refused(&limited, Request::AirTrip), 0, "a late bill says nothing about flying");
    assert_eq!(refused(&limited, Request::Loan), refused(&without, Request::Loan));
    assert_eq!(
        limited.refused[Request::Loan.index()][Domain::Finance.index()],
        refused(&limited, Request::Loan)
    );
}

#[test]
fn without_spillover_nobody_loses_for_another() {
    let (plan, parts) = slandered(0.0, 0.01);
    let mut spilling = rule(Matter::LateBill, -20);
    spilling.spills = true;
    let regime = regime(Parts { rules: vec![spilling], spillover: spillover(&Tie::ALL, 0.5), ..parts });
    let lost = |tally: &Tally| demerit_fixtures::worlds::lost_by(tally, demerit_society::Origin::Tie);
    assert!(lost(&with(&plan, &regime, None, 10).1) > 0);
    assert_eq!(lost(&with(&plan, &regime, Some(Safeguard::NoSpillover), 10).1), 0);
}

#[test]
fn a_safeguard_with_nothing_to_do_changes_nothing() {
    let mut plan = rich_society();
    plan.watching.remove(0);
    let (digest, tally) = {
        let (world, tally) = with(&plan, &null(), None, 12);
        (world.digest(), tally)
    };
    for safeguard in Safeguard::ALL {
        let (world, guarded) = with(&plan, &null(), Some(safeguard), 12);
        assert_eq!((world.digest(), guarded == tally), (digest.clone(), true), "{safeguard}");
    }
    // A regime with everything but what the safeguard is about.
    let bare = |safeguard: Safeguard| match safeguard {
        Safeguard::AnswerInTime | Safeguard::CorrectionsReachAll => Parts { appeals: None, ..rich_parts() },
        Safeguard::NoSpillover => Parts { spillover: None, ..rich_parts() },
        Safeguard::PurposeLimits => Parts { gates: Vec::new(), ..rich_parts() },
        Safeguard::HumanReview | Safeguard::Notice => {
            Parts { tiers: tiers(&[0, 500], 0), list: None, ..rich_parts() }
        }
        Safeguard::Expiry => {
            Parts { removal: rich_parts().removal, reads: Channel::ALL.to_vec(), ..Parts::default() }
        }
        Safeguard::MatchThreshold => Parts {
            reads: Channel::ALL.into_iter().filter(|&one| one != Channel::Camera).collect(),
            ..rich_parts()
        },
    };
    for safeguard in Safeguard::ALL {
        let regime = regime(bare(safeguard));
        let [(one, plain), (other, guarded)] =
            [None, Some(safeguard)].map(|one| with(&plan, &regime, one, 12));
        assert!(plain == guarded && one.digest() == other.digest(), "{safeguard}");
        assert!(regime.can_have(safeguard).is_err(), "{safeguard}");
    }
}

#[test]
fn safeguards_that_are_switched_off_do_nothing() {
    let all = Safeguard::ALL.into_iter().fold(Safeguards::default(), Safeguards::with);
    let (plan, regime) = (rich_society(), regime(rich_parts()));
    let off = Mechanisms::ALL.with(Mechanism::Safeguards, false);
    let mut worlds =
        [guarded(&plan, &regime, off, &all), guarded(&plan, &regime, off, &Safeguards::default())];
    let tallies = worlds.each_mut().map(|world| run(world, 12));
    assert!(tallies[0] == tallies[1] && worlds[0].digest() == worlds[1].digest());
}

#[test]
fn what_is_switched_off_is_quiet() {
    let (plan, regime) = (rich_society(), regime(rich_parts()));
    let ticks = 16;
    let tally = |off: Option<Mechanism>| {
        let mechanisms = off.into_iter().fold(Mechanisms::ALL, |all, one| all.with(one, false));
        run(&mut guarded(&plan, &regime, mechanisms, &Safeguards::default()), ticks)
    };
    let whole = tally(None);
    assert!(
        whole.filed > 0 && whole.refused_listed > 0 && whole.unreviewed > 0 && whole.consequence_weeks > 0
    );
    assert_eq!(tally(Some(Mechanism::Appeals)).filed, 0);
    assert_eq!(tally(Some(Mechanism::Booking)).refused_listed, 0);
    assert_eq!(tally(Some(Mechanism::JoinedFiles)).corrections_undone, 0);
    let none = tally(Some(Mechanism::Sanctions));
    assert_eq!((none.unreviewed, none.sanctions_begun > 0), (0, true), "the list alone sanctions");
    let mean = |tally: &Tally| tally.consequence_weeks as f64 / tally.sanctions_begun as f64;
    assert!(mean(&tally(Some(Mechanism::LiveScore))) > mean(&whole), "a score that is not live comes later");
}
