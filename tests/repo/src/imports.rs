//! Who imports whom: the table in `docs/architecture.md` against the packages, both ways.
//!
//! The table has the columns `crate`, `imports`, `in tests also`; a cell holds names of crates of ours
//! divided by commas, or `nothing`, or is empty. What a crate takes from outside is not in the table;
//! [`heavy_in_model`] looks at that.

use crate::workspace::{Locked, Packages, built_from};
use std::collections::{BTreeMap, BTreeSet};

/// The crates of the model, which must build and test quickly.
pub const MODEL: [&str; 5] = ["kernel", "regime", "society", "engine", "measures"];

/// The beginnings of the names of packages too heavy for the model.
const HEAVY: [&str; 7] = ["arrow", "parquet", "axum", "kuva", "clap", "tokio", "hyper"];

/// A row of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// What the crate is built from.
    pub imports: BTreeSet<String>,
    /// What its tests use beside that.
    pub for_tests: BTreeSet<String>,
}

/// The short name of a package of ours: `demerit-kernel` is `kernel`, the program `demerit` is `cli`.
#[must_use]
pub fn short(package: &str) -> &str {
    if package == "demerit" { "cli" } else { package.strip_prefix("demerit-").unwrap_or(package) }
}

/// The table in the text of a document; an error if there is none.
///
/// # Errors
/// No table has the three columns.
pub fn table(document: &str) -> Result<BTreeMap<String, Row>, String> {
    let cells = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split('|').map(|cell| cell.replace('`', "").trim().to_owned()).collect()
    };
    let mut lines =
        document.lines().skip_while(|line| cells(line) != ["crate", "imports", "in tests also"]).skip(2);
    let mut rows = BTreeMap::new();
    for line in lines.by_ref().take_while(|line| line.trim_start().starts_with('|')) {
        let cells = cells(line);
        let [name, imports, for_tests] = cells.as_slice() else {
            return Err(format!("a row of the table of imports has {} cells: {line}", cells.len()));
        };
        rows.insert(name.clone(), Row { imports: names(imports), for_tests: names(for_tests) });
    }
    if rows.is_empty() { Err("no table of imports was found".to_owned()) } else { Ok(rows) }
}

fn names(cell: &str) -> BTreeSet<String> {
    cell.split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty() && *name != "nothing")
        .map(str::to_owned)
        .collect()
}

/// Where the table and the packages differ.
#[must_use]
pub fn differences(table: &BTreeMap<String, Row>, packages: &Packages) -> Vec<String> {
    let ours: BTreeSet<&str> = packages.keys().map(|name| short(name)).collect();
    let own = |list: &BTreeSet<String>| -> BTreeSet<String> {
        list.iter().filter(|name| packages.contains_key(*name)).map(|name| short(name).to_owned()).collect()
    };
    let mut faults = Vec::new();
    for (name, package) in packages {
        let crate_name = short(name);
        let Some(row) = table.get(crate_name) else {
            faults.push(format!("crate {crate_name} has no row in the table of imports"));
            continue;
        };
        for (what, written, real) in [
            ("imports", &row.imports, own(&package.normal)),
            ("in its tests imports", &row.for_tests, own(&package.for_tests)),
        ] {
            for extra in real.difference(written) {
                faults.push(format!("{crate_name} {what} {extra}, which the table does not say"));
            }
            for missing in written.difference(&real) {
                faults.push(format!("the table says that {crate_name} {what} {missing}, which it does not"));
            }
        }
    }
    let strangers = table.keys().filter(|name| !ours.contains(name.as_str()));
    faults.extend(strangers.map(|name| format!("the table has a row for {name}, which is no crate")));
    faults
}

/// The regime's wall: of ours it is built from the kernel alone, and so are its tests.
#[must_use]
pub fn breaches_of_the_wall(packages: &Packages) -> Vec<String> {
    let Some(regime) = packages.get("demerit-regime") else {
        return vec!["there is no crate demerit-regime".to_owned()];
    };
    regime
        .normal
        .union(&regime.for_tests)
        .filter(|name| packages.contains_key(*name) && *name != "demerit-kernel")
        .map(|name| format!("regime imports {}; the regime may never know society", short(name)))
        .collect()
}

/// Heavy packages in what a crate of the model is built from.
#[must_use]
pub fn heavy_in_model(packages: &Packages, locked: &Locked) -> Vec<String> {
    let mut faults = Vec::new();
    for name in MODEL {
        let package = format!("demerit-{name}");
        if !packages.contains_key(&package) {
            faults.push(format!("there is no crate {package}"));
        }
        for heavy in built_from(&package, packages, locked) {
            if HEAVY
                .iter()
                .any(|beginning| heavy == *beginning || heavy.starts_with(&format!("{beginning}-")))
            {
                faults.push(format!("{name} is built from {heavy}, which is too heavy for the model"));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Package;

    const TABLE: &str = "text\n\n| crate | imports | in tests also |\n|---|---|---|\n| `kernel` | nothing | |\n\
                         | `regime` | `kernel` | |\n\nmore\n";

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn packages(regime_needs: &[&str]) -> Packages {
        Packages::from([
            ("demerit-kernel".to_owned(), Package { normal: set(&["rayon"]), for_tests: set(&[]) }),
            ("demerit-regime".to_owned(), Package { normal: set(regime_needs), for_tests: set(&[]) }),
        ])
    }

    #[test]
    fn a_true_table_has_no_difference() {
        assert_eq!(differences(&table(TABLE).unwrap(), &packages(&["demerit-kernel"])), Vec::<String>::new());
    }

    #[test]
    fn differences_are_found_both_ways() {
        let rows = table(TABLE).unwrap();
        assert_eq!(differences(&rows, &packages(&[])).len(), 1, "the table says too much");
        let mut more = packages(&["demerit-kernel"]);
        more.insert("demerit-society".to_owned(), Package::default());
        assert_eq!(differences(&rows, &more).len(), 1, "a crate without a row");
        if let Some(kernel) = more.get_mut("demerit-kernel") {
            kernel.for_tests = set(&["demerit-society"]);
        }
        assert_eq!(differences(&rows, &more).len(), 2, "an import for tests that the table does not name");
        assert!(table("no table").is_err());
    }

    #[test]
    fn a_regime_that_knows_society_is_found() {
        let mut broken = packages(&["demerit-kernel", "demerit-society"]);
        broken.insert("demerit-society".to_owned(), Package::default());
        assert_eq!(breaches_of_the_wall(&broken).len(), 1);
        assert!(breaches_of_the_wall(&packages(&["demerit-kernel", "thiserror"])).is_empty());
    }

    #[test]
    fn a_heavy_package_is_found_at_any_depth() {
        let mut model: Packages =
            MODEL.iter().map(|name| (format!("demerit-{name}"), Package::default())).collect();
        model.insert(
            "demerit-measures".to_owned(),
            Package { normal: set(&["table"]), for_tests: set(&["clap"]) },
        );
        let locked = Locked::from([("table".to_owned(), set(&["arrow-array"]))]);
        let faults = heavy_in_model(&model, &locked);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("arrow-array"));
    }
}
