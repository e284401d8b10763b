//! The campaign as a program: `cargo xtask faults` builds it and calls it.

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod campaign {
    use clap::Parser;
    use demerit_tests_faults::campaign::{self, Counts};
    use demerit_tests_faults::damage::damages;
    use demerit_tests_faults::program::Program;
    use demerit_tests_faults::scene::{NAMES, Scene};
    use demerit_tests_faults::told;
    use std::io;
    use std::path::PathBuf;

    /// Tries faults: an error, a kill or a signal at every call of the system, and damaged bytes.
    #[derive(Parser)]
    #[command(name = "cargo xtask faults")]
    struct Call {
        /// Every one, rather than a sample; the counts go into docs/reliability.md
        #[arg(long)]
        all: bool,
        /// This scene alone, and no count is written
        #[arg(long)]
        scene: Option<String>,
        /// Faults of a scene in the sample
        #[arg(long, default_value_t = 50)]
        sample: usize,
        /// Places at which each file is damaged
        #[arg(long, default_value_t = 4)]
        places: usize,
        /// Be told every so many trials how far it is
        #[arg(long, default_value_t = 200)]
        tell: usize,
    }

    /// Places of a file, where every one is tried.
    const ALL_PLACES: usize = 24;

    /// Whether all was as it should be.
    pub(crate) fn run() -> io::Result<bool> {
        let call = Call::parse();
        let program = Program::built()?;
        let mut all: Vec<(&str, Counts)> = Vec::new();
        for name in
            NAMES.into_iter().filter(|name| call.scene.as_deref().is_none_or(|wanted| wanted == *name))
        {
            let scene = Scene::set(name, &program)?;
            let size = if call.all { scene.faults.len() } else { call.sample };
            let faults = campaign::sample(&scene.faults, size);
            let damages = damages(&scene, if call.all { ALL_PLACES } else { call.places });
            let trials = faults.len() + damages.len();
            let tell = |done: usize| {
                if done.is_multiple_of(call.tell) {
                    println!("{name}: {done} of {trials}");
                }
            };
            let counts = campaign::run(&scene, (&faults, &damages), &program, &tell)?;
            for wrong in &counts.wrong {
                println!("{wrong}\n");
            }
            println!("{}", told::row(name, &counts));
            all.push((name, counts));
        }
        if call.all && call.scene.is_none() {
            let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/reliability.md");
            let text = std::fs::read_to_string(&path)?;
            std::fs::write(&path, told::with_table(&text, &told::table(&all)).map_err(io::Error::other)?)?;
        }
        Ok(all.iter().all(|(_, counts)| counts.wrong.is_empty()))
    }
}

fn main() -> std::process::ExitCode {
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    let fine = campaign::run();
    #[cfg(not(all(target_os = "linux", target_arch = "x86_64")))]
    let fine: std::io::Result<bool> = Err(std::io::Error::other("Linux on x86-64 alone has this"));
    match fine {
        Ok(true) => std::process::ExitCode::SUCCESS,
        Ok(false) => std::process::ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("faults: {problem}");
            std::process::ExitCode::FAILURE
        }
    }
}
