//! The same bytes for any number of threads, any cut into chunks and any vector path.
//!
//! No tolerance: the digest of the whole state, every counter and every event must be equal.

use demerit_engine::{Change, Schedule, World, step};
use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{lost_by, null, regime};
use demerit_kernel::{Draws, Seed, Tick, VectorPath, vector};
use demerit_regime::{Matter, Parts, Removal};
use demerit_society::state::events::{Cohort, Event};
use demerit_society::{Origin, Society, Tally};
use std::sync::Arc;

const PERSONS: u32 = 20_000;
const TICKS: u32 = 60;

/// What a run leaves.
#[derive(PartialEq, Debug)]
struct Left {
    digests: Vec<String>,
    tally: Tally,
    events: Vec<Event>,
}

/// Law first, the rich regime in the odd cities from tick 5, everywhere with periodic review from tick 30.
pub(crate) fn plan(cities: u16) -> Schedule {
    let periodic = Parts {
        review_every: 4,
        removal: rich_parts()
            .removal
            .map(|removal| Removal { matters: vec![Matter::NeutralPost], ..removal }),
        ..rich_parts()
    };
    Schedule::new(
        "rich",
        vec![null(), regime(rich_parts()), regime(periodic)],
        vec![
            Change {
                from: Tick(5),
                cities: Some((0..cities).filter(|city| city % 2 == 1).collect()),
                regime: 1,
            },
            Change { from: Tick(30), cities: None, regime: 2 },
        ],
    )
}

fn left(threads: usize, blocks_per_chunk: u32, path: VectorPath) -> Left {
    vector::force(path);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
    pool.install(|| {
        let draws = Draws::new(Seed(7));
        let society = Arc::new(Society::new(&rich_society(), PERSONS, draws).expect("a society"));
        let plan = plan(society.cities.all().len() as u16);
        let cohort = Arc::new(Cohort::new(400, PERSONS, &draws));
        let mut world = World::with_chunks(society, plan, cohort, blocks_per_chunk);
        let mut left = Left { digests: vec![world.digest()], tally: Tally::default(), events: Vec::new() };
        for _ in 0..TICKS {
            step(&mut world);
            if world.tick.0.is_multiple_of(20) {
                left.digests.push(world.digest());
                left.tally.add(&world.take_tally());
                world.take_events(&mut left.events);
            }
        }
        left
    })
}

#[test]
fn the_same_bytes_for_any_threads_chunks_and_vector_path() {
    let first = left(1, 16, VectorPath::Plain);
    // Nothing is shown if nothing happens: each mechanism has left a trace.
    let tally = &first.tally;
    for (what, count) in [
        ("deaths", tally.deaths),
        ("partings", tally.parted),
        ("deeds", tally.deeds.iter().sum()),
        ("entries", tally.entries.as_flattened().iter().sum()),
        ("spillover", lost_by(tally, Origin::Tie)),
        ("wrong persons", lost_by(tally, Origin::WrongPerson)),
        ("wrong joins", lost_by(tally, Origin::WrongJoin)),
        ("clerks", lost_by(tally, Origin::Clerk)),
        ("wrong inference", lost_by(tally, Origin::WrongInference)),
        ("gains", tally.points_gained.iter().sum()),
        ("refusals", tally.refused.as_flattened().iter().sum()),
        ("privileges", tally.privileged.iter().sum()),
        ("withheld", tally.withheld.iter().sum()),
        ("removed", tally.removed.iter().sum()),
        ("deterred", tally.deterred.iter().sum()),
        ("listed", tally.listed),
        ("unlisted", tally.unlisted),
        ("upheld", tally.upheld),
        ("rejected", tally.rejected),
        ("silent", tally.silent),
        ("events", first.events.len() as u64),
    ] {
        assert!(count > 0, "no {what}");
    }
    for (threads, blocks_per_chunk, path) in [
        (1, 1, VectorPath::Avx2),
        (2, 1, VectorPath::Avx512),
        (8, 1, VectorPath::Plain),
        (1, 3, VectorPath::Avx512),
        (2, 3, VectorPath::Plain),
        (8, 3, VectorPath::Avx2),
        (1, 16, VectorPath::Avx2),
        (2, 16, VectorPath::Avx2),
        (8, 16, VectorPath::Avx512),
        (1, 64, VectorPath::Plain),
        (2, 64, VectorPath::Avx512),
        (8, 64, VectorPath::Avx2),
    ] {
        let other = left(threads, blocks_per_chunk, path);
        let how = format!("{threads} threads, chunks of {blocks_per_chunk}, {}", path.name());
        assert_eq!(other.digests, first.digests, "{how}");
        assert!(other.tally == first.tally, "counts differ: {how}");
        assert!(other.events == first.events, "events differ: {how}");
    }
}

#[test]
fn another_seed_is_another_world() {
    let digest = |seed| {
        let draws = Draws::new(Seed(seed));
        let society = Arc::new(Society::new(&rich_society(), 2048, draws).expect("a society"));
        let mut world = World::new(society, plan(2), Arc::default());
        step(&mut world);
        world.digest()
    };
    assert_eq!(digest(1), digest(1));
    assert_ne!(digest(1), digest(2));
}
