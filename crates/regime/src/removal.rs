//! Removal: posts that are taken down.
//!
//! Model: a published post of a named matter is removed with the chance `share`; a removed post reaches
//! nobody. With chance `closes` for each removed post the account is closed; a closed account is opened again
//! with chance `reopens` in a tick, which is 1 over the mean weeks of the file. Source: King, Pan & Roberts
//! (2013) for the share of all posts; which stances are hit is our assumption.

use crate::{Matter, Provenance};
use demerit_kernel::Chance;

/// Removal of posts.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// The matters whose posts may be removed.
    pub matters: Vec<Matter>,
    /// Chance that one is removed.
    pub share: Chance,
    /// Chance that the account behind a removed post is closed.
    pub closes: Chance,
    /// Chance in a tick that a closed account is opened again; zero: it stays closed.
    pub reopens: Chance,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl Removal {
    /// Whether a post is removed, from 32 even random bits.
    pub fn removes(&self, matter: Matter, word: u32) -> bool {
        self.share.hits(word) && self.matters.contains(&matter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;

    #[test]
    fn only_named_matters_are_removed() {
        let provenance = Provenance { claim: Claim::Reported, source: "a test".into() };
        let removal = Removal {
            matters: vec![Matter::CriticalPost],
            share: Chance::from_share(0.5),
            closes: Chance::ZERO,
            reopens: Chance::ZERO,
            provenance,
        };
        assert!(removal.removes(Matter::CriticalPost, 0) && !removal.removes(Matter::CriticalPost, u32::MAX));
        assert!(!removal.removes(Matter::SupportivePost, 0));
    }
}
