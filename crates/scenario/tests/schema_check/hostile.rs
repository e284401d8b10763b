//! Hostile files: whatever a file holds, the check ends soon, with a fault at a place inside the text.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::example::{ExampleFile, RIGHT};
use demerit_scenario::faults::{Faults, MOST_FAULTS};
use demerit_scenario::schema_check::{DEEPEST_NESTING, LARGEST_TEXT, check};

/// Far above what any of these takes, on a busy machine too.
const SOON: Duration = Duration::from_secs(180);

/// The faults of a text, after they were shown in every way.
fn faults_of(text: &str) -> Faults {
    let begun = Instant::now();
    let faults = check::<ExampleFile>(text, "bad.toml").expect_err("the text has faults");
    assert!(!faults.is_empty() && faults.faults.len() <= MOST_FAULTS);
    for fault in &faults.faults {
        assert!(faults.text.get(fault.span.clone()).is_some_and(|part| !part.contains('\n')), "{fault}");
        assert!(fault.to_string().len() < 3000, "{} bytes", fault.to_string().len());
    }
    let drawn = faults.render(false, 100);
    for shown in [drawn, faults.to_string(), serde_json::to_string(&faults).unwrap()] {
        assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n'), "{shown:?}");
    }
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    faults
}

fn message_of(text: &str) -> String {
    faults_of(text).faults[0].message.clone()
}

/// The piece again and again, up to the largest text that is read.
fn filled(piece: &str) -> String {
    piece.repeat(LARGEST_TEXT / piece.len())
}

#[test]
fn a_text_that_is_too_large_is_not_read() {
    let text = " ".repeat(LARGEST_TEXT + 1);
    assert_eq!(message_of(&text), "the file holds 1048577 bytes; at most 1048576 are read");
    let largest = format!("{RIGHT}{}", " ".repeat(LARGEST_TEXT - RIGHT.len()));
    assert!(check::<ExampleFile>(&largest, "large.toml").is_ok());
}

#[test]
fn endless_nesting_is_refused() {
    let refusal = format!("nested too deeply: at most {DEEPEST_NESTING} levels are read");
    for piece in ["[", "{", "a.", "a={", "a=[", "[[", "[a.", "a.b={", "'a'.", "x=[{y.z=[", "\n[a"] {
        let text = filled(piece);
        let faults = faults_of(&text);
        let is_refused = faults.faults[0].message == refusal;
        assert!(is_refused || piece.starts_with('\n'), "{piece}: {}", faults.faults[0].message);
        faults_of(&format!("a = {text}"));
    }
}

#[test]
fn the_deepest_nesting_is_read_and_one_level_more_is_not() {
    let lists = |levels: usize| format!("a = {}{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(message_of(&lists(DEEPEST_NESTING - 1)), "unknown key `a`");
    assert!(message_of(&lists(DEEPEST_NESTING)).starts_with("nested too deeply"));
    let keys = |levels: usize| format!("{}a = 1", "a.".repeat(levels - 1));
    assert_eq!(message_of(&keys(DEEPEST_NESTING)), "unknown key `a`");
    assert!(message_of(&keys(DEEPEST_NESTING + 1)).starts_with("nested too deeply"));
}

#[test]
fn a_million_of_anything_ends_soon() {
    let pieces = [
        "]",
        "}",
        "\"",
        "'",
        "\\",
        "=",
        ",",
        "\0",
        "\n",
        "\r",
        "#",
        ".",
        "a=1\n",
        "[a]\n",
        "[[a]]\n",
        "a=[]\n",
        "é",
        "\u{feff}",
        "\u{202e}",
        "\u{1b}[2J",
        "\"\"\"",
        "[rules]\n",
        "[[rules]]\n",
    ];
    for piece in pieces {
        faults_of(&filled(piece));
        faults_of(&format!("name = {}", piece.repeat(60_000 / piece.len())));
    }
}

#[test]
fn many_faults_are_counted_and_the_first_are_kept() {
    let text = (0..60_000).map(|key| format!("key{key} = 1\n")).collect::<String>();
    let faults = faults_of(&text);
    assert_eq!(faults.faults.len(), MOST_FAULTS);
    assert_eq!(faults.count(), 60_002);
    assert!(faults.to_string().ends_with("bad.toml: and 59902 more"));
}

#[test]
fn long_lists_and_long_words_end_soon() {
    let numbers =
        format!("name = \"a\"\n[scale]\nstart = 1\nwalls = [0, 1]\ntiers = [{}]", "1,".repeat(400_000));
    assert_eq!(faults_of(&numbers).count(), 400_000);
    let words =
        format!("name = \"a\"\n[scale]\nstart = 1\ntiers = ['a']\nwalls = [{}]", "'a',".repeat(200_000));
    assert_eq!(faults_of(&words).count(), 200_001);
    let key = "k".repeat(500_000);
    let message =
        faults_of(&format!("{key} = 1\n{key}k.a = 2\n\"{key}\u{1b}\" = 3")).faults[0].message.clone();
    assert!(message.len() < 100, "{} bytes", message.len());
    faults_of(&format!("name = \"{key}\""));
    faults_of(&format!("name = {}", "9".repeat(500_000)));
    faults_of(&format!("name = '{key}' x"));
}

#[test]
fn signs_that_steer_a_terminal_are_not_shown() {
    for text in [
        "\"\\u001b[2J\" = 1",
        "name = \"\\u001b[2J\"",
        "name = \u{1b}[2J",
        "\0",
        "a = \"\\u202e\"\nb = '\u{9b}'",
    ] {
        faults_of(text);
    }
}

#[test]
fn numbers_that_no_type_can_keep_are_refused() {
    for number in
        ["99999999999999999999", "-9223372036854775809", "1e999", "-1e999", "nan", "-nan", "inf", "+inf"]
    {
        for text in [RIGHT.replace("rate = 0.5", &format!("rate = {number}")), RIGHT.replace("1000", number)]
        {
            let faults = faults_of(&text);
            assert_eq!(faults.count(), 1, "{number}: {faults}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Whatever stands in a file, the check ends without a panic, and its faults are in order and inside the
    /// text.
    #[test]
    fn no_text_can_break_the_check(pieces in prop::collection::vec(prop::sample::select(vec![
        "name", "scale", "rules", "deed", "\"help\"", "value", "range", "=", " = ", "[", "]", "[[rules]]\n", "{", "}", ",",
        ".", "\n", "\r\n", " ", "#", "\"", "'", "\"\"\"", "1", "-0.5", "1e9", "true", "2014-06-14", "é", "\u{1b}", "\0",
        "\\", "[scale]\n", "walls = [0, 1]\n", "deed = 'help'\n",
    ]), 0..40)) {
        let text = pieces.concat();
        if let Err(faults) = check::<ExampleFile>(&text, "bad.toml") {
            faults_of(&text);
            let starts = faults.faults.iter().map(|fault| fault.span.start).collect::<Vec<_>>();
            prop_assert!(starts.is_sorted());
            prop_assert_eq!(faults.to_string().lines().count(), faults.count());
        }
    }

    /// One byte of a right file is changed to another sign.
    #[test]
    fn a_changed_byte_is_read_or_refused(place in 0usize..RIGHT.len(), sign in "[ -~]") {
        let text = format!("{}{sign}{}", &RIGHT[..place], &RIGHT[place + 1..]);
        if check::<ExampleFile>(&text, "bad.toml").is_err() {
            faults_of(&text);
        }
    }
}
