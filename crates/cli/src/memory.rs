//! Memory that is not to be had: said in a line, and the program ends with the exit code of a disk that is
//! full.
//!
//! What a run has kept on the disk stays, as after a kill. Without this the standard library ends the program
//! as one that is at fault. To be told where memory is wanting, it has to be the one that hands it out: this
//! is the second file with unsafe code, and all of it passes on to the system what it is asked for.
//!
//! Where it is told, nothing may be asked for: the text is a constant, and goes out without a buffer.

#![allow(unsafe_code)]

use crate::failure;
use std::alloc::{GlobalAlloc, Layout, System};
use std::fs::File;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::os::fd::FromRawFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What is said.
const WANTING: &[u8] = b"error: there is no memory left for what was asked\n hint: end other programs, or take fewer \
    --persons, --seeds or --threads; where a run was kept, `demerit resume` with its folder goes on with it\n";

/// Beginnings of what is said by those who ask the system themselves and panic: the standard library for a
/// thread's stack of signals, and what packs tables.
const OTHERS: [&str; 3] = [
    "failed to allocate an alternative stack",
    "failed to set up alternative stack",
    "zstd returned null pointer",
];

/// The memory of the system.
struct Memory;

#[global_allocator]
static MEMORY: Memory = Memory;

// SAFETY: whatever is asked for is passed on to the system's allocator, which keeps the contract.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of the same call.
        had(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of the same call.
        had(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller keeps the contract of the same call.
        had(unsafe { System.realloc(old, layout, size) })
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of the same call.
        unsafe { System.dealloc(old, layout) }
    }
}

/// What was asked for, where it was to be had.
#[inline]
fn had(memory: *mut u8) -> *mut u8 {
    if memory.is_null() {
        end();
    }
    memory
}

/// Whether these words of a panic tell that memory was wanting.
pub(crate) fn is_wanting(words: &str) -> bool {
    OTHERS.iter().any(|beginning| words.starts_with(beginning))
}

/// Says that there is none left, and ends the program where it stands. One thread does; others that find none
/// either wait for it.
#[cold]
pub(crate) fn end() -> ! {
    static TOLD: AtomicBool = AtomicBool::new(false);
    while TOLD.swap(true, Ordering::Relaxed) {
        std::thread::sleep(Duration::from_secs(1));
    }
    // SAFETY: standard error is open as long as the program, and is not closed here.
    let mut standard_error = ManuallyDrop::new(unsafe { File::from_raw_fd(2) });
    // There is nowhere left to say that this failed too.
    let _ = standard_error.write_all(WANTING);
    signal_hook::low_level::exit(failure::INPUT.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_for_want_of_memory_is_known_by_its_words() {
        let words = "failed to allocate an alternative stack: Cannot allocate memory (os error 12)";
        assert!(is_wanting(words) && !is_wanting("index out of bounds"));
    }
}
