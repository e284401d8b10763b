//! Memory: what a run will need, and what the machine has.
//!
//! Model: each world keeps, for a person, the columns of its state, known to the byte, and what the side tables and the mail take at their
//! busiest. The latter depends on all that happens: a large run is tried small first ([`super::trial`]); for a small one as much again as the columns is
//! counted on. To that come the ledger of the cohort and what any run takes.
//!
//! Free is what the machine can give without swapping, and not more than what limits on the process and on its group leave.

use super::RunError;
use super::trial::Tried;
use demerit_kernel::{BlockId, LANES};
use demerit_scenario::load::Scenario;
use demerit_society::Chunk;
use std::path::{Path, PathBuf};

/// Bytes of ledger for a year of a member of the cohort: some thirty events.
const LEDGER: f64 = 15_000.0;
/// Bytes that any run takes: the program, patterns, readings, the report.
const BASE: f64 = 60e6;
/// What the allocator takes for a byte of side tables and mail, in bytes: they are many and small.
const ROUNDED: f64 = 1.15;
/// What is added to what a trial found, as a share: small societies differ from large ones.
const MARGIN: f64 = 0.04;
/// Bytes of a society, a person: patterns and cities of its neighbourhoods.
const SOCIETY: f64 = 8.0 / LANES as f64;

/// What a run needs in memory, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// For a person in all worlds.
    each: f64,
    /// For the run, whatever its size.
    fixed: f64,
}

impl Memory {
    /// The least that a run can do with: columns alone.
    pub(super) fn least(scenario: &Scenario, seeds: u32) -> Self {
        Self { each: columns(scenario), fixed: fixed(scenario, seeds) }
    }

    /// What a small run is taken to need.
    pub(super) fn roughly(scenario: &Scenario, seeds: u32) -> Self {
        Self { each: 2.0 * columns(scenario) + SOCIETY, fixed: fixed(scenario, seeds) }
    }

    /// What a run needs that was tried small.
    pub(super) fn tried(scenario: &Scenario, seeds: u32, tried: &Tried) -> Self {
        let columns = columns(scenario);
        let tables = (tried.bytes / tried.persons - columns).max(0.0) * ROUNDED;
        Self {
            each: (columns + tables) * (1.0 + MARGIN) + SOCIETY,
            fixed: fixed(scenario, seeds) + tried.at_hand,
        }
    }

    /// Bytes for so many persons.
    pub(super) fn of(&self, persons: u32) -> u64 {
        (self.fixed + self.each * f64::from(persons)) as u64
    }

    /// Refuses a run that the machine has not the memory for; says nothing where the machine does not tell.
    pub(super) fn check(&self, persons: u32, worlds: usize, free: Option<u64>) -> Result<(), RunError> {
        self.fits(persons, &format!("{}, and the ledger of the cohort,", peopled(worlds, persons)), "", free)
    }

    /// Refuses an analysis whose workers live a world of the scenario each, side by side, where that does not fit.
    ///
    /// # Errors
    /// A machine without the memory.
    pub fn check_side_by_side(scenario: &Scenario, workers: usize) -> Result<(), RunError> {
        let persons = scenario.study.persons;
        let (how, fewer) = if workers > 1 {
            (" side by side", " or fewer `--threads`")
        } else {
            (", and what is read of it,", "")
        };
        let what = format!("{}{how}", peopled(workers, persons));
        Self::side_by_side(workers).fits(persons, &what, fewer, free())
    }

    fn side_by_side(workers: usize) -> Self {
        Self { each: workers as f64 * (2.0 * column() + SOCIETY), fixed: BASE }
    }

    fn fits(&self, persons: u32, what: &str, fewer: &str, free: Option<u64>) -> Result<(), RunError> {
        let needed = self.of(persons);
        let Some(free) = free.filter(|free| *free < needed) else { return Ok(()) };
        let fit = ((free as f64 - self.fixed) / self.each).max(0.0) as u32;
        // Two digits are enough to choose by, and the last bytes are better left to others.
        let step = 10u32.pow(fit.max(1).ilog10().saturating_sub(1));
        let fit = fit / step * step;
        let hint = if fit > 0 {
            format!(
                "at most about {} persons fit: try `--persons {fit}`{fewer}",
                demerit_worlds::thousands::grouped(f64::from(fit))
            )
        } else {
            "not even one person fits".to_owned()
        };
        Err(RunError::Options(format!(
            "{what} need about {} of memory, and {} are free; {hint}",
            gibibytes(needed),
            gibibytes(free),
        )))
    }
}

