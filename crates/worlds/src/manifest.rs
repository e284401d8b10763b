//! The manifest of a run folder: what was run, with what, by which command, and what came out.
//!
//! It is written last, so that a folder with a manifest is a whole one.
//!
//! What it says of the run is bound in two ways:
//!
//! 1. Its own digest stands in the footer of every table, and the digests of the tables stand in it. The
//!    digest leaves out what the same study and seeds need not have in common: digests, command, language,
//!    threads, bytes a person, and time.
//! 2. What follows from the study as resolved is made again from it, and has to be the same. A manifest of
//!    another version is let pass here, as that version may have said it otherwise.

use crate::LiveError;
use demerit_scenario::load::{Scenario, bundle_of};
use demerit_scenario::notes::{ClaimNote, FigureNote, PhaseNote, WorldNote};
use demerit_scenario::parameters::ParameterNote;
use demerit_scenario::shown::{LONGEST_QUOTE, cut, on_one_line};
use demerit_scenario::study::StudyFile;
use demerit_society::TICKS_PER_YEAR;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// `manifest.json` of a run folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the format of the run folder.
    pub format: u32,
    /// Version of Demerit.
    pub version: String,
    /// Commit that it was built from, where the build was told (`DEMERIT_COMMIT`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// Name of the study.
    pub study: String,
    /// Title of the study.
    pub title: String,
    /// Persons in the society.
    pub persons: u32,
    /// Ticks of the study's years: those that its numbers are about.
    pub ticks: u32,
    /// Ticks that were lived: those up to the study's horizon, which readings, lives and the ledger go on to.
    pub horizon: u32,
    /// Ticks in a year.
    pub ticks_per_year: u32,
    /// Calendar year of the first tick.
    pub start_year: i32,
    /// Seeds that were run.
    pub seeds: Vec<u64>,
    /// Worlds, the one of interest first, its twin after it.
    pub worlds: Vec<WorldNote>,
    /// Phases of the study with the tick at which each begins (`before`, `pilot`, `national`).
    pub phases: Vec<PhaseNote>,
    /// Every number of the files with its range and source: what the result rests on.
    pub parameters: Vec<ParameterNote>,
    /// Every rule, list and gate with its claim status.
    pub claims: Vec<ClaimNote>,
    /// Published figures beside the same figures of the built society.
    pub figures: Vec<FigureNote>,
    /// What the model leaves out, in sentences.
    pub limits: Vec<String>,
    /// The study as resolved, in TOML: with this text alone the run can be repeated.
    pub resolved: String,
    /// SHA-256 of the resolved study.
    pub study_digest: String,
    /// SHA-256 of each table's rows, by file name.
    pub digests: BTreeMap<String, String>,
    /// The command that repeats this run.
    pub command: String,
    /// Language that the report was asked for in (`en`, `id`), where one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Bytes of state a person.
    pub bytes_per_person: f64,
    /// Threads that were used; the result does not depend on it.
    pub threads: u32,
    /// Start of the run, RFC 3339 in UTC.
    pub started: String,
    /// Seconds that the run took.
    pub seconds: f64,
}

/// Version of the format of a run folder that is written and read.
pub const FORMAT: u32 = 4;
/// Most persons, ticks (600 years) and seeds of a run.
const MOST: [usize; 3] = [1_500_000_000, 31_200, 1_000_000];
/// Most worlds of a study, and most tiers of a regime that are told of.
const MOST_LISTED: [usize; 2] = [60, 1_000];

impl Manifest {
    /// A manifest from the bytes of its file, such as a run can have written it.
    ///
    /// # Errors
    /// What is wrong, with its key.
    pub fn of_bytes(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        manifest.check().map(|()| manifest)
    }

    /// A moment, so many ticks after the start, as a number of the calendar: 2014.5 is the middle of 2014.
    #[must_use]
    pub fn moment(&self, ticks: u32) -> f64 {
        f64::from(self.start_year) + f64::from(ticks) / f64::from(self.ticks_per_year.max(1))
    }

    /// Person-weeks of the run.
    #[must_use]
    pub fn person_weeks(&self) -> u64 {
        let weeks = u64::from(self.horizon) * u64::from(self.persons);
        weeks.saturating_mul(self.worlds.len() as u64).saturating_mul(self.seeds.len() as u64)
    }

    /// SHA-256 of what it says of the run: the same for the same study and seeds, however they were run.
    #[must_use]
    pub fn digest(&self) -> String {
        let bare = Self {
            digests: BTreeMap::new(),
            command: String::new(),
            lang: None,
            bytes_per_person: 0.0,
            threads: 0,
            started: String::new(),
            seconds: 0.0,
            ..self.clone()
        };
        digest_of(json!(bare).to_string().as_bytes())
    }

    /// Reads the study again, and sees that the manifest says what follows from it; of another version's it
    /// sees nothing.
    ///
    /// # Errors
    /// A study that is none; the first key that says something else, with both.
    pub fn follows_from_its_study(&self) -> Result<(), String> {
        if self.version != env!("CARGO_PKG_VERSION") {
            return Ok(());
        }
        let scenario = bundle_of(&self.resolved, "resolved").map_err(|error| error.to_string())?;
        self.follows_from(&scenario)
    }

