//! Sources of error: what can put an error on record, spread one, or look the wrong way, with the rules kept.
//!
//! Model. A study switches a source off in one of its worlds (`errors = { wrong-inference = false }`): the
//! remedy is then perfect. Every rule, channel, tier and gate stays; what goes is the error alone. So a world
//! with a source off differs from its twin by those errors and by what follows from them. A mechanism that is
//! off takes the institution away, which is another question (see `mechanism.rs`).
//!
//! | off | what holds then |
//! |---|---|
//! | `wrong-person` | no channel takes one person for another, and there are no false alarms |
//! | `wrong-inference` | a rule that reads a trait counts only for who has it; a check finds only what is there |
//! | `wrong-join` | every file belongs to its person, and a correction reaches every copy |
//! | `clerk` | no entry is written by a clerk's slip |
//! | `tie` | nobody loses points for somebody else's deed |
//! | `uneven-attention` | everybody is looked at alike, and no face is mistaken more readily than another |
//!
//! The first five are the origins of errors that are counted, by the same names. Even attention keeps the
//! mean: watching does not grow or shrink, it is spread evenly. Symbols: none. Source: our definition. Leaves
//! out: deeds that no channel sees, and cities with more cameras than others, which are matters of coverage.

use crate::Mechanism;
use demerit_kernel::named;

named! {
    /// A source of error.
    ErrorSource: Mechanism {
        /// Somebody is taken for somebody else, or seen where nobody did anything.
        WrongPerson = "wrong-person" => Mechanism::Identification,
        /// A true deed is read as a trait that the person does not have.
        WrongInference = "wrong-inference" => Mechanism::Proxies,
        /// A file of somebody else is joined to the person's.
        WrongJoin = "wrong-join" => Mechanism::JoinedFiles,
        /// A clerk's slip.
        Clerk = "clerk" => Mechanism::ClerkErrors,
        /// What somebody tied to the person did.
        Tie = "tie" => Mechanism::Spillover,
        /// Some are looked at more than others.
        UnevenAttention = "uneven-attention" => Mechanism::Attention,
    }
}

impl ErrorSource {
    /// The mechanism that errs.
    pub const fn mechanism(self) -> Mechanism {
        self.row()
    }
}

/// Which sources of error there are in a world; all of them unless it says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct ErrorSources([bool; ErrorSource::COUNT]);

impl Default for ErrorSources {
    fn default() -> Self {
        Self::ALL
    }
}

impl ErrorSources {
    /// All of them.
    pub const ALL: Self = Self([true; ErrorSource::COUNT]);

    /// Whether the source errs.
    pub const fn on(self, one: ErrorSource) -> bool {
        self.0[one.index()]
    }

    /// The same with one switched on or off.
    pub const fn with(mut self, one: ErrorSource, on: bool) -> Self {
        self.0[one.index()] = on;
        self
    }

    /// Those that are off.
    pub fn off(self) -> impl Iterator<Item = ErrorSource> {
        ErrorSource::ALL.into_iter().filter(move |one| !self.on(*one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_switched_off_and_on_again() {
        let without = ErrorSources::ALL.with(ErrorSource::Clerk, false);
        assert!(ErrorSources::default().on(ErrorSource::Clerk) && !without.on(ErrorSource::Clerk));
        assert_eq!(without.off().collect::<Vec<_>>(), [ErrorSource::Clerk]);
        assert_eq!(without.with(ErrorSource::Clerk, true), ErrorSources::ALL);
    }
}
