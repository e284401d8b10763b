//! The campaign as a program: `cargo xtask faults` builds it and calls it.

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod campaign {
    use clap::Parser;
    use demerit_tests_faults::campaign;
    use demerit_tests_faults::damage::damages;
    use demerit_tests_faults::program::Program;
    use demerit_tests_faults::scene::{NAMES, Scene};
    use demerit_tests_faults::told;
    use std::path::Path;
    use std::{fs, io};

    /// Tries faults: an error, a kill or a signal at every call of the system, and damaged bytes.
    #[derive(Parser)]
    #[command(name = "cargo xtask faults")]
    struct Call {
        /// Every one, rather than a sample; the counts go into docs/reliability.md, scene by scene
        #[arg(long)]
        all: bool,
        /// This scene alone
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
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reliability.md");
        let mut fine = true;
        for name in
            NAMES.into_iter().filter(|name| call.scene.as_deref().is_none_or(|wanted| wanted == *name))
        {
            let scene = Scene::set(name, &program)?;
            let there_are = scene.faults.len();
            let faults = campaign::sample(&scene.faults, if call.all { there_are } else { call.sample });
            let damages = damages(&scene, if call.all { ALL_PLACES } else { call.places });
            let trials = faults.len() + damages.len();
            let tell = |done: usize, wrong: Option<&str>| {
                wrong.iter().for_each(|wrong| println!("{wrong}\n"));
                if done.is_multiple_of(call.tell) {
                    println!("{name}: {done} of {trials}");
                }
            };
            let counts = campaign::run(&scene, (&faults, &damages), &program, &tell)?;
            fine &= counts.wrong.is_empty();
            let row = told::row(name, there_are, &counts);
            println!("{row}");
            if call.all {
                let text = told::with_row(&fs::read_to_string(&path)?, &row).map_err(io::Error::other)?;
                fs::write(&path, text)?;
            }
        }
        Ok(fine)
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
