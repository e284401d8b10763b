//! Closed forms of standing and waiting: the share on a list, a score between two walls, and the queue of
//! appeals.

use super::each_seed;
use crate::queue::{mean_stock, queued, taken_up};
use crate::stationary::{geometric, listing, one_by_one, scores, share};
use demerit_fixtures::case::Case;
use demerit_fixtures::worlds::run;
use demerit_society::{Flags, Lasting};

#[test]
fn share_on_a_list() {
    let (order, enter, repair) = (0.02, 0.5, 0.03);
    let (lambda, mu) = (order * enter, repair);
    let [values] = each_seed(|seed| {
        // The distance from the stationary share shrinks by (1 − λ)(1 − μ) a tick: to 1/100,000 after 300.
        let mut world = listing(4096, seed, enter, None, repair, order);
        run(&mut world, 300);
        [share(&world, Flags::LISTED)]
    });
    let mut case = Case::open("two-state-list");
    case.figure("short-ticks", lambda / (lambda + mu), &values);
    // An entry may be repaired in its own tick.
    case.figure("whole-ticks", lambda * (1.0 - mu) / (lambda + mu - lambda * mu), &values);
    case.close();
}

#[test]
fn score_between_walls() {
    let mut case = Case::open("walk-between-walls");
    for (walk, lose, gain) in [("even", 0.3, 0.3), ("down", 0.3, 0.2), ("up", 0.1, 0.25)] {
        let ceiling = 6;
        let shares = geometric(lose, gain, ceiling);
        let [floor, top] = each_seed(|seed| {
            let got = scores(&one_by_one(2048, seed, lose, gain, ceiling, 400), 0, ceiling);
            [got[0], got[usize::from(ceiling.unsigned_abs())]]
        });
        case.figure(&format!("{walk}-floor"), shares[0], &floor);
        case.figure(&format!("{walk}-ceiling"), shares[usize::from(ceiling.unsigned_abs())], &top);
    }
    case.close();
}

#[test]
fn appeals_queue() {
    let mut case = Case::open("appeals-queue");
    let (blocks, ticks) = (2, 2000);
    for (name, load) in [("half", 0.5), ("three-quarters", 0.75)] {
        let [little, stock] = each_seed(|seed| {
            let (_, tally, stocks) = queued(load, blocks, ticks, seed);
            let stocks = stocks as f64 / f64::from(ticks);
            let arrivals = tally.filed as f64 / f64::from(ticks);
            let wait = tally.ended_weeks(Lasting::Appeal) as f64 / taken_up(&tally) as f64;
            [stocks / (arrivals * wait), stocks / f64::from(blocks)]
        });
        case.figure(&format!("little-at-{name}"), 1.0, &little);
        case.figure(&format!("stock-at-{name}"), mean_stock(load), &stock);
    }
    case.close();
}
