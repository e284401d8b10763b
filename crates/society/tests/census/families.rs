//! Families: partners point at each other, parents and children name each other, ages fit.

use demerit_fixtures::census::{built, quiet};
use demerit_kernel::{BlockId, LANES, Tick};
use demerit_regime::Tie;
use demerit_society::consequences::partner::Couples;
use demerit_society::population::ties::Home;
use demerit_society::{Chunk, Flags, Society, TICKS_PER_YEAR};

/// Calls `each` with the home of every neighbourhood of a chunk that begins at the first.
fn each_home(society: &Society, chunk: &Chunk, tick: Tick, mut each: impl FnMut(&Home<'_>)) {
    for block in 0..society.blocks() {
        let from = (block * LANES) as usize;
        let to = from + society.persons_of(block) as usize;
        each(&Home {
            pattern: society.pattern(block),
            born: &chunk.born[from..to],
            flags: &chunk.tables[block as usize].flags,
            couples: Couples::NONE,
            first_person: block * LANES,
            tick,
        });
    }
}

fn start(persons: u32) -> (Society, Chunk) {
    let society = built(&quiet(), persons, 5);
    let mut chunk = Chunk::new(BlockId(0), society.blocks(), persons, &[]);
    society.populate(&mut chunk);
    (society, chunk)
}

fn partners_point_at_each_other(home: &Home<'_>) -> u32 {
    let mut partners = 0;
    for lane in 0..home.born.len() as u16 {
        if let Some(other) = home.partner(lane) {
            assert_ne!(lane, other);
            assert_eq!(home.partner(other), Some(lane));
            assert!(home.lanes(lane).contains(&usize::from(other)), "partners live together");
            partners += 1;
        }
    }
    partners
}

fn ties_are_mutual(home: &Home<'_>) {
    for lane in 0..home.born.len() as u16 {
        for other in home.lanes(lane).map(|other| other as u16).filter(|&other| other != lane) {
            let mirrored = match home.tie_to(lane, other) {
                Tie::Parent => Tie::Child,
                Tie::Child => Tie::Parent,
                same => same,
            };
            assert_eq!(home.tie_to(other, lane), mirrored, "{lane} and {other}");
        }
    }
}

#[test]
fn at_the_start_partners_and_parents_are_mutual() {
    // The last neighbourhood is cut short in the middle of a household.
    let (society, chunk) = start(20_001);
    let mut partners = 0;
    each_home(&society, &chunk, Tick(0), |home| {
        partners += partners_point_at_each_other(home);
        ties_are_mutual(home);
    });
    let share = f64::from(partners) / 20_001.0;
    // Twenty of the 64 patterns; their shares of coupled persons have a standard deviation below 0.03.
    assert!((share - society.households.coupled()).abs() < 4.0 * 0.03 / f64::sqrt(20.0), "{share}");
}

#[test]
fn parents_of_small_children_are_old_enough() {
    let (society, chunk) = start(20_480);
    let mut pairs = 0;
    each_home(&society, &chunk, Tick(0), |home| {
        for lane in 0..home.born.len() as u16 {
            for other in home.lanes(lane).map(|other| other as u16).filter(|&other| other != lane) {
                let child = i32::from(home.born[usize::from(other)]);
                if home.tie_to(lane, other) == Tie::Child && -child < 15 * TICKS_PER_YEAR as i32 {
                    let years = (child - i32::from(home.born[usize::from(lane)])) / TICKS_PER_YEAR as i32;
                    assert!(years >= 13, "a parent older by {years} years");
                    pairs += 1;
                }
            }
        }
    });
    assert!(pairs > 1000);
}

#[test]
fn partings_take_both_partners() {
    let (society, mut chunk) = start(2048);
    let (mut before, mut after) = (0, 0);
    let mut first = None;
    each_home(&society, &chunk, Tick(0), |home| {
        before += partners_point_at_each_other(home);
        first = first.or_else(|| (0..1024).find_map(|lane| home.partner(lane).map(|other| (lane, other))));
    });
    let (one, other) = first.expect("somebody is coupled");
    for lane in [one, other] {
        chunk.tables[0].flags.put(lane, Flags::PARTED, true);
    }
    each_home(&society, &chunk, Tick(0), |home| {
        after += partners_point_at_each_other(home);
        ties_are_mutual(home);
    });
    assert_eq!(before - after, 2);
}

#[test]
fn who_is_born_later_never_becomes_the_partner_of_a_parent() {
    let (society, mut chunk) = start(1024);
    let mut coupled = None;
    each_home(&society, &chunk, Tick(0), |home| {
        coupled = (0..1024).find_map(|lane| home.partner(lane).map(|other| (lane, other)));
    });
    let (one, other) = coupled.expect("somebody is coupled");
    chunk.born[usize::from(one)] = 10;
    for years in [1, 17, 18, 19, 40] {
        let tick = Tick(10 + years * TICKS_PER_YEAR);
        each_home(&society, &chunk, tick, |home| {
            assert_eq!(home.partner(one), None, "at the age of {years}");
            assert_eq!(home.partner(other), None, "at the age of {years}");
            ties_are_mutual(home);
        });
    }
}
