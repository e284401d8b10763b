//! A shard: the units of a plan that one machine runs, one after the other, each into a run folder of its
//! own.
//!
//! A unit whose folder is whole is skipped; one whose folder is not what the plan asks for is run again; one
//! that was stopped and kept is resumed. So a shard can be started as often as one likes.

use super::error::{PlanError, fault};
use super::units::{FILE, Made, Plan, Unit};
use demerit_study::checkpoint::CheckpointError;
use demerit_study::outside;
use demerit_study::run::{self, Keeping, Progress, RunError, RunOptions, Signal};
use demerit_study::run_folder::{self, FolderError, FolderLock, UNFINISHED};
use demerit_worlds::manifest::{Manifest, digest_of};
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The tables of a unit's folder.
const TABLES: [&str; 3] = [MeasureRow::FILE, PersonRow::FILE, LedgerRow::FILE];

/// One of the shards of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Its number, from 1.
    pub number: u32,
    /// Shards in all.
    pub of: u32,
}

impl Shard {
    /// The only shard.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// Whether the unit of this number belongs to it.
    #[must_use]
    pub const fn holds(self, unit: u32) -> bool {
        (unit - 1) % self.of == self.number - 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let allowed = "allowed is I/N with whole numbers, I from 1 to N, such as 2/8";
        let (number, of) = text.split_once('/').ok_or(allowed)?;
        let whole = |text: &str| {
            let digits = !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
            digits.then(|| text.parse::<u32>().ok()).flatten().ok_or(allowed)
        };
        let (number, of) = (whole(number)?, whole(of)?);
        if of == 0 || !(1..=of).contains(&number) {
            return Err(format!("there is no shard {number} of {of}; {allowed}"));
        }
        Ok(Self { number, of })
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// How a shard is run.
#[derive(Clone, Debug)]
pub struct ShardOptions {
    /// The shard.
    pub shard: Shard,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
    /// Folder in which the units' folders are made.
    pub out: PathBuf,
    /// What the plan's file is called, for the manifests.
    pub file: String,
}

/// What became of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was there already.
    There,
    /// It was run.
    Run,
    /// It was run again, because what was there is not right.
    Again(String),
    /// It was resumed.
    GoneOn,
}

/// What there is of a unit in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing.
    Missing,
    /// All of it, with a digest of what it came to.
    Whole(String),
    /// Something else, in words.
    Wrong(String),
}

/// What there is of a unit in a folder.
pub(super) fn state(out: &Path, made: &Made) -> State {
    let folder = out.join(&made.unit.name);
    if matches!(folder.try_exists(), Ok(false)) {
        return State::Missing;
    }
    looked_at(&folder, made).map_or_else(State::Wrong, State::Whole)
}

fn looked_at(folder: &Path, Made { unit, sized, .. }: &Made) -> Result<String, String> {
    let read = |name: &str| match run_folder::bytes_of(folder, name) {
        Ok(bytes) => Ok(bytes),
        Err(FolderError::Io { source, .. }) => Err(format!("{name} cannot be read ({})", source.kind())),
        Err(other) => Err(other.to_string()),
    };
    let manifest = Manifest::of_bytes(&read(run_folder::MANIFEST)?)
        .map_err(|_| "its manifest.json is damaged".to_owned())?;
    let version = env!("CARGO_PKG_VERSION");
    if manifest.version != version {
        return Err(format!("made by version {}, not {version}", manifest.version));
    }
    if manifest.seeds != [unit.seed] {
        return Err(format!("made with the seeds {:?}, not {}", manifest.seeds, unit.seed));
    }
    if manifest.study_digest != unit.scenario {
        return Err("made from another plan or study".to_owned());
    }
    manifest.follows_from(sized).map_err(|wrong| format!("its manifest.json was changed: {wrong}"))?;
    let mut all = manifest.digest();
    for table in TABLES {
        let bytes = read(table)?;
        let digest = digest_of(&bytes);
        if manifest.digests.get(table) != Some(&digest) {
            return Err(format!("its {table} is damaged: it does not have the digest of the manifest"));
        }
        run_folder::is_of_run(bytes, &manifest.digest()).map_err(|wrong| format!("its {table}: {wrong}"))?;
        all.push_str(&digest);
    }
    Ok(digest_of(all.as_bytes()))
}

