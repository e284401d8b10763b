//! Names of the tables in plain words: what a measure, a deed, an origin, a domain or a group is called.
//!
//! An unknown name is shown as it stands, its hyphens as spaces, so that a new measure or channel needs no
//! change here.

use demerit_measures::named;
use demerit_regime::Safeguard;
use demerit_words::{Words, begun, say};

/// A name with its hyphens as spaces.
pub(crate) fn plain(name: &str) -> String {
    name.replace('-', " ")
}

/// The name after `kind:` in a group.
pub(crate) fn of_group(group: &str) -> &str {
    group.split_once(':').map_or(group, |(_, name)| name)
}

/// A name of a family in the catalogue, or as it stands.
fn called(words: Words, family: &str, name: &str) -> String {
    words.named(family, name).unwrap_or_else(|| plain(name))
}

/// The label of a measure in a table; its definition says the rest.
pub(crate) fn measure(words: Words, measure: &str) -> String {
    named(measure).map_or_else(|| begun(&plain(measure)), |one| words.measure(one.name, one.title))
}

/// Safeguards, as clauses; `None` where there are none.
pub(crate) fn safeguards(words: Words, names: &[String]) -> Option<String> {
    let called = |name: &String| {
        Safeguard::named(name).map_or_else(|| plain(name), |one| words.safeguard(one.name(), one.title()))
    };
    (!names.is_empty()).then(|| names.iter().map(called).collect::<Vec<_>>().join("; "))
}

/// A group of persons: `women`, `the poorest fifth`.
pub(crate) fn group(words: Words, group: &str) -> String {
    if let Some(named) = words.named("group-", &group.replace(':', "-")) {
        return named;
    }
    match group.split_once(':') {
        Some(("class", class)) => say!(words, "persons-class", class = class),
        Some(("looks", looks)) => say!(words, "persons-looks", group = looks),
        Some(("age", ages)) => match (ages.strip_suffix('+'), ages.split_once('-')) {
            (Some(from), _) => say!(words, "persons-aged-over", age = from),
            (_, Some((from, to))) => say!(words, "persons-aged", from = from, to = to),
            _ => say!(words, "persons-aged-just", ages = ages),
        },
        Some(("trait", name)) => called(words, "trait-", name),
        Some(("stance", name)) => called(words, "stance-", name),
        _ => plain(of_group(group)),
    }
}

/// An origin of a wrong sanction or entry, as a label.
pub(crate) fn origin(words: Words, origin: &str) -> String {
    called(words, "origin-", origin)
}

/// A domain of life, as a label.
pub(crate) fn domain(words: Words, domain: &str) -> String {
    called(words, "domain-", domain)
}

/// What is refused in a domain of life, as a label.
pub(crate) fn refused(words: Words, domain_name: &str) -> String {
    words.named("asked-", domain_name).unwrap_or_else(|| domain(words, domain_name))
}

/// A channel, as a label.
pub(crate) fn channel(words: Words, channel: &str) -> String {
    called(words, "channel-", channel)
}

/// A deed as a thing: `late bill`, `critical post`.
pub(crate) fn thing(words: Words, name: &str) -> String {
    called(words, "thing-", name)
}

/// What a person did, in the past tense.
pub(crate) fn deed(words: Words, name: &str) -> String {
    words.named("did-", name).unwrap_or_else(|| say!(words, "story-did", thing = thing(words, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_labels() {
        let words = Words::default();
        assert_eq!(measure(words, "aware"), "Persons who know the rules that they live under");
        assert_eq!(measure(words, "some-new-measure"), "Some new measure");
        assert_eq!(safeguards(words, &["some-new-guard".into()]).as_deref(), Some("some new guard"));
        assert_eq!(safeguards(words, &[]), None);
    }

    #[test]
    fn known_and_unknown_names() {
        assert_eq!(origin(Words::default(), "tie"), "what family or friends did");
        assert_eq!(domain(Words::default(), "some-new-domain"), "some new domain");
        assert_eq!(group(Words::default(), "age:60+"), "aged 60 and over");
        assert_eq!(group(Words::default(), "age:18-39"), "aged 18 to 39");
        assert_eq!(group(Words::default(), "kind:odd-one"), "odd one");
    }
}
