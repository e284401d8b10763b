//! Patterns for texts, in the small part of regular expressions that scenario files need.
//!
//! A pattern is a row of parts, each a letter, `.`, an escape (`\d`, `\w`, `\s` or a sign) or a class such as
//! `[a-z0-9_-]` or `[^ ]`, followed by `?`, `*`, `+`, `{n}`, `{n,}` or `{n,m}` where it is wanted. `^` and `$` tie it
//! to the ends of the text; without them it may match anywhere. Groups and alternatives are left out: such a pattern
//! is not understood, and the walk says so.
//!
//! The text is matched by the set of parts that are reachable after each letter, in time text x pattern, so that no
//! text can make it slow.

/// The most parts after repeats are written out.
const MOST_PARTS: usize = 1000;

/// A pattern that is ready to match.
#[derive(Debug)]
pub(super) struct Pattern {
    parts: Vec<Part>,
    from_start: bool,
    to_end: bool,
}

#[derive(Clone, Debug)]
struct Part {
    letters: Letters,
    /// May be left out.
    optional: bool,
    /// May come again and again.
    repeated: bool,
}

#[derive(Clone, Debug)]
struct Letters {
    ranges: Vec<(char, char)>,
    negated: bool,
}

impl Letters {
    fn one(letter: char) -> Self {
        Self { ranges: vec![(letter, letter)], negated: false }
    }

    fn hold(&self, letter: char) -> bool {
        self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&letter)) != self.negated
    }
}

impl Pattern {
    /// Reads a pattern; `None` if it is not understood.
    pub(super) fn read(pattern: &str) -> Option<Self> {
        let (from_start, rest) = pattern.strip_prefix('^').map_or((false, pattern), |rest| (true, rest));
        let ends = rest.ends_with('$') && !rest.ends_with("\\$");
        let body = if ends { &rest[..rest.len() - 1] } else { rest };
        let letters = body.chars().collect::<Vec<_>>();
        let mut reader = Reader { letters: &letters, next: 0 };
        let mut parts = Vec::new();
        while reader.next < letters.len() {
            let letters = reader.letters()?;
            let (least, most) = reader.repeats()?;
            if parts.len() + most.unwrap_or(least + 1) > MOST_PARTS || most.is_some_and(|most| most < least) {
                return None;
            }
            let part = |optional, repeated| Part { letters: letters.clone(), optional, repeated };
            parts.extend((0..least).map(|_| part(false, false)));
            match most {
                Some(most) => parts.extend((least..most).map(|_| part(true, false))),
                None => parts.push(part(true, true)),
            }
        }
        Some(Self { parts, from_start, to_end: ends })
    }

    /// True if the text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        let end = self.parts.len();
        let mut reached = vec![false; end + 1];
        reached[0] = true;
        self.skip_optional(&mut reached);
        for letter in text.chars() {
            if reached[end] && !self.to_end {
                return true;
            }
            let mut next = vec![false; end + 1];
            next[0] = !self.from_start;
            for (place, part) in self.parts.iter().enumerate() {
                if reached[place] && part.letters.hold(letter) {
                    next[place + 1] = true;
                    next[place] |= part.repeated;
                }
            }
            self.skip_optional(&mut next);
            reached = next;
        }
        reached[end]
    }

    fn skip_optional(&self, reached: &mut [bool]) {
        for (place, part) in self.parts.iter().enumerate() {
            if part.optional && reached[place] {
                reached[place + 1] = true;
            }
        }
    }
}

