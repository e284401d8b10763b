//! The ranges of a run: how far its numbers, and those that the report's claims ask for, go over all that its
//! study's files leave open.
//!
//! Model: the study's ensemble is drawn (see [`crate::ensemble`]), and the numbers that claims ask for are
//! read of the same draws.
//!
//! Leaves out: claims about worlds beyond the first two, which are not drawn; what published figures leave of
//! the draws. The cases of `validation/` live more person-weeks than the draws themselves; with so few
//! persons that they would take a tenth of that, it is luck that decides which draws are kept. `demerit
//! calibrate` takes the time (see [`crate::calibrate`]).
//!
//! In the folder of the run:
//!
//! | file | what |
//! |---|---|
//! | `ensemble.csv` | a line for each number and side, with its quantiles |
//! | `draws.csv` | every run with its seed and the values of all figures |
//! | `ensemble.json` | all of it but the runs; written last |

use crate::claims::{self, ClaimRanges, TestFile, Tested};
use crate::ensemble::{self, Ensemble, EnsembleOptions, FILED, Numbers, Over, drawing, numbers};
use crate::pool::Pace;
use demerit_scenario::load::{Scenario, bundle_of};
use demerit_scenario::shown::json;
use demerit_study::run::{Progress, RunError, Signal};
use demerit_study::run_folder::{self, FolderError};
use demerit_worlds::LiveError;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::readings::Readings;
use demerit_worlds::tables::MeasureRow;
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use std::path::Path;

/// The file with all but the draws.
const TOLD: &str = "ensemble.json";

/// The ranges of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunRanges {
    /// All draws.
    #[serde(flatten)]
    pub drawn: Ensemble,
    /// How far the numbers go that the report's claims ask for.
    pub claims: ClaimRanges,
}

/// What a run's study asks for, in the run's own length: the study, and what to draw; `None` where it asks
/// for nothing.
///
/// # Errors
/// A manifest whose study cannot be read.
pub fn asked(
    manifest: &Manifest,
    threads: Option<usize>,
) -> Result<Option<(Scenario, EnsembleOptions)>, RunError> {
    let scenario = bundle_of(&manifest.resolved, "the study of the run").map_err(LiveError::Load)?;
    let Some(asked) = &scenario.study.ensemble else { return Ok(None) };
    let options = EnsembleOptions {
        draws: asked.draws,
        over: Over::All,
        persons: asked.persons.min(scenario.study.persons),
        years: None,
        seed: None,
        threads,
    };
    Ok(Some((scenario, options)))
}

