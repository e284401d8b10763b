//! The checkpointer: saves a run at the moments that the caller chose, and when it is stopped.
//!
//! Model: every `checkpoint_every` ticks since the last checkpoint, counted over all seeds, a new one takes
//! its place; a stop saves too, if the caller wishes so. A checkpoint that cannot be written is told of, and
//! the run goes on; the last good one stays. A run that was asked to stop then stops all the same.

use super::options::Keeping;
use crate::checkpoint::{self, Head};
use crate::error::{CheckpointError, Kept, RunError};
use crate::machine::free_disk;
use crate::run_folder::FolderLock;
use demerit_engine::World;
use demerit_scenario::load::Scenario;
use demerit_worlds::LiveError;
use demerit_worlds::seed::{Gathered, Moment};
use std::time::Instant;

/// What is in memory becomes this much in a file, as a share: three quarters in `nation`, and something to
/// spare.
const PACKED: f64 = 0.8;

/// Saves a run.
pub(super) struct Checkpointer<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) lock: &'a FolderLock,
    pub(super) keeping: &'a Keeping<'a>,
    pub(super) pool: &'a rayon::ThreadPool,
    pub(super) head: Head,
    /// Seed and tick of the last checkpoint, if it is there.
    pub(super) kept: (u32, u32),
    /// Ticks, over all seeds, at which a checkpoint was last tried.
    pub(super) tried: u64,
    /// Seconds that the run took before this program went on with it.
    pub(super) before: f64,
    pub(super) clock: Instant,
    /// Bytes of the last checkpoint.
    pub(super) bytes: Option<u64>,
}

impl Checkpointer<'_> {
    /// Does what is due at a moment of the seed with this index.
    pub(super) fn at(&mut self, seed: u32, now: &Moment<'_>, stop: bool) -> Result<(), RunError> {
        let here = (seed, now.tick);
        if stop {
            return Err(self.stop(here, now));
        }
        let Some(every) = self.keeping.every.filter(|_| now.life.is_some()) else { return Ok(()) };
        let done = ticks_done(here, now.ticks);
        let last = now.tick == now.ticks && seed as usize + 1 == self.head.manifest.seeds.len();
        if done - self.tried >= u64::from(every) && !last {
            self.tried = done;
            if let Err(error) = self.save(here, now) {
                let stays = if self.there().is_some() { "; the last one stays" } else { "" };
                let why = error.to_string();
                // The system's number says nothing that its words do not.
                let why = why.split(" (os error ").next().unwrap_or(&why);
                let (week, hint) = (now.tick, error.hint());
                let told =
                    format!("no checkpoint in week {week}: {why} ({hint}){stays}, and the run goes on");
                (self.keeping.tell)(&told);
            }
        }
        Ok(())
    }

    /// Seed and tick of the checkpoint that is there; none before the first, or where somebody took it away.
    pub(super) fn there(&self) -> Option<(u32, u32)> {
        self.lock.checkpoint().exists().then_some(self.kept)
    }

    /// Saves if that is wished and there is something to save; says how the run ended.
    fn stop(&mut self, here: (u32, u32), now: &Moment<'_>) -> RunError {
        // While a seed is built, what there is are the seeds before it; what a checkpoint holds of it is
        // still to be read.
        let new = self.there().is_none_or(|kept| kept < here)
            && (now.life.is_some() || now.tick == 0)
            && here != (0, 0);
        if new && self.keeping.on_stop {
            (self.keeping.tell)(
                "stopping: the run is being saved; the same signal again ends it without that",
            );
            if let Err(error) = self.save(here, now) {
                let kept = self.there().map(|kept| Box::new(self.told(kept, now.ticks)));
                return RunError::NotKept { error: Box::new(error), kept };
            }
        }
        self.there().map_or(LiveError::Stopped.into(), |kept| RunError::Kept(self.told(kept, now.ticks)))
    }

    /// How far a checkpoint is.
    pub(super) fn told(&self, (seed, tick): (u32, u32), ticks: u32) -> Kept {
        let seeds = self.head.manifest.seeds.len() as u32;
        Kept { folder: self.lock.unfinished.clone(), seed_number: seed + 1, seeds, tick, ticks }
    }

    fn save(&mut self, here: (u32, u32), now: &Moment<'_>) -> Result<(), CheckpointError> {
        let state: u64 =
            now.life.map_or(0, |life| self.pool.install(|| life.worlds.iter().map(World::bytes).sum()));
        let needed = self.bytes.unwrap_or((state as f64 * PACKED) as u64);
        let folder = &self.lock.unfinished;
        self.lock.renew()?;
        if let Some(free) = free_disk(folder).filter(|free| *free < needed) {
            return Err(CheckpointError::Room { path: folder.clone(), needed, free });
        }
        (self.head.seed, self.head.tick) = here;
        self.tell_manifest(now.gathered);
        let path = self.lock.checkpoint();
        let bytes =
            checkpoint::write(&path, &mut self.head, self.scenario, now.gathered, now.life, self.pool)?;
        (self.kept, self.bytes) = (here, Some(bytes));
        Ok(())
    }

    /// Tells the manifest what is known by now.
    pub(super) fn tell_manifest(&mut self, gathered: &Gathered) {
        let manifest = &mut self.head.manifest;
        manifest.phases.clone_from(&gathered.phases);
        manifest.figures.clone_from(&gathered.figures);
        manifest.bytes_per_person = gathered.bytes_per_person;
        manifest.seconds = self.before + self.clock.elapsed().as_secs_f64();
    }
}

/// Ticks done over all seeds, at a tick of the seed with this index.
pub(super) fn ticks_done((seed, tick): (u32, u32), ticks: u32) -> u64 {
    u64::from(seed) * u64::from(ticks) + u64::from(tick)
}
