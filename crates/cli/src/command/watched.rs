//! What every command that lives through worlds has in common: signals, progress, the report beside the
//! tables, and how it may end.

use super::forms::{REPORT, quoted};
use crate::arguments::Spoken;
use crate::failure::{Failure, cannot};
use crate::progress::Shown;
use crate::stop::Stop;
use demerit_report::Sureness;
use demerit_study::checkpoint::CheckpointError;
use demerit_study::run::{Keeping, Kept, Progress, RunError, Signal};
use demerit_worlds::LiveError;
use demerit_worlds::tables::Told;
use std::cell::RefCell;

/// Begins to listen for signals.
pub(super) fn listen() -> Result<Stop, Failure> {
    Stop::listen().map_err(|error| Failure::Ours(format!("cannot listen for signals: {error}")))
}

/// Does work that is shown, kept every few weeks as asked for, and can be stopped.
pub(super) fn watched<T, E: Into<RunError>>(
    shown: Shown,
    every: Option<u32>,
    stop: &Stop,
    work: impl FnOnce(&Keeping<'_>, &mut dyn FnMut(&Progress) -> Signal) -> Result<T, E>,
) -> Result<T, Failure> {
    lived(&RefCell::new(shown), every, stop, work).map_err(|error| failure(error.into(), stop))
}

/// The same where the work itself may begin to show something else.
pub(super) fn lived<T, E>(
    shown: &RefCell<Shown>,
    every: Option<u32>,
    stop: &Stop,
    work: impl FnOnce(&Keeping<'_>, &mut dyn FnMut(&Progress) -> Signal) -> Result<T, E>,
) -> Result<T, E> {
    let tell = |text: &str| shown.borrow().say(text);
    let mut progress = |step: &Progress| {
        shown.borrow_mut().step(step);
        if stop.is_wanted() { Signal::Stop } else { Signal::Continue }
    };
    let ended = work(&Keeping { every, on_stop: true, tell: &tell }, &mut progress);
    shown.borrow().end();
    ended
}

/// The report, which is written into the folder together with the tables.
pub(super) fn extra(spoken: &Spoken) -> impl Fn(&Told) -> Result<Vec<(String, Vec<u8>)>, String> {
    move |tables| {
        let words = spoken.words(&tables.manifest);
        let page =
            demerit_report::render(tables, Sureness::default(), words).map_err(|error| error.to_string())?;
        Ok(vec![(REPORT.to_owned(), page.into_bytes())])
    }
}

/// How a run that did not end well is told of.
pub(super) fn failure(error: RunError, stop: &Stop) -> Failure {
    let stopped = |message, hint| Failure::Stopped { code: stop.code(), text: String::new(), message, hint };
    match error {
        RunError::Live(LiveError::Load(error)) => error.into(),
        RunError::Live(LiveError::Options(message)) => Failure::Call { message },
        RunError::Live(LiveError::Fault(message)) => Failure::Ours(message),
        RunError::Live(error @ (LiveError::Society(_) | LiveError::Regime(_))) => {
            Failure::problem(error.to_string())
        }
        RunError::Live(LiveError::Stopped) | RunError::StoppedAfter(..) => stopped(error.to_string(), None),
        RunError::Folder(error) => error.into(),
        RunError::Kept(ref kept) => stopped(error.to_string(), Some(goes_on(kept))),
        RunError::NotKept { error, kept } => {
            let stays = kept.as_ref().map(|kept| format!("{kept}: {}", goes_on(kept)));
            stopped(
                format!("stopped, and what was lived since could not be saved: {}", checkpoint(&error)),
                Some(stays.unwrap_or_else(|| error.hint().to_owned())),
            )
        }
        RunError::Checkpoint(error) => {
            Failure::Problem { message: checkpoint(&error), hint: Some(error.hint().to_owned()) }
        }
    }
}

/// How to go on with a run that is kept.
fn goes_on(kept: &Kept) -> String {
    match kept.folder.to_str() {
        Some(folder) => format!("`demerit resume {}` goes on with it", quoted(folder)),
        // What is shown of such a name is not the name.
        None => "`demerit resume` with this folder goes on with it".to_owned(),
    }
}

/// What is wrong with a checkpoint, without the numbers of the system's errors.
fn checkpoint(error: &CheckpointError) -> String {
    match error {
        CheckpointError::Io { what, path, source } => cannot(what, path, source),
        CheckpointError::Room { path, needed, free } => {
            let (path, free, needed) = (path.display(), room(*free), room(*needed));
            format!("{path} has {free} free, and a checkpoint takes about {needed}")
        }
        other => other.to_string(),
    }
}

/// Bytes of a disk as people read them.
fn room(bytes: u64) -> String {
    if bytes < 10_000_000_000 {
        format!("{} MB", bytes.div_ceil(1_000_000))
    } else {
        format!("{} GB", bytes.div_ceil(1_000_000_000))
    }
}
