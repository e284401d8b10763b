//! Faults: an error, a kill or a signal at every call of the system that touches a file, a thread or memory,
//! from the start of `main` on; and what has to be true afterwards.
//!
//! Linux on x86-64 alone: elsewhere nothing is here.

#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

pub mod campaign;
pub mod damage;
pub mod fault;
pub mod program;
pub mod scene;
mod shim;
pub mod told;
mod tree;
pub mod trial;
