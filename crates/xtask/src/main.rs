//! What developers run: every check in order, the quick loop, the generated documents, the benchmark.
//!
//! | command | what it does |
//! |---|---|
//! | `cargo xtask test` | installs what the tests need, then formatting, clippy, all tests, doc tests, WebAssembly, catalogue, tables in pandas, polars and DuckDB, generated documents |
//! | `cargo xtask ci` | the same with the settings of a build machine: no colour, no incremental files, all failures of a step shown |
//! | `cargo xtask quick` | the inner loop: formatting, clippy and tests of the model crates only |
//! | `cargo xtask generate` | writes `docs/reference/` from the program; with `--check` compares and changes nothing |
//! | `cargo xtask validate` | runs the cases of `validation/` and writes its results; with `--check` compares names only |
//! | `cargo xtask bench` | speed and memory: beside peers on a small model, and the social model's own tick; writes `bench/results.json` |
//! | `cargo xtask fuzz` | reads hostile files by the million and keeps in `tests/hostile/found` what does harm; `-- --help` tells its options |
//! | `cargo xtask faults` | an error, a kill or a signal at calls of the system, and damaged bytes; with `--all` every one, and the counts go into `docs/reliability.md` |
//! | `cargo xtask mutants` | mutation tests of the model crates: for hours; `--shard 0/20` takes a part |
//!
//! No command here fetches a compiler or a part of one; a missing part is reported, never installed.

mod bench;
mod built;
mod campaigns;
mod cargo;
mod checks;
mod count;
mod generate;
mod install;
mod mutants;
mod outcome;
mod place;
mod python;
mod reference;
mod steps;
mod thousands;
mod validate;

use clap::Parser;
use std::process::ExitCode;

/// What developers of Demerit run.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Install what the tests need, then run every check in order; stop at the first that fails
    Test {
        /// Install nothing; a missing browser then fails its own test
        #[arg(long)]
        no_install: bool,
    },
    /// The same as `test`, with the settings of a build machine
    Ci {
        /// Install nothing; a missing browser then fails its own test
        #[arg(long)]
        no_install: bool,
    },
    /// The inner loop: formatting, clippy and tests of the model crates
    Quick,
    /// Write the reference documents and JSON schemas from the program itself
    Generate {
        /// Compare with what stands in the tree and change nothing
        #[arg(long)]
        check: bool,
        /// Ask this program, rather than build one
        #[arg(long, value_name = "PATH")]
        program: Option<std::path::PathBuf>,
    },
    /// Run the validation cases and write their results
    Validate {
        /// Run nothing: see that the results are those of the cases that there are
        #[arg(long)]
        check: bool,
        /// Use this program, rather than build one in release mode
        #[arg(long, value_name = "PATH", conflicts_with = "check")]
        program: Option<std::path::PathBuf>,
    },
    /// Measure speed and memory: beside peers on a small model, and the social model's own tick
    Bench {
        /// Measure this part alone; the other part of the results is kept
        #[arg(long, value_enum)]
        only: Option<bench::Part>,
        /// Small sizes, once each; shows, and writes nothing
        #[arg(long)]
        quick: bool,
    },
    /// Read hostile files by the million, and keep what does harm
    Fuzz {
        /// Options of the campaign, such as `--inputs 10000000 --seed 1 --target plan`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
    /// Let calls of the system fail, kill the program at them, and damage what it reads back
    Faults {
        /// Options of the campaign, such as `--all` or `--scene merge`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
    /// Mutate the model crates, one change at a time, and see that a test fails
    Mutants {
        /// Which of them; all where none is named
        crates: Vec<String>,
        /// One part of the mutants, such as 0/20
        #[arg(long, value_name = "K/N")]
        shard: Option<String>,
    },
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Test { no_install } => checks::all(checks::Setting::Desk, !no_install),
        Task::Ci { no_install } => checks::all(checks::Setting::BuildMachine, !no_install),
        Task::Quick => checks::quick(),
        Task::Generate { check, program } => generate::run(check, program),
        Task::Validate { check, program } => validate::run(check, program),
        Task::Bench { only, quick } => bench::run(only, quick),
        Task::Fuzz { options } => campaigns::fuzz(&options),
        Task::Faults { options } => campaigns::faults(&options),
        Task::Mutants { crates, shard } => mutants::run(&crates, shard.as_deref()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
