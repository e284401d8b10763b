//! Twins: the same people with the same luck in two worlds, which differ by what a regime does and by nothing
//! else.
//!
//! No tolerance: what one mechanism cannot reach must be equal, bit by bit.

use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{
    erring, events, gate, null, of, provenance, regime, rule, run, scale, spillover, tiers, world,
};
use demerit_kernel::Chance;
use demerit_regime::{
    Appeals, Burden, Channel, CourtList, Forgetting, Matter, Parts, Regime, Removal, Request, Tie,
};
use demerit_society::consequences::Consequences;
use demerit_society::consequences::partner::Partners;
use demerit_society::reactions::Reactions;
use demerit_society::reactions::response::Response;
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::{Event, EventKind};
use demerit_society::{Deed, Origin, Tally};

const PERSONS: u32 = 10_000;

/// The rich society in which nobody responds to anything, watching included, and no sanction has
/// consequences.
pub(crate) fn unmoved() -> SocietyPlan {
    let mut plan = rich_society();
    plan.consequences = Consequences::default();
    plan.attention = None;
    plan.response = Response {
        own: 0,
        tie: 0,
        fade: Chance::ZERO,
        chill: 0.0,
        silence: 0.0,
        deterrence: 0.0,
        gaming: 0.0,
    };
    plan.reactions = Reactions::default();
    plan.remedies.filing = None;
    plan
}

/// Every deed of everybody: when, who, what.
fn deeds(events: &[Event]) -> Vec<(u32, u32, Deed)> {
    let did = |event: &Event| match event.kind {
        EventKind::Did(deed) => Some((event.tick, event.person, deed)),
        _ => None,
    };
    events.iter().filter_map(did).collect()
}

/// A regime of parts that can do nothing: it reads all, keeps a score that no rule moves, and has gates that
/// refuse nobody.
fn idle() -> Parts {
    Parts {
        scale: scale(-100, 0, 100),
        rules: Vec::new(),
        tiers: tiers(&[-100], -100),
        spillover: spillover(&Tie::ALL, 0.5),
        list: None,
        gates: Request::ALL.iter().map(|&request| gate(request, 0, true, 0)).collect(),
        review_every: 4,
        forgetting: Some(Forgetting { every: 8, share: of(0.5) }),
        appeals: Some(Appeals {
            capacity_milli: 5000,
            silence: of(0.5),
            within: None,
            burden: Burden::Office,
            proves: Chance::ONE,
            upheld_wrong: of(0.5),
            upheld_right: of(0.5),
            provenance: provenance(),
        }),
        removal: Some(Removal {
            matters: Matter::ALL.to_vec(),
            share: Chance::ZERO,
            closes: of(0.5),
            reopens: of(0.1),
            provenance: provenance(),
        }),
        reads: Channel::ALL.to_vec(),
        ..Parts::default()
    }
}

#[test]
fn with_every_mechanism_off_both_worlds_are_the_same_bytes() {
    let plan = rich_society();
    let mut worlds = [world(&plan, PERSONS, null(), true), world(&plan, PERSONS, regime(idle()), true)];
    for _ in 0..10 {
        let tallies = worlds.each_mut().map(|world| run(world, 10));
        assert!(tallies[0] == tallies[1]);
        assert_eq!(worlds[0].digest(), worlds[1].digest());
    }
    // A regime with tiers tells in which everybody begins.
    let [one, other] = worlds.each_mut().map(|world| {
        let mut events = events(world);
        events.retain(|event| !matches!(event.kind, EventKind::Tier(_)));
        events
    });
    assert!(one == other && !one.is_empty());
}

#[test]
fn a_list_that_nobody_enters_changes_no_person() {
    let list = CourtList {
        name: "list".into(),
        enter: Chance::ZERO,
        term: None,
        repair: of(0.5),
        provenance: provenance(),
    };
    let plan = rich_society();
    let with = regime(Parts { list: Some(list), ..idle() });
    let mut worlds = [world(&plan, PERSONS, null(), true), world(&plan, PERSONS, with, true)];
    let tallies = worlds.each_mut().map(|world| run(world, 100));
    assert_eq!(tallies[0].deeds, tallies[1].deeds);
    // Entries that lead nowhere are the one difference.
    assert!(tallies[1].seen[Matter::UnpaidOrder.index()] > 0 && tallies[1].listed == 0);
    for (one, other) in worlds[0].chunks().zip(worlds[1].chunks()) {
        assert!(one.born == other.born && one.score == other.score && one.all_flags().eq(other.all_flags()));
    }
}

