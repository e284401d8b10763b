//! Precision of the record: how often what is written is true, against its closed form.
//!
//! With prevalence π of a deed in a person-tick, TPR the chance that somebody who did it is flagged, and FPR
//! that of somebody who did not, the share of flagged person-ticks with the deed is π·TPR/(π·TPR +
//! (1−π)·FPR). All tolerances are four standard errors of a share among the flagged.

use crate::forms::{SEED, seeded};
use demerit_engine::World;
use demerit_fixtures::census::{by_all, quiet};
use demerit_fixtures::worlds::{
    all_do, does, entries_by, events, habits, of, regime, rule, run, scale, watch, world,
};
use demerit_regime::{Channel, Matter, Parts, Regime, Rule, Trait};
use demerit_society::conduct::{ConductPlan, Follows};
use demerit_society::state::events::EventKind;
use demerit_society::watching::{Coverage, Watch};
use demerit_society::{Deed, Origin};
use std::collections::HashSet;

const PERSONS: u32 = 10_000;
const MATTER: Matter = Matter::AlcoholPurchase;

fn reads(channels: &[Channel], infers: Option<Trait>) -> Regime {
    regime(Parts {
        scale: scale(-30_000, 0, 30_000),
        rules: vec![Rule { infers, ..rule(MATTER, -1) }],
        reads: channels.to_vec(),
        ..Parts::default()
    })
}

#[track_caller]
fn close(what: &str, hits: u64, of_all: u64, expected: f64) {
    let share = hits as f64 / of_all as f64;
    let error = f64::sqrt(expected * (1.0 - expected) / of_all as f64);
    assert!(
        (share - expected).abs() <= 4.0 * error,
        "{what}: {share} for {expected} ± {error}, n = {of_all}"
    );
}

/// How often something is done, and how well a channel sees it.
#[derive(Clone, Copy)]
pub(crate) struct Sight {
    pub(crate) prevalence: f64,
    pub(crate) coverage: f64,
    pub(crate) miss: f64,
    pub(crate) false_match: f64,
}

impl Sight {
    /// The share of deeds that are seen.
    fn seen(self) -> f64 {
        self.coverage * (1.0 - self.miss)
    }

    /// The closed form. A person who did it is flagged by what was seen or by a false match besides.
    pub(crate) fn precision(self) -> f64 {
        let (tpr, fpr) = (1.0 - (1.0 - self.seen()) * (1.0 - self.false_match), self.false_match);
        self.prevalence * tpr / (self.prevalence * tpr + (1.0 - self.prevalence) * fpr)
    }

    /// A world in which everybody does it alike.
    pub(crate) fn world(self, persons: u32, seed: u64) -> World {
        let mut plan = quiet();
        all_do(&mut plan, MATTER, self.prevalence);
        plan.watching = vec![Watch {
            miss: of(self.miss),
            false_match: of(self.false_match),
            ..watch(Channel::App, &[MATTER], self.coverage)
        }];
        seeded(&plan, persons, reads(&[Channel::App], None), true, seed)
    }
}

/// Person-ticks with the deed, flagged, and both.
pub(crate) fn flagged(world: &mut World) -> (u64, u64, u64) {
    let (mut did, mut flagged) = (HashSet::new(), HashSet::new());
    for event in events(world) {
        match event.kind {
            EventKind::Did(_) => did.insert((event.person, event.tick)),
            EventKind::Entered { .. } => flagged.insert((event.person, event.tick)),
            _ => false,
        };
    }
    (did.len() as u64, flagged.len() as u64, flagged.intersection(&did).count() as u64)
}

#[test]
fn the_precision_of_the_record_is_that_of_the_closed_form() {
    for (prevalence, coverage, miss, false_match) in
        [(0.02, 0.6, 0.25, 0.001), (0.001, 0.9, 0.04, 0.003), (0.3, 1.0, 0.0, 0.05), (0.01, 0.5, 0.5, 0.0)]
    {
        let sight = Sight { prevalence, coverage, miss, false_match };
        let mut world = sight.world(PERSONS, SEED);
        let ticks = 100;
        let tally = run(&mut world, ticks);
        let (did, flagged, right) = flagged(&mut world);
        close("prevalence", did, u64::from(PERSONS * ticks), prevalence);
        close("seen", tally.seen[MATTER.index()], did, sight.seen());
        close("precision", right, flagged, sight.precision());
        // The same from the origins that the laboratory keeps: entries with a deed behind them among all
        // entries.
        let (true_ones, false_ones) =
            (entries_by(&tally, Origin::OwnDeed), entries_by(&tally, Origin::WrongPerson));
        let by_origin = prevalence * sight.seen() / (prevalence * sight.seen() + false_match);
        close("precision by origin", true_ones, true_ones + false_ones, by_origin);
    }
}

