//! The library that befalls a call (`shim.c`), and what it shares with the tests.

use crate::fault::Fault;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCE: &str = include_str!("shim.c");

/// Words before the counts: what is to befall which call, and whether it did.
const HEAD: usize = 5;
/// Calls that are counted.
const CALLS: usize = 512;

/// The library, built in a folder.
#[derive(Debug)]
pub(crate) struct Shim(PathBuf);

/// What became of a run.
#[derive(Debug)]
pub(crate) struct Tally {
    /// Whether what was to befall it did.
    pub(crate) struck: bool,
    /// Calls since the start, by number.
    pub(crate) counts: Vec<u32>,
}

impl Shim {
    /// Builds the library.
    ///
    /// # Errors
    /// There is no C compiler, which Rust links with, or it refuses.
    pub(crate) fn build(folder: &Path) -> io::Result<Self> {
        let (source, library) = (folder.join("shim.c"), folder.join("shim.so"));
        fs::write(&source, SOURCE)?;
        let mut call = Command::new("cc");
        call.args(["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o"]).args([&library, &source]);
        let built = call.output()?;
        if !built.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&built.stderr).into_owned()));
        }
        Ok(Self(library))
    }

    /// Loads the library into a program that is to be called; what befalls it, and what became of it, stands
    /// in the file `tally`.
    pub(crate) fn load(&self, call: &mut Command, fault: Option<Fault>, tally: &Path) -> io::Result<()> {
        let mut words = [0; HEAD + CALLS];
        if let Some(fault) = fault {
            let [what, value] = fault.blow.told();
            words[..4].copy_from_slice(&[fault.call, fault.nth, what, value]);
        }
        fs::write(tally, words.map(u32::to_ne_bytes).as_flattened())?;
        call.env("LD_PRELOAD", &self.0).env("FAULTS_TALLY", tally);
        Ok(())
    }
}

impl Tally {
    /// What became of a run.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let bytes = fs::read(path)?;
        let words: Vec<u32> = bytes.as_chunks().0.iter().map(|&word| u32::from_ne_bytes(word)).collect();
        Ok(Self { struck: words[HEAD - 1] != 0, counts: words[HEAD..].to_vec() })
    }
}
