//! Run folders: their manifests, and the reports and lives that are drawn from strange ones.

use super::table::{self, Columns, NAMES};
use super::{MEMORY, Target};
use crate::luck::Luck;
use crate::text::Texts;
use crate::tree;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::run::{Keeping, RunOptions, Signal, run};
use demerit_study::run_folder;
use demerit_words::Words;
use demerit_worlds::Size;
use demerit_worlds::manifest::{Manifest, digest_of};
use demerit_worlds::tables::Told;
use serde_json::Value;
use std::io;
use std::rc::Rc;

/// Name of the manifest.
const MANIFEST: &str = "manifest.json";
/// Most rows of a table of which a report is drawn: of a small run there are a few thousand.
const ROWS: usize = 400;

/// The folder of a small run.
pub(super) struct Run {
    /// As another version might have written it, of which nothing is derived again.
    manifest: Value,
    pub(super) columns: [Columns; 3],
    /// The manifest without its long lists.
    short: Value,
    /// Tables without rows, of the short manifest.
    empty: [Vec<u8>; 3],
}

/// The digest that tables have in their footers; empty where this is no manifest.
pub(super) fn seal(manifest: &Value) -> String {
    serde_json::from_value::<Manifest>(manifest.clone()).map_or_else(|_| String::new(), |one| one.digest())
}

/// A manifest with the digests of these tables.
fn with_digests(manifest: &Value, tables: [&[u8]; 3]) -> Vec<u8> {
    let mut manifest = manifest.clone();
    let digests = NAMES.iter().zip(tables).map(|(name, table)| ((*name).to_owned(), digest_of(table).into()));
    if let Some(fields) = manifest.as_object_mut() {
        fields.insert("digests".to_owned(), Value::Object(digests.collect()));
    }
    manifest.to_string().into_bytes()
}

impl Run {
    pub(super) fn new() -> io::Result<Self> {
        let study = load::study("no-dark-corner", &NoFiles).map_err(io::Error::other)?;
        let out = tempfile::tempdir()?;
        let options = RunOptions {
            size: Size { persons: Some(60), years: Some(1.5), seed: Some(4), seeds: 1 },
            threads: Some(1),
            out: out.path().to_owned(),
            force: false,
            csv: false,
            command: "demerit run".to_owned(),
            lang: None,
        };
        let done = run(&study, &options, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new()));
        let folder = done.map_err(io::Error::other)?.folder;
        let mut tables = run_folder::read(&folder).map_err(io::Error::other)?;
        tables.manifest.digests.clear();
        tables.manifest.version = "0.0.0".to_owned();
        // What takes long to read and is shown as it stands.
        tables.manifest.resolved = "resolved".to_owned();
        tables.manifest.study_digest = digest_of(b"resolved");
        let columns = table::columns(&tables);
        let manifest = serde_json::to_value(&tables.manifest)?;
        let mut short = manifest.clone();
        for key in ["parameters", "claims", "limits", "figures"] {
            if let Some(list) = short[key].as_array_mut() {
                list.truncate(2);
            }
        }
        let (mut luck, seal) = (Luck::of("empty", 0, 0), seal(&short));
        let empty = columns.each_ref().map(|columns| {
            let none: Columns = columns.iter().map(|(name, column)| (*name, column.rows(&[]))).collect();
            table::file(&mut luck, &none, true, &seal)
        });
        Ok(Self { manifest, columns, short, empty })
    }

    /// The digest that tables have in their footers.
    pub(super) fn seal(&self) -> String {
        seal(&self.short)
    }

    /// A file of the folder with this table in it, and without rows in the others.
    pub(super) fn file(&self, name: &str, with: (&str, &[u8])) -> Vec<u8> {
        let table = |at: usize| if NAMES[at] == with.0 { with.1 } else { &self.empty[at][..] };
        match NAMES.iter().position(|one| *one == name) {
            Some(at) => table(at).to_vec(),
            None => with_digests(&self.short, [table(0), table(1), table(2)]),
        }
    }
}

/// Manifests by themselves.
pub(super) struct Manifests {
    tree: Value,
    texts: Texts,
}

impl Manifests {
    pub(super) fn new(run: &Run) -> Self {
        let tree = run.short.clone();
        Self { texts: Texts::new(vec![tree.to_string(), format!("{tree:#}")]), tree }
    }
}

impl Target for Manifests {
    fn name(&self) -> &'static str {
        "manifest"
    }

    fn share(&self) -> u64 {
        200
    }

    fn ending(&self) -> &'static str {
        "json"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        if luck.once_in(3) {
            return self.texts.damaged(luck).into_bytes();
        }
        let mut tree = self.tree.clone();
        tree::damage(luck, &mut tree);
        tree.to_string().into_bytes()
    }

    fn read(&self, input: &[u8]) -> bool {
        Manifest::of_bytes(input).is_ok_and(|manifest| manifest.person_weeks() > 0)
    }
}

/// Whole folders, of which a report is drawn.
pub(super) struct Reports(pub(super) Rc<Run>);

/// The files of a folder in one: the length of each in front of it.
fn packed(files: &[Vec<u8>; 4]) -> Vec<u8> {
    files.iter().flat_map(|file| [&(file.len() as u32).to_le_bytes()[..], file].concat()).collect()
}

fn unpacked(mut input: &[u8]) -> Option<[Vec<u8>; 4]> {
    let mut files = [const { Vec::new() }; 4];
    for file in &mut files {
        let (length, rest) = input.split_first_chunk::<4>()?;
        let (own, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        *file = own.to_vec();
        input = rest;
    }
    Some(files)
}

impl Target for Reports {
    fn name(&self) -> &'static str {
        "report"
    }

    fn share(&self) -> u64 {
        5
    }

    fn ending(&self) -> &'static str {
        "folder"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        let mut manifest = self.0.manifest.clone();
        if !luck.once_in(3) {
            tree::damage(luck, &mut manifest);
        }
        let seal = seal(&manifest);
        let rows = |luck: &mut Luck, columns: &Columns| {
            let length = columns[0].1.len();
            let mut places: Vec<usize> = (0..length.min(ROWS)).collect();
            match luck.below(4) {
                0 => places.truncate(luck.below(8)),
                1 => (0..places.len()).for_each(|at| places[at] = luck.below(length)),
                _ => {}
            }
            let mut some: Columns =
                columns.iter().map(|(name, column)| (*name, column.rows(&places))).collect();
            for _ in 0..luck.below(5) {
                let place = luck.below(some.len());
                some[place].1.damage(luck);
            }
            table::file(luck, &some, true, &seal)
        };
        let [measures, persons, ledger] = self.0.columns.each_ref().map(|columns| rows(luck, columns));
        let manifest = with_digests(&manifest, [&measures, &persons, &ledger]);
        packed(&[manifest, measures, persons, ledger])
    }

    fn read(&self, input: &[u8]) -> bool {
        let Some(files) = unpacked(input) else { return false };
        let read = run_folder::read_bytes(MEMORY, &|name| {
            let place = NAMES.iter().position(|one| *one == name).map_or(0, |table| table + 1);
            debug_assert!(place > 0 || name == MANIFEST);
            files[place].clone()
        });
        let Ok(data) = read else { return false };
        let page = demerit_report::render(
            &Told::of(&data, None),
            demerit_report::Sureness::default(),
            Words::default(),
        );
        let person = data.persons.first().map(|row| row.person);
        let _ = demerit_report::life(&Told::of(&data, None), Words::default());
        let _ = demerit_report::life(&Told::of(&data, person), Words::default());
        page.is_ok_and(|page| page.contains("</html>"))
    }
}
