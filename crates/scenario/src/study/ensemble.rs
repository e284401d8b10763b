//! `[ensemble]`: that a run draws the study's ranges too, and how often.

use crate::figure::{usual, written};

written! {
    /// Draws over everything that the study's files leave open, as part of a run.
    pub struct EnsembleFile {
        /// Runs with values drawn from the ranges.
        #[serde(default = "usual::<64>")]
        #[schemars(range(min = 8, max = 100000))]
        pub draws: u32,
        /// Persons in each world of a draw; as many as the study's where those are fewer.
        #[serde(default = "usual::<20000>")]
        #[schemars(range(min = 1, max = 1500000000))]
        pub persons: u32,
    }
}

impl Default for EnsembleFile {
    fn default() -> Self {
        Self { draws: usual::<64>(), persons: usual::<20000>() }
    }
}
