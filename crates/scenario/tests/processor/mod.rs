//! Time of a processor: what else the machine does meanwhile takes none of it.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// How long this thread has had a processor; time on the wall, where the system does not tell.
pub(crate) fn time() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = || {
        let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    };
    told().unwrap_or_else(|| BEGUN.elapsed())
}
