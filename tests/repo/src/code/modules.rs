//! The modules of one crate and what each names: paths are followed through `use`, `self`, `super` and what a
//! module hands on, to the file that declares the thing, or to a path outside the crate.

use super::program::{COLONS, Token, tokens};
use crate::tree::TextFile;
use std::collections::{BTreeMap, BTreeSet};

/// Re-exports are followed no deeper; a name that hands itself on would never end.
const DEEPEST: usize = 8;

/// A path that a file of the crate names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The file that names it.
    pub file: String,
    /// The line.
    pub line: usize,
    /// Where it leads.
    pub to: Target,
}

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To something that a file of the crate declares.
    File(String),
    /// To a module, whose name alone is no use of what stands in it.
    Module,
    /// Out of the crate, or to a name of the file's own.
    Beyond(Vec<String>),
}

/// The file that a crate begins with.
#[must_use]
pub fn root_of<'a>(files: &'a [TextFile], folder: &str) -> Option<&'a TextFile> {
    ["lib.rs", "main.rs"]
        .iter()
        .find_map(|name| files.iter().find(|file| file.path == format!("{folder}/src/{name}")))
}

/// All paths that the program of a crate names, its tests left out. `folder` is the crate's, such as
/// `crates/kernel`.
#[must_use]
pub fn named(files: &[TextFile], folder: &str) -> Vec<Named> {
    read(files, folder).all()
}

/// The files that the program of a crate is made of, those of tests alone left out.
#[must_use]
pub fn reached(files: &[TextFile], folder: &str) -> BTreeSet<String> {
    read(files, folder).modules.into_iter().map(|module| module.file).collect()
}

fn read<'a>(files: &'a [TextFile], folder: &str) -> House<'a> {
    let mut house = House { files, modules: Vec::new() };
    if let Some(root) = root_of(files, folder) {
        house.read(root, None, &format!("{folder}/src"));
    }
    house
}

/// A path as it is written, from its first word.
struct Written {
    path: Vec<String>,
    line: usize,
    /// The name that a `use` gives it.
    given: Option<String>,
    /// Whether a `use` hands it on to others.
    handed_on: bool,
}

struct Module {
    file: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    written: Vec<Written>,
    /// Words outside of `use`.
    words: BTreeSet<String>,
}

struct House<'a> {
    files: &'a [TextFile],
    modules: Vec<Module>,
}

