//! The appeals queue: Little's law, a closed form of the waiting stock, and offices that never answer.

use crate::forms::{SEED, seeded};
use demerit_engine::{Change, Schedule, World, step};
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{
    events, null, of, provenance, regime, rule, run, scale, tiers, watch, world, world_under,
};
use demerit_kernel::{Chance, LANES, Tick};
use demerit_regime::{Appeals, Burden, Channel, CourtList, Matter, Parts, Regime};
use demerit_society::remedies::filing::Filing;
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::EventKind;
use demerit_society::watching::Watch;
use demerit_society::{Flags, Tally};

const BLOCKS: u32 = 10;
const PERSONS: u32 = BLOCKS * LANES;

fn office(capacity_milli: u32) -> Appeals {
    Appeals {
        capacity_milli,
        silence: Chance::ZERO,
        within: None,
        burden: Burden::Office,
        proves: Chance::ONE,
        upheld_wrong: Chance::ZERO,
        upheld_right: Chance::ZERO,
        provenance: provenance(),
    }
}

/// A society in which everybody is under a sanction from the start, by the record and by truth, and files at
/// a chance per tick.
fn petitioners(files: f64) -> SocietyPlan {
    let mut plan = quiet();
    plan.remedies.filing = Some(Filing::by_all(Chance::ZERO, of(files)));
    plan
}

fn sanctioning(appeals: Option<Appeals>) -> Regime {
    regime(Parts { scale: scale(0, 0, 10), tiers: tiers(&[0, 5], 5), appeals, ..Parts::default() })
}

/// Appeals that wait, now.
fn stock(world: &World) -> u64 {
    world.chunks().flat_map(|chunk| &chunk.tables).map(|table| table.appeals.len() as u64).sum()
}

/// Appeals taken up.
pub(crate) fn taken_up(tally: &Tally) -> u64 {
    tally.upheld + tally.rejected + tally.silent
}

#[test]
fn an_appeal_whose_sanction_is_over_lapses() {
    // Clerks list about 51 persons a tick for three ticks each, all of them file, and ten appeals are taken
    // up: the queue grows, and before long every listing is over when its appeal is taken up.
    let list = CourtList {
        name: "l".into(),
        enter: Chance::ONE,
        term: Some(3),
        repair: Chance::ZERO,
        provenance: provenance(),
    };
    let appeals = Appeals { upheld_wrong: Chance::ONE, ..office(9_766) };
    let parts =
        Parts { list: Some(list), reads: vec![Channel::Court], appeals: Some(appeals), ..Parts::default() };
    let mut plan = petitioners(0.0);
    plan.remedies.filing = Some(Filing::by_all(Chance::ONE, Chance::ZERO));
    plan.watching = vec![Watch { clerk: of(0.05), ..watch(Channel::Court, &[Matter::UnpaidOrder], 1.0) }];
    let mut world = world(&plan, LANES, regime(parts), false);
    run(&mut world, 50);
    let before = stock(&world);
    let tally = run(&mut world, 20);
    let taken = taken_up(&tally) + tally.lapsed;
    assert_eq!(tally.filed + before, taken + stock(&world), "nothing gets lost");
    // Who was listed anew by the time their appeal is taken up is heard all the same: a chance of at most 1 −
    // 0.95³.
    assert!(tally.lapsed > 120 && tally.lapsed < taken, "{} of {taken}", tally.lapsed);
    assert_eq!(tally.upheld, tally.taken_wrong, "all that are heard are wronged, and upheld");
    assert_eq!(tally.upheld_wrong, tally.taken_wrong);
}

#[test]
fn the_wronged_come_out_with_the_deserved_score_at_least() {
    let parts = Parts {
        scale: scale(0, 6, 10),
        tiers: tiers(&[0, 5], 5),
        rules: vec![rule(Matter::LateBill, -6)],
        reads: vec![Channel::Finance],
        appeals: Some(Appeals { upheld_wrong: Chance::ONE, ..office(2_000_000) }),
        ..Parts::default()
    };
    let mut plan = petitioners(0.0);
    plan.remedies.filing = Some(Filing::by_all(Chance::ONE, Chance::ZERO));
    plan.watching = vec![Watch { clerk: Chance::ONE, ..watch(Channel::Finance, &[Matter::LateBill], 1.0) }];
    let mut heard = world(&plan, LANES, regime(parts), false);
    let tally = run(&mut heard, 1);
    assert_eq!((tally.filed, tally.upheld, tally.taken_wrong, tally.lapsed), (1024, 1024, 1024, 0));
    assert!(heard.chunks().all(|chunk| chunk.score.iter().copied().eq(chunk.all_deserved())));
}

/// A world with `load` appeals a tick for each neighbourhood, after `ticks` ticks; what was counted; and the
/// sum over ticks of what waited.
pub(crate) fn queued(load: f64, blocks: u32, ticks: u32, seed: u64) -> (World, Tally, u64) {
    // One appeal taken up a tick for each neighbourhood: 1000/1024 for each 1,000 persons, to the next
    // thousandth above.
    let regime = sanctioning(Some(office(977)));
    let mut world = seeded(&petitioners(load / 1024.0), blocks * LANES, regime, false, seed);
    let mut stocks = 0;
    for _ in 0..ticks {
        step(&mut world);
        stocks += stock(&world);
    }
    let tally = world.take_tally();
    assert_eq!(tally.filed, taken_up(&tally) + stock(&world), "nothing gets lost");
    (world, tally, stocks)
}

/// The mean stock of an office that takes up one appeal a tick. With arrivals A of mean a, Q' = max(Q + A −
/// 1, 0) has the mean E[A(A−1)]/(2(1−a)), for arrivals from 1,024 persons (1 − 1/1024)·a²/(2(1−a)).
pub(crate) fn mean_stock(load: f64) -> f64 {
    (1.0 - 1.0 / f64::from(LANES)) * load * load / (2.0 * (1.0 - load))
}

