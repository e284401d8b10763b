//! What is made of many worlds: calibrations, answers to claims, ensembles, the ranges of a run,
//! explanations, sensitivity, plans and their merges, validation, summaries over seeds.

pub mod calibrate;
pub mod claims;
pub mod ensemble;
pub mod explain;
pub mod plan;
mod pool;
pub mod run_ranges;
pub mod sensitivity;
pub mod stream;
pub mod summary;
pub mod validate;
