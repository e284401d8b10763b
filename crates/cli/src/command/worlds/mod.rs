//! Runs: of a study, on from a checkpoint, of a share of a plan; and what came of them.

mod outcome;
mod plan;
mod resume;
mod run;

pub(super) use plan::{merge, plan, shard};
pub(super) use resume::resume;
pub(super) use run::run;