    /// Sees that the manifest says what follows from its study in the size of the run.
    ///
    /// # Errors
    /// The first key that says something else, with both.
    pub fn follows_from(&self, scenario: &Scenario) -> Result<(), String> {
        let seeds = (scenario.study.seed..).take(self.seeds.len()).collect();
        let threads = self.threads as usize;
        let follows = manifest(scenario, seeds, threads).map_err(|error| error.to_string())?;
        let follows = Self {
            phases: self.phases.clone(),
            figures: self.figures.clone(),
            digests: self.digests.clone(),
            command: self.command.clone(),
            lang: self.lang.clone(),
            bytes_per_person: self.bytes_per_person,
            started: self.started.clone(),
            seconds: self.seconds,
            commit: self.commit.clone(),
            ..follows
        };
        if *self == follows {
            return Ok(());
        }
        difference("", &json!(self), &json!(follows)).map_or(Ok(()), Err)
    }

    /// Whether it can be that of a run at all.
    ///
    /// # Errors
    /// What is wrong, with its key.
    pub fn check(&self) -> Result<(), String> {
        let within = |key: &str, found: usize, least: usize, most: usize| {
            let fits = (least..=most).contains(&found);
            if fits { Ok(()) } else { Err(format!("{key}: {found}; allowed: {least} to {most}")) }
        };
        if self.format != FORMAT {
            return Err(format!("format: {}; this program reads {FORMAT}", self.format));
        }
        let [persons, ticks, seeds] = MOST;
        within("persons", self.persons as usize, 1, persons)?;
        within("ticks", self.ticks as usize, 1, ticks)?;
        within("horizon", self.horizon as usize, self.ticks as usize, ticks)?;
        within("seeds", self.seeds.len(), 1, seeds)?;
        let year = TICKS_PER_YEAR as usize;
        within("ticks_per_year", self.ticks_per_year as usize, year, year)?;
        within("start_year", usize::try_from(self.start_year).unwrap_or(0), 1000, 3000)?;
        let [worlds, tiers] = MOST_LISTED;
        within("worlds", self.worlds.len(), 1, worlds)?;
        for (place, world) in self.worlds.iter().enumerate() {
            let place = format!("worlds[{place}]");
            within(&format!("{place}.tiers"), world.tiers.len(), 0, tiers)?;
            if let Some([low, high]) = world.scale
                && low > high
            {
                return Err(format!("{place}.scale: from {low} down to {high}"));
            }
            if !world.tiers.is_sorted_by_key(|tier| tier.from) {
                return Err(format!("{place}.tiers: they do not ascend"));
            }
        }
        if self.study_digest != digest_of(self.resolved.as_bytes()) {
            return Err("study_digest: it is not that of the text under `resolved`".to_owned());
        }
        Ok(())
    }
}

/// The first place, with its path, at which two trees differ, and what each has there.
fn difference(place: &str, said: &Value, follows: &Value) -> Option<String> {
    match (said, follows) {
        _ if said == follows => None,
        (Value::Object(these), Value::Object(those)) => {
            let keys = those.keys().chain(these.keys().filter(|key| !those.contains_key(*key)));
            let at = |key: &String| if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            keys.into_iter().find_map(|key| difference(&at(key), &said[key], &follows[key]))
        }
        (Value::Array(these), Value::Array(those)) if these.len() == those.len() => {
            let pairs = these.iter().zip(those).enumerate();
            pairs.into_iter().find_map(|(at, (one, other))| difference(&format!("{place}[{at}]"), one, other))
        }
        _ => {
            let [said, follows] = [said, follows].map(|value| {
                let text = value.to_string();
                cut(&on_one_line(&text), LONGEST_QUOTE).into_owned()
            });
            Some(format!("{place}: {said}; the study gives {follows}"))
        }
    }
}

/// What is known of a run before anything was lived, but for when it began and the command that repeats it.
///
/// # Errors
/// A scenario that cannot be written as a text: a fault of the program.
pub fn manifest(scenario: &Scenario, seeds: Vec<u64>, threads: usize) -> Result<Manifest, LiveError> {
    let resolved = resolved(scenario)?;
    Ok(Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: option_env!("DEMERIT_COMMIT").map(str::to_owned),
        study: scenario.study.name.clone(),
        title: scenario.study.title.clone(),
        persons: scenario.study.persons,
        ticks: scenario.ticks(),
        horizon: scenario.horizon(),
        ticks_per_year: TICKS_PER_YEAR,
        start_year: scenario.study.start_year,
        seeds,
        worlds: scenario.world_notes(),
        phases: Vec::new(),
        parameters: demerit_scenario::parameters::parameters(scenario),
        claims: scenario.claims(),
        figures: Vec::new(),
        limits: demerit_scenario::notes::limits(),
        study_digest: digest_of(resolved.as_bytes()),
        resolved,
        digests: BTreeMap::new(),
        command: String::new(),
        lang: None,
        bytes_per_person: 0.0,
        threads: threads as u32,
        started: String::new(),
        seconds: 0.0,
    })
}

/// A scenario as one text.
///
/// # Errors
/// A scenario that cannot be written: a fault of the program.
pub fn resolved(scenario: &Scenario) -> Result<String, LiveError> {
    toml::to_string(&scenario.bundle()).map_err(|error| LiveError::Fault(error.to_string()))
}

/// Name of the folder of a run: another number of seeds is another run, with a folder of its own.
#[must_use]
pub fn name_of(study: &StudyFile, study_digest: &str, seeds: u32) -> String {
    let short = digest_of(format!("{study_digest} {seeds}").as_bytes());
    format!("{}-{}-{}", study.name, study.seed, &short[..8])
}

/// SHA-256 of bytes, as manifests write it.
#[must_use]
pub fn digest_of(bytes: &[u8]) -> String {
    let mut digest = demerit_kernel::Digest::new();
    digest.bytes(bytes);
    digest.finish()
}
