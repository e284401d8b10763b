//! A run of more than two worlds: measures of all, lives of the first two, and a line for each.

use demerit_analysis::summary;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::run::{Keeping, RunOptions, Signal, run};
use demerit_study::run_folder;
use demerit_worlds::Size;

#[test]
fn further_worlds_are_measured_and_compared_but_keep_no_lives() {
    let mut scenario = load::study("safeguards", &NoFiles).unwrap();
    scenario.study.worlds.truncate(3);
    let folder = tempfile::tempdir().unwrap();
    let options = RunOptions {
        size: Size { persons: Some(1_500), years: Some(1.5), ..Size::default() },
        threads: Some(2),
        out: folder.path().to_owned(),
        ..RunOptions::default()
    };
    let outcome =
        run(&scenario, &options, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new())).unwrap();
    let tables = run_folder::read(&outcome.folder).unwrap();
    let names: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
    assert_eq!(names, ["regime", "twin", "answer-in-time"]);
    assert_eq!(tables.manifest.worlds[2].safeguards, ["answer-in-time"]);
    for name in &names {
        let measured = tables.measures.iter().any(|row| row.world == *name && row.measure == "sanctioned");
        let compared =
            tables.measures.iter().any(|row| row.world == *name && row.measure == "sanctioned-only-here");
        let lives = tables.persons.iter().any(|row| row.world == *name);
        assert_eq!((measured, compared, lives), (true, *name != "twin", *name != "answer-in-time"), "{name}");
    }
    assert!(tables.ledger.iter().all(|row| row.world != "answer-in-time"));
    let lines = summary::worlds(&outcome.told);
    assert_eq!(lines.iter().map(|line| line.world.as_str()).collect::<Vec<_>>(), names);
    assert!(lines.iter().all(|line| line.sanctioned.is_some() && line.refusals.is_some()), "{lines:?}");
    assert_eq!(lines[1].sanctioned, lines[1].sanctioned.filter(|share| *share < 0.05));
}
