//! Word of the rules: it spreads as the SI model says, reaches the sanctioned at once, and nobody heeds rules
//! unknown to them.

use demerit_engine::World;
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{all_do, null, regime, rule, run, scale, tiers, watch, world};
use demerit_regime::{Channel, Matter, Parts, Regime};
use demerit_society::Flags;
use demerit_society::reactions::awareness::Awareness;
use demerit_society::reactions::response::Response;
use demerit_society::society::SocietyPlan;

const PERSONS: u32 = 10_000;
const BILL: usize = Matter::LateBill.index();

/// Everybody is late with a bill now and then, and every other one who heeds the rule about it is not.
fn society(awareness: Option<Awareness>) -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.05);
    plan.response = Response { deterrence: 0.5, ..plan.response };
    plan.reactions.awareness = awareness;
    plan
}

/// A rule about late bills that nobody ever sees broken, unless `reads`.
pub(crate) fn late_bills(reads: bool) -> Regime {
    regime(Parts {
        scale: scale(0, 100, 100),
        rules: vec![rule(Matter::LateBill, -60)],
        tiers: tiers(&[0, 50], 50),
        reads: if reads { vec![Channel::Finance] } else { Vec::new() },
        ..Parts::default()
    })
}

/// How many know the rules.
pub(crate) fn aware(world: &World) -> u32 {
    world.chunks().flat_map(|chunk| &chunk.planes).map(|planes| planes.aware.count()).sum()
}

#[test]
fn word_spreads_as_the_model_says() {
    let word = Awareness { news: 0.01, talk: 0.1 };
    let mut world = world(&society(Some(word)), PERSONS, late_bills(false), false);
    let mut share = 0.0;
    for _ in 0..8 {
        run(&mut world, 5);
        for _ in 0..5 {
            share += (1.0 - share) * (word.news + word.talk * share);
        }
        // The standard error of a share is at most 0.005; chance at the start of ten neighbourhoods adds as
        // much again.
        let got = f64::from(aware(&world)) / f64::from(PERSONS);
        assert!((got - share).abs() < 0.04, "{got} for {share}");
    }
    assert!(share > 0.6);
}

#[test]
fn a_rule_is_heeded_by_those_alone_who_know_it() {
    let mute = Awareness { news: 0.0, talk: 0.5 };
    let mut unaware = world(&society(Some(mute)), PERSONS, late_bills(false), false);
    let mut without = world(&society(None), PERSONS, null(), false);
    let (there, here) = (run(&mut unaware, 20), run(&mut without, 20));
    assert_eq!((there.deeds, aware(&unaware)), (here.deeds, 0));
    assert_eq!(there.deterred[BILL], 0);
}

#[test]
fn without_the_mechanism_everybody_heeds_from_the_first_week() {
    let mut world = world(&society(None), PERSONS, late_bills(false), false);
    let tally = run(&mut world, 1);
    let (done, left) = (tally.deeds[BILL] as f64, tally.deterred[BILL] as f64);
    // 500 would have been done; half of them are, give or take four standard errors of 11.
    assert!((done - 250.0).abs() < 64.0 && (left - 250.0).abs() < 64.0, "{done} {left}");
}

#[test]
fn a_sanction_tells_the_rules_at_once() {
    let mute = Awareness { news: 0.0, talk: 0.0 };
    let mut plan = society(Some(mute));
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    plan.response = Response { own: 0, tie: 0, ..plan.response };
    let mut world = world(&plan, PERSONS, late_bills(true), false);
    run(&mut world, 10);
    let mut sanctioned = 0;
    for chunk in world.chunks() {
        for (at, flags) in chunk.all_flags().enumerate() {
            let knows = chunk.planes[at / 1024].aware.contains((at % 1024) as u16);
            assert_eq!(knows, flags.has(Flags::SANCTIONED), "{at}");
            sanctioned += u32::from(knows);
        }
    }
    assert!(sanctioned > 1000, "{sanctioned}");
}
