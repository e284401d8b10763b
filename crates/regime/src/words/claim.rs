//! What is known of a part of a regime: its claim status and its source.

use demerit_kernel::named;

named! {
    /// How well it is known that a rule, list or gate existed.
    Claim {
        /// A published rule or count says so.
        Documented = "documented",
        /// The press reported it.
        Reported = "reported",
        /// Announced, expected, or said by one person.
        Hypothetical = "hypothetical",
    }
}

/// Claim status and source of a part of a regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// How well it is known.
    pub claim: Claim,
    /// Where it is said.
    pub source: String,
}
