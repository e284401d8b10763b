//! The institution: what it may write down, what it makes of it, and which doors it opens and closes.
//!
//! A regime sees a *record*: that a matter was written down about a person, through a channel. It never sees
//! what the person did. The compiler keeps that wall: this crate depends on the kernel alone, so that nothing
//! here can name a person's true conduct. Why it matters is told in `docs/decisions/0001-the-wall.md`.
//!
//! A [`Regime`] is made of a [`Scale`], [`Rule`]s (matter → points), [`Tier`]s, [`Spillover`] along typed
//! ties, a [`CourtList`], [`Gate`]s, [`Forgetting`], [`Appeals`] and [`Removal`] of posts. Every one of them
//! is optional but the rules, which may be empty: the null regime is a regime like any other.

mod appeal;
mod checks;
mod consent;
mod feed;
mod gate;
mod law {
    pub(crate) mod provision;
    pub(crate) mod yardstick;
}
mod list;
mod mechanism;
mod regime;
mod removal;
mod rule;
mod safeguard;
mod scale;
mod spillover;
mod switches;
mod words;

pub use appeal::{Appeals, Burden};
pub use checks::{Checks, Indicator, OnFile};
pub use consent::Consent;
pub use feed::Feed;
pub use gate::{Answer, Gate};
pub use law::provision::Provision;
pub use law::yardstick::{BORNE, DISTANCES, Distance, SEVERITIES, WHOLE};
pub use list::CourtList;
pub use mechanism::{Mechanism, Mechanisms, Row};
pub use regime::{Parts, Regime, RegimeError};
pub use removal::Removal;
pub use rule::Rule;
pub use rule::anchor::{Anchors, regained};
pub use rule::cap::{Cap, Slot};
pub use safeguard::{Safeguard, Safeguards};
pub use scale::Scale;
pub use scale::due::{is_due, places_due};
pub use scale::forgetting::Forgetting;
pub use scale::tier::{Tier, TierSet, Tiers};
pub use spillover::{Spillover, Tie};
pub use switches::error_source::{ErrorSource, ErrorSources};
pub use words::claim::{Claim, Provenance};
pub use words::domain::Domain;
pub use words::gravity::Gravity;
pub use words::matter::{Channel, Matter, Request, Trait};
