//! The report in each language: the page says which it is, nothing of it is left in English, and every name
//! that the model can put on it has a message.

mod fixture;

use demerit_regime::{Channel, Claim, Domain, Gravity, Matter, Request, Safeguard, Trait};
use demerit_report::{Sureness, life, render};
use demerit_scenario::catalogue::{Kind, entries};
use demerit_society::Origin;
use demerit_society::population::person::Occupation;
use demerit_words::{Language, Words};
use demerit_worlds::tables::{LedgerEvent, RunTables, Told};
use fixture::{Shape, tables};

const ID: Words = Words::new(Language::Id);

/// The text of a page: without head and tags, and without what stands in files (names in `code`, the study as
/// resolved).
fn text(page: &str) -> String {
    let body = page.split_once("<body>").expect("a body").1;
    let mut seen = String::new();
    for part in body.split("<code>").enumerate().map(|(place, part)| {
        if place == 0 { part } else { part.split_once("</code>").map_or(part, |(_, rest)| rest) }
    }) {
        for piece in part.split('<') {
            seen.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
            seen.push(' ');
        }
    }
    seen.replace("&#39;", "'").replace("&quot;", "\"").replace('\u{a0}', " ")
}

/// Tables in which nothing comes from a file of a study but names without a language.
fn bare(shape: &Shape) -> RunTables {
    let mut data = tables(shape);
    let manifest = &mut data.manifest;
    manifest.title = "X1".to_owned();
    manifest.command = String::new();
    manifest.resolved = String::new();
    manifest.claims.clear();
    manifest.figures.clear();
    manifest.parameters.clear();
    manifest.limits = demerit_scenario::notes::limits();
    for (place, phase) in manifest.phases.iter_mut().enumerate() {
        phase.name = format!("P{place}");
    }
    for (place, world) in manifest.worlds.iter_mut().enumerate() {
        world.regime = format!("R{place}");
        world.title = format!("W{place}");
        for (place, tier) in world.tiers.iter_mut().enumerate() {
            tier.name = format!("T{place}");
        }
    }
    let tiers = ["T0", "T1", "T2", "T3"];
    for row in &mut data.measures {
        if row.measure == "score-bin" {
            row.domain = tiers[row.domain.len() % tiers.len()].to_owned();
        }
    }
    for row in &mut data.ledger {
        match &mut row.event {
            LedgerEvent::Entered { rule, .. } | LedgerEvent::Spilled { rule } => rule.clear(),
            LedgerEvent::Tier(name) => *name = "T1".to_owned(),
            LedgerEvent::Listed { list: name, .. } | LedgerEvent::Unlisted(name) => *name = "L1".to_owned(),
            _ => {}
        }
    }
    data
}

#[test]
fn a_page_says_its_language_and_writes_numbers_in_it() {
    let data = tables(&Shape::default());
    let [english, indonesian] = Language::ALL.map(|language| {
        render(&Told::of(&data, None), Sureness::default(), Words::new(language)).expect("a report")
    });
    assert!(english.contains("<html lang=\"en\">") && indonesian.contains("<html lang=\"id\">"));
    assert!(text(&english).contains("1,000,000 persons live for 12 years under"));
    assert!(text(&indonesian).contains("1.000.000 orang hidup selama 12 tahun di bawah"));
    assert!(
        text(&indonesian).contains("dalam bahasa berkas itu")
            && !english.contains("in the language of those files")
    );
}

#[test]
fn nothing_of_an_indonesian_page_is_left_in_english() {
    let shapes = [
        Shape::default(),
        Shape { seeds: vec![1, 2, 3], many: true, ..Shape::default() },
        Shape { twin: false, scored: false, ..Shape::default() },
        Shape { ticks: 5, mechanisms: false, ..Shape::default() },
    ];
    for shape in shapes {
        let mut data = bare(&shape);
        data.manifest.worlds[0].off = vec!["cameras".to_owned()];
        data.manifest.worlds[0].safeguards = vec!["human-review".to_owned()];
        let seen = text(&render(&Told::of(&data, None), Sureness::default(), ID).expect("a report"));
        let words: Vec<&str> = seen.split(|letter: char| !letter.is_alphanumeric()).collect();
        let english = [
            "the", "of", "and", "with", "is", "are", "was", "were", "by", "for", "not", "persons", "year",
            "weeks", "nobody", "record",
        ];
        for (place, word) in words.iter().enumerate() {
            let found = english.contains(&word.to_lowercase().as_str());
            assert!(
                !found,
                "{shape:?}: {}",
                words[place.saturating_sub(8)..(place + 8).min(words.len())].join(" ")
            );
        }
    }
}

