//! Ctrl-C, the request to end and a terminal that goes away: the work is told, and stops where it can clean
//! up.
//!
//! A second Ctrl-C ends the program at once, for the case that the first is not heard. Who started the
//! program with the going of the terminal ignored (`nohup`) has it ignored. A file that grows beyond what the
//! system allows (`ulimit -f`) ends no program: the write fails, and is told as such.

#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGXFSZ};
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
    for signal in heard() {
        flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&now))?;
    }
    let_writes_fail()
}

/// The signals that stop the work.
fn heard() -> Vec<i32> {
    let mut signals = vec![SIGINT, SIGTERM];
    #[cfg(unix)]
    if !is_ignored(SIGHUP) {
        signals.push(SIGHUP);
    }
    signals
}

/// Whether whoever started the program wants this signal ignored, as far as the system tells.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = told.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    mask >> (signal - 1) & 1 == 1
}

/// Hears the signal that a file has grown beyond what is allowed, so that the write fails instead.
fn let_writes_fail() -> io::Result<()> {
    #[cfg(unix)]
    flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
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
        let_writes_fail()?;
        for signal in heard() {
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
