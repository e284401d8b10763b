//! The whole check, worked by hand on the scenario of `example.rs`.

mod agreement;
mod example;
mod hostile;

use demerit_regime::Tie;
use demerit_scenario::faults::Faults;
use demerit_scenario::figure::{Figure, RateFigure};
use demerit_scenario::schema_check::{check, did_you_mean, schema_of};
use demerit_scenario::word::{ByWord, Word};
use example::{ExampleFile, RIGHT};
use std::collections::BTreeMap;

fn faults_of(text: &str) -> Faults {
    check::<ExampleFile>(text, "small.toml").expect_err("the text has faults")
}

/// The faults as plain lines, without the path.
fn lines_of(text: &str) -> Vec<String> {
    faults_of(text)
        .to_string()
        .lines()
        .map(|line| line.trim_start_matches("small.toml:").to_owned())
        .collect()
}

/// The right text with one piece replaced.
fn changed(piece: &str, by: &str) -> String {
    assert_eq!(RIGHT.matches(piece).count(), 1, "{piece}");
    RIGHT.replace(piece, by)
}

#[test]
fn a_right_file_is_read() {
    let (file, _) = check::<ExampleFile>(RIGHT, "small.toml").unwrap();
    assert_eq!(file.name, "small-town");
    assert_eq!(file.coverage["camera"].range, Some([0.3, 0.5]));
    assert_eq!(file.rules[1].weeks.as_ref().map(|weeks| weeks.value), Some(26.0));
}

