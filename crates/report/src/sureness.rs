//! Sureness: what is known of how far a run's numbers may be off, as a page is given it.

use demerit_analysis::calibrate::Calibration;
use demerit_analysis::run_ranges::RunRanges;

/// How sure the numbers of a run are: what was drawn over all that its study leaves open.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sureness<'a> {
    /// The ranges of the run's own numbers.
    pub ranges: Option<&'a RunRanges>,
    /// Draws of its study, and which of them published figures keep.
    pub calibration: Option<&'a Calibration>,
}
