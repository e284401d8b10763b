//! Merging: the units of a plan, from the folders of its shards, become one folder.
//!
//! 1. Every folder holds a copy of the same plan.
//! 2. Every unit is there and whole: run with its seed, its values and the plan's version, its manifest as
//!    its study has it, its tables as its manifest has them. Where several folders hold it, they hold the
//!    same. All that are not are told at once, and nothing is written.
//! 3. Where seeds alone are varied, the result is the run folder that one machine gives for all the seeds.
//!    Its manifest takes the time of all units together, and the earliest start; all other files are the same
//!    to the byte.
//! 4. Where parameters are varied, it is a table of measures of all units with the unit's number in front,
//!    `run_unit`, and a table of the units by the same number. Lives and ledgers stay in the units' folders.
//!
//! 5. What is merged into lies apart from what is merged.
//!
//! Order is that of the plan, whichever machine ran what.

use super::error::{PlanError, fault};
use super::shard::{State, state};
use super::units::{FILE, Made, Plan, Unit};
use demerit_scenario::shown::cell;
use demerit_study::run::{Extra, write_folder};
use demerit_study::run_folder::{self, Filling, FolderError, FolderLock, Footer, Merging, Written};
use demerit_worlds::manifest::Manifest;
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{MeasureRow, RunTables};
use serde_json::json;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a merge says of itself.
const MERGED: &str = "merged.json";

/// Units that are told by name when they are not right; of the rest, how many.
const TOLD: usize = 20;

/// What was put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The folder.
    pub folder: PathBuf,
    /// Name of the study.
    pub study: String,
    /// How many units.
    pub units: u32,
    /// Whether it is a run folder as `demerit run --seeds` gives it.
    pub is_run: bool,
}

/// Puts the units of a plan together.
///
/// # Errors
/// Folders without a plan or with different ones; units that are missing, damaged or foreign; a folder that
/// is there already or cannot be written.
pub fn merge(
    folders: &[PathBuf],
    out: &Path,
    force: bool,
    csv: bool,
    extra: &Extra<'_>,
) -> Result<Merged, PlanError> {
    let plan = common_plan(folders)?;
    apart(folders, out)?;
    let name = out.file_name().and_then(|name| name.to_str()).ok_or_else(|| {
        PlanError::problem(format!("{} names no folder", out.display()), "name a folder that is to be made")
    })?;
    let parent = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let lock = FolderLock::new(parent, name, force)?;
    let units = all_whole(&plan, folders)?;
    let is_run = plan.file.varied.is_empty();
    if is_run {
        as_one_run(&plan, &units, lock, csv, extra)?;
    } else {
        as_a_sweep(&plan, &units, &lock, csv)?;
        lock.finish()?;
    }
    Ok(Merged { folder: out.to_owned(), study: plan.file.study.clone(), units: plan.count(), is_run })
}

/// Sees to it that the folder to be made is none of the units' own, lies in none of them and holds none.
fn apart(folders: &[PathBuf], out: &Path) -> Result<(), PlanError> {
    let real = real(out);
    let meets = |folder: &&PathBuf| {
        let folder = self::real(folder);
        real.starts_with(&folder) || folder.starts_with(&real)
    };
    folders.iter().find(meets).map_or(Ok(()), |folder| {
        Err(PlanError::problem(
            format!("{} and {} lie in each other: the units would be lost", out.display(), folder.display()),
            "choose a place for the result beside the folders of the shards, with --out",
        ))
    })
}

/// Where a path really leads; of what is not there yet, where it will.
fn real(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|above| {
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        above.canonicalize().ok().map(|real| (above, real))
    });
    match there {
        Some((above, real)) => real.join(path.strip_prefix(above).unwrap_or(path)),
        None => path.to_owned(),
    }
}

