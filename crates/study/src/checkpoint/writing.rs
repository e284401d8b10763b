//! A checkpoint is written: the head, then world by world the pieces.

use super::frames::{Packed, Writer};
use super::head::{AT_ONCE, Head};
use super::results;
use crate::error::CheckpointError;
use demerit_engine::World;
use demerit_kernel::Saver;
use demerit_scenario::load::Scenario;
use demerit_worlds::ledger::Sums;
use demerit_worlds::seed::SeedRun;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// What is in memory becomes this much in a file, as a share: three quarters in `nation`, and something to
/// spare.
pub(crate) const PACKED: f64 = 0.8;

/// Writes a checkpoint; gives its bytes. `head` says which seed and tick it is, and is told the rest.
pub(crate) fn write(
    path: &Path,
    head: &mut Head,
    scenario: &Scenario,
    life: Option<&SeedRun>,
    pool: &rayon::ThreadPool,
) -> Result<u64, CheckpointError> {
    let failed = |source| CheckpointError::io("write", path)(source);
    if head.results.is_empty() {
        head.results =
            pool.install(|| results::of(scenario)).map_err(|error| failed(io::Error::other(error)))?;
    }
    head.worlds = life.map_or(0, |life| life.worlds.len() as u32);
    let beside = path.with_extension("partial");
    let filled = Writer::create(&beside).and_then(|writer| fill(writer, head, life, pool)?.finish());
    let written = filled.and_then(|bytes| {
        fs::rename(&beside, path)?;
        if let Some(folder) = path.parent() {
            // So that the name, too, is on the disk; some systems know no such thing.
            let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(bytes)
    });
    written.map_err(|source| {
        let _ = fs::remove_file(&beside);
        failed(source)
    })
}

pub(super) fn fill<W: io::Write>(
    mut writer: Writer<W>,
    head: &Head,
    life: Option<&SeedRun>,
    pool: &rayon::ThreadPool,
) -> io::Result<Writer<W>> {
    let mut put = |plain: &[u8]| writer.put(&Packed::new(writer.frames, plain)?);
    put(&serde_json::to_vec(head).map_err(io::Error::other)?)?;
    let Some(life) = life else { return Ok(writer) };
    let mut to = Saver::new();
    life.reader.save(&mut to);
    put(&to.finish())?;
    for (world, sums) in life.worlds.iter().zip(&life.sums) {
        put(&save_sums(sums))?;
        put(&world.save_common())?;
    }
    for world in &life.worlds {
        let (pieces, batch) = (world.pieces(), AT_ONCE * pool.current_num_threads());
        for first in (0..pieces).step_by(batch) {
            let numbers = first..(first + batch).min(pieces);
            let before = writer.frames;
            let one = |number: usize| {
                let plain = &world.save_pieces(number..number + 1)[0];
                Packed::new(before + (number - first) as u64, plain)
            };
            let packed: Vec<io::Result<Packed>> = pool.install(|| numbers.into_par_iter().map(one).collect());
            packed.into_iter().try_for_each(|one| writer.put(&one?))?;
        }
    }
    Ok(writer)
}

/// Bytes that these worlds take in a checkpoint.
pub(crate) fn packed(worlds: &[World]) -> io::Result<u64> {
    let pieces = worlds.iter().flat_map(|world| (0..world.pieces()).map(move |piece| (world, piece)));
    pieces.map(|(world, piece)| Ok(Packed::new(0, &world.save_pieces(piece..piece + 1)[0])?.len())).sum()
}

fn save_sums(all: &BTreeMap<u32, Sums>) -> Vec<u8> {
    let mut to = Saver::new();
    to.len(all.len());
    for (person, sums) in all {
        to.put(person).put(sums);
    }
    to.finish()
}
