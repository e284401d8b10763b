//! What an institution does beyond rules and tiers: points by the score that come back, consent, checks, a
//! company's score, long books.

use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{all_do, gate, of, provenance, regime, rule, run, scale, tiers, watch, world};
use demerit_kernel::{Chance, Points};
use demerit_regime::{
    Anchors, Cap, Channel, Checks, Consent, Feed, Indicator, Matter, Mechanism, Mechanisms, Parts, Regime,
    Request, Rule, Safeguards,
};
use demerit_society::society::SocietyPlan;
use demerit_society::watching::Watch;
use std::sync::Arc;

const PERSONS: u32 = 1500;
/// So near to 1 that it is 1 in a draw of 32 bits.
const SURELY: f64 = 1.0 - 1e-12;

/// Everybody does this in every tick, and the bank sees it.
fn always(matters: &[Matter]) -> SocietyPlan {
    let mut plan = quiet();
    for &matter in matters {
        all_do(&mut plan, matter, SURELY);
    }
    plan.watching = vec![watch(Channel::Finance, matters, 1.0)];
    plan
}

fn scores(world: &demerit_engine::World) -> Vec<(i16, i16)> {
    let of = |chunk: &demerit_society::Chunk| {
        chunk.score.iter().copied().zip(chunk.all_deserved()).collect::<Vec<_>>()
    };
    world.chunks().flat_map(of).collect()
}

/// The published shocks of paying late by a month at 680 and 780, and how long they take to come back; it
/// counts once.
fn shock(start: i16) -> Regime {
    let anchors = |low, high| Anchors::new(vec![(Points(680), low), (Points(780), high)]).ok();
    let once = Rule {
        low: Points(-100),
        points_at: anchors(-70, -100),
        recovers: anchors(39, 156),
        cap: Some(Cap { times: 1, window: 100_000 }),
        ..rule(Matter::LateLoan, -70)
    };
    regime(Parts {
        scale: scale(300, start, 850),
        rules: vec![once],
        reads: vec![Channel::Finance],
        ..Parts::default()
    })
}

#[test]
fn a_shock_and_its_recovery_are_exact() {
    for (start, after, weeks) in [(680, 610, 39), (780, 680, 156), (600, 530, 39)] {
        let mut world = world(&always(&[Matter::LateLoan]), PERSONS, shock(start), false);
        run(&mut world, 1);
        assert!(scores(&world).iter().all(|one| *one == (after, after)), "the shock at {start}");
        run(&mut world, weeks - 1);
        assert!(scores(&world).iter().all(|one| one.0 < start && one.0 == one.1), "not yet at {start}");
        run(&mut world, 1);
        assert!(
            scores(&world).iter().all(|one| *one == (start, start)),
            "back at {start} after {weeks} weeks"
        );
        run(&mut world, 5);
        assert!(scores(&world).iter().all(|one| *one == (start, start)));
    }
}

#[test]
fn those_not_enrolled_have_no_score_and_meet_no_gate_that_asks_for_one() {
    let mut plan = always(&[Matter::LateBill]);
    plan.conduct[demerit_society::Deed::Ask(Request::Loan).index()] =
        demerit_fixtures::census::by_all(SURELY);
    let parts = |consent: Option<Chance>| Parts {
        scale: scale(0, 100, 200),
        rules: vec![rule(Matter::LateBill, -60)],
        tiers: tiers(&[0, 80], 0),
        gates: vec![gate(Request::Loan, 0b1, false, 0)],
        reads: vec![Channel::Finance],
        consent: consent.map(|share| Consent { share, provenance: provenance() }),
        ..Parts::default()
    };
    let under = |consent| {
        let mut world = world(&plan, PERSONS, regime(parts(consent)), false);
        let tally = run(&mut world, 1);
        let moved = scores(&world).iter().filter(|one| one.0 != 100).count() as u64;
        assert!(scores(&world).iter().all(|one| one.0 == one.1 && (one.0 == 100 || one.0 == 40)));
        assert_eq!(tally.refused[Request::Loan.index()].iter().sum::<u64>(), moved);
        moved
    };
    let some = under(Some(of(0.3)));
    // Four standard errors are 71.
    assert!((379..=521).contains(&some), "{some} of {PERSONS}");
    assert_eq!((under(Some(Chance::ZERO)), under(Some(Chance::ONE)), under(None)), (0, 1500, 1500));
}

