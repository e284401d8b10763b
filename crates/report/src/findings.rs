//! The findings of a report, each computed in a file of its own.

mod appeals;
mod collateral;
pub(crate) mod finding;
mod record;
mod refusals;
mod sanctions;
mod speech;
mod violations;

use crate::findings::finding::Finding;
use crate::numbers::Run;

/// All findings, in the order in which the report tells them.
pub(crate) fn all(run: &Run<'_>) -> Vec<Finding> {
    [
        sanctions::share(run),
        sanctions::wrongly(run),
        collateral::ratio(run),
        refusals::refusals(run),
        speech::critical(run),
        record::precision(run),
        violations::violations(run),
        appeals::answered(run),
    ]
    .into_iter()
    .flatten()
    .collect()
}
