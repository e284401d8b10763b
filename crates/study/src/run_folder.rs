//! The run folder: written beside its place and renamed, so that a folder that is there is whole.
//!
//! | file | what |
//! |---|---|
//! | `measures.parquet` | measures in long form |
//! | `persons.parquet` | the cohort at the end |
//! | `ledger.parquet` | the cohort's events |
//! | `measures.csv`, `persons.csv`, `ledger.csv` | the same for spreadsheets, where they are wanted |
//! | `intervals.csv` | every measure over the seeds, where there are several |
//! | `report.html` | the report |
//! | `manifest.json` | what was run |
//! | `SHA256SUMS` | the files with their SHA-256; written last |
//!
//! Tables of people are read back for one purpose: to draw a report from a folder. No study can be fed with
//! one.

mod columns;
mod files;
mod filling;
mod footer;
mod lock;
mod ours;
mod pages;
mod room;
mod sheet;
mod whole;

pub use crate::error::FolderError;
pub use columns::{Merging, Written, is_of_run};
pub(crate) use columns::{read as read_table, write as write_table};
pub use files::{
    bytes_as_written, bytes_of, read, read_bytes, read_measures, sheet_of, told, write_file, write_sheets,
};
pub use filling::Filling;
pub use footer::Footer;
pub use lock::{FolderLock, UNFINISHED};
pub use ours::{FOLDER, MANIFEST, SUMS};
pub(crate) use room::Room;
pub(crate) use sheet::sheet_bytes;
pub use whole::{alone, write_whole};
