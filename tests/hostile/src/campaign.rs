//! A campaign: so many inputs, shared out among the targets and among workers, with a count of what became of
//! them.
//!
//! Model: a target gets its share of the inputs, numbered from 0, in batches. A worker that ends before its
//! batch does is followed by another: if it said which input was slow, from the next one on; if it said
//! nothing, the batch is traced first, and the last input that it began did it. Which worker gets which batch
//! changes nothing, since an input follows from the target, the seed and its number.

use crate::found;
use crate::target::{self, Target};
use crate::worker::{Batch, Limits};
use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Inputs of all targets together.
    pub inputs: u64,
    /// The one target, if not all.
    pub target: Option<String>,
    /// Workers at once.
    pub workers: usize,
    /// What a worker may take.
    pub limits: Limits,
}

/// What became of a target's inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Inputs read.
    pub inputs: u64,
    /// Of these, let pass.
    pub passed: u64,
    /// Longest time of one, in microseconds.
    pub longest: u64,
    /// Time of all, in milliseconds.
    pub took: u64,
    /// What did harm, in words, with how often.
    pub harm: BTreeMap<String, u64>,
}

/// What became of all inputs, by target.
pub type Counts = BTreeMap<String, Count>;

/// How often it is told how far a campaign is.
const TELL: Duration = Duration::from_secs(20);

/// Inputs by target.
fn shares(targets: &[Box<dyn Target>], wanted: &Wanted) -> Vec<(String, u64, u64)> {
    let chosen: Vec<&dyn Target> = targets
        .iter()
        .map(Box::as_ref)
        .filter(|target| wanted.target.as_deref().is_none_or(|name| name == target.name()))
        .collect();
    let all: u64 = chosen.iter().map(|target| target.share()).sum();
    let one = |target: &&dyn Target| {
        let inputs = (wanted.inputs * target.share()).div_ceil(all.max(1));
        // Of slow targets few, so that no worker has long to go when the others are done.
        (target.name().to_owned(), inputs, (target.share() * 50).max(100))
    };
    chosen.iter().map(one).collect()
}

/// Batches of all targets, in turn.
fn batches(shares: &[(String, u64, u64)]) -> VecDeque<Batch> {
    let mut all: Vec<(f64, Batch)> = Vec::new();
    for (target, inputs, size) in shares {
        for from in (0..*inputs).step_by(*size as usize) {
            let batch = Batch { target: target.clone(), from, to: (from + size).min(*inputs) };
            all.push((from as f64 / *inputs as f64, batch));
        }
    }
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    all.into_iter().map(|one| one.1).collect()
}

/// Where a campaign stands.
struct State<'a> {
    wanted: &'a Wanted,
    left: Mutex<VecDeque<Batch>>,
    counts: Mutex<Counts>,
    /// When it began and when it was last told of.
    told: Mutex<(Instant, Instant)>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a campaign.
///
/// # Errors
/// No such target; workers cannot be started.
pub fn run(wanted: &Wanted) -> io::Result<Counts> {
    let shares = shares(&target::all()?, wanted);
    if shares.is_empty() {
        return Err(io::Error::other(format!("there is no target {:?}", wanted.target)));
    }
    let counts = shares.iter().map(|share| (share.0.clone(), Count::default())).collect();
    let (left, counts) = (Mutex::new(batches(&shares)), Mutex::new(counts));
    let state = State { wanted, left, counts, told: Mutex::new((Instant::now(), Instant::now())) };
    std::thread::scope(|scope| {
        let spawn = |_| scope.spawn(|| state.serve());
        let workers: Vec<_> = (0..wanted.workers.max(1)).map(spawn).collect();
        let ended = workers.into_iter().map(|worker| worker.join());
        let ended = ended.map(|one| one.unwrap_or_else(|_| Err(io::Error::other("a thread panicked"))));
        ended.collect::<io::Result<()>>()
    })?;
    Ok(std::mem::take(&mut *locked(&state.counts)))
}

/// How a worker left a batch.
enum Left {
    Done,
    Slow(u64),
    Crashed(Option<u64>),
}

