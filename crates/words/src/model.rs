//! What stands in the code of the model in English, in the reader's language: definitions, units, sources,
//! mechanisms, safeguards, limits.
//!
//! Each takes the English beside the name, so that there is something to say of what has no translation.

use crate::language::Language;
use crate::words::Words;

/// Says what stands in the code in English, by families of the catalogue: a name with its English beside it,
/// or the English alone, which is its own name.
macro_rules! families {
    (
        by name { $($(#[$what:meta])* $called:ident = $family:literal,)* }
        by itself { $($(#[$about:meta])* $told:ident = $kin:literal,)* }
    ) => {
        impl Words {
            $($(#[$what])*
            #[must_use]
            pub fn $called(self, name: &str, english: &str) -> String {
                self.of_code($family, name, english)
            })*

            $($(#[$about])*
            #[must_use]
            pub fn $told(self, english: &str) -> String {
                self.of_code($kin, &slug(english), english)
            })*
        }
    };
}

families! {
    by name {
        /// What a measure is called.
        measure = "measure-",
        /// The definition of a measure.
        definition = "definition-",
        /// What the source says of a mechanism.
        mechanism = "mechanism-",
        /// What happens when a mechanism is switched off.
        switched_off = "switched-off-",
        /// What a safeguard is called, as a clause.
        safeguard = "safeguard-",
        /// What a safeguard does.
        guards = "guards-",
        /// What a page calls a figure that it shows first.
        control = "control-",
    }
    by itself {
        /// The unit of a measure.
        unit = "unit-",
        /// What a figure of the built society is.
        quantity = "quantity-",
        /// How a figure of the built society came about, or how a source is known: a few words of the code.
        how = "how-",
        /// The source of a measure.
        source = "source-",
        /// What somebody works as.
        occupation = "occupation-",
    }
}

impl Words {
    /// Says a sentence that stands in the code in English: itself, or the translation of family and name.
    fn of_code(self, family: &str, name: &str, english: &str) -> String {
        let translated = (self.language() != Language::En).then(|| self.named(family, name)).flatten();
        translated.unwrap_or_else(|| english.to_owned())
    }

    /// A limit of the model, by its place in the list, counted from 1.
    #[must_use]
    pub fn limit(self, place: usize, english: &str) -> String {
        self.of_code("limit-", &place.to_string(), english)
    }

    /// A matter or a request as an entry has it: its name in English, hyphens as spaces.
    #[must_use]
    pub fn entry(self, name: &str) -> String {
        self.of_code("thing-", name, &name.replace('-', " "))
    }

    /// The title of a regime, a study or a world of the catalogue, the name of a phase or a tier; any other
    /// is told as it is.
    #[must_use]
    pub fn title(self, english: &str) -> String {
        match english.strip_suffix(", unchanged") {
            Some(base) => say!(self, "title-unchanged", title = self.title(base)),
            None => self.of_code("title-", &slug(english), english),
        }
    }
}

/// A text as part of an id: small letters and digits, all else a hyphen.
fn slug(text: &str) -> String {
    let apart = text.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    apart.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_stands_as_the_code_has_it_and_the_unknown_everywhere() {
        let [english, indonesian] = Language::ALL.map(Words::new);
        assert_eq!(english.mechanism("twin", "As it stands."), "As it stands.");
        assert_eq!(indonesian.definition("no-such-measure", "As it stands."), "As it stands.");
        assert_eq!(indonesian.unit("per 1,000 persons and year"), "per 1.000 orang dan tahun");
        assert_eq!(
            [english, indonesian].map(|words| words.entry("late-bill")),
            ["late bill", "tagihan telat"]
        );
    }

    #[test]
    fn slugs_are_ids() {
        assert_eq!(slug("per 1,000 persons and year"), "per-1-000-persons-and-year");
        assert_eq!(slug("AI Act, art. 5(1)(c)(i): so"), "ai-act-art-5-1-c-i-so");
        assert_eq!(slug("—"), "");
    }
}
