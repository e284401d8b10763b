//! How wrong sanctions are, layer by layer, and sanctions as a test of what people truly did.

use crate::mixed::mixed;
use crate::{World, near, regime};
use demerit_kernel::LANES;
use demerit_measures::{Group, Stock};
use demerit_regime::{Parts, Regime, Request};
use demerit_society::state::spell::follow;
use demerit_society::{Flags, Origin};

/// Puts somebody under a sanction by a score, with what the deeds deserve and what errors took; below 200
/// points a tier sanctions.
fn sanctioned(world: &mut World, at: usize, (score, deserved): (i16, i16), losses: &[(Origin, i16)]) {
    let (chunk, block, lane) = (&mut world.chunks[0], at / LANES as usize, (at % LANES as usize) as u16);
    chunk.score[at] = score;
    chunk.standing[at].put_tier(world.regimes[0].tiers.of(demerit_kernel::Points(score)));
    let tables = &mut chunk.tables[block];
    chunk.gaps[at].put(deserved, score, &mut tables.far, lane);
    for (origin, points) in losses {
        tables.losses.count(usize::from(lane), *origin, -points);
    }
}

/// Counts anew, with a spell for everybody under a sanction.
fn counted(mut world: World) -> World {
    let under: Vec<_> = world
        .persons()
        .map(|(chunk, at)| demerit_measures::sanction(world.regime_of(chunk, at), chunk, at))
        .collect();
    for (at, now) in under.into_iter().enumerate() {
        let spells = &mut world.chunks[0].tables[at / LANES as usize].spells;
        follow(spells, (at % LANES as usize) as u16, world.tick, now);
    }
    world.stock = Stock::of(&world.view(), &world.all_chunks());
    world
}

#[test]
fn one_person_for_each_kind_of_error() {
    let mut world = World::new();
    let errors = [
        (Origin::WrongPerson, 0),
        (Origin::WrongJoin, 0),
        (Origin::Clerk, 0),
        (Origin::Tie, 1),
        (Origin::WrongInference, 2),
        (Origin::Mixed, 3),
    ];
    for (at, (origin, _)) in errors.iter().enumerate() {
        sanctioned(&mut world, at, (190, 400), &[(*origin, 20)]);
        // The same by the list alone.
        let (chunk, lane) = (&mut world.chunks[0], 1000 - at as u16);
        let mut flags = Flags::default();
        flags.put(Flags::LISTED, true);
        flags.put_listing_origin(*origin);
        chunk.tables[1].flags.put_all(lane, flags);
    }
    // Who deserves it and is under one, by a tier and by the list; and who deserves it and is spared.
    sanctioned(&mut world, 100, (150, 150), &[]);
    world.chunks[0].tables[0].flags.put(101, Flags::LISTED, true);
    world.chunks[0].tables[0].flags.put(101, Flags::DUE, true);
    sanctioned(&mut world, 102, (300, 150), &[]);
    world.chunks[0].tables[0].flags.put(103, Flags::DUE, true);
    world.tally.refused[Request::Loan.index()][0] = 10;
    world.tally.refused_wrongly[Request::Loan.index()] = 4;
    world.tally.met_wrongly[Request::Deposit.index()] = 18;
    let world = counted(world);
    let persons = 2048.0;
    for (layer, count) in [("identity", 6.0), ("tie", 8.0), ("inference", 10.0), ("whole", 12.0)] {
        near(world.at("wrong-in-layers", "all", &format!("layer:{layer}")), count / persons);
    }
    near(world.whole("wrongly-sanctioned"), 12.0 / persons);
    near(world.whole("deserving"), 4.0 / persons);
    near(world.whole("sanction-precision"), 2.0 / 14.0);
    near(world.whole("sanction-recall"), 2.0 / 4.0);
    near(world.whole("deserving-spared"), 2.0 / 4.0);
    near(world.whole("innocent-sanctioned"), 12.0 / (persons - 4.0));
    for (instrument, precision, recall) in
        [("tier", 1.0 / 7.0, 1.0 / 2.0), ("list", 1.0 / 7.0, 1.0 / 2.0), ("refusal", 0.6, 6.0 / 24.0)]
    {
        let group = format!("instrument:{instrument}");
        near(world.at("instrument-precision", "all", &group), precision);
        near(world.at("instrument-recall", "all", &group), recall);
    }
}

#[test]
fn without_errors_every_sanction_is_right_and_nobody_is_spared() {
    let mut world = World::new();
    let none = counted(World::new());
    assert_eq!(none.whole("sanction-precision"), None, "nobody is under a sanction");
    assert_eq!(none.whole("sanction-recall"), None, "nobody deserves one");
    near(none.whole("innocent-sanctioned"), 0.0);
    for at in (0..2048).step_by(50) {
        sanctioned(&mut world, at, (120, 120), &[]);
    }
    let world = counted(world);
    for (_, _, share) in world.values("wrong-in-layers") {
        near(Some(share), 0.0);
    }
    for name in ["sanction-precision", "sanction-recall"] {
        near(world.whole(name), 1.0);
    }
    for name in ["innocent-sanctioned", "deserving-spared"] {
        near(world.whole(name), 0.0);
    }
}

#[test]
fn under_limits_of_purpose_nobody_knows_which_refusals_are_spared() {
    let mut world = World::new();
    world.tally.refused[Request::Loan.index()][0] = 10;
    let parts = Parts { purpose_limits: true, ..regime().into_parts() };
    world.regimes[0] = Regime::new("limits", "Limits", parts).expect("a regime");
    near(world.at("instrument-precision", "all", "instrument:refusal"), 1.0);
    assert_eq!(world.at("instrument-recall", "all", "instrument:refusal"), None);
}

#[test]
fn the_four_cells_of_each_group_fit_together() {
    let mut world = mixed();
    world.stock = Stock::of(&world.view(), &world.all_chunks());
    let mut told = 0;
    for group in Group::ALL {
        let of = |name| world.at(name, "all", group.name());
        let (Some(precision), Some(recall)) = (of("sanction-precision"), of("sanction-recall")) else {
            continue;
        };
        let (sanctioned, deserving) = (of("sanctioned").unwrap(), of("deserving").unwrap());
        near(Some(precision * sanctioned), recall * deserving);
        near(of("deserving-spared"), 1.0 - recall);
        near(of("innocent-sanctioned"), of("wrongly-sanctioned").unwrap() / (1.0 - deserving));
        near(of("wrongly-sanctioned"), sanctioned * (1.0 - precision));
        told += 1;
    }
    assert_eq!(told, Group::ALL.len());
    let layers: Vec<f64> = world.values("wrong-in-layers").into_iter().map(|one| one.2).collect();
    assert!(layers.is_sorted() && layers[0] > 0.0, "{layers:?}");
    near(world.whole("wrongly-sanctioned"), layers[3]);
    // Parts of a family sum to the whole.
    for family in ["sex:", "residence:", "age:", "income:", "looks:", "wave:"] {
        let groups = Group::ALL.into_iter().filter(|group| group.name().starts_with(family));
        let sum: u64 = groups.map(|group| world.stock.deserving[group]).sum();
        assert_eq!(sum, world.stock.deserving[Group::All], "{family}");
    }
}
