//! What the system tells a program about itself: its memory, and how long it waited for a processor. Included by path.

/// A figure of the process's memory in bytes, where the system tells it.
pub(crate) fn memory(name: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kibibytes| kibibytes * 1024.0)
}

/// Seconds that all threads of the process have waited for a processor so far, where the system tells it.
pub(crate) fn waited() -> Option<f64> {
    let tasks = std::fs::read_dir("/proc/self/task").ok()?;
    let nanoseconds = tasks.flatten().map(|task| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split_whitespace().nth(1)?.parse::<f64>().ok()
    });
    nanoseconds.sum::<Option<f64>>().map(|sum| sum / 1e9)
}
