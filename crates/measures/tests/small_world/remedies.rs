//! Appeals, spells of sanctions, and what yardsticks make of them.

use crate::{World, YEARS, near};
use demerit_regime::Gravity;
use demerit_society::Lasting;
use demerit_society::state::attribution::Origin;

#[test]
fn an_appeal_waits_and_is_upheld_for_some_of_the_innocent() {
    let mut world = World::new();
    let tally = &mut world.tally;
    (0..200).for_each(|age| tally.goes_on(Lasting::Appeal, age));
    tally.ends(Lasting::Appeal, 26);
    world.stock.waiting = 3;
    (tally.upheld_wrong, tally.taken_wrong, tally.remedy_weeks) = (2, 5, 30);
    near(world.whole("appeal-delay-median"), 26.0);
    near(world.whole("appeal-delay-mean"), 26.0 + 0.5 * 78.0);
    near(world.whole("appeal-delay-still-on"), 0.75);
    near(world.whole("delay-to-remedy"), 15.0);
    near(world.whole("appeal-success-given-innocence"), 0.4);
}

#[test]
fn of_the_wronged_some_know_of_appeals_and_fewer_can_file() {
    let mut world = World::new();
    (world.stock.wronged_heard, world.stock.wronged_knowing, world.stock.wronged_able) = (8, 4, 1);
    near(world.whole("appeals-known"), 0.5);
    near(world.whole("appeals-dared"), 0.125);
}

#[test]
fn sanctions_stopped_by_a_human_were_right_or_wrong() {
    let mut world = World::new();
    (world.tally.stopped, world.tally.stopped_wrong) = (5, 2);
    near(world.whole("sanctions-stopped"), 5.0);
    near(world.at("sanctions-stopped", "all", "stopped:right"), 3.0);
}

#[test]
fn spells_last_for_weeks_and_some_are_still_on() {
    let mut world = World::new();
    let tally = &mut world.tally;
    (tally.sanctions_begun, tally.consequence_weeks) = (8, 24);
    for what in [Lasting::Sanction, Lasting::Wrong] {
        (0..200).for_each(|age| tally.goes_on(what, age));
    }
    (0..3).for_each(|_| tally.ends(Lasting::Sanction, 4));
    tally.ends(Lasting::Wrong, 150);
    near(world.whole("sanctions-ended"), 3.0);
    near(world.whole("spell-median"), 4.0);
    near(world.whole("spell-mean"), 4.0 + 0.25 * 100.0);
    near(world.whole("wrong-stay-median"), 150.0);
    near(world.whole("wrong-stay-mean"), 104.0);
    near(world.whole("deed-to-consequence"), 3.0);
}

#[test]
fn some_decisions_have_no_reviewer() {
    let mut world = World::new();
    (world.tally.sanctions_begun, world.tally.unreviewed) = (8, 2);
    near(world.whole("decisions-unreviewed"), 0.25);
}

#[test]
fn weeks_under_a_sanction_are_counted_by_origin_and_by_gravity() {
    let mut world = World::new();
    let weeks = &mut world.tally.sanction_weeks;
    weeks[Origin::OwnDeed.index()][Gravity::Minor.index()] = 5;
    weeks[Origin::Tie.index()][Gravity::Lawful.index()] = 2;
    weeks[Origin::Clerk.index()][3] = 1;
    near(world.whole("sanctioned-weeks"), 8.0);
    near(world.whole("wrongly-sanctioned-weeks"), 3.0);
    near(world.at("wrongly-sanctioned-weeks", "all", "origin:tie"), 2.0);
    near(world.whole("detriment-by-gravity"), 8.0 * 13.0);
    near(world.at("detriment-by-gravity", "all", "gravity:minor"), 5.0 * 13.0);
}

#[test]
fn ties_are_cut_for_each_thousand_and_year() {
    let mut world = World::new();
    world.tally.ties_cut = 6;
    near(world.whole("ties-cut"), 6000.0 / YEARS);
}
