//! One fault in one scene: what has to be true afterwards.
//!
//! 1. The exit code is 0, 1, 2 or that of the signal that came. Nothing is told as a fault of ours.
//! 2. At the place of the result stands the old one or the new one, whole; with 0 the new one. Where one file
//!    of it is written anew, each file is the old one or the new one, and listed.
//! 3. What was there besides is as it was.
//! 4. A place that is told holds what it is said to hold.
//! 5. Called again, or as is told, the program comes to the same bytes as if nothing had been, and nothing
//!    else is left.

use crate::fault::{Blow, Fault};
use crate::program::{Program, Said, folder};
use crate::scene::{Scene, words};
use crate::tree::Tree;
use std::io;
use std::path::{Path, PathBuf};

/// How often at most somebody calls again, doing as is told, until all is as it should be.
const AGAIN: usize = 3;

/// What became of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Whether it befell the run: how often a call is made may hang on threads.
    pub struck: bool,
    /// Whether the result was there all the same.
    pub done: bool,
}

/// Tries a fault; says what is not as it should be.
///
/// # Errors
/// The program cannot be called.
pub fn stands(scene: &Scene, fault: Fault, program: &Program) -> io::Result<Result<Stood, String>> {
    let place = folder()?;
    scene.before.write(place.path())?;
    let (said, tally) = match program.befallen(&scene.call, place.path(), Some(fault)) {
        Ok(befallen) => befallen,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let trial = Trial { scene, program, place: place.path() };
    Ok(trial.holds(fault, &said, tally.struck).map_err(|wrong| format!("{wrong}\n{}", shown(&said))))
}

/// A scene in a folder.
pub(crate) struct Trial<'a> {
    pub(crate) scene: &'a Scene,
    pub(crate) program: &'a Program,
    pub(crate) place: &'a Path,
}

impl Trial<'_> {
    fn holds(&self, fault: Fault, said: &Said, struck: bool) -> Result<Stood, String> {
        let done = self.is_told_rightly(fault, said, struck)?;
        self.place_is_whole(said)?;
        self.is_mended(said)?;
        Ok(Stood { struck, done })
    }

    /// The exit code and the words; whether the work is said to be done.
    fn is_told_rightly(&self, fault: Fault, said: &Said, struck: bool) -> Result<bool, String> {
        let allowed = match fault.blow {
            _ if !struck => said.code == 0,
            Blow::Signal(signal) => said.code == 0 || said.code == 128 + signal.cast_signed(),
            blow if blow.is_nothing() => said.code == 0,
            _ => (0..=2).contains(&said.code),
        };
        if !allowed {
            return Err(format!("exit code {}", said.code));
        }
        self.is_told_plainly(said)?;
        Ok(said.code == 0)
    }

    /// No fault of ours, nothing without a word, no place that is not there.
    pub(crate) fn is_told_plainly(&self, said: &Said) -> Result<(), String> {
        if ["panicked", "demerit has a fault"].iter().any(|word| said.err.contains(word)) {
            return Err("told as a fault of ours".to_owned());
        }
        if said.code > 0 && said.code < 128 && said.err.is_empty() {
            return Err(format!("exit code {} without a word", said.code));
        }
        for told in places(said) {
            if !self.place.join(&told).exists() {
                return Err(format!("{} is told, and is not there", told.display()));
            }
        }
        Ok(())
    }

    /// The result is the old one or the new one, and what is beside it is as it was.
    fn place_is_whole(&self, said: &Said) -> Result<(), String> {
        let Scene { before, after, result, .. } = self.scene;
        let now = self.tree()?;
        let (is, old, new) =
            (now.within(result), before.clone().timeless().within(result), after.within(result));
        if said.code == 0
            && let Some(differs) = is.differs(&new)
        {
            return Err(format!("exit code 0, and the result is not the new one: {differs}"));
        }
        if let (Some(_), Some(differs)) = (is.differs(&old), is.differs(&new))
            && !(self.scene.is_written_into() && is.is_between(&old, &new))
        {
            return Err(format!("the result is neither the old one nor the new one: {differs}"));
        }
        let aside = |tree: Tree| tree.without(result).without(&unfinished(result));
        match aside(now).strays(&aside(before.clone().timeless()), &aside(after.clone())) {
            Some(stray) => Err(format!("beside the result: {stray}")),
            None => Ok(()),
        }
    }

    /// Called again, doing as is told, the program comes to what it would have come to.
    fn is_mended(&self, said: &Said) -> Result<(), String> {
        let mut call = advised(said).unwrap_or_else(|| self.scene.call.clone());
        let mut last = String::new();
        for _ in 0..AGAIN {
            let Some(differs) = self.tree()?.differs(&self.scene.after) else { return Ok(()) };
            let again = self.program.call(&call, self.place).map_err(|error| error.to_string())?;
            last = format!("{differs}\nafter `demerit {}`\n{}", call.join(" "), shown(&again));
            call = advised(&again).unwrap_or_else(|| self.scene.call.clone());
        }
        match self.tree()?.differs(&self.scene.after) {
            Some(differs) => Err(format!("not mended by calling again: {differs}\n{last}")),
            None => Ok(()),
        }
    }

    fn tree(&self) -> Result<Tree, String> {
        Tree::read(self.place).map(Tree::timeless).map_err(|error| error.to_string())
    }
}

/// Where a result is kept until it is whole.
fn unfinished(result: &Path) -> PathBuf {
    let mut name = result.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

/// The call that is told to go on with what is kept.
fn advised(said: &Said) -> Option<Vec<String>> {
    let told = said.err.split('`').find(|word| word.starts_with("demerit resume"))?;
    let folder = match told.strip_prefix("demerit resume ") {
        Some(folder) => folder.to_owned(),
        // It is told by the folder that it is kept in.
        None => places(said).pop()?.to_string_lossy().into_owned(),
    };
    Some(words(&format!("resume {folder} --threads 2 --checkpoint-every 1 --quiet")))
}

/// Places of which it is said that something is there.
fn places(said: &Said) -> Vec<PathBuf> {
    let after = |line: &str, mark: &str| {
        let rest = line.split_once(mark)?.1;
        rest.split([':', ',', ';', ' ']).next().map(|path| PathBuf::from(path.trim_end_matches('.')))
    };
    let marks = ["Report: ", "kept in ", "put together in "];
    let lines = said.out.lines().chain(said.err.lines());
    lines.flat_map(|line| marks.iter().filter_map(move |mark| after(line, mark))).collect()
}

pub(crate) fn shown(said: &Said) -> String {
    let last: Vec<&str> = said.out.lines().rev().take(1).collect();
    format!("  exit code {}\n  out: …{}\n  err: {}", said.code, last.concat(), said.err.trim_end())
}
