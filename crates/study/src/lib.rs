//! The public facade of Demerit: files, worlds, twins, run folders and tables.
//!
//! A file is read ([`load`]), checked key by key ([`walk`]) and across keys ([`resolve`]), and becomes a [`load::Scenario`]. A
//! [`run`] builds the society, moves its worlds tick by tick, reads the measures, and writes a run folder
//! ([`run_folder`]). This crate alone opens files, reads the clock and chooses threads.

pub mod catalogue;
pub mod checkpoint;
pub mod describe;
pub mod explain;
pub mod explore;
pub mod faults;
pub mod figure;
pub mod intervals;
mod ledger;
pub mod load;
pub mod manifest;
mod mechanisms;
mod notes;
mod outside;
pub mod parameters;
pub mod plan;
mod resolve;
pub mod run;
pub mod run_folder;
pub mod sensitivity;
pub mod sources;
pub mod summary;
pub mod tables;
mod total;
pub mod validate;
pub mod walk;
mod worlds;
pub mod written;

pub use mechanisms::{Row as MechanismRow, mechanisms, safeguards};
pub use notes::limits;

use catalogue::Kind;

/// The JSON schema of a kind of file, made from the same types that read it.
#[must_use]
pub fn schema(kind: Kind) -> serde_json::Value {
    match kind {
        Kind::Society => walk::schema_of::<written::SocietyFile>(),
        Kind::Regime => walk::schema_of::<written::RegimeFile>(),
        Kind::Study => walk::schema_of::<written::StudyFile>(),
    }
}
