//! Holding what several threads use.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Holds something that several threads use; a fault of one does not make it useless for the others.
pub(crate) fn held<T>(thing: &Mutex<T>) -> MutexGuard<'_, T> {
    thing.lock().unwrap_or_else(PoisonError::into_inner)
}
