//! Messages: what is sent in one tick is taken in at the next, all of it and nothing else.
//!
//! No tolerance: counts must agree tick by tick.

use demerit_engine::{Change, Schedule, step};
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{
    all_do, entries_by, events, null, of, regime, rule, run, scale, tiers, watch, world, world_under,
};
use demerit_kernel::Tick;
use demerit_regime::{Cap, Channel, Matter, Parts, Regime, Rule, Tie};
use demerit_society::population::ties::Scope;
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::EventKind;
use demerit_society::watching::Watch;
use demerit_society::{Origin, Tally};

const PERSONS: u32 = 6_000;

/// A society in which bills are paid late, and one channel that often takes one person for another.
fn confused() -> (SocietyPlan, Regime) {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.05);
    plan.watching = vec![Watch {
        miss: of(0.1),
        wrong_person: of(0.3),
        wrong_join: of(0.2),
        ..watch(Channel::Finance, &[Matter::LateBill], 0.9)
    }];
    let rules = vec![rule(Matter::LateBill, -1)];
    let parts =
        Parts { scale: scale(-30_000, 0, 0), rules, reads: vec![Channel::Finance], ..Parts::default() };
    (plan, regime(parts))
}

fn wrong(tally: &Tally) -> u64 {
    entries_by(tally, Origin::WrongPerson) + entries_by(tally, Origin::WrongJoin)
}

#[test]
fn wrong_ascriptions_are_conserved_from_tick_to_tick() {
    let (plan, regime) = confused();
    let mut world = world(&plan, PERSONS, regime, false);
    let mut owed = 0;
    for tick in 0..40 {
        step(&mut world);
        let tally = world.take_tally();
        assert_eq!(wrong(&tally), owed, "what was ascribed wrongly before arrives at tick {tick}");
        let right = entries_by(&tally, Origin::OwnDeed);
        let seen = tally.seen[Matter::LateBill.index()];
        assert!(right > 0 && right < seen && seen < tally.deeds[Matter::LateBill.index()]);
        owed = seen - right;
    }
    assert!(owed > 0);
}

#[test]
fn a_point_is_lost_for_each_entry_and_none_besides() {
    let (plan, regime) = confused();
    let mut world = world(&plan, PERSONS, regime, false);
    let (mut entries, mut deeds) = (0, 0);
    for _ in 0..40 {
        step(&mut world);
        let tally = world.take_tally();
        entries += wrong(&tally) + entries_by(&tally, Origin::OwnDeed);
        deeds += tally.deeds[Matter::LateBill.index()];
    }
    let lost = |sum: i64, points: i16| sum - i64::from(points);
    let scores = world.chunks().flat_map(|chunk| chunk.score.iter().copied());
    assert_eq!(scores.fold(0, lost) as u64, entries);
    assert_eq!(world.chunks().flat_map(|chunk| chunk.all_deserved()).fold(0, lost) as u64, deeds);
}

#[test]
fn the_one_who_is_taken_for_another_lives_in_the_same_city() {
    let (plan, regime) = confused();
    let mut world = world(&plan, PERSONS, regime, true);
    let society = world.society.clone();
    for _ in 0..20 {
        step(&mut world);
    }
    let city = |person: u32| society.cities.index_of_block(person / demerit_kernel::LANES);
    let (mut right, mut wrong) = (0, 0);
    for event in events(&mut world) {
        match (event.kind, event.other) {
            (EventKind::Entered { origin: Origin::OwnDeed, .. }, None) => right += 1,
            (EventKind::Entered { origin: Origin::WrongPerson | Origin::WrongJoin, .. }, Some(other)) => {
                assert!(other != event.person && city(other) == city(event.person));
                wrong += 1;
            }
            (EventKind::Entered { .. }, _) => panic!("an entry by nobody: {event:?}"),
            _ => {}
        }
    }
    assert!(right > 0 && wrong > 0);
}

