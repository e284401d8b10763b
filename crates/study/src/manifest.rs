//! The manifest of a run folder: what was run, with what, by which command, and what came out.
//!
//! It is written last, so that a folder with a manifest is a whole one.

use demerit_society::TICKS_PER_YEAR;
use serde::{Deserialize, Serialize};

/// `manifest.json` of a run folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the format of the run folder.
    pub format: u32,
    /// Version of Demerit.
    pub version: String,
    /// Name of the study.
    pub study: String,
    /// Title of the study.
    pub title: String,
    /// Persons in the society.
    pub persons: u32,
    /// Ticks that were run.
    pub ticks: u32,
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
    pub digests: std::collections::BTreeMap<String, String>,
    /// The command that repeats this run.
    pub command: String,
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
pub(crate) const FORMAT: u32 = 1;
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

    /// Person-weeks of the run.
    #[must_use]
    pub fn person_weeks(&self) -> u64 {
        let weeks = u64::from(self.ticks) * u64::from(self.persons);
        weeks.saturating_mul(self.worlds.len() as u64).saturating_mul(self.seeds.len() as u64)
    }

    fn check(&self) -> Result<(), String> {
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
        Ok(())
    }
}

/// A world of the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorldNote {
    /// Name of the world.
    pub name: String,
    /// Title of the world for people; its name where the study gives none.
    pub title: String,
    /// Mechanisms that are switched off in it, by name.
    pub off: Vec<String>,
    /// Safeguards in force in it, by name.
    pub safeguards: Vec<String>,
    /// Title of the regime that is rolled out in it.
    pub regime: String,
    /// Lowest and highest score, where the regime keeps one.
    pub scale: Option<[i32; 2]>,
    /// Score at the start.
    pub start: Option<i32>,
    /// Tiers from the lowest to the highest.
    pub tiers: Vec<TierNote>,
}

/// A tier of a world's regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierNote {
    /// Name of the tier.
    pub name: String,
    /// Lowest score of the tier.
    pub from: i32,
    /// Whether being in it is a sanction.
    pub sanction: bool,
}

/// A phase of the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseNote {
    /// Name of the phase.
    pub name: String,
    /// First tick of the phase.
    pub from_tick: u32,
    /// Number of cities in which the regime is in force.
    pub cities: u32,
}

/// A number of the files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterNote {
    /// File that says it (`society china-2020`).
    pub file: String,
    /// Place in the file, dotted.
    pub key: String,
    /// The number.
    pub value: f64,
    /// Range in which it may lie, if one is given.
    pub range: Option<[f64; 2]>,
    /// Source, or `None` for an assumption of ours.
    pub source: Option<String>,
    /// The source in full, as a reader would cite it.
    pub citation: Option<String>,
    /// `read`, `secondary` or `recalled` for a source, `assumption` otherwise.
    pub status: String,
}

/// The claim status of a part of a regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimNote {
    /// Name of the regime.
    pub regime: String,
    /// What it is: `rule`, `list`, `gate`, `spillover`.
    pub part: String,
    /// Its name.
    pub name: String,
    /// What it does, in a sentence.
    pub says: String,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where the claim comes from.
    pub source: String,
}

/// A published figure beside the same figure of the built society.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureNote {
    /// What was counted.
    pub quantity: String,
    /// Published value, if there is one.
    pub published: Option<f64>,
    /// Value in the built society.
    pub built: f64,
    /// Unit of both.
    pub unit: String,
    /// Source of the published value.
    pub source: String,
    /// `built in`: the society was made to have it; `came out`: nothing was set to give it.
    pub how: String,
}
