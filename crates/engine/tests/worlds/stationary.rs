//! Stationary laws: the share on a list, and a walk between two walls.
//!
//! Persons are independent here (nobody dies, nothing passes from one to another), so that a share p of n
//! persons has the standard error √(p(1−p)/n). All tolerances are four of them.

use crate::forms::{SEED, seeded};
use demerit_engine::{Change, Schedule, World};
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{
    all_do, null, of, provenance, regime, rule, run, scale, tiers, watch, world_under,
};
use demerit_kernel::{Points, Tick};
use demerit_regime::{Channel, CourtList, Forgetting, Matter, Parts, Rule};
use demerit_society::Flags;

const PERSONS: u32 = 20_000;

#[track_caller]
fn close(what: &str, share: f64, expected: f64) {
    let error = f64::sqrt(expected * (1.0 - expected) / f64::from(PERSONS));
    assert!((share - expected).abs() <= 4.0 * error, "{what}: {share} for {expected} ± {error}");
}

/// The share of persons with a flag.
pub(crate) fn share(world: &World, flag: u16) -> f64 {
    let listed: usize =
        world.chunks().map(|chunk| chunk.all_flags().filter(|flags| flags.has(flag)).count()).sum();
    listed as f64 / f64::from(world.society.persons)
}

/// A world in which everybody may be listed, for a term or until a repair.
pub(crate) fn listing(
    persons: u32,
    seed: u64,
    enter: f64,
    term: Option<u32>,
    repair: f64,
    order: f64,
) -> World {
    let mut plan = quiet();
    all_do(&mut plan, Matter::UnpaidOrder, order);
    plan.watching = vec![watch(Channel::Court, &[Matter::UnpaidOrder], 1.0)];
    let list = CourtList {
        name: "list".into(),
        enter: of(enter),
        term,
        repair: of(repair),
        provenance: provenance(),
    };
    let parts = Parts { list: Some(list), reads: vec![Channel::Court], ..Parts::default() };
    seeded(&plan, persons, regime(parts), false, seed)
}

#[test]
fn the_share_listed_tends_to_entry_over_entry_and_repair() {
    let (order, enter, repair) = (0.005, 0.8, 0.006);
    let (lambda, mu) = (order * enter, repair);
    let mut world = listing(PERSONS, SEED, enter, None, repair, order);
    // The distance from the stationary share shrinks by (1 − λ)(1 − μ) a tick: to 1/100 of a standard error
    // after 800.
    let tally = run(&mut world, 800);
    // An entry may be repaired in its own tick, so that in whole ticks the share is λ(1−μ)/(λ+μ−λμ).
    close("in ticks", share(&world, Flags::LISTED), lambda * (1.0 - mu) / (lambda + mu - lambda * mu));
    close("in the limit of short ticks", share(&world, Flags::LISTED), lambda / (lambda + mu));
    // Everything on record is true, and the repair is the same luck for record and truth.
    assert_eq!(share(&world, Flags::LISTED), share(&world, Flags::DUE));
    let waiting = (share(&world, Flags::LISTED) * f64::from(PERSONS)).round() as u64;
    assert_eq!(tally.listed - tally.unlisted, waiting);
}

#[test]
fn with_a_term_alone_the_share_listed_is_that_of_an_order_within_the_term() {
    let (order, enter, term) = (0.01, 0.5, 40);
    let mut world = listing(PERSONS, SEED, enter, Some(term), 0.0, order);
    run(&mut world, 3 * term);
    // Listed is who had an order listed in the last `term` ticks, this one included: a new order starts the
    // term anew.
    let expected = 1.0 - f64::powi(1.0 - order * enter, term as i32);
    close("term", share(&world, Flags::LISTED), expected);
}

