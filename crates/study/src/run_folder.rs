//! The run folder: written beside its place and renamed, so that a folder that is there is whole.
//!
//! | file | what |
//! |---|---|
//! | `measures.parquet` | measures in long form |
//! | `persons.parquet` | the cohort at the end |
//! | `ledger.parquet` | the cohort's events |
//! | `intervals.csv` | every measure over the seeds, where there are several |
//! | `report.html` | the report |
//! | `manifest.json` | what was run; written last |
//!
//! Tables of people are read back for one purpose: to draw a report from a folder. No study can be fed with
//! one.

mod columns;
mod files;
mod lock;
mod pages;
mod room;

pub use crate::error::FolderError;
pub use columns::Merging;
pub(crate) use columns::{read as read_table, write as write_table};
pub use files::{MANIFEST, bytes_of, read, read_bytes, read_measures, write_file};
pub use lock::{FOLDER, FolderLock, UNFINISHED};
pub(crate) use room::Room;
