//! Targets: what reads files from outside, and how hostile files for it are made.
//!
//! Model: an input is the bytes of a file (or of a call's argument), made from luck alone. A target reads it
//! as the program does, and goes on with what it lets pass as far as the program would: a report is drawn,
//! weeks are lived. It may refuse an input; it may not panic, go on without end, or take more memory than it
//! is given.
//!
//! Leaves out: paths, which `tests/places.rs` tries.

mod checkpoint;
mod folder;
mod notation;
mod plan;
mod scenario;
mod table;

use crate::luck::Luck;
use std::io;
use std::rc::Rc;

/// Bytes of memory that tables may take: far less than the limit on a worker.
const MEMORY: u64 = 64 << 20;

/// Something that reads files.
pub trait Target {
    /// Its name: that of its folder in `found`.
    fn name(&self) -> &'static str;

    /// How many of a thousand inputs of a campaign it gets: many where reading is quick.
    fn share(&self) -> u64;

    /// Ending of its files.
    fn ending(&self) -> &'static str;

    /// Makes an input.
    fn make(&self, luck: &mut Luck) -> Vec<u8>;

    /// Reads an input; says whether it was let pass.
    fn read(&self, input: &[u8]) -> bool;
}

/// Every target.
///
/// # Errors
/// The small runs that checkpoints and folders are taken from do not end.
pub fn all() -> io::Result<Vec<Box<dyn Target>>> {
    let probes = Rc::new(checkpoint::Probes::new()?);
    let run = Rc::new(folder::Run::new()?);
    Ok(vec![
        Box::new(notation::Notation),
        Box::new(scenario::Scenarios::new()?),
        Box::new(scenario::Lives::new()?),
        Box::new(plan::Plans::new()?),
        Box::new(checkpoint::Files::new(&probes)?),
        Box::new(checkpoint::States(probes)),
        Box::new(folder::Manifests::new(&run)),
        Box::new(table::Tables::new(&run)),
        Box::new(folder::Reports(run)),
    ])
}

/// The input of a target with a number.
#[must_use]
pub fn input(target: &dyn Target, seed: u64, number: u64) -> Vec<u8> {
    target.make(&mut Luck::of(target.name(), seed, number))
}
