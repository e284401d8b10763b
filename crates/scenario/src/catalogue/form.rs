//! What a text is: a bundle, a study, a society or a regime, by the keys at its top.
//!
//! The keys are looked for line by line, so that a file is known for what it is even where a fault keeps it
//! from being read. A text without any of them is nothing of ours, and no line of it is shown to anybody.

use super::Kind;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A study with all that it names.
    Bundle,
    /// A file of a kind.
    Of(Kind),
}

/// What a text is: `study` makes a bundle, `worlds` or `society` a study, `households` and its like a
/// society, `rules` and its like a regime; `None` where it has none of these keys.
pub(crate) fn form(text: &str) -> Option<Form> {
    let forms: [(Form, &[&str]); 4] = [
        (Form::Bundle, &["study"]),
        (Form::Of(Kind::Study), &["worlds", "society"]),
        (Form::Of(Kind::Society), &["households", "deeds", "habits", "cities"]),
        (Form::Of(Kind::Regime), &["rules", "scale", "tiers", "gates", "list", "appeals", "spillover"]),
    ];
    let has = |keys: &[&str]| keys.iter().any(|key| has_key(text, key));
    forms.into_iter().find(|one| has(one.1)).map(|one| one.0)
}

/// Whether a text has this key at its top, even if something else keeps it from being read.
fn has_key(text: &str, key: &str) -> bool {
    let mut top = true;
    text.lines().map(str::trim_start).any(|line| {
        if line.starts_with('[') {
            top = false;
            let name = line.trim_start_matches('[').trim_start();
            return name.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with([']', '.']));
        }
        top && line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_keys_even_with_faults() {
        assert_eq!(form("title = 1\n[[worlds]]\nname = \"a"), Some(Form::Of(Kind::Study)));
        assert_eq!(form("society = \"x\"\nsociety = \"y\""), Some(Form::Of(Kind::Study)));
        assert_eq!(form("[study]\n[society.cities]"), Some(Form::Bundle));
        assert_eq!(form("[households]\nsizes = ["), Some(Form::Of(Kind::Society)));
        assert_eq!(
            form("[[rules]]\nsociety = 3"),
            Some(Form::Of(Kind::Regime)),
            "a key inside a table is not at the top"
        );
        assert_eq!(form("title = 1"), None);
    }
}