#[test]
fn every_entry_is_told_whether_or_not_it_gives_points() {
    let (plan, _) = confused();
    let cap = Some(Cap { times: 1, window: 52 });
    for rules in [vec![rule(Matter::LateBill, -1)], vec![Rule { cap, ..rule(Matter::LateBill, -1) }]] {
        let capped = rules[0].cap.is_some();
        let parts =
            Parts { scale: scale(-9999, 0, 0), rules, reads: vec![Channel::Finance], ..Parts::default() };
        let mut world = world(&plan, PERSONS, regime(parts), true);
        let tally = run(&mut world, 52);
        let entries: u64 = tally.entries.as_flattened().iter().sum();
        let (mut with_points, mut without) = (0, 0);
        for event in events(&mut world) {
            match event.kind {
                EventKind::Entered { rule: Some(0), .. } => with_points += 1,
                EventKind::Entered { rule: None, .. } => without += 1,
                _ => {}
            }
        }
        assert_eq!(with_points + without, entries);
        assert_eq!(without > 0, capped);
        if capped {
            assert!(world.chunks().all(|chunk| chunk.score.iter().all(|&score| score >= -1)));
        }
    }
}

/// Everybody under a sanction in one tick frightens each tie once.
#[test]
fn fright_reaches_every_tie_in_the_next_tick() {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.01);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    plan.layers = vec![
        demerit_fixtures::census::layer(Tie::Friend, Scope::City, 3, 1, 1.0),
        demerit_fixtures::census::layer(Tie::Acquaintance, Scope::City, 20, 1, 1.0),
    ];
    plan.response.own = 100;
    plan.response.tie = 1;
    let parts = Parts {
        scale: scale(0, 10, 10),
        rules: vec![rule(Matter::LateBill, -10)],
        tiers: tiers(&[0, 10], 10),
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    let mut world = world(&plan, PERSONS, regime(parts), true);
    step(&mut world);
    let society = world.society.clone();
    let mut expected = vec![0u32; PERSONS as usize];
    for event in events(&mut world).iter().filter(|event| matches!(event.kind, EventKind::Tier(0))) {
        expected[event.person as usize] += 100;
        let (block, lane) = (event.person / 1024, event.person % 1024);
        let place = society.pattern(block)[lane as usize];
        let household = block * 1024 + u32::from(place.start);
        for other in
            (household..household + u32::from(place.size)).filter(|&one| one != event.person && one < PERSONS)
        {
            expected[other as usize] += 1;
        }
        society
            .ties
            .each(society.city(block), event.person, Tie::Friend, |other| expected[other as usize] += 1);
    }
    assert!(expected.iter().any(|&fear| fear > 0));
    // The second tick brings the frights and the fear of those sanctioned then.
    step(&mut world);
    for event in events(&mut world).iter().filter(|event| matches!(event.kind, EventKind::Tier(0))) {
        expected[event.person as usize] += 100;
    }
    let fear: Vec<u32> =
        world.chunks().flat_map(|chunk| (0..chunk.persons()).map(|at| u32::from(chunk.fear(at)))).collect();
    assert_eq!(fear, expected);
}

#[test]
fn points_do_not_spill_out_of_a_regime_that_has_ended() {
    let (mut plan, _) = confused();
    plan.layers = vec![demerit_fixtures::census::layer(Tie::Friend, Scope::City, 4, 1, 1.0)];
    plan.watching[0].wrong_person = of(0.0);
    plan.watching[0].wrong_join = of(0.0);
    let spilling = |floor| {
        let rules = vec![Rule { spills: true, ..rule(Matter::LateBill, -10) }];
        regime(Parts {
            scale: scale(floor, 0, 0),
            rules,
            spillover: demerit_fixtures::worlds::spillover(&[Tie::Friend], 1.0),
            reads: vec![Channel::Finance],
            ..Parts::default()
        })
    };
    let regimes = Schedule::new(
        "test",
        vec![spilling(-30_000), null(), spilling(-20_000)],
        vec![
            Change { from: Tick(5), cities: None, regime: 1 },
            Change { from: Tick(8), cities: None, regime: 2 },
        ],
    );
    let mut world = world_under(&plan, PERSONS, regimes, 0);
    for tick in 0..12 {
        step(&mut world);
        let tally = world.take_tally();
        let lost = demerit_fixtures::worlds::lost_by(&tally, Origin::Tie);
        // Nothing has been passed on yet at the first tick of a regime, and nothing is taken by one that has
        // ended.
        assert_eq!(lost > 0, !matches!(tick, 0 | 5..=8), "tick {tick}");
        if (5..8).contains(&tick) {
            assert!(world.chunks().all(|chunk| chunk.score.iter().all(|&score| score == 0)));
        }
    }
}