fn checking(finds: f64, finds_nothing: f64, low_income: f64, only: Option<Indicator>) -> Regime {
    let mut weights = [0.0; Indicator::COUNT];
    weights[Indicator::LowIncome.index()] = low_income;
    let checks = Checks {
        base: of(0.004),
        weights,
        finds: of(finds),
        finds_nothing: of(finds_nothing),
        only,
        provenance: provenance(),
    };
    regime(Parts {
        scale: scale(-30_000, 0, 0),
        rules: vec![rule(Matter::UndeclaredIncome, -1)],
        checks: Some(checks),
        ..Parts::default()
    })
}

#[test]
fn checks_find_what_is_there_and_what_is_not() {
    let honest = quiet();
    let found = |plan: &SocietyPlan, regime: Regime| run(&mut world(plan, PERSONS, regime, false), 40);
    let averaging = found(&honest, checking(1.0, 1.0, 0.0, None));
    assert!(averaging.checks > 100 && averaging.checks_wrong == averaging.checks);
    assert_eq!(found(&honest, checking(1.0, 0.0, 0.0, None)).checks_wrong, 0);
    let nobody_is_uneven = found(&honest, checking(1.0, 1.0, 0.0, Some(Indicator::UnevenIncome)));
    assert_eq!(nobody_is_uneven.checks_wrong, 0);
    assert_eq!(nobody_is_uneven.checks, averaging.checks, "the same persons are checked");
    let dishonest = found(&always(&[Matter::UndeclaredIncome]), checking(1.0, 1.0, 0.0, None));
    assert_eq!((dishonest.checks, dishonest.checks_wrong), (averaging.checks, 0));
    let poor = found(&honest, checking(1.0, 1.0, 4.0, None));
    // A fifth is checked at five times the rate, the ceiling: 1.8 times as many; the bounds are four standard
    // errors.
    let ratio = poor.checks as f64 / averaging.checks as f64;
    assert!((1.4..2.2).contains(&ratio), "{ratio}");
}

#[test]
fn no_checks_no_findings() {
    let tally = run(&mut world(&quiet(), PERSONS, regime(Parts::default()), false), 10);
    assert_eq!((tally.checks, tally.checks_wrong), (0, 0));
}

fn fed() -> Regime {
    let company = regime(Parts {
        scale: scale(350, 600, 950),
        rules: vec![rule(Matter::LateBill, -10)],
        reads: vec![Channel::Finance],
        ..Parts::default()
    });
    let bands = vec![(Points(350), Points(-7)), (Points(550), Points(0))];
    regime(Parts {
        scale: scale(0, 100, 200),
        feed: Some(Feed { company: Arc::new(company), bands, every: 13, provenance: provenance() }),
        ..Parts::default()
    })
}

#[test]
fn a_company_s_score_feeds_the_public_one_by_bands() {
    let plan = always(&[Matter::LateBill]);
    let mut world = world(&plan, PERSONS, fed(), false);
    let before = run(&mut world, 5);
    assert_eq!(before.fed, 0, "50 points lost are no low band");
    assert!(scores(&world).iter().all(|one| *one == (100, 100)));
    let mut fed = before.fed;
    for tick in 5..40 {
        fed += run(&mut world, 1).fed;
        // A person's turn comes every 13 ticks from tick 1 to 13 on; those before tick 5 brought nothing.
        let steps = |person: u32| {
            let first = 13 - person % 13;
            (first..=tick).step_by(13).filter(|&tick| tick >= 5).count() as i16
        };
        let due = (0..PERSONS).map(|person| 100 - 7 * steps(person));
        assert!(scores(&world).into_iter().eq(due.clone().map(|score| (score, score))), "{tick}");
        assert_eq!(fed, due.map(|score| (100 - score) as u64).sum());
    }
}

