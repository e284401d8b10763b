//! A section of the catalogue for a page's script: the messages whose ids begin alike, as plain texts.
//!
//! A script has no reader of Fluent. It is given texts in which `{ $name }` stands for what is put in, and
//! nothing else: a message with forms to choose from is not for it. Where a script needs a plural it asks for
//! two messages, `…-one` and `…-other`.

use crate::catalogue;
use crate::words::Words;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use std::collections::BTreeMap;

impl Words {
    /// The messages whose ids begin with `prefix`, by id, as plain texts with `{ $name }` for what is put in.
    #[must_use]
    pub fn section(self, prefix: &str) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for (_, text) in catalogue::sources(self.language()) {
            let resource = parse(*text).unwrap_or_else(|(resource, _)| resource);
            for entry in &resource.body {
                let Entry::Message(Message { id, value: Some(pattern), .. }) = entry else { continue };
                if id.name.starts_with(prefix) {
                    let plain = plain(pattern);
                    debug_assert!(plain.is_some(), "`{}` is not plain and is asked for by a page", id.name);
                    found.insert(id.name.to_owned(), plain.unwrap_or_default());
                }
            }
        }
        found
    }
}

/// A message as a plain text; `None` if it is more than that.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    let told = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Some(format!("{{ ${} }}", id.name)),
            InlineExpression::StringLiteral { value } => Some((*value).to_owned()),
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn of(text: &str) -> Option<String> {
        let resource = parse(text).expect("a resource");
        let Some(Entry::Message(message)) = resource.body.first() else { panic!("a message") };
        plain(message.value.as_ref().expect("a text"))
    }

    #[test]
    fn plain_messages_and_others() {
        assert_eq!(of("a = One {$two} three\n").as_deref(), Some("One { $two } three"));
        assert_eq!(of("a = {\" \"}b\n").as_deref(), Some(" b"));
        assert_eq!(of("a = { $n ->\n    [one] x\n   *[other] y\n }\n"), None);
        assert_eq!(of("a = { other }\n"), None);
    }

    #[test]
    fn a_section_holds_the_same_ids_in_each_language() {
        let [english, indonesian] = Language::ALL.map(|language| Words::new(language).section("number-"));
        assert!(english.len() > 3 && english.keys().eq(indonesian.keys()));
        assert_eq!(indonesian["number-one-in"], "1 dari { $many }");
        assert!(Words::default().section("no-such-section-").is_empty());
    }
}
