//! A pool of workers: pieces of work are done side by side, each by one worker with threads of its own.
//!
//! Model: a worker takes the next piece, does it and keeps what it gave, so that there are never more worlds
//! than workers. Which worker does which piece changes no result. A caller who stops the work gets what is
//! done.

use demerit_study::run::{Signal, pool};
use demerit_worlds::LiveError;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Between two looks at how far the workers are.
const LOOK: Duration = Duration::from_millis(10);

/// What is told where no worker can be had.
const NONE: &str =
    "no thread can be started here: end other programs, or allow more threads (`ulimit -u`) or more memory";

/// How far the workers are.
#[derive(Default)]
pub(crate) struct Pace {
    ticks: AtomicU64,
    stop: AtomicBool,
}

impl Pace {
    /// Counts a week that was lived; says whether to live the next.
    pub(crate) fn tick(&self) -> bool {
        self.ticks.fetch_add(1, Ordering::Relaxed);
        !self.is_stopped()
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Does `count` pieces of work in their order on this many threads; gives what each gave, as far as it was
/// done, and the weeks lived in all. `progress` is called with the weeks lived so far.
///
/// # Errors
/// Threads that do not start; what a piece of work fails with.
pub(crate) fn side_by_side<T: Send>(
    count: usize,
    threads: usize,
    work: impl Fn(usize, &Pace) -> Result<Option<T>, String> + Sync,
    progress: &mut dyn FnMut(u64) -> Signal,
) -> Result<(Vec<Option<T>>, u64), LiveError> {
    let workers = threads.clamp(1, count.max(1));
    let (pace, next) = (Pace::default(), AtomicUsize::new(0));
    let given: Mutex<Vec<Option<T>>> = Mutex::new((0..count).map(|_| None).collect());
    let fault: Mutex<Option<String>> = Mutex::new(None);
    let one_after_the_other = || {
        while !pace.is_stopped() {
            let piece = next.fetch_add(1, Ordering::Relaxed);
            if piece >= count {
                return;
            }
            match work(piece, &pace) {
                Ok(Some(one)) => given.lock().unwrap_or_else(PoisonError::into_inner)[piece] = Some(one),
                Ok(None) => return,
                Err(message) => {
                    pace.stop();
                    *fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(message);
                }
            }
        }
    };
    let worker = &|number: usize| {
        let own = threads / workers + usize::from(number < threads % workers);
        match pool(Some(own.max(1))) {
            Ok(pool) => pool.install(one_after_the_other),
            Err(none) => *fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(none.to_string()),
        }
    };
    std::thread::scope(|scope| {
        let start = |number| std::thread::Builder::new().spawn_scoped(scope, move || worker(number));
        // Where fewer threads can be had, there are fewer workers.
        let workers: Vec<_> = (0..workers).map_while(|number| start(number).ok()).collect();
        if workers.is_empty() && count > 0 {
            return Err(LiveError::Options(NONE.to_owned()));
        }
        while workers.iter().any(|worker| !worker.is_finished()) {
            std::thread::sleep(LOOK);
            if progress(pace.ticks.load(Ordering::Relaxed)) == Signal::Stop {
                pace.stop();
            }
        }
        Ok(())
    })?;
    match fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(message) => Err(LiveError::Fault(message)),
        None => Ok((given.into_inner().unwrap_or_else(PoisonError::into_inner), pace.ticks.into_inner())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize, signal: Signal) -> (Vec<Option<usize>>, u64) {
        let work = |piece: usize, pace: &Pace| {
            while piece == 3 && signal == Signal::Stop && pace.tick() {
                std::thread::sleep(Duration::from_millis(1));
            }
            Ok((pace.tick() || signal == Signal::Continue).then_some(piece * piece))
        };
        side_by_side(5, threads, work, &mut |_| signal).unwrap()
    }

    #[test]
    fn what_each_piece_gave_stands_in_its_order() {
        for threads in [1, 2, 9] {
            let (given, ticks) = squares(threads, Signal::Continue);
            assert_eq!((given, ticks), ([0, 1, 4, 9, 16].map(Some).to_vec(), 5));
        }
        assert!(side_by_side(0, 2, |_, _| Ok(Some(())), &mut |_| Signal::Continue).unwrap().0.is_empty());
    }

    #[test]
    fn who_stops_it_gets_what_is_done() {
        let (given, _) = squares(1, Signal::Stop);
        assert_eq!(given[3..], [None, None]);
    }

    #[test]
    fn what_fails_ends_all() {
        let work = |piece: usize, _: &Pace| if piece == 1 { Err("no".to_owned()) } else { Ok(Some(piece)) };
        let error = side_by_side(50, 2, work, &mut |_| Signal::Continue).unwrap_err();
        assert!(matches!(&error, LiveError::Fault(message) if message == "no"), "{error}");
    }
}
