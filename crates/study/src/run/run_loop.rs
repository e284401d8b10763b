//! The loop of a run: seed by seed, from the beginning or from a checkpoint, to a run folder.

use super::checkpointer::{Checkpointer, ticks_done};
use super::options::{Extra, Keeping, Outcome, Progress, Signal};
use super::trial::Needs;
use crate::checkpoint::{Head, Loading};
use crate::error::RunError;
use crate::run_folder::{FolderLock, MANIFEST};
use demerit_scenario::load::Scenario;
use demerit_scenario::shown::json;
use demerit_worlds::manifest::digest_of;
use demerit_worlds::seed::{self, Gathered, Moment};
use demerit_worlds::tables::RunTables;
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
        let Self { scenario, head, keeping, needs, mut gathered, mut from } = self;
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
            clock: Instant::now(),
            bytes: None,
        };
        let each = u64::from(ticks) * u64::from(scenario.study.persons) * scenario.worlds().len() as u64;
        let mut done = first as u64 * each;
        for (index, &seed) in seeds.iter().enumerate().skip(first) {
            let mut at = |now: &Moment<'_>| {
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
        }
        checkpointer.tell_manifest(&gathered);
        let kept = checkpointer.there().map(|kept| checkpointer.told(kept, ticks));
        let Head { manifest, csv, .. } = checkpointer.head;
        let Gathered { measures, persons, ledger, .. } = gathered;
        let tables = RunTables { manifest, measures, persons, ledger };
        let ended = write(lock, tables, done, csv, extra);
        if let (Err(RunError::Folder(_)), Some(kept)) = (&ended, kept) {
            (keeping.tell)(&format!("{kept}, from where the rest can be run again"));
        }
        ended
    }
}

/// Writes the run folder, with sheets beside the tables where they are wanted.
///
/// # Errors
/// A folder that cannot be written; what `extra` says.
pub fn write(
    lock: FolderLock,
    mut tables: RunTables,
    person_weeks: u64,
    csv: bool,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let seconds = tables.manifest.seconds;
    for (file, bytes) in lock.write_tables(&tables, csv)? {
        tables.manifest.digests.insert(file, digest_of(&bytes));
    }
    if tables.manifest.seeds.len() > 1 {
        let worlds: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
        let text = intervals::table(&intervals::all(&worlds, &tables.measures, tables.manifest.ticks));
        lock.write(intervals::FILE, text.as_bytes())?;
        tables.manifest.digests.insert(intervals::FILE.to_owned(), digest_of(text.as_bytes()));
    }
    let files = extra(&tables);
    for (file, bytes) in files.iter().flatten() {
        lock.write(file, bytes)?;
    }
    let text = json::pretty(&tables.manifest).map_err(|error| LiveError::Fault(error.to_string()))?;
    lock.write(MANIFEST, text.as_bytes())?;
    let folder = lock.finish()?;
    if let Err(message) = files {
        // The tables are whole and stay; only what is drawn from them is missing.
        return Err(LiveError::Fault(format!("{message}; the tables are in {}", folder.display())).into());
    }
    Ok(Outcome { folder, tables, seconds, person_weeks })
}
