//! A life as plain text for a terminal: when, what is true, what is on record, points, score.

use super::{Life, LifeEvent};
use std::fmt;

const WHEN: usize = 13;
const TRUTH: usize = 38;
const RECORD: usize = 36;

impl fmt::Display for Life {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "One made-up life under: {}", self.regime)?;
        writeln!(out, "Nobody real: persons are numbers of a society drawn from seed {}.\n", self.seed)?;
        paragraph(out, &self.summary)?;
        paragraph(out, &self.chosen)?;
        table(out, &self.events)?;
        match &self.twin {
            Some(twin) => {
                writeln!(out, "\nThe same person with the same luck in the twin: {}\n", twin.regime)?;
                paragraph(out, &twin.summary)?;
                table(out, &twin.events)
            }
            None => writeln!(out, "\nThis run has no twin, so that the other life cannot be told."),
        }
    }
}

fn paragraph(out: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for line in wrapped(text, WHEN + TRUTH + RECORD + 20) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

fn table(out: &mut fmt::Formatter<'_>, events: &[LifeEvent]) -> fmt::Result {
    if events.is_empty() {
        return writeln!(out, "The ledger holds nothing of this life.");
    }
    let scored = events.iter().any(|event| event.score.is_some());
    let score_head = if scored { "points  score (deserved)" } else { "points" };
    writeln!(
        out,
        "{:WHEN$}  {:TRUTH$}  {:RECORD$}  {score_head}",
        "when", "what is true", "what is on record"
    )?;
    writeln!(out, "{}", "─".repeat(WHEN + TRUTH + RECORD + 4 + score_head.chars().count()))?;
    for event in events {
        let (truth, record) = (wrapped(&event.truth, TRUTH), wrapped(&event.record, RECORD));
        for at in 0..truth.len().max(record.len()).max(1) {
            let cell = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
            let (when, numbers) = if at == 0 {
                (event.when.clone(), numbers(event, scored))
            } else {
                (String::new(), String::new())
            };
            let line = format!("{when:WHEN$}  {:TRUTH$}  {:RECORD$}  {numbers}", cell(&truth), cell(&record));
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

fn numbers(event: &LifeEvent, scored: bool) -> String {
    let points = if event.points == 0 { String::new() } else { format!("{:+}", event.points) };
    if !scored {
        return points;
    }
    match (event.score, event.deserved) {
        (Some(score), Some(deserved)) => format!("{points:>6}  {score:>5} ({deserved})"),
        (Some(score), None) => format!("{points:>6}  {score:>5}"),
        _ => format!("{points:>6}"),
    }
}

/// Text cut into lines of at most `width` letters, at spaces where there are some.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_spaces() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("unbreakably", 3), ["unbreakably"]);
        assert!(wrapped("", 10).is_empty());
    }
}
