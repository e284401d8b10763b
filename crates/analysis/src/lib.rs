//! What is made of many worlds: ensembles, explanations, sensitivity, plans and their merges, validation,
//! summaries over seeds.

pub mod ensemble;
pub mod explain;
pub mod plan;
mod pool;
pub mod sensitivity;
pub mod stream;
pub mod summary;
pub mod validate;
