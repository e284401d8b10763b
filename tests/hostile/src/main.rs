//! The campaign as a program: `cargo xtask fuzz` builds it in release mode and calls it.

use clap::Parser;
use demerit_tests_hostile::campaign::{self, Counts, Wanted};
use demerit_tests_hostile::found;
use demerit_tests_hostile::worker::{self, Limits};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Reads hostile files by the million, and keeps what does harm.
#[derive(Parser)]
#[command(name = "cargo xtask fuzz")]
struct Call {
    /// Inputs of all targets together
    #[arg(long, default_value_t = 100_000)]
    inputs: u64,
    /// Seed from which all inputs follow
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// This target alone
    #[arg(long)]
    target: Option<String>,
    /// Workers at once
    #[arg(long, default_value_t = 2)]
    workers: usize,
    /// Seconds for an input
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// MiB of memory for a worker
    #[arg(long, default_value_t = 1024)]
    memory: u64,
    /// Folder of what is found
    #[arg(long, default_value_os_t = found::folder())]
    found: PathBuf,
    /// Be one of the workers
    #[arg(long, hide = true)]
    worker: bool,
}

fn main() -> ExitCode {
    let call = Call::parse();
    let limits =
        Limits { seed: call.seed, seconds: call.seconds, memory: call.memory << 20, found: call.found };
    if call.worker {
        return ended(worker::work(limits).map(|()| true));
    }
    let begun = Instant::now();
    let wanted = Wanted { inputs: call.inputs, target: call.target, workers: call.workers, limits };
    let counts = campaign::run(&wanted);
    ended(counts.map(|counts| {
        println!("\n{}in {:.0} s", table(&counts), begun.elapsed().as_secs_f64());
        counts.values().all(|count| count.harm.is_empty())
    }))
}

fn ended(outcome: std::io::Result<bool>) -> ExitCode {
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("fuzz: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// What became of the inputs, as a table.
fn table(counts: &Counts) -> String {
    let mut text =
        "| target | inputs | let pass | longest, ms | all, s | harm |\n|---|---:|---:|---:|---:|---|\n"
            .to_owned();
    let (mut inputs, mut passed) = (0, 0);
    for (target, count) in counts {
        let harm: Vec<String> = count.harm.iter().map(|(what, times)| format!("{what} ({times})")).collect();
        let harm = if harm.is_empty() { "none".to_owned() } else { harm.join(", ") };
        let (longest, all) = (count.longest as f64 / 1e3, count.took as f64 / 1e3);
        text.push_str(&format!(
            "| `{target}` | {} | {} | {longest:.1} | {all:.0} | {harm} |\n",
            count.inputs, count.passed
        ));
        inputs += count.inputs;
        passed += count.passed;
    }
    text.push_str(&format!("| all | {inputs} | {passed} | | | |\n"));
    text
}
