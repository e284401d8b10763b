//! Scenarios: what a person writes about a society, a regime and a study, checked and resolved into what the model runs on.
//!
//! A file is read ([`load`]), checked key by key ([`walk`]) and across keys ([`resolve`]), and becomes a [`load::Scenario`].
//!
//! Leaves out: where files lie. A caller hands in [`load::Files`]; this crate opens none.

mod addresses;
pub mod catalogue;
pub mod describe;
pub mod draft;
pub mod faults;
pub mod figure;
pub mod figures;
pub mod load;
mod mechanisms;
pub mod notes;
pub mod parameters;
pub mod resolve;
pub mod sources;
pub mod walk;
pub mod written;

pub use mechanisms::{Row as MechanismRow, mechanisms, safeguards};

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
