//! Deeds, what of them reaches the record, and what is watched.

use crate::{World, YEARS, near};
use demerit_measures::Group;
use demerit_regime::{Channel, Domain, Matter, Trait};
use demerit_society::state::attribution::Origin;

/// Three sorts of deeds, one of them partly seen, and one left undone.
fn with_deeds() -> World {
    let mut world = World::new();
    for (matter, count) in [(Matter::LateBill, 6), (Matter::LoanDefault, 3), (Matter::Petition, 7)] {
        world.tally.deeds[matter.index()] = count;
    }
    world.tally.seen[Matter::LateBill.index()] = 4;
    world.tally.deterred[Matter::LateBill.index()] = 9;
    world
}

#[test]
fn deeds_are_counted_and_violations_are_for_each_thousand_and_year() {
    let world = with_deeds();
    assert_eq!(world.at("deeds", "all", "deed:petition"), Some(7.0));
    near(world.at("violations", "all", "deed:late-bill"), 6000.0 / YEARS);
    near(world.whole("violations"), 9000.0 / YEARS);
    near(world.whole("defaults"), 3000.0 / YEARS);
}

#[test]
fn the_record_has_a_share_of_what_was_done() {
    let world = with_deeds();
    near(world.whole("life-on-record"), 0.25);
    near(world.at("record-recall", "all", "deed:late-bill"), 4.0 / 6.0);
    assert_eq!(world.at("record-recall", "all", "deed:truancy"), None, "nothing done, no share");
}

#[test]
fn only_deterred_deeds_have_a_row() {
    assert_eq!(with_deeds().values("deterred"), [("all".into(), "deed:late-bill".into(), 9.0)]);
}

#[test]
fn precision_is_the_share_of_own_deeds_by_channel_and_in_all() {
    let mut world = World::new();
    let entries = &mut world.tally.entries[Channel::Court.index()];
    entries[Origin::OwnDeed.index()] = 6;
    entries[Origin::Clerk.index()] = 2;
    world.tally.entries[Channel::Camera.index()][Origin::WrongPerson.index()] = 4;
    near(world.at("record-precision", "court", "all"), 0.75);
    near(world.at("record-precision", "camera", "all"), 0.0);
    near(world.whole("record-precision"), 0.5);
    assert_eq!(world.values("entries").len(), 3);
}

#[test]
fn points_are_counted_by_domain_and_a_company_s_are_a_share_of_them() {
    let mut world = World::new();
    world.tally.points_lost[Domain::Finance.index()][Origin::OwnDeed.index()] = 30;
    world.tally.points_gained[Domain::Civic.index()] = 10;
    world.tally.fed = 8;
    near(world.at("points-lost", "finance", "origin:own-deed"), 30.0);
    assert_eq!(world.values("points-gained"), [("civic".into(), "all".into(), 10.0)]);
    near(world.whole("public-from-private"), 0.2);
}

#[test]
fn a_trait_read_into_entries_is_there_or_not() {
    let mut world = World::new();
    world.tally.inferred[Trait::Parenthood.index()] = 8;
    world.tally.inferred_rightly[Trait::Parenthood.index()] = 2;
    world.tally.inferred[Trait::Idleness.index()] = 2;
    near(world.at("proxy-validity", "all", "trait:parenthood"), 0.25);
    near(world.whole("proxy-validity"), 0.2);
}

#[test]
fn cameras_see_a_share_of_what_is_done_by_class_of_city() {
    let mut world = World::new();
    (world.tally.camera_done[0], world.tally.camera_seen[0]) = (8, 2);
    (world.tally.camera_done[3], world.tally.camera_seen[3]) = (5, 5);
    let seen = [("all", "class:1", 0.25), ("all", "class:4", 1.0)];
    assert_eq!(world.values("seen-by-city"), seen.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c)));
}

#[test]
fn attention_is_the_ratio_of_two_shares_seen() {
    let mut world = World::new();
    (world.tally.patrolled, world.tally.patrol_seen) = ([100, 10], [20, 5]);
    near(world.whole("attention-ratio"), 2.5);
    world.tally.patrol_seen[0] = 0;
    assert_eq!(world.whole("attention-ratio"), None, "nothing to divide by");
}

#[test]
fn mistakes_of_cameras_are_for_each_thousand_of_the_group_and_year() {
    let mut world = World::new();
    (world.tally.mistaken_by_sex, world.tally.mistaken_by_looks) = ([3, 1], [2, 1, 1]);
    let name = "wrong-person-rate";
    near(world.whole(name), 4000.0 / YEARS);
    near(world.at(name, "all", "looks:1"), 2000.0 / (YEARS * 0.5));
    near(world.at(name, "all", "looks:3"), 1000.0 / (YEARS * 0.25));
    let years = |group| world.population[group] as f64 * 4.0 / 52.0;
    let [women, men] = [Group::Female, Group::Male].map(years);
    near(world.at(name, "all", "sex:female"), 3000.0 / women);
    near(world.at(name, "all", "sex:male"), 1000.0 / men);
    world.population[Group::Female] = 0;
    assert_eq!(world.at(name, "all", "sex:female"), None, "of nobody there is no rate");
}
