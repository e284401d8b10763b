//! A checkpoint is read: what it says of itself first, then world by world the pieces.
//!
//! Leaves out: anything that is resumed before all checksums were looked at.

use super::frames::{Packed, Reader};
use super::head::{AT_ONCE, Head};
use super::results;
use crate::error::{CheckpointError, RunError};
use demerit_engine::World;
use demerit_kernel::{Loader, Unfit};
use demerit_scenario::load::{self, Scenario};
use demerit_society::Tally;
use demerit_worlds::LiveError;
use demerit_worlds::ledger::Sums;
use demerit_worlds::manifest::name_of;
use demerit_worlds::seed::{Gathered, Resumed, SeedRun, WorldSpec};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// Most bytes of a head: the study as resolved, of at most 1 MiB, is the most of it.
const MOST_HEAD: usize = 1 << 24;

/// A study of which it is known what a small society comes to.
pub(super) struct Known {
    /// Digest of the study as resolved.
    pub(super) digest: String,
    pub(super) scenario: Scenario,
    pub(super) results: String,
}

/// A checkpoint that is being read.
pub(crate) struct Loading {
    reader: Reader,
    /// What it says of itself.
    pub(crate) head: Head,
}

impl Loading {
    /// Reads what a checkpoint says of itself, and the study that it resumes; `name` is that of the run
    /// folder.
    pub(crate) fn open(
        path: &Path,
        name: &str,
        pool: &rayon::ThreadPool,
    ) -> Result<(Self, Scenario), RunError> {
        Self::read(Reader::open(path)?, name, pool, None)
    }

    /// The same from a reader; what is known already of a study is not found out again.
    pub(super) fn read(
        mut reader: Reader,
        name: &str,
        pool: &rayon::ThreadPool,
        known: Option<&Known>,
    ) -> Result<(Self, Scenario), RunError> {
        let bytes = reader.next(MOST_HEAD)?;
        let head: serde_json::Value = serde_json::from_slice(&bytes)
            .map_err(|error| reader.damaged("part 1", error.to_string(), "a head".into()))?;
        // The version comes first: another one's head may have other words.
        let version = head["manifest"]["version"].as_str().unwrap_or("unknown").to_owned();
        let here = env!("CARGO_PKG_VERSION");
        if version != here {
            return Err(reader.foreign(format!("version {version}"), format!("version {here}")).into());
        }
        let head: Head = serde_json::from_value(head)
            .map_err(|error| reader.damaged("part 1", error.to_string(), "a head".into()))?;
        if head.name != name {
            return Err(reader.foreign(format!("the run {}", head.name), format!("the run {name}")).into());
        }
        let manifest = &head.manifest;
        let other = |found| reader.damaged("part 1", found, "the manifest of a run".into());
        manifest.check().map_err(other)?;
        let known = known.filter(|known| known.digest == manifest.study_digest);
        let scenario = match known {
            Some(known) => known.scenario.clone(),
            None => load::bundle_of(&manifest.resolved, &reader.path.display().to_string())
                .map_err(LiveError::from)?,
        };
        manifest.follows_from(&scenario).map_err(other)?;
        let seeds = manifest.seeds.len();
        let fits = (head.seed as usize) < seeds + usize::from(head.tick == 0)
            && head.tick <= scenario.horizon()
            && head.name == name_of(&scenario.study, &manifest.study_digest, seeds as u32)
            && (head.tick == 0) == (head.worlds == 0);
        if !fits {
            let found = format!("week {} of seed {} of {seeds}", head.tick, u64::from(head.seed) + 1);
            return Err(reader.damaged("part 1", found, "a moment of its own study".into()).into());
        }
        scenario.recheck_cities().map_err(LiveError::from)?;
        let results = match known {
            Some(known) => known.results.clone(),
            None => pool.install(|| results::of(&scenario))?,
        };
        if results != head.results {
            let short = |digest: &str| format!("results {}…", digest.chars().take(8).collect::<String>());
            return Err(reader.foreign(short(&head.results), short(&results)).into());
        }
        Ok((Self { reader, head }, scenario))
    }

    /// What was gathered beside rows.
    pub(crate) fn gathered(&self) -> Gathered {
        Gathered {
            phases: self.head.manifest.phases.clone(),
            figures: self.head.manifest.figures.clone(),
            bytes_per_person: self.head.manifest.bytes_per_person,
            ..Gathered::default()
        }
    }

