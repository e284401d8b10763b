//! The whole check, worked by hand on the scenario of `example.rs`.

mod agreement;
mod example;
mod hostile;

use std::collections::BTreeMap;

use self::example::{RIGHT, Rule, Scenario};
use super::{SpannedTree, check, did_you_mean, schema_of};
use crate::faults::Faults;
use crate::figure::{Figure, RateFigure};
use crate::word::{ByWord, Word};
use demerit_regime::Tie;

fn faults_of(text: &str) -> Faults {
    check::<Scenario>(text, "small.toml").expect_err("the text has faults")
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

fn tree() -> SpannedTree {
    check::<Scenario>(RIGHT, "small.toml").unwrap().1
}

#[test]
fn a_right_file_is_read() {
    let (scenario, _) = check::<Scenario>(RIGHT, "small.toml").unwrap();
    assert_eq!(scenario.name, "small-town");
    assert_eq!(scenario.coverage["camera"].range, Some([0.3, 0.5]));
    assert!(matches!(&scenario.rules[1], Rule::Decay(decay) if decay.weeks.value == 26.0));
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
kind = \"deed\"
deed = \"pay-lat\"
point = -10
noticed = 1.5

[[rules]]
kind = \"decay\"
weeks = { value = 26, range = [30, 52] }
";
    let expected = "  \
  × small.toml: 6 faults
    ╭─[small.toml:4:9]
  3 │ [scale]
  4 │ start = \"1000\"
    ·         ───┬──
    ·            ╰── found the text \"1000\", wanted a whole number (write it without quotes)
  5 │ tiers = [\"low\", \"high\"]
  6 │ walls = [0, 2000]
  7 │ 
  8 │ [[rules]]
    · ────┬────
    ·     ╰── missing key `rate` (wanted: a number above 0, or a table { value, range, source })
  9 │ kind = \"deed\"
 10 │ deed = \"pay-lat\"
    ·        ────┬────
    ·            ╰── unknown word `pay-lat` (did you mean `pay-late`? allowed: `buy-alcohol`, `pay-late`, `help`)
 11 │ point = -10
    · ──┬──
    ·   ╰── unknown key `point` (did you mean `points`?)
 12 │ noticed = 1.5
    ·           ─┬─
    ·            ╰── 1.5 is out of range (allowed: from 0 to 1)
 13 │ 
 14 │ [[rules]]
 15 │ kind = \"decay\"
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
        ("start = 1000", "start = 0.5", "found the number 0.5, wanted a whole number"),
        (
            "start = 1000",
            "start = 3000000000",
            "3000000000 is out of range (allowed: from -2147483648 to 2147483647)",
        ),
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
        ("tiers = [\"low\", \"high\"]", "tiers = [\"low\", \"low\"]", "the text \"low\" is given twice"),
        (
            "deed = \"pay-late\"",
            "deed = 3",
            "found the number 3, wanted one of `buy-alcohol`, `pay-late`, `help`",
        ),
        (
            "kind = \"deed\"",
            "kind = \"decai\"",
            "unknown word `decai` (did you mean `decay`? allowed: `deed`, `decay`)",
        ),
        ("kind = \"decay\"\n", "", "missing key `kind` (wanted: one of `deed`, `decay`)"),
        ("kind = \"decay\"\n", "kin = \"decay\"\n", "unknown key `kin` (did you mean `kind`?)"),
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
        ("rate = 0.5", "rate = 0", "0 is out of range (allowed: above 0)"),
        ("review = { every = 4 }", "review = \"now\"", "unknown word `now` (allowed: `immediate`)"),
        (
            "review = { every = 4 }",
            "review = { each = 4 }",
            "wanted a table with exactly one key (one of `every`, `request`)",
        ),
        (
            "review = { every = 4 }",
            "review = { request = { fe = 1 } }",
            "unknown key `fe` (did you mean `fee`?)",
        ),
        ("review = { every = 4 }", "review = 4", "found the number 4, wanted `immediate` or a table"),
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
        "12:1: rules[0].point: unknown key `point` (did you mean `points`?)",
        "12:9: rules[0].point: 140 is out of range (allowed: from -100 to 100)",
    ];
    assert_eq!(lines_of(&changed("points = -10", "point = 140")), expected);
}

#[test]
fn a_key_given_twice_does_not_hide_what_else_is_wrong() {
    let text = changed("start = 1000", "start = 1000\nstart = 2000\nopen = 1");
    let expected =
        ["6:1: the key `start` is given twice", "7:8: scale.open: found the number 1, wanted true or false"];
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
fn places_are_found_again_by_name() {
    let tree = tree();
    let at = |place: &str| tree.span_of(place).map(|span| &RIGHT[span]);
    assert_eq!(at("scale.tiers[1]"), Some("\"high\""));
    assert_eq!(at("rules[0]"), Some("[[rules]]"));
    assert_eq!(at("rules[1].weeks"), Some("26"));
    assert_eq!(at("coverage.camera.range[0]"), Some("0.3"));
    assert_eq!(at("rules[2]"), None);
    assert_eq!(at("scale.tiers.low"), None);
    assert_eq!(at("scale..tiers"), None);
    assert_eq!(tree.key_span_of("scale.tiers").map(|span| &RIGHT[span]), Some("tiers"));
    assert_eq!(tree.key_span_of("scale.tiers[0]"), None);
}

#[test]
fn checks_across_fields_add_faults_at_their_places() {
    let tree = tree();
    let mut faults = tree.faults();
    assert!(faults.clone().or(()).is_ok());
    tree.fault(&mut faults, "rules[0].noticed", "nobody looks", None);
    tree.fault(&mut faults, "scale.tiers[0]", "no such tier `low`", did_you_mean("low", ["lower"]));
    let expected = "small.toml:6:10: scale.tiers[0]: no such tier `low` (lower)\nsmall.toml:9:1: rules[0].noticed: nobody looks";
    assert_eq!(faults.or(()).unwrap_err().to_string(), expected);
}

#[test]
fn serde_has_the_final_word() {
    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    struct Even {
        #[serde(deserialize_with = "even")]
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
    let schema = schema_of::<Scenario>();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let camera = &schema["properties"]["coverage"]["additionalProperties"];
    assert_eq!(camera["x-figure"], true);
    assert_eq!(camera["properties"]["range"]["items"]["maximum"], 1);
}

#[test]
fn tables_of_words_flattened_kinds_and_pairs_are_checked() {
    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    #[expect(dead_code, reason = "only its form is read")]
    struct Layer {
        ties: Option<u8>,
        #[serde(flatten)]
        span: Span,
        #[schemars(with = "ByWord<Tie, RateFigure>")]
        weights: BTreeMap<Word<Tie>, Figure>,
        ages: Vec<(u8, Option<String>)>,
        size: Size,
        other: BTreeMap<String, serde_json::Value>,
    }
    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    #[serde(tag = "span", rename_all = "kebab-case")]
    #[expect(dead_code, reason = "only its form is read")]
    enum Span {
        Near { metres: u32 },
        Far {},
    }
    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    #[schemars(extend("maximum" = 9))]
    #[expect(dead_code, reason = "only its form is read")]
    struct Size(u32);

    let right = "ties = 3\nspan = \"near\"\nmetres = 5\nweights = { friend = 1 }\nages = [[1, \"a\"]]\nsize = 9\nother = { x = 1 }\n";
    check::<Layer>(right, "layer.toml").unwrap();
    let wrong = "tie = 3\nspan = \"near\"\nmetres = -5\nweights = { frend = 1 }\nages = [[1, 2], [3]]\nsize = 10\nother = 1\n";
    let faults = check::<Layer>(wrong, "layer.toml").unwrap_err();
    let expected = "\
layer.toml:1:1: tie: unknown key `tie` (did you mean `ties`?)
layer.toml:3:10: metres: -5 is out of range (allowed: at least 0)
layer.toml:4:13: weights.frend: there is no tie `frend` (did you mean `friend`? one of: partner, parent, child, housemate, kin, friend, colleague, acquaintance)
layer.toml:5:13: ages[0][1]: found the number 2, wanted a text (write it in quotes)
layer.toml:5:17: ages[1]: the list has 1 item (allowed: exactly 2)
layer.toml:6:8: size: 10 is out of range (allowed: from 0 to 9)
layer.toml:7:9: other: found the number 1, wanted a table";
    assert_eq!(faults.to_string(), expected);
    let far = right.replace("near", "far");
    let faults = check::<Layer>(&far, "layer.toml").unwrap_err();
    assert_eq!(
        faults.to_string(),
        "layer.toml:3:1: metres: unknown key `metres` (allowed: `ties`, `weights`, `ages`, `size`, `other`, `span`)"
    );
}
