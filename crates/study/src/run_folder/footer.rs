//! The footer: what a table says of where it comes from, and the order of its words.
//!
//! | key | what |
//! |---|---|
//! | `demerit.version` | version of the program |
//! | `demerit.commit` | commit that it was built from, where the build was told |
//! | `demerit.study` | name of the study |
//! | `demerit.study_digest` | SHA-256 of the study as resolved |
//! | `demerit.manifest_digest` | SHA-256 of what the manifest says of the run, see `demerit_worlds::manifest` |
//! | `demerit.plan_digest` | of a sweep, instead of both: SHA-256 of its plan |
//! | `demerit.seeds` | seeds, with commas between |
//! | `demerit.order` | JSON: for each column whose words have an order, all that it holds, in that order |
//!
//! Neither time nor machine is told: the same study and seeds give the same bytes.

use demerit_worlds::manifest::Manifest;
use parquet::file::metadata::KeyValue;
use std::collections::{BTreeMap, BTreeSet};

/// Key of the digest of the manifest.
const SEAL: &str = "manifest_digest";

/// Whether these pairs are the footer of a table of the run whose manifest has this digest.
pub(super) fn is_of(manifest_digest: &str, pairs: Option<&Vec<KeyValue>>) -> bool {
    let mut seals =
        pairs.into_iter().flatten().filter(|pair| pair.key.strip_prefix("demerit.") == Some(SEAL));
    seals.next().is_some_and(|pair| pair.value.as_deref() == Some(manifest_digest))
}

/// What a table says of where it comes from; nothing, for a part of a checkpoint.
#[derive(Clone, Debug, Default)]
pub struct Footer {
    says: Vec<(String, String)>,
    /// Words of columns in their order, as far as the study knows them.
    orders: BTreeMap<&'static str, Vec<String>>,
}

impl Footer {
    /// That of the tables of a run.
    #[must_use]
    pub fn of(manifest: &Manifest) -> Self {
        let digests = [("study_digest", manifest.study_digest.clone()), (SEAL, manifest.digest())];
        Self::with(manifest, digests, &manifest.seeds)
    }

    /// That of the table of a sweep: with the manifest of one of its runs, the digest of its plan, and all
    /// seeds.
    #[must_use]
    pub fn of_plan(manifest: &Manifest, digest: &str, seeds: &BTreeSet<u64>) -> Self {
        Self::with(manifest, [("plan_digest", digest.to_owned())], seeds)
    }

    fn with<'a>(
        manifest: &Manifest,
        digests: impl IntoIterator<Item = (&'static str, String)>,
        seeds: impl IntoIterator<Item = &'a u64>,
    ) -> Self {
        let Manifest { version, commit, study, worlds, .. } = manifest;
        let seeds: Vec<String> = seeds.into_iter().map(u64::to_string).collect();
        let commit = commit.iter().map(|commit| ("commit", commit.clone()));
        let says = [("version", version.clone())].into_iter().chain(commit);
        let says = says.chain([("study", study.clone())]).chain(digests).chain([("seeds", seeds.join(","))]);
        let mut tiers: Vec<_> = worlds.iter().flat_map(|world| &world.tiers).collect();
        tiers.sort_by_key(|tier| tier.from);
        let tiers = tiers.into_iter().map(|tier| tier.name.clone()).collect();
        let worlds = worlds.iter().map(|world| world.name.clone()).collect();
        Self {
            says: says.map(|(key, value)| (key.to_owned(), value)).collect(),
            orders: BTreeMap::from([("world", worlds), ("tier", tiers)]),
        }
    }

    /// The pairs of keys and values, with the words that were found in each column, and those that it may
    /// hold in their order.
    pub(super) fn pairs(
        &self,
        found: &BTreeMap<&'static str, BTreeSet<String>>,
        words: impl Fn(&str) -> Vec<&'static str>,
    ) -> Vec<KeyValue> {
        if self.says.is_empty() {
            return Vec::new();
        }
        let mut orders = serde_json::Map::new();
        for (column, found) in found {
            let known = words(column).into_iter().map(str::to_owned);
            let known = known.chain(self.orders.get(column).into_iter().flatten().cloned());
            let mut order: Vec<String> = Vec::new();
            known.for_each(|word| {
                if !order.contains(&word) {
                    order.push(word);
                }
            });
            if !order.is_empty() {
                let further = found.iter().filter(|word| !order.contains(word)).cloned().collect::<Vec<_>>();
                order.extend(further);
                orders.insert((*column).to_owned(), order.into());
            }
        }
        let order = ("order".to_owned(), serde_json::Value::Object(orders).to_string());
        let all = self.says.iter().cloned().chain([order]);
        all.map(|(key, value)| KeyValue::new(format!("demerit.{key}"), value)).collect()
    }

    /// One that says this.
    #[cfg(test)]
    pub(super) fn plain(says: &[(&str, &str)], orders: &[(&'static str, &[&str])]) -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            says: says.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
            orders: orders.iter().map(|(column, words)| (*column, owned(words))).collect(),
        }
    }
}
