//! Remedies: the figures of remedies, and what few persons have at a time of corrections and reviews, in side
//! tables.
//!
//! Model: a stale row for each correction that missed a copy; a score for each person whom a human spared a
//! tier. Symbols and sources: in [`correction`](crate::remedies::correction) and
//! [`human_review`](crate::remedies::human_review). Leaves out: waiting appeals, which are a table of their
//! own.

pub mod correction;
pub mod filing;
pub mod human_review;

use crate::state::rare::Empty;
use crate::{Correction, Filing, SparedTable, Stale};
use demerit_kernel::{LaneMap, LaneRows, side_tables};

/// What people can do against a sanction, and how far it reaches; `None` where the society has no figures for
/// it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remedies {
    /// Who appeals; `None`: nobody does.
    pub filing: Option<Filing>,
    /// How far a correction reaches; `None`: there is one file only.
    pub correction: Option<Correction>,
}

/// The tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemedyTables {
    /// Rows that a correction missed, in the order of the corrections.
    pub stale: LaneRows<Stale>,
    /// Those who were spared a tier.
    pub spared: SparedTable,
}

impl Empty for RemedyTables {
    const EMPTY: &'static Self = &Self { stale: LaneRows::EMPTY, spared: LaneMap::EMPTY };
}

side_tables!(RemedyTables { stale, spared });

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::SideTable;

    #[test]
    fn whoever_dies_leaves_no_row() {
        let mut remedies = RemedyTables::default();
        remedies.stale.push(Stale { lane: 3, points: 10, missed: 1, listed: false, matter: None });
        remedies.spared.insert((3, 5));
        remedies.clear(2);
        assert!(remedies.stale.len() == 1 && remedies.spared.get(3).is_some());
        remedies.clear(3);
        assert_eq!(remedies, RemedyTables::default());
    }
}
