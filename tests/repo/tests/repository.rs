//! The repository itself, held against its documents and its limits. Each test prints all faults it found.

use demerit_tests_repo::{
    bench, circles, documents, hygiene, imports, limits, names, phases, rooms, texts, tree, workspace,
};
use std::collections::BTreeSet;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn none(faults: &[String]) -> Outcome {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("{} faults:\n  {}", faults.len(), faults.join("\n  ")).into())
    }
}

#[test]
fn the_table_of_imports_is_true() -> Outcome {
    let table = imports::table(&tree::text_of("docs/architecture.md")?)?;
    none(&imports::differences(&table, &workspace::packages()?))
}

#[test]
fn the_regime_knows_the_kernel_alone() -> Outcome {
    none(&imports::breaches_of_the_wall(&workspace::packages()?))
}

#[test]
fn the_model_is_built_from_nothing_heavy() -> Outcome {
    let locked = workspace::locked(&tree::text_of("Cargo.lock")?)?;
    none(&imports::heavy_in_model(&workspace::packages()?, &locked))
}

#[test]
fn no_word_of_the_language_is_a_text_in_what_a_file_resolves_to() -> Outcome {
    none(&texts::untyped(&tree::text_files()?))
}

#[test]
fn what_computes_touches_no_machine() -> Outcome {
    none(&limits::machine::touching(&tree::text_files()?))
}

#[test]
fn text_leaves_by_its_outlets_alone() -> Outcome {
    none(&limits::outlet::leaks(&tree::text_files()?))
}

#[test]
fn functions_are_handed_few_things() -> Outcome {
    none(&hygiene::crowded_calls(&tree::text_files()?))
}

#[test]
fn no_files_import_each_other() -> Outcome {
    let files = tree::text_files()?;
    let crates = circles::crates(&files);
    assert!(crates.contains("crates/engine") && crates.contains("tests/repo"), "{crates:?}");
    none(&crates.iter().flat_map(|folder| circles::circles(&files, folder)).collect::<Vec<_>>())
}

#[test]
fn a_folder_holds_few_rooms_and_no_crate_swallows_the_others() -> Outcome {
    let files = tree::text_files()?;
    let mut faults = rooms::crowded(&files);
    faults.extend(rooms::swollen(&files));
    none(&faults)
}

#[test]
fn a_word_of_the_language_names_one_type() -> Outcome {
    let words = names::words(&tree::text_of("CONTRIBUTING.md")?)?;
    none(&names::of_two_types(&tree::text_files()?, &words))
}

#[test]
fn comments_are_no_wider_than_code() -> Outcome {
    none(&hygiene::wide_comments(&tree::text_files()?))
}

#[test]
fn the_phases_of_the_tick_are_the_seven_in_code_and_document() -> Outcome {
    let code = phases::in_code(&tree::text_of("crates/engine/src/tick.rs")?);
    let document = phases::in_document(&tree::text_of("docs/architecture.md")?);
    let mut faults = phases::faults("crates/engine/src/tick.rs", &code);
    faults.extend(phases::faults("docs/architecture.md", &document));
    none(&faults)
}

#[test]
fn no_list_of_packages_holds_a_barred_one() -> Outcome {
    let files = tree::text_files()?;
    let lists: Vec<_> = files.iter().filter(|file| limits::packages::listed(file).is_some()).collect();
    assert!(lists.iter().any(|file| file.path == "Cargo.lock"), "the workspace's lock file is not found");
    assert!(lists.iter().any(|file| file.path.starts_with("bench/")), "the lists of bench/ are not found");
    let mut faults = limits::packages::barred(&files);
    faults.extend(limits::packages::let_pass_for_nothing(&files));
    none(&faults)
}

#[test]
fn tables_are_read_back_from_run_folders_only() -> Outcome {
    none(&limits::tables::readers(&tree::text_files()?))
}

#[test]
fn nothing_calls_out_and_listeners_stay_on_this_machine() -> Outcome {
    let files = tree::text_files()?;
    let mut faults = limits::network::users(&files);
    faults.extend(limits::network::open_listeners(&files));
    none(&faults)
}

#[test]
fn the_explorer_answers_and_does_nothing_else() -> Outcome {
    let files = tree::text_files()?;
    assert!(files.iter().any(|file| file.path == "crates/web/src/listen.rs"), "the explorer is not found");
    assert!(files.iter().any(|file| file.path == "crates/web/page/index.html"), "its page is not found");
    let mut faults = limits::explorer::reaching(&files);
    faults.extend(limits::explorer::asking(&files));
    faults.extend(limits::explorer::features(&tree::text_of("Cargo.toml")?));
    none(&faults)
}

