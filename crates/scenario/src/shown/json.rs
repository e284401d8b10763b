//! JSON as it is written everywhere: letters that steer are escaped, so that no file and no answer holds them
//! raw; whoever reads the JSON has the text as it was.

use super::steers;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use serde_json::{Result, Serializer, Value};
use std::io::{self, Write};

/// A value on one line.
///
/// # Errors
/// A value that JSON cannot hold.
pub fn line(value: &impl Serialize) -> Result<String> {
    written(value, Seen(CompactFormatter))
}

/// A tree on one line.
#[must_use]
pub fn told(tree: &Value) -> String {
    // A tree is JSON already.
    line(tree).unwrap_or_default()
}

/// A value over several lines.
///
/// # Errors
/// A value that JSON cannot hold.
pub fn pretty(value: &impl Serialize) -> Result<String> {
    written(value, Seen(PrettyFormatter::new()))
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> Result<String> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, formatter))?;
    String::from_utf8(bytes).map_err(serde::ser::Error::custom)
}

/// Another formatter, but for what steers.
struct Seen<F>(F);

/// Hands a method of a formatter on to the one inside.
macro_rules! handed_on {
    ($($name:ident($($argument:ident: $kind:ty),*)),+ $(,)?) => {$(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W, $($argument: $kind),*) -> io::Result<()> {
            self.0.$name(writer, $($argument),*)
        }
    )+};
}

impl<F: Formatter> Formatter for Seen<F> {
    handed_on! {
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        begin_object_value(),
        end_object_value(),
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, letter)) = rest.char_indices().find(|one| steers(one.1)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + letter.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_letter_that_steers_is_raw_and_all_read_back() {
        let value =
            json!({ "a\u{202e}": ["\u{1b}[2J\u{9b}m\u{7f}", "x\u{200b}\u{e0041}\n", 0.1], "b": {}, "c": [] });
        for text in [line(&value).unwrap(), pretty(&value).unwrap()] {
            assert!(!text.contains(steers), "{text}");
            assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        }
        assert!(line(&value).unwrap().contains("\\udb40\\udc41"));
    }

    #[test]
    fn all_else_is_written_as_ever() {
        let value = json!({ "ö": [1, -2.5, true, null, "中\"\\"], "in": { "a": [[]] } });
        assert_eq!(line(&value).unwrap(), serde_json::to_string(&value).unwrap());
        assert_eq!(pretty(&value).unwrap(), serde_json::to_string_pretty(&value).unwrap());
    }
}
