//! A peer of the comparison as `bench/peers.toml` has it.

use crate::outcome::Outcome;

/// In what a peer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// A virtual environment.
    Python,
    /// A package with a lock file.
    Rust,
}

/// A peer as `bench/peers.toml` has it.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    /// Its name, and that of its folder.
    pub(crate) name: String,
    /// Whether a framework or by hand.
    pub(crate) made: String,
    /// In what it is written.
    pub(crate) language: Language,
    /// Ways in which it is run, beside its name.
    pub(crate) ways: Vec<String>,
    /// Numbers of threads.
    pub(crate) threads: Vec<u64>,
    /// Agents, and how often.
    pub(crate) sizes: Vec<(u64, u64)>,
}

/// The peers that the text names.
pub(crate) fn read(text: &str) -> Outcome<Vec<Peer>> {
    let table: toml::Table = text.parse().map_err(|fault| format!("bench/peers.toml: {fault}"))?;
    let peers = table.get("peer").and_then(toml::Value::as_array).ok_or("bench/peers.toml names no peer")?;
    peers.iter().map(peer).collect()
}

fn peer(value: &toml::Value) -> Outcome<Peer> {
    let word = |field: &str| {
        let found = value.get(field).and_then(toml::Value::as_str).map(str::to_owned);
        found.ok_or_else(|| format!("bench/peers.toml: a peer has no `{field}`"))
    };
    let name = word("name")?;
    let list = |field: &str| value.get(field).and_then(toml::Value::as_array).cloned();
    let count = |value: &toml::Value| value.as_integer().and_then(|number| u64::try_from(number).ok());
    let language = match word("language")?.as_str() {
        "python" => Language::Python,
        "rust" => Language::Rust,
        other => return Err(format!("bench/peers.toml: {name} is in `{other}`, not python or rust")),
    };
    let ways = list("ways").map_or_else(
        || Some(vec![String::new()]),
        |ways| ways.iter().map(|way| way.as_str().map(str::to_owned)).collect(),
    );
    let threads =
        list("threads").map_or_else(|| Some(vec![1]), |threads| threads.iter().map(count).collect());
    let sizes = list("sizes").and_then(|sizes| {
        let pair = |size: &toml::Value| match size.as_array()?.as_slice() {
            [agents, times] => Some((count(agents)?, count(times)?)),
            _ => None,
        };
        sizes.iter().map(pair).collect()
    });
    match (ways, threads, sizes) {
        (Some(ways), Some(threads), Some(sizes)) => {
            Ok(Peer { name, made: word("made")?, language, ways, threads, sizes })
        }
        _ => {
            Err(format!("bench/peers.toml: ways, threads or sizes of {name} are not lists of the right kind"))
        }
    }
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
    fn a_fault_in_the_list_names_the_peer() {
        let said =
            read("[[peer]]\nname = \"a\"\nmade = \"by hand\"\nlanguage = \"c\"\nsizes = []").unwrap_err();
        assert!(said.contains("a is in `c`"), "{said}");
        let said =
            read("[[peer]]\nname = \"a\"\nmade = \"by hand\"\nlanguage = \"rust\"\nsizes = [3]").unwrap_err();
        assert!(said.contains("of a are not"), "{said}");
        assert!(read("").is_err());
    }
}