#[test]
fn nothing_searches_for_the_best_rules() -> Outcome {
    let mut faults = limits::aims::searches(&tree::text_files()?);
    faults.extend(limits::aims::commands_without_purpose(&tree::text_of("crates/cli/src/arguments.rs")?));
    for kind in ["society", "regime", "study"] {
        let path = format!("docs/reference/{kind}.schema.json");
        let schema = serde_json::from_str(&tree::text_of(&path)?)?;
        faults.extend(limits::aims::goals_in_schema(&path, &schema));
    }
    none(&faults)
}

#[test]
fn no_machine_paths_registry_hosts_or_loose_ends() -> Outcome {
    none(&hygiene::forbidden_words(&tree::text_files()?))
}

#[test]
fn every_source_file_has_a_head_and_a_fair_length() -> Outcome {
    none(&hygiene::heads_and_lengths(&tree::text_files()?))
}

#[test]
fn names_say_what_they_name() -> Outcome {
    let files = tree::text_files()?;
    let mut faults = hygiene::empty_names(&files);
    faults.extend(hygiene::getters(&files));
    none(&faults)
}

#[test]
fn the_readme_opens_with_the_two_commands() -> Outcome {
    let commands = documents::commands(&tree::text_of("README.md")?);
    assert_eq!(
        commands.iter().take(2).collect::<Vec<_>>(),
        documents::FIRST_COMMANDS.iter().collect::<Vec<_>>()
    );
    Ok(())
}

#[test]
fn the_table_of_speeds_is_that_of_the_results() -> Outcome {
    let results = serde_json::from_str(&tree::text_of("bench/results.json")?)?;
    let readme = tree::text_of("README.md")?;
    let block = bench::block(&readme).ok_or("README.md lacks the marks of the table of speeds")?;
    let mut faults = bench::differences(block, &bench::rows(block)?, &results);
    faults.extend(bench::silent(&tree::text_of("bench/peers.toml")?.parse()?, &results));
    none(&faults)
}

#[test]
fn the_build_machine_runs_the_second_command() -> Outcome {
    let script = tree::text_of(".ci/run")?;
    let last = script.lines().map(str::trim).rfind(|line| !line.is_empty());
    assert_eq!(last, Some(documents::FIRST_COMMANDS[1]));
    assert!(script.contains("set -euo pipefail"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(tree::root().join(".ci/run"))?.permissions().mode();
        assert_eq!(mode & 0o111, 0o111, ".ci/run is not executable");
    }
    Ok(())
}

#[test]
fn links_and_named_paths_lead_somewhere() -> Outcome {
    let files = tree::text_files()?;
    let mut faults = documents::broken_links(&files);
    faults.extend(documents::unknown_paths(&files));
    none(&faults)
}

#[test]
fn decision_records_are_numbered_without_a_gap_and_listed() -> Outcome {
    let files = tree::text_files()?;
    let records: BTreeSet<&str> = files
        .iter()
        .filter_map(|file| file.path.strip_prefix("docs/decisions/"))
        .filter(|name| *name != "README.md")
        .collect();
    assert!(!records.is_empty(), "there are no decision records");
    let list = tree::text_of("docs/decisions/README.md")?;
    for (number, name) in (1..).zip(records) {
        assert!(name.starts_with(&format!("{number:04}-")), "{name} does not have number {number}");
        assert!(list.contains(&format!("({name})")), "docs/decisions/README.md does not list {name}");
    }
    Ok(())
}

#[test]
fn the_catalogue_and_the_generated_documents_are_there() -> Outcome {
    let files = tree::text_files()?;
    for folder in ["catalogue/societies/", "catalogue/regimes/", "catalogue/studies/"] {
        assert!(
            files.iter().any(|file| file.path.starts_with(folder) && file.is("toml")),
            "{folder} holds no file"
        );
    }
    for name in [
        "cli.md",
        "measures.md",
        "catalogue.md",
        "society.schema.json",
        "regime.schema.json",
        "study.schema.json",
    ] {
        tree::text_of(&format!("docs/reference/{name}"))?;
    }
    Ok(())
}

#[test]
fn both_licences_stand_in_full_with_their_holder() -> Outcome {
    for (path, sentence) in
        [("LICENSE-MIT", "WITHOUT WARRANTY OF ANY KIND"), ("LICENSE-APACHE", "END OF TERMS AND CONDITIONS")]
    {
        let text = tree::text_of(path)?;
        assert!(text.contains(sentence) && text.contains("2026 The Demerit developers"), "{path}");
    }
    Ok(())
}

#[test]
fn the_changelog_has_a_place_for_changed_results() -> Outcome {
    let text = tree::text_of("CHANGELOG.md")?;
    assert!(text.contains("## [Unreleased]") && text.contains("### Results change"), "CHANGELOG.md");
    Ok(())
}