    /// The seed at hand, as it was left.
    pub(crate) fn resumed<E: From<CheckpointError>>(self, pool: &rayon::ThreadPool) -> Resumed<'_, E> {
        let tick = self.head.tick;
        let build = move |specs, reader| Ok(self.life(specs, reader, pool)?);
        Resumed { tick, build: Box::new(build) }
    }

    /// The worlds, and what is kept of their cohorts.
    fn life(
        mut self,
        specs: Vec<WorldSpec>,
        mut reader: demerit_worlds::reader::Reader,
        pool: &rayon::ThreadPool,
    ) -> Result<SeedRun, CheckpointError> {
        let tick = self.head.tick;
        // The reader keeps the year's tally of each world.
        let most = (1 << 16) + specs.len() * 2 * size_of::<Tally>();
        self.part(most, |from| reader.load(from, tick))?;
        if specs.len() != self.head.worlds as usize {
            let found = format!("{} worlds", self.head.worlds);
            return Err(self.reader.damaged("part 1", found, specs.len().to_string()));
        }
        let mut told = Vec::new();
        let mut worlds = Vec::new();
        for spec in specs {
            let members = spec.cohort.members();
            let knows = |person: u32| members.binary_search(&person).is_ok();
            told.push(self.part(members.len() * 24 + 4, |from| load_sums(from, knows))?);
            let most = (spec.society.cities.all().len() + 1) * 16 + (1 << 16) + size_of::<Tally>();
            let common = self.next(most)?;
            let world = World::load_common(spec.society, spec.schedule, spec.cohort, &common);
            let world = world.and_then(|world| {
                let right = world.tick.0 == tick;
                let told = || (format!("week {}", world.tick.0), format!("week {tick}"));
                Loader::new(&[]).check(right, told).map(|()| world)
            });
            worlds.push(world.map_err(|unfit| self.unfit(&unfit))?);
        }
        for world in &mut worlds {
            self.pieces(world, pool)?;
        }
        self.end()?;
        let mut life = SeedRun::of(worlds, reader);
        life.sums = told;
        Ok(life)
    }

    /// Sees that nothing is missing and nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), CheckpointError> {
        self.reader.end()
    }

    fn pieces(&mut self, world: &mut World, pool: &rayon::ThreadPool) -> Result<(), CheckpointError> {
        let (pieces, batch) = (world.pieces(), AT_ONCE * pool.current_num_threads());
        for first in (0..pieces).step_by(batch) {
            let numbers = first..(first + batch).min(pieces);
            let before = self.reader.frames;
            let packed: Vec<Packed> = numbers
                .map(|number| self.reader.packed(world.most_of_piece(number)))
                .collect::<Result<_, _>>()?;
            let reader = &self.reader;
            let plain: Vec<Vec<u8>> =
                pool.install(|| packed.par_iter().map(|one| reader.unpacked(one)).collect::<Result<_, _>>())?;
            drop(packed);
            pool.install(|| world.load_pieces(first, &plain)).map_err(|(place, unfit)| {
                let part = format!("part {}", before + place as u64 + 1);
                self.reader.damaged(&part, format!("{} at byte {}", unfit.found, unfit.at), unfit.expected)
            })?;
        }
        Ok(())
    }

    /// Reads a frame that holds one thing.
    fn part<T>(
        &mut self,
        most: usize,
        read: impl FnOnce(&mut Loader<'_>) -> Result<T, Unfit>,
    ) -> Result<T, CheckpointError> {
        let bytes = self.next(most)?;
        let mut from = Loader::new(&bytes);
        let read = read(&mut from).and_then(|value| from.end().map(|()| value));
        read.map_err(|unfit| self.unfit(&unfit))
    }

    fn next(&mut self, most: usize) -> Result<Vec<u8>, CheckpointError> {
        self.reader.next(most)
    }

    /// What was just read holds something else than it should.
    fn unfit(&self, unfit: &Unfit) -> CheckpointError {
        let place = format!("part {}", self.reader.frames);
        self.reader.damaged(&place, format!("{} at byte {}", unfit.found, unfit.at), unfit.expected.clone())
    }
}

fn load_sums(from: &mut Loader<'_>, knows: impl Fn(u32) -> bool) -> Result<BTreeMap<u32, Sums>, Unfit> {
    let all: Vec<(u32, Sums)> = from.take()?;
    let stranger = all.iter().find(|one| !knows(one.0));
    from.check(stranger.is_none(), || (format!("{stranger:?}"), "a member of the cohort".into()))?;
    Ok(all.into_iter().collect())
}
