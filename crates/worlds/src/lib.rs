//! A scenario's worlds and their twins, lived in memory and read.
//!
//! [`schedules`] makes the schedules of a study's worlds for a society of a given size; [`seed`] lives them
//! tick by tick while [`reader`] takes the measures; what comes out is rows ([`tables`]) and a [`manifest`]
//! of what was run. [`describe`] tells of a society before anything is lived in it.
//!
//! Leaves out: files, clocks and the choice of threads, which are the caller's. The same scenario gives the
//! same rows wherever it is lived.

pub mod cohort;
pub mod describe;
mod error;
#[cfg(test)]
mod extremes;
pub mod in_memory;
pub mod intervals;
pub mod ledger;
pub mod manifest;
pub mod reader;
pub mod readings;
pub mod schedules;
pub mod seed;
mod sized;
pub mod tables;
pub mod thousands;
pub mod total;

pub use error::LiveError;
pub use sized::{Size, sized};
