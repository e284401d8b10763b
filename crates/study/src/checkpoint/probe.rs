//! A probe: checkpoints that somebody damaged on purpose are resumed in memory, for tests.
//!
//! Model: a small run of a study is saved after some ticks. What it saved can be taken apart into frames,
//! changed, and put together with the right checksums, so that whatever reads the frames is reached. A file
//! is then resumed as [`crate::run::resume`] does it, but without a folder. What is known of the probe's
//! own study is not found out again for each file.
//!
//! Leaves out: the claim to a run folder.

use super::frames::{Packed, Reader, Writer};
use super::head::Head;
use super::loading::{Known, Loading};
use super::{results, writing};
use crate::error::RunError;
use demerit_scenario::load::Scenario;
use demerit_worlds::LiveError;
use demerit_worlds::manifest::{manifest, name_of};
use demerit_worlds::seed::{Gathered, Moment, live};
use std::path::Path;

/// What a file of the probe is called where it is told of.
const SHOWN: &str = "checkpoint";

/// Most bytes of a frame of the probe's own.
const MOST: usize = 1 << 24;

/// A small run that was saved.
pub struct Probe {
    known: Known,
    name: String,
    frames: Vec<Vec<u8>>,
    pool: rayon::ThreadPool,
}

impl Probe {
    /// Runs a study of few persons for some ticks and saves it; more than its own are no more than its own.
    ///
    /// # Errors
    /// As for a run.
    pub fn new(scenario: &Scenario, ticks: u32) -> Result<Self, RunError> {
        let scenario = scenario.clone();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
        let pool = pool.map_err(|error| LiveError::Fault(error.to_string()))?;
        let manifest = manifest(&scenario, vec![scenario.study.seed], 1)?;
        let digest = manifest.study_digest.clone();
        let results = pool.install(|| results::of(&scenario))?;
        let name = name_of(&scenario.study, &digest, 1);
        let mut head = Head::new(manifest, name.clone(), false, None);
        head.results.clone_from(&results);
        let mut kept = None;
        let mut gathered = Gathered::default();
        let mut at = |now: &mut Moment<'_>| {
            if now.life.is_none() || now.tick < ticks.min(now.ticks) {
                return Ok(());
            }
            head.tick = now.tick;
            head.worlds = now.life.map_or(0, |life| life.worlds.len() as u32);
            let saved = Writer::to(Vec::new())
                .and_then(|writer| writing::fill(writer, &head, now.life, &pool)?.end());
            kept = Some(saved);
            Err(LiveError::Stopped.into())
        };
        unless_stopped(live(&scenario, scenario.study.seed, true, None, &pool, &mut gathered, &mut at))?;
        let kept = kept.ok_or_else(|| LiveError::Fault("a probe without ticks".into()))?;
        let (bytes, _) = kept.map_err(|error| LiveError::Fault(error.to_string()))?;
        let mut reader = Reader::of_bytes(Path::new(SHOWN), bytes)?;
        let frames = std::iter::from_fn(|| reader.next(MOST).ok()).collect();
        Ok(Self { known: Known { digest, scenario, results }, name, frames, pool })
    }

    /// The frames of what was saved.
    #[must_use]
    pub fn frames(&self) -> &[Vec<u8>] {
        &self.frames
    }

    /// A file with these frames and their checksums.
    ///
    /// # Errors
    /// A frame of more than 4 GiB.
    pub fn file(frames: &[Vec<u8>]) -> std::io::Result<Vec<u8>> {
        let mut writer = Writer::to(Vec::new())?;
        for (number, plain) in (0..).zip(frames) {
            writer.put(&Packed::new(number, plain)?)?;
        }
        Ok(writer.end()?.0)
    }

    /// Resumes from a file for at most `ticks` ticks; gives how many they were.
    ///
    /// # Errors
    /// As for [`crate::run::resume`].
    pub fn go(&self, file: Vec<u8>, ticks: u32) -> Result<u32, RunError> {
        let reader = Reader::of_bytes(Path::new(SHOWN), file)?;
        let (mut loading, scenario) = Loading::read(reader, &self.name, &self.pool, Some(&self.known))?;
        let mut gathered = loading.gathered();
        let (begun, head) = (loading.head.tick, &loading.head);
        if begun == 0 {
            return Ok(loading.end().map(|()| 0)?);
        }
        let seed = head.manifest.seeds[head.seed as usize];
        let mut at = |now: &mut Moment<'_>| match now.tick {
            tick if tick >= begun.saturating_add(ticks) => Err(LiveError::Stopped.into()),
            _ => Ok(()),
        };
        let from = Some(loading.resumed(&self.pool));
        unless_stopped(live(&scenario, seed, false, from, &self.pool, &mut gathered, &mut at))?;
        Ok(ticks.min(scenario.horizon() - begun))
    }
}

/// A run that was stopped on purpose ended well.
fn unless_stopped(ended: Result<u64, RunError>) -> Result<(), RunError> {
    match ended {
        Ok(_) | Err(RunError::Live(LiveError::Stopped)) => Ok(()),
        Err(other) => Err(other),
    }
}
