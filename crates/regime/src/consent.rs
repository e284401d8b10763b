//! Consent: where it is asked for, only those who agree have a score.
//!
//! Model: a share of persons is enrolled; who they are is the society's matter. Symbols: share 0 to 1.
//! Source: in the regime file. Leaves out: agreeing to a part, and taking consent back.

use crate::Provenance;
use demerit_kernel::Chance;

/// A score that is kept of those alone who agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Share of persons who are enrolled.
    pub share: Chance,
    /// Claim status and source.
    pub provenance: Provenance,
}