#[test]
fn a_listing_is_carried_into_a_new_regime_for_its_term_at_most() {
    let list = |term| {
        let list = CourtList {
            name: "list".into(),
            enter: of(1.0),
            term,
            repair: of(0.0),
            provenance: provenance(),
        };
        regime(Parts { list: Some(list), reads: vec![Channel::Court], ..Parts::default() })
    };
    let mut plan = quiet();
    all_do(&mut plan, Matter::UnpaidOrder, 0.5);
    plan.watching = vec![watch(Channel::Court, &[Matter::UnpaidOrder], 1.0)];
    let step = |from, regime| Change { from: Tick(from), cities: None, regime };
    // Everybody is listed for ever; at tick 40 a list with a term of 10 ticks takes over, at 60 a regime
    // without a list.
    let changes = vec![step(0, 0), step(40, 1), step(60, 2)];
    let regimes = vec![list(None), list(Some(10)), null()];
    let plan_of = Schedule::new("w", regimes, changes);
    let mut world = world_under(&plan, PERSONS, plan_of, 0);
    run(&mut world, 40);
    assert_eq!(share(&world, Flags::LISTED), 1.0);
    run(&mut world, 15);
    let still: Vec<u32> = world
        .chunks()
        .flat_map(|chunk| &chunk.tables)
        .flat_map(|one| one.listings.iter())
        .map(|listing| listing.until)
        .collect();
    assert!(
        !still.is_empty() && still.iter().all(|&until| until <= 55 + 10),
        "nobody is listed for ever any more"
    );
    run(&mut world, 6);
    assert_eq!(share(&world, Flags::LISTED), 0.0, "the new regime has no list");
    assert_eq!(share(&world, Flags::DUE), 0.0);
    assert!(world.chunks().all(|chunk| chunk.tables.iter().all(|one| one.listings.is_empty())));
}

#[test]
fn nobody_enters_or_nobody_leaves() {
    let mut none = listing(PERSONS, SEED, 0.0, None, 0.1, 0.1);
    run(&mut none, 50);
    assert_eq!(share(&none, Flags::LISTED), 0.0);
    let mut all = listing(PERSONS, SEED, 1.0, None, 0.0, 0.5);
    // Half of those left enter in each tick: nobody is left after 60, but with chance 20,000/2⁶⁰.
    run(&mut all, 60);
    assert_eq!(share(&all, Flags::LISTED), 1.0);
}

/// Shares of persons at each score from `floor` on.
pub(crate) fn scores(world: &World, floor: i16, ceiling: i16) -> Vec<f64> {
    let mut counts = vec![0u32; (ceiling - floor + 1) as usize];
    for score in world.chunks().flat_map(|chunk| &chunk.score) {
        counts[(score - floor) as usize] += 1;
    }
    counts.into_iter().map(|count| f64::from(count) / f64::from(world.society.persons)).collect()
}

/// A world of scores that go up and down between 0 and a ceiling.
fn walk(
    persons: u32,
    seed: u64,
    [lose, gain]: [f64; 2],
    rules: Vec<Rule>,
    ceiling: i16,
    ticks: u32,
) -> World {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, lose);
    all_do(&mut plan, Matter::CivicAct, gain);
    plan.watching = vec![watch(Channel::Office, &[Matter::LateBill, Matter::CivicAct], 1.0)];
    let parts =
        Parts { scale: scale(0, 0, ceiling), rules, reads: vec![Channel::Office], ..Parts::default() };
    let mut world = seeded(&plan, persons, regime(parts), false, seed);
    run(&mut world, ticks);
    world
}

/// A world of scores that are lost and gained one by one.
pub(crate) fn one_by_one(persons: u32, seed: u64, lose: f64, gain: f64, ceiling: i16, ticks: u32) -> World {
    let rules = vec![rule(Matter::LateBill, -1), rule(Matter::CivicAct, 1)];
    walk(persons, seed, [lose, gain], rules, ceiling, ticks)
}

