//! One world computed in parts: each part holds its own neighbourhoods alone, on a thread of its own with a
//! society of its own, and hears of the others only by messages and sums.
//!
//! No tolerance: the digest of the whole at every tick, every counter and every event must be equal.

use crate::determinism::plan;
use demerit_engine::{Exchange, Parcel, World, step, step_with};
use demerit_fixtures::rich::rich_society;
use demerit_fixtures::worlds::lost_by;
use demerit_kernel::{Draws, LANES, Seed};
use demerit_society::state::events::{Cohort, Event};
use demerit_society::state::message::Message;
use demerit_society::watching::attention::Attention;
use demerit_society::{Origin, Society, Tally};
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The last neighbourhood is not full.
const PERSONS: u32 = 20 * LANES - 100;
const TICKS: u32 = 45;

/// A world, or some parts of it, with a society that nobody shares.
fn world(borders: &[u32], held: Range<usize>) -> World {
    let draws = Draws::new(Seed(7));
    let plan_of = |society: &Society| plan(society.cities.all().len() as u16);
    let mut society = Society::new(&rich_society(), PERSONS, draws).expect("a society");
    // Watching follows the past, so that the sums over all parts decide what is seen.
    society.attention = Some(Attention { share: 0.5, weeks: 8 });
    let (plan, cohort) = (plan_of(&society), Arc::new(Cohort::new(400, PERSONS, &draws)));
    World::in_parts(Arc::new(society), plan, cohort, 3, borders, held)
}

/// What is sent from one holder to another.
enum Letter {
    Numbers(Vec<u64>),
    Messages(Vec<(usize, Vec<Message>)>),
}

/// One of several holders of a part each, with a line to and from each of the others.
struct Line {
    number: usize,
    to: Vec<Sender<Letter>>,
    from: Vec<Receiver<Letter>>,
    /// Messages that came from others, so far.
    came: usize,
}

impl Exchange for Line {
    fn sum(&mut self, numbers: &mut [u64]) {
        for to in &self.to {
            to.send(Letter::Numbers(numbers.to_vec())).expect("a listener");
        }
        numbers.fill(0);
        for from in &self.from {
            let Ok(Letter::Numbers(theirs)) = from.recv() else { panic!("numbers were due") };
            numbers.iter_mut().zip(theirs).for_each(|(sum, number)| *sum += number);
        }
    }

    fn hand_over(&mut self, parcels: Vec<Parcel>) -> Vec<Parcel> {
        for (number, to) in self.to.iter().enumerate() {
            let theirs = parcels.iter().filter(|parcel| parcel.to == number);
            let letter = theirs.map(|parcel| (number, parcel.messages().copied().collect())).collect();
            to.send(Letter::Messages(letter)).expect("a listener");
        }
        let mut mine = Vec::new();
        for from in &self.from {
            let Ok(Letter::Messages(letter)) = from.recv() else { panic!("messages were due") };
            for (to, messages) in letter {
                assert_eq!(to, self.number);
                self.came += messages.len();
                mine.push(Parcel::new(to, messages));
            }
        }
        mine
    }
}

/// A line from each of `count` holders to each.
fn lines(count: usize) -> Vec<Line> {
    let line = |number| Line { number, to: Vec::new(), from: Vec::new(), came: 0 };
    let mut lines: Vec<Line> = (0..count).map(line).collect();
    for from in 0..count {
        for to in 0..count {
            let (sender, receiver) = channel();
            lines[from].to.push(sender);
            lines[to].from.push(receiver);
        }
    }
    lines
}

/// What is compared: digests of each tick, counts, events.
type Left = (Vec<String>, Tally, Vec<Event>);

/// The world as one.
fn as_one() -> Left {
    let mut world = world(&[0, PERSONS.div_ceil(LANES)], 0..1);
    let mut digests = vec![world.digest()];
    for _ in 0..TICKS {
        step(&mut world);
        digests.push(world.digest());
    }
    let mut events = Vec::new();
    world.take_events(&mut events);
    (digests, world.take_tally(), events)
}

/// The world in parts, each held by a thread alone.
fn apart(borders: &[u32]) -> Left {
    let count = borders.len() - 1;
    let mut holders: Vec<World> = (0..count).map(|number| world(borders, number..number + 1)).collect();
    for (holder, border) in holders.iter().zip(borders.windows(2)) {
        let there = holder.chunks().map(|chunk| chunk.tables.len() as u32).sum::<u32>();
        assert_eq!(there, border[1] - border[0], "nobody else's neighbourhoods are held");
        assert_eq!(
            holder.find(borders[count] * LANES - 200).is_some(),
            border[1] == borders[count] && there > 0
        );
    }
    let mut lines = lines(count);
    let mut digests = vec![World::digest_of(&holders)];
    for _ in 0..TICKS {
        std::thread::scope(|scope| {
            for (holder, line) in holders.iter_mut().zip(&mut lines) {
                scope.spawn(|| step_with(holder, line));
            }
        });
        digests.push(World::digest_of(&holders));
    }
    let came: usize = lines.iter().map(|line| line.came).sum();
    assert!(count == 1 || came > 100, "{came} messages from others, borders {borders:?}");
    let (mut tally, mut events) = (Tally::default(), Vec::new());
    for holder in &mut holders {
        tally.add(&holder.take_tally());
        holder.take_events(&mut events);
    }
    events.sort_by_key(|event| (event.tick, event.person));
    (digests, tally, events)
}

#[test]
fn a_world_in_parts_is_the_world_at_every_tick() {
    let one = as_one();
    assert!(one.1.patrol_seen[1] > 0, "some are watched most");
    assert!(
        lost_by(&one.1, Origin::Tie) > 0 && lost_by(&one.1, Origin::WrongPerson) > 0 && !one.2.is_empty()
    );
    // Even and uneven; cut within cities; a part with nobody; each part smaller than a chunk.
    for borders in [&[0, 20][..], &[0, 9, 20], &[0, 1, 13, 20], &[0, 2, 5, 5, 6, 11, 17, 20]] {
        let other = apart(borders);
        for (tick, (one, other)) in one.0.iter().zip(&other.0).enumerate() {
            assert_eq!(one, other, "before tick {tick}, borders {borders:?}");
        }
        assert!(one.1 == other.1, "counts differ, borders {borders:?}");
        assert!(one.2 == other.2, "events differ, borders {borders:?}");
    }
}

#[test]
fn one_process_may_hold_several_parts() {
    let borders = [0, 4, 4, 15, 20];
    let mut whole = world(&borders, 0..4);
    assert_eq!(whole.parts().iter().map(|part| part.number()).collect::<Vec<_>>(), [0, 1, 2, 3]);
    let one = as_one();
    for tick in 0..TICKS {
        assert_eq!(whole.digest(), one.0[tick as usize], "before tick {tick}");
        step(&mut whole);
    }
    // A copy goes on as the original does.
    let mut copy = whole.clone();
    step(&mut copy);
    step(&mut whole);
    assert_eq!(copy.digest(), whole.digest());
    for person in [0, 4 * LANES, 15 * LANES - 1, PERSONS - 1] {
        let (chunk, at) = whole.find(person).expect("somebody");
        assert_eq!(chunk.first_person() + at as u32, person);
    }
    assert!(whole.find(PERSONS).is_none() && whole.find(u32::MAX).is_none());
}
