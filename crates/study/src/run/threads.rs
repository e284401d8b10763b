//! The threads of a run: as many as the caller wants, else one for each processor.

use demerit_worlds::LiveError;

/// The threads of a run.
///
/// # Errors
/// A machine that cannot start them.
pub fn pool(threads: Option<usize>) -> Result<rayon::ThreadPool, LiveError> {
    let threads = threads.unwrap_or_else(processors);
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| LiveError::Options(format!("cannot start {threads} threads: {error}")))
}

/// The processors of this machine.
#[must_use]
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
