//! The table of mechanisms: every file in it exists, every measure is measured, every switch is a key of a
//! study.

use demerit_regime::{Mechanism, Safeguard};
use demerit_scenario::schema_check;
use demerit_scenario::study::StudyFile;
use demerit_study::outside::Disk;
use std::path::Path;

#[test]
fn every_file_and_every_measure_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let measures: Vec<&str> = demerit_measures::all().iter().map(|measure| measure.name).collect();
    for one in Mechanism::ALL {
        let row = one.row();
        assert!(root.join(row.file).is_file(), "{one}: there is no {}", row.file);
        for name in row.measures {
            assert!(measures.contains(name), "{one}: there is no measure {name}");
        }
    }
}

#[test]
fn every_switch_is_a_key_of_a_study() {
    let text = demerit_scenario::catalogue::text(demerit_scenario::catalogue::Kind::Study, "no-dark-corner")
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.toml");
    let lines: Vec<String> = Mechanism::ALL.iter().map(|one| format!("{one} = false")).collect();
    let names: Vec<String> = Safeguard::ALL.iter().map(|one| format!("{:?}", one.name())).collect();
    // A table of the top goes before the worlds; safeguards go into the last of them.
    let (top, worlds) = text.split_once("[[worlds]]").unwrap();
    let study = format!(
        "{top}[mechanisms]\n{}\n\n[[worlds]]{worlds}\n[[worlds]]\nname = \"guarded\"\nsafeguards = [{}]\nrollout = [{{ phase = \"all\", \
         from_year = 0, regime = \"no-dark-corner\" }}]\n",
        lines.join("\n"),
        names.join(", ")
    );
    std::fs::write(&path, &study).unwrap();
    let (file, _) = schema_check::check::<StudyFile>(&study, "study.toml").unwrap();
    assert_eq!(file.mechanisms.len(), Mechanism::COUNT);
    assert_eq!(file.worlds.last().unwrap().safeguards.len(), Safeguard::COUNT);
    demerit_scenario::load::study(path.to_str().unwrap(), &Disk).unwrap();
}
