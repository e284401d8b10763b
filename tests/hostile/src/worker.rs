//! A worker: a process of its own that reads inputs within limits on time and memory.
//!
//! Model: it is told batches on its standard input, `read TARGET FROM TO` or `trace TARGET FROM TO`, and
//! answers on its standard output:
//!
//! | answer | means |
//! |---|---|
//! | `at N` | input N comes next; said in a trace alone |
//! | `panic N WHERE` | reading it panicked there; the input was made smaller and kept, the first of each place |
//! | `slow N` | reading it takes longer than allowed, and the worker ends |
//! | `done LET-PASS LONGEST` | the batch is read: how many were let pass, and the longest time in microseconds |
//!
//! What takes too much memory or stack ends the process without a word: whoever gave the batch traces it
//! then. Memory is the address space, so that what is asked for counts and not only what is used. The stack
//! is that of a thread, a quarter of a program's own.

use crate::found;
use crate::target::{self, Target};
use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Bytes of stack.
const STACK: usize = 2 << 20;
/// How often a smaller input is tried.
const TRIES: u32 = 400;
/// Exit code of a worker that was too slow.
pub const SLOW: u8 = 3;

/// Limits of a worker, and where it keeps what it finds.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Seed of the campaign.
    pub seed: u64,
    /// Seconds for an input.
    pub seconds: u64,
    /// Bytes of memory in all.
    pub memory: u64,
    /// The folder of what is found.
    pub found: PathBuf,
}

/// A batch of inputs of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The target's name.
    pub target: String,
    /// The first number.
    pub from: u64,
    /// The number after the last.
    pub to: u64,
}

/// Works until no batch is told any more.
///
/// # Errors
/// The targets cannot be set up; standard input or output fail.
pub fn work(limits: Limits) -> io::Result<()> {
    limit_memory(limits.memory)?;
    let thread = std::thread::Builder::new().stack_size(STACK);
    let done = thread.spawn(move || Worker::new(limits)?.work())?.join();
    done.unwrap_or_else(|_| Err(io::Error::other("the worker itself panicked")))
}

#[cfg(unix)]
fn limit_memory(bytes: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::As, Rlimit { current: Some(bytes), maximum: Some(bytes) })?;
    // A crash is told by its batch; its memory need not be kept.
    Ok(setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?)
}

#[cfg(not(unix))]
fn limit_memory(_: u64) -> io::Result<()> {
    Ok(())
}

struct Worker {
    limits: Limits,
    targets: Vec<Box<dyn Target>>,
    watched: Arc<Watched>,
    panicked: Arc<Mutex<String>>,
    known: BTreeSet<String>,
}

/// The input at hand.
#[derive(Debug, Default)]
struct Watched {
    /// Its number.
    number: AtomicU64,
    /// Milliseconds from the start of the worker to that of the input, and one; 0 between inputs.
    since: AtomicU64,
}

impl Worker {
    fn new(limits: Limits) -> io::Result<Self> {
        let targets = target::all()?;
        let (watched, panicked) = (Arc::new(Watched::default()), Arc::new(Mutex::new(String::new())));
        let heard = Arc::clone(&panicked);
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map_or_else(|| "nowhere".to_owned(), ToString::to_string);
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = place;
        }));
        Ok(Self { limits, targets, watched, panicked, known: BTreeSet::new() })
    }

    fn work(mut self) -> io::Result<()> {
        let begun = Instant::now();
        let (watched, most) = (Arc::clone(&self.watched), self.limits.seconds * 1000);
        std::thread::spawn(move || watch(&watched, begun, most));
        for line in io::stdin().lock().lines() {
            let line = line?;
            let words: Vec<&str> = line.split(' ').collect();
            let [how, target, from, to] = words[..] else {
                return Err(io::Error::other(format!("a batch that cannot be read: {line}")));
            };
            let number = |text: &str| text.parse::<u64>().map_err(io::Error::other);
            let batch = Batch { target: target.to_owned(), from: number(from)?, to: number(to)? };
            self.read(&batch, how == "trace", begun)?;
        }
        Ok(())
    }

    fn read(&mut self, batch: &Batch, trace: bool, begun: Instant) -> io::Result<()> {
        let place = self.targets.iter().position(|target| target.name() == batch.target);
        let place = place.ok_or_else(|| io::Error::other(format!("no target {}", batch.target)))?;
        let (mut passed, mut longest) = (0u64, Duration::ZERO);
        for number in batch.from..batch.to {
            if trace {
                say(&format!("at {number}"))?;
            }
            self.watched.number.store(number, Ordering::Relaxed);
            let start = begun.elapsed();
            self.watched.since.store(start.as_millis() as u64 + 1, Ordering::Release);
            let target = &*self.targets[place];
            let input = target::input(target, self.limits.seed, number);
            let read = catch_unwind(AssertUnwindSafe(|| target.read(&input)));
            self.watched.since.store(0, Ordering::Release);
            longest = longest.max(begun.elapsed() - start);
            match read {
                Ok(let_pass) => passed += u64::from(let_pass),
                Err(_) => self.panicked(place, number, &input)?,
            }
        }
        say(&format!("done {passed} {}", longest.as_micros()))
    }

    /// Tells of a panic, and keeps the input if it is the first from its place.
    fn panicked(&mut self, target: usize, number: u64, input: &[u8]) -> io::Result<()> {
        let place = self.last_place();
        if self.known.insert(place.clone()) {
            let target = &*self.targets[target];
            let mut does_harm = |input: &[u8]| {
                catch_unwind(AssertUnwindSafe(|| target.read(input))).is_err() && self.last_place() == place
            };
            let least = found::shrunk(input, TRIES, &mut does_harm);
            found::keep(&self.limits.found, target, &slug(&place), &least)?;
        }
        say(&format!("panic {number} {place}"))
    }

    fn last_place(&self) -> String {
        self.panicked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The file, line and column of a place, as the name of a file.
fn slug(place: &str) -> String {
    let file = place.rsplit('/').next().unwrap_or(place);
    file.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Ends the process when an input takes too long.
fn watch(watched: &Watched, begun: Instant, most: u64) {
    loop {
        std::thread::sleep(Duration::from_millis(100));
        let since = watched.since.load(Ordering::Acquire);
        let now = begun.elapsed().as_millis() as u64 + 1;
        if since > 0 && now.saturating_sub(since) > most {
            let _ = say(&format!("slow {}", watched.number.load(Ordering::Relaxed)));
            std::process::exit(SLOW.into());
        }
    }
}
