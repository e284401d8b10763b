//! Spells: Little's law, the exact identity of stock and weeks, and the delay from deed to consequence.

use demerit_engine::World;
use demerit_fixtures::census::{living, quiet};
use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{all_do, of, provenance, regime, rule, run, scale, tiers, watch, world};
use demerit_kernel::Chance;
use demerit_regime::{Channel, CourtList, Matter, Parts};
use demerit_society::{Flags, Lasting, Tally};

const PERSONS: u32 = 10_000;

fn running(world: &World) -> u64 {
    world.chunks().flat_map(|chunk| &chunk.tables).map(|table| table.spells.all().len() as u64).sum()
}

fn sanctioned(world: &World) -> u64 {
    let of = |flags: &Flags| flags.has(Flags::SANCTIONED);
    world.chunks().map(|chunk| chunk.all_flags().filter(of).count() as u64).sum()
}

fn weeks(tally: &Tally) -> u64 {
    tally.sanction_weeks.as_flattened().iter().sum()
}

#[test]
fn stock_is_rate_times_mean_spell() {
    // Orders at 0.01 a tick, each listed; a listing ends with chance 0.05 a tick, so that spells last 19
    // ticks after the one in which they began and the few repaired at once never were.
    let mut plan = quiet();
    all_do(&mut plan, Matter::UnpaidOrder, 0.01);
    plan.watching = vec![watch(Channel::Court, &[Matter::UnpaidOrder], 1.0)];
    let (enter, repair) = (Chance::ONE, of(0.05));
    let list = CourtList { name: "l".into(), enter, term: None, repair, provenance: provenance() };
    let parts = Parts { list: Some(list), reads: vec![Channel::Court], ..Parts::default() };
    let mut world = world(&plan, PERSONS, regime(parts), false);
    run(&mut world, 60);
    let ticks = 100;
    let tally = run(&mut world, ticks);
    let rate = tally.sanctions_begun as f64 / f64::from(ticks);
    let spell = tally.ended_weeks(Lasting::Sanction) as f64 / tally.ended_all(Lasting::Sanction) as f64;
    let stock = weeks(&tally) as f64 / f64::from(ticks);
    // A spell is geometric with mean 1/0.05 = 20; some 7,500 end, so the standard error is 0.23. Of the stock
    // some 15 % is turned over at the edges: the two sides agree to 3 %.
    assert!((spell - 20.0).abs() < 4.0 * 0.23, "{spell}");
    assert!((stock / (rate * spell) - 1.0).abs() < 0.03, "{stock} for {rate} × {spell}");
    assert_eq!((tally.ended_all(Lasting::Wrong), tally.unreviewed, tally.consequence_weeks), (0, 0, 0));
}

#[test]
fn where_everything_happens_weeks_add_up() {
    let mut world = world(&rich_society(), PERSONS, regime(rich_parts()), false);
    let ticks = 60;
    let (mut begun, mut ended, mut stock, mut wrong, mut wrong_ended) = (0, 0, 0, 0, 0);
    for _ in 0..ticks {
        let tally = run(&mut world, 1);
        assert_eq!(
            running(&world),
            sanctioned(&world),
            "a spell for each of the sanctioned and for nobody else"
        );
        assert_eq!(weeks(&tally), running(&world));
        begun += tally.sanctions_begun;
        ended += tally.ended_weeks(Lasting::Sanction);
        stock += weeks(&tally);
        wrong += tally.sanction_weeks[1..].as_flattened().iter().sum::<u64>();
        wrong_ended += tally.ended_weeks(Lasting::Wrong);
        let on = |what: Lasting| tally.went_on[what.index()].iter().sum::<u64>();
        assert_eq!(on(Lasting::Sanction), weeks(&tally), "each goes on at some age");
        assert_eq!(on(Lasting::Wrong), tally.sanction_weeks[1..].as_flattened().iter().sum::<u64>());
    }
    let spells = || world.chunks().flat_map(|chunk| &chunk.tables).flat_map(|table| table.spells.all());
    let so_far: u64 = spells().map(|spell| u64::from(ticks - u32::from(spell.since))).sum();
    let wrong_so_far: u64 =
        spells().filter_map(|spell| spell.wrong_since()).map(|since| u64::from(ticks - since)).sum();
    assert_eq!(stock, ended + so_far);
    assert_eq!(wrong, wrong_ended + wrong_so_far);
    assert!(begun > 0 && wrong > 0);
    // What the spells remember is what the state says: as fresh as if counted anew.
    for chunk in world.chunks() {
        for (block, table) in chunk.tables.iter().enumerate() {
            for spell in table.spells.all() {
                let at = block * 1024 + usize::from(spell.lane);
                let losses = || table.losses.of(usize::from(spell.lane));
                let regime = &world.schedule.regimes[0];
                let now = demerit_society::state::spell::Sanction::of(
                    regime,
                    chunk.flags(at),
                    (chunk.score[at], chunk.deserved(at)),
                    losses,
                );
                let now = now.expect("a sanction");
                assert_eq!((now.origin, now.gravity()), (spell.origin, spell.gravity()));
            }
        }
    }
}

/// Everybody pays a bill late with this chance; a bill is a sanction at the next review.
fn late(review_every: u32, chance: f64, misread: bool) -> Tally {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, chance);
    let mut finance = watch(Channel::Finance, &[Matter::LateBill], 1.0);
    if misread {
        finance.wrong_join = Chance::ONE;
    }
    plan.watching = vec![finance];
    let parts = Parts {
        scale: scale(0, 10, 10),
        tiers: tiers(&[0, 10], 10),
        rules: vec![rule(Matter::LateBill, -1)],
        review_every,
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    run(&mut world(&plan, PERSONS, regime(parts), false), 27)
}

#[test]
fn a_live_score_acts_at_once_and_a_reviewed_one_when_it_is_reviewed() {
    let live = late(1, 0.001, false);
    assert!(live.sanctions_begun > 100);
    assert_eq!((live.consequence_weeks, live.unreviewed), (0, live.sanctions_begun));
    // Ascribed to another, an entry takes a week.
    let mistaken = late(1, 0.001, true);
    assert_eq!(mistaken.consequence_weeks, mistaken.sanctions_begun);
    // Reviews at ticks 0, 13 and 26: of deeds spread evenly over 13 ticks, the mean delay is 6; the standard
    // error of some 260 even draws is 3.7/√260 = 0.23.
    let quarterly = late(13, 0.001, false);
    let mean = quarterly.consequence_weeks as f64 / quarterly.sanctions_begun as f64;
    assert!((mean - 6.0).abs() < 4.0 * 0.23, "{mean}");
}

#[test]
fn nobody_is_sanctioned_for_nothing() {
    let tally = run(&mut world(&living(), 2000, regime(rich_parts()), false), 30);
    assert_eq!((tally.sanctions_begun, tally.ended_all(Lasting::Sanction), weeks(&tally)), (0, 0, 0));
}
