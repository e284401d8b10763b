//! What is put into a message: a text, or a number of things.

use fluent_bundle::FluentValue;

/// What is put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A text; a figure that is not a count (a share, a year, an identifier) is written before it is put in.
    Text(std::borrow::Cow<'a, str>),
    /// A number of things, which is written as a whole number, and by which a message may choose its form.
    Count(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&&'a str> for Arg<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text((*text).into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<f64> for Arg<'_> {
    fn from(number: f64) -> Self {
        Self::Count(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Count(f64::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Count(number as f64)
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => Self::String(text),
            // The form is chosen by the number that is written: 1.2 is written 1.
            Arg::Count(number) if number.round() == 1.0 => 1.0.into(),
            Arg::Count(number) => number.into(),
        }
    }
}
