//! Stocks, and what is read off the state, against the persons of several cities asked one by one.

use crate::mixed::{hearing, mixed};
use crate::{World, near, provenance, regime};
use demerit_kernel::{Chance, LANES, Mask};
use demerit_measures::twins::{Pair, Sorting};
use demerit_measures::{ByGroup, Group, Stock, sanction};
use demerit_regime::{Domain, Matter, Parts, Regime, Request, Rule};
use demerit_society::reactions::awareness::Awareness;
use demerit_society::society::home;
use demerit_society::state::attribution::Origin;
use demerit_society::state::spell::GRAVITIES;
use demerit_society::state::tally::CAUSES;
use demerit_society::watching::consent::enrolled;
use demerit_society::{Chunk, Flags};
use std::collections::BTreeMap;

/// Names of the groups that a person belongs to.
fn groups_of(world: &World, chunk: &Chunk, at: usize) -> Vec<String> {
    let (number, block) = (chunk.first_person() + at as u32, chunk.first_block.0 + at as u32 / LANES);
    let person = world.society.person(number, chunk.born[at], chunk.habits_of(at));
    let age = match person.age(world.tick) {
        0..=17 => "0-17",
        18..=39 => "18-39",
        40..=59 => "40-59",
        _ => "60+",
    };
    let urban = world.society.city(block).is_urban(number);
    let first = world.pilot[usize::from(world.society.cities.index_of_block(block))];
    let looks = world.society.recognition.as_ref().expect("faces are told").looks_of(&world.society, number);
    vec![
        "all".to_owned(),
        format!("sex:{}", person.sex().name()),
        format!("residence:{}", if urban { "urban" } else { "rural" }),
        format!("age:{age}"),
        format!("income:{}", fifth_of(world, chunk, at) + 1),
        format!("looks:{}", looks + 1),
        format!("wave:{}", if first { "pilot" } else { "later" }),
    ]
}

fn fifth_of(world: &World, chunk: &Chunk, at: usize) -> u8 {
    let (number, block) = (chunk.first_person() + at as u32, chunk.first_block.0 + at as u32 / LANES);
    let person = world.society.person(number, chunk.born[at], chunk.habits_of(at));
    let marks = &chunk.tables[at / LANES as usize].marks;
    world.society.income_fifth(&person, world.society.pattern(block), marks, world.tick)
}

