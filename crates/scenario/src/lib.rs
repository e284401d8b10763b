//! Scenarios: what a person writes about a society, a regime and a study, checked and resolved into what the
//! model runs on.
//!
//! A file is read ([`load`]) and checked key by key ([`schema_check`]); each part of it is a file in
//! [`regime`], [`society`] or [`study`], which says how it is written, checks it beside the others, and
//! resolves it. What comes out is a [`load::Scenario`].
//!
//! Leaves out: where files lie. A caller hands in [`load::Files`]; this crate opens none.

mod addresses;
pub mod catalogue;
pub mod draft;
pub mod faults;
pub mod figure;
pub mod figures;
pub mod load;
pub mod notes;
pub mod parameters;
pub mod regime;
pub mod schema_check;
pub mod shown;
pub mod society;
pub mod sources;
pub mod study;
pub mod word;

pub use figures::schema;
pub use parameters::{Grade, grades};
pub use study::{MechanismRow, mechanisms, safeguards};
