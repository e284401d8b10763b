//! A checkpoint is written: the head, the rows, then world by world the pieces.

use super::frames::{Packed, Writer};
use super::head::{AT_ONCE, EVENTS, Head, ROWS};
use super::results;
use crate::error::CheckpointError;
use crate::run_folder;
use demerit_kernel::Saver;
use demerit_scenario::load::Scenario;
use demerit_worlds::ledger::Sums;
use demerit_worlds::seed::{Gathered, SeedRun};
use demerit_worlds::tables::column::Row;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// Writes a checkpoint; gives its bytes. `head` says which seed and tick it is, and is told the rest.
pub(crate) fn write(
    path: &Path,
    head: &mut Head,
    scenario: &Scenario,
    gathered: &Gathered,
    life: Option<&SeedRun>,
    pool: &rayon::ThreadPool,
) -> Result<u64, CheckpointError> {
    let failed = |source| CheckpointError::io("write", path)(source);
    if head.results.is_empty() {
        head.results =
            pool.install(|| results::of(scenario)).map_err(|error| failed(io::Error::other(error)))?;
    }
    head.count(gathered, life);
    let beside = path.with_extension("partial");
    let filled =
        Writer::create(&beside).and_then(|writer| fill(writer, head, gathered, life, pool)?.finish());
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
    gathered: &Gathered,
    life: Option<&SeedRun>,
    pool: &rayon::ThreadPool,
) -> io::Result<Writer<W>> {
    let mut put = |plain: &[u8]| writer.put(&Packed::new(writer.frames, plain)?);
    put(&serde_json::to_vec(head).map_err(io::Error::other)?)?;
    gathered.measures.chunks(ROWS).try_for_each(|some| put(&rows(some)?))?;
    gathered.persons.chunks(ROWS).try_for_each(|some| put(&rows(some)?))?;
    gathered.ledger.chunks(ROWS).try_for_each(|some| put(&rows(some)?))?;
    let Some(life) = life else { return Ok(writer) };
    let mut to = Saver::new();
    life.reader.save(&mut to);
    put(&to.finish())?;
    for ((world, events), sums) in life.worlds.iter().zip(&life.events).zip(&life.sums) {
        for some in events.chunks(EVENTS) {
            let mut to = Saver::new();
            to.len(some.len()).all(some);
            put(&to.finish())?;
        }
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

fn save_sums(all: &BTreeMap<u32, Sums>) -> Vec<u8> {
    let mut to = Saver::new();
    to.len(all.len());
    for (person, sums) in all {
        to.put(person).put(sums);
    }
    to.finish()
}

/// Some rows of a table, as a frame holds them.
fn rows<R: Row>(rows: &[R]) -> io::Result<Vec<u8>> {
    run_folder::write_table(rows).map_err(io::Error::other)
}
