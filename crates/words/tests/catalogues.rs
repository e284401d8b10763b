//! The catalogues against each other and against the code that says them: nothing missing, unused,
//! ill-formed, left in English, or with other things to put in than its translation.

mod faults;

use demerit_words::{Language, Words, sources};
use faults::{Catalogue, Message};
use std::path::Path;

/// Files that stand in the folder of each language.
const FILES_OF_BOTH: &[&str] = &["numbers", "names", "measures", "report", "explorer"];
/// Files of what stands in the code in English, and so in the folders of other languages only.
const FILES_OF_TRANSLATIONS: &[&str] = &["definitions", "mechanisms", "titles"];

/// The sources in which messages are said: path and text.
fn code() -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of the crates");
    let mut found = Vec::new();
    let mut folders = vec![crates.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && !["tests", "target", "messages"].contains(&name.as_str()) {
                folders.push(path);
            } else if [".rs", ".js", ".html"].iter().any(|end| name.ends_with(end)) {
                let text = std::fs::read_to_string(&path).expect("a text");
                // What stands in comments and under the tests of a file says nothing to a reader.
                let said = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                let bare = |line: &str| {
                    if line.trim_start().starts_with("//") { "" } else { line }.to_owned() + "\n"
                };
                found.push((path.display().to_string(), said.lines().map(bare).collect()));
            }
        }
    }
    assert!(found.iter().any(|(path, _)| path.ends_with("numbers.rs")), "the code is not found");
    found
}

fn catalogue(language: Language) -> Catalogue {
    let mut read = Catalogue::default();
    for (name, text) in sources(language) {
        read.add(&format!("{language}/{name}.ftl"), text);
    }
    read
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
}

#[test]
fn every_file_is_built_in_and_well_formed() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let mut known: Vec<&str> = FILES_OF_BOTH.to_vec();
        if language != Language::En {
            known.extend(FILES_OF_TRANSLATIONS);
        }
        known.sort_unstable();
        let mut built: Vec<&str> = sources(language).iter().map(|(name, _)| *name).collect();
        built.sort_unstable();
        assert_eq!(built, known, "{language}");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(language.code());
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().replace(".ftl", ""))
            .collect();
        there.sort_unstable();
        assert_eq!(there, built, "{language}");
        faults.extend(catalogue(language).faults);
    }
    none(&faults);
}

#[test]
fn each_language_says_the_same_messages_with_the_same_things_put_in() {
    let mut translation = catalogue(Language::Id);
    let beside: Vec<String> =
        FILES_OF_TRANSLATIONS.iter().map(|name| format!("{}/{name}.ftl", Language::Id)).collect();
    translation.messages.retain(|_, message: &mut Message| !beside.contains(&message.file));
    none(&faults::differences(&catalogue(Language::En), &translation));
}

#[test]
fn every_message_is_said_and_every_message_said_is_there() {
    let code = code();
    let mut faults = faults::missing(&catalogue(Language::En), &code);
    for language in Language::ALL {
        faults.extend(faults::unused(&catalogue(language), &code));
    }
    none(&faults);
}

#[test]
fn what_a_page_asks_for_is_plain() {
    for language in Language::ALL {
        let words = Words::new(language);
        let asked: Vec<String> = words.section("page-").into_keys().collect();
        let there = catalogue(language).messages.into_keys().filter(|id| id.starts_with("page-"));
        assert!(there.eq(asked), "{language}");
    }
}
