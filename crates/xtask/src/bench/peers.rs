//! The comparison: all programs in turn, several times over, checked, then timed.

use super::agreement::{ALLOWED, Law};
use super::figures::{DISTURBED, or_nought, ranged, rounded, short, spread, text};
use super::install::{self, Program};
use super::peer;
use super::record::{Record, STEPS};
use crate::outcome::Outcome;
use crate::thousands::grouped;
use crate::{cargo, place};
use serde_json::{Map, Value, json};
use std::time::Instant;

/// Sizes and times for Demerit itself.
const OWN: [(u64, u64); 5] = [(10_000, 5), (100_000, 5), (1_000_000, 9), (10_000_000, 3), (100_000_000, 1)];

/// One program at one size.
struct Job {
    made: String,
    program: Program,
    way: String,
    agents: u64,
    threads: u64,
    repeats: u64,
    runs: Vec<Record>,
}

/// Installs, runs, checks; then shows and hands back the figures.
pub(crate) fn measure(quick: bool) -> Outcome<Value> {
    let listed = place::read(&place::root().join("bench/peers.toml"))?;
    let own = install::own()?;
    let law = Law::read(&cargo::output(cargo::program(&own.path).arg("law"))?)?;
    let mut jobs = Vec::new();
    add(&mut jobs, "demerit", &own, "", &[1, 2], &OWN);
    let mut missing: Map<String, Value> = Map::new();
    println!("installing what is missing; the first time takes minutes");
    for peer in peer::read(&listed)? {
        match install::peer(&peer) {
            Ok(program) => {
                for way in &peer.ways {
                    add(&mut jobs, &peer.made, &program, way, &peer.threads, &peer.sizes);
                }
            }
            Err(why) => {
                println!("{} is not installed: {why}", peer.name);
                missing.insert(peer.name.clone(), why.into());
            }
        }
    }
    if quick {
        jobs.retain(|job| job.agents <= 100_000);
        jobs.iter_mut().for_each(|job| job.repeats = 1);
    }
    let rounds = jobs.iter().map(|job| job.repeats).max().unwrap_or(0);
    for round in 0..rounds {
        let clock = Instant::now();
        for job in jobs.iter_mut().filter(|job| round < job.repeats) {
            let record = job.run(round + 1)?;
            job.runs.push(record);
        }
        println!("round {} of {rounds} took {:.0} s", round + 1, clock.elapsed().as_secs_f64());
    }
    let (engines, faults) = judged(&jobs, &law);
    if !faults.is_empty() {
        return Err(format!("the results do not agree, so no time is shown:\n  {}", faults.join("\n  ")));
    }
    println!(
        "all results agree with the law of the model within {ALLOWED} standard errors, at each of {STEPS} steps\n"
    );
    show(&engines);
    let disturbed =
        engines.iter().filter(|engine| engine["share_waited"]["median"].as_f64() > Some(DISTURBED));
    match disturbed.count() {
        0 => println!("\nnobody had to wait for a processor for more than {DISTURBED} of the time"),
        count => println!(
            "\nthe machine was busy with other things: in {count} of {} rows the programs waited for a processor for more than {DISTURBED} of \
             the time; measure again when it is quiet",
            engines.len()
        ),
    }
    Ok(json!({
        "steps": STEPS,
        "allowed_standard_errors": ALLOWED,
        "engines": engines,
        "not_installed": missing,
    }))
}

/// Adds the jobs of a program: each size with each number of threads.
fn add(jobs: &mut Vec<Job>, made: &str, program: &Program, way: &str, threads: &[u64], sizes: &[(u64, u64)]) {
    for &threads in threads {
        jobs.extend(sizes.iter().map(|&(agents, repeats)| {
            let (made, way, program) = (made.to_owned(), way.to_owned(), program.clone());
            Job { made, program, way, agents, threads, repeats, runs: Vec::new() }
        }));
    }
}

impl Job {
    /// One run with the luck of `seed`.
    fn run(&self, seed: u64) -> Outcome<Record> {
        let mut call = cargo::program(&self.program.path);
        call.args(&self.program.words);
        call.args([self.agents, self.threads, seed].map(|number| number.to_string()));
        call.args(Some(&self.way).filter(|way| !way.is_empty()));
        // As many threads as said, whatever library would take more.
        for name in ["POLARS_MAX_THREADS", "NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"] {
            call.env(name, self.threads.to_string());
        }
        call.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONWARNINGS", "ignore");
        let record = Record::read(&cargo::output(&mut call)?)?;
        if record.agents as u64 != self.agents || record.threads != self.threads {
            return Err(format!("{} did not run what it was asked to", record.engine));
        }
        Ok(record)
    }
}

/// The figures of all jobs, and what does not agree.
fn judged(jobs: &[Job], law: &Law) -> (Vec<Value>, Vec<String>) {
    let (mut engines, mut faults) = (Vec::new(), Vec::new());
    for job in jobs {
        let mut furthest = 0.0f64;
        for run in &job.runs {
            match law.holds(run) {
                Ok(off) => furthest = furthest.max(off),
                Err(fault) => faults.push(fault),
            }
        }
        let Some(last) = job.runs.last() else { continue };
        engines.push(json!({
            "engine": last.engine,
            "version": last.version,
            "made": job.made,
            "agents": job.agents,
            "threads": job.threads,
            "repeats": job.runs.len(),
            "seconds": spread(job.runs.iter().map(|run| run.seconds)),
            "million_agent_steps_per_second": spread(job.runs.iter().map(Record::pace)),
            "undisturbed": spread(job.runs.iter().filter_map(Record::pace_undisturbed)),
            "share_waited": spread(job.runs.iter().filter_map(Record::share_waited)),
            "bytes_per_agent": spread(job.runs.iter().filter_map(|run| run.bytes_per_agent)),
            "mean_at_the_end": rounded(last.means[STEPS - 1]),
            "share_under_at_the_end": rounded(last.under[STEPS - 1] / last.agents),
            "furthest_standard_errors": rounded(furthest),
        }));
    }
    (engines, faults)
}

fn show(engines: &[Value]) {
    println!(
        "{:<20} {:>8} {:>11} {:>7} {:>26} {:>12}",
        "engine", "version", "agents", "threads", "million agent-steps/s", "bytes/agent"
    );
    for engine in engines {
        println!(
            "{:<20} {:>8} {:>11} {:>7} {:>26} {:>12}",
            text(&engine["engine"]),
            text(&engine["version"]),
            grouped(or_nought(&engine["agents"])),
            engine["threads"].to_string(),
            ranged(super::readme::paces(engine)),
            engine["bytes_per_agent"]["median"].as_f64().map_or("unknown".into(), short),
        );
    }
}
