//! `demerit resume DIR`: a run that was stopped is resumed.

use super::outcome::{machine, plain};
use crate::arguments::Resume;
use crate::command::watched::{extra, listen, watched};
use crate::failure::Failure;
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_study::run::{self, ResumeOptions};

/// Goes on with a run.
pub(crate) fn resume(call: &Resume, terminal: &Terminal) -> Result<String, Failure> {
    let stop = listen()?;
    let shown = Shown::begin(terminal, call.quiet, &format!("going on with {}", call.dir.display()));
    let options = ResumeOptions { threads: call.threads };
    let outcome = watched(shown, call.checkpoint_every, &stop, |keeping, progress| {
        run::resume(&call.dir, options, keeping, progress, &extra(call.spoken.words()))
    })?;
    Ok(if call.json { machine(&outcome) } else { plain(&outcome, terminal) })
}