#[test]
fn what_the_company_gets_wrong_does_not_touch_the_deserved_score() {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.3);
    let wrong = Watch { wrong_join: of(1.0), ..watch(Channel::Finance, &[Matter::LateBill], 1.0) };
    plan.watching = vec![wrong];
    let mut world = world(&plan, PERSONS, fed(), false);
    let tally = run(&mut world, 40);
    assert!(tally.fed > 0);
    assert!(scores(&world).iter().all(|one| one.1 == 100), "every entry of the company is an error");
    assert!(scores(&world).iter().any(|one| one.0 < 100));
}

#[test]
fn without_its_switch_the_company_feeds_nothing() {
    let off = Mechanisms::ALL.with(Mechanism::CommercialScore, false);
    let regime = fed().switched(off, &Safeguards::default()).expect("a regime");
    assert!(regime.feed.is_none());
    let tally = run(&mut world(&always(&[Matter::LateBill]), PERSONS, regime, false), 30);
    assert_eq!(tally.fed, 0);
}

#[test]
fn without_its_switch_nothing_is_kept_of_where_points_went() {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.3);
    plan.watching = vec![Watch { wrong_join: of(1.0), ..watch(Channel::Finance, &[Matter::LateBill], 1.0) }];
    let book = || {
        let rules = vec![rule(Matter::LateBill, -1)];
        regime(Parts { scale: scale(-100, 0, 0), rules, reads: vec![Channel::Finance], ..Parts::default() })
    };
    let traces = |mechanisms: Mechanisms| {
        let draws = demerit_kernel::Draws::new(demerit_kernel::Seed(1));
        let society = demerit_society::Society::new(&plan, PERSONS, draws).expect("a society");
        let society = Arc::new(society.switched(mechanisms, &Safeguards::default()));
        let regimes = demerit_engine::Schedule::new("test", vec![book()], Vec::new());
        let cohort = Arc::new(demerit_society::state::events::Cohort::new(0, PERSONS, &draws));
        let mut world = demerit_engine::World::new(society, regimes, cohort);
        run(&mut world, 5);
        let losses = world.chunks().flat_map(|chunk| &chunk.tables).map(|one| {
            (0..1024)
                .map(|lane| demerit_society::state::attribution::lost_to_errors(&one.losses.of(lane)))
                .sum::<i16>()
        });
        (losses.sum::<i16>(), scores(&world))
    };
    let (kept, not) = (traces(Mechanisms::ALL), traces(Mechanisms::ALL.with(Mechanism::Attribution, false)));
    assert!(kept.0 > 0 && not.0 == 0);
    assert_eq!(kept.1, not.1, "the scores are the same");
}

/// The published numbers of rules of the national model city: 124 that reward and 265 that punish.
#[test]
fn a_book_of_389_rules_runs_and_every_rule_counts() {
    let matters =
        [Matter::LateBill, Matter::CivicAct, Matter::LateLoan, Matter::TrafficOffence, Matter::Truancy];
    let rules: Vec<Rule> = (0..389usize)
        .map(|number| {
            let points = if number < 124 { 1 + (number % 3) as i16 } else { -1 - (number % 2) as i16 };
            Rule { name: format!("rule {number}"), ..rule(matters[number % matters.len()], points) }
        })
        .collect();
    let done = &matters[..2];
    let each: i16 = rules.iter().filter(|rule| done.contains(&rule.matter)).map(|rule| rule.low.0).sum();
    let (rewarding, punishing): (Vec<&Rule>, Vec<&Rule>) = rules.iter().partition(|rule| rule.low.0 > 0);
    assert_eq!((rewarding.len(), punishing.len()), (124, 265));
    let book = regime(Parts {
        scale: scale(-30_000, 0, 30_000),
        rules,
        reads: vec![Channel::Finance],
        ..Parts::default()
    });
    let mut world = world(&always(done), PERSONS, book, false);
    run(&mut world, 20);
    assert!(scores(&world).iter().all(|one| *one == (20 * each, 20 * each)));
}