#[test]
fn six_faults_stand_in_one_picture() {
    let text = "\
name = \"small-town\"

[scale]
start = \"1000\"
tiers = [\"low\", \"high\"]
walls = [0, 2000]

[[rules]]
deed = \"pay-lat\"
point = -10
noticed = 1.5

[[rules]]
deed = \"help\"
rate = 1
weeks = { value = 26, range = [30, 52] }
";
    let expected = "  \
  × small.toml: 6 faults
    ╭─[small.toml:4:9]
  3 │ [scale]
  4 │ start = \"1000\"
    ·         ───┬──
    ·            ╰── found the text \"1000\", wanted a whole number from -30000 to 30000 (write it without quotes)
  5 │ tiers = [\"low\", \"high\"]
  6 │ walls = [0, 2000]
  7 │ 
  8 │ [[rules]]
    · ────┬────
    ·     ╰── missing key `rate` (wanted: a number at least 0, or a table { value, range, source })
  9 │ deed = \"pay-lat\"
    ·        ────┬────
    ·            ╰── unknown word `pay-lat` (did you mean `pay-late`? allowed: `buy-alcohol`, `pay-late`, `help`)
 10 │ point = -10
    · ──┬──
    ·   ╰── unknown key `point` (did you mean `points`?)
 11 │ noticed = 1.5
    ·           ─┬─
    ·            ╰── 1.5 is out of range (allowed: from 0 to 1)
 12 │ 
 13 │ [[rules]]
 14 │ deed = \"help\"
 15 │ rate = 1
 16 │ weeks = { value = 26, range = [30, 52] }
    ·                               ────┬───
    ·                                   ╰── the range from 30 to 52 does not hold the value 26
    ╰────
";
    assert_eq!(faults_of(text).render(false, 100), expected);
}

#[test]
fn places_are_named_in_the_words_of_the_file() {
    let text =
        "name = \"x\"\n[scale]\nstart = 0\ntiers = [\"low\", 3]\nwalls = [0]\n[coverage]\n\"a b\" = true\n";
    let expected = [
        "4:17: scale.tiers[1]: found the number 3, wanted a text (write it in quotes)",
        "5:9: scale.walls: the list has 1 item (allowed: exactly 2)",
        "7:9: coverage.\"a b\": found `true`, wanted a number from 0 to 1, or a table { value, range, source }",
    ];
    assert_eq!(lines_of(text), expected);
}

#[test]
fn an_empty_file_misses_what_must_be_there() {
    let expected = [
        "1:1: name: missing key `name` (wanted: a text)",
        "1:1: scale: missing key `scale` (wanted: a table)",
    ];
    assert_eq!(lines_of(""), expected);
}

#[test]
fn each_kind_of_fault_has_its_words() {
    let cases = [
        ("start = 1000", "start = 0.5", "found the number 0.5, wanted a whole number from -30000 to 30000"),
        ("start = 1000", "start = 3000000000", "3000000000 is out of range (allowed: from -30000 to 30000)"),
        ("start = 1000", "start = 99999999999999999999", "the number is too large to be kept"),
        ("walls = [0, 2000]", "walls = [0, nan]", "the number must be finite"),
        ("walls = [0, 2000]", "walls = [0, -inf]", "the number must be finite"),
        ("walls = [0, 2000]", "walls = [0, 1e999]", "the number is too large to be kept"),
        (
            "walls = [0, 2000]",
            "walls = 2000",
            "found the number 2000, wanted a list of 2 items (write it in square brackets)",
        ),
        ("name = \"small-town\"", "name = \"\"", "the text must not be empty"),
        (
            "name = \"small-town\"",
            "name = \"a-name-of-22-letters-xx\"",
            "the text is 23 letters long (allowed: 1 to 20)",
        ),
        ("name = \"small-town\"", "name = \"Town\"", "`Town` does not have the form `^[a-z0-9][a-z0-9-]*$`"),
        ("name = \"small-town\"", "name = 2014-06-14", "found a date, wanted a text (write it in quotes)"),
        ("tiers = [\"low\", \"high\"]", "tiers = []", "the list must not be empty"),
        (
            "deed = \"pay-late\"",
            "deed = 3",
            "found the number 3, wanted one of `buy-alcohol`, `pay-late`, `help`",
        ),
        (
            "deed = \"pay-late\"",
            "deed = \"pai-late\"",
            "unknown word `pai-late` (did you mean `pay-late`? allowed: `buy-alcohol`, `pay-late`, `help`)",
        ),
        ("deed = \"help\"\n", "", "missing key `deed` (wanted: one of `buy-alcohol`, `pay-late`, `help`)"),
        ("deed = \"help\"\n", "ded = \"help\"\n", "unknown key `ded` (did you mean `deed`?)"),
        ("weeks = 26", "weeks = { range = [1, 2] }", "missing key `value` (wanted: a number from 0 to 52)"),
        (
            "weeks = 26",
            "weeks = { value = 1, range = [3, 1] }",
            "the range runs from 3 down to 1; its lower end goes first",
        ),
        (
            "weeks = 26",
            "weeks = { value = 1, range = [1, 53] }",
            "53 is out of range (allowed: from 0 to 52)",
        ),
        ("rate = 0.5", "rate = -1", "-1 is out of range (allowed: at least 0)"),
        ("[coverage]", "[coverages]", "unknown key `coverages` (did you mean `coverage`?)"),
        ("[coverage]", "[costs]\n[coverage]", "missing key `fees` (wanted: a table)"),
    ];
    for (piece, by, expected) in cases {
        let lines = lines_of(&changed(piece, by));
        assert_eq!(lines.len(), 1, "{by}: {lines:?}");
        assert!(lines[0].ends_with(&format!(": {expected}")), "{by}: {lines:?}");
    }
}

#[test]
fn the_value_of_a_misspelt_key_is_checked_as_what_was_meant() {
    let expected = [
        "10:1: rules[0].point: unknown key `point` (did you mean `points`?)",
        "10:9: rules[0].point: 140 is out of range (allowed: from -100 to 100)",
    ];
    assert_eq!(lines_of(&changed("points = -10", "point = 140")), expected);
}

#[test]
fn a_key_given_twice_does_not_hide_what_else_is_wrong() {
    let text = changed("start = 1000", "start = 1000\nstart = 2000\nopen = 1");
    let expected =
        ["5:1: the key `start` is given twice", "6:8: scale.open: found the number 1, wanted true or false"];
    assert_eq!(lines_of(&text), expected);
}

#[test]
fn faults_of_the_syntax_are_said_line_by_line() {
    let text = "name = \"small\nstart = 01\ntiers = low\n[scale\nwalls = [0, 2]\n";
    let expected = [
        "1:14: invalid text in double quotes, expected `\"`",
        "2:9: unexpected leading zero",
        "3:9: a text must stand in quotes",
        "4:7: unclosed table, expected `]`",
    ];
    assert_eq!(lines_of(text), expected);
}

#[test]
fn nothing_is_said_behind_a_bracket_that_is_not_closed() {
    let expected = [
        "2:1: missing comma between array elements, expected `,` (or a closing bracket is missing before it)",
    ];
    assert_eq!(lines_of("walls = [0, 1\nopen = true\n[scale]\n"), expected);
}

#[test]
fn the_end_of_the_file_can_be_shown() {
    let faults = faults_of("name = \"\"\"\nsmall\n\n\n");
    assert_eq!((faults.faults[0].line, faults.faults[0].column), (2, 6));
    assert!(faults.render(false, 80).contains("invalid text in threefold double quotes"));
}

#[test]
fn checks_across_fields_add_faults_at_their_places() {
    let (_, tree) = check::<ExampleFile>(RIGHT, "small.toml").unwrap();
    let mut faults = tree.faults();
    assert!(faults.clone().or(()).is_ok());
    tree.fault(&mut faults, "rules[0].noticed", "nobody looks", None);
    tree.fault(&mut faults, "scale.tiers[0]", "no such tier `low`", did_you_mean("low", ["lower"]));
    let expected = "small.toml:5:10: scale.tiers[0]: no such tier `low` (lower)\nsmall.toml:8:1: rules[0].noticed: nobody looks";
    assert_eq!(faults.or(()).unwrap_err().to_string(), expected);
    let at = |path: &str| {
        let mut faults = tree.faults();
        tree.fault(&mut faults, path, "here", None);
        &RIGHT[faults.faults[0].span.clone()]
    };
    assert_eq!(at("scale.tiers[1]"), "\"high\"");
    assert_eq!(at("rules[0]"), "[[rules]]");
    assert_eq!(at("rules[1].weeks"), "26");
    assert_eq!(at("coverage.camera.range[0]"), "0.3");
    assert_eq!(at("coverage.camera.note"), "{ value = 0.4, range = [0.3, 0.5], source = \"cameras\" }");
    assert_eq!(at("scale..tiers"), "", "no path at all: the top of the file");
}

#[test]
fn serde_has_the_final_word() {
    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    struct Even {
        #[serde(deserialize_with = "even")]
        #[schemars(range(min = 0, max = 9))]
        #[expect(dead_code, reason = "only its form is read")]
        number: u32,
    }
    fn even<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let number = <u32 as serde::Deserialize>::deserialize(deserializer)?;
        if number.is_multiple_of(2) { Ok(number) } else { Err(serde::de::Error::custom("the number is odd")) }
    }
    assert!(check::<Even>("number = 2", "even.toml").is_ok());
    let faults = check::<Even>("number = 3", "even.toml").unwrap_err();
    assert_eq!(faults.to_string(), "even.toml:1:10: number: the number is odd");
}

#[test]
fn the_schema_names_its_draft_and_its_figures() {
    let schema = schema_of::<ExampleFile>();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let camera = &schema["properties"]["coverage"]["additionalProperties"];
    assert_eq!(camera["x-figure"], true);
    assert_eq!(camera["properties"]["range"]["items"]["maximum"], 1);
}

#[test]
fn tables_of_words_are_checked() {
    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    #[expect(dead_code, reason = "only its form is read")]
    struct Layer {
        #[schemars(range(min = 0, max = 9))]
        ties: Option<u8>,
        #[schemars(with = "ByWord<Tie, RateFigure>")]
        weights: BTreeMap<Word<Tie>, Figure>,
        words: Vec<Word<Tie>>,
    }
    let right = "ties = 3\nweights = { friend = 1 }\nwords = [\"kin\"]\n";
    check::<Layer>(right, "layer.toml").unwrap();
    let wrong = "tie = 30\nweights = { frend = -1 }\nwords = [\"kim\", 2]\n";
    let faults = check::<Layer>(wrong, "layer.toml").unwrap_err();
    let all = "partner, parent, child, housemate, kin, friend, colleague, acquaintance";
    let expected = format!(
        "\
layer.toml:1:1: tie: unknown key `tie` (did you mean `ties`?)
layer.toml:1:7: tie: 30 is out of range (allowed: from 0 to 9)
layer.toml:2:13: weights.frend: there is no tie `frend` (did you mean `friend`? one of: {all})
layer.toml:2:21: weights.frend: -1 is out of range (allowed: at least 0)
layer.toml:3:10: words[0]: there is no tie `kim` (did you mean `kin`? one of: {all})
layer.toml:3:17: words[1]: found the number 2, wanted one of {}",
        all.split(", ").map(|tie| format!("`{tie}`")).collect::<Vec<_>>().join(", ")
    );
    assert_eq!(faults.to_string(), expected);
}
