//! The loop of a run: seed by seed, from the beginning or from a checkpoint, to a run folder.

use super::checkpointer::{Checkpointer, ticks_done};
use super::options::{Extra, Keeping, Outcome, Progress, Signal};
use super::trial::Needs;
use crate::checkpoint::{Head, Loading, Spools};
use crate::error::RunError;
use crate::run_folder::{Filling, FolderLock, MANIFEST};
use demerit_scenario::load::Scenario;
use demerit_scenario::shown::json;
use demerit_worlds::manifest::digest_of;
use demerit_worlds::seed::{self, Gathered, Moment};
use demerit_worlds::{LiveError, intervals};
use std::time::Instant;

/// A run that is to be lived.
pub(super) struct RunLoop<'a> {
    pub(super) scenario: Scenario,
    /// What a checkpoint says of itself, with the manifest as far as it is known, and where to begin.
    pub(super) head: Head,
    pub(super) keeping: Keeping<'a>,
    pub(super) needs: Option<Needs>,
    pub(super) gathered: Gathered,
    /// The rows so far.
    pub(super) spools: Spools,
    /// The checkpoint that a seed goes on from.
    pub(super) from: Option<Loading>,
}

impl RunLoop<'_> {
    /// Lives the run and writes its folder.
    pub(super) fn go(
        self,
        lock: FolderLock,
        pool: &rayon::ThreadPool,
        progress: &mut dyn FnMut(&Progress) -> Signal,
        extra: &Extra<'_>,
    ) -> Result<Outcome, RunError> {
        let Self { scenario, head, keeping, needs, mut gathered, spools, mut from } = self;
        let (first, seeds) = (head.seed as usize, head.manifest.seeds.clone());
        let ticks = scenario.horizon();
        let kept = (head.seed, head.tick);
        let mut checkpointer = Checkpointer {
            scenario: &scenario,
            lock: &lock,
            keeping: &keeping,
            pool,
            tried: ticks_done(kept, ticks),
            kept,
            before: head.manifest.seconds,
            head,
            spools,
            waits: false,
            clock: Instant::now(),
            bytes: None,
        };
        let each = u64::from(ticks) * u64::from(scenario.study.persons) * scenario.worlds().len() as u64;
        let mut done = first as u64 * each;
        for (index, &seed) in seeds.iter().enumerate().skip(first) {
            let mut at = |now: &mut Moment<'_>| {
                let state = Progress {
                    seed_number: index as u32 + 1,
                    seeds: seeds.len() as u32,
                    tick: now.tick,
                    ticks: now.ticks,
                    person_weeks: done + now.person_weeks,
                    stage: now.stage,
                    needs,
                };
                let stop = progress(&state) == Signal::Stop;
                checkpointer.at(index as u32, now, stop)
            };
            let from = from.take();
            let begins = index == 0 && from.is_none();
            let from = from.map(|from| from.resumed(pool));
            done += seed::live(&scenario, seed, begins, from, pool, &mut gathered, &mut at)?;
            checkpointer.seed_done(index as u32 + 1, &mut gathered)?;
        }
        checkpointer.tell_manifest(&gathered);
        let kept = checkpointer.there().map(|kept| checkpointer.told(kept, ticks));
        let Checkpointer { head: Head { manifest, csv, .. }, mut spools, .. } = checkpointer;
        // Once more, should the disk have taken none when the last seed was done.
        let ended = spools.flush().map_err(RunError::from).and_then(|_| {
            let mut tables = Filling::begin(&lock, manifest, csv)?;
            spools.fill(&mut tables)?;
            write(lock, tables, done, extra)
        });
        if let (Err(RunError::Folder(_) | RunError::Checkpoint(_)), Some(kept)) = (&ended, kept) {
            (keeping.tell)(&format!("{kept}, from where the rest can be run again"));
        }
        ended
    }
}

/// Writes the rest of a run folder whose tables are filled.
///
/// # Errors
/// A folder that cannot be written; what `extra` says.
pub fn write(
    lock: FolderLock,
    filled: Filling,
    person_weeks: u64,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let mut told = filled.end()?;
    let seconds = told.manifest.seconds;
    if told.manifest.seeds.len() > 1 {
        let worlds: Vec<&str> = told.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
        let text = intervals::table(&intervals::all(&worlds, &told.measures, told.manifest.ticks));
        lock.write(intervals::FILE, text.as_bytes())?;
        told.manifest.digests.insert(intervals::FILE.to_owned(), digest_of(text.as_bytes()));
    }
    let files = extra(&told);
    for (file, bytes) in files.iter().flatten() {
        lock.write(file, bytes)?;
    }
    let text = json::pretty(&told.manifest).map_err(|error| LiveError::Fault(error.to_string()))?;
    lock.write(MANIFEST, text.as_bytes())?;
    let folder = lock.finish()?;
    if let Err(message) = files {
        // The tables are whole and stay; only what is drawn from them is missing.
        return Err(LiveError::Fault(format!("{message}; the tables are in {}", folder.display())).into());
    }
    Ok(Outcome { folder, told, seconds, person_weeks })
}
