//! `demerit resume DIR`: a run that was stopped is gone on with; and what `run` and `resume` have in common.

use super::run::{extra, failure, machine, plain};
use crate::arguments::Resume;
use crate::failure::Failure;
use crate::progress::Shown;
use crate::stop::Stop;
use crate::terminal::Terminal;
use demerit_study::run::{self, Keeping, Outcome, Progress, ResumeOptions, RunError, Signal};
use std::cell::RefCell;

/// Goes on with a run.
pub(super) fn resume(call: &Resume, terminal: &Terminal) -> Result<String, Failure> {
    let stop = listen()?;
    let shown = Shown::begin(terminal, call.quiet, &format!("going on with {}", call.dir.display()));
    let options = ResumeOptions { threads: call.threads };
    let outcome = watched(shown, call.checkpoint_every, &stop, |keeping, progress| {
        run::resume(&call.dir, options, keeping, progress, &extra(call.spoken.words()))
    })?;
    Ok(if call.json { machine(&outcome) } else { plain(&outcome, terminal) })
}

/// Begins to listen for signals.
pub(super) fn listen() -> Result<Stop, Failure> {
    Stop::listen().map_err(|error| Failure::Ours(format!("cannot listen for signals: {error}")))
}

/// Does the work of a run that is shown, kept and can be stopped.
pub(super) fn watched(
    shown: Shown,
    every: Option<u32>,
    stop: &Stop,
    work: impl FnOnce(&Keeping<'_>, &mut dyn FnMut(&Progress) -> Signal) -> Result<Outcome, RunError>,
) -> Result<Outcome, Failure> {
    let shown = RefCell::new(shown);
    let tell = |text: &str| shown.borrow().say(text);
    let mut progress = |step: &Progress| {
        shown.borrow_mut().step(step);
        if stop.is_wanted() { Signal::Stop } else { Signal::Continue }
    };
    let ended = work(&Keeping { every, on_stop: true, tell: &tell }, &mut progress);
    shown.borrow().end();
    ended.map_err(|error| failure(error, stop))
}
