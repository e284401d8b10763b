//! Hiding: those who are startled and know the rules hide, and stop at a chance; what apps would have seen is
//! not seen then.

use demerit_engine::World;
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{all_do, of, regime, rule, run, scale, tiers, watch, world};
use demerit_regime::{Channel, Matter, Parts, Regime};
use demerit_society::reactions::adaptation::Hiding;
use demerit_society::reactions::awareness::Awareness;
use demerit_society::society::SocietyPlan;
use demerit_society::watching::{Coverage, Watch};

const PERSONS: u32 = 10_000;
const GAMES: usize = Matter::GamePurchase.index();

/// Everybody buys games, and apps see them all.
fn society(hiding: Option<Hiding>) -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, Matter::GamePurchase, 0.2);
    plan.traits.uses_apps = of(1.0);
    plan.watching =
        vec![Watch { coverage: Coverage::AppUsers, ..watch(Channel::App, &[Matter::GamePurchase], 1.0) }];
    plan.reactions.hiding = hiding;
    plan
}

fn games() -> Regime {
    regime(Parts {
        scale: scale(-1000, 0, 1000),
        rules: vec![rule(Matter::GamePurchase, -1)],
        tiers: tiers(&[-1000], -1000),
        reads: vec![Channel::App],
        ..Parts::default()
    })
}

fn hidden(world: &World) -> u32 {
    world.chunks().flat_map(|chunk| &chunk.planes).map(|planes| planes.hiding.count()).sum()
}

#[test]
fn those_who_are_caught_hide_and_are_seen_no_more() {
    let mut for_good =
        world(&society(Some(Hiding { starts: of(1.0), stops: of(0.0) })), PERSONS, games(), false);
    run(&mut for_good, 60);
    let late = run(&mut for_good, 10);
    // Nearly every adult has been caught once; children do not hide.
    assert!(hidden(&for_good) > 7000 && hidden(&for_good) < 8500, "{}", hidden(&for_good));
    let mut open = world(&society(None), PERSONS, games(), false);
    run(&mut open, 60);
    let seen = run(&mut open, 10);
    assert_eq!(late.deeds[GAMES], seen.deeds[GAMES], "what is done does not change");
    assert_eq!(seen.seen[GAMES], seen.deeds[GAMES]);
    let ratio = late.seen[GAMES] as f64 / late.deeds[GAMES] as f64;
    let shown = 1.0 - f64::from(hidden(&for_good)) / f64::from(PERSONS);
    assert!((ratio - shown).abs() < 0.03, "{ratio} for {shown}");
}

#[test]
fn hiding_balances_between_its_two_chances() {
    // An adult is caught with chance 0.2 and then hides with 0.5; a hidden one is seen by nobody and stops
    // with 0.1.
    let mut world =
        world(&society(Some(Hiding { starts: of(0.5), stops: of(0.1) })), PERSONS, games(), false);
    run(&mut world, 60);
    let adults = world.chunks().flat_map(|chunk| &chunk.born).filter(|&&born| born < 60 - 18 * 52).count();
    let share = f64::from(hidden(&world)) / adults as f64;
    assert!((share - 0.5).abs() < 0.05, "{share}");
}

#[test]
fn nobody_hides_without_a_chance_or_without_knowing() {
    let never = society(Some(Hiding { starts: of(0.0), stops: of(0.1) }));
    let mut unaware = society(Some(Hiding { starts: of(1.0), stops: of(0.0) }));
    unaware.reactions.awareness = Some(Awareness { news: 0.0, talk: 0.0 });
    for plan in [never, unaware, society(None)] {
        let mut world = world(&plan, PERSONS, games(), false);
        run(&mut world, 20);
        assert_eq!(hidden(&world), 0);
    }
}
