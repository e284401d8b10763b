//! Speech: care for others, the climate of opinion, closed accounts and lost readers, each apart from the
//! others.

use demerit_engine::{Schedule, World};
use demerit_fixtures::census::quiet;
use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{
    all_do, does, events, null, of, provenance, regime, rule, run, scale, spillover, tiers, world,
};
use demerit_kernel::{Draws, Seed};
use demerit_regime::{Matter, Mechanism, Mechanisms, Parts, Regime, Removal, Rule, Safeguards, Tie};
use demerit_society::conduct::deed::Deed;
use demerit_society::conduct::{ConductPlan, Follows, Who};
use demerit_society::reactions::account::Audience;
use demerit_society::reactions::care_for_others::Care;
use demerit_society::reactions::silence::Silence;
use demerit_society::society::SocietyPlan;
use demerit_society::state::Planes;
use demerit_society::state::events::{Cohort, EventKind};
use demerit_society::{Society, Tally};
use std::sync::Arc;

const PERSONS: u32 = 10_000;
const CRITICAL: usize = 2;

/// Everybody has a mind to post critically, and nobody reads a thing.
fn society() -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, Matter::CriticalPost, 0.1);
    all_do(&mut plan, Matter::SupportivePost, 0.1);
    for matter in [Matter::CriticalPost, Matter::SupportivePost] {
        plan.conduct[matter.index()].most = 2.0;
    }
    plan
}

fn removing(share: f64, closes: f64, reopens: f64) -> Regime {
    let removal = Removal {
        matters: vec![Matter::CriticalPost],
        share: of(share),
        closes: of(closes),
        reopens: of(reopens),
        provenance: provenance(),
    };
    regime(Parts { removal: Some(removal), ..Parts::default() })
}

#[test]
fn only_those_who_live_alone_speak_where_others_would_pay() {
    let mut plan = society();
    plan.reactions.care = Some(Care { care: 1.0, friends: 0.0 });
    let critical = Rule { spills: true, ..rule(Matter::CriticalPost, -10) };
    let parts = Parts {
        scale: scale(0, 100, 100),
        rules: vec![critical],
        tiers: tiers(&[0], 0),
        spillover: spillover(&Tie::ALL, 1.0),
        ..Parts::default()
    };
    let mut costly = world(&plan, PERSONS, regime(parts.clone()), true);
    let tally = run(&mut costly, 10);
    assert!(tally.withheld_for_others[CRITICAL] > 1000 && tally.withheld[CRITICAL] == 0);
    let mut spoke = 0;
    for event in events(&mut costly) {
        if event.kind == EventKind::Did(Deed::Act(Matter::CriticalPost)) {
            let (block, lane) = (event.person / 1024, (event.person % 1024) as usize);
            assert_eq!(costly.society.pattern(block)[lane].size, 1, "{}", event.person);
            spoke += 1;
        }
    }
    assert!(spoke > 100, "{spoke}");
    // Nobody holds back for others where nothing spills, or where nobody cares.
    let harmless = Parts { spillover: None, ..parts.clone() };
    let mut careless = plan.clone();
    careless.reactions.care = None;
    for (plan, parts) in [(&plan, harmless), (&careless, parts)] {
        let tally = run(&mut world(plan, PERSONS, regime(parts), false), 10);
        assert_eq!(tally.withheld_for_others, [0; 4]);
    }
}

#[test]
fn removed_posts_never_reach_others_and_silence_feeds_on_itself() {
    let mut plan = society();
    plan.reactions.silence = Some(Silence { slope: 1.0, usual: 0.5, memory: 5 });
    let mut removing = world(&plan, PERSONS, removing(1.0, 0.0, 0.0), false);
    run(&mut removing, 30);
    let tally = run(&mut removing, 20);
    let mut free = world(&plan, PERSONS, null(), false);
    run(&mut free, 30);
    let usual = run(&mut free, 20);
    // No critical post is heard any more: of a usual share of 1/2, willingness is 1/2 and a little for what
    // was heard before.
    let ratio = tally.published[CRITICAL] as f64 / usual.published[CRITICAL] as f64;
    assert!((0.48..0.58).contains(&ratio), "{ratio}");
    assert!(tally.muted[CRITICAL] > 0 && tally.muted[1] == 0);
    assert_eq!(tally.published[1], usual.published[1], "supporters hear no climate");
    let mut deaf = plan.clone();
    deaf.reactions.silence = None;
    assert_eq!(run(&mut world(&deaf, PERSONS, null(), false), 20).muted, [0; 4]);
}

#[test]
fn a_closed_account_publishes_nothing() {
    let mut plan = society();
    plan.reactions.audience = Some(Audience { readers: [10, 10, 10, 10] });
    let mut closing = world(&plan, PERSONS, removing(1.0, 1.0, 0.0), true);
    let tally = run(&mut closing, 40);
    let mut spoken = std::collections::HashSet::new();
    for event in events(&mut closing) {
        match event.kind {
            EventKind::AccountClosed => assert!(spoken.insert(event.person), "closed twice"),
            EventKind::Did(Deed::Act(Matter::CriticalPost)) => assert!(!spoken.contains(&event.person)),
            _ => {}
        }
    }
    assert_eq!(tally.accounts_closed as usize, spoken.len());
    assert_eq!(tally.removed[CRITICAL], tally.accounts_closed);
    assert_eq!(tally.reach[CRITICAL], 0);
    assert_eq!(
        tally.reach_lost,
        [10 * tally.removed[CRITICAL], 10 * (tally.silenced[1] + tally.silenced[2]), 0]
    );
    let closed: u32 =
        closing.chunks().flat_map(|chunk| &chunk.planes).map(|planes| planes.closed.count()).sum();
    assert_eq!(closed as usize, spoken.len());
    // Twins: what is done or silenced here is done there.
    let free = run(&mut world(&plan, PERSONS, null(), false), 40);
    for post in [1, CRITICAL] {
        assert_eq!(free.published[post], tally.published[post] + tally.silenced[post]);
    }
    assert_eq!((free.reach_lost, free.accounts_closed), ([0; 3], 0));
}

