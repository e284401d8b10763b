//! Requests: what was refused, to whom and why, and what was met with a privilege.

use crate::{World, near};
use demerit_regime::{Domain, Request};
use demerit_society::state::tally::CAUSES;

/// A flight refused three times by a gate that belongs to work, a fast train once by the court.
fn with_refusals() -> World {
    let mut world = World::new();
    let [air, rail] = [Request::AirTrip, Request::RailTrip].map(Request::index);
    world.tally.refused[air][Domain::Work.index()] = 3;
    world.tally.refused[rail][Domain::Court.index()] = 1;
    world.tally.refused_by_income[air] = [2, 1, 0, 0, 0];
    world.tally.refused_rural[air] = 1;
    world
}

#[test]
fn refusals_are_counted_in_the_domain_of_the_gate_by_cause() {
    let world = with_refusals();
    near(world.at("refusals", "work", "cause:work"), 3.0);
    near(world.at("refusals", "travel", "cause:court"), 1.0);
}

#[test]
fn refusals_are_counted_by_who_asked() {
    let world = with_refusals();
    near(world.at("refused", "work", "income:1"), 2.0);
    near(world.at("refused", "work", "residence:rural"), 1.0);
    near(world.at("refused", "work", "residence:urban"), 2.0);
}

#[test]
fn a_refusal_is_as_far_from_its_cause_as_the_table_of_contexts_says() {
    let mut world = with_refusals();
    // Work to work is one context, an order of a court neighbours travelling.
    near(world.whole("refusal-distance"), 0.5 / 4.0);
    let rail = Request::RailTrip.index();
    world.tally.refused[rail][Domain::Speech.index()] = 5;
    near(world.whole("refusal-distance"), 5.5 / 9.0);
    world.tally.refused[rail][CAUSES - 1] = 1;
    near(world.whole("refusal-distance"), 6.5 / 10.0);
    assert_eq!(World::new().values("refusal-distance"), [], "nothing was refused");
}

#[test]
fn school_places_refused_are_of_all_causes() {
    let mut world = World::new();
    world.tally.refused[Request::SchoolPlace.index()] = [1; CAUSES];
    near(world.whole("school-places-refused"), CAUSES as f64);
}

#[test]
fn refusals_of_the_listed_are_for_each_year_on_the_list() {
    let mut world = World::new();
    (world.tally.refused_listed, world.tally.listed_weeks) = (3, 104);
    near(world.whole("refusals-per-listed-year"), 1.5);
}

/// Ten deposits, four homes and three loans met with a privilege.
fn with_privileges() -> World {
    let mut world = World::new();
    let [deposit, loan] = [Request::Deposit, Request::Loan].map(Request::index);
    world.tally.privileged[deposit] = 10;
    world.tally.privileged[Request::Home.index()] = 4;
    world.tally.privileged[loan] = 3;
    world.tally.privileged_by_income[loan] = [0, 0, 1, 0, 2];
    world.tally.privileged_by_income[deposit] = [0, 0, 0, 4, 6];
    world
}

#[test]
fn privileges_are_counted_by_domain_and_by_income() {
    let world = with_privileges();
    near(world.at("privileges", "housing", "all"), 14.0);
    near(world.at("privileges-by-income", "all", "income:5"), 8.0);
}

#[test]
fn privileges_save_what_the_gate_says_of_each() {
    let world = with_privileges();
    near(world.whole("deposits-saved"), 5.0);
    near(world.whole("interest-saved"), 6.0);
}
