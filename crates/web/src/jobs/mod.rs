//! Jobs: lives and answers to "why", worked out one after the other by a thread of its own, while pages wait
//! for word of them.
//!
//! A bounded number wait. What is asked for twice is done once. What nobody wants any more is left.

pub(crate) mod reasons;

use crate::api_error::{ApiError, caught};
use crate::held::held;
use crate::limits::MOST_JOBS;
use crate::memory::Claims;
use crate::run::Run;
use demerit_explore::lives;
use demerit_study::run::{RunError, pool};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What is to be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    /// The life of a person.
    Life(u32),
    /// Why a measure is what it is.
    Why(String),
}

impl Job {
    /// The names of its events: how far it is, that it is ready, that it failed.
    const fn events(&self) -> [&'static str; 3] {
        match self {
            Self::Life(_) => ["life", "life-ready", "life-failed"],
            Self::Why(_) => ["why", "why-ready", "why-failed"],
        }
    }

    /// What an event tells, with which job it is about.
    fn told(&self, mut what: Value) -> Value {
        match self {
            Self::Life(person) => what["person"] = json!(person),
            Self::Why(measure) => what["measure"] = json!(measure),
        }
        what
    }

    /// Whether it has been done already.
    fn is_done(&self, run: &Run) -> bool {
        match self {
            Self::Life(person) => held(&run.lives).find(person).is_some(),
            Self::Why(measure) => held(&run.reasons).find(measure).is_some(),
        }
    }

    /// Works it out and keeps it with its run.
    fn work_out(&self, run: &Run, heard: &mut dyn FnMut(u32, u32) -> bool) -> Result<(), RunError> {
        match self {
            Self::Life(person) => {
                let tables = lives(&run.scenario, &[*person], &pool(None)?, heard)?;
                held(&run.lives).put(*person, Arc::new(tables));
            }
            Self::Why(measure) => {
                let found = reasons::find(&run.scenario, measure, heard)?;
                held(&run.reasons).put(measure.clone(), Arc::new(found));
            }
        }
        Ok(())
    }
}

/// Between two words on how far a job is.
const BETWEEN: Duration = Duration::from_millis(100);

/// Jobs that wait.
#[derive(Default)]
pub(crate) struct Jobs {
    waiting: Mutex<VecDeque<(Arc<Run>, Job)>>,
    comes: Condvar,
}

impl Jobs {
    /// Puts a job to the others, unless it is done or waits already.
    pub(crate) fn add(&self, run: &Arc<Run>, job: Job) -> Result<(), ApiError> {
        if job.is_done(run) {
            let [_, ready, _] = job.events();
            run.tell(|news| news.happened(ready, job.told(json!({}))));
            return Ok(());
        }
        let mut waiting = held(&self.waiting);
        waiting.retain(|one| one.0.is_wanted());
        if waiting.iter().any(|(other, one)| Arc::ptr_eq(other, run) && *one == job) {
            return Ok(());
        }
        if waiting.len() >= MOST_JOBS {
            return Err(ApiError::busy("too much is being worked out", "wait until a life is told"));
        }
        waiting.push_back((Arc::clone(run), job));
        self.comes.notify_one();
        Ok(())
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> usize {
        held(&self.waiting).len()
    }

    /// Works, for ever; for a thread of its own.
    pub(crate) fn work(&self, claims: &Arc<Claims>) -> ! {
        loop {
            let (run, job) = self.next();
            if !run.is_wanted() || job.is_done(&run) {
                continue;
            }
            let [going, ready, failed] = job.events();
            let mut last = None;
            let mut heard = |tick: u32, ticks: u32| {
                if last.is_none_or(|last: Instant| last.elapsed() >= BETWEEN) {
                    last = Some(Instant::now());
                    let what = job.told(json!({ "done": tick, "of": ticks }));
                    run.tell(|news| news.job(going, what));
                }
                run.is_wanted()
            };
            // A life is both worlds once more; the small worlds of an answer are held to take no more.
            let worked_out = |_claim| caught(|| job.work_out(&run, &mut heard));
            let (name, what) = match claims.claim(&run.scenario, None).and_then(worked_out) {
                Ok(()) => (ready, json!({})),
                Err(error) => (failed, error.told()),
            };
            run.tell(|news| news.happened(name, job.told(what)));
        }
    }

    /// Waits for the next job.
    fn next(&self) -> (Arc<Run>, Job) {
        let mut waiting = held(&self.waiting);
        loop {
            if let Some(first) = waiting.pop_front() {
                return first;
            }
            waiting = self.comes.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