/// Worlds with so many persons in each, in words.
fn peopled(worlds: usize, persons: u32) -> String {
    let worlds = if worlds == 1 { "a world".to_owned() } else { format!("{worlds} worlds") };
    format!("{worlds} of {} persons", demerit_worlds::thousands::grouped(f64::from(persons)))
}

fn fixed(scenario: &Scenario, seeds: u32) -> f64 {
    let study = &scenario.study;
    let lives = f64::from(study.cohort) * scenario.worlds().len().min(super::WITH_LIVES) as f64;
    BASE + lives * study.years * f64::from(seeds) * LEDGER
}

/// Bytes of the columns of a person in all worlds, and of empty side tables.
fn columns(scenario: &Scenario) -> f64 {
    scenario.worlds().len() as f64 * column()
}

/// The same in one world.
fn column() -> f64 {
    Chunk::new(BlockId(0), 1, LANES, &[]).bytes() as f64 / f64::from(LANES)
}

/// Bytes that can be had without swapping, as Linux tells.
pub(crate) fn free() -> Option<u64> {
    let machine = available(Path::new("/proc/meminfo"));
    let group = left_to_group(Path::new("/proc/self/cgroup"), Path::new("/sys/fs/cgroup"));
    let own = left_to_process(Path::new("/proc/self/limits"), Path::new("/proc/self/status"));
    machine.into_iter().chain(group).chain(own).min()
}

/// What a limit on the address space of this process leaves (`ulimit -v`).
fn left_to_process(limits: &Path, status: &Path) -> Option<u64> {
    let limits = std::fs::read_to_string(limits).ok()?;
    let limit = limits.lines().find_map(|line| line.strip_prefix("Max address space"))?;
    let limit: u64 = limit.split_whitespace().next()?.parse().ok()?;
    let status = std::fs::read_to_string(status).unwrap_or_default();
    let taken = status.lines().find_map(|line| line.strip_prefix("VmSize:")?.trim().strip_suffix("kB"));
    let taken: u64 = taken.and_then(|number| number.trim().parse().ok()).unwrap_or_default();
    Some(limit.saturating_sub(taken * 1024))
}