/// Draws the ranges of a study.
///
/// # Errors
/// Options out of range; nothing to vary; the caller's stop.
pub fn draw(
    scenario: &Scenario,
    options: &EnsembleOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<RunRanges, RunError> {
    let mut scenario = scenario.clone();
    scenario.study.worlds.truncate(2);
    let claims = claims::file().map_err(LiveError::Load)?;
    let tests = claims.tests_of(&scenario.study.name);
    let first = scenario.study.worlds.first().map(|world| world.name.clone()).unwrap_or_default();
    let of = |run: &Scenario, rows: &[MeasureRow], _: &Pace| {
        let readings = Readings::new(rows);
        let number = |test: &&TestFile| {
            test.number(&readings, &first, run.study.persons, run.study.seed).and_then(Tested::value)
        };
        let asked = tests.iter().map(number);
        Ok(Some((numbers(run, &readings), asked.collect::<Vec<_>>())))
    };
    let drawing = drawing(&scenario, options, (FILED, 0), &of, progress)?;
    let given: Vec<&Numbers> = drawing.given.iter().map(|(numbers, _)| numbers).collect();
    let asked: Vec<&[Option<f64>]> =
        drawing.given.iter().skip(FILED as usize).map(|(_, asked)| asked.as_slice()).collect();
    Ok(RunRanges {
        drawn: drawing.gathered(given, options.over).told(drawing.person_weeks),
        claims: claims.ranges_of(&scenario.study.name, &asked),
    })
}

/// Adds the ranges to the folder of their run; the file that says that they are there comes last.
///
/// # Errors
/// A folder that cannot be written.
pub fn add(found: &RunRanges, folder: &Path) -> Result<(), RunError> {
    let told = json::pretty(found).map_err(|error| LiveError::Fault(error.to_string()))?;
    for (file, bytes) in [
        ("ensemble.csv", ensemble::table(&found.drawn).into_bytes()),
        ("draws.csv", ensemble::draws_table(&found.drawn).into_bytes()),
        (TOLD, told.into_bytes()),
    ] {
        run_folder::write_file(folder, file, &bytes)?;
    }
    Ok(())
}

/// The ranges in the folder of a run, if there are any; without the single draws.
///
/// # Errors
/// A file that cannot be read, or holds no ranges of this run.
pub fn read(folder: &Path, run: &Manifest) -> Result<Option<RunRanges>, FolderError> {
    let bytes = match run_folder::bytes_as_written(folder, TOLD) {
        Ok(bytes) => bytes,
        Err(FolderError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let foreign = |message| FolderError::Foreign { path: folder.join(TOLD), message };
    let found: RunRanges = serde_json::from_slice(&bytes)
        .map_err(|error| foreign(format!("it holds no ranges of this version ({error})")))?;
    let Ensemble { study, worlds, weeks, seed, .. } = &found.drawn;
    let is_of = *study == run.study
        && worlds.iter().eq(run.worlds.iter().take(2).map(|world| &world.name))
        && *weeks == run.ticks
        && run.seeds.first() == Some(seed);
    if is_of {
        return Ok(Some(found));
    }
    Err(foreign(format!(
        "it is about {weeks} weeks of the study `{study}` from seed {seed}, not about this run"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_scenario::load::{NoFiles, study};
    use demerit_scenario::study::EnsembleFile;
    use demerit_worlds::manifest::manifest;
    use demerit_worlds::{Size, sized};

    #[test]
    fn ranges_are_read_back_as_they_were_added_those_of_claims_among_them() {
        let scenario = study("no-dark-corner", &NoFiles).unwrap();
        let options = EnsembleOptions {
            draws: 8,
            over: Over::All,
            persons: 300,
            years: Some(0.2),
            seed: None,
            threads: Some(2),
        };
        let found = draw(&scenario, &options, &mut |_| Signal::Continue).unwrap();
        let silent = &found.claims["S01"];
        assert_eq!(silent.len(), 2);
        assert!(silent[0].is_some_and(|range| range.is_sorted()), "{silent:?}");

        let folder = tempfile::tempdir().unwrap();
        let short = Size { years: options.years, ..Size::default() };
        let run = manifest(&sized(&scenario, &short).unwrap(), vec![scenario.study.seed], 1).unwrap();
        let read = |run: &Manifest| super::read(folder.path(), run);
        assert_eq!(read(&run).unwrap(), None);
        add(&found, folder.path()).unwrap();
        let back = read(&run).unwrap().unwrap();
        let drawn = Ensemble { runs: Vec::new(), figures: Vec::new(), ..found.drawn };
        assert_eq!(back, RunRanges { drawn, claims: found.claims });
        for other in [
            Manifest { study: "other".to_owned(), ..run.clone() },
            Manifest { ticks: run.ticks + 1, ..run.clone() },
            Manifest { seeds: vec![run.seeds[0] + 1], ..run.clone() },
            Manifest { worlds: run.worlds[..1].to_vec(), ..run.clone() },
        ] {
            assert!(read(&other).unwrap_err().to_string().ends_with("not about this run"));
        }
        std::fs::write(folder.path().join(TOLD), "{}").unwrap();
        assert!(read(&run).unwrap_err().to_string().contains("it was changed since"));
        std::fs::remove_file(folder.path().join(TOLD)).unwrap();
        run_folder::write_file(folder.path(), TOLD, b"{}").unwrap();
        assert!(read(&run).unwrap_err().to_string().contains("no ranges of this version"));
    }

    #[test]
    fn a_run_is_asked_for_what_its_study_says() {
        let mut scenario = study("no-dark-corner", &NoFiles).unwrap();
        scenario.study.persons = 700;
        scenario.study.ensemble = Some(EnsembleFile { draws: 9, persons: 20_000 });
        let manifest = |scenario: &Scenario| manifest(scenario, vec![1], 1).unwrap();
        let (_, options) = asked(&manifest(&scenario), Some(1)).unwrap().unwrap();
        assert_eq!((options.draws, options.persons), (9, 700), "no more persons than the run has");
        scenario.study.ensemble = None;
        assert!(asked(&manifest(&scenario), None).unwrap().is_none());
    }
}