impl House<'_> {
    /// Reads a file as a module, and the files of its children, which stand in `folder`.
    fn read(&mut self, file: &TextFile, parent: Option<usize>, folder: &str) -> usize {
        let own = self.add(&file.path, parent);
        let tokens = tokens(&file.text);
        self.walk(&tokens, own, folder);
        own
    }

    fn add(&mut self, file: &str, parent: Option<usize>) -> usize {
        self.modules.push(Module {
            file: file.to_owned(),
            parent,
            children: BTreeMap::new(),
            written: Vec::new(),
            words: BTreeSet::new(),
        });
        self.modules.len() - 1
    }

    fn walk(&mut self, tokens: &[Token], own: usize, folder: &str) {
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
        let mut at = 0;
        while at < tokens.len() {
            if text(at) == "mod" && text(at + 2) == ";" {
                let name = text(at + 1).to_owned();
                let inner = format!("{folder}/{name}");
                let file = [format!("{inner}.rs"), format!("{inner}/mod.rs")]
                    .into_iter()
                    .find_map(|path| self.files.iter().find(|file| file.path == path));
                if let Some(file) = file {
                    let child = self.read(file, Some(own), &inner);
                    self.modules[own].children.insert(name, child);
                }
                at += 3;
            } else if text(at) == "mod" && text(at + 2) == "{" {
                let name = text(at + 1).to_owned();
                let file = self.modules[own].file.clone();
                let child = self.add(&file, Some(own));
                let length = closed(&tokens[at + 2..]);
                self.walk(&tokens[at + 3..at + 1 + length], child, &format!("{folder}/{name}"));
                self.modules[own].children.insert(name, child);
                at += 2 + length;
            } else if text(at) == "use" {
                let end = at + tokens[at..].iter().position(|token| token.text == ";").unwrap_or(0);
                let handed_on = at > 0 && (text(at - 1) == "pub" || text(at - 1) == ")");
                let mut found = Vec::new();
                tree(&tokens[at + 1..end.max(at + 1)], &[], &mut found);
                self.modules[own].written.extend(found.into_iter().map(|(path, given, line)| Written {
                    path,
                    line,
                    given: Some(given),
                    handed_on,
                }));
                at = end.max(at) + 1;
            } else if tokens[at].is_word() && (at == 0 || text(at - 1) != COLONS) {
                let mut path = vec![text(at).to_owned()];
                let line = tokens[at].line;
                while text(at + 1) == COLONS && tokens.get(at + 2).is_some_and(Token::is_word) {
                    path.push(text(at + 2).to_owned());
                    at += 2;
                }
                self.modules[own].words.insert(path[0].clone());
                if path.len() > 1 {
                    self.modules[own].written.push(Written { path, line, given: None, handed_on: false });
                }
                at += 1;
            } else {
                at += 1;
            }
        }
    }

    fn all(&self) -> Vec<Named> {
        let mut found = Vec::new();
        for (own, module) in self.modules.iter().enumerate() {
            for written in &module.written {
                let unused = written.given.as_ref().is_some_and(|name| !module.words.contains(name));
                if written.handed_on && unused {
                    continue;
                }
                let to = self.follow(own, &written.path, written.given.is_some(), DEEPEST);
                found.push(Named { file: module.file.clone(), line: written.line, to });
            }
        }
        found
    }

    /// Where a path leads that is written in a module. The names that a `use` gives do not count within a
    /// `use` itself.
    fn follow(&self, own: usize, path: &[String], in_use: bool, deep: usize) -> Target {
        let module = &self.modules[own];
        let Some(first) = path.first() else { return Target::Module };
        match first.as_str() {
            "crate" => self.descend(self.root(own), &path[1..], deep),
            "self" => self.descend(own, &path[1..], deep),
            "super" => self.descend_or_climb(own, &path[1..], deep),
            name => {
                let given = module.written.iter().find(|written| written.given.as_deref() == Some(name));
                match given {
                    Some(written) if !in_use && deep > 0 => {
                        let whole: Vec<String> = written.path.iter().chain(&path[1..]).cloned().collect();
                        self.follow(own, &whole, true, deep - 1)
                    }
                    _ if module.children.contains_key(name) => self.descend(own, path, deep),
                    _ => Target::Beyond(path.to_vec()),
                }
            }
        }
    }

    fn descend_or_climb(&self, own: usize, rest: &[String], deep: usize) -> Target {
        let parent = self.modules[own].parent.unwrap_or(own);
        if rest.first().is_some_and(|first| first == "super") {
            self.descend_or_climb(parent, &rest[1..], deep)
        } else {
            self.descend(parent, rest, deep)
        }
    }

    fn root(&self, mut own: usize) -> usize {
        while let Some(parent) = self.modules[own].parent {
            own = parent;
        }
        own
    }

    fn descend(&self, own: usize, rest: &[String], deep: usize) -> Target {
        let module = &self.modules[own];
        let Some(first) = rest.first() else { return Target::Module };
        if let Some(&child) = module.children.get(first) {
            return self.descend(child, &rest[1..], deep);
        }
        match module.written.iter().find(|written| written.given.as_deref() == Some(first)) {
            Some(written) if deep > 0 => {
                let whole: Vec<String> = written.path.iter().chain(&rest[1..]).cloned().collect();
                self.follow(own, &whole, true, deep - 1)
            }
            _ => Target::File(module.file.clone()),
        }
    }
}