/// Runs a shard; `begin` is told of each unit before it is looked at.
///
/// # Errors
/// A folder that holds another plan's units; and as for a run. What was run before stays.
pub fn run(
    plan: &Plan,
    options: &ShardOptions,
    keeping: &Keeping<'_>,
    begin: &mut dyn FnMut(&Unit),
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Vec<(Unit, Done)>, PlanError> {
    claim(plan, &options.out)?;
    let mut done = Vec::new();
    for made in plan.units(|number| options.shard.holds(number)) {
        let made = made?;
        let unit = &made.unit;
        begin(unit);
        let state = state(&options.out, &made);
        if matches!(state, State::Whole(_)) {
            // It may have been killed before what it was kept in was gone.
            FolderLock::clear_up(&options.out, &unit.name, true);
            done.push((unit.clone(), Done::There));
            continue;
        }
        let run_options = RunOptions {
            threads: options.threads,
            out: options.out.clone(),
            force: matches!(state, State::Wrong(_)),
            csv: false,
            command: format!("demerit run --plan {} --shard {}/{}", options.file, unit.number, plan.count()),
            size: made.size,
            lang: None,
        };
        let became = live(&made, &state, run_options, keeping, progress)?;
        match self::state(&options.out, &made) {
            State::Whole(_) => done.push((unit.clone(), became)),
            State::Missing => return Err(fault(format!("{} was run and is not there", unit.name))),
            State::Wrong(why) => {
                let message =
                    format!("{} was run, and its folder is not what the plan asks for: {why}", unit.name);
                return Err(PlanError::problem(
                    message,
                    "the plan may come from another build of the program; make it again with `demerit plan`",
                ));
            }
        }
    }
    Ok(done)
}

/// Lives a unit through, from where it was stopped if it was.
fn live(
    made: &Made,
    state: &State,
    mut options: RunOptions,
    keeping: &Keeping<'_>,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Done, RunError> {
    let nothing = |_: &demerit_worlds::tables::Told| Ok(Vec::new());
    let unit = &made.unit;
    let kept = options.out.join(format!("{}{UNFINISHED}", unit.name)).join("checkpoint");
    // A unit that is run again may have been stopped in that, too.
    if kept.exists() {
        let why =
            match run::resume(&options.out.join(&unit.name), options.threads, keeping, progress, &nothing) {
                Ok(_) if matches!(self::state(&options.out, made), State::Whole(_)) => {
                    return Ok(Done::GoneOn);
                }
                Ok(_) => "what was kept is not what the plan asks for".to_owned(),
                Err(RunError::Checkpoint(
                    error @ (CheckpointError::Damaged { .. } | CheckpointError::Foreign { .. }),
                )) => error.to_string(),
                Err(RunError::Folder(error @ FolderError::Foreign { .. })) => error.to_string(),
                // What could not be read just now may be read later.
                Err(other) => return Err(other),
            };
        (keeping.tell)(&format!("{why}; unit {} begins anew", unit.number));
        options.force = true;
    }
    run::run(&made.study, &options, keeping, progress, &nothing)?;
    Ok(match state {
        State::Wrong(why) => Done::Again(why.clone()),
        State::Missing | State::Whole(_) => Done::Run,
    })
}

/// Puts the plan into the folder of its units, which may hold no other.
fn claim(plan: &Plan, out: &Path) -> Result<(), PlanError> {
    let path = out.join(FILE);
    let bytes = plan.file.bytes()?;
    match outside::read(&path, outside::LARGEST_JSON) {
        Ok(found) if found == bytes => Ok(()),
        Ok(_) => Err(PlanError::problem(
            format!("{} holds the units of another plan", out.display()),
            "choose another folder with --out",
        )),
        Err(unread) if unread.kind() != io::ErrorKind::NotFound => {
            Err(FolderError::io("read", &path)(unread).into())
        }
        Err(_) => {
            fs::create_dir_all(out).map_err(FolderError::io("make the folder", out))?;
            plan.write(&path)
        }
    }
}
