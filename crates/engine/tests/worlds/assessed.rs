//! A world that is assessed by regimes without effect: what its people truly do, put to rules that nobody
//! there lives under.
//!
//! No tolerance: where the regimes move nobody, both readings of *deserved* are the same, person by person.

use crate::determinism::plan;
use demerit_engine::{Schedule, World, step};
use demerit_fixtures::census::quiet;
use demerit_fixtures::rich::rich_society;
use demerit_fixtures::worlds::{null, of, provenance, regime, rule, scale};
use demerit_kernel::{Draws, Points, Seed};
use demerit_regime::{Anchors, Channel, Consent, Feed, Forgetting, Matter, Parts, Regime, Rule, Trait};
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::{Cohort, Event};
use demerit_society::{Chunk, Flags, Society, Tally};
use std::sync::Arc;

const PERSONS: u32 = 20_000;
const TICKS: u32 = 60;

/// A society in which no regime changes what anybody does.
fn unmoved() -> SocietyPlan {
    let plain = quiet();
    SocietyPlan {
        response: plain.response,
        reactions: plain.reactions,
        consequences: plain.consequences,
        ..rich_society()
    }
}

/// The rich plan of regimes, with points that come back, a company's score and consent besides, and without
/// what keeps a post from being said.
fn regimes(cities: usize) -> Schedule {
    let company = Arc::new(regime(Parts {
        scale: scale(0, 100, 200),
        rules: vec![
            rule(Matter::LateBill, -30),
            Rule { infers: Some(Trait::Dependency), ..rule(Matter::AlcoholPurchase, -3) },
        ],
        reads: vec![Channel::Finance, Channel::App],
        forgetting: Some(Forgetting { every: 13, share: of(0.2) }),
        ..Parts::default()
    }));
    let mut schedule = plan(cities as u16);
    for one in schedule.regimes.iter_mut().filter(|one| one.scale.is_some()) {
        let mut parts = Parts { removal: None, ..one.clone().into_parts() };
        let bands =
            [(0, -20), (80, -5), (100, 0), (101, 3)].map(|(from, points)| (Points(from), Points(points)));
        let (company, bands) = (Arc::clone(&company), bands.to_vec());
        parts.feed = Some(Feed { company, bands, every: 4, provenance: provenance() });
        parts.consent = Some(Consent { share: of(0.8), provenance: provenance() });
        for rule in parts.rules.iter_mut().filter(|rule| rule.matter == Matter::TrafficOffence) {
            rule.recovers = Anchors::new(vec![(Points(0), 20), (Points(600), 8)]).ok();
        }
        *one = Regime::new(&one.name, &one.title, parts).expect("a regime");
    }
    schedule
}

fn twin(schedule: &Schedule) -> Schedule {
    Schedule::new("twin", vec![null()], Vec::new()).assessed_by(schedule)
}

/// A world of a plan, under regimes that follow from the number of cities.
fn world(plan: &SocietyPlan, under: impl Fn(&Schedule) -> Schedule, blocks_per_chunk: u32) -> World {
    let draws = Draws::new(Seed(7));
    let society = Arc::new(Society::new(plan, PERSONS, draws).expect("a society"));
    let schedule = under(&regimes(society.cities.all().len()));
    let cohort = Arc::new(Cohort::new(50, PERSONS, &draws));
    World::with_chunks(society, schedule, cohort, blocks_per_chunk)
}

/// Deserved scores and due listings by the regimes that assess.
fn assessed(world: &World) -> Vec<(i16, bool)> {
    let of = |chunk: &Chunk| {
        let assessment = chunk.assessment.as_ref().expect("an assessed world");
        let due = |at: usize| assessment.due[at / 1024].iter().any(|one| usize::from(one.lane) == at % 1024);
        assessment.scores.iter().enumerate().map(|(at, score)| (*score, due(at))).collect::<Vec<_>>()
    };
    world.chunks().flat_map(of).collect()
}

/// The same by the regimes in force.
fn deserved(world: &World) -> Vec<(i16, bool)> {
    let of = |chunk: &Chunk| {
        (0..chunk.persons())
            .map(|at| (chunk.deserved(at), chunk.flags(at).has(Flags::DUE)))
            .collect::<Vec<_>>()
    };
    world.chunks().flat_map(of).collect()
}

