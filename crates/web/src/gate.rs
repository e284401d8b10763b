//! A gate that lets so many runs move at a time; the others wait at it, and leave when they are no longer wanted.

use std::sync::{Condvar, Mutex, PoisonError};

/// The gate.
pub(crate) struct Gate {
    inside: Mutex<usize>,
    changed: Condvar,
    most: usize,
}

/// A place behind the gate, which is given back when it is dropped.
pub(crate) struct Place<'a>(&'a Gate);

impl Gate {
    /// A gate for so many.
    pub(crate) const fn new(most: usize) -> Self {
        Self { inside: Mutex::new(0), changed: Condvar::new(), most }
    }

    /// Waits for a place; `None` once `is_wanted` says no.
    pub(crate) fn enter(&self, is_wanted: impl Fn() -> bool) -> Option<Place<'_>> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if !is_wanted() {
                return None;
            }
            if *inside < self.most {
                *inside += 1;
                return Some(Place(self));
            }
            inside = self.changed.wait(inside).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Makes those who wait ask again whether they are wanted.
    pub(crate) fn ask_again(&self) {
        // The lock makes sure that nobody is between asking and waiting.
        drop(self.inside.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    /// How many are inside.
    pub(crate) fn inside(&self) -> usize {
        *self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *self.0.inside.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    #[test]
    fn never_more_than_so_many_are_inside() {
        let (gate, most) = (Gate::new(2), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    let place = gate.enter(|| true);
                    most.fetch_max(gate.inside(), Ordering::Relaxed);
                    thread::sleep(Duration::from_millis(2));
                    drop(place);
                });
            }
        });
        assert_eq!((most.load(Ordering::Relaxed), gate.inside()), (2, 0));
    }

    #[test]
    fn who_is_not_wanted_leaves() {
        let (gate, wanted) = (Gate::new(1), AtomicBool::new(true));
        let place = gate.enter(|| true);
        thread::scope(|scope| {
            let waiting = scope.spawn(|| gate.enter(|| wanted.load(Ordering::Relaxed)).is_none());
            thread::sleep(Duration::from_millis(20));
            assert!(!waiting.is_finished());
            wanted.store(false, Ordering::Relaxed);
            gate.ask_again();
            assert!(waiting.join().unwrap());
        });
        drop(place);
        assert!(gate.enter(|| false).is_none(), "not even where there is room");
    }
}
