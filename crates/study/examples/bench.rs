//! One timing of the social model, as one line of JSON; `cargo xtask bench` runs it over sizes, ticks and
//! threads.
//!
//! `bench tick STUDY PERSONS TICKS THREADS` times the tick alone, in the first world of the study, beside two
//! floors in the same process: a plain copy of as many bytes as the world's state has, and a bare loop that
//! draws the candidates of every deed at its highest ceiling and drops them. All three run on the same
//! threads.
//!
//! `bench run STUDY PERSONS YEARS THREADS` times a whole run: all worlds, measures, tables and files.

use demerit_engine::step;
use demerit_fixtures::process::{memory, waited};
use demerit_kernel::{BlockId, Chance, Draws, Seed, Stream, Tick, for_each_ordered};
use demerit_scenario::load::{self, Scenario};
use demerit_study::outside::Disk;
use demerit_study::run::{Keeping, RunOptions, Signal, run};
use demerit_worlds::Size;
use demerit_worlds::in_memory;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

const USAGE: &str = "bench tick STUDY PERSONS TICKS THREADS | bench run STUDY PERSONS YEARS THREADS";
/// Ticks of the bare loop, and copies; the best is taken.
const TIMES: u32 = 5;
/// Blocks, or so many kilobytes, that a thread takes at a time in the floors.
const SHARE: u32 = 64;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [mode, study, persons, span, threads] = words.as_slice() else { return Err(USAGE.into()) };
    let scenario = load::study(study, &Disk)?;
    let (persons, span, threads) = (persons.parse()?, span.parse()?, threads.parse()?);
    let line = match mode.as_str() {
        "tick" => ticks(&scenario, study, persons, span, threads)?,
        "run" => whole(&scenario, study, persons, span, threads)?,
        _ => return Err(USAGE.into()),
    };
    println!("{line}");
    Ok(())
}

fn ticks(
    scenario: &Scenario,
    study: &str,
    persons: u32,
    ticks: u32,
    threads: usize,
) -> Result<serde_json::Value, Box<dyn Error>> {
    let scenario = in_memory::sized(scenario, persons, None, scenario.study.seed)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let before = memory("VmRSS");
    let mut worlds = pool.install(|| in_memory::worlds(&scenario))?;
    let mut world = worlds.swap_remove(0);
    drop(worlds);
    let (idle, clock) = (waited(), Instant::now());
    pool.install(|| (0..ticks).for_each(|_| step(&mut world)));
    let seconds = clock.elapsed().as_secs_f64();
    let waited = waited().zip(idle).map(|(after, before)| after - before);
    let peak = memory("VmHWM").zip(before).map(|(peak, before)| (peak - before) / f64::from(persons));
    let (bytes, society) = (world.bytes(), world.society.clone());
    drop(world);
    let ceilings: Vec<Chance> =
        society.conduct.iter().filter_map(|conduct| conduct.ceilings.into_iter().max()).collect();
    let (copy, draw) =
        pool.install(|| (seconds_to_copy(bytes), seconds_to_draw(BlockId::count_for(persons), &ceilings)));
    Ok(serde_json::json!({
        "case": "tick", "study": study, "persons": persons, "ticks": ticks, "threads": threads,
        "seconds": seconds,
        "waited": waited,
        "bytes_per_person": bytes as f64 / f64::from(persons),
        "peak_bytes_per_person": peak,
        "seconds_to_copy": copy,
        "seconds_to_draw": draw,
    }))
}

fn whole(
    scenario: &Scenario,
    study: &str,
    persons: u32,
    years: u32,
    threads: usize,
) -> Result<serde_json::Value, Box<dyn Error>> {
    let out = std::env::temp_dir().join(format!("demerit-bench-{}", std::process::id()));
    let options = RunOptions {
        size: Size { persons: Some(persons), years: Some(f64::from(years)), ..Size::default() },
        threads: Some(threads),
        out: out.clone(),
        force: true,
        csv: false,
        command: "bench".into(),
        lang: None,
    };
    let outcome = run(scenario, &options, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new()))?;
    std::fs::remove_dir_all(&out)?;
    Ok(serde_json::json!({
        "case": "run", "study": study, "persons": persons, "years": years, "threads": threads,
        "seconds": outcome.seconds,
        "person_weeks": outcome.person_weeks,
        "bytes_per_person": outcome.told.manifest.bytes_per_person,
    }))
}

/// Seconds to copy so many bytes once.
fn seconds_to_copy(bytes: u64) -> f64 {
    let share = (bytes as usize).div_ceil(SHARE as usize).max(1);
    let from = vec![1u8; bytes as usize];
    let mut to = vec![0u8; bytes as usize];
    let mut pairs: Vec<(&[u8], &mut [u8])> = from.chunks(share).zip(to.chunks_mut(share)).collect();
    best(|| for_each_ordered(&mut pairs, |_, (from, to)| to.copy_from_slice(black_box(from))))
}

/// Seconds to draw the candidates of one tick in all blocks, at each of the ceilings.
fn seconds_to_draw(blocks: u32, ceilings: &[Chance]) -> f64 {
    let draws = Draws::new(Seed(1));
    let mut shares = vec![0u64; blocks.div_ceil(SHARE) as usize];
    best(|| {
        for_each_ordered(&mut shares, |share, kept| {
            let first = share as u32 * SHARE;
            for block in first..(first + SHARE).min(blocks) {
                for (stream, &ceiling) in (0..).zip(ceilings) {
                    let mask = draws.candidates(Stream(stream), BlockId(block), Tick(1), ceiling);
                    *kept ^= black_box(&mask).0[0];
                }
            }
        });
    })
}

fn best(mut work: impl FnMut()) -> f64 {
    let timed = (0..TIMES).map(|_| {
        let clock = Instant::now();
        work();
        clock.elapsed().as_secs_f64()
    });
    timed.fold(f64::INFINITY, f64::min)
}
