//! Runs: worlds that live on this machine, their checkpoints and their run folders.
//!
//! A [`run`] lives a scenario's worlds on several threads, saves them now and then ([`checkpoint`]), and
//! writes a run folder ([`run_folder`]). This crate opens files, reads the clock and chooses threads; those
//! below it do not.

pub mod checkpoint;
pub mod error;
mod machine;
pub mod outside;
pub mod run;
pub mod run_folder;
