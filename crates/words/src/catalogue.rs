//! The catalogues: the Fluent files of each language, built into the program and read once.

use crate::digits;
use crate::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The files of a language: name without ending, and text.
#[must_use]
pub const fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::En => &[
            ("numbers", include_str!("../messages/en/numbers.ftl")),
            ("names", include_str!("../messages/en/names.ftl")),
            ("measures", include_str!("../messages/en/measures.ftl")),
            ("report", include_str!("../messages/en/report.ftl")),
            ("explorer", include_str!("../messages/en/explorer.ftl")),
        ],
        Language::Id => &[
            ("numbers", include_str!("../messages/id/numbers.ftl")),
            ("names", include_str!("../messages/id/names.ftl")),
            ("measures", include_str!("../messages/id/measures.ftl")),
            ("report", include_str!("../messages/id/report.ftl")),
            ("explorer", include_str!("../messages/id/explorer.ftl")),
            ("definitions", include_str!("../messages/id/definitions.ftl")),
            ("mechanisms", include_str!("../messages/id/mechanisms.ftl")),
            ("titles", include_str!("../messages/id/titles.ftl")),
        ],
    }
}

/// The messages of a language.
pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

/// The catalogue of a language.
pub(crate) fn of(language: Language) -> &'static Catalogue {
    static READ: [OnceLock<Catalogue>; 2] = [OnceLock::new(), OnceLock::new()];
    READ[language as usize].get_or_init(|| Catalogue::read(language))
}

impl Catalogue {
    fn read(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Marks around what is put in would be bytes that no reader sees; both languages run from left to
        // right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::En => |value, _| written(Language::En, value),
            Language::Id => |value, _| written(Language::Id, value),
        }));
        for (name, text) in sources(language) {
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                    debug_assert!(false, "{language}/{name}.ftl: {errors:?}");
                    resource
                });
            if let Err(errors) = bundle.add_resource(resource) {
                debug_assert!(false, "{language}/{name}.ftl: {errors:?}");
            }
        }
        Self { bundle }
    }

    /// Says a message; `None` where there is none.
    pub(crate) fn say(&self, id: &str, with: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut given = FluentArgs::with_capacity(with.len());
        for (name, value) in with {
            given.set(*name, counted(value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "message `{id}`: {errors:?}");
        Some(text)
    }
}

/// What is put in: the form of a message is chosen by the number that is written, and 1.2 is written 1.
fn counted<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    match value {
        FluentValue::Number(number) if number.value.round() == 1.0 => 1.0.into(),
        other => other.clone(),
    }
}

/// A number of things as the language writes it.
fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(count(language, number.value)),
        _ => None,
    }
}

/// A number of things as the language writes it, rounded.
pub(crate) fn count(language: Language, value: f64) -> String {
    digits::count(language, value).unwrap_or_else(|id| of(language).say(id, &[]).unwrap_or_default())
}