#[test]
fn births_and_deaths_and_couples_without_regard_are_the_same_in_all_worlds() {
    let mut plan = rich_society();
    plan.consequences.partners = plan.consequences.partners.map(Partners::without_regard);
    let mut tallies = Vec::new();
    let mut columns = Vec::new();
    for regime in
        [null(), regime(rich_parts()), regime(Parts { review_every: 13, appeals: None, ..rich_parts() })]
    {
        let mut world = world(&plan, PERSONS, regime, false);
        let tally = run(&mut world, 100);
        tallies.push((tally.deaths, tally.parted, tally.paired));
        columns.push(
            world
                .chunks()
                .map(|chunk| {
                    let parted =
                        chunk.all_flags().map(|flags| flags.has(demerit_society::Flags::PARTED)).collect();
                    (chunk.born.clone(), chunk.habits.clone(), parted)
                })
                .collect::<Vec<(_, _, Vec<bool>)>>(),
        );
    }
    assert!(tallies[0].0 > 0 && tallies[0].1 > 0 && tallies[0].2 > 0, "{tallies:?}");
    assert!(tallies.iter().all(|tally| *tally == tallies[0]));
    assert!(columns.iter().all(|one| *one == columns[0]));
}

/// The rich regime, except that it closes no account: a closed account keeps other posts back too.
fn open_parts() -> Parts {
    let mut parts = rich_parts();
    if let Some(removal) = &mut parts.removal {
        removal.closes = Chance::ZERO;
    }
    parts
}