/// The plan of which every folder holds a copy.
fn common_plan(folders: &[PathBuf]) -> Result<Plan, PlanError> {
    let mut first: Option<(Plan, &PathBuf)> = None;
    for folder in folders {
        let path = folder.join(FILE);
        if !path.exists() {
            let message = format!("{} holds no {FILE}", folder.display());
            return Err(PlanError::problem(
                message,
                "name the folders that `demerit run --plan` was given with --out",
            ));
        }
        let plan = Plan::read(&path)?;
        match &first {
            Some((one, place)) if one.file.digest != plan.file.digest => {
                let message =
                    format!("{} and {} hold units of different plans", place.display(), folder.display());
                return Err(PlanError::problem(message, "merge the shards of one plan"));
            }
            Some(_) => {}
            None => first = Some((plan, folder)),
        }
    }
    let none = || PlanError::Call("no folder is named".to_owned());
    first.map(|(plan, _)| plan).ok_or_else(none)
}

/// The units, each with its folder; or all that is wrong.
fn all_whole(plan: &Plan, folders: &[PathBuf]) -> Result<Vec<(Unit, PathBuf)>, PlanError> {
    let (mut whole, mut wrong, mut names) = (Vec::new(), Vec::new(), HashSet::new());
    for made in plan.units(|_| true) {
        let made = made?;
        let place = place_of(&made, folders);
        names.insert(made.unit.name.clone());
        match place {
            Ok(place) => whole.push((made.unit, place)),
            Err(why) => wrong.push((made.unit, why)),
        }
    }
    let foreign = foreign(&names, folders)?;
    if wrong.is_empty() && foreign.is_empty() {
        return Ok(whole);
    }
    Err(faults(plan, &wrong, &foreign))
}

/// The folder of a unit; where several hold it, they hold the same.
fn place_of(made: &Made, folders: &[PathBuf]) -> Result<PathBuf, String> {
    let name = &made.unit.name;
    let states: Vec<(PathBuf, State)> =
        folders.iter().map(|folder| (folder.join(name), state(folder, made))).collect();
    let mut whole = states.iter().filter_map(|(place, state)| match state {
        State::Whole(came_to) => Some((place, came_to)),
        State::Missing | State::Wrong(_) => None,
    });
    let Some((place, came_to)) = whole.next() else {
        let wrong = states.iter().find_map(|(place, state)| match state {
            State::Wrong(why) => Some(format!("{}: {why}", place.display())),
            State::Missing | State::Whole(_) => None,
        });
        return Err(wrong.unwrap_or_else(|| format!("{name} is missing")));
    };
    match whole.find(|(_, other)| *other != came_to) {
        Some((other, _)) => Err(format!(
            "{} and {} hold different results of it; take the wrong one away",
            place.display(),
            other.display()
        )),
        None => Ok(place.clone()),
    }
}

