//! Words of the language: what a file may write where only some names have a meaning, such as a matter, a tie
//! or a claim status.
//!
//! A field of a [`Word`] holds one of the names of its [`Vocabulary`] and nothing else, in the file as in the
//! schema: editors complete it, and after parsing it is a value of the model, not a text. [`ByWord`] is the
//! schema of a table whose keys are words.
//!
//! The vocabularies of the model stand here, those of the files alone beside the field that they serve.
//! Leaves out: names that a file gives to its own parts (tiers, worlds, cities), which are texts.

use demerit_regime::{
    Burden, Channel, Claim, Domain, ErrorSource, Indicator, Matter, Mechanism, Request, Safeguard, Tie, Trait,
};
use demerit_society::Deed;
use demerit_society::conduct::Who;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

/// The keyword of our own in a JSON schema that says what its words, or the words that are its keys, are
/// called.
pub const WORD_KEYWORD: &str = "x-word";

/// The keyword of our own in a JSON schema that says where its words are listed, if they are too many for a
/// hint.
pub const LISTED_KEYWORD: &str = "x-listed-by";

/// A kind of word: a fixed list of values, each with its name in files.
pub trait Vocabulary: Copy + 'static {
    /// What one is called, as in `there is no matter`.
    const KIND: &'static str;
    /// What says where they are listed, if they are too many for a hint.
    const LISTED_BY: Option<&'static str> = None;

    /// All of them, in their order.
    fn all() -> Vec<Self>;

    /// The name in files.
    fn name(self) -> &'static str;
}

/// Says that types with `ALL` and `name` are vocabularies.
macro_rules! vocabularies {
    ($($type:ident $kind:literal),+ $(,)?) => {$(
        impl $crate::word::Vocabulary for $type {
            const KIND: &'static str = $kind;

            fn all() -> Vec<Self> {
                Self::ALL.to_vec()
            }

            fn name(self) -> &'static str {
                self.name()
            }
        }
    )+};
}

vocabularies! {
    Burden "burden of proof",
    Channel "channel",
    Claim "claim status",
    Domain "domain",
    ErrorSource "source of error",
    Indicator "indicator",
    Matter "matter",
    Mechanism "mechanism",
    Request "request",
    Safeguard "safeguard",
    Tie "tie",
    Trait "trait",
    Who "group of persons",
}

impl Vocabulary for Deed {
    const KIND: &'static str = "deed";

    fn all() -> Vec<Self> {
        Self::all().collect()
    }

    fn name(self) -> &'static str {
        self.name()
    }
}

/// Makes a vocabulary that files alone have: an enumeration with its names, or some words of another
/// vocabulary.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident($kind:literal) { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $crate::word::Vocabulary for $name {
            const KIND: &'static str = $kind;

            fn all() -> Vec<Self> {
                vec![$(Self::$variant),+]
            }

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
    ($(#[$doc:meta])* $name:ident($kind:literal) of $whole:ident { $($variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub $whole);

        impl $crate::word::Vocabulary for $name {
            const KIND: &'static str = $kind;

            fn all() -> Vec<Self> {
                vec![$(Self($whole::$variant)),+]
            }

            fn name(self) -> &'static str {
                self.0.name()
            }
        }
    };
}
pub(crate) use vocabulary;

/// A word of a file. Words are in the order of their names, as the keys of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<T>(pub T);

impl<T: Vocabulary> Word<T> {
    /// The word with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        T::all().into_iter().find(|one| one.name() == name).map(Self)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// The names of a vocabulary, in its order.
#[must_use]
pub fn names<T: Vocabulary>() -> Vec<&'static str> {
    T::all().into_iter().map(T::name).collect()
}

impl<T: Vocabulary> fmt::Display for Word<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl<T: Vocabulary + Eq> Ord for Word<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl<T: Vocabulary + Eq> PartialOrd for Word<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Vocabulary> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de, T: Vocabulary> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| de::Error::custom(format!("there is no {} `{name}`", T::KIND)))
    }
}

/// A schema with what the words in it are called.
fn with_kind<T: Vocabulary>(mut schema: Schema) -> Schema {
    schema.insert(WORD_KEYWORD.to_owned(), T::KIND.into());
    if let Some(listed_by) = T::LISTED_BY {
        schema.insert(LISTED_KEYWORD.to_owned(), listed_by.into());
    }
    schema
}

impl<T: Vocabulary> JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::KIND.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        with_kind::<T>(json_schema!({ "type": "string", "enum": names::<T>() }))
    }
}

/// Stands for a table from words to values in a schema, as in
/// `#[schemars(with = "ByWord<Tie, ShareFigure>")]`; it has no values.
#[derive(Clone, Copy, Debug)]
pub struct ByWord<K, V>(PhantomData<(K, V)>);

impl<K: Vocabulary, V: JsonSchema> JsonSchema for ByWord<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{} by {}", V::schema_name(), K::KIND).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<V>().to_value();
        let keys: Map<String, Value> =
            names::<K>().into_iter().map(|name| (name.to_owned(), value.clone())).collect();
        with_kind::<K>(json_schema!({ "type": "object", "properties": keys, "additionalProperties": false }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema_check::check;
    use serde::Deserialize as Read;
    use serde::Serialize as Write;
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Read, Write, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Letter {
        claim: Word<Claim>,
        ties: Vec<Word<Tie>>,
        #[schemars(with = "ByWord<Tie, u8>")]
        weights: BTreeMap<Word<Tie>, u8>,
    }

    fn told(text: &str) -> String {
        check::<Letter>(text, "a.toml").unwrap_err().to_string()
    }

    #[test]
    fn a_word_is_read_and_written_by_its_name() {
        let text = "claim = \"reported\"\nties = [\"kin\", \"child\"]\n\n[weights]\nchild = 1\nfriend = 3\nkin = 2\n";
        let (letter, _) = check::<Letter>(text, "a.toml").unwrap();
        assert_eq!(letter.ties, [Word(Tie::Kin), Word(Tie::Child)]);
        assert_eq!(letter.weights[&Word(Tie::Friend)], 3);
        assert_eq!(toml::to_string(&letter).unwrap(), text, "keys are in the order of their names");
    }

    #[test]
    fn another_word_is_refused_with_what_was_meant_and_what_is_allowed() {
        let text = "claim = \"report\"\nties = [\"cousin\"]\nweights = { frend = 1, cousin = 2 }\n";
        let ties = "partner, parent, child, housemate, kin, friend, colleague, acquaintance";
        let expected = [
            "a.toml:1:9: claim: there is no claim status `report` (did you mean `reported`? one of: documented, \
             reported, hypothetical)"
                .to_owned(),
            format!("a.toml:2:9: ties[0]: there is no tie `cousin` (one of: {ties})"),
            format!(
                "a.toml:3:13: weights.frend: there is no tie `frend` (did you mean `friend`? one of: {ties})"
            ),
            format!("a.toml:3:24: weights.cousin: there is no tie `cousin` (one of: {ties})"),
        ];
        assert_eq!(told(text), expected.join("\n"));
        assert!(serde_json::from_str::<Word<Claim>>("\"report\"").is_err(), "serde alone refuses it too");
    }

    #[test]
    fn names_lead_back_to_their_words() {
        fn each<T: Vocabulary + PartialEq + fmt::Debug>() {
            for one in T::all() {
                assert_eq!(Word::<T>::named(one.name()).map(|word| word.0), Some(one));
            }
            assert_eq!(Word::<T>::named("no such word").map(|word| word.0), None);
        }
        each::<Matter>();
        each::<Deed>();
        each::<Mechanism>();
    }
}
