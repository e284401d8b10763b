//! The program, called in a folder within a time.

use crate::fault::Fault;
use crate::shim::{Shim, Tally};
use std::fs::{self, File};
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Far above what a call here takes, on a machine that is busy with other things too.
const DEADLINE: Duration = Duration::from_secs(60);

/// Variables that would change what the program says.
const OUTSIDE: [&str; 7] =
    ["COLUMNS", "LINES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "RUST_BACKTRACE"];

/// The program, and the library that befalls its calls.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    shim: Shim,
    /// Held for the library in it.
    _folder: TempDir,
}

/// What a call came to.
#[derive(Debug)]
pub(crate) struct Said {
    /// Exit code, as a shell tells it: 128 and the number of the signal that ended it.
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A folder that is gone when this is; in memory where the machine has such a place, since thousands are
/// made.
pub(crate) fn folder() -> io::Result<TempDir> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }
}

impl Program {
    /// The program `demerit` that was built together with the one that asks.
    ///
    /// # Errors
    /// It is not there; the library cannot be built.
    pub fn built() -> io::Result<Self> {
        let own = std::env::current_exe()?;
        let path = own.ancestors().skip(1).map(|folder| folder.join("demerit")).find(|path| path.is_file());
        let path = path.ok_or_else(|| {
            io::Error::other("no program `demerit` beside this one: build the whole workspace")
        })?;
        let folder = folder()?;
        Ok(Self { path, shim: Shim::build(folder.path())?, _folder: folder })
    }

    /// Calls it in a folder.
    ///
    /// # Errors
    /// It cannot be called; it does not end.
    pub(crate) fn call(&self, words: &[String], within: &Path) -> io::Result<Said> {
        self.finish(self.command(words, within))
    }

    /// The same with something that befalls it.
    pub(crate) fn befallen(
        &self,
        words: &[String],
        within: &Path,
        fault: Option<Fault>,
    ) -> io::Result<(Said, Tally)> {
        let mut command = self.command(words, within);
        let folder = folder()?;
        let tally = folder.path().join("tally");
        self.shim.load(&mut command, fault, &tally)?;
        let said = self.finish(command)?;
        Ok((said, Tally::read(&tally)?))
    }

    fn command(&self, words: &[String], within: &Path) -> Command {
        let mut command = Command::new(&self.path);
        command.args(words).current_dir(within).stdin(Stdio::null());
        for name in OUTSIDE {
            command.env_remove(name);
        }
        command
    }

    fn finish(&self, mut command: Command) -> io::Result<Said> {
        let folder = folder()?;
        let [out, err] = ["out", "err"].map(|name| folder.path().join(name));
        command.stdout(File::create(&out)?).stderr(File::create(&err)?);
        let begun = Instant::now();
        let mut child = command.spawn()?;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if begun.elapsed() > DEADLINE {
                child.kill()?;
                child.wait()?;
                return Err(io::Error::other(format!("it has not ended after {} s", DEADLINE.as_secs())));
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let code = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or_default());
        let text = |path| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Ok(Said { code, out: text(out)?, err: text(err)? })
    }
}