/// The stock, from the definitions of its fields.
fn counted(world: &World) -> Stock {
    let mut stock = Stock::default();
    for (chunk, at) in world.persons() {
        let (block, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
        let regime = world.regime_of(chunk, at);
        let city = world.society.cities.index_of_block(chunk.first_block.0 + block as u32);
        let (flags, tier) = (chunk.flags(at), chunk.standing[at].tier());
        let away = chunk.planes[block].away.contains(lane);
        let fear = u64::from(chunk.fear(at));
        stock.fear += fear;
        stock.fear_pilot += fear * u64::from(world.pilot[usize::from(city)]);
        stock.away += u64::from(away);
        stock.score += i64::from(chunk.score[at]);
        stock.deserved += i64::from(chunk.deserved(at));
        stock.scored += 1;
        let listed = flags.has(Flags::LISTED);
        if away {
            continue;
        }
        // A tier below 200 points sanctions.
        let (low, due) = (chunk.deserved(at) < 200, flags.has(Flags::DUE));
        for (mirror, on_record, due) in
            [(&mut stock.by_tier, tier == 0, low), (&mut stock.by_list, listed, due)]
        {
            mirror.on_record += u64::from(on_record);
            mirror.due += u64::from(due);
            mirror.both += u64::from(on_record && due);
        }
        let wrong = !(low || due);
        if !wrong {
            for name in groups_of(world, chunk, at) {
                stock.deserving[Group::named(&name).expect("a group")] += 1;
            }
        }
        if !(listed || tier == 0) {
            continue;
        }
        let cause = if tier == 0 { flags.cause() } else { None };
        let cause = cause.or(listed.then_some(Matter::UnpaidOrder));
        stock.by_cause[cause.map_or(CAUSES - 1, |one| one.domain().index())] += 1;
        stock.by_gravity[cause.map_or(GRAVITIES - 1, |one| one.gravity().index())] += 1;
        let shut = Request::ALL.into_iter().filter(|&request| {
            let gate = regime.gate(request);
            gate.is_some_and(|gate| gate.refuses.contains(tier) || listed && gate.refuses_listed)
        });
        let severity = shut.map(Request::severity).sum::<u64>().min(8);
        let bears = [0, 4, 8, 0][cause.map_or(GRAVITIES - 1, |one| one.gravity().index())];
        stock.severity += severity;
        stock.severity_beyond += severity - severity.min(bears);
        let hears = regime.appeals.is_some();
        // In the hearing city's lowest tier the fast train, the flight and the room are refused.
        stock.held += u64::from(hears && tier == 0);
        if wrong {
            let losses = chunk.tables[block].losses.of(usize::from(lane));
            let most = losses.iter().copied().max().unwrap_or(0);
            let origin = match (tier, most) {
                (0, 0) => Origin::Mixed,
                (0, _) => Origin::ERRORS[losses.iter().position(|one| *one == most).expect("one")],
                _ if flags.listing_origin() == Origin::OwnDeed => Origin::Mixed,
                _ => flags.listing_origin(),
            };
            stock.by_origin[origin.index()] += 1;
            let [inference, person, join, clerk, tie] = losses.map(i16::from);
            let score = chunk.score[at];
            // Points that a layer and those before it took, and the kinds of listings that they are behind.
            let layers = [
                (person + join + clerk, &[Origin::WrongPerson, Origin::WrongJoin, Origin::Clerk][..]),
                (
                    person + join + clerk + tie,
                    &[Origin::WrongPerson, Origin::WrongJoin, Origin::Clerk, Origin::Tie],
                ),
                (person + join + clerk + tie + inference, &Origin::ERRORS),
            ];
            let ends = |(back, kinds): &(i16, &[Origin])| {
                let from_tier = tier != 0 || (*back > 0 && score + back >= 200);
                from_tier && (!listed || kinds.contains(&flags.listing_origin()))
            };
            stock.by_layer[layers.iter().position(ends).unwrap_or(3)] += 1;
            if hears {
                let filing = world.society.remedies.filing.as_ref().expect("filing");
                let person = chunk.first_person() + at as u32;
                let person = world.society.person(person, chunk.born[at], chunk.habits_of(at));
                let fifth = fifth_of(world, chunk, at);
                let able = filing.able(&world.society.draws, &person, fifth, chunk.fear(at));
                stock.wronged_heard += 1;
                stock.wronged_knowing += u64::from(able.knows);
                stock.wronged_able += u64::from(able.knows && able.dares && able.pays);
            }
        }
        for name in groups_of(world, chunk, at) {
            let group = Group::named(&name).expect("a group");
            stock.sanctioned[group] += 1;
            stock.wrongly[group] += u64::from(wrong);
            stock.listed[group] += u64::from(listed);
        }
    }
    let tables = world.chunks.iter().flat_map(|chunk| &chunk.tables);
    stock.waiting = tables.map(|tables| tables.appeals.len() as u64).sum();
    stock
}

#[test]
fn stocks_are_what_the_persons_say_one_by_one() {
    let mut world = mixed();
    let whole = Stock::of(&world.view(), &world.all_chunks());
    let wanted = counted(&world);
    assert_eq!(whole, wanted);
    assert!(wanted.by_origin.iter().skip(1).all(|count| *count > 0), "{:?}", wanted.by_origin);
    assert!(wanted.by_layer.iter().all(|count| *count > 0), "{:?}", wanted.by_layer);
    assert_eq!(wanted.by_layer.iter().sum::<u64>(), wanted.wrongly[Group::All]);
    assert!(wanted.severity > wanted.severity_beyond && wanted.severity_beyond > 20, "{wanted:?}");
    assert!(wanted.wronged_able > 20 && wanted.held > 20 && wanted.waiting > 20, "{wanted:?}");
    assert!(
        wanted.by_cause[CAUSES - 1] > 0 && wanted.sanctioned.all().all(|(_, count)| count > 0),
        "{wanted:?}"
    );
    let mut sum = Stock::default();
    for chunk in &world.chunks {
        sum.add(&Stock::of(&world.view(), &[chunk]));
    }
    assert_eq!(sum, whole, "chunks are added up");
    let mut persons = ByGroup::default();
    for (chunk, at) in world.persons() {
        for name in groups_of(&world, chunk, at) {
            persons[Group::named(&name).expect("a group")] += 1;
        }
    }
    world.count_population();
    assert_eq!(world.population, persons);
    // Without the mechanism nobody is held; without a scale nobody is scored.
    world.society.consequences.home_town = None;
    world.regimes[0] = Regime::new("none", "None", Parts::default()).expect("a regime");
    let less = Stock::of(&world.view(), &world.all_chunks());
    let under_scale = world.persons().filter(|(chunk, at)| world.regime_of(chunk, *at).scale.is_some());
    assert_eq!((less.held, less.scored), (0, under_scale.count() as u64));
    assert!(less.scored > 0 && less.scored < whole.scored);
}

#[test]
fn the_aware_of_several_cities() {
    let mut world = mixed();
    for chunk in &mut world.chunks {
        for (number, planes) in (1..).zip(&mut chunk.planes) {
            planes.aware = Mask::first(100 * (number + chunk.first_block.0));
        }
    }
    world.society.reactions.awareness = Some(Awareness { news: 0.1, talk: 0.0 });
    let aware = |world: &World| {
        let under = world.persons().filter(|(chunk, at)| !world.regime_of(chunk, *at).rules().is_empty());
        let aware = |chunk: &Chunk, at: usize| {
            chunk.planes[at / LANES as usize].aware.contains((at % LANES as usize) as u16)
        };
        let found: Vec<bool> = under.map(|(chunk, at)| aware(chunk, at)).collect();
        found.iter().filter(|one| **one).count() as f64 / found.len() as f64
    };
    near(world.whole("aware"), aware(&world));
    world.regimes[0] = Regime::new("none", "None", Parts::default()).expect("a regime");
    near(world.whole("aware"), aware(&world));
    world.regimes[1] = Regime::new("none", "None", Parts::default()).expect("a regime");
    assert_eq!(world.whole("aware"), None, "there are no rules to know");
}

#[test]
fn the_trusted_of_several_cities() {
    let mut world = mixed();
    // In the one regime doors open from 600 points on, for all; in the other in the middle, for those who
    // consented.
    let half = Chance::from_share(0.5);
    let trusted = world.persons().filter(|(chunk, at)| {
        let tier = chunk.standing[*at].tier();
        let person = chunk.first_person() + *at as u32;
        if world.regime_of(chunk, *at).name == "h" {
            tier == 1 && enrolled(&world.society.draws, half, person, chunk.born[*at])
        } else {
            tier == 2
        }
    });
    let trusted = trusted.count() as f64;
    let others = f64::from(world.society.persons) - trusted;
    world.tally.deeds[Matter::LateBill.index()] = 70;
    world.tally.deeds[Matter::Petition.index()] = 900;
    world.tally.violations_trusted = 20;
    near(world.whole("trust-warranted"), 20.0 / trusted / (50.0 / others));
    world.tally.violations_trusted = 70;
    assert_eq!(world.whole("trust-warranted"), None, "nobody else did anything");
}

#[test]
fn scores_of_several_cities() {
    let mut world = mixed();
    // Scores from 10 on, of one regime and another: bins begin at the floor.
    let mut parts = regime().into_parts();
    parts.scale =
        parts.scale.map(|scale| demerit_regime::Scale { floor: demerit_kernel::Points(-10), ..scale });
    world.regimes[0] = Regime::new("r", "R", parts).expect("a regime");
    let mut wanted: BTreeMap<(u8, u8, i32), f64> = BTreeMap::new();
    for (chunk, at) in world.persons() {
        let hears = world.regime_of(chunk, at).name == "h";
        let (floor, width) = if hears { (0, 20) } else { (-10, 21) };
        let bin = (i32::from(chunk.score[at]) - floor) / width;
        *wanted.entry((u8::from(hears), chunk.standing[at].tier(), floor + bin * width)).or_default() += 1.0;
    }
    let named = wanted.into_iter().map(|((regime, tier, low), count)| {
        let width = if regime == 1 { 20 } else { 21 };
        let tier = ["low", "middle", "high"][usize::from(tier)];
        (tier.to_owned(), format!("bin:{low}-{}", low + width), count)
    });
    assert_eq!(world.values("score-bin"), named.collect::<Vec<_>>());
}

#[test]
fn pairs_of_several_cities() {
    let (mut here, mut twin) = (mixed(), mixed());
    twin.regimes[1] = Regime::new("none", "None", Parts::default()).expect("a regime");
    for world in [&mut here, &mut twin] {
        world
            .chunks
            .iter_mut()
            .flat_map(|chunk| &mut chunk.tables)
            .for_each(|one| one.flags = Default::default());
    }
    for (number, chunk) in twin.chunks.iter_mut().enumerate() {
        chunk.standing[100 + number].put_tier(0);
        chunk.standing[1124 + number].put_tier(0);
    }
    let mut wanted = Pair::default();
    for ((mine, at), (theirs, _)) in here.persons().zip(twin.persons()) {
        let under = |world: &World, chunk: &Chunk| {
            let away = chunk.planes[at / LANES as usize].away.contains((at % LANES as usize) as u16);
            !world.regime_of(chunk, at).rules().is_empty() && chunk.standing[at].tier() == 0 && !away
        };
        match (under(&here, mine), under(&twin, theirs)) {
            (true, false) => wanted.only_here += 1,
            (false, true) => wanted.only_in_twin += 1,
            (true, true) => wanted.in_both += 1,
            (false, false) => {}
        }
    }
    let pair = Pair::of((&here.view(), &here.all_chunks()), (&twin.view(), &twin.all_chunks()), false);
    assert_eq!(pair, wanted);
    assert!(wanted.only_here > 100 && wanted.in_both > 100 && wanted.only_in_twin > 0, "{wanted:?}");
}

#[test]
fn partners_of_several_cities() {
    let mut world = mixed();
    world.regimes[0] = Regime::new("none", "None", Parts::default()).expect("a regime");
    let mut couples: Vec<(f64, f64)> = Vec::new();
    for chunk in &world.chunks {
        for (block, tables) in (0u32..).zip(&chunk.tables) {
            let from = (block * LANES) as usize;
            if world.regime_of(chunk, from).scale.is_none() {
                continue;
            }
            let number = chunk.first_block.0 + block;
            let to = (from + LANES as usize).min(chunk.persons());
            let (pattern, born) = (world.society.pattern(number), &chunk.born[from..to]);
            let at_home =
                home(pattern, born, &tables.flags, &tables.marks.couples, number * LANES, world.tick);
            let score = |lane: u16| f64::from(chunk.score[from + usize::from(lane)]);
            let of = |lane: u16| at_home.partner(lane).map(|other| (score(lane), score(other)));
            couples.extend((0..(to - from) as u16).filter_map(of));
        }
    }
    assert!(couples.len() > 400, "{}", couples.len());
    let n = couples.len() as f64;
    let mean = couples.iter().map(|one| one.0).sum::<f64>() / n;
    let spread: f64 = couples.iter().map(|one| (one.0 - mean) * (one.0 - mean)).sum();
    let joint: f64 = couples.iter().map(|one| (one.0 - mean) * (one.1 - mean)).sum();
    let sorting = Sorting::of(&world.view(), &world.all_chunks(), &world.all_chunks());
    near(sorting.correlation(), joint / spread);
}

#[test]
fn income_lost_in_several_cities() {
    use demerit_society::population::income::{mean_of_bytes, of_byte};
    let mut world = mixed();
    world.chunks.iter_mut().for_each(|chunk| {
        for at in (0..chunk.persons()).step_by(7) {
            chunk.tables[at / LANES as usize]
                .marks
                .hardship
                .put((at % LANES as usize) as u16, (at % 200) as u8 + 1);
        }
    });
    world.count_population();
    let sigma = world.society.traits.income_sigma;
    let lost = |after_exit: bool| {
        let of = |(chunk, at): (&Chunk, usize)| {
            let number = chunk.first_person() + at as u32;
            let marks = &chunk.tables[at / LANES as usize].marks;
            let person = world.society.person(number, chunk.born[at], chunk.habits_of(at));
            let rank =
                world.society.income_rank(&person, world.society.pattern(number / LANES), marks, world.tick);
            let share = f64::from(marks.hardship.of((at % LANES as usize) as u16)) / 255.0;
            let under = sanction(world.regime_of(chunk, at), chunk, at).is_some();
            if after_exit && under { 0.0 } else { of_byte(sigma, (rank * 256.0) as u8) * share }
        };
        let adults = (world.population[Group::All] - world.population[Group::Minor]) as f64;
        world.persons().map(of).sum::<f64>() / (adults * mean_of_bytes(sigma))
    };
    near(world.whole("income-lost"), lost(false));
    near(world.whole("income-lost-after-exit"), lost(true));
    assert!(lost(true) > 0.0 && lost(true) < lost(false));
}

/// Rules and gates that the tests above rest on.
#[test]
fn the_regimes_are_as_the_tests_take_them() {
    for regime in [regime(), hearing()] {
        assert_eq!(regime.tiers.of(demerit_kernel::Points(199)), 0);
        assert!(regime.tiers.sanctions(0) && !regime.tiers.sanctions(1));
        assert_eq!(
            regime.rules(),
            [Rule::plain(Matter::LateBill, demerit_kernel::Points(-10), provenance())]
        );
        assert_eq!(Matter::LateBill.domain(), Domain::Finance);
    }
}
