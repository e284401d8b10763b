//! The campaign as a program: `cargo xtask faults` builds it and calls it.

use clap::Parser;
use demerit_tests_faults::campaign;
use demerit_tests_faults::program::Program;
use demerit_tests_faults::scene::{NAMES, Scene};
use std::io;
use std::process::ExitCode;

/// Tries faults: an error, a kill or a signal at every call of the system.
#[derive(Parser)]
#[command(name = "cargo xtask faults")]
struct Call {
    /// Every one, rather than a fixed sample
    #[arg(long)]
    all: bool,
    /// This scene alone
    #[arg(long)]
    scene: Option<String>,
    /// Faults of a scene in the sample
    #[arg(long, default_value_t = 60)]
    sample: usize,
}

fn main() -> ExitCode {
    match run(&Call::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("faults: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(call: &Call) -> io::Result<bool> {
    let program = Program::built()?;
    let mut fine = true;
    for name in NAMES.iter().filter(|name| call.scene.as_deref().is_none_or(|wanted| wanted == **name)) {
        let scene = Scene::set(name, &program)?;
        let size = if call.all { scene.faults.len() } else { call.sample };
        let faults = campaign::sample(&scene.faults, size);
        let tell = |done: usize| {
            if done % 100 == 0 {
                println!("{name}: {done} of {}", faults.len());
            }
        };
        println!("{name}: {} faults", scene.faults.len());
        let counts = campaign::run(&scene, &faults, &program, &tell)?;
        for wrong in &counts.wrong {
            println!("{wrong}\n");
        }
        fine &= counts.wrong.is_empty();
        println!("{name}: {:?} {} {}", counts.struck, counts.done, counts.wrong.len());
    }
    Ok(fine)
}