#[test]
fn accounts_are_opened_again_at_their_chance() {
    let mut closing = world(&society(), PERSONS, removing(1.0, 1.0, 1.0), false);
    run(&mut closing, 10);
    let tally = run(&mut closing, 1);
    let closed: u32 =
        closing.chunks().flat_map(|chunk| &chunk.planes).map(|planes| planes.closed.count()).sum();
    assert_eq!(u64::from(closed), tally.accounts_closed, "all that were closed before are open again");
}

/// Correlation of two columns.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let mean = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(&|one| one.0), mean(&|one| one.1));
    let product = |of: &dyn Fn(&(f64, f64)) -> f64| mean(of);
    let (xx, yy) = (product(&|one| (one.0 - x).powi(2)), product(&|one| (one.1 - y).powi(2)));
    product(&|one| (one.0 - x) * (one.1 - y)) / (xx * yy).sqrt()
}

/// The slope of the catalogue's society is set so that this comes near 0.10, as 66 studies found (fact
/// `silence-overall`).
#[test]
fn climate_and_willingness_correlate_weakly() {
    let mut plan = quiet();
    for (matter, rate) in
        [(Matter::SupportivePost, 0.4), (Matter::CriticalPost, 0.2), (Matter::InvestigativePost, 0.01)]
    {
        let factors = [0.0, 0.53, 16.7, 16.7];
        let conduct = ConductPlan { who: Who::Adults, rate, follows: Follows::Writing, factors, most: 2.5 };
        does(&mut plan, Deed::Act(matter), conduct);
    }
    let silence = Silence { slope: 1.2, usual: 0.344, memory: 26 };
    plan.reactions.silence = Some(silence);
    let mut free = world(&plan, 200_000, null(), false);
    run(&mut free, 104);
    let mut pairs = Vec::new();
    for chunk in free.chunks() {
        for at in (0..chunk.persons()).filter(|at| chunk.born[*at] < 104 - 18 * 52) {
            let climate = &chunk.tables[at / 1024].climate;
            let number = chunk.first_person() + at as u32;
            let support = free.society.person(number, chunk.born[at], chunk.habits_of(at)).support();
            pairs.push((climate.share(&silence), 2.0 * (1.0 - support) * silence.willingness(climate)));
        }
    }
    // About 195 neighbourhoods: a standard error of 0.005 or so in the correlation.
    let got = correlation(&pairs);
    assert!((0.07..0.13).contains(&got), "{got}");
}

/// The rich world with one mechanism off, for a year.
fn without(off: Mechanism) -> (Tally, World) {
    let draws = Draws::new(Seed(5));
    let mechanisms = Mechanisms::ALL.with(off, false);
    let safeguards = Safeguards::default();
    let society = Society::new(&rich_society(), PERSONS, draws).expect("a plan that can be built");
    let regimes = vec![regime(rich_parts()).switched(mechanisms, &safeguards).expect("a regime")];
    let plan = Schedule::new("test", regimes, Vec::new());
    let mut world =
        World::new(Arc::new(society.switched(mechanisms, &safeguards)), plan, Arc::new(Cohort::default()));
    let tally = run(&mut world, 52);
    (tally, world)
}

#[test]
fn each_switch_makes_its_mechanism_quiet_and_no_other() {
    let some = |counts: &[u64]| counts.iter().sum::<u64>() > 0;
    let counted = |world: &World, count: fn(&Planes) -> u32| {
        world.chunks().flat_map(|chunk| &chunk.planes).map(count).sum::<u32>()
    };
    for off in [
        Mechanism::Awareness,
        Mechanism::CareForOthers,
        Mechanism::Silence,
        Mechanism::Adaptation,
        Mechanism::Accounts,
        Mechanism::Benefits,
    ] {
        let (tally, world) = without(off);
        let on = |one: Mechanism| one != off;
        assert_eq!(counted(&world, |planes| planes.aware.count()) > 0, on(Mechanism::Awareness), "{off}");
        assert_eq!(some(&tally.withheld_for_others), on(Mechanism::CareForOthers), "{off}");
        assert_eq!(some(&tally.withheld) && some(&tally.muted), on(Mechanism::Silence), "{off}");
        assert_eq!(some(&tally.withheld) || some(&tally.muted), on(Mechanism::Silence), "{off}");
        assert_eq!(counted(&world, |planes| planes.hiding.count()) > 0, on(Mechanism::Adaptation), "{off}");
        assert_eq!(some(&tally.silenced) && tally.accounts_closed > 0, on(Mechanism::Accounts), "{off}");
        assert_eq!(some(&tally.deterred), on(Mechanism::Benefits), "{off}");
    }
}
