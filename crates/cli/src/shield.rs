//! The last shield: a fault of ours becomes a plain message and exit code 70.
//!
//! A panic for want of memory is none: it is told as that, at once, since what panicked may be where nothing
//! can catch it.
//!
//! Without `RUST_BACKTRACE` nothing but the message is shown; with it, what the standard library prints comes
//! first.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

/// What is called when something panics.
type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// Where the last fault happened.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Does the work; a panic in it, on whichever thread, becomes a plain message.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let before: Arc<Hook> = Arc::from(panic::take_hook());
    let usual = Arc::clone(&before);
    let loud = std::env::var_os("RUST_BACKTRACE").is_some_and(|wish| wish != "0");
    panic::set_hook(Box::new(move |fault| {
        #[cfg(unix)]
        if fault.payload_as_str().is_some_and(crate::memory::is_wanting) {
            crate::memory::end();
        }
        let place = fault.location().map(|place| format!("{}:{}", place.file(), place.line()));
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
        if loud {
            usual(fault);
        }
    }));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(Box::new(move |fault| before(fault)));
    done.map_err(|payload| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        message(payload.as_ref(), place.as_deref())
    })
}

/// What is said of a fault of ours.
fn message(payload: &(dyn Any + Send), place: Option<&str>) -> String {
    let words = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    crate::failure::our_fault(&format!("{words} ({})", place.unwrap_or("place unknown")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_fault_of_ours_and_says_where() {
        let text = guarded::<()>(|| panic!("the ground {} way", "gave")).unwrap_err();
        assert!(
            text.starts_with("error: demerit has a fault: the ground gave way (crates/cli/src/shield.rs:"),
            "{text}"
        );
        assert!(text.contains("Please report it"), "{text}");
        assert_eq!(guarded(|| 3), Ok(3));
        assert!(message(&7_u8, None).contains("no message (place unknown)"));
    }
}