impl State<'_> {
    /// Keeps one worker busy until no batch is left.
    fn serve(&self) -> io::Result<()> {
        let mut worker = Process::start(&self.wanted.limits)?;
        loop {
            let Some(mut batch) = locked(&self.left).pop_front() else { break };
            while batch.from < batch.to {
                let begun = Instant::now();
                let harmful = match self.read(&mut worker, "read", &batch)? {
                    Left::Done => {
                        let mut counts = locked(&self.counts);
                        let count = counts.entry(batch.target.clone()).or_default();
                        count.inputs += batch.to - batch.from;
                        count.took += begun.elapsed().as_millis() as u64;
                        break;
                    }
                    Left::Slow(number) => Some((number, "slow")),
                    Left::Crashed(_) => {
                        worker = Process::start(&self.wanted.limits)?;
                        match self.read(&mut worker, "trace", &batch)? {
                            Left::Done => None,
                            Left::Slow(number) => Some((number, "slow")),
                            Left::Crashed(number) => Some((number.unwrap_or(batch.from), "crash")),
                        }
                    }
                };
                if let Some((number, what)) = harmful {
                    worker = Process::start(&self.wanted.limits)?;
                    self.keep(&batch, number, what)?;
                    // What came before was read already.
                    let mut counts = locked(&self.counts);
                    counts.entry(batch.target.clone()).or_default().inputs += number + 1 - batch.from;
                    batch.from = number + 1;
                } else {
                    break;
                }
            }
            self.tell();
        }
        worker.end()
    }

    fn keep(&self, batch: &Batch, number: u64, what: &str) -> io::Result<()> {
        let limits = &self.wanted.limits;
        let targets = target::all()?;
        if let Some(target) = targets.iter().find(|target| target.name() == batch.target) {
            let input = target::input(&**target, limits.seed, number);
            found::keep(&limits.found, &**target, &format!("{what}-{}-{number}", limits.seed), &input)?;
        }
        self.harm(&batch.target, &format!("{what} {number}"));
        Ok(())
    }

    fn harm(&self, target: &str, what: &str) {
        let mut counts = locked(&self.counts);
        let count = counts.entry(target.to_owned()).or_default();
        let times = count.harm.entry(what.to_owned()).or_default();
        *times += 1;
        if *times == 1 {
            println!("{target}: {what}");
        }
    }

    fn read(&self, worker: &mut Process, how: &str, batch: &Batch) -> io::Result<Left> {
        let told = format!("{how} {} {} {}\n", batch.target, batch.from, batch.to);
        if worker.input.write_all(told.as_bytes()).and_then(|()| worker.input.flush()).is_err() {
            return Ok(Left::Crashed(None));
        }
        let mut at = None;
        let mut line = String::new();
        loop {
            line.clear();
            if worker.output.read_line(&mut line).unwrap_or(0) == 0 {
                let _ = worker.process.wait();
                return Ok(Left::Crashed(at));
            }
            let words: Vec<&str> = line.trim_end().splitn(3, ' ').collect();
            let number = words.get(1).and_then(|word| word.parse::<u64>().ok());
            match (words[0], number, words.get(2)) {
                ("at", Some(number), _) => at = Some(number),
                ("panic", Some(_), Some(place)) => {
                    let file = place.rsplit("/src/").next().unwrap_or(place);
                    self.harm(&batch.target, &format!("panic at {file}"));
                }
                ("slow", Some(number), _) => {
                    let _ = worker.process.wait();
                    return Ok(Left::Slow(number));
                }
                ("done", Some(passed), Some(longest)) => {
                    let mut counts = locked(&self.counts);
                    let count = counts.entry(batch.target.clone()).or_default();
                    count.passed += passed;
                    count.longest = count.longest.max(longest.parse().unwrap_or(0));
                    return Ok(Left::Done);
                }
                _ => return Err(io::Error::other(format!("a worker said: {line}"))),
            }
        }
    }

    /// Tells how far the campaign is, now and then.
    fn tell(&self) {
        let mut told = locked(&self.told);
        if told.1.elapsed() < TELL {
            return;
        }
        told.1 = Instant::now();
        let counts = locked(&self.counts);
        let done: u64 = counts.values().map(|count| count.inputs).sum();
        let harm: usize = counts.values().map(|count| count.harm.len()).sum();
        let seconds = told.0.elapsed().as_secs_f64();
        println!("{done} inputs in {seconds:.0} s ({:.0} a second); {harm} found", done as f64 / seconds);
    }
}

/// A worker that runs.
struct Process {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Process {
    fn start(limits: &Limits) -> io::Result<Self> {
        let mut call = Command::new(std::env::current_exe()?);
        call.args(["--worker", "--seed", &limits.seed.to_string()])
            .args(["--seconds", &limits.seconds.to_string(), "--memory", &(limits.memory >> 20).to_string()])
            .arg("--found")
            .arg(&limits.found)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut process = call.spawn()?;
        let (input, output) = (process.stdin.take(), process.stdout.take());
        let (Some(input), Some(output)) = (input, output) else {
            return Err(io::Error::other("a worker without standard input or output"));
        };
        Ok(Self { process, input, output: BufReader::new(output) })
    }

    fn end(self) -> io::Result<()> {
        let Self { mut process, input, output } = self;
        drop((input, output));
        process.wait().map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_every_number_once() {
        let shares = [("a".to_owned(), 1000, 300), ("b".to_owned(), 5, 100), ("c".to_owned(), 0, 100)];
        let all = batches(&shares);
        let of =
            |target: &str| all.iter().filter(|batch| batch.target == target).cloned().collect::<Vec<_>>();
        assert_eq!(of("a").iter().map(|batch| batch.to - batch.from).sum::<u64>(), 1000);
        assert!(of("a").windows(2).all(|two| two[0].to == two[1].from), "in order");
        assert_eq!(of("b"), [Batch { target: "b".to_owned(), from: 0, to: 5 }]);
        assert_eq!(of("c"), []);
    }
}
