//! Validation cases: every one of the repository can be read and names a study that loads; faults are told
//! all at once.

use demerit_analysis::validate::{self, Verdict};
use demerit_scenario::load::{self, LoadError};
use demerit_study::outside::Disk;
use std::path::{Path, PathBuf};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The files of the cases that the program runs, and of those that tests hold.
fn cases() -> Result<(Vec<PathBuf>, Vec<PathBuf>), std::io::Error> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../validation");
    let (mut run, mut held) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path().join("case.toml");
        if path.is_file() {
            let of_test = validate::held_by_a_test(&std::fs::read_to_string(&path)?);
            if of_test { held.push(path) } else { run.push(path) }
        }
    }
    Ok((run, held))
}

#[test]
fn every_case_can_be_read_and_its_study_loads() -> Outcome {
    let cases = cases()?.0;
    assert!(cases.len() >= 9, "{}", cases.len());
    let measures: Vec<&str> = demerit_measures::all().iter().map(|measure| measure.name).collect();
    for path in cases {
        let case = validate::file(&path)?;
        let folder = path.parent().ok_or("a case stands in a folder")?;
        assert_eq!(folder.file_name().and_then(|name| name.to_str()), Some(case.id.as_str()));
        assert!(folder.join("README.md").is_file(), "{} has no page for people", case.id);
        let Some(study) = &case.study else { continue };
        let scenario = load::study(&folder.join(study).display().to_string(), &Disk)?;
        for take in case.figures.iter().flat_map(|figure| figure.take.iter().chain(&figure.over)) {
            assert!(measures.contains(&take.measure.as_str()), "{}: no measure {}", case.id, take.measure);
            assert!(
                scenario.study.measures.iter().any(|word| word.name() == take.measure),
                "{}: {} is not taken",
                case.id,
                take.measure
            );
            let world = take.world.as_ref();
            assert!(world.is_none_or(|world| scenario.study.worlds.iter().any(|one| one.name == *world)));
        }
    }
    Ok(())
}

#[test]
fn a_case_that_a_test_holds_is_no_case_for_the_program() -> Outcome {
    let held = cases()?.1;
    assert!(held.len() >= 17, "{}", held.len());
    for path in held {
        let Err(LoadError::Faults(faults)) = validate::file(&path) else { return Err("it was taken".into()) };
        assert!(faults[0].to_string().contains("a test holds this case"), "{}", faults[0]);
    }
    Ok(())
}

#[test]
fn a_small_case_gives_one_value_for_each_seed() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("case.toml");
    let figure = |id: &str, words: &str| {
        format!(
            "[[figures]]\nid = \"{id}\"\nfact = \"cn-drinkers\"\nkind = \"fitted\"\ntolerance = 0.05\nwhy = \"small\"\ndiscrepancy = {{ model = 0.01, why = \"w\" }}\ndescribe = \"{words}\"\n"
        )
    };
    let head = "id = \"small\"\ntitle = \"Small\"\nsociety = \"china-2020\"\npersons = 2000\nseeds = 3\n";
    std::fs::write(
        &path,
        format!("{head}{}{}", figure("one", "adults who drink"), figure("none", "no such words")),
    )?;
    let result = validate::case(&path, Some(1))?;
    assert_eq!((result.figures[0].values.len(), result.figures[0].verdict), (3, Verdict::Inside));
    assert_eq!((result.figures[1].simulated, result.figures[1].verdict), (None, Verdict::NotMeasured));
    Ok(())
}

#[test]
fn all_faults_of_a_case_are_told() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("case.toml");
    let figure = "[[figures]]\nid = \"one\"\nfact = \"cn-drinker\"\nkind = \"fitted\"\ntolerance = 1\nwhy = \"w\"\ndiscrepancy = { model = 1, why = \"w\" }\nprobe = \"p\"\n";
    let head = "id = \"small\"\ntitle = \"Small\"\npersons = 2000\nseeds = 3\n";
    std::fs::write(&path, format!("{head}{figure}"))?;
    let Err(LoadError::Faults(faults)) = validate::file(&path) else { return Err("it was taken".into()) };
    let told = faults[0].to_string();
    for part in ["a case names either", "cn-drinker", "needs a `study`", "no probe `p`"] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    Ok(())
}

#[test]
fn what_is_held_out_and_how_much_is_tolerated_is_not_the_files_choice() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("case.toml");
    let told = |fact: &str, kind: &str, tolerance: f64| -> Result<String, Box<dyn std::error::Error>> {
        let head = "id = \"small\"\ntitle = \"Small\"\nsociety = \"china-2020\"\npersons = 2000\nseeds = 3\n";
        let figure = format!(
            "[[figures]]\nid = \"one\"\nfact = \"{fact}\"\nkind = \"{kind}\"\ntolerance = {tolerance}\nwhy = \"w\"\ndiscrepancy = {{ model = 1, why = \"w\" }}\ndescribe = \"d\"\n"
        );
        std::fs::write(&path, format!("{head}{figure}"))?;
        Ok(match validate::file(&path) {
            Err(LoadError::Faults(faults)) => faults[0].to_string(),
            other => other.map(|_| String::new())?,
        })
    };
    for (fact, kind) in [("cn-suits-won-2014", "held-out"), ("cn-petition-success", "came-out")] {
        assert_eq!((told(fact, kind, 0.002)?, told(fact, "fitted", 0.0)?), Default::default());
        let other = if kind == "held-out" { "came-out" } else { "held-out" };
        assert!(told(fact, other, 0.002)?.contains(&format!("but {kind} by the hash of its name")), "{fact}");
    }
    let wide = told("cn-petition-success", "came-out", 0.02)?;
    assert!(wide.contains("0.02 is more than the figure itself; allowed: 0 to 0.002"), "{wide}");
    Ok(())
}

#[test]
fn the_program_carries_every_case_that_it_runs() -> Outcome {
    let mut carried: Vec<String> = validate::cases()?.into_iter().map(|case| case.file.id).collect();
    let mut there: Vec<String> = Vec::new();
    for path in cases()?.0 {
        there.push(validate::file(&path)?.id);
    }
    carried.sort();
    there.sort();
    assert_eq!(carried, there);
    Ok(())
}
