//! The catalogue: societies, regimes and studies that the binary carries with it.

pub(crate) mod form;

use std::fmt;

/// What sort of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A society.
    Society,
    /// A regime.
    Regime,
    /// A study.
    Study,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Society, Self::Regime, Self::Study];

    /// The word for one.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Society => "society",
            Self::Regime => "regime",
            Self::Study => "study",
        }
    }

    /// The word for several.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Society => "societies",
            Self::Regime => "regimes",
            Self::Study => "studies",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A file of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// What sort of file.
    pub kind: Kind,
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! embedded {
    ($($kind:ident $folder:literal $name:literal),+ $(,)?) => {
        const ENTRIES: &[CatalogueEntry] = &[$(CatalogueEntry {
            kind: Kind::$kind,
            name: $name,
            text: include_str!(concat!("../../../catalogue/", $folder, "/", $name, ".toml")),
        }),+];
    };
}

embedded! {
    Society "societies" "china-2020",
    Society "societies" "small-town",
    Society "societies" "plain",
    Regime "regimes" "no-dark-corner",
    Regime "regimes" "court-list",
    Regime "regimes" "courts-only",
    Regime "regimes" "rongcheng",
    Regime "regimes" "rongcheng-and-list",
    Regime "regimes" "suining-2010",
    Regime "regimes" "zhima",
    Regime "regimes" "osmanthus",
    Regime "regimes" "mutual-rating",
    Regime "regimes" "fico-like",
    Regime "regimes" "benefits-fraud",
    Regime "regimes" "income-averaging",
    Regime "regimes" "watchlist",
    Study "studies" "no-dark-corner",
    Study "studies" "no-dark-corner-forty-years",
    Study "studies" "documented",
    Study "studies" "safeguards",
    Study "studies" "generations",
    Study "studies" "one-mechanism-at-a-time",
    Study "studies" "nation",
    Study "studies" "what-was-claimed",
    Study "studies" "suining",
}

/// The files of a kind.
pub fn entries(kind: Kind) -> impl Iterator<Item = CatalogueEntry> {
    ENTRIES.iter().copied().filter(move |entry| entry.kind == kind)
}

/// The text of a file.
#[must_use]
pub fn text(kind: Kind, name: &str) -> Option<&'static str> {
    entries(kind).find(|entry| entry.name == name).map(|entry| entry.text)
}

/// The names of the files of a kind.
#[must_use]
pub fn names(kind: Kind) -> Vec<&'static str> {
    entries(kind).map(|entry| entry.name).collect()
}

/// The title that a file gives itself; its name where it gives none.
#[must_use]
pub fn title(entry: &CatalogueEntry) -> String {
    let table = entry.text.parse::<toml::Table>().ok();
    let title = table.as_ref().and_then(|table| table.get("title")).and_then(toml::Value::as_str);
    title.unwrap_or(entry.name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogue/");
        for kind in Kind::ALL {
            let mut there: Vec<String> = std::fs::read_dir(format!("{root}{}", kind.plural()))
                .unwrap()
                .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            let mut here: Vec<String> = names(kind).into_iter().map(str::to_owned).collect();
            there.sort();
            here.sort();
            assert_eq!(here, there, "{}", kind.plural());
        }
    }
}
