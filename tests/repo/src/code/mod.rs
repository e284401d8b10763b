//! Rust read as a program: without its comments, texts and tests, as words with their lines, and as modules
//! that name one another.
//!
//! This is no compiler. It follows `use`, `mod` and paths as they are written; what a macro makes, and
//! methods of traits, it does not see.

pub mod modules;
pub mod program;
