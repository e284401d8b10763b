//! What stands in the code of the model in English, in the reader's language: definitions, units, sources,
//! mechanisms, safeguards, limits.
//!
//! Each takes the English beside the name, so that there is something to say of what has no translation.

use crate::language::Language;
use crate::words::Words;

impl Words {
    /// Says a sentence that stands in the code in English: itself, or the translation of family and name.
    #[must_use]
    fn of_code(self, family: &str, name: &str, english: &str) -> String {
        let translated = (self.language() != Language::En).then(|| self.named(family, name)).flatten();
        translated.unwrap_or_else(|| english.to_owned())
    }

    /// What a measure is called.
    #[must_use]
    pub fn measure(self, measure: &str, english: &str) -> String {
        self.of_code("measure-", measure, english)
    }

    /// The definition of a measure.
    #[must_use]
    pub fn definition(self, measure: &str, english: &str) -> String {
        self.of_code("definition-", measure, english)
    }

    /// The unit of a measure.
    #[must_use]
    pub fn unit(self, english: &str) -> String {
        self.of_code("unit-", &slug(english), english)
    }

    /// What a figure of the built society is.
    #[must_use]
    pub fn quantity(self, english: &str) -> String {
        self.of_code("quantity-", &slug(english), english)
    }

    /// How a figure of the built society came about, or how a source is known: a few words of the code.
    #[must_use]
    pub fn how(self, english: &str) -> String {
        self.of_code("how-", &slug(english), english)
    }

    /// The source of a measure.
    #[must_use]
    pub fn source(self, english: &str) -> String {
        self.of_code("source-", &slug(english), english)
    }

    /// What the source says of a mechanism.
    #[must_use]
    pub fn mechanism(self, name: &str, english: &str) -> String {
        self.of_code("mechanism-", name, english)
    }

    /// What happens when a mechanism is switched off.
    #[must_use]
    pub fn switched_off(self, name: &str, english: &str) -> String {
        self.of_code("switched-off-", name, english)
    }

    /// What a safeguard is called, as a clause.
    #[must_use]
    pub fn safeguard(self, name: &str, english: &str) -> String {
        self.of_code("safeguard-", name, english)
    }

    /// What a safeguard does.
    #[must_use]
    pub fn guards(self, name: &str, english: &str) -> String {
        self.of_code("guards-", name, english)
    }

    /// What a page calls a figure that it shows first.
    #[must_use]
    pub fn control(self, id: &str, english: &str) -> String {
        self.of_code("control-", id, english)
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

    /// What somebody works as.
    #[must_use]
    pub fn occupation(self, english: &str) -> String {
        self.of_code("occupation-", &slug(english), english)
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
