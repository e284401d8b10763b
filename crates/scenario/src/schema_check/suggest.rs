//! "Did you mean": the known word that is nearest to one that is not known.
//!
//! Distance: the number of letters to add, drop, change or swap with their neighbour (the restricted
//! Damerau-Levenshtein distance), after capitals are made small and `_`, `-` and blanks are taken as one. A
//! word is near if its distance is at most a third of the longer word, and at least 1 is always allowed for
//! words of three letters or more. Of equally near words the first one counts. The limit of a third is our
//! choice.

use super::words::quoted;

/// The longest word, in bytes, for which a neighbour is looked for.
const LONGEST_WORD: usize = 100;

/// The most pairs of letters that are compared for one file.
const MOST_COMPARED: usize = 5_000_000;

/// Looks for what was meant in one file, until so much was compared that a file cannot be meant to be right.
#[derive(Debug)]
pub(crate) struct Guess {
    left: usize,
}

impl Default for Guess {
    fn default() -> Self {
        Self { left: MOST_COMPARED }
    }
}

impl Guess {
    /// The candidate that is nearest to `word`, if one is near enough to be meant and it can be afforded to
    /// look at all.
    pub(crate) fn near<I>(&mut self, word: &str, candidates: I) -> Option<String>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        nearest(word, candidates, &mut self.left)
    }

    /// How much was compared.
    #[cfg(test)]
    pub(crate) const fn compared(&self) -> usize {
        MOST_COMPARED - self.left
    }
}

/// The candidate that is nearest to `word`, if one is near enough to be meant.
pub fn did_you_mean<I>(word: &str, candidates: I) -> Option<String>
where
    I: IntoIterator,
    I::Item: AsRef<str>,
{
    let mut left = usize::MAX;
    nearest(word, candidates, &mut left)
}

/// The nearest candidate; `left` is how many pairs of letters may be compared, none once they ran out.
fn nearest<I>(word: &str, candidates: I, left: &mut usize) -> Option<String>
where
    I: IntoIterator,
    I::Item: AsRef<str>,
{
    if word.len() > LONGEST_WORD {
        return None;
    }
    let word = plain(word);
    let letters = word.chars().count();
    let mut nearest = None;
    for candidate in candidates {
        let candidate = candidate.as_ref();
        if candidate.len() > LONGEST_WORD {
            continue;
        }
        let other = plain(candidate);
        let others = other.chars().count();
        let longer = letters.max(others);
        let allowed = if longer < 3 { 0 } else { longer.div_ceil(3).min(longer - 2) };
        let is_far = letters.abs_diff(others) > allowed;
        *left = left.saturating_sub(if is_far { longer } else { letters * others });
        if *left == 0 {
            return None;
        }
        if is_far {
            continue;
        }
        let distance = strsim::osa_distance(&word, &other);
        if distance <= allowed && nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
            nearest = Some((distance, candidate.to_owned()));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

/// A hint at the candidate that is near enough to be meant.
pub fn meant<I>(word: &str, candidates: I) -> Option<String>
where
    I: IntoIterator,
    I::Item: AsRef<str>,
{
    did_you_mean(word, candidates).map(|near| format!("did you mean `{near}`?"))
}

/// How a word that is none of its kind is reported.
#[derive(Clone, Copy, Debug)]
pub struct NoSuch<'a> {
    /// What the words of the kind are called: `matter`.
    pub kind: &'a str,
    /// What says where they are listed, for a kind with too many words for a hint.
    pub listed_by: Option<&'a str>,
}

impl NoSuch<'_> {
    /// What is wrong.
    #[must_use]
    pub fn message(self, word: &str) -> String {
        format!("there is no {} {}", self.kind, quoted(word))
    }

    /// What may have been meant, and what is allowed.
    #[must_use]
    pub fn hint(self, near: Option<&str>, words: &[&str]) -> String {
        let near = near.map(|near| format!("did you mean `{near}`?"));
        match (near, self.listed_by) {
            (Some(near), Some(_)) => near,
            (None, Some(listed_by)) => listed_by.to_owned(),
            (Some(near), None) => format!("{near} one of: {}", words.join(", ")),
            (None, None) => format!("one of: {}", words.join(", ")),
        }
    }
}

fn plain(word: &str) -> String {
    word.chars()
        .map(|letter| if matches!(letter, '-' | ' ') { '_' } else { letter })
        .collect::<String>()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Guess, MOST_COMPARED, did_you_mean};

    #[test]
    fn the_nearest_word_is_meant() {
        let words = ["points", "period", "claim"];
        assert_eq!(did_you_mean("point", words).as_deref(), Some("points"));
        assert_eq!(did_you_mean("piont", words).as_deref(), Some("points"));
        assert_eq!(did_you_mean("Claim", words).as_deref(), Some("claim"));
        assert_eq!(did_you_mean("no_dark_corner", ["no-dark-corner"]).as_deref(), Some("no-dark-corner"));
    }

    #[test]
    fn a_word_far_from_all_means_nothing() {
        assert_eq!(did_you_mean("weather", ["points", "period", "claim"]), None);
        assert_eq!(did_you_mean("points", [""; 0]), None);
        assert_eq!(did_you_mean("a", ["b"]), None);
        assert_eq!(did_you_mean(&"points".repeat(1000), ["points"]), None);
    }

    #[test]
    fn looking_for_what_was_meant_ends() {
        let names: Vec<String> = (0..10_000).map(|number| format!("{number:090}")).collect();
        let mut guess = Guess::default();
        assert_eq!(guess.near("ponts", ["points"]).as_deref(), Some("points"));
        assert_eq!(guess.compared(), 30);
        assert_eq!(guess.near(&"x".repeat(90), &names), None);
        assert_eq!(guess.compared(), MOST_COMPARED);
        assert_eq!(guess.near("ponts", ["points"]), None, "nothing more is looked for");
        let mut guess = Guess::default();
        guess.near("x", &names);
        assert_eq!(guess.compared(), 900_000, "what is of another length is not compared");
    }

    proptest! {
        /// Whatever one letter is dropped from a word of five letters or more, the word is meant.
        #[test]
        fn one_letter_dropped_is_forgiven(word in "[a-z]{5,20}", dropped in 0usize..5) {
            let mut short = word.clone();
            short.remove(dropped);
            prop_assert_eq!(did_you_mean(&short, [&word]), Some(word.clone()));
        }
    }
}
