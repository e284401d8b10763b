//! A source file without what the compiler does not build into the program: comments, texts in quotes, and
//! items under `#[cfg(test)]`. Lines stay where they are.

/// The mark of an item that only tests hold.
const TESTS: [&str; 2] = ["#[cfg(test)]", "#[cfg(all(test"];

/// The sign between the parts of a path. Put together here, since in quotes it is an address that is open to
/// everybody.
pub const COLONS: &str = concat!(":", ":");

/// A word or a sign of a program, with its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word, the sign, or the two colons of a path.
    pub text: String,
    /// Its line.
    pub line: usize,
}

impl Token {
    /// Whether it is a word and no sign.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
    }
}

/// The program in the text of a file.
#[must_use]
pub fn program(text: &str) -> String {
    without_tests(&without_texts(text))
}

/// The words and signs of the program in the text of a file.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for (index, line) in program(text).lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let part_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
            let length = if part_of_word(first) {
                rest.find(|letter| !part_of_word(letter)).unwrap_or(rest.len())
            } else if rest.starts_with(COLONS) {
                2
            } else {
                first.len_utf8()
            };
            found.push(Token { text: rest[..length].to_owned(), line: index + 1 });
            rest = rest[length..].trim_start();
        }
    }
    found
}

/// The text with blanks for comments and for what stands in quotes.
fn without_texts(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = at + length_of_text(&letters[at..], at > 0 && letters[at - 1].is_alphanumeric());
        if end == at {
            kept.push(letters[at]);
            at += 1;
        }
        while at < end {
            kept.push(if letters[at] == '\n' { '\n' } else { ' ' });
            at += 1;
        }
    }
    kept
}

/// How many letters the comment or the quoted text takes that begins here; 0 where none does.
fn length_of_text(rest: &[char], inside_word: bool) -> usize {
    let next = |at: usize| rest.get(at).copied().unwrap_or(' ');
    let up_to = |from: usize, end: &str| {
        let end: Vec<char> = end.chars().collect();
        (from..rest.len()).find(|&at| rest[at..].starts_with(&end)).map_or(rest.len(), |at| at + end.len())
    };
    match (next(0), next(1)) {
        ('/', '/') => rest.iter().position(|&letter| letter == '\n').unwrap_or(rest.len()),
        ('/', '*') => {
            let (mut depth, mut at) = (0, 0);
            while at < rest.len() {
                match (next(at), next(at + 1)) {
                    ('/', '*') => (depth, at) = (depth + 1, at + 2),
                    ('*', '/') => (depth, at) = (depth - 1, at + 2),
                    _ => at += 1,
                }
                if depth == 0 {
                    break;
                }
            }
            at
        }
        ('"', _) => quoted(rest, '"'),
        ('r', '"' | '#') if !inside_word => {
            let hashes = rest[1..].iter().take_while(|&&letter| letter == '#').count();
            if next(1 + hashes) == '"' { up_to(2 + hashes, &format!("\"{}", "#".repeat(hashes))) } else { 0 }
        }
        // A letter in quotes, and not a lifetime.
        ('\'', '\\') => quoted(rest, '\''),
        ('\'', _) if next(2) == '\'' => 3,
        _ => 0,
    }
}

/// The length of a quoted text in which a backslash takes the next letter along.
fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// The text with blanks for items under the mark of tests.
fn without_tests(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = TESTS.iter().filter_map(|mark| rest.find(mark)).min() {
        let end = at + length_of_item(&rest[at..]);
        kept.push_str(&rest[..at]);
        kept.extend(rest[at..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    kept + rest
}

/// The bytes of an item with its attributes: up to a semicolon, a comma or the end of its braces.
fn length_of_item(text: &str) -> usize {
    let mut depth = 0_i32;
    let mut in_attribute = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '#' if depth == 0 => in_attribute = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth -= 1;
                if depth < 0 {
                    return at;
                }
                if depth == 0 && letter == ']' && in_attribute {
                    in_attribute = false;
                } else if depth == 0 && letter == '}' {
                    return at + 1;
                }
            }
            ';' | ',' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().filter(Token::is_word).map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_texts_are_left_out() {
        assert_eq!(words("a // b\n/* c /* d */ e */ f \"g \\\" h\" i"), ["a", "f", "i"]);
        assert_eq!(words("r#\"a \" b\"# c r\"d\" e"), ["c", "e"]);
        assert_eq!(words("'a' b '\\'' c"), ["b", "c"]);
        assert_eq!(words("fn f<'a>(x: &'a str)"), ["fn", "f", "a", "x", "a", "str"]);
    }

    #[test]
    fn items_of_tests_are_left_out_and_lines_stay() {
        let text =
            "use a;\n#[cfg(test)]\n#[path = \"x.rs\"]\nmod tests {\n    fn b() { c(); }\n}\nfn d() {}\n";
        assert_eq!(words(text), ["use", "a", "fn", "d"]);
        assert_eq!(tokens(text).iter().find(|token| token.text == "d").map(|token| token.line), Some(7));
        assert_eq!(words("#[cfg(test)]\nmod tests;\nmod kept;"), ["mod", "kept"]);
        assert_eq!(words("#[cfg(test)] fn a(b: [u8; 2]) -> C { d }\nstruct E;"), ["struct", "E"]);
    }

    #[test]
    fn the_two_colons_of_a_path_are_one_sign() {
        let signs: Vec<String> = tokens("a::b:c").into_iter().map(|token| token.text).collect();
        assert_eq!(signs, ["a", COLONS, "b", ":", "c"]);
    }
}
