//! What can befall a call of the system, and which calls there are.
//!
//! | call | what befalls it |
//! |---|---|
//! | any | the program is killed; a request to end, Ctrl-C or the going of the terminal comes |
//! | of a file | it fails as a disk, a right or a limit would make it; it does less than asked for; it is interrupted |
//! | that needs room | the disk is full from here on |
//! | of memory | none is left, this once or from here on |
//! | for a thread | none can be had, this once or from here on |

use std::fmt;

/// What befalls a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blow {
    /// It fails with this error.
    Error(u32),
    /// It fails, and so does from here on whatever needs the same: room on the disk, memory, threads.
    FromHere(u32),
    /// It reads or writes half of what was asked for.
    Short,
    /// This signal comes before it.
    Signal(u32),
}

/// One call of a run and what befalls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fault {
    /// Number of the call.
    pub call: u32,
    /// Which of these calls since the start, from 1.
    pub nth: u32,
    /// What befalls it.
    pub blow: Blow,
}

/// The signal that no program hears.
pub const KILL: u32 = 9;
/// The request to end.
pub const TERM: u32 = 15;
/// Ctrl-C.
const INT: u32 = 2;
/// The terminal goes.
const HUP: u32 = 1;

const EINTR: u32 = 4;
const EIO: u32 = 5;
const EAGAIN: u32 = 11;
const ENOMEM: u32 = 12;
const EACCES: u32 = 13;
const EMFILE: u32 = 24;
const ENOSPC: u32 = 28;
const EPIPE: u32 = 32;
const ENOLCK: u32 = 37;

use Blow::{Error, FromHere, Short, Signal};

/// Signals that stop the work; they come in turn, since all go one way.
const STOPS: [u32; 3] = [TERM, INT, HUP];

/// Calls by number and name, with what else befalls them. The last four are what `shim.c` counts apart.
const CALLS: &[(u32, &str, &[Blow])] = &[
    (0, "read", &[Error(EIO), Error(EINTR), Short]),
    (1, "write", &[Error(EIO), Error(EINTR), Short, FromHere(ENOSPC)]),
    (2, "open", &[Error(EIO), Error(EMFILE)]),
    (3, "close", &[Error(EIO)]),
    (4, "stat", &[Error(EACCES)]),
    (5, "fstat", &[Error(EIO)]),
    (6, "lstat", &[Error(EACCES)]),
    (8, "lseek", &[Error(EIO)]),
    (9, "mmap", &[Error(ENOMEM), FromHere(ENOMEM)]),
    (10, "mprotect", &[Error(ENOMEM), FromHere(ENOMEM)]),
    (12, "brk", &[Error(ENOMEM), FromHere(ENOMEM)]),
    (17, "pread64", &[Error(EIO), Error(EINTR), Short]),
    (18, "pwrite64", &[Error(EIO), Error(EINTR), Short, FromHere(ENOSPC)]),
    (19, "readv", &[Error(EIO)]),
    (20, "writev", &[Error(EIO), FromHere(ENOSPC)]),
    (21, "access", &[Error(EACCES)]),
    (25, "mremap", &[Error(ENOMEM), FromHere(ENOMEM)]),
    (40, "sendfile", &[Error(EIO)]),
    (72, "fcntl", &[]),
    (73, "flock", &[Error(ENOLCK), Error(EINTR)]),
    (74, "fsync", &[Error(EIO), FromHere(ENOSPC)]),
    (75, "fdatasync", &[Error(EIO), FromHere(ENOSPC)]),
    (77, "ftruncate", &[Error(EIO), FromHere(ENOSPC)]),
    (79, "getcwd", &[Error(EACCES)]),
    (82, "rename", &[Error(EIO), Error(EACCES), Error(ENOSPC)]),
    (83, "mkdir", &[Error(EACCES), FromHere(ENOSPC)]),
    (84, "rmdir", &[Error(EACCES)]),
    (85, "creat", &[Error(EACCES), FromHere(ENOSPC)]),
    (86, "link", &[Error(EACCES)]),
    (87, "unlink", &[Error(EIO), Error(EACCES)]),
    (89, "readlink", &[Error(EACCES)]),
    (91, "fchmod", &[Error(EIO)]),
    (137, "statfs", &[Error(EIO)]),
    (138, "fstatfs", &[Error(EIO)]),
    (217, "getdents64", &[Error(EIO)]),
    (257, "openat", &[Error(EIO), Error(EACCES), Error(EMFILE)]),
    (258, "mkdirat", &[Error(EACCES), FromHere(ENOSPC)]),
    (262, "newfstatat", &[Error(EIO), Error(EACCES)]),
    (263, "unlinkat", &[Error(EIO), Error(EACCES)]),
    (264, "renameat", &[Error(EIO), Error(ENOSPC)]),
    (265, "linkat", &[Error(EACCES)]),
    (269, "faccessat", &[Error(EACCES)]),
    (277, "sync_file_range", &[Error(EIO)]),
    (285, "fallocate", &[FromHere(ENOSPC)]),
    (316, "renameat2", &[Error(EIO), Error(ENOSPC)]),
    (318, "getrandom", &[Error(EINTR)]),
    (326, "copy_file_range", &[Error(EIO), FromHere(ENOSPC)]),
    (332, "statx", &[Error(EIO), Error(EACCES)]),
    (500, "write to the terminal", &[Error(EIO), Error(EPIPE), Short]),
    (501, "openat that makes a file", &[Error(EACCES), Error(EMFILE), FromHere(ENOSPC)]),
    (502, "pthread_create", &[Error(EAGAIN), FromHere(EAGAIN)]),
    (503, "close of a folder", &[]),
];

