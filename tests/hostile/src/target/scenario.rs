//! Scenario files: regimes, societies, studies and bundles, from the catalogue's own.

use super::Target;
use crate::luck::Luck;
use crate::text::Texts;
use crate::tree;
use demerit_engine::step;
use demerit_scenario::catalogue::{Kind, names, text};
use demerit_scenario::load::{self, LoadError};
use demerit_worlds::in_memory;
use serde_json::Value;
use std::io;

/// A study that names little, so that its bundle is short.
const SMALL: &str = "name = \"small\"\ntitle = \"Small\"\nabout = \"Small.\"\nsociety = \"plain\"\npersons = 600\nstart_year = 2020\n\
                     years = 1\nseed = 7\ncohort = 5\n[[worlds]]\nname = \"one\"\nrollout = [{ phase = \"p\", from_year = 0, regime = \
                     \"rongcheng\" }]\n[[worlds]]\nname = \"two\"\nrollout = [{ phase = \"p\", from_year = 0, regime = \"courts-only\" }]\n";

/// The small study with all that it names, as one text.
pub(super) fn small_bundle() -> io::Result<String> {
    let scenario = load::sent(SMALL).map_err(io::Error::other)?;
    toml::to_string(&scenario.bundle()).map_err(io::Error::other)
}

/// Files of every kind.
pub(super) struct Scenarios {
    /// Short files and long ones.
    texts: [Texts; 2],
    trees: [Vec<Value>; 2],
}

/// Bytes of a short file.
const SHORT: usize = 3000;

impl Scenarios {
    pub(super) fn new() -> io::Result<Self> {
        let of = |kind| names(kind).into_iter().filter_map(move |name| text(kind, name));
        let mut texts: Vec<String> = Kind::ALL.into_iter().flat_map(of).map(str::to_owned).collect();
        texts.push(small_bundle()?);
        let (short, long): (Vec<String>, Vec<String>) =
            texts.into_iter().partition(|text| text.len() <= SHORT);
        let trees = |texts: &[String]| -> io::Result<Vec<Value>> {
            texts.iter().map(|text| toml::from_str(text).map_err(io::Error::other)).collect()
        };
        Ok(Self { trees: [trees(&short)?, trees(&long)?], texts: [Texts::new(short), Texts::new(long)] })
    }
}

/// A damaged tree as TOML, where it can be written as such.
fn written(luck: &mut Luck, tree: &Value) -> Option<String> {
    let mut tree = tree.clone();
    tree::damage(luck, &mut tree);
    toml::to_string(&tree).ok()
}

/// Sees that whatever is wrong can be told.
fn tell(error: &LoadError, in_full: bool) {
    assert!(!error.to_string().is_empty());
    let LoadError::Faults(files) = error else { return };
    for faults in files {
        assert!(!faults.is_empty());
        for fault in &faults.faults {
            assert!(faults.text.get(fault.span.clone()).is_some(), "{fault}");
        }
        if in_full {
            assert!(!faults.render(false, 100).is_empty());
        }
    }
}

impl Target for Scenarios {
    fn name(&self) -> &'static str {
        "scenario"
    }

    fn share(&self) -> u64 {
        60
    }

    fn ending(&self) -> &'static str {
        "toml"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        let size = usize::from(luck.once_in(8));
        if luck.once_in(2) {
            let tree = luck.pick(&self.trees[size]);
            if let Some(text) = written(luck, tree) {
                return text.into_bytes();
            }
        }
        self.texts[size].damaged(luck).into_bytes()
    }

    fn read(&self, input: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(input) else { return false };
        match load::check_text(text) {
            Ok(_) => true,
            Err(error) => {
                tell(&error, input.len().is_multiple_of(16));
                false
            }
        }
    }
}

/// Bundles that are let pass, and then lived.
pub(super) struct Lives(Value);

impl Lives {
    pub(super) fn new() -> io::Result<Self> {
        toml::from_str(&small_bundle()?).map(Self).map_err(io::Error::other)
    }
}

impl Target for Lives {
    fn name(&self) -> &'static str {
        "lives"
    }

    fn share(&self) -> u64 {
        10
    }

    fn ending(&self) -> &'static str {
        "toml"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        written(luck, &self.0).unwrap_or_default().into_bytes()
    }

    fn read(&self, input: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(input) else { return false };
        let Ok(scenario) = load::sent(text) else { return false };
        // As many as a campaign can afford.
        let seed = scenario.study.seed;
        let Ok(scenario) = in_memory::sized(&scenario, 40, Some(0.05), seed) else { return false };
        let Ok(worlds) = in_memory::worlds(&scenario) else { return false };
        for mut world in worlds.into_iter().take(3) {
            (0..scenario.ticks().min(3)).for_each(|_| step(&mut world));
        }
        true
    }
}
