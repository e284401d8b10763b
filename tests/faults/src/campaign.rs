//! Faults in a row: all of a scene, or a fixed sample of them.

use crate::fault::Fault;
use crate::program::Program;
use crate::scene::Scene;
use crate::trial::stands;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What became of the faults of a scene.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Errors, kills and signals that befell it.
    pub struck: [u32; 3],
    /// Of these, after which the result was there all the same.
    pub done: u32,
    /// What was not as it should be.
    pub wrong: Vec<String>,
}

/// So many of the faults, each time the same as long as the calls are.
#[must_use]
pub fn sample(faults: &[Fault], size: usize) -> Vec<Fault> {
    let mut mixed: Vec<(u64, Fault)> = faults.iter().map(|fault| (mix(*fault), *fault)).collect();
    mixed.sort_unstable();
    mixed.into_iter().take(size).map(|(_, fault)| fault).collect()
}

/// A number that has nothing to do with the order of the calls.
fn mix(fault: Fault) -> u64 {
    let [what, value] = fault.blow.told();
    let words = [fault.call, fault.nth, what, value];
    words.iter().fold(0x9E37_79B9_7F4A_7C15, |hash, &word| {
        let hash = (hash ^ u64::from(word)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        hash ^ hash >> 32
    })
}

/// Tries faults, as many at once as the machine has processors; `tell` hears how many are done.
///
/// # Errors
/// The program cannot be called.
pub fn run(
    scene: &Scene,
    faults: &[Fault],
    program: &Program,
    tell: &(dyn Fn(usize) + Sync),
) -> io::Result<Counts> {
    let (next, counts) = (AtomicUsize::new(0), Mutex::new(Counts::default()));
    let serve = || -> io::Result<()> {
        while let Some(&fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            let stood = stands(scene, fault, program)?;
            let mut counts = counts.lock().map_err(|_| io::Error::other("a thread panicked"))?;
            match stood {
                Ok(stood) => {
                    counts.struck[fault.blow.column()] += u32::from(stood.struck);
                    counts.done += u32::from(stood.struck && stood.done);
                }
                Err(wrong) => counts.wrong.push(format!("{}, {fault}: {wrong}", scene.name)),
            }
            tell(next.load(Ordering::Relaxed));
        }
        Ok(())
    };
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(serve)).collect();
        let ended = workers.into_iter().map(|worker| worker.join());
        ended
            .map(|one| one.unwrap_or_else(|_| Err(io::Error::other("a thread panicked"))))
            .collect::<io::Result<()>>()
    })?;
    counts.into_inner().map_err(|_| io::Error::other("a thread panicked"))
}
