//! Ctrl-C and the request to end: the work is told, and stops where it can clean up.
//!
//! A second Ctrl-C ends the program at once, for the case that the first is not heard.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Which signal has come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Arc<AtomicUsize>);

/// From now on a signal ends the program at once, for work that leaves nothing behind.
///
/// # Errors
/// The system refuses.
pub(crate) fn at_once() -> io::Result<()> {
    let now = Arc::new(AtomicBool::new(true));
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&now))?;
    }
    Ok(())
}

impl Stop {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system refuses.
    pub(crate) fn listen() -> io::Result<Self> {
        let stop = Self::default();
        let again = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            // In this order: the first signal finds the flag down and raises it.
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&again))?;
            flag::register(signal, Arc::clone(&again))?;
            flag::register_usize(signal, Arc::clone(&stop.0), signal.unsigned_abs() as usize)?;
        }
        Ok(stop)
    }

    /// Whether a signal has come.
    pub(crate) fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// The exit code that tells of the signal: 128 and its number.
    pub(crate) fn code(&self) -> u8 {
        u8::try_from(128 + self.0.load(Ordering::Relaxed)).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_tells_the_signal() {
        let stop = Stop::default();
        assert!(!stop.is_wanted());
        stop.0.store(SIGINT.unsigned_abs() as usize, Ordering::Relaxed);
        assert!(stop.is_wanted());
        assert_eq!(stop.code(), 130);
    }
}
