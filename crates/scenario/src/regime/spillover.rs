//! Spillover: points passed on along ties.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, ShareFigure, written};
use crate::word::{ByWord, Word};
use demerit_kernel::Chance;
use demerit_regime::{Claim, Spillover, Tie};
use std::collections::BTreeMap;

written! {
    /// Spillover along ties.
    pub struct SpilloverFile {
        /// Steps that a loss may travel.
        #[schemars(range(min = 1, max = 4))]
        pub reach: u8,
        /// Share of a loss that a tie of each type loses too.
        #[schemars(with = "ByWord<Tie, ShareFigure>")]
        pub weights: BTreeMap<Word<Tie>, Figure>,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves what is passed on; `most_ties` bounds the degree of each type of tie.
pub(super) fn resolve(
    written: &SpilloverFile,
    most_ties: Option<&[u32; Tie::COUNT]>,
    diagnostics: &mut Diagnostics<'_>,
) -> Spillover {
    let mut weights = [Chance::ZERO; Tie::COUNT];
    for (tie, weight) in &written.weights {
        weights[tie.0.index()] = weight.chance();
    }
    let provenance = diagnostics.provenance("spillover", written.claim, &written.source);
    let spillover = Spillover { weights, reach: written.reach, provenance };
    if let Some(most_ties) = most_ties {
        let bound = spillover.spectral_bound(most_ties);
        if written.reach > 1 && bound >= 1.0 {
            let message = format!(
                "weights times the largest number of ties add up to {bound:.2}; with reach = {} it must stay below 1, or losses grow \
                 without end",
                written.reach
            );
            let hint = format!("divide the weights by {:.1}, or write reach = 1", bound * 1.05);
            diagnostics.fault("spillover.weights", message, hint.as_str());
        }
    }
    spillover
}

/// What it does, in a sentence.
pub(super) fn says(spillover: &Spillover) -> String {
    let weights: Vec<String> = Tie::ALL
        .into_iter()
        .filter(|&tie| spillover.carries(tie))
        .map(|tie| format!("{tie} {:.0} %", 100.0 * spillover.weights[tie.index()].value()))
        .collect();
    format!("share of a loss passed on: {}", weights.join(", "))
}