fn available(file: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// What the limits on the group of this process, and on those that hold it, leave to it.
fn left_to_group(own: &Path, root: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(own).ok()?;
    let path = text.lines().find_map(|line| line.strip_prefix("0::"))?;
    let group: PathBuf = root.join(path.trim_start_matches('/'));
    group.ancestors().take_while(|folder| folder.starts_with(root)).filter_map(left).min()
}

/// What the limit of a group leaves: what may be had, less what is in use and cannot be dropped.
fn left(folder: &Path) -> Option<u64> {
    let number = |name: &str| std::fs::read_to_string(folder.join(name)).ok()?.trim().parse::<u64>().ok();
    let limit = number("memory.max")?;
    let dropped = std::fs::read_to_string(folder.join("memory.stat")).ok().and_then(|text| {
        let of = |line: &str| line.strip_prefix("inactive_file ")?.trim().parse::<u64>().ok();
        text.lines().find_map(of)
    });
    Some(limit.saturating_sub(number("memory.current")?.saturating_sub(dropped.unwrap_or(0))))
}

/// Bytes as people read them.
pub(crate) fn gibibytes(bytes: u64) -> String {
    if bytes < 1 << 30 {
        format!("{} MiB", bytes.div_ceil(1 << 20))
    } else {
        format!("{:.1} GiB", bytes as f64 / f64::from(1 << 30))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_scenario::load::NoFiles;

    #[test]
    fn memory_needed_is_a_persons_by_their_number_and_a_fixed_part() {
        let memory = Memory { each: 20.0, fixed: 1e8 };
        assert_eq!(memory.of(1_000_000), 120_000_000);
        assert_eq!([0, 1, 5 << 20, 3 << 30].map(gibibytes), ["0 MiB", "1 MiB", "5 MiB", "3.0 GiB"]);
        assert!(memory.check(1_000_000, 2, None).is_ok(), "a machine that does not tell");
        assert!(memory.check(1_000_000, 2, Some(120_000_000)).is_ok());
        let refused = memory.check(3_000_000_000, 1, Some(20 << 30)).unwrap_err().to_string();
        assert_eq!(
            refused,
            "a world of 3,000,000,000 persons, and the ledger of the cohort, need about 56.0 GiB of memory, and 20.0 GiB are \
             free; at most about 1,000,000,000 persons fit: try `--persons 1000000000`"
        );
        let none = memory.check(10, 3, Some(1000)).unwrap_err().to_string();
        assert!(none.ends_with("not even one person fits"), "{none}");
    }

    #[test]
    fn worlds_side_by_side_are_counted_all() {
        let (one, four) = (Memory::side_by_side(1), Memory::side_by_side(4));
        assert!(four.of(1_000_000_000) - BASE as u64 == 4 * (one.of(1_000_000_000) - BASE as u64));
        assert!(one.of(1_000_000_000) > 10_000_000_000, "columns and tables");
        let scenario = demerit_scenario::load::study("no-dark-corner", &NoFiles).unwrap();
        assert!(Memory::check_side_by_side(&scenario, 1).is_ok());
        if free().is_some() {
            let refused = Memory::check_side_by_side(&scenario, 1_000_000).unwrap_err().to_string();
            assert!(
                refused.starts_with("1000000 worlds of 1,000,000 persons side by side need"),
                "{refused}"
            );
            assert!(
                refused.ends_with("or fewer `--threads`") || refused.ends_with("person fits"),
                "{refused}"
            );
        }
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
            std::fs::write(&limits, text).unwrap();
        };
        write("unlimited");
        assert_eq!(left_to_process(&limits, &status), None);
        write("5242880");
        assert_eq!(left_to_process(&limits, &status), Some(5 << 20));
        std::fs::write(&status, "Name: x\nVmSize:\t    4096 kB\n").unwrap();
        assert_eq!(left_to_process(&limits, &status), Some(1 << 20));
        std::fs::write(&status, "VmSize:\t    9000 kB\n").unwrap();
        assert_eq!(left_to_process(&limits, &status), Some(0));
    }

    #[test]
    fn the_machine_is_read_and_a_strange_one_is_let_pass() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("meminfo");
        std::fs::write(&file, "MemTotal: 9 kB\nMemAvailable:    2048 kB\n").unwrap();
        assert_eq!(available(&file), Some(2 << 20));
        std::fs::write(&file, "MemAvailable: lots\n").unwrap();
        assert_eq!(available(&file), None);
        assert_eq!(available(&folder.path().join("none")), None);
    }

    #[test]
    fn the_narrowest_limit_of_the_groups_counts() {
        let folder = tempfile::tempdir().unwrap();
        let (own, root) = (folder.path().join("cgroup"), folder.path().join("groups"));
        let inner = root.join("outer/inner");
        std::fs::create_dir_all(&inner).unwrap();
        let write = |name: &str, text: &str| std::fs::write(root.join(name), text).unwrap();
        assert_eq!(left_to_group(&own, &root), None, "no groups");
        std::fs::write(&own, "4:cpu:/old\n0::/outer/inner\n").unwrap();
        assert_eq!(left_to_group(&own, &root), None, "no limits");
        write("outer/inner/memory.max", "max\n");
        write("outer/memory.max", "1000\n");
        write("outer/memory.current", "400\n");
        assert_eq!(left_to_group(&own, &root), Some(600));
        write("outer/memory.stat", "file 300\ninactive_file 150\n");
        assert_eq!(left_to_group(&own, &root), Some(750), "what is only kept in case is dropped");
        write("outer/inner/memory.max", "100\n");
        write("outer/inner/memory.current", "90\n");
        assert_eq!(left_to_group(&own, &root), Some(10));
        write("outer/inner/memory.current", "101\n");
        assert_eq!(left_to_group(&own, &root), Some(0));
    }
}
