//! How deep a TOML text nests, told from its text alone, before anything is built from it.
//!
//! Every open bracket is a level, every key before an equals sign, and every dot of a key: `[a.b]` with
//! `c.d = [{ e.f = 1 }]` below it is 8 levels deep. Trees are built, walked and dropped level by level on the
//! stack, so a text that nests without end has to be refused before it is parsed. The TOML parser's own lexer
//! tells quoted texts, comments and line ends apart, so that nothing can hide from the count.
//!
//! Dots of a number or of a date count as well, until the next comma or line end: the count is at most a
//! level or two too high.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The deepest nesting that is read: tables, lists and dotted keys together.
pub const DEEPEST_NESTING: usize = 32;

/// The offset of the first bracket, key or dot that goes deeper than `limit` levels.
pub(super) fn too_deep(text: &str, limit: usize) -> Option<usize> {
    let mut levels = Levels::default();
    let mut in_header = false;
    let mut at_line_start = true;
    for token in Source::new(text).lex() {
        let kind = token.kind();
        let opens = matches!(kind, TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket);
        if opens && at_line_start && levels.open.is_empty() {
            in_header = true;
            levels.header = 0;
        }
        match kind {
            _ if in_header && (opens || kind == TokenKind::Dot) => levels.header += 1,
            TokenKind::Newline if levels.open.is_empty() => {
                in_header = false;
                levels.outer = Key::default();
            }
            _ if in_header => {}
            _ if opens => levels.open.push(Key::default()),
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => drop(levels.open.pop()),
            TokenKind::Dot => levels.innermost().dots += 1,
            TokenKind::Equals => levels.innermost().settle(),
            TokenKind::Comma => *levels.innermost() = Key::default(),
            _ => {}
        }
        if (opens || matches!(kind, TokenKind::Dot | TokenKind::Equals)) && levels.total() > limit {
            return Some(token.span().start());
        }
        let is_blank = matches!(kind, TokenKind::Whitespace | TokenKind::Comment);
        at_line_start = kind == TokenKind::Newline || (is_blank && at_line_start);
    }
    None
}

/// The levels that are open at a place of the text.
#[derive(Default)]
struct Levels {
    /// Levels of the last table header.
    header: usize,
    /// The key that is being written in each open bracket, outermost first.
    open: Vec<Key>,
    /// The key that is being written outside all brackets.
    outer: Key,
}

/// A key that is being written: the levels before its equals sign, and the dots since.
#[derive(Default)]
struct Key {
    settled: usize,
    dots: usize,
}

impl Key {
    fn settle(&mut self) {
        self.settled += 1 + self.dots;
        self.dots = 0;
    }
}

impl Levels {
    fn innermost(&mut self) -> &mut Key {
        self.open.last_mut().unwrap_or(&mut self.outer)
    }

    fn total(&self) -> usize {
        let keys = self.open.iter().chain([&self.outer]).map(|key| key.settled + key.dots).sum::<usize>();
        self.header + self.open.len() + keys
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::{DeTable, DeValue};

    use super::too_deep;

    /// The levels of a value as they were built: one for each table or list below the root.
    fn built(value: &DeValue<'_>) -> usize {
        match value {
            DeValue::Table(table) => table_levels(table),
            DeValue::Array(list) => 1 + list.iter().map(|item| built(item.get_ref())).max().unwrap_or(0),
            _ => 0,
        }
    }

    fn table_levels(table: &DeTable<'_>) -> usize {
        1 + table.values().map(|value| built(value.get_ref())).max().unwrap_or(0)
    }

    #[test]
    fn the_example_of_the_module_is_eight_levels_deep() {
        let text = "[a.b]\nc.d = [{ e.f = 1 }]\n";
        assert_eq!(too_deep(text, 8), None);
        assert_eq!(too_deep(text, 7), text.find("= 1"));
    }

    #[test]
    fn an_empty_text_has_no_depth() {
        assert_eq!(too_deep("", 0), None);
        assert_eq!(too_deep("# [[[[ a.b.c \n", 0), None);
    }

    #[test]
    fn dots_and_brackets_in_quotes_do_not_count() {
        assert_eq!(too_deep("a = \"x.y.z [[[ \\\" {{ \"\n", 1), None);
        assert_eq!(too_deep("a = '''\n[b.c.d]\n'''\n", 1), None);
        assert_eq!(too_deep("[a] # '''\n[b.c.d]\n", 2), Some("[a] # '''\n[b.c".len()));
    }

    #[test]
    fn a_quote_inside_a_bare_word_opens_no_text() {
        assert_eq!(too_deep("a = b\"\nc.d.e = 1\"\n", 2), Some("a = b\"\nc.d.e ".len()));
    }

    proptest! {
        /// Whatever the text, right or wrong, the parser never builds more levels than were counted, up to
        /// the one level of the root.
        #[test]
        fn nothing_hides_from_the_count(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "b", ".", ".", "=", " = ", "1", "[", "]", "[[", "]]", "{", "}", ",", "\n", "\r\n", "\r", " ", "#", "\"",
            "'", "'''", "\"\"\"", "\\", "a.b", "x = { ", "y = [", "[t.u]\n",
        ]), 0..60)) {
            let text = pieces.concat();
            let counted = (0..).find(|limit| too_deep(&text, *limit).is_none()).unwrap_or(usize::MAX);
            let (table, errors) = DeTable::parse_recoverable(&text);
            let levels = table_levels(table.get_ref());
            if errors.is_empty() {
                prop_assert!(levels <= counted + 1, "{levels} levels, counted {counted}: {text:?}");
            } else {
                prop_assert!(levels <= 2 * counted + 1, "{levels} levels, counted {counted}: {text:?}");
            }
        }
    }
}
