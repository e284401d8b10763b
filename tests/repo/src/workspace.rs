//! The packages of the workspace (from `cargo metadata`) and all that they depend on (from `Cargo.lock`).

use crate::tree;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// A package of ours.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// Names of the packages that it is built from.
    pub normal: BTreeSet<String>,
    /// Names of the packages that only its tests, examples and benchmarks use.
    pub for_tests: BTreeSet<String>,
}

/// Packages by name.
pub type Packages = BTreeMap<String, Package>;

/// Asks cargo for the packages of the workspace.
///
/// # Errors
/// Cargo cannot be started, fails, or answers in a form that is not expected.
pub fn packages() -> Result<Packages, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let done = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(tree::root())
        .output()
        .map_err(|fault| format!("cannot start cargo: {fault}"))?;
    if !done.status.success() {
        return Err(format!("`cargo metadata` failed: {}", String::from_utf8_lossy(&done.stderr)));
    }
    let metadata = serde_json::from_slice(&done.stdout).map_err(|fault| fault.to_string())?;
    packages_in(&metadata).ok_or_else(|| "`cargo metadata` has an unknown form".to_owned())
}

/// The packages in the answer of `cargo metadata`.
#[must_use]
pub fn packages_in(metadata: &Value) -> Option<Packages> {
    let mut found = Packages::new();
    for package in metadata["packages"].as_array()? {
        let mut own = Package::default();
        for dependency in package["dependencies"].as_array()? {
            let name = dependency["name"].as_str()?.to_owned();
            if dependency["kind"].as_str() == Some("dev") {
                own.for_tests.insert(name);
            } else {
                own.normal.insert(name);
            }
        }
        found.insert(package["name"].as_str()?.to_owned(), own);
    }
    Some(found)
}

/// What depends on what, by name, as `Cargo.lock` has it. Two versions of one package count as one.
pub type Locked = BTreeMap<String, BTreeSet<String>>;

/// Reads the graph from the text of `Cargo.lock`.
///
/// # Errors
/// The text is no lock file.
pub fn locked(text: &str) -> Result<Locked, String> {
    let file: toml::Table = text.parse().map_err(|fault| format!("Cargo.lock: {fault}"))?;
    let packages =
        file.get("package").and_then(toml::Value::as_array).ok_or("Cargo.lock lists no package")?;
    let mut graph = Locked::new();
    for package in packages {
        let name = package.get("name").and_then(toml::Value::as_str).ok_or("a package without a name")?;
        let edges = graph.entry(name.to_owned()).or_default();
        let needs =
            package.get("dependencies").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        // An entry reads `name` or, where two versions are locked, `name version`.
        edges.extend(needs.iter().filter_map(|need| need.as_str()?.split(' ').next().map(str::to_owned)));
    }
    Ok(graph)
}

/// All that a package of ours is built from, directly or not, its tests left out.
#[must_use]
pub fn built_from(name: &str, packages: &Packages, locked: &Locked) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<String> =
        packages.get(name).map_or_else(Vec::new, |own| own.normal.iter().cloned().collect());
    while let Some(next) = open.pop() {
        if reached.insert(next.clone()) {
            // The lock file mixes in the test dependencies of our own packages, so ours go by the metadata.
            match (packages.get(&next), locked.get(&next)) {
                (Some(own), _) => open.extend(own.normal.iter().cloned()),
                (None, Some(edges)) => open.extend(edges.iter().cloned()),
                (None, None) => {}
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn test_dependencies_stand_apart_and_are_not_followed() {
        let metadata = json!({ "packages": [
            { "name": "ours", "dependencies": [
                { "name": "near", "kind": null }, { "name": "prober", "kind": "dev" } ] } ] });
        let packages = packages_in(&metadata).unwrap();
        assert_eq!(packages["ours"].normal, BTreeSet::from(["near".to_owned()]));
        assert_eq!(packages["ours"].for_tests, BTreeSet::from(["prober".to_owned()]));

        let lock = "[[package]]\nname = \"ours\"\nversion = \"1\"\ndependencies = [\"near\", \"prober\"]\n\
                    [[package]]\nname = \"near\"\nversion = \"1\"\ndependencies = [\"far 2.0.0\"]\n\
                    [[package]]\nname = \"far\"\nversion = \"2.0.0\"\n";
        let reached = built_from("ours", &packages, &locked(lock).unwrap());
        assert_eq!(reached, BTreeSet::from(["near".to_owned(), "far".to_owned()]));
    }

    #[test]
    fn a_text_that_is_no_lock_file_is_an_error() {
        assert!(locked("version = 4\n").is_err());
    }
}