#[test]
fn where_nobody_is_moved_both_readings_are_the_same() {
    let mut here = world(&unmoved(), Schedule::clone, 16);
    let mut there = world(&unmoved(), twin, 16);
    assert!(here.schedule.regimes.iter().any(|one| one.feed.is_some() && one.list.is_some()));
    let mut fed = 0;
    for tick in 0..TICKS {
        step(&mut here);
        step(&mut there);
        let (mine, theirs) = (deserved(&here), assessed(&there));
        let differ = mine.iter().zip(&theirs).position(|(one, other)| one != other);
        assert_eq!(differ.map(|at| (at, mine[at], theirs[at])), None, "tick {tick}");
        fed += here.take_tally().fed;
        let parts = here.schedule.regimes[2].clone();
        for (chunk, at) in there.chunks().flat_map(|chunk| (0..chunk.persons()).map(move |at| (chunk, at))) {
            let twin_s = chunk.assessed_as_deserving(&parts, at).expect("an assessed world");
            let (score, due) = theirs[(chunk.first_person() as usize) + at];
            assert_eq!(twin_s, parts.sanctioned(parts.tiers.of(Points(score)), due));
        }
    }
    let all = assessed(&there);
    let start = here.schedule.regimes[2].start().0;
    let moved = all.iter().filter(|one| one.0 != start).count();
    assert!(moved > 1000 && all.iter().any(|one| one.1) && fed > 0, "{moved} moved, {fed} points fed");
    assert_eq!(there.chunks().flat_map(Chunk::all_deserved).filter(|score| *score != 0).count(), 0);
}

#[test]
fn an_assessed_world_lives_as_if_nobody_looked() {
    let left = |under: &dyn Fn(&Schedule) -> Schedule, blocks_per_chunk| {
        let mut world = world(&rich_society(), under, blocks_per_chunk);
        let mut events: Vec<Event> = Vec::new();
        let mut tally = Tally::default();
        for _ in 0..TICKS {
            step(&mut world);
            tally.add(&world.take_tally());
            world.take_events(&mut events);
        }
        (tally, events, world.digest(), world.bytes())
    };
    let alone = left(&|_| Schedule::new("twin", vec![null()], Vec::new()), 16);
    let (one, other) = (left(&twin, 16), left(&twin, 5));
    assert!((&one.0, &one.1) == (&alone.0, &alone.1), "the same counts and events");
    assert_eq!(one.2, other.2, "any cut into chunks");
    assert_ne!(one.2, alone.2, "what is assessed is a part of the state");
    assert!(one.3 > alone.3 && one.3 < alone.3 + 6 * u64::from(PERSONS), "{} and {} bytes", one.3, alone.3);
}

#[test]
fn an_assessed_world_goes_on_where_it_was_saved() {
    let mut never = world(&rich_society(), twin, 4);
    (0..31).for_each(|_| step(&mut never));
    never.take_events(&mut Vec::new());
    let (common, pieces) = (never.save_common(), never.save_pieces(0..never.pieces()));
    let like = (Arc::clone(&never.society), never.schedule.clone(), Arc::clone(&never.cohort));
    let mut loaded = World::load_common(like.0, like.1, like.2, &common).expect("what was saved");
    loaded.load_pieces(0, &pieces).expect("the pieces");
    for _ in 31..TICKS {
        step(&mut never);
        step(&mut loaded);
    }
    assert_eq!(loaded.digest(), never.digest());
    assert!(assessed(&loaded).iter().any(|one| one.1));
}

#[test]
fn a_world_with_scores_of_its_own_or_several_regimes_has_no_room() {
    let book = || {
        regime(Parts { scale: scale(0, 10, 20), rules: vec![rule(Matter::LateBill, -1)], ..Parts::default() })
    };
    let other = Schedule::new("here", vec![book()], Vec::new());
    for (own, has_room) in [(vec![null()], true), (vec![book()], false), (vec![null(), null()], false)] {
        let schedule = Schedule::new("twin", own, Vec::new()).assessed_by(&other);
        assert_eq!(schedule.assessed_by.is_some(), has_room);
    }
}
