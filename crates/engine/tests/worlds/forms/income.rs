//! Closed forms of income: the Gini coefficient of a lognormal law, and the AR(1) of incomes across
//! generations.

use super::{each_seed, seeded};
use crate::upbringing::{families, figures, slope};
use demerit_fixtures::case::Case;
use demerit_fixtures::census::{built, quiet};
use demerit_fixtures::worlds::null;
use demerit_kernel::{Draws, Seed, Stream};
use demerit_society::consequences::partner::PARTNER;
use demerit_society::consequences::upbringing::UPBRINGING;
use demerit_society::population::income::{gini, normal, normal_of_byte};
use demerit_society::population::person::TRAIT;

#[test]
fn gini_of_a_lognormal() {
    let mut case = Case::open("lognormal-gini");
    for (id, sigma) in [("narrow", 0.4), ("as-published", 0.88), ("wide", 1.3)] {
        let mut plan = quiet();
        plan.traits.income_sigma = sigma;
        let [values] = each_seed(|seed| {
            let world = seeded(&plan, 8192, null(), false, seed);
            let mut incomes = Vec::new();
            for chunk in world.chunks() {
                for at in 0..chunk.persons() {
                    let number = chunk.first_person() + at as u32;
                    incomes.push(world.society.person(number, chunk.born[at], chunk.habits_of(at)).income());
                }
            }
            [gini(&mut incomes)]
        });
        // 2Φ(σ/√2) − 1, with 2Φ(x) = erfc(−x/√2).
        case.figure(id, libm::erfc(-sigma / 2.0) - 1.0, &values);
    }
    case.close();
}

/// Lines of descent.
const LINES: u32 = 4000;

#[test]
fn generations() {
    let mut plan = quiet();
    plan.consequences.upbringing = Some(figures());
    let beta = figures().beta;
    let word = |draws: &Draws, stream: Stream, line: u32, generation: u32| {
        draws.luck(stream, line, 0, generation).word(0)
    };
    let [one, two, three, spread, coupled] = each_seed(|seed| {
        let society = built(&plan, 1024, seed);
        let draws = Draws::new(Seed(seed));
        let (mut second, mut third, mut last, mut of_couples) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for line in 0..LINES {
            let first = (word(&draws, UPBRINGING, line, 0) >> 24) as u8;
            let own = |generation: u32| (word(&draws, TRAIT, line, generation) >> 24) as u8;
            let spouse = draws.luck(PARTNER, line, 0, 1).unit(0);
            let child = figures().rank(first, own(1), 0);
            // The line goes on with one parent, and besides with a spouse from anywhere.
            let alone = society.parents_at_birth(line, 0, &[(child, 0)]);
            let couple = society.parents_at_birth(line, 0, &[(child, 0), (spouse, 0)]);
            let grandchild = figures().rank(alone, own(2), 0);
            let next = society.parents_at_birth(line, 0, &[(grandchild, 0)]);
            let great = normal(figures().rank(next, own(3), 0));
            let z = normal_of_byte(first);
            second.push((z, normal(grandchild)));
            third.push((z, great));
            last.push((great, great));
            of_couples.push((z, normal(figures().rank(couple, own(2), 0))));
        }
        [
            slope(&families(4096, seed)).0,
            slope(&second).0,
            slope(&third).0,
            slope(&last).1.sqrt(),
            slope(&of_couples).0,
        ]
    });
    let mut case = Case::open("income-across-generations");
    case.figure("children", beta, &one);
    case.figure("grandchildren", beta.powi(2), &two);
    case.figure("great-grandchildren", beta.powi(3), &three);
    case.figure("spread", 1.0, &spread);
    case.figure("grandchildren-of-couples", beta * beta / f64::sqrt(2.0), &coupled);
    case.close();
}
