//! Files of a crate that import each other, directly or by way of others: such files can only be read
//! together.

use crate::code::modules::{self, Target};
use crate::tree::TextFile;
use std::collections::{BTreeMap, BTreeSet};

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The folders that hold a crate: those of `crates/`, and of `tests/` where they have a source folder.
#[must_use]
pub fn crates(files: &[TextFile]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        if let Some((folder, _)) = file.path.split_once("/src/") {
            let parts: Vec<&str> = folder.split('/').collect();
            if parts.len() == 2 && (parts[0] == "crates" || parts[0] == "tests") {
                found.insert(folder.to_owned());
            }
        }
    }
    found
}

/// Every circle of files of a crate, as one fault.
#[must_use]
pub fn circles(files: &[TextFile], folder: &str) -> Vec<String> {
    let mut arrows = Arrows::new();
    for named in modules::named(files, folder) {
        if let Target::File(to) = named.to
            && to != named.file
        {
            arrows.entry(named.file).or_default().insert(to);
        }
    }
    let reached: Arrows = arrows.keys().map(|from| (from.clone(), reached(&arrows, from))).collect();
    let mut told = BTreeSet::new();
    let mut faults = Vec::new();
    for (from, own) in &reached {
        if own.contains(from) && !told.contains(from) {
            let circle: Vec<&str> = own
                .iter()
                .filter(|other| reached.get(*other).is_some_and(|back| back.contains(from)))
                .map(String::as_str)
                .collect();
            told.extend(circle.iter().map(|file| (*file).to_owned()));
            faults.push(format!("files that import each other: {}", circle.join(", ")));
        }
    }
    faults
}

fn reached(arrows: &Arrows, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        for to in arrows.get(next).into_iter().flatten() {
            if found.insert(to.clone()) {
                open.push(to);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<TextFile> =
            files.iter().map(|(name, text)| TextFile::new(&format!("crates/a/src/{name}"), text)).collect();
        assert_eq!(crates(&files), BTreeSet::from(["crates/a".to_owned()]));
        circles(&files, "crates/a")
    }

    #[test]
    fn a_row_of_files_is_no_circle() {
        let files = [
            ("lib.rs", "pub mod a; pub mod b; pub mod c; pub use a::A;"),
            ("a.rs", "use crate::b::B; pub struct A;"),
            ("b.rs", "use crate::c::C; pub struct B;"),
            ("c.rs", "pub struct C;\n#[cfg(test)]\nmod tests { use crate::A; }"),
        ];
        assert_eq!(found(&files), Vec::<String>::new());
    }

    #[test]
    fn circles_of_two_and_of_three_are_found_with_their_files() {
        let root = ("lib.rs", "pub mod a; pub mod b; pub mod c; pub use a::A;");
        let two = [root, ("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use crate::A; pub struct B;")];
        let faults = found(&two);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].contains("crates/a/src/a.rs, crates/a/src/b.rs"), "{faults:?}");
        let three = [
            root,
            ("a.rs", "fn f() { crate::b::f() } pub struct A;"),
            ("b.rs", "use super::c; pub fn f() { c::f() }"),
            ("c.rs", "pub fn f() { let a = crate::A; }"),
        ];
        assert_eq!(found(&three).len(), 1);
    }

    #[test]
    fn a_parent_that_calls_its_child_is_not_to_be_called_back() {
        let files = [
            ("lib.rs", "pub mod a;"),
            ("a.rs", "mod b; fn f() { b::f() } pub struct A;"),
            ("a/b.rs", "use super::A;"),
        ];
        assert_eq!(found(&files).len(), 1);
    }
}