/// A name and what is done to the parts.
type Switch = (&'static str, fn(&mut Parts));

const SWITCHES: [Switch; 8] = [
    ("spillover", |parts| parts.spillover = None),
    ("list", |parts| parts.list = None),
    ("gates", |parts| parts.gates.clear()),
    ("review", |parts| parts.review_every = 8),
    ("forgetting", |parts| parts.forgetting = None),
    ("appeals", |parts| parts.appeals = None),
    ("removal", |parts| parts.removal = None),
    ("tiers", |parts| parts.tiers = tiers(&[0], 0)),
];

#[test]
fn where_nobody_responds_one_mechanism_changes_no_draw_of_another() {
    let plan = unmoved();
    let told = |parts: Parts| {
        let mut world = world(&plan, PERSONS, regime(parts), true);
        let tally = run(&mut world, 52);
        (tally, events(&mut world))
    };
    let (whole, whole_events) = told(open_parts());
    for (name, switch_off) in SWITCHES {
        let mut parts = open_parts();
        switch_off(&mut parts);
        let (tally, events) = told(parts);
        assert_eq!(deeds(&events), deeds(&whole_events), "deeds differ without {name}");
        assert_eq!(tally.published, whole.published, "{name}");
        // Without the list an unpaid order is still on record, by its rule.
        assert_eq!(tally.seen, whole.seen, "{name}");
        assert_eq!(tally.entries, whole.entries, "{name}");
        assert_eq!(tally.points_gained, whole.points_gained, "{name}");
        let own = |tally: &Tally| {
            let mut lost = tally.points_lost;
            for by_origin in &mut lost {
                by_origin[Origin::Tie.index()] = 0;
            }
            lost
        };
        assert_eq!(own(&tally), own(&whole), "{name}");
        if name != "spillover" {
            assert_eq!(tally.points_lost, whole.points_lost, "{name}");
        }
        if name != "list" && name != "appeals" {
            assert_eq!((tally.listed, tally.unlisted), (whole.listed, whole.unlisted), "{name}");
        }
        if name != "removal" {
            assert_eq!(tally.removed, whole.removed, "{name}");
        }
    }
}

#[test]
fn spillover_moves_scores_and_nothing_else() {
    let plan = unmoved();
    let with = Parts { gates: Vec::new(), appeals: None, ..rich_parts() };
    let without = Parts { spillover: None, ..with.clone() };
    let mut worlds = [with, without].map(|parts| world(&plan, PERSONS, regime(parts), false));
    let mut tallies = worlds.each_mut().map(|world| run(world, 52));
    assert_ne!(tallies[0], tallies[1]);
    for tally in &mut tallies {
        for by_origin in &mut tally.points_lost {
            by_origin[Origin::Tie.index()] = 0;
        }
        // Spells under a sanction follow the scores.
        *tally = Tally {
            sanctions_begun: 0,
            went_on: Tally::default().went_on,
            ended: Tally::default().ended,
            sanction_weeks: Tally::default().sanction_weeks,
            consequence_weeks: 0,
            unreviewed: 0,
            ..tally.clone()
        };
    }
    assert!(tallies[0] == tallies[1]);
    for (one, other) in worlds[0].chunks().zip(worlds[1].chunks()) {
        assert!(
            one.all_deserved().eq(other.all_deserved())
                && one.born == other.born
                && one.tables.iter().zip(&other.tables).all(|(one, other)| one.fear == other.fear)
        );
        assert!(one.score.iter().zip(&other.score).any(|(with, without)| with < without));
    }
}

/// Rules of the rich regime without fear, so that people respond to rules alone.
fn responding() -> SocietyPlan {
    let mut plan = rich_society();
    plan.response = Response { own: 0, tie: 0, silence: 0.0, ..plan.response };
    plan.consequences = Consequences::default();
    // One kind of post moves the climate for others, and a sanction tells of all rules at once.
    plan.reactions = Reactions { silence: None, awareness: None, ..plan.reactions };
    plan
}

fn rules_without(matter: Matter) -> Regime {
    let mut parts = open_parts();
    parts.rules.retain(|rule| rule.matter != matter);
    regime(parts)
}

#[test]
fn a_rule_about_one_matter_changes_no_deed_of_another_kind() {
    let plan = responding();
    let of_regime = |regime| {
        let mut world = world(&plan, PERSONS, regime, true);
        run(&mut world, 52);
        deeds(&events(&mut world))
    };
    let whole = of_regime(regime(open_parts()));
    for matter in [Matter::LateBill, Matter::CivicAct, Matter::CriticalPost] {
        let without = of_regime(rules_without(matter));
        let split = |all: &[(u32, u32, Deed)]| -> (Vec<_>, Vec<_>) {
            all.iter().copied().partition(|deed| deed.2 == Deed::Act(matter))
        };
        let ((with_it, with_others), (without_it, without_others)) = (split(&whole), split(&without));
        assert_eq!(with_others, without_others, "{matter}");
        assert_ne!(with_it, without_it, "a rule about {matter} is heeded");
        // Those who do a punished deed would have done it without the rule, and the other way round for
        // rewards.
        let (fewer, more) =
            if matter == Matter::CivicAct { (without_it, with_it) } else { (with_it, without_it) };
        let more: std::collections::HashSet<_> = more.into_iter().collect();
        assert!(fewer.iter().all(|deed| more.contains(deed)), "{matter}");
    }
}

#[test]
fn errors_of_one_channel_change_no_entry_of_another() {
    let entries = |errs: bool| {
        let mut plan = unmoved();
        let camera = plan.watching[0].clone();
        plan.watching[0] = erring(camera, if errs { 0.3 } else { 0.0 }, if errs { 1.0 } else { 0.0 });
        run(&mut world(&plan, PERSONS, regime(rich_parts()), false), 26)
    };
    let (with, without) = (entries(true), entries(false));
    assert_eq!(with.deeds, without.deeds);
    // What a deed is ascribed to changes nothing about whether it is seen.
    assert_eq!(with.seen, without.seen);
    let camera = Channel::Camera.index();
    assert_ne!(with.entries[camera], without.entries[camera]);
    for channel in (0..Channel::COUNT).filter(|&channel| channel != camera) {
        assert_eq!(with.entries[channel], without.entries[channel], "{}", Channel::ALL[channel]);
    }
}

#[test]
fn a_rule_with_no_deed_behind_it_leaves_the_null_world() {
    // A score that nobody can lose points on: the matter is never done, and no channel errs.
    let mut plan = unmoved();
    plan.watching = plan.watching.into_iter().map(|watch| erring(watch, 0.0, 0.0)).collect();
    plan.conduct[Matter::LateBill.index()] = demerit_fixtures::census::by_all(0.0);
    let parts = Parts {
        scale: scale(-9, 0, 9),
        rules: vec![rule(Matter::LateBill, -1)],
        purpose_limits: false,
        reads: Channel::ALL.to_vec(),
        ..Parts::default()
    };
    let mut worlds = [world(&plan, PERSONS, null(), false), world(&plan, PERSONS, regime(parts), false)];
    let tallies = worlds.each_mut().map(|world| run(world, 30));
    assert!(tallies[0] == tallies[1]);
    assert_eq!(worlds[0].digest(), worlds[1].digest());
}
