//! The machine: what memory and what room on a disk it has to give, its threads, its clock.
//!
//! Model: free is what can be had without swapping, as Linux tells, and not more than what limits on the
//! process and on its group leave.
//!
//! The clock tells the manifest when a run began. It bears on no result, whatever it says: how long a run
//! takes is told by a clock that only goes forward. A date that no calendar of four digits holds, on a
//! machine whose clock is not set, is told as the nearest that one does.

use demerit_worlds::LiveError;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Seconds from 1970 to the end of the year 9999.
const LAST: u64 = 253_402_300_799;

/// One of how many bytes of the machine, or of what is allowed, stays free.
const SPARED: u64 = 10;

/// Memory, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Free {
    /// What may be taken: what is free but for a tenth of the whole.
    pub to_take: u64,
    /// What is free.
    pub free: u64,
}

impl Free {
    /// What is free of a whole.
    pub(crate) const fn of(whole: u64, free: u64) -> Self {
        Self { to_take: free.saturating_sub(whole / SPARED), free }
    }
}

/// Memory that is free; `None` where the machine does not tell.
#[must_use]
pub fn free_memory() -> Option<Free> {
    let machine = left_on_machine(Path::new("/proc/meminfo"));
    let group = left_to_group(Path::new("/proc/self/cgroup"), Path::new("/sys/fs/cgroup"));
    let own = left_to_process(Path::new("/proc/self/limits"), Path::new("/proc/self/status"));
    machine.into_iter().chain(group).chain(own).min()
}

/// What the machine has.
fn left_on_machine(told: &Path) -> Option<Free> {
    let free = kibibytes(told, "MemAvailable:")?;
    Some(Free::of(kibibytes(told, "MemTotal:").unwrap_or(free), free))
}

/// Bytes that the disk of a folder has free; `None` where the system does not tell.
#[cfg(unix)]
pub(crate) fn free_disk(folder: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    told.f_bavail.checked_mul(told.f_frsize)
}

/// Bytes that the disk of a folder has free; not told here.
#[cfg(not(unix))]
pub(crate) fn free_disk(_: &Path) -> Option<u64> {
    None
}

/// What a file of the system tells after this label in kibibytes, in bytes.
fn kibibytes(file: &Path, label: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(label))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// What a limit on the address space of this process leaves (`ulimit -v`).
fn left_to_process(limits: &Path, status: &Path) -> Option<Free> {
    let limits = fs::read_to_string(limits).ok()?;
    let limit = limits.lines().find_map(|line| line.strip_prefix("Max address space"))?;
    let limit: u64 = limit.split_whitespace().next()?.parse().ok()?;
    Some(Free::of(limit, limit.saturating_sub(kibibytes(status, "VmSize:").unwrap_or_default())))
}

/// What the limits on the group of this process, and on those that hold it, leave to it.
fn left_to_group(own: &Path, root: &Path) -> Option<Free> {
    let text = fs::read_to_string(own).ok()?;
    let path = text.lines().find_map(|line| line.strip_prefix("0::"))?;
    let group: PathBuf = root.join(path.trim_start_matches('/'));
    group.ancestors().take_while(|folder| folder.starts_with(root)).filter_map(left).min()
}

/// What the limit of a group leaves: what may be had, less what is in use and cannot be dropped.
fn left(folder: &Path) -> Option<Free> {
    let number = |name: &str| fs::read_to_string(folder.join(name)).ok()?.trim().parse::<u64>().ok();
    let limit = number("memory.max")?;
    let dropped = fs::read_to_string(folder.join("memory.stat")).ok().and_then(|text| {
        let of = |line: &str| line.strip_prefix("inactive_file ")?.trim().parse::<u64>().ok();
        text.lines().find_map(of)
    });
    let taken = number("memory.current")?.saturating_sub(dropped.unwrap_or(0));
    Some(Free::of(limit, limit.saturating_sub(taken)))
}

/// Bytes as people read them.
#[must_use]
pub fn gibibytes(bytes: u64) -> String {
    if bytes < 1 << 30 {
        format!("{} MiB", bytes.div_ceil(1 << 20))
    } else {
        format!("{:.1} GiB", bytes as f64 / f64::from(1 << 30))
    }
}

/// The threads of a run: as many as the caller wants, else one for each processor. Where so many cannot be
/// had, fewer are taken; where none can be started at all, the one that asks does the work.
///
/// # Errors
/// A machine that cannot start them, for a thread that is part of another pool already.
pub fn pool(threads: Option<usize>) -> Result<rayon::ThreadPool, LiveError> {
    let of = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads);
    let mut threads = threads.unwrap_or_else(processors);
    loop {
        match of(threads).build() {
            Ok(pool) => return Ok(pool),
            Err(_) if threads > processors() => threads = processors(),
            Err(_) if threads > 1 => threads /= 2,
            Err(_) => break,
        }
    }
    let alone = of(1).use_current_thread().build();
    alone.map_err(|error| LiveError::Options(format!("cannot start a thread: {error}")))
}