/// How many tokens the braces take that open with the first token.
fn closed(tokens: &[Token]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// The paths of the tree of a `use`, each with the name that it gives and its line.
fn tree(tokens: &[Token], before: &[String], found: &mut Vec<(Vec<String>, String, usize)>) {
    let mut path = before.to_vec();
    let mut given = None;
    let mut line = 0;
    let mut at = 0;
    let mut close = |path: &mut Vec<String>, given: &mut Option<String>, line: usize| {
        if path.len() > before.len() {
            if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
                path.pop();
            }
            let name = given.take().or_else(|| path.last().cloned()).unwrap_or_default();
            found.push((path.clone(), name, line));
        }
        path.truncate(before.len());
    };
    let mut nested = Vec::new();
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "," => close(&mut path, &mut given, line),
            "{" => {
                let length = closed(&tokens[at..]);
                nested.push((path.clone(), at + 1..at + length - 1));
                path.truncate(before.len());
                at += length - 1;
            }
            "as" => {
                given = tokens.get(at + 1).map(|token| token.text.clone());
                at += 1;
            }
            COLONS => {}
            word => {
                path.push(word.to_owned());
                line = tokens[at].line;
            }
        }
        at += 1;
    }
    close(&mut path, &mut given, line);
    for (path, range) in nested {
        tree(&tokens[range], &path, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crate_of(files: &[(&str, &str)]) -> Vec<Named> {
        let files: Vec<TextFile> =
            files.iter().map(|(name, text)| TextFile::new(&format!("crates/a/src/{name}"), text)).collect();
        named(&files, "crates/a")
    }

    fn leads(files: &[(&str, &str)], from: &str) -> Vec<String> {
        let own = format!("crates/a/src/{from}");
        let mut found = Vec::new();
        for named in crate_of(files) {
            if let (true, Target::File(file)) = (named.file == own, named.to) {
                found.push(file.replace("crates/a/src/", ""));
            }
        }
        found.dedup();
        found
    }

    #[test]
    fn a_path_leads_to_the_file_that_declares_the_thing() {
        let root = ("lib.rs", "mod a;\nmod b;\npub use b::Thing;\n");
        let b = ("b.rs", "pub struct Thing;");
        for text in [
            "use crate::b::Thing;",
            "use super::b::{Thing};",
            "use crate::Thing;",
            "fn f() { crate::b::go() }",
        ] {
            assert_eq!(leads(&[root, ("a.rs", text), b], "a.rs"), ["b.rs"], "{text}");
        }
        assert!(
            leads(&[root, ("a.rs", "use crate::b;"), b], "a.rs").is_empty(),
            "the name of a module alone"
        );
        assert_eq!(leads(&[root, ("a.rs", "use crate::b as c; fn f() { c::go() }"), b], "a.rs"), ["b.rs"]);
    }

    #[test]
    fn what_is_only_handed_on_is_no_use() {
        let b = ("b.rs", "pub struct Thing;");
        assert!(leads(&[("lib.rs", "mod b;\npub use b::Thing;\n"), b], "lib.rs").is_empty());
        assert_eq!(
            leads(&[("lib.rs", "mod b;\npub use b::Thing;\nfn f(x: Thing) {}"), b], "lib.rs"),
            ["b.rs"]
        );
    }

    #[test]
    fn children_stand_in_the_folder_of_their_parent() {
        let files = [
            ("lib.rs", "mod a;"),
            ("a.rs", "mod c; fn f() { c::go() } pub struct Own;"),
            ("a/c.rs", "use super::Own; mod inner { use super::super::Own; }"),
        ];
        assert_eq!(leads(&files, "a.rs"), ["a/c.rs"]);
        assert_eq!(leads(&files, "a/c.rs"), ["a.rs"]);
    }

    #[test]
    fn names_from_outside_are_written_out() {
        let found =
            crate_of(&[("lib.rs", "use std::{fs, time::Instant};\nfn f() { fs::read(x); Instant::now() }")]);
        let beyond = |named: &Named| match &named.to {
            Target::Beyond(path) => path.join(COLONS),
            _ => String::new(),
        };
        let paths: Vec<String> = found.iter().map(beyond).collect();
        assert!(
            paths.contains(&"std::fs::read".to_owned()) && paths.contains(&"std::time::Instant".to_owned())
        );
    }
}
