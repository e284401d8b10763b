//! Digits as each language writes them: 1,234.5 in English, 1.234,5 in Indonesian.

use crate::language::Language;

/// A whole number with its thousands set apart.
pub(crate) fn thousands(language: Language, number: u64) -> String {
    let apart = match language {
        Language::En => ",",
        Language::Id => ".",
    };
    let digits = number.to_string();
    let ends = (1..=digits.len()).filter(|end| (digits.len() - end).is_multiple_of(3));
    let begin = |end: usize| end.saturating_sub(3);
    ends.map(|end| &digits[begin(end)..end]).collect::<Vec<_>>().join(apart)
}

/// A number of things, rounded, or the message that stands for it: it is not known, or less than one and not
/// nothing.
pub(crate) fn count(language: Language, value: f64) -> Result<String, &'static str> {
    let rounded = value.round();
    if !value.is_finite() {
        Err("number-not-known")
    } else if rounded == 0.0 && value > 0.0 {
        Err("number-below-one")
    } else {
        let sign = if rounded < 0.0 { "−" } else { "" };
        Ok(format!("{sign}{}", thousands(language, rounded.abs() as u64)))
    }
}

/// A number that the program has written with a point and a hyphen, as the language writes it.
pub(crate) fn written(language: Language, text: &str) -> String {
    let text = text.replace('-', "−");
    match language {
        Language::En => text,
        Language::Id => text.replace('.', ","),
    }
}