#[test]
fn a_life_is_told_in_indonesian() {
    let told = life(&Told::of(&bare(&Shape::default()), None), ID).expect("a life");
    assert!(told.summary.starts_with("Orang nomor 3 adalah nomor, bukan nama:"), "{}", told.summary);
    assert!(told.events.iter().any(|event| event.truth.starts_with("Membeli minuman beralkohol, 20 kali")));
}

#[test]
fn every_name_of_the_model_has_a_message_in_each_language() {
    let mut names: Vec<(&str, String)> = Vec::new();
    let mut add = |family: &'static str, all: &[&str]| {
        names.extend(all.iter().map(|name| (family, (*name).to_owned())));
    };
    add("domain-", &Domain::ALL.map(Domain::name));
    add("thing-", &Matter::ALL.map(Matter::name));
    add("thing-", &Request::ALL.map(Request::name));
    add("did-", &Matter::ALL.map(Matter::name));
    add("did-", &Request::ALL.map(Request::name));
    add("channel-", &Channel::ALL.map(Channel::name));
    add("trait-", &Trait::ALL.map(Trait::name));
    add("group-gravity-", &Gravity::ALL.map(Gravity::name));
    add("claim-", &Claim::ALL.map(Claim::name));
    add("origin-", &Origin::ALL.map(Origin::name));
    let jobs: Vec<String> = Occupation::ALL.iter().map(|one| one.name().replace(' ', "-")).collect();
    add("occupation-", &jobs.iter().map(String::as_str).collect::<Vec<_>>());
    let measures = demerit_measures::all();
    let mut faults: Vec<String> = Vec::new();
    for language in Language::ALL {
        let unsaid = names.iter().filter(|(family, name)| Words::new(language).named(family, name).is_none());
        faults.extend(unsaid.map(|(family, name)| format!("{language}: {family}{name}")));
    }
    let mut translated: Vec<(String, String, &str)> = Vec::new();
    let mut told = |name: &str, said: String, english: &'static str| {
        translated.push((name.to_owned(), said, english));
    };
    for one in measures {
        told(one.name, ID.measure(one.name, one.title), one.title);
        told(one.name, ID.definition(one.name, one.definition), one.definition);
        told(one.unit.name(), ID.unit(one.unit.name()), one.unit.name());
        if one.source != "Fan and Zhang 2021" {
            told(one.source, ID.source(one.source), one.source);
        }
    }
    for row in demerit_scenario::mechanisms() {
        told(row.name, ID.mechanism(row.name, row.says), row.says);
        told(row.name, ID.switched_off(row.name, row.off), row.off);
    }
    for one in Safeguard::ALL {
        told(one.name(), ID.safeguard(one.name(), one.title()), one.title());
        told(one.name(), ID.guards(one.name(), one.says()), one.says());
    }
    let still = translated.iter().filter(|(_, said, english)| said == english);
    faults.extend(still.map(|(name, _, english)| format!("id: {name}: {english}")));
    for (place, limit) in demerit_scenario::notes::limits().iter().enumerate() {
        if ID.limit(place + 1, limit) == *limit {
            faults.push(format!("id: limit {}", place + 1));
        }
    }
    assert!(faults.is_empty(), "no message for:\n  {}", faults.join("\n  "));
}

#[test]
fn what_the_catalogue_calls_something_is_translated() {
    let mut names: Vec<String> = Vec::new();
    for entry in entries(Kind::Study).chain(entries(Kind::Regime)) {
        let file: toml::Table = entry.text.parse().expect("a file of the catalogue");
        let of = |tables: &toml::Value, key: &str| -> Vec<String> {
            let each = tables.as_array().into_iter().flatten();
            each.filter_map(|one| Some(one.get(key)?.as_str()?.to_owned())).collect()
        };
        names.extend(file.get("title").and_then(|title| Some(title.as_str()?.to_owned())));
        names.extend(file.get("tiers").map_or_else(Vec::new, |tiers| of(tiers, "name")));
        for world in file.get("worlds").and_then(toml::Value::as_array).into_iter().flatten() {
            names.extend(world.get("title").and_then(|title| Some(title.as_str()?.to_owned())));
            names.extend(world.get("rollout").map_or_else(Vec::new, |phases| of(phases, "phase")));
        }
    }
    assert!(
        ["Law and courts only", "national", "warned"].iter().all(|one| names.iter().any(|name| name == one))
    );
    // Grades of letters are the same in both.
    names.retain(|name| name.chars().any(char::is_lowercase));
    let left: Vec<&String> = names.iter().filter(|name| ID.title(name) == **name).collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(ID.title("Law and courts only, unchanged"), "Hanya hukum dan pengadilan, tidak diubah");
    assert_eq!(ID.title("A title of one's own"), "A title of one's own");
    assert_eq!(Words::default().title("Law and courts only, unchanged"), "Law and courts only, unchanged");
}