/// Folders of runs that have none of these names.
fn foreign(names: &HashSet<String>, folders: &[PathBuf]) -> Result<Vec<PathBuf>, PlanError> {
    let mut foreign = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(folder).map_err(FolderError::io("read", folder))? {
            let path = entry.map_err(FolderError::io("read", folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.join(run_folder::MANIFEST).exists() && !names.contains(&name) {
                foreign.push(path);
            }
        }
    }
    foreign.sort();
    Ok(foreign)
}

fn faults(plan: &Plan, wrong: &[(Unit, String)], foreign: &[PathBuf]) -> PlanError {
    let mut lines: Vec<String> =
        wrong.iter().map(|(unit, why)| format!("{}: {why}", plan.told(unit))).collect();
    lines.extend(foreign.iter().map(|path| format!("{} is a run of another plan", path.display())));
    let more = lines.len().saturating_sub(TOLD);
    lines.truncate(TOLD);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    let hint = match wrong.first() {
        Some((unit, _)) => format!(
            "run the shards with them again; `demerit run --plan … --shard {}/{}` runs the first alone",
            unit.number,
            plan.count()
        ),
        None => "take these folders away, or name others".to_owned(),
    };
    let all = plan.count();
    let whole = all as usize - wrong.len();
    let message = format!("{whole} of {all} units can be put together:\n  {}", lines.join("\n  "));
    PlanError::problem(message, hint)
}

/// The run folder that one machine gives for all the seeds.
fn as_one_run(
    plan: &Plan,
    units: &[(Unit, PathBuf)],
    lock: FolderLock,
    csv: bool,
    extra: &Extra<'_>,
) -> Result<(), PlanError> {
    let mut whole: Option<Manifest> = None;
    for (_, place) in units {
        let manifest = manifest_of(place)?;
        let Some(all) = &mut whole else {
            whole = Some(manifest);
            continue;
        };
        all.seeds.extend(manifest.seeds);
        all.seconds += manifest.seconds;
        all.threads = all.threads.max(manifest.threads);
        all.bytes_per_person = all.bytes_per_person.max(manifest.bytes_per_person);
        if manifest.started < all.started {
            all.started = manifest.started;
        }
    }
    let mut manifest = whole.ok_or_else(|| fault("a plan without units"))?;
    manifest.command = plan.file.command.clone();
    manifest.digests.clear();
    let weeks = manifest.person_weeks();
    let mut tables = Filling::begin(&lock, manifest, csv)?;
    for (_, place) in units {
        let RunTables { measures, persons, ledger, .. } = run_folder::read(place)?;
        tables.measures(measures)?;
        tables.persons(persons)?;
        tables.ledger(ledger)?;
    }
    write_folder(lock, tables, weeks, extra)?;
    Ok(())
}

/// The manifest of a unit.
fn manifest_of(place: &Path) -> Result<Manifest, FolderError> {
    let read = Manifest::of_bytes(&run_folder::bytes_of(place, run_folder::MANIFEST)?);
    read.map_err(|message| FolderError::Foreign { path: place.join(run_folder::MANIFEST), message })
}

/// Measures of all units, with a table of the units.
fn as_a_sweep(plan: &Plan, units: &[(Unit, PathBuf)], lock: &FolderLock, csv: bool) -> Result<(), PlanError> {
    let (_, first) = units.first().ok_or_else(|| fault("a plan without units"))?;
    let manifest = manifest_of(first)?;
    let seeds: BTreeSet<u64> = units.iter().map(|(unit, _)| unit.seed).collect();
    let footer = Footer::of_plan(&manifest, &plan.file.digest, &seeds);
    let mut merging = Merging::new(footer, true, csv).map_err(fault)?;
    for (unit, place) in units {
        let measures = run_folder::read_measures(place)?;
        merging.add(Some(unit.number), &measures).map_err(fault)?;
    }
    let Written { parquet, csv } = merging.end().map_err(fault)?;
    let tables = [
        (FILE.to_owned(), plan.file.bytes()?),
        ("units.csv".to_owned(), table(plan, units).into_bytes()),
        (MeasureRow::FILE.to_owned(), parquet),
    ];
    let csv = csv.map(|sheet| (run_folder::sheet_of(MeasureRow::FILE), sheet.into_bytes()));
    for (name, bytes) in tables.iter().chain(&csv) {
        lock.write(name, bytes)?;
    }
    let told = json!({
        "format": 2,
        "version": plan.file.version,
        "study": plan.file.study,
        "plan": plan.file.digest,
        "units": plan.count(),
    });
    lock.write(MERGED, format!("{told:#}\n").as_bytes())?;
    Ok(())
}

/// The units as text with commas between.
fn table(plan: &Plan, units: &[(Unit, PathBuf)]) -> String {
    let mut text = "run_unit,name,seed,scenario".to_owned();
    for varied in &plan.file.varied {
        text.push_str(&format!(",{}", cell(&varied.parameter)));
    }
    text.push('\n');
    for (unit, _) in units {
        text.push_str(&format!("{},{},{},{}", unit.number, cell(&unit.name), unit.seed, unit.scenario));
        for value in &unit.values {
            text.push_str(&format!(",{value}"));
        }
        text.push('\n');
    }
    text
}