/// What is told where fewer threads could be had than were asked for.
pub(crate) fn fewer(asked: Option<usize>, had: &rayon::ThreadPool) -> Option<String> {
    let (asked, had) = (asked.unwrap_or_else(processors), had.current_num_threads());
    (had < asked)
        .then(|| format!("only {had} of {asked} threads can be started here; the result is the same, later"))
}

/// The processors of this machine.
#[must_use]
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

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

    #[test]
    fn fewer_threads_are_told() {
        let two = pool(Some(2)).unwrap();
        assert_eq!(fewer(Some(2), &two), None);
        let told = fewer(Some(9), &two).unwrap();
        assert!(told.starts_with("only 2 of 9 threads can be started here"), "{told}");
    }

    #[test]
    fn bytes_are_read_at_a_glance() {
        assert_eq!([0, 1, 5 << 20, 3 << 30].map(gibibytes), ["0 MiB", "1 MiB", "5 MiB", "3.0 GiB"]);
    }

    #[test]
    fn a_folder_has_room_and_what_is_not_there_has_none() {
        let folder = tempfile::tempdir().unwrap();
        if cfg!(unix) {
            assert!(free_disk(folder.path()).is_some_and(|bytes| bytes > 0));
        }
        assert_eq!(free_disk(&folder.path().join("none")), None);
    }

    #[test]
    fn a_limit_on_the_process_counts_too() {
        let folder = tempfile::tempdir().unwrap();
        let (limits, status) = (folder.path().join("limits"), folder.path().join("status"));
        assert_eq!(left_to_process(&limits, &status), None);
        let write = |limit: &str| {
            let text = format!(
                "Limit  Soft Limit  Hard Limit  Units\nMax address space   {limit}  unlimited  bytes\n"
            );
            fs::write(&limits, text).unwrap();
        };
        write("unlimited");
        assert_eq!(left_to_process(&limits, &status), None);
        write("5242880");
        let free = |free: u64| Some(Free::of(5 << 20, free));
        assert_eq!(left_to_process(&limits, &status), free(5 << 20));
        assert_eq!(Free::of(100, 30), Free { to_take: 20, free: 30 });
        assert_eq!(Free::of(100, 3).to_take, 0);
        fs::write(&status, "Name: x\nVmSize:\t    4096 kB\n").unwrap();
        assert_eq!(left_to_process(&limits, &status), free(1 << 20));
        fs::write(&status, "VmSize:\t    9000 kB\n").unwrap();
        assert_eq!(left_to_process(&limits, &status), free(0));
    }

    #[test]
    fn the_machine_is_read_and_a_strange_one_is_let_pass() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("meminfo");
        fs::write(&file, "MemTotal: 9 kB\nMemAvailable:    2048 kB\n").unwrap();
        assert_eq!(left_on_machine(&file), Some(Free::of(9 << 10, 2 << 20)));
        fs::write(&file, "MemAvailable: lots\n").unwrap();
        assert_eq!(kibibytes(&file, "MemAvailable:"), None);
        assert_eq!(kibibytes(&folder.path().join("none"), "MemAvailable:"), None);
    }

    #[test]
    fn the_narrowest_limit_of_the_groups_counts() {
        let folder = tempfile::tempdir().unwrap();
        let (own, root) = (folder.path().join("cgroup"), folder.path().join("groups"));
        let inner = root.join("outer/inner");
        fs::create_dir_all(&inner).unwrap();
        let write = |name: &str, text: &str| fs::write(root.join(name), text).unwrap();
        assert_eq!(left_to_group(&own, &root), None, "no groups");
        fs::write(&own, "4:cpu:/old\n0::/outer/inner\n").unwrap();
        assert_eq!(left_to_group(&own, &root), None, "no limits");
        write("outer/inner/memory.max", "max\n");
        write("outer/memory.max", "1000\n");
        write("outer/memory.current", "400\n");
        assert_eq!(left_to_group(&own, &root), Some(Free::of(1000, 600)));
        write("outer/memory.stat", "file 300\ninactive_file 150\n");
        assert_eq!(
            left_to_group(&own, &root),
            Some(Free::of(1000, 750)),
            "what is only kept in case is dropped"
        );
        write("outer/inner/memory.max", "100\n");
        write("outer/inner/memory.current", "90\n");
        assert_eq!(left_to_group(&own, &root), Some(Free::of(100, 10)));
        write("outer/inner/memory.current", "101\n");
        assert_eq!(left_to_group(&own, &root), Some(Free::of(100, 0)));
    }
}
