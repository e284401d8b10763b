//! A world that was saved and loaded is the same world, and goes on in the same way.
//!
//! No tolerance: digests, counters and events must be equal.

use crate::determinism::plan;
use demerit_engine::{World, step};
use demerit_fixtures::rich::rich_society;
use demerit_kernel::{Draws, Seed, Unfit};
use demerit_society::Society;
use demerit_society::state::events::{Cohort, Event};
use std::sync::Arc;

fn world(persons: u32) -> World {
    let draws = Draws::new(Seed(7));
    let society = Arc::new(Society::new(&rich_society(), persons, draws).expect("a society"));
    let plan = plan(society.cities.all().len() as u16);
    World::new(society, plan, Arc::new(Cohort::new(400, persons, &draws)))
}

/// Loads into a world like this one what was saved of it, `at_once` pieces at a time.
fn loaded(like: &World, common: &[u8], pieces: &[Vec<u8>], at_once: usize) -> Result<World, Unfit> {
    let (society, cohort) = (Arc::clone(&like.society), Arc::clone(&like.cohort));
    let mut world = World::load_common(society, like.schedule.clone(), cohort, common)?;
    assert_eq!(world.pieces(), pieces.len());
    for (number, some) in pieces.chunks(at_once).enumerate() {
        world.load_pieces(number * at_once, some).map_err(|unfit| unfit.1)?;
    }
    Ok(world)
}

fn saved(world: &World) -> (Vec<u8>, Vec<Vec<u8>>) {
    (world.save_common(), world.save_pieces(0..world.pieces()))
}

#[test]
fn a_world_goes_on_as_if_nothing_had_been() {
    // One person, part of a neighbourhood, several chunks with a last neighbourhood that is not full.
    for (persons, stops) in [(1, &[1, 3][..]), (700, &[2, 31]), (20_000, &[1, 5, 6, 31, 37, 50])] {
        let (mut never, mut stopped) = (world(persons), world(persons));
        let mut events: [Vec<Event>; 2] = Default::default();
        for tick in 1..=60 {
            step(&mut never);
            step(&mut stopped);
            never.take_events(&mut events[0]);
            stopped.take_events(&mut events[1]);
            if stops.contains(&tick) {
                let before = stopped.digest();
                let (common, pieces) = saved(&stopped);
                assert!(
                    (0..).zip(&pieces).all(|(number, one)| one.len() < stopped.most_of_piece(number) / 4)
                );
                stopped = loaded(&stopped, &common, &pieces, 2).expect("what was just saved");
                assert_eq!(stopped.digest(), before, "{persons} persons, tick {tick}");
                assert_eq!(stopped.tick, never.tick);
                assert!(saved(&stopped) == (common, pieces), "saved again, the same bytes");
            }
            if tick % 10 == 0 || stops.contains(&(tick - 1)) {
                assert_eq!(stopped.digest(), never.digest(), "{persons} persons, tick {tick}");
            }
        }
        assert_eq!(stopped.take_tally(), never.take_tally());
        assert!(events[0] == events[1]);
    }
}

#[test]
fn what_belongs_elsewhere_or_is_damaged_is_refused() {
    let mut here = world(6_000);
    (0..8).for_each(|_| step(&mut here));
    let (common, pieces) = saved(&here);
    assert!(pieces.len() > 1);
    assert!(loaded(&here, &common, &pieces, 1).is_ok());
    let mut swapped = pieces.clone();
    swapped.swap(0, 1);
    let told = loaded(&here, &common, &swapped, 1).unwrap_err().to_string();
    assert!(told.ends_with("found 2 neighbourhoods from 4, expected 4 from 0"), "{told}");
    for len in (0..common.len()).step_by(37) {
        assert!(loaded(&here, &common[..len], &pieces, 1).is_err(), "cut to {len}");
    }
    for len in (0..pieces[1].len()).step_by(997) {
        let cut = [pieces[0].clone(), pieces[1][..len].to_vec()];
        assert!(loaded(&here, &common, &cut, 2).is_err(), "cut to {len}");
    }
    let longer = [pieces[0].clone(), [&pieces[1][..], &[0]].concat()];
    assert!(loaded(&here, &common, &longer, 2).unwrap_err().to_string().contains("bytes more"));
    let other = world(9_000);
    assert!(loaded(&other, &common, &world_pieces(&other, &pieces), 1).is_err(), "another society");
}

/// As many pieces as a world has, of another.
fn world_pieces(like: &World, pieces: &[Vec<u8>]) -> Vec<Vec<u8>> {
    (0..like.pieces()).map(|number| pieces[number % pieces.len()].clone()).collect()
}

#[test]
fn any_byte_may_be_damaged_and_nothing_panics() {
    let mut here = world(2_100);
    (0..35).for_each(|_| step(&mut here));
    let (common, pieces) = saved(&here);
    let mut refused = 0;
    let all = common.len() + pieces[0].len();
    for place in (0..all).step_by(409).chain((0..common.len()).step_by(19)) {
        let (mut common, mut pieces) = (common.clone(), pieces.clone());
        let byte = match place.checked_sub(common.len()) {
            Some(place) => &mut pieces[0][place],
            None => &mut common[place],
        };
        *byte ^= 1 << (place % 8);
        match loaded(&here, &common, &pieces, 1) {
            // Bytes that no checksum vouches for: a number for another, which a world may have.
            Ok(mut world) => (0..2).for_each(|_| step(&mut world)),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 20, "{refused}");
}