/// The closed form of the shares at each score of such a world.
pub(crate) fn geometric(lose: f64, gain: f64, ceiling: i16) -> Vec<f64> {
    // In a tick points are first lost and then gained. Between the walls a step up has the chance
    // gain·(1−lose), a step down lose·(1−gain); their ratio r is that of neighbouring shares. At the floor
    // nothing is lost, so a step up has the chance gain alone: the share of the floor is (1 − lose) times
    // what the geometric law would give.
    let ratio = gain * (1.0 - lose) / (lose * (1.0 - gain));
    let mut weights: Vec<f64> = (0..=i32::from(ceiling)).map(|place| ratio.powi(place)).collect();
    weights[0] *= 1.0 - lose;
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}

#[test]
fn a_walk_between_two_walls_is_geometric() {
    for (lose, gain) in [(0.3, 0.3), (0.3, 0.2), (0.1, 0.25)] {
        let ceiling = 6;
        let world = one_by_one(PERSONS, SEED, lose, gain, ceiling, 600);
        let shares = geometric(lose, gain, ceiling);
        for (place, (got, expected)) in scores(&world, 0, ceiling).iter().zip(shares).enumerate() {
            close(&format!("lose {lose}, gain {gain}, score {place}"), *got, expected);
        }
        // All is seen and nobody errs: the record is what is deserved.
        assert!(world.chunks().all(|chunk| chunk.score.iter().copied().eq(chunk.all_deserved())));
    }
}

#[test]
fn a_walk_by_an_officers_whim_is_even_between_the_walls() {
    // One rule with a band from −1 to 1: up and down are equally likely and never in the same tick, so every
    // score is.
    let whim = Rule { low: Points(-1), high: Points(1), ..rule(Matter::LateBill, 0) };
    let world = walk(PERSONS, SEED, [0.9, 0.0], vec![whim], 4, 400);
    for (place, got) in scores(&world, 0, 4).iter().enumerate() {
        close(&format!("score {place}"), *got, 0.2);
    }
}

#[test]
fn without_rules_nobody_walks() {
    let world = walk(PERSONS, SEED, [0.3, 0.3], Vec::new(), 6, 20);
    assert_eq!(scores(&world, 0, 6)[0], 1.0);
}

#[test]
fn forgetting_brings_the_mean_back_by_its_share() {
    // Everybody loses 64 points in the first tick with certainty, and nothing is done later than a cap
    // allows.
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 1.0 - 1e-12);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    let cap = Some(demerit_regime::Cap { times: 1, window: 10_000 });
    let parts = Parts {
        scale: scale(0, 600, 800),
        rules: vec![Rule { cap, ..rule(Matter::LateBill, -64) }],
        forgetting: Some(Forgetting { every: 4, share: of(0.5) }),
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    let mut world = seeded(&plan, 1000, regime(parts), false, SEED);
    for ticks in 1..=40 {
        run(&mut world, 1);
        // The steps until now: of every four persons, one after the other has the first after 1, 2, 3 and 4
        // ticks.
        let left = |person: u32| 64i16.checked_shr((ticks - 1 + person % 4) / 4).unwrap_or(0);
        let scores = world.chunks().flat_map(|chunk| &chunk.score);
        assert!(scores.zip(0u32..).all(|(&score, person)| score == 600 - left(person)), "{ticks}");
    }
}

#[test]
fn the_share_under_a_sanction_is_no_saw() {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.1);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    let every = 13;
    let parts = Parts {
        scale: scale(0, 600, 800),
        rules: vec![rule(Matter::LateBill, -20)],
        tiers: tiers(&[0, 560], 560),
        forgetting: Some(Forgetting { every, share: of(0.5) }),
        review_every: 1,
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    let mut world = seeded(&plan, PERSONS, regime(parts), false, SEED);
    run(&mut world, 10 * every);
    let shares: Vec<f64> = (0..2 * every)
        .map(|_| {
            run(&mut world, 1);
            share(&world, Flags::SANCTIONED)
        })
        .collect();
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    assert!((0.2..0.8).contains(&mean), "some are under a sanction and some are not: {mean}");
    shares.iter().for_each(|share| close("in each tick", *share, mean));
}
