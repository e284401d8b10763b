//! What is done while something befalls it: a call of the program in a folder, what stands at the place of
//! its result before, and what does afterwards if nothing befalls it.

use crate::fault::{Blow, Fault, TERM, all};
use crate::program::{Program, folder};
use crate::tree::Tree;
use std::io;
use std::path::{Path, PathBuf};

/// A study as small as may be: it is lived through thousands of times.
const STUDY: &str = include_str!("tiny.toml");

/// A call and what it is to come to.
#[derive(Debug)]
pub struct Scene {
    /// Its name.
    pub name: &'static str,
    /// The words of the call.
    pub(crate) call: Vec<String>,
    /// What is in the folder before.
    pub(crate) before: Tree,
    /// What is in it afterwards.
    pub(crate) after: Tree,
    /// Where in it the result stands.
    pub(crate) result: PathBuf,
    /// What it says.
    pub(crate) told: String,
    /// Every fault that can befall it.
    pub faults: Vec<Fault>,
}

/// Names of all scenes.
pub const NAMES: [&str; 7] = ["run", "run over an old one", "resume", "shard", "merge", "report", "life"];

/// Folders in which results are made.
const RESULTS: [&str; 2] = ["runs", "merged"];

/// Words of a run.
const RUN: &str = "run tiny.toml --seeds 2 --draws 0 --threads 2 --checkpoint-every 1 --quiet";

/// Words of a plan, and of a shard of it.
const PLAN: &str = "plan tiny.toml --seeds 2 --out plan.json";
const SHARD: &str = "run --plan plan.json --threads 2 --quiet";

/// The call at which the run that is to be resumed is asked to end: the second checkpoint of its first seed.
const STOPPED: Fault = Fault { call: 82, nth: 2, blow: Blow::Signal(TERM) };

impl Scene {
    /// The scene of this name.
    ///
    /// # Errors
    /// What comes before it, or the scene itself without a fault, does not go as it should.
    pub fn set(name: &str, program: &Program) -> io::Result<Self> {
        let name =
            NAMES.into_iter().find(|known| *known == name).ok_or_else(|| wrong(name, "no such scene"))?;
        let place = folder()?;
        let here = place.path();
        std::fs::write(here.join("tiny.toml"), STUDY)?;
        let fine = |line: &str| {
            let said = program.call(&words(line), here)?;
            if said.code == 0 { Ok(()) } else { Err(wrong(line, &said.err)) }
        };
        let call = match name {
            "run over an old one" => {
                // It holds other files than the new one: they can be told apart.
                fine(&format!("{RUN} --csv"))?;
                format!("{RUN} --force")
            }
            "resume" => {
                let (said, _) = program.befallen(&words(RUN), here, Some(STOPPED))?;
                let told = said.err.split('`').find(|word| word.starts_with("demerit resume "));
                let told = told.ok_or_else(|| wrong(RUN, &said.err))?;
                format!("{} --threads 2 --checkpoint-every 1 --quiet", &told["demerit ".len()..])
            }
            "shard" => {
                fine(PLAN)?;
                format!("{SHARD} --shard 1/2 --out runs")
            }
            "merge" => {
                fine(PLAN)?;
                fine(&format!("{SHARD} --shard 1/2 --out first"))?;
                fine(&format!("{SHARD} --shard 2/2 --out second"))?;
                "merge first second --out merged".to_owned()
            }
            "report" | "life" => {
                // Drawn in another language: the old report and the new one can be told apart.
                fine(&format!("{RUN} --lang id"))?;
                let result = result_in(&Tree::read(here)?).ok_or_else(|| wrong(name, "no run"))?;
                let lang = if name == "report" { " --lang en" } else { "" };
                format!("{name} {}{lang}", result.display())
            }
            _ => RUN.to_owned(),
        };
        let call = words(&call);
        let before = Tree::read(here)?;
        let (said, tally) = program.befallen(&call, here, None)?;
        if said.code != 0 {
            return Err(wrong(name, &said.err));
        }
        let after = Tree::read(here)?.timeless();
        let result = result_in(&after).ok_or_else(|| wrong(name, "no result"))?;
        Ok(Self { name, call, before, after, result, told: said.out, faults: all(&tally.counts) })
    }

    /// Whether it writes a file of a folder anew, and not the folder.
    pub(crate) fn is_written_into(&self) -> bool {
        self.call.iter().any(|word| word == "report")
    }

    /// Whether it writes nothing, and only says something.
    pub(crate) fn is_only_told(&self) -> bool {
        self.call.iter().any(|word| word == "life")
    }
}

/// Where the result of a scene stands: the folder with a manifest where results are made.
fn result_in(after: &Tree) -> Option<PathBuf> {
    let manifests = after.paths().filter(|path| path.ends_with("manifest.json"));
    let mut folders = manifests.filter_map(Path::parent);
    folders.find(|folder| RESULTS.iter().any(|out| folder.starts_with(out))).map(Path::to_owned)
}

pub(crate) fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

fn wrong(what: &str, said: &str) -> io::Error {
    io::Error::other(format!("{what}: {said}"))
}
