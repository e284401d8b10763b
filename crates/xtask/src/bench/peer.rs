//! A peer of the comparison as `bench/peers.toml` has it.

use crate::outcome::Outcome;
use serde::Deserialize;
use std::collections::BTreeMap;

/// In what a peer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    /// A virtual environment.
    Python,
    /// A package with a lock file.
    Rust,
}

/// A peer as `bench/peers.toml` has it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Peer {
    /// Its name, and that of its folder.
    pub(crate) name: String,
    /// Whether a framework or by hand.
    pub(crate) made: String,
    /// In what it is written.
    pub(crate) language: Language,
    /// Ways in which it is run, beside its name.
    #[serde(default = "one_way")]
    pub(crate) ways: Vec<String>,
    /// Numbers of threads.
    #[serde(default = "one_thread")]
    pub(crate) threads: Vec<u64>,
    /// Agents, and how often.
    pub(crate) sizes: Vec<(u64, u64)>,
}

fn one_way() -> Vec<String> {
    vec![String::new()]
}

fn one_thread() -> Vec<u64> {
    vec![1]
}

/// The peers that the text names.
pub(crate) fn read(text: &str) -> Outcome<Vec<Peer>> {
    let mut lists: BTreeMap<String, Vec<Peer>> =
        toml::from_str(text).map_err(|fault| format!("bench/peers.toml: {fault}"))?;
    lists.remove("peer").ok_or_else(|| "bench/peers.toml names no peer".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;

    #[test]
    fn the_list_of_peers_is_read_and_every_peer_has_its_program() {
        let root = place::root().join("bench");
        let peers = read(&std::fs::read_to_string(root.join("peers.toml")).unwrap()).unwrap();
        for name in ["numpy", "numba", "plain-rust", "mesa", "modelly", "ambr", "ixa", "krabmaga", "starsim"]
        {
            assert!(peers.iter().any(|peer| peer.name == name), "{name}");
        }
        for peer in peers {
            let needed: &[&str] = match peer.language {
                Language::Python => &["model.py", "requirements.txt"],
                Language::Rust => &["Cargo.toml", "Cargo.lock", "src/main.rs"],
            };
            assert!(needed.iter().all(|file| root.join(&peer.name).join(file).is_file()), "{}", peer.name);
            assert!(!peer.sizes.is_empty() && ["framework", "by hand"].contains(&peer.made.as_str()));
        }
    }

    #[test]
    fn a_fault_in_the_list_names_the_line_and_what_is_wrong() {
        let refused = |language: &str, sizes: &str| {
            let head = "[[peer]]\nname = \"a\"\nmade = \"by hand\"";
            read(&format!("{head}\nlanguage = \"{language}\"\nsizes = {sizes}")).unwrap_err()
        };
        let said = refused("c", "[]");
        assert!(said.contains("line 4") && said.contains("unknown variant `c`"), "{said}");
        let said = refused("rust", "[3]");
        assert!(said.contains("line 5") && said.contains("tuple"), "{said}");
        assert!(read("").is_err());
    }
}
