//! Paths inside a file, written as `rules[3].points` or `cities."New York".share`.
//!
//! A path is a list of steps from the top of the file: a key of a table, or the index of an item in a list,
//! from 0. Keys that are not made of letters, digits, `_` and `-` alone stand in quotes.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::words::piece;

/// One step from a table or a list to what is inside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step<'a> {
    Key(Cow<'a, str>),
    Item(usize),
}

/// Writes a path; keys that are very long are shortened.
pub(super) fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Item(item) => write!(path, "[{item}]").unwrap_or_default(),
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                if is_bare(key) {
                    path.push_str(&piece(key));
                } else {
                    let quoted = key.replace('\\', "\\\\").replace('"', "\\\"");
                    write!(path, "\"{}\"", piece(&quoted)).unwrap_or_default();
                }
            }
        }
    }
    path
}

fn is_bare(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// Reads a path; `None` if it is not written as one.
pub(crate) fn read(path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let (item, after) = inner.split_once(']')?;
            steps.push(Step::Item(item.parse().ok()?));
            rest = after;
            continue;
        }
        if !steps.is_empty() {
            rest = rest.strip_prefix('.')?;
        }
        if let Some(inner) = rest.strip_prefix('"') {
            let (key, after) = quoted_key(inner)?;
            steps.push(Step::Key(Cow::Owned(key)));
            rest = after;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            if key.is_empty() {
                return None;
            }
            steps.push(Step::Key(Cow::Borrowed(key)));
            rest = after;
        }
    }
    Some(steps)
}

/// A key in quotes, read from behind its first quote, and what comes after it.
fn quoted_key(inner: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut letters = inner.char_indices();
    while let Some((offset, letter)) = letters.next() {
        match letter {
            '"' => return Some((key, &inner[offset + 1..])),
            '\\' => key.push(letters.next()?.1),
            _ => key.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Step, read, written};

    #[test]
    fn a_path_is_read_step_by_step() {
        let steps = read("gates[2].refuse[0]").unwrap();
        let expected = [Step::Key("gates".into()), Step::Item(2), Step::Key("refuse".into()), Step::Item(0)];
        assert_eq!(steps, expected);
        assert_eq!(read("cities.\"New York\".share").unwrap()[1], Step::Key("New York".into()));
    }

    #[test]
    fn nothing_is_the_top_of_the_file_and_nonsense_is_no_path() {
        assert_eq!(read("").unwrap(), []);
        for nonsense in ["a..b", ".a", "a[", "a[x]", "a[0]b", "\"a", "a."] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }

    fn step() -> impl Strategy<Value = Step<'static>> {
        prop_oneof!["[ -~é]{0,12}".prop_map(|key| Step::Key(key.into())), (0usize..99).prop_map(Step::Item)]
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(mut steps in prop::collection::vec(step(), 0..6)) {
            steps.insert(0, Step::Key("top".into()));
            let path = written(&steps);
            prop_assert_eq!(read(&path).unwrap(), steps);
        }
    }
}
