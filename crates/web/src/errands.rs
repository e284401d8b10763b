//! Errands: lives and answers to "why", worked out one after the other by a thread of its own, while pages wait for word of them.
//!
//! So many wait at most. What is asked for twice is done once. What nobody wants any more is left.

use crate::caps::MOST_ERRANDS;
use crate::refusal::Refusal;
use crate::run::{Run, held, words_of};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What is to be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Errand {
    /// The life of a person.
    Life(u32),
    /// Why a measure is what it is.
    Why(String),
}

impl Errand {
    const fn name(&self) -> &'static str {
        match self {
            Self::Life(_) => "life",
            Self::Why(_) => "why",
        }
    }

    const fn ready(&self) -> &'static str {
        match self {
            Self::Life(_) => "life-ready",
            Self::Why(_) => "why-ready",
        }
    }

    const fn failed(&self) -> &'static str {
        match self {
            Self::Life(_) => "life-failed",
            Self::Why(_) => "why-failed",
        }
    }

    /// Which one it is, as events tell it.
    fn told(&self) -> Value {
        match self {
            Self::Life(person) => json!({ "person": person }),
            Self::Why(measure) => json!({ "measure": measure }),
        }
    }

    /// Whether it has been done already.
    fn is_done(&self, run: &Run) -> bool {
        match self {
            Self::Life(person) => held(&run.lives).find(person).is_some(),
            Self::Why(measure) => held(&run.reasons).find(measure).is_some(),
        }
    }
}

/// Between two words on how far an errand is.
const BETWEEN: Duration = Duration::from_millis(100);

/// Errands that wait.
#[derive(Default)]
pub(crate) struct Errands {
    waiting: Mutex<VecDeque<(Arc<Run>, Errand)>>,
    comes: Condvar,
}

impl Errands {
    /// Puts an errand to the others, unless it is done or waits already.
    pub(crate) fn add(&self, run: &Arc<Run>, errand: Errand) -> Result<(), Refusal> {
        if errand.is_done(run) {
            run.tell(|news| news.happened(errand.ready(), errand.told()));
            return Ok(());
        }
        let mut waiting = held(&self.waiting);
        waiting.retain(|one| one.0.is_wanted());
        if waiting.iter().any(|(other, one)| Arc::ptr_eq(other, run) && *one == errand) {
            return Ok(());
        }
        if waiting.len() >= MOST_ERRANDS {
            return Err(Refusal::busy("too much is being worked out", "wait until a life is told"));
        }
        waiting.push_back((Arc::clone(run), errand));
        self.comes.notify_one();
        Ok(())
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> usize {
        held(&self.waiting).len()
    }

    /// Works, for ever; for a thread of its own.
    pub(crate) fn work(&self) -> ! {
        loop {
            let (run, errand) = self.next();
            if !run.is_wanted() || errand.is_done(&run) {
                continue;
            }
            let mut last = None;
            let mut heard = |tick: u32, ticks: u32| {
                if last.is_none_or(|last: Instant| last.elapsed() >= BETWEEN) {
                    last = Some(Instant::now());
                    let mut what = errand.told();
                    what["done"] = json!(tick);
                    what["of"] = json!(ticks);
                    run.tell(|news| news.errand(errand.name(), what));
                }
                run.is_wanted()
            };
            let failed = match catch_unwind(AssertUnwindSafe(|| run.do_errand(&errand, &mut heard))) {
                Ok(Ok(())) => None,
                Ok(Err(error)) => Some(Refusal::from(error)),
                Err(fault) => Some(Refusal::ours(words_of(fault.as_ref()))),
            };
            match failed {
                None => run.tell(|news| news.happened(errand.ready(), errand.told())),
                Some(refusal) => {
                    let mut what = refusal.told();
                    if let (Some(all), Value::Object(which)) = (what.as_object_mut(), errand.told()) {
                        all.extend(which);
                    }
                    run.tell(|news| news.happened(errand.failed(), what));
                }
            }
        }
    }

    /// Waits for the next errand.
    fn next(&self) -> (Arc<Run>, Errand) {
        let mut waiting = held(&self.waiting);
        loop {
            if let Some(first) = waiting.pop_front() {
                return first;
            }
            waiting = self.comes.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