/// Words by the number of the error.
const ERRORS: [(u32, &str); 9] = [
    (EINTR, "EINTR"),
    (EIO, "EIO"),
    (EAGAIN, "EAGAIN"),
    (ENOMEM, "ENOMEM"),
    (EACCES, "EACCES"),
    (EMFILE, "EMFILE"),
    (ENOSPC, "ENOSPC"),
    (EPIPE, "EPIPE"),
    (ENOLCK, "ENOLCK"),
];

impl Blow {
    /// How `shim.c` is told of it.
    pub(crate) const fn told(self) -> [u32; 2] {
        match self {
            Error(error) => [1, error],
            FromHere(error) => [2, error],
            Short => [3, 0],
            Signal(signal) => [4, signal],
        }
    }

    /// Whether a program has to go on as if nothing had been.
    pub(crate) const fn is_nothing(self) -> bool {
        matches!(self, Short | Error(EINTR))
    }

    /// In which column of the counts it stands.
    pub const fn column(self) -> usize {
        match self {
            Error(_) | FromHere(_) | Short => 0,
            Signal(KILL) => 1,
            Signal(_) => 2,
        }
    }
}

/// Every fault of a run that makes so many of each call.
pub(crate) fn all(counts: &[u32]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (call, &count) in (0..).zip(counts) {
        let others = CALLS.iter().find(|known| known.0 == call).map_or(&[][..], |known| known.2);
        for nth in 1..=count {
            let any = [Signal(KILL), Signal(STOPS[nth as usize % STOPS.len()])];
            faults.extend(any.iter().chain(others).map(|&blow| Fault { call, nth, blow }));
        }
    }
    faults
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = CALLS.iter().find(|known| known.0 == self.call).map_or("?", |known| known.1);
        let error = |error| ERRORS.iter().find(|known| known.0 == error).map_or("?", |known| known.1);
        write!(f, "{name} {}: ", self.nth)?;
        match self.blow {
            Error(number) => f.write_str(error(number)),
            FromHere(number) => write!(f, "{} from here on", error(number)),
            Short => f.write_str("half of it"),
            Signal(KILL) => f.write_str("killed"),
            Signal(number) => write!(f, "signal {number}"),
        }
    }
}
