//! A run that was stopped is continued.

use super::memory::fits;
use super::options::{Extra, Keeping, Outcome, Progress, Signal};
use super::run_loop::RunLoop;
use crate::checkpoint::{Loading, Spools};
use crate::error::{CheckpointError, RunError};
use crate::machine::{fewer, pool};
use crate::run_folder::{self, FOLDER, FolderLock, MANIFEST, UNFINISHED};
use std::path::{Path, PathBuf};

/// Goes on with the run that is kept in a folder, named by it or by the run folder that it is to become. Of a
/// run that is whole already it reads the folder. Where `keeping` says nothing of when to save, it is done as
/// often as before. `threads` are as many as there are processors by default.
///
/// # Errors
/// No checkpoint; one that is damaged, or of another program or run; and as for a run.
pub fn resume(
    folder: &Path,
    threads: Option<usize>,
    keeping: &Keeping<'_>,
    progress: &mut dyn FnMut(&Progress) -> Signal,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let (out, name) = place(folder)?;
    let unfinished = out.join(format!("{name}{UNFINISHED}"));
    let checkpoint = unfinished.join("checkpoint");
    FolderLock::clear_up(&out, &name, false);
    if matches!(checkpoint.try_exists(), Ok(false)) {
        // A run that was begun to replace a whole one, and of which nothing was kept, is not that one.
        return if !unfinished.join(FOLDER).exists() && out.join(&name).join(MANIFEST).exists() {
            whole(&out.join(&name))
        } else if unfinished.exists() {
            Err(CheckpointError::Missing(unfinished).into())
        } else {
            Err(CheckpointError::Missing(folder.to_owned()).into())
        };
    }
    let pool = pool(threads)?;
    fewer(threads, &pool).into_iter().for_each(|told| (keeping.tell)(&told));
    // Whether a run folder of that name is replaced is known only from the checkpoint; until then nothing is
    // touched.
    let (mut loading, scenario) = Loading::open(&checkpoint, &name, &pool)?;
    let mut head = loading.head.clone();
    let finished = out.join(&name).join(MANIFEST).exists() && !head.force;
    if finished {
        // It was killed before the checkpoint was gone.
        let outcome = whole(&out.join(&name))?;
        FolderLock::clear_up(&out, &name, true);
        return Ok(outcome);
    }
    let lock = FolderLock::resume(&out, &name, head.force)?;
    fits(&scenario, head.manifest.seeds.len() as u32)?;
    let gathered = loading.gathered();
    let spools = Spools::goes_on(&unfinished, head.spools, head.seed)?;
    let from = if head.tick == 0 {
        loading.end()?;
        None
    } else {
        Some(loading)
    };
    head.every = keeping.every.or(head.every);
    head.manifest.threads = pool.current_num_threads() as u32;
    let keeping = Keeping { every: head.every, ..*keeping };
    RunLoop { scenario, head, keeping, needs: None, gathered, spools, from }.go(lock, &pool, progress, extra)
}

/// The outer folder and the name of a run, from the folder that a caller names.
fn place(folder: &Path) -> Result<(PathBuf, String), RunError> {
    let missing = || CheckpointError::Missing(folder.to_owned());
    let folder = if folder.file_name().is_some() {
        folder.to_owned()
    } else {
        folder.canonicalize().map_err(|_| missing())?
    };
    let name = folder.file_name().and_then(|name| name.to_str()).ok_or_else(missing)?;
    let name = name.strip_suffix(UNFINISHED).unwrap_or(name).to_owned();
    let out = folder.parent().filter(|out| !out.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((out.to_owned(), name))
}

/// What a run that ended before has given.
fn whole(folder: &Path) -> Result<Outcome, RunError> {
    let told = run_folder::told(folder, None)?;
    let (seconds, person_weeks) = (told.manifest.seconds, told.manifest.person_weeks());
    Ok(Outcome { folder: folder.to_owned(), seconds, person_weeks, told })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_named_by_either_folder() {
        let place = |folder: &str| place(Path::new(folder)).unwrap();
        assert_eq!(place("runs/a-1.unfinished"), (PathBuf::from("runs"), "a-1".to_owned()));
        assert_eq!(place("runs/a-1/"), (PathBuf::from("runs"), "a-1".to_owned()));
        assert_eq!(place("a-1.unfinished"), (PathBuf::from("."), "a-1".to_owned()));
    }
}
