//! Players: what the total of a measure is shared out among, and how each is switched off in a world.
//!
//! Model: two questions, each with players of its own. *Errors*: which errors bring the total about, where
//! every rule is kept and the remedy of some of them is perfect ([`ErrorSource`]). *Institutions*: which
//! parts of what was built bring it about, where some of them are not there at all ([`Mechanism`]).
//!
//! Symbols: none. Source: the choice of players is ours. Leaves out: mechanisms that answer to a sanction
//! rather than bring it about; remedies that are less than perfect, which are safeguards.

use demerit_regime::{ErrorSource, Mechanism};
use demerit_scenario::study::{StudyFile, WorldFile};
use demerit_scenario::word::Word;
use serde::Serialize;

/// What the total is shared out among.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Over {
    /// Sources of error, with the rules kept.
    Errors,
    /// Mechanisms: parts of the institution and of watching.
    Institutions,
}

impl Over {
    /// What is asked of a measure unless somebody says otherwise: of what is wrong, which errors bring it
    /// about.
    #[must_use]
    pub fn usual(measure: &str) -> Self {
        if measure.starts_with("wrong") { Self::Errors } else { Self::Institutions }
    }

    /// The players.
    #[must_use]
    pub fn players(self) -> Vec<Player> {
        match self {
            Self::Errors => ErrorSource::ALL.map(Player::Error).to_vec(),
            Self::Institutions => INSTITUTIONS.map(Player::Institution).to_vec(),
        }
    }
}

/// The mechanisms that can bring about that somebody is sanctioned who ought not to be.
pub const INSTITUTIONS: [Mechanism; 8] = [
    Mechanism::Identification,
    Mechanism::JoinedFiles,
    Mechanism::ClerkErrors,
    Mechanism::Proxies,
    Mechanism::Spillover,
    Mechanism::CommercialScore,
    Mechanism::Attention,
    Mechanism::Observation,
];

/// One of those among whom a total is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// A source of error.
    Error(ErrorSource),
    /// A mechanism.
    Institution(Mechanism),
}

impl Player {
    /// Its name, which is that of its switch.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error(one) => one.name(),
            Self::Institution(one) => one.name(),
        }
    }

    /// The mechanism that it is, or that errs.
    #[must_use]
    pub const fn mechanism(self) -> Mechanism {
        match self {
            Self::Error(one) => one.mechanism(),
            Self::Institution(one) => one,
        }
    }

    /// Whether it is on in a world of a study.
    #[must_use]
    pub fn is_on(self, study: &StudyFile, world: &WorldFile) -> bool {
        match self {
            Self::Error(one) => world.error_sources().on(one),
            Self::Institution(one) => study.mechanisms_in(world).on(one),
        }
    }

    /// Switches it off in a world.
    pub fn switch_off(self, world: &mut WorldFile) {
        match self {
            Self::Error(one) => world.errors.insert(Word(one), false),
            Self::Institution(one) => world.mechanisms.insert(Word(one), false),
        };
    }
}
