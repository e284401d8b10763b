//! The court's list: entry by an unpaid order, a term, early repair, exit.
//!
//! Model: a matter on record, an unpaid order unless the regime says otherwise, is listed with chance
//! `enter`. A listing ends when its term is over, or earlier, in each tick with chance `repair` (the order is
//! paid, or the court relents). A new order on a listed person starts the term anew; the listing keeps the
//! origin of the first. Without a term, and with entry rate λ and repair rate μ, the share listed tends to
//! λ/(λ+μ).
//!
//! A true order, seen or not, makes a listing *due* with the same luck as one on record, and for the same
//! term, which a further true order starts anew. A due listing ends as one on record does: when its own term
//! is over, or with the person's listing by the same draw of `repair`. While it is due, the list is no wrong.
//!
//! Symbols: enter 0 to 1; term in ticks; repair a chance per tick. Source: Supreme People's Court, Provisions
//! on the list of dishonest judgment defaulters (2013, amended 2017).

use crate::Provenance;
use demerit_kernel::{Chance, Tick};

/// A list that a court keeps.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct CourtList {
    /// Name.
    pub name: String,
    /// Share of the entries about it that are listed.
    pub enter: Chance,
    /// Ticks after which a listing ends by itself; `None`: never.
    pub term: Option<u32>,
    /// Chance in a tick that a listing ends early.
    pub repair: Chance,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl CourtList {
    /// The same where a listing ends by itself after `weeks` at the latest.
    pub fn expiring(mut self, weeks: u32) -> Self {
        self.term = Some(self.term.map_or(weeks, |term| term.min(weeks)));
        self
    }

    /// The last tick of a listing that begins at `tick`.
    pub fn until(&self, tick: Tick) -> Tick {
        self.term.map_or(Tick(u32::MAX), |term| Tick(tick.0.saturating_add(term)))
    }

    /// Whether a listing that runs until `until` ends at `tick`, with 32 even random bits for the repair.
    pub fn ends(&self, until: Tick, tick: Tick, word: u32) -> bool {
        tick >= until || self.repair.hits(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;

    fn list(term: Option<u32>, repair: f64) -> CourtList {
        let provenance = Provenance { claim: Claim::Documented, source: "a test".into() };
        CourtList {
            name: "l".into(),
            enter: Chance::ONE,
            term,
            repair: Chance::from_share(repair),
            provenance,
        }
    }

    #[test]
    fn a_term_of_two_years_ends_after_104_weeks() {
        let two_years = list(Some(104), 0.0);
        let until = two_years.until(Tick(10));
        assert_eq!(until, Tick(114));
        assert!(!two_years.ends(until, Tick(113), 0) && two_years.ends(until, Tick(114), 0));
    }

    #[test]
    fn without_term_and_repair_nobody_leaves() {
        let forever = list(None, 0.0);
        assert!(!forever.ends(forever.until(Tick(0)), Tick(u32::MAX - 1), 0));
    }

    #[test]
    fn repair_ends_early() {
        let half = list(Some(104), 0.5);
        assert!(half.ends(Tick(104), Tick(1), 0) && !half.ends(Tick(104), Tick(1), u32::MAX));
    }
}
