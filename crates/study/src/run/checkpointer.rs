//! The checkpointer: saves a run at the moments that the caller chose, and when it is stopped.
//!
//! Model: rows go into their spools as they come. Every `checkpoint_every` ticks since the last checkpoint,
//! counted over all seeds, a new one takes its place; a stop saves too, if the caller wishes so; and what a
//! seed came to is saved when it is done, always. A checkpoint that cannot be written is told of, and the run
//! goes on; the last good one stays. So with rows that the disk does not take: they wait in the memory, until
//! they are too many. A run that was asked to stop then stops all the same.

use super::options::Keeping;
use crate::checkpoint::{self, Head, PACKED, Spools};
use crate::error::{CheckpointError, Kept, RunError};
use crate::machine::free_disk;
use crate::run_folder::FolderLock;
use demerit_engine::World;
use demerit_scenario::load::Scenario;
use demerit_worlds::LiveError;
use demerit_worlds::seed::{Gathered, Moment, SeedRun};
use std::time::Instant;

/// Saves a run.
pub(super) struct Checkpointer<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) lock: &'a FolderLock,
    pub(super) keeping: &'a Keeping<'a>,
    pub(super) pool: &'a rayon::ThreadPool,
    pub(super) head: Head,
    pub(super) spools: Spools,
    /// Whether it was told that rows wait.
    pub(super) waits: bool,
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
    pub(super) fn at(&mut self, seed: u32, now: &mut Moment<'_>, stop: bool) -> Result<(), RunError> {
        let here = (seed, now.tick);
        self.take(now.gathered)?;
        if stop {
            return Err(self.stop(here, now));
        }
        let Some(every) = self.keeping.every.filter(|_| now.life.is_some()) else { return Ok(()) };
        let done = ticks_done(here, now.ticks);
        let last = now.tick == now.ticks && seed as usize + 1 == self.head.manifest.seeds.len();
        if done - self.tried >= u64::from(every) && !last {
            self.tried = done;
            self.save(here, now.life, now.gathered)
                .unwrap_or_else(|error| self.missed(&format!("no checkpoint in week {}", now.tick), &error));
        }
        Ok(())
    }

    /// Puts the rows that were gathered onto the disk.
    fn take(&mut self, gathered: &mut Gathered) -> Result<(), RunError> {
        match self.spools.take(gathered) {
            Ok(()) => self.waits = false,
            Err(error) if self.spools.is_overfull() => {
                if let Some(kept) = self.there() {
                    let kept = self.told(kept, self.scenario.horizon());
                    (self.keeping.tell)(&format!("{kept}, from where the rest can be run again"));
                }
                return Err(error.into());
            }
            Err(error) if !self.waits => {
                self.waits = true;
                self.missed("rows wait in the memory", &error);
            }
            Err(_) => {}
        }
        Ok(())
    }

    /// Saves what a seed that is done came to; `next` is the index of the next one.
    pub(super) fn seed_done(&mut self, next: u32, gathered: &mut Gathered) -> Result<(), RunError> {
        self.take(gathered)?;
        let needless = self.spools.end_seed(next)?;
        match self.save((next, 0), None, gathered) {
            Ok(()) => _ = std::fs::remove_file(needless),
            Err(error) => self.missed(&format!("seed {next} is not saved"), &error),
        }
        Ok(())
    }

    /// Tells what could not be written, and that the run goes on.
    fn missed(&self, what: &str, error: &CheckpointError) {
        let stays = if self.there().is_some() { "; the last checkpoint stays" } else { "" };
        let why = error.to_string();
        // The system's number says nothing that its words do not.
        let why = why.split(" (os error ").next().unwrap_or(&why);
        (self.keeping.tell)(&format!("{what}: {why} ({}){stays}, and the run goes on", error.hint()));
    }

    /// Seed and tick of the checkpoint that is there; none before the first, or where somebody took it away.
    pub(super) fn there(&self) -> Option<(u32, u32)> {
        self.lock.checkpoint().exists().then_some(self.kept)
    }

    /// Saves if that is wished and there is something to save; says how the run ended.
    fn stop(&mut self, here: (u32, u32), now: &mut Moment<'_>) -> RunError {
        // While a seed is built, what there is are the seeds before it; what a checkpoint holds of it is
        // still to be read.
        let new = self.there().is_none_or(|kept| kept < here)
            && (now.life.is_some() || now.tick == 0)
            && here != (0, 0);
        if new && self.keeping.on_stop {
            (self.keeping.tell)(
                "stopping: the run is being saved; the same signal again ends it without that",
            );
            if let Err(error) = self.save(here, now.life, now.gathered) {
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

    fn save(
        &mut self,
        here: (u32, u32),
        life: Option<&SeedRun>,
        gathered: &Gathered,
    ) -> Result<(), CheckpointError> {
        let state: u64 =
            life.map_or(0, |life| self.pool.install(|| life.worlds.iter().map(World::bytes).sum()));
        let needed = self.bytes.filter(|_| life.is_some()).unwrap_or((state as f64 * PACKED) as u64);
        let folder = &self.lock.unfinished;
        self.lock.renew()?;
        if let Some(free) = free_disk(folder).filter(|free| *free < needed) {
            return Err(CheckpointError::Room { path: folder.clone(), needed, free });
        }
        self.head.spools = self.spools.flush()?;
        (self.head.seed, self.head.tick) = here;
        self.tell_manifest(gathered);
        let path = self.lock.checkpoint();
        let bytes = checkpoint::write(&path, &mut self.head, self.scenario, life, self.pool)?;
        self.kept = here;
        self.bytes = life.map(|_| bytes).or(self.bytes);
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
