//! Filing: who appeals against a sanction, of those who could.
//!
//! Model. Whoever is under a sanction, where the regime hears appeals and none of theirs is waiting, files
//! one in a tick with chance
//!
//! ```text
//! knows × dares × pays × rate,   dares = 1 − daunt × fear/255
//! ```
//!
//! where a person knows that one may appeal, would dare to at a given fear, and can pay for it (time, papers,
//! a lawyer) or not: three even draws of the person, the same for life, so that who does not know never
//! files. `pays` depends on the fifth of income. The rate is one for those who are wronged, and know
//! themselves so, and another for all others. A notice with the sanction makes everybody know.
//!
//! Symbols: knows, daunt, pays from 0 to 1; rates as chances per tick.
//! Sources: in the society file. Leaves out: help by others, learning from an appeal that came to nothing.

use crate::Person;
use demerit_kernel::{Chance, Draws};

demerit_kernel::stream! {
    /// Filing of appeals.
    pub FILE = 12;
    /// Decisions on appeals.
    pub DECIDE = 13;
    /// What somebody under a sanction is able to do about it.
    pub ABLE = 50;
}

/// What filing depends on.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Filing {
    /// Chance to know that one may appeal.
    pub knows: Chance,
    /// Share of those who would appeal that the highest fear keeps from it.
    pub daunt: f64,
    /// Chance to be able to pay for it, by fifth of income, the poorest first.
    pub pays: [Chance; 5],
    /// Chance in a tick that somebody wronged files who knows, dares and can pay.
    pub wronged: Chance,
    /// The same for anybody else under a sanction.
    pub others: Chance,
}

/// What somebody under a sanction is able to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// Knows that one may appeal.
    pub knows: bool,
    /// Dares to.
    pub dares: bool,
    /// Can pay for it.
    pub pays: bool,
}

impl Access {
    /// Whether nothing stands in the way.
    pub const fn to_file(self) -> bool {
        self.knows && self.dares && self.pays
    }
}

impl Filing {
    /// The same where everybody under a sanction learns of it.
    pub fn with_notice(self) -> Self {
        Self { knows: Chance::ONE, ..self }
    }

    /// Filing at these chances in a tick by everybody: all know, dare and can pay.
    pub const fn by_all(wronged: Chance, others: Chance) -> Self {
        Self { knows: Chance::ONE, daunt: 0.0, pays: [Chance::ONE; 5], wronged, others }
    }

    /// The higher of the two rates: candidates are drawn at it.
    pub fn ceiling(&self) -> Chance {
        self.wronged.max(self.others)
    }

    /// Chance to dare at a fear.
    pub fn dares(&self, fear: u8) -> Chance {
        Chance::from_share(1.0 - self.daunt * f64::from(fear) / 255.0)
    }

    /// What a person with this fear and in this fifth of income is able to do.
    pub fn able(&self, draws: &Draws, person: &Person<'_>, fifth: u8, fear: u8) -> Access {
        let luck = draws.luck(ABLE, person.number, 0, crate::population::life::generation(person.born));
        Access {
            knows: luck.hits(0, self.knows),
            dares: luck.hits(1, self.dares(fear)),
            pays: luck.hits(2, self.pays[usize::from(fifth)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conduct::habit::Habits;
    use crate::population::person::TraitPlan;
    use demerit_kernel::Seed;

    fn traits() -> TraitPlan {
        let (college, uses_apps) = (Chance::ZERO, Chance::ZERO);
        TraitPlan { college, sectors: [0.0; 5], income_sigma: 0.8, uses_apps }
    }

    fn share(filing: &Filing, fifth: u8, fear: u8, what: fn(Access) -> bool) -> f64 {
        let (draws, plan) = (Draws::new(Seed(4)), traits());
        let able = |number| {
            let person = Person::new(&plan, &draws, number, -1500, Habits(0));
            filing.able(&draws, &person, fifth, fear)
        };
        f64::from((0..20_000).filter(|&number| what(able(number))).count() as u32) / 20_000.0
    }

    #[test]
    fn the_three_shares_multiply() {
        let of = Chance::from_share;
        let filing =
            Filing { knows: of(0.5), daunt: 0.8, pays: [of(0.4); 5], ..Filing::by_all(of(1.0), of(0.1)) };
        // Four standard errors of a share of 20,000 are at most 0.015.
        assert!((share(&filing, 0, 0, |able| able.knows) - 0.5).abs() < 0.015);
        assert!((share(&filing, 0, 255, |able| able.dares) - 0.2).abs() < 0.015);
        assert!((share(&filing, 0, 51, Access::to_file) - 0.5 * 0.84 * 0.4).abs() < 0.015);
        assert_eq!(filing.ceiling(), of(1.0));
    }

    #[test]
    fn everybody_or_nobody() {
        let all = Filing::by_all(Chance::ONE, Chance::ZERO);
        assert_eq!(share(&all, 4, 255, Access::to_file), 1.0);
        assert_eq!(share(&Filing { knows: Chance::ZERO, ..all.clone() }, 4, 0, Access::to_file), 0.0);
        assert_eq!(share(&Filing { daunt: 1.0, ..all }, 4, 255, Access::to_file), 0.0);
    }

    #[test]
    fn whoever_dares_in_fear_dares_without() {
        let filing = Filing { daunt: 1.0, ..Filing::by_all(Chance::ONE, Chance::ONE) };
        let (draws, plan) = (Draws::new(Seed(4)), traits());
        for number in 0..200 {
            let person = Person::new(&plan, &draws, number, -1500, Habits(0));
            let dares = |fear| filing.able(&draws, &person, 2, fear).dares;
            assert!((0..255).all(|fear| dares(fear) || !dares(fear + 1)));
        }
    }
}
