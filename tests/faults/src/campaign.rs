//! Faults and damages in a row: all of a scene, or a fixed sample of them.

use crate::damage::{self, Damage};
use crate::fault::Fault;
use crate::program::Program;
use crate::scene::Scene;
use crate::trial;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What became of the faults and damages of a scene.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Errors, kills and signals that befell it.
    pub struck: [u32; 3],
    /// Of these, after which the result was there at once.
    pub done: u32,
    /// Damages.
    pub damages: u32,
    /// Of these, refused; the others bear on nothing that is read.
    pub refused: u32,
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

/// Tries faults and damages, as many at once as the machine has processors; `tell` hears how many were begun,
/// and what is not as it should be.
///
/// # Errors
/// The program cannot be called.
pub fn run(
    scene: &Scene,
    (faults, damages): (&[Fault], &[Damage]),
    program: &Program,
    tell: &(dyn Fn(usize, Option<&str>) + Sync),
) -> io::Result<Counts> {
    let (next, counts) = (AtomicUsize::new(0), Mutex::new(Counts::default()));
    let failed = || io::Error::other("a thread panicked");
    let serve = || -> io::Result<()> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let wrong = if let Some(&fault) = faults.get(number) {
                let stood = trial::stands(scene, fault, program)?;
                let mut counts = counts.lock().map_err(|_| failed())?;
                stood.map_err(|wrong| format!("{fault}: {wrong}")).map(|stood| {
                    counts.struck[fault.blow.column()] += u32::from(stood.struck);
                    counts.done += u32::from(stood.struck && stood.done);
                })
            } else if let Some(damage) = damages.get(number - faults.len()) {
                let stood = damage::stands(scene, damage, program)?;
                let mut counts = counts.lock().map_err(|_| failed())?;
                counts.damages += 1;
                stood.map_err(|wrong| format!("{damage}: {wrong}")).map(|refused| {
                    counts.refused += u32::from(refused);
                })
            } else {
                return Ok(());
            };
            let wrong = wrong.err().map(|wrong| format!("{}, {wrong}", scene.name));
            tell(number + 1, wrong.as_deref());
            counts.lock().map_err(|_| failed())?.wrong.extend(wrong);
        }
    };
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(serve)).collect();
        let mut ended = workers.into_iter().map(|worker| worker.join());
        ended.try_for_each(|one| one.unwrap_or_else(|_| Err(failed())))
    })?;
    counts.into_inner().map_err(|_| failed())
}
