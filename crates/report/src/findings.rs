//! The findings of a report, by whom they are about.

pub(crate) mod finding;
mod institution;
mod people;
mod sanctions;

use crate::findings::finding::Finding;
use crate::numbers::Run;

/// All findings, in the order in which the report tells them.
pub(crate) fn all(run: &Run<'_>) -> Vec<Finding> {
    let all = [
        sanctions::share(run),
        sanctions::wrongly(run),
        sanctions::ratio(run),
        institution::refusals(run),
        people::critical(run),
        institution::precision(run),
        people::violations(run),
        institution::answered(run),
    ];
    all.into_iter().flatten().collect()
}
