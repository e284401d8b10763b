//! A run: the society is built, its worlds live tick by tick, measures are read, a run folder is written.
//!
//! Worlds move in step, so that twins can be compared person by person. Threads are chosen here and change no
//! result. The folder is claimed before the first tick, filled beside its place and renamed at the end.

mod begin;
mod checkpointer;
pub mod memory;
mod options;
mod resume;
mod run_loop;
mod trial;

pub use crate::error::{Kept, RunError};
pub use crate::machine::{Free, free_memory, gibibytes, pool, processors};
pub use begin::{needs, run, within_memory};
pub use memory::fits;
pub use options::{Extra, Keeping, Outcome, Progress, RunOptions, Signal};
pub use resume::resume;
pub use run_loop::write as write_folder;
pub use trial::Needs;
