//! The machine's clock as the manifest tells it: when a run began. It bears on no result, whatever it says.
//!
//! How long a run takes is told by a clock that only goes forward. A date that no calendar of four digits
//! holds, on a machine whose clock is not set, is told as the nearest that one does.

use std::time::{Duration, SystemTime};

/// Seconds from 1970 to the end of the year 9999.
const LAST: u64 = 253_402_300_799;

/// A moment in words: `2018-03-05T10:00:00Z`.
pub(crate) fn told(moment: SystemTime) -> String {
    let first = SystemTime::UNIX_EPOCH;
    humantime::format_rfc3339_seconds(moment.clamp(first, first + Duration::from_secs(LAST))).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_says_nonsense_ends_no_run() {
        let (first, day) = (SystemTime::UNIX_EPOCH, Duration::from_secs(86_400));
        assert_eq!(told(first + day), "1970-01-02T00:00:00Z");
        assert_eq!(told(first - day), "1970-01-01T00:00:00Z");
        assert_eq!(told(first + Duration::from_secs(LAST) + day), "9999-12-31T23:59:59Z");
    }
}