struct Reader<'p> {
    letters: &'p [char],
    next: usize,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let letter = self.letters.get(self.next).copied();
        self.next += 1;
        letter
    }

    fn take_if(&mut self, wanted: char) -> bool {
        let found = self.letters.get(self.next) == Some(&wanted);
        self.next += usize::from(found);
        found
    }

    fn letters(&mut self) -> Option<Letters> {
        match self.take()? {
            '.' => Some(Letters { ranges: vec![('\n', '\n')], negated: true }),
            '\\' => self.escape(),
            '[' => self.class(),
            '(' | ')' | '|' | '*' | '+' | '?' | '{' | '}' | ']' | '^' | '$' => None,
            letter => Some(Letters::one(letter)),
        }
    }

    fn escape(&mut self) -> Option<Letters> {
        let ranges = match self.take()? {
            'd' => vec![('0', '9')],
            'w' => vec![('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')],
            's' => vec![(' ', ' '), ('\t', '\r')],
            letter if letter.is_ascii_alphanumeric() => return None,
            sign => vec![(sign, sign)],
        };
        Some(Letters { ranges, negated: false })
    }

    fn class(&mut self) -> Option<Letters> {
        let negated = self.take_if('^');
        let mut ranges = Vec::new();
        loop {
            let low = match self.take()? {
                ']' if !ranges.is_empty() => return Some(Letters { ranges, negated }),
                '[' => return None,
                '\\' => {
                    let escaped = self.escape()?.ranges;
                    if escaped.len() != 1 || escaped[0].0 != escaped[0].1 {
                        ranges.extend(escaped);
                        continue;
                    }
                    escaped[0].0
                }
                letter => letter,
            };
            let is_range =
                self.letters.get(self.next) == Some(&'-') && self.letters.get(self.next + 1) != Some(&']');
            let high = if is_range {
                self.next += 1;
                let high = self.take()?;
                if high == '\\' || high < low {
                    return None;
                }
                high
            } else {
                low
            };
            ranges.push((low, high));
        }
    }

    /// The least and the most times that the part before may come.
    fn repeats(&mut self) -> Option<(usize, Option<usize>)> {
        let (least, most) = match self.letters.get(self.next) {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                let length = self.letters[self.next..].iter().position(|letter| *letter == '}')?;
                let counts = self.letters[self.next + 1..self.next + length].iter().collect::<String>();
                self.next += length;
                match counts.split_once(',') {
                    None => (counts.parse().ok()?, Some(counts.parse().ok()?)),
                    Some((least, "")) => (least.parse().ok()?, None),
                    Some((least, most)) => (least.parse().ok()?, Some(most.parse().ok()?)),
                }
            }
            _ => return Some((1, Some(1))),
        };
        self.next += 1;
        if least > MOST_PARTS { None } else { Some((least, most)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Pattern;

    fn matches(pattern: &str, text: &str) -> bool {
        Pattern::read(pattern).unwrap().matches(text)
    }

    #[test]
    fn names_and_years() {
        let name = "^[a-z][a-z0-9-]*$";
        assert!(matches(name, "no-dark-corner"));
        assert!(!matches(name, "9-lives"));
        assert!(!matches(name, "No"));
        assert!(!matches(name, ""));
        assert!(matches("^\\d{4}(?)".trim_end_matches("(?)"), "2014-06"));
        assert!(matches("^\\d{4}$", "2014"));
        assert!(!matches("^\\d{4}$", "201"));
        assert!(!matches("^\\d{4}$", "20144"));
        assert!(matches("^a{2,3}b?$", "aaa"));
        assert!(!matches("^a{2,3}b?$", "a"));
        assert!(matches("^[^ ]+$", "word"));
        assert!(!matches("^[^ ]+$", "two words"));
        assert!(matches("b.d", "abcde"));
        assert!(matches("c$", "abc"));
        assert!(!matches("b$", "abc"));
    }

    #[test]
    fn an_empty_pattern_matches_everything() {
        assert!(matches("", ""));
        assert!(matches("", "anything"));
        assert!(matches("^$", ""));
        assert!(!matches("^$", "anything"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for pattern in ["(a|b)", "a|b", "*", "[", "[]", "[z-a]", "a{3,2}", "a{9999}", "a{", "\\p", "\\"] {
            assert!(Pattern::read(pattern).is_none(), "{pattern}");
        }
    }

    #[test]
    fn repeats_of_repeats_stay_quick() {
        let pattern = format!("^{}$", "a*".repeat(30));
        assert!(!matches(&pattern, &format!("{}b", "a".repeat(10_000))));
    }

    proptest! {
        #[test]
        fn a_text_matches_itself(text in "[a-z0-9 _]{0,30}", ahead in "[a-z]{0,5}") {
            let whole = format!("^{text}$");
            let longer = format!("{ahead}{text}");
            let itself = matches(&whole, &text);
            prop_assert!(itself);
            let inside = matches(&text, &longer);
            prop_assert!(inside);
            let as_whole = matches(&whole, &longer);
            prop_assert_eq!(as_whole, ahead.is_empty());
        }
    }
}