#[test]
fn each_kind_of_error_has_its_own_share() {
    let (prevalence, wrong_person, wrong_join, false_match, clerk) = (0.05, 0.1, 0.05, 0.002, 0.004);
    let mut plan = quiet();
    all_do(&mut plan, MATTER, prevalence);
    plan.watching = vec![Watch {
        wrong_person: of(wrong_person),
        wrong_join: of(wrong_join),
        false_match: of(false_match),
        clerk: of(clerk),
        ..watch(Channel::App, &[MATTER], 0.8)
    }];
    let tally = run(&mut world(&plan, PERSONS, reads(&[Channel::App], None), false), 200);
    let all: u64 = Origin::ALL.iter().map(|&origin| entries_by(&tally, origin)).sum();
    let seen = prevalence * 0.8;
    let whole = seen + false_match + clerk;
    for (origin, part) in [
        (Origin::OwnDeed, seen * (1.0 - wrong_person - wrong_join)),
        (Origin::WrongPerson, seen * wrong_person + false_match),
        (Origin::WrongJoin, seen * wrong_join),
        (Origin::Clerk, clerk),
    ] {
        close(origin.name(), entries_by(&tally, origin), all, part / whole);
    }
}

#[test]
fn what_a_rule_reads_into_a_proxy_is_as_often_right_as_the_trait_is_among_the_deeds() {
    let mut plan = quiet();
    let factors = [0.0, 0.5, 3.0, 10.0];
    let conduct = ConductPlan { follows: Follows::Drinking, factors, rate: 2.0, ..by_all(0.0) };
    does(&mut plan, Deed::Act(MATTER), conduct);
    plan.watching = vec![watch(Channel::App, &[MATTER], 0.7)];
    let mut world = world(&plan, PERSONS, reads(&[Channel::App], Some(Trait::Dependency)), false);
    // Nobody dies, so the deeds of each class follow from how many there are of it.
    let mut deeds = [0.0; 4];
    let drinkers = habits(&world);
    for habits in &drinkers {
        let class = usize::from(habits.drinking());
        deeds[class] += -f64::exp_m1(-2.0 * factors[class] / 52.0);
    }
    let tally = run(&mut world, 200);
    let (right, wrong) = (entries_by(&tally, Origin::OwnDeed), entries_by(&tally, Origin::WrongInference));
    close("inference", right, right + wrong, deeds[3] / deeds.iter().sum::<f64>());
    // Nobody deserves to lose points for a trait that is not there.
    let deserved = world.chunks().flat_map(|chunk| chunk.all_deserved());
    assert!(drinkers.iter().zip(deserved).all(|(habits, points)| points == 0 || habits.drinking() == 3));
}

#[test]
fn apps_see_those_who_use_them_and_cameras_those_in_view() {
    let mut plan = quiet();
    all_do(&mut plan, MATTER, 0.1);
    let all = watch(Channel::App, &[MATTER], 1.0);
    // Of two channels the first that sees a deed writes the entry; the other gets what is left.
    plan.watching = vec![
        Watch { coverage: Coverage::AppUsers, ..all.clone() },
        Watch { coverage: Coverage::CityCameras, channel: Channel::Camera, ..all },
    ];
    let mut world = world(&plan, PERSONS, reads(&[Channel::App, Channel::Camera], None), false);
    let society = world.society.clone();
    let (mut by_app, mut by_camera) = (0.0, 0.0);
    let births = world.chunks().flat_map(|chunk| &chunk.born);
    for (person, (&born, habits)) in (0..PERSONS).zip(births.zip(habits(&world))) {
        if society.person(person, born, habits).uses_apps() {
            by_app += 1.0;
        } else {
            by_camera += society.city(person / 1024).in_view.value();
        }
    }
    let tally = run(&mut world, 100);
    let done = tally.deeds[MATTER.index()];
    let entries = |channel: Channel| tally.entries[channel.index()].iter().sum::<u64>();
    close("apps", entries(Channel::App), done, by_app / f64::from(PERSONS));
    close("cameras", entries(Channel::Camera), done, by_camera / f64::from(PERSONS));
}
