//! The findings of a report, each computed in a file of its own.

mod appeals;
mod collateral;
mod record;
mod refusals;
mod sanctions;
mod speech;
mod violations;

use crate::data::Run;
use crate::finding::Finding;

/// All findings, in the order in which the report tells them.
pub(crate) fn all(run: &Run<'_>) -> Vec<Finding> {
    let mut findings = vec![
        sanctions::share(run),
        sanctions::wrongly(run),
        collateral::ratio(run),
        refusals::refusals(run),
        speech::critical(run),
        record::precision(run),
        violations::violations(run),
        appeals::answered(run),
    ];
    findings.retain(|finding| !finding.says.is_empty());
    findings
}