#[test]
fn littles_law_and_the_mean_stock() {
    let (load, ticks) = (0.5, 2000);
    let (world, tally, stocks) = queued(load, BLOCKS, ticks, SEED);
    // Exactly: each appeal is in the stock at the end of as many ticks as it waited. Those that still wait
    // have been counted too.
    let still: u64 = world
        .chunks()
        .flat_map(|chunk| chunk.tables.iter().flat_map(|one| one.appeals.iter()))
        .map(|appeal| u64::from(ticks - appeal.filed))
        .sum();
    assert_eq!(stocks, tally.waited + still);
    // Little: mean stock = arrivals × mean wait. The edge is what still waits, each for some ticks of the
    // 2,000: below 1 %.
    let stocks = stocks as f64 / f64::from(ticks);
    let arrivals = tally.filed as f64 / f64::from(ticks);
    let wait = tally.waited as f64 / taken_up(&tally) as f64;
    assert!((stocks / (arrivals * wait) - 1.0).abs() < 0.01, "{stocks} for {arrivals} × {wait}");
    // 0.25 for each neighbourhood. A stock has a standard deviation of about 0.6 and is correlated over some
    // 2/(1−a)² = 8 ticks, so the standard error over 10 neighbourhoods is 0.6·√(2·8/20,000) = 0.017.
    let expected = f64::from(BLOCKS) * mean_stock(load);
    assert!((stocks / expected - 1.0).abs() < 4.0 * 0.017 / 0.25, "{stocks} for {expected}");
}

#[test]
fn an_office_without_capacity_never_answers() {
    let mut world = world(&petitioners(0.01), PERSONS, sanctioning(Some(office(0))), false);
    let tally = run(&mut world, 100);
    assert!(tally.filed > 0);
    assert_eq!((taken_up(&tally), tally.waited, stock(&world)), (0, 0, tally.filed));
    let appealing: usize = world
        .chunks()
        .map(|chunk| chunk.all_flags().filter(|flags| flags.has(Flags::APPEALING)).count())
        .sum();
    assert_eq!(appealing as u64, tally.filed, "one appeal a person at a time");
}

#[test]
fn without_an_office_nobody_files() {
    let tally = run(&mut world(&petitioners(1.0), PERSONS, sanctioning(None), false), 20);
    assert_eq!(tally.filed, 0);
}

#[test]
fn silence_leaves_its_share_without_an_answer() {
    let silent = Appeals { silence: of(0.3), upheld_right: of(0.25), ..office(1_000_000) };
    let mut world = world(&petitioners(0.05), PERSONS, sanctioning(Some(silent)), false);
    let tally = run(&mut world, 40);
    let taken = taken_up(&tally) as f64;
    assert_eq!(taken_up(&tally), tally.filed, "there is room for all");
    // Four standard errors of a share.
    for (count, share) in [(tally.silent, 0.3), (tally.upheld, 0.7 * 0.25), (tally.rejected, 0.7 * 0.75)] {
        assert!((count as f64 / taken - share).abs() < 4.0 * f64::sqrt(share * (1.0 - share) / taken));
    }
    assert_eq!((tally.filed_wrong, tally.upheld_wrong), (0, 0));
}

/// A society of clerks' errors and nothing else; each takes 20 points of 100, and below 90 is a sanction.
fn slandered() -> (SocietyPlan, Regime) {
    let mut plan = quiet();
    plan.remedies.filing = Some(Filing::by_all(of(0.2), Chance::ZERO));
    plan.watching = vec![Watch { clerk: of(0.01), ..watch(Channel::Finance, &[Matter::LateBill], 1.0) }];
    let parts = Parts {
        scale: scale(0, 100, 200),
        rules: vec![rule(Matter::LateBill, -20)],
        tiers: tiers(&[0, 90], 90),
        appeals: Some(Appeals { upheld_wrong: Chance::ONE, ..office(1_000_000) }),
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    (plan, regime(parts))
}

#[test]
fn an_appeal_upheld_gives_back_what_errors_took() {
    let (plan, regime) = slandered();
    let mut world = world(&plan, PERSONS, regime, true);
    let tally = run(&mut world, 60);
    assert_eq!((tally.filed, tally.filed), (tally.filed_wrong, taken_up(&tally)));
    assert_eq!((tally.upheld, tally.upheld), (tally.upheld_wrong, tally.filed));
    let mut upheld = 0;
    for event in events(&mut world).iter().filter(|event| event.kind == EventKind::Upheld) {
        assert_eq!((event.score, event.deserved), (100, 100));
        assert!(event.points > 0 && event.points % 20 == 0);
        upheld += 1;
    }
    assert_eq!(upheld, tally.upheld);
}

#[test]
fn a_new_regime_begins_with_an_empty_queue() {
    let plan = Schedule::new(
        "test",
        vec![sanctioning(Some(office(0))), null()],
        vec![Change { from: Tick(10), cities: Some(vec![0]), regime: 1 }],
    );
    let mut world = world_under(&petitioners(0.05), PERSONS, plan, 0);
    run(&mut world, 10);
    let before = stock(&world);
    run(&mut world, 1);
    let society = world.society.clone();
    let mut elsewhere = 0;
    for chunk in world.chunks() {
        for (place, table) in chunk.tables.iter().map(|one| &one.appeals).enumerate() {
            let first = society.cities.index_of_block(chunk.first_block.0 + place as u32) == 0;
            assert!(!first || table.is_empty());
            elsewhere += table.len() as u64;
        }
    }
    assert!(0 < elsewhere && before > 0);
}
