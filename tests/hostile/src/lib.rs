//! Hostile files: whatever a file holds, the program reads it or refuses it, soon and without harm.
//!
//! Model: targets ([`target`]) are what reads files from outside. For each, inputs are made by the million
//! from luck alone ([`luck`]): files that are right are damaged in their bytes, their words or their
//! structure, and sealed again where a checksum guards them. Workers ([`worker`]) read them within limits on
//! time and memory; a campaign ([`campaign`]) hands them out and writes down what does harm, which is kept in
//! `found` and read again by every run of the tests.
//!
//! Leaves out: guiding by coverage, for which the one toolchain of this repository has no means.

mod bytes;
pub mod campaign;
pub mod found;
pub mod luck;
mod strange;
pub mod target;
mod text;
mod tree;
pub mod worker;
