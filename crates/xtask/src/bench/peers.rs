//! The comparison: all programs in turn, several times over, checked, then timed.

use super::agreement::{ALLOWED, Law};
use super::install::{self, Program};
use super::record::{Record, STEPS};
use super::{DISTURBED, rounded, short, spread};
use crate::thousands::grouped;
use crate::{Outcome, cargo, place};
use serde_json::{Map, Value, json};
use std::time::Instant;

/// In what a peer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// A virtual environment.
    Python,
    /// A package with a lock file.
    Rust,
}

/// A peer as `bench/peers.toml` has it.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    /// Its name, and that of its folder.
    pub(crate) name: String,
    /// Whether a framework or by hand.
    made: String,
    /// In what it is written.
    pub(crate) language: Language,
    ways: Vec<String>,
    threads: Vec<u64>,
    /// Agents, and how often.
    sizes: Vec<(u64, u64)>,
}

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
pub(crate) fn measure(quick: bool) -> Outcome<Map<String, Value>> {
    let text = std::fs::read_to_string(place::root().join("bench/peers.toml"))
        .map_err(|fault| format!("cannot read bench/peers.toml: {fault}"))?;
    let own = install::own()?;
    let law = Law::read(&cargo::output(cargo::program(&own.path).arg("law"))?)?;
    let mut jobs = Vec::new();
    for threads in [1, 2] {
        for (agents, repeats) in OWN {
            push(&mut jobs, "demerit", &own, "", (threads, agents, repeats));
        }
    }
    let mut missing: Map<String, Value> = Map::new();
    println!("installing what is missing; the first time takes minutes");
    for peer in read(&text)? {
        match install::peer(&peer) {
            Ok(program) => {
                for (way, &threads) in
                    peer.ways.iter().flat_map(|way| peer.threads.iter().map(move |t| (way, t)))
                {
                    for &(agents, repeats) in &peer.sizes {
                        push(&mut jobs, &peer.made, &program, way, (threads, agents, repeats));
                    }
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
    let mut found = Map::new();
    found.insert("steps".into(), json!(STEPS));
    found.insert("allowed_standard_errors".into(), json!(ALLOWED));
    found.insert("engines".into(), Value::Array(engines));
    found.insert("not_installed".into(), Value::Object(missing));
    Ok(found)
}

fn push(jobs: &mut Vec<Job>, made: &str, program: &Program, way: &str, size: (u64, u64, u64)) {
    let (threads, agents, repeats) = size;
    let (made, way, program) = (made.to_owned(), way.to_owned(), program.clone());
    jobs.push(Job { made, program, way, agents, threads, repeats, runs: Vec::new() });
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
        let pace = super::readme::paces(engine);
        let [median, least, most] =
            ["median", "min", "max"].map(|name| short(pace[name].as_f64().unwrap_or(0.0)));
        println!(
            "{:<20} {:>8} {:>11} {:>7} {:>26} {:>12}",
            engine["engine"].as_str().unwrap_or(""),
            engine["version"].as_str().unwrap_or(""),
            grouped(engine["agents"].as_f64().unwrap_or(0.0)),
            engine["threads"].to_string(),
            format!("{median} ({least} to {most})"),
            engine["bytes_per_agent"]["median"].as_f64().map_or("unknown".into(), short),
        );
    }
}

/// The peers that the text names.
pub(crate) fn read(text: &str) -> Outcome<Vec<Peer>> {
    let table: toml::Table = text.parse().map_err(|fault| format!("bench/peers.toml: {fault}"))?;
    let peers = table.get("peer").and_then(toml::Value::as_array).ok_or("bench/peers.toml names no peer")?;
    peers.iter().map(peer).collect()
}

fn peer(value: &toml::Value) -> Outcome<Peer> {
    let word = |field: &str| {
        let found = value.get(field).and_then(toml::Value::as_str).map(str::to_owned);
        found.ok_or_else(|| format!("bench/peers.toml: a peer has no `{field}`"))
    };
    let name = word("name")?;
    let list = |field: &str| value.get(field).and_then(toml::Value::as_array).cloned();
    let count = |value: &toml::Value| value.as_integer().and_then(|number| u64::try_from(number).ok());
    let language = match word("language")?.as_str() {
        "python" => Language::Python,
        "rust" => Language::Rust,
        other => return Err(format!("bench/peers.toml: {name} is in `{other}`, not python or rust")),
    };
    let ways = list("ways").map_or_else(
        || Some(vec![String::new()]),
        |ways| ways.iter().map(|way| way.as_str().map(str::to_owned)).collect(),
    );
    let threads =
        list("threads").map_or_else(|| Some(vec![1]), |threads| threads.iter().map(count).collect());
    let sizes = list("sizes").and_then(|sizes| {
        let pair = |size: &toml::Value| match size.as_array()?.as_slice() {
            [agents, times] => Some((count(agents)?, count(times)?)),
            _ => None,
        };
        sizes.iter().map(pair).collect()
    });
    match (ways, threads, sizes) {
        (Some(ways), Some(threads), Some(sizes)) => {
            Ok(Peer { name, made: word("made")?, language, ways, threads, sizes })
        }
        _ => {
            Err(format!("bench/peers.toml: ways, threads or sizes of {name} are not lists of the right kind"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_peers_is_read_and_every_peer_has_its_program() {
        let root = place::root().join("bench");
        let peers = read(&std::fs::read_to_string(root.join("peers.toml")).unwrap()).unwrap();
        for name in ["numpy", "numba", "plain-rust", "mesa", "modelly", "ambr", "ixa", "krabmaga", "starsim"]
        {
            assert!(peers.iter().any(|peer| peer.name == name), "{name}");
        }
        for peer in peers {
            let needed: &[&str] = match peer.language {
                Language::Python => &["model.py", "requirements.txt"],
                Language::Rust => &["Cargo.toml", "Cargo.lock", "src/main.rs"],
            };
            assert!(needed.iter().all(|file| root.join(&peer.name).join(file).is_file()), "{}", peer.name);
            assert!(!peer.sizes.is_empty() && ["framework", "by hand"].contains(&peer.made.as_str()));
        }
    }

    #[test]
    fn a_fault_in_the_list_names_the_peer() {
        let said =
            read("[[peer]]\nname = \"a\"\nmade = \"by hand\"\nlanguage = \"c\"\nsizes = []").unwrap_err();
        assert!(said.contains("a is in `c`"), "{said}");
        let said =
            read("[[peer]]\nname = \"a\"\nmade = \"by hand\"\nlanguage = \"rust\"\nsizes = [3]").unwrap_err();
        assert!(said.contains("of a are not"), "{said}");
        assert!(read("").is_err());
    }
}
