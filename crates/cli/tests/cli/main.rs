//! The command line as a user sees it: the real program is called, and what it says is compared with
//! snapshots.
//!
//! Snapshots hold no path of a machine and no time. After a change that is meant,
//! `INSTA_UPDATE=always cargo test -p demerit` writes them anew; they are read by eye before they are kept.

mod analyses;
mod calls;
mod catalogue;
mod disks;
#[cfg(unix)]
mod explore;
mod faulty;
#[cfg(target_os = "linux")]
mod forecast;
#[cfg(unix)]
mod large;
mod program;
mod resume;
mod runs;
mod sensitivity;
mod shards;
mod signals;
mod societies;
mod steering;
