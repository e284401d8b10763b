//! The list: who an entry leads onto it, for how long, and what ends a listing early.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Yearly, written};
use crate::word::Word;
use demerit_regime::{Claim, CourtList, Matter};
use demerit_society::TICKS_PER_YEAR;

written! {
    /// The court's list.
    pub struct ListFile {
        /// Name.
        #[schemars(length(min = 1, max = 80))]
        pub name: String,
        /// The matter that leads onto it; an unpaid order unless said otherwise.
        pub matter: Option<Word<Matter>>,
        /// Share of the entries about it that are listed.
        pub enter: Share,
        /// Years after which a listing ends by itself; without it, never.
        #[schemars(range(min = 0.02, max = 100.0))]
        pub term: Option<Figure>,
        /// Early exits per year of listing.
        pub repair: Yearly,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves the list.
pub(super) fn resolve(written: &ListFile, diagnostics: &mut Diagnostics<'_>) -> CourtList {
    let weeks = f64::from(TICKS_PER_YEAR);
    CourtList {
        name: written.name.clone(),
        enter: written.enter.chance(),
        term: written.term.as_ref().map(|term| libm::round(term.value * weeks).max(1.0) as u32),
        repair: written.repair.per_tick(),
        provenance: diagnostics.provenance("list", written.claim, &written.source),
    }
}

/// What it does, in a sentence; `matter` is what leads onto it.
pub(super) fn says(list: &CourtList, matter: Matter) -> String {
    let term = list.term.map_or_else(
        || "until repaired".to_owned(),
        |term| format!("for {:.1} years", f64::from(term) / f64::from(TICKS_PER_YEAR)),
    );
    let what = match matter {
        Matter::UnpaidOrder => "unpaid orders".to_owned(),
        other => format!("entries of {other}"),
    };
    format!("{:.0} % of {what} are listed {term}", 100.0 * list.enter.value())
}

#[cfg(test)]
mod tests {
    use crate::regime::tests::said;

    #[test]
    fn a_list_says_which_entries_lead_onto_it() {
        assert!(said("no-dark-corner", "list")[0].contains("90 % of unpaid orders are listed for 2.0 years"));
        let raised = said("income-averaging", "list");
        assert!(raised[0].contains("100 % of entries of undeclared-income are listed"), "{raised:?}");
        assert!(said("watchlist", "list")[0].contains("entries of threat"));
    }
}
