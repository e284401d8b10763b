//! Stocks as shares, and what has no row at all.

use crate::{World, near};
use demerit_measures::Group;
use demerit_regime::{Domain, Gravity, Request};
use demerit_society::state::attribution::Origin;

#[test]
fn what_did_not_happen_has_no_row() {
    let mut world = World::new();
    for name in ["points-lost", "sanctioned-by-cause", "entries", "mean-score", "mean-deserved"] {
        assert_eq!(world.values(name), [], "{name}");
    }
    assert!(world.values("refusals").iter().all(|one| one.1 == "all"), "no cause refused anything");
    assert_eq!(world.values("collateral-share"), [], "nobody is sanctioned");
    world.population[Group::Pilot] = 0;
    assert_eq!(world.at("fear", "all", "wave:pilot"), None, "nobody lives there");
}

#[test]
fn privileges_have_a_row_for_each_domain_of_a_gate_or_request() {
    let world = World::new();
    // The domains of what may be asked for, with what the gates say of theirs: a flight is a matter of work
    // here.
    let domains: Vec<String> = world.values("privileges").into_iter().map(|one| one.0).collect();
    let of_domains = Domain::ALL
        .into_iter()
        .filter(|domain| {
            let of = |&one: &Request| if one == Request::AirTrip { Domain::Work } else { one.domain() };
            Request::ALL.iter().any(|one| of(one) == *domain)
        })
        .map(|domain| domain.name().to_owned());
    let mut wanted: Vec<String> = ["all".to_owned()].into_iter().chain(of_domains).collect();
    wanted.retain(|one| domains.contains(one) || one != "work");
    assert_eq!(domains, wanted);
}

#[test]
fn those_who_did_nothing_are_the_sum_of_their_parts_and_family_is_one_of_them() {
    let mut world = World::new();
    (world.stock.sanctioned[Group::All], world.stock.wrongly[Group::All]) = (30, 20);
    for (place, origin) in Origin::ALL.into_iter().enumerate() {
        world.stock.by_origin[origin.index()] = 1 << place;
    }
    let parts = [Origin::Tie, Origin::WrongPerson, Origin::WrongJoin, Origin::Clerk];
    let of = |origin: Origin| world.at("sanctioned-without-own-deed", "all", &format!("origin:{origin}"));
    for origin in parts {
        near(of(origin), f64::from(1 << origin.index()) / 30.0);
    }
    near(world.whole("sanctioned-without-own-deed"), parts.into_iter().filter_map(of).sum());
    assert_eq!(world.whole("collateral-share"), of(Origin::Tie));
}

#[test]
fn fear_is_a_mean_of_the_group() {
    let mut world = World::new();
    (world.stock.fear, world.stock.fear_pilot) = (255 * 100, 255 * 40);
    near(world.at("fear", "all", "all"), 100.0 / 2048.0);
    let [pilot, later] = [Group::Pilot, Group::Later].map(|group| world.population[group]);
    near(world.at("fear", "all", "wave:pilot"), 40.0 / pilot as f64);
    if later > 0 {
        near(world.at("fear", "all", "wave:later"), 60.0 / later as f64);
    }
}

#[test]
fn mean_scores_are_of_the_scored() {
    let mut world = World::new();
    (world.stock.score, world.stock.deserved, world.stock.scored) = (1200, 1000, 4);
    near(world.whole("mean-score"), 300.0);
    near(world.whole("mean-deserved"), 250.0);
}

/// Twenty persons under a sanction, twelve of them wrongly, five of them women.
fn with_sanctions() -> World {
    let mut world = World::new();
    let stock = &mut world.stock;
    (stock.sanctioned[Group::All], stock.wrongly[Group::All], stock.sanctioned[Group::Female]) = (20, 12, 5);
    stock.by_origin[Origin::Tie.index()] = 3;
    stock.by_origin[Origin::WrongPerson.index()] = 2;
    stock.by_origin[Origin::WrongInference.index()] = 7;
    stock.by_gravity[Gravity::Lawful.index()] = 4;
    stock.by_cause[Domain::Finance.index()] = 15;
    stock.by_cause[Domain::COUNT] = 5;
    world
}

#[test]
fn the_sanctioned_are_a_share_of_their_group() {
    let world = with_sanctions();
    near(world.at("sanctioned", "all", "sex:female"), 5.0 / world.population[Group::Female] as f64);
    near(world.whole("wrongly-sanctioned"), 12.0 / 2048.0);
}

#[test]
fn sanctions_without_an_own_deed_or_for_lawful_conduct_are_shares_of_all() {
    let world = with_sanctions();
    near(world.whole("sanctioned-without-own-deed"), 0.25);
    near(world.whole("sanctioned-for-lawful"), 0.2);
}

#[test]
fn severity_is_of_the_sanctioned_and_its_excess_of_the_severity() {
    let mut world = with_sanctions();
    (world.stock.severity, world.stock.severity_beyond) = (40, 10);
    near(world.whole("sanction-severity"), 40.0 / (8.0 * 20.0));
    near(world.whole("severity-beyond-gravity"), 0.25);
    assert_eq!(World::new().values("severity-beyond-gravity"), [], "no door is shut");
}

#[test]
fn a_sanction_without_a_rule_has_no_domain() {
    near(with_sanctions().at("sanctioned-by-cause", "none", "all"), 5.0);
}

#[test]
fn the_held_and_the_gone_are_shares_of_all() {
    let mut world = World::new();
    (world.stock.held, world.stock.away) = (2, 4);
    near(world.whole("held-at-home"), 2.0 / 2048.0);
    near(world.whole("moved-away"), 4.0 / 2048.0);
}
