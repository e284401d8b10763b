//! The same study and seed give the same bytes: for any number of threads, vector path or not, from the
//! catalogue or from the manifest's own text, alone or among several seeds.

use demerit_kernel::vector::{self, VectorPath};
use demerit_scenario::load::NoFiles;
use demerit_scenario::load::{self, Scenario};
use demerit_scenario::word::Word;
use demerit_study::outside::Disk;
use demerit_study::run::{Keeping, Outcome, RunError, RunOptions, Signal, run};
use demerit_study::run_folder;
use demerit_worlds::tables::{MeasureRow, Told};
use demerit_worlds::{LiveError, Size};
use std::path::Path;

/// The size of most runs here.
const SMALL: Size = Size { persons: Some(6000), years: Some(3.0), seed: None, seeds: 1 };

fn options(out: &Path) -> RunOptions {
    RunOptions {
        size: SMALL,
        threads: Some(2),
        out: out.to_owned(),
        force: true,
        csv: false,
        command: "a test".into(),
        lang: None,
    }
}

fn outcome(scenario: &Scenario, options: &RunOptions) -> Outcome {
    run(scenario, options, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new()))
        .expect("the run ends well")
}

fn measures(outcome: &Outcome) -> Vec<MeasureRow> {
    run_folder::read_measures(&outcome.folder).unwrap()
}

/// Digests of the tables of [`options`]. They change only together with a line under "Results change" in the
/// changelog.
const GOLDEN: [(&str, &str); 3] = [
    ("ledger.parquet", "2e6140ab1063b3b36db26b9e8d92e2c7299bc252c62d7e284581195c02a5745f"),
    ("measures.parquet", "b9a95adbd388a632bee6325310b06d557d6226acba85cda7ccec4381578fd8ae"),
    ("persons.parquet", "d871a832b94fca47e9a141488828e32a3eb51825dc8d66d5d29811aee21418b8"),
];

#[test]
fn results_are_those_of_the_last_version() {
    let out = tempfile::tempdir().unwrap();
    let outcome = outcome(&load::study("no-dark-corner", &NoFiles).unwrap(), &options(out.path()));
    let found: Vec<(&str, &str)> =
        outcome.told.manifest.digests.iter().map(|(name, digest)| (name.as_str(), digest.as_str())).collect();
    assert_eq!(found, GOLDEN);
}

#[test]
fn threads_and_vector_paths_change_no_byte() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let digests = |threads| {
        outcome(&scenario, &RunOptions { threads: Some(threads), ..options(out.path()) })
            .told
            .manifest
            .digests
    };
    let first = digests(1);
    assert_eq!(first.len(), 3, "a digest for each table");
    assert_eq!(digests(2), first);
    assert_eq!(digests(8), first);
    let before = vector::path();
    for path in VectorPath::ALL {
        vector::force(path);
        assert_eq!(digests(2), first, "{path:?}");
    }
    vector::force(before);
}

#[test]
fn the_manifest_s_own_text_repeats_the_run() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let first = outcome(&scenario, &options(out.path()));
    let text = out.path().join("resolved.toml");
    std::fs::write(&text, &first.told.manifest.resolved).unwrap();
    let again = load::study(text.to_str().unwrap(), &Disk).unwrap();
    let again = outcome(&again, &RunOptions { size: Size::default(), ..options(out.path()) });
    assert_eq!(again.told.manifest.digests, first.told.manifest.digests);
    assert_eq!(again.folder, first.folder, "the same study has the same folder");
    let read = run_folder::read(&again.folder).unwrap();
    assert_eq!(Told::of(&read, None), again.told, "what is read back is what was written");
}

#[test]
fn several_seeds_are_the_single_ones_in_turn() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let both = outcome(&scenario, &RunOptions { size: Size { seeds: 2, ..SMALL }, ..options(out.path()) });
    let mut rows = Vec::new();
    for seed in both.told.manifest.seeds.clone() {
        let size = Size { seed: Some(seed), ..SMALL };
        rows.extend(measures(&outcome(&scenario, &RunOptions { size, ..options(out.path()) })));
    }
    assert_eq!(measures(&both), rows);
}

#[test]
fn one_number_in_a_file_moves_what_it_should() {
    let out = tempfile::tempdir().unwrap();
    let mut scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let last = |outcome: &Outcome| {
        let rows = measures(outcome);
        let mine = rows
            .iter()
            .filter(|row| row.measure == "points-lost" && row.world == "regime" && row.domain == "traffic");
        mine.map(|row| row.value).sum::<f64>()
    };
    // Everybody under the regime from the start, so that three years show it.
    for step in &mut scenario.study.worlds[0].rollout {
        step.from_year = 0.0;
    }
    // Nobody answers a sanction by doing more or less.
    for name in ["awareness", "adaptation", "benefits", "scarring", "attention"] {
        scenario.study.mechanisms.insert(Word::named(name).unwrap(), false);
    }
    let before = outcome(&scenario, &options(out.path()));
    let mut doubled = scenario.clone();
    let regime = doubled.regimes.get_mut("no-dark-corner").unwrap();
    let rule = regime.rules.iter_mut().find(|rule| rule.name == "traffic").unwrap();
    rule.points[0].0.value *= 2.0;
    let path = out.path().join("doubled.toml");
    std::fs::write(&path, toml::to_string(&doubled.bundle()).unwrap()).unwrap();
    let after = outcome(&load::study(path.to_str().unwrap(), &Disk).unwrap(), &options(out.path()));
    assert!(last(&before) > 0.0);
    assert_eq!(last(&after), 2.0 * last(&before), "the same offences, twice the points");
    let deeds = |outcome: &Outcome| -> Vec<f64> {
        measures(outcome).iter().filter(|row| row.world == "twin").map(|row| row.value).collect()
    };
    assert_eq!(deeds(&after), deeds(&before), "the twin has nothing to do with it");
}

#[test]
fn a_stopped_run_leaves_nothing() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let mut seen = 0;
    let mut stop = |progress: &demerit_study::run::Progress| {
        seen = progress.tick;
        if progress.tick == 5 { Signal::Stop } else { Signal::Continue }
    };
    let result = run(&scenario, &options(out.path()), &Keeping::NEVER, &mut stop, &|_| Ok(Vec::new()));
    assert!(matches!(result, Err(RunError::Live(LiveError::Stopped))));
    assert_eq!(seen, 5);
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn one_person_and_one_week() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let tiny =
        RunOptions { size: Size { persons: Some(1), years: Some(0.01), ..SMALL }, ..options(out.path()) };
    let outcome = outcome(&scenario, &tiny);
    assert_eq!((outcome.told.manifest.ticks, outcome.told.manifest.persons), (1, 1));
    assert!(measures(&outcome).iter().all(|row| row.value.is_finite()));
    let none = run(
        &scenario,
        &RunOptions { size: Size { persons: Some(0), ..tiny.size }, ..tiny },
        &Keeping::NEVER,
        &mut |_| Signal::Continue,
        &|_| Ok(Vec::new()),
    );
    assert!(matches!(none, Err(RunError::Live(LiveError::Options(_)))));
}
