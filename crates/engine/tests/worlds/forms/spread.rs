//! The threshold of a contagion from which people recover (SIS): awareness of the rules, which talk passes on
//! and death takes away.
//!
//! Nobody in the model forgets the rules, but a death is followed at once by a newborn who does not know
//! them: a neighbourhood loses what it knows at the rate of deaths. News, which keep the word from dying out,
//! are rare.

use super::{each_seed, seeded};
use crate::awareness::{aware, late_bills};
use demerit_fixtures::case::Case;
use demerit_fixtures::census::quiet;
use demerit_fixtures::worlds::run;
use demerit_society::reactions::awareness::Awareness;

/// Chance in a tick to learn from news.
const NEWS: f64 = 0.0002;

/// The share that knows in the long run, with talk t and deaths μ. Of the share s that knew, a = s(1 − μ)
/// live; of the others n + t·a learn.
fn endemic(talk: f64, death: f64) -> f64 {
    let mut share = 1.0;
    for _ in 0..100_000 {
        let alive = share * (1.0 - death);
        share = alive + (1.0 - alive) * (NEWS + talk * alive);
    }
    share
}

#[test]
fn threshold() {
    let mut plan = quiet();
    (plan.life.deaths, plan.life.ageing) = (1.0, 0.0);
    let death = seeded(&plan, 1024, late_bills(false), false, 1).society.hazards.death(40).value();
    let mut case = Case::open("sis-threshold");
    for (name, reproduction) in [("half", 0.5), ("two", 2.0), ("four", 4.0)] {
        let talk = reproduction * death;
        plan.reactions.awareness = Some(Awareness { news: NEWS, talk });
        let [values] = each_seed(|seed| {
            let mut world = seeded(&plan, 4096, late_bills(false), false, seed);
            run(&mut world, 600);
            let mut knew = 0.0;
            for _ in 0..20 {
                run(&mut world, 10);
                knew += f64::from(aware(&world)) / 4096.0;
            }
            [knew / 20.0]
        });
        case.figure(&format!("at-{name}"), endemic(talk, death), &values);
        case.figure(&format!("at-{name}-without-news"), (1.0 - 1.0 / reproduction).max(0.0), &values);
    }
    case.close();
}
