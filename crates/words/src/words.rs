//! Words: what says a message in one language.

use crate::catalogue;
use crate::language::Language;
use fluent_bundle::FluentValue;

/// Says things in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    language: Language,
}

impl Words {
    /// What is said in a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// Says a message, with what is put into it by name. The macro [`say!`](crate::say) writes this shorter.
    #[must_use]
    pub fn say(self, id: &str, with: &[(&str, FluentValue<'_>)]) -> String {
        let in_english = || {
            debug_assert!(false, "no message `{id}` in {}", self.language.code());
            catalogue::of(Language::En).say(id, with)
        };
        catalogue::of(self.language).say(id, with).or_else(in_english).unwrap_or_else(|| id.to_owned())
    }

    /// Says messages into which nothing is put, such as those of a table's head.
    #[must_use]
    pub fn each<const N: usize>(self, ids: [&str; N]) -> [String; N] {
        ids.map(|id| self.say(id, &[]))
    }

    /// Says the message of a name, such as `measure-` and `fear`; `None` where there is none.
    #[must_use]
    pub fn named(self, family: &str, name: &str) -> Option<String> {
        catalogue::of(self.language).say(&format!("{family}{name}"), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Words; 2] = [Words::new(Language::En), Words::new(Language::Id)];

    #[test]
    fn a_message_is_said_in_each_language() {
        let [english, indonesian] = BOTH;
        assert_eq!(say!(english, "number-not-known"), "not known");
        assert_eq!(say!(indonesian, "number-not-known"), "tidak diketahui");
        assert_eq!(say!(english, "number-one-in", many = 29_u32), "1 in 29");
        assert_eq!(say!(indonesian, "number-one-in", many = 1200_u32), "1 dari 1.200");
    }

    #[test]
    fn names_have_a_message_or_none() {
        assert_eq!(BOTH.map(|words| words.named("origin-", "clerk").is_some()), [true, true]);
        assert_eq!(BOTH[1].named("origin-", "no-such-origin"), None);
    }

    #[test]
    #[should_panic(expected = "no message `nothing-of-the-kind`")]
    fn an_unknown_message_is_noticed() {
        let _ = BOTH[0].say("nothing-of-the-kind", &[]);
    }

    #[test]
    #[should_panic(expected = "number-one-in")]
    fn a_message_that_lacks_something_is_noticed() {
        let _ = BOTH[0].say("number-one-in", &[]);
    }
}
