//! Removal: posts taken down, and accounts closed behind them.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, written};
use crate::word::{Word, vocabulary};
use demerit_kernel::Chance;
use demerit_regime::{Claim, Matter, Removal};

vocabulary! {
    /// A matter that is a post.
    Post("kind of post") of Matter { NeutralPost, SupportivePost, CriticalPost, InvestigativePost }
}

written! {
    /// Removal of posts.
    pub struct RemovalFile {
        /// Matters whose posts may be removed.
        #[schemars(length(min = 1))]
        pub matters: Vec<Word<Post>>,
        /// Share of them that is removed.
        pub share: Share,
        /// Chance that the account behind a removed post is closed.
        pub closes: Option<Share>,
        /// Mean weeks that an account stays closed; without it, for good.
        pub closed_weeks: Option<Within<1, 5200>>,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves the removal of posts.
pub(super) fn resolve(written: &RemovalFile, diagnostics: &mut Diagnostics<'_>) -> Removal {
    if written.closed_weeks.is_some() && written.closes.is_none() {
        let message = "it says how long accounts stay closed, but none is closed";
        let hint = "add closes, the chance that the account behind a removed post is closed";
        diagnostics.fault("removal.closed_weeks", message, hint);
    }
    Removal {
        matters: written.matters.iter().map(|word| word.0.0).collect(),
        share: written.share.chance(),
        closes: written.closes.as_deref().map_or(Chance::ZERO, Figure::chance),
        reopens: written
            .closed_weeks
            .as_ref()
            .map_or(Chance::ZERO, |weeks| Chance::from_share(1.0 / weeks.value)),
        provenance: diagnostics.provenance("removal", written.claim, &written.source),
    }
}

/// What it does, in a sentence.
pub(super) fn says(removal: &Removal) -> String {
    format!("{:.0} % of such posts are taken down", 100.0 * removal.share.value())
}
