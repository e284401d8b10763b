//! The last shield: a fault of ours becomes a plain message and exit code 70.
//!
//! Without `RUST_BACKTRACE` nothing but the message is shown; with it, what the standard library prints comes first.

use std::any::Any;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

/// What is called when something panics.
type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// Where the last fault happened.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Does the work; a panic in it, on whichever thread, gives code 70 and a plain message.
pub(crate) fn guarded(work: impl FnOnce() -> u8) -> u8 {
    let before: Arc<Hook> = Arc::from(panic::take_hook());
    let usual = Arc::clone(&before);
    let loud = std::env::var_os("RUST_BACKTRACE").is_some_and(|wish| wish != "0");
    panic::set_hook(Box::new(move |fault| {
        let place = fault.location().map(|place| format!("{}:{}", place.file(), place.line()));
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
        if loud {
            usual(fault);
        }
    }));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(Box::new(move |fault| before(fault)));
    done.unwrap_or_else(|payload| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        let _ = io::stderr().lock().write_all(message(payload.as_ref(), place.as_deref()).as_bytes());
        crate::failure::OURS
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
        assert_eq!(guarded(|| panic!("the ground gave way")), 70);
        assert_eq!(guarded(|| 3), 3);
        let text = message(&"the ground gave way", Some("a.rs:7"));
        assert!(text.starts_with("error: demerit has a fault: the ground gave way (a.rs:7)\n"), "{text}");
        assert!(text.contains("report"), "{text}");
        assert!(message(&7_u8, None).contains("no message (place unknown)"));
    }
}
