//! A run folder that is there: its report, and single lives.

mod life;
mod report;

pub(super) use life::life;
pub(super) use report::report;
