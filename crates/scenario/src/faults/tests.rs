//! Faults are kept, told and drawn.

use proptest::prelude::*;

use super::{Faults, MOST_FAULTS, harmless, steers};

const TEXT: &str = "name = \"Österreich\"\nscale = 1.5\n";

fn two_faults() -> Faults {
    let mut faults = Faults::new("a.toml", TEXT);
    faults.add_at(
        29..32,
        "scale".to_owned(),
        "1.5 is out of range".to_owned(),
        Some("allowed: from 0 to 1".to_owned()),
    );
    faults.add_at(7..20, "name".to_owned(), "no such country".to_owned(), None);
    faults
}

#[test]
fn faults_are_plain_lines_in_the_order_of_their_places() {
    let expected =
        "a.toml:1:8: name: no such country\na.toml:2:9: scale: 1.5 is out of range (allowed: from 0 to 1)";
    assert_eq!(two_faults().to_string(), expected);
}

#[test]
fn columns_count_letters_and_not_bytes() {
    let mut faults = Faults::new("a.toml", TEXT);
    faults.add_at(18..20, String::new(), "here".to_owned(), None);
    assert_eq!((faults.faults[0].line, faults.faults[0].column), (1, 18));
    assert_eq!(&TEXT[faults.faults[0].span.clone()], "h\"");
}

#[test]
fn faults_are_written_for_machines() {
    let expected = concat!(
        r#"{"path":"a.toml","faults":[{"path":"a.toml","line":1,"column":8,"span":{"start":7,"end":20},"key":"name","#,
        r#""message":"no such country","hint":null},{"path":"a.toml","line":2,"column":9,"span":{"start":29,"end":32},"#,
        r#""key":"scale","message":"1.5 is out of range","hint":"allowed: from 0 to 1"}],"left_out":0}"#,
    );
    assert_eq!(serde_json::to_string(&two_faults()).unwrap(), expected);
}

#[test]
fn the_picture_has_colours_only_where_they_are_wanted() {
    let plain = two_faults().render(false, 80);
    assert!(plain.starts_with("  × a.toml: 2 faults\n   ╭─[a.toml:1:8]\n"), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    assert!(two_faults().render(true, 80).contains('\u{1b}'));
}

#[test]
fn without_a_text_there_is_no_picture() {
    let faults = Faults::of_file("gone.toml", "the file cannot be read", Some("not found".to_owned()));
    assert_eq!(faults.render(true, 80), "gone.toml:1:1: the file cannot be read (not found)\n");
    assert!(Faults::new("a.toml", TEXT).or(3).is_ok_and(|three| three == 3));
}

#[test]
fn a_very_long_line_is_not_drawn() {
    let mut faults = Faults::new("a.toml", format!("{}\nx = 1\n", "#".repeat(2000)));
    faults.add_at(2001..2002, "x".to_owned(), "unknown key `x`".to_owned(), None);
    assert_eq!(faults.render(false, 80), "a.toml:2:1: x: unknown key `x`\n");
}

#[test]
fn no_line_is_drawn_of_a_text_that_is_none_of_ours() {
    let mut faults = Faults::new("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nlist:x:38:\n");
    faults.add_at(4..5, String::new(), "key with no value".to_owned(), None);
    assert_eq!(faults.render(true, 80), "/etc/passwd:1:5: key with no value\n");
}

#[test]
fn a_fault_is_short_whatever_it_quotes() {
    let mut faults = Faults::new("a\u{1b}.toml", TEXT);
    let long = "\u{9b}".repeat(450_000);
    faults.add_at(
        0..4,
        format!("regimes.{long}"),
        format!("no `{long}`"),
        Some(format!("not \u{202e}{long}")),
    );
    let told = [faults.to_string(), faults.render(true, 80), serde_json::to_string(&faults).unwrap()];
    for text in told {
        assert!(text.len() < 6_000, "{} bytes", text.len());
        assert!(!text.contains(['\u{9b}', '\u{202e}']), "{text}");
    }
}

#[test]
fn the_same_fault_counts_once_and_too_many_are_counted_only() {
    let mut faults = Faults::new("a.toml", TEXT);
    for _ in 0..3 {
        faults.add_at(0..4, String::new(), "again".to_owned(), None);
    }
    assert_eq!(faults.count(), 1);
    for number in 1..MOST_FAULTS + 3 {
        faults.add_at(0..4, String::new(), number.to_string(), None);
    }
    assert_eq!((faults.faults.len(), faults.left_out), (MOST_FAULTS, 3));
    assert!(faults.render(false, 80).contains("and 3 more that are not shown"));
}

proptest! {
    /// Whatever bytes are named, what is kept are whole letters of one line, and line and column lead
    /// back to it.
    #[test]
    fn a_fault_points_into_one_line(text in "[a-zé\r\n ]{0,40}", start in 0usize..60, length in 0usize..60) {
        let mut faults = Faults::new("a.toml", text.clone());
        faults.add_at(start..start + length, String::new(), "here".to_owned(), None);
        let fault = &faults.faults[0];
        let part = text.get(fault.span.clone());
        prop_assert!(part.is_some_and(|part| !part.contains(['\n', '\r'])));
        let line = text.split('\n').nth(fault.line as usize - 1).unwrap();
        let before = line.chars().take(fault.column as usize - 1).collect::<String>();
        prop_assert!(text[..fault.span.start].ends_with(&before));
        prop_assert!(line[before.len()..].starts_with(part.unwrap()));
    }

    #[test]
    fn a_harmless_text_keeps_its_places(text in "\\PC*\u{1b}?\u{9b}?\u{202e}?\\PC*") {
        let shown = harmless(&text);
        prop_assert_eq!(shown.len(), text.len());
        prop_assert!(!shown.contains(steers));
    }
}
