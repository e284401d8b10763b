//! The public facade of Demerit: files, worlds, twins, run folders and tables.

pub mod manifest;
pub mod tables;
