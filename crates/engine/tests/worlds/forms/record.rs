//! Closed forms of the record: how often it is true, and how often a camera names the wrong face of a
//! gallery.

use super::{each_seed, seeded};
use crate::precision::{Sight, flagged};
use demerit_fixtures::case::Case;
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::{all_do, regime, rule, run, scale, watch};
use demerit_regime::{Channel, Matter, Parts};
use demerit_society::population::city::{CityPlan, SizeClass};
use demerit_society::watching::identification::Identification;

#[test]
fn precision() {
    let mut case = Case::open("precision");
    for (id, prevalence, coverage, miss, false_match) in [
        ("seldom", 0.001, 0.9, 0.04, 0.003),
        ("now-and-then", 0.02, 0.6, 0.25, 0.001),
        ("often", 0.3, 1.0, 0.0, 0.05),
    ] {
        let sight = Sight { prevalence, coverage, miss, false_match };
        let [values] = each_seed(|seed| {
            let mut world = sight.world(4096, seed);
            run(&mut world, 50);
            let (_, flagged, right) = flagged(&mut world);
            [right as f64 / flagged as f64]
        });
        case.figure(id, sight.precision(), &values);
    }
    case.close();
}

#[test]
fn gallery() {
    const MATTER: Matter = Matter::TrafficOffence;
    // One false identification among 6,000 faces compared with a gallery of 10,000.
    let false_match = 1.0 / 6000.0 / 10_000.0;
    let mut case = Case::open("gallery");
    for (id, residents) in [("a-town", 1e5), ("a-city", 3e6), ("the-largest-city", 2.2e7)] {
        let mut plan = quiet();
        plan.cities = CityPlan {
            country: residents,
            classes: vec![SizeClass { count: 1, low: residents, high: residents }],
            urban: 1.0,
            ..plan.cities
        };
        all_do(&mut plan, MATTER, 0.2);
        plan.watching = vec![watch(Channel::Camera, &[MATTER], 1.0)];
        plan.identification = Some(Identification {
            false_match,
            looks: [1.0, 0.0, 0.0],
            looks_ratio: 1.0,
            women_ratio: 1.0,
            false_alarms: 0.0,
        });
        let regime = regime(Parts {
            scale: scale(-30_000, 0, 30_000),
            rules: vec![rule(MATTER, -1)],
            reads: vec![Channel::Camera],
            ..Parts::default()
        });
        let [values] = each_seed(|seed| {
            let tally = run(&mut seeded(&plan, 4096, regime.clone(), false, seed), 40);
            let mistaken: u64 = tally.mistaken_by_sex.iter().sum();
            [mistaken as f64 / tally.seen[MATTER.index()] as f64]
        });
        case.figure(id, 1.0 - (1.0 - false_match).powf(residents), &values);
    }
    case.close();
}
