//! The course of a run: seed by seed, from the beginning or from a checkpoint, to a run folder.

use super::keeper::Keeper;
use super::{Extra, Keeping, Kept, Needs, Outcome, Progress, RunError, RunTables, Signal, digest_of};
use crate::checkpoint::{Head, Loading};
use crate::run_folder::Claim;
use demerit_scenario::load::Scenario;
use demerit_worlds::intervals;
use demerit_worlds::seed::{self, Gathered, Moment};
use std::time::Instant;

/// A run that is to be gone through.
pub(super) struct Course<'a> {
    pub(super) scenario: Scenario,
    /// What a checkpoint says of itself, with the manifest as far as it is known, and where to begin.
    pub(super) head: Head,
    pub(super) keeping: Keeping<'a>,
    pub(super) needs: Option<Needs>,
    pub(super) gathered: Gathered,
    /// The checkpoint that a seed goes on from.
    pub(super) from: Option<Loading>,
    /// Seconds that the run took before.
    pub(super) before: f64,
    /// The checkpoint that is there.
    pub(super) kept: Option<Kept>,
}

impl Course<'_> {
    /// Goes through the run.
    pub(super) fn go(
        self,
        claim: Claim,
        pool: &rayon::ThreadPool,
        progress: &mut dyn FnMut(&Progress) -> Signal,
        extra: &Extra<'_>,
    ) -> Result<Outcome, RunError> {
        let Self { scenario, head, keeping, needs, mut gathered, mut from, before, kept } = self;
        let (first, seeds) = (head.seed as usize, head.manifest.seeds.clone());
        let ticks = scenario.ticks();
        let mut keeper = Keeper {
            scenario: &scenario,
            claim: &claim,
            keeping: &keeping,
            pool,
            tried: u64::from(head.seed) * u64::from(ticks) + u64::from(head.tick),
            kept: kept.map(|kept| (kept.seed_number - 1, kept.tick)),
            head,
            before,
            clock: Instant::now(),
            bytes: None,
        };
        let each = u64::from(ticks) * u64::from(scenario.study.persons) * scenario.worlds().len() as u64;
        let mut done = first as u64 * each;
        for (place, &seed) in seeds.iter().enumerate().skip(first) {
            let mut at = |now: &Moment<'_>| {
                let state = Progress {
                    seed_number: place as u32 + 1,
                    seeds: seeds.len() as u32,
                    tick: now.tick,
                    ticks: now.ticks,
                    person_weeks: done + now.person_weeks,
                    stage: now.stage,
                    needs,
                };
                let stop = progress(&state) == Signal::Stop;
                keeper.at(place as u32, now, stop)
            };
            let from = from.take();
            let begins = place == 0 && from.is_none();
            done += seed::live(
                &scenario,
                seed,
                begins,
                from.map(|from| from.resumed(pool)),
                pool,
                &mut gathered,
                &mut at,
            )?;
        }
        keeper.tell_manifest(&gathered);
        let kept = keeper.there().map(|kept| keeper.told(kept, ticks));
        let manifest = keeper.head.manifest;
        let Gathered { measures, persons, ledger, .. } = gathered;
        let ended = write(claim, RunTables { manifest, measures, persons, ledger }, done, extra);
        if let (Err(RunError::Folder(_)), Some(kept)) = (&ended, kept) {
            (keeping.tell)(&format!("{kept}, from where the rest can be run again"));
        }
        ended
    }
}

/// Writes the run folder.
/// # Errors
/// A folder that cannot be written; what `extra` says.
pub fn write(
    claim: Claim,
    mut tables: RunTables,
    person_weeks: u64,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let seconds = tables.manifest.seconds;
    for (file, bytes) in claim.write_tables(&tables.measures, &tables.persons, &tables.ledger)? {
        tables.manifest.digests.insert(file, digest_of(&bytes));
    }
    if tables.manifest.seeds.len() > 1 {
        let worlds: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
        let text = intervals::table(&intervals::all(&worlds, &tables.measures));
        claim.write(intervals::FILE, text.as_bytes())?;
        tables.manifest.digests.insert(intervals::FILE.to_owned(), digest_of(text.as_bytes()));
    }
    let files = extra(&tables);
    for (file, bytes) in files.iter().flatten() {
        claim.write(file, bytes)?;
    }
    let text =
        serde_json::to_vec_pretty(&tables.manifest).map_err(|error| RunError::Fault(error.to_string()))?;
    claim.write("manifest.json", &text)?;
    let folder = claim.finish()?;
    if let Err(message) = files {
        // The tables are whole and stay; only what is drawn from them is missing.
        return Err(RunError::Fault(format!("{message}; the tables are in {}", folder.display())));
    }
    Ok(Outcome { folder, tables, seconds, person_weeks })
}
