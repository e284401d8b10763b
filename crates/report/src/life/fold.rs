//! Lines of a life: a deed and the entry that tells it become one line, and what repeats within a year is folded.
//!
//! Events of one kind (the same deed, origin and channel) within a calendar year are folded into one line, which stands where
//! the last of them stood. What left no trace (deeds that nobody saw, requests that were granted) is folded into one line a
//! year. Moves between tiers, and onto and off the list, are never folded.

use super::{LifeEvent, telling};
use crate::data::RunData;
use demerit_scenario::notes::WorldNote;
use demerit_words::{Words, say};
use demerit_worlds::tables::LedgerRow;

/// What a line is made of before it is put into words.
pub(super) struct Line<'a> {
    /// The event; for a deed on record, the entry.
    pub(super) row: &'a LedgerRow,
    /// The rule that gave points, empty where none did.
    pub(super) rule: &'a str,
    /// Whether the person did what the entry tells.
    pub(super) done: bool,
    /// How many events are in it.
    pub(super) times: usize,
    /// The other person concerned, if it is one and the same in all of them.
    pub(super) other: Option<u32>,
    /// Year of the first of them.
    first: f64,
    /// Points of all of them.
    points: i32,
}

impl<'a> Line<'a> {
    fn new(row: &'a LedgerRow, done: bool) -> Self {
        Self { row, rule: &row.rule, done, times: 1, other: row.other, first: row.year, points: row.points }
    }

    /// Whether it left no trace: done and seen by nobody.
    fn is_traceless(&self) -> bool {
        self.row.event == "deed"
    }
}

/// The lines of a life in a world.
pub(super) fn lines(words: Words, data: &RunData, world: &WorldNote, rows: &[&LedgerRow]) -> Vec<LifeEvent> {
    let per_year = data.manifest.ticks_per_year.max(1);
    let lines = folded(per_year, &paired(rows));
    let mut events: Vec<LifeEvent> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let year = line.row.tick / per_year;
        if !line.is_traceless() {
            let (truth, record, kind) = telling::tell(words, line, world);
            events.push(event(line, when(words, line), truth, record, kind));
        }
        if lines.get(at + 1).is_none_or(|next| next.row.tick / per_year != year) {
            let quiet: Vec<&Line<'_>> = lines[..=at]
                .iter()
                .rev()
                .take_while(|one| one.row.tick / per_year == year)
                .filter(|one| one.is_traceless())
                .collect();
            if let Some(last) = quiet.first() {
                let calendar = data.manifest.start_year + year as i32;
                events.push(LifeEvent {
                    score: None,
                    deserved: None,
                    ..event(
                        last,
                        calendar.to_string(),
                        telling::quietly(words, &quiet),
                        say!(words, "story-no-trace"),
                        "quiet",
                    )
                });
            }
        }
    }
    events
}

fn event(line: &Line<'_>, when: String, truth: String, record: String, kind: &'static str) -> LifeEvent {
    LifeEvent {
        tick: line.row.tick,
        year: line.row.year,
        when,
        truth,
        record,
        points: line.points,
        score: line.row.score_after,
        deserved: line.row.deserved_after,
        kind,
    }
}

fn when(words: Words, line: &Line<'_>) -> String {
    let (from, to) = (words.month(line.first), words.month(line.row.year));
    if from == to {
        return to;
    }
    match (from.split_once(' '), to.split_once(' ')) {
        (Some((month, year)), Some((_, other))) if year == other => format!("{month}–{to}"),
        _ => format!("{from}–{to}"),
    }
}

/// Puts a deed and the entry, refusal, privilege or removal of the same tick that belongs to it into one line.
fn paired<'a>(rows: &[&'a LedgerRow]) -> Vec<Line<'a>> {
    let mut taken = vec![false; rows.len()];
    let mut done = vec![false; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let tells = match row.event.as_str() {
            "entry" => !matches!(row.origin.as_str(), "wrong-person" | "wrong-join"),
            "refused" | "granted" | "removed" => true,
            _ => false,
        };
        let deed = (0..rows.len()).find(|&other| {
            let deed = rows[other];
            tells && !taken[other] && deed.event == "deed" && deed.tick == row.tick && deed.what == row.what
        });
        if let Some(deed) = deed {
            taken[deed] = true;
            done[at] = true;
        }
    }
    let left = rows.iter().enumerate().filter(|&(at, _)| !taken[at]);
    left.map(|(at, row)| Line::new(row, done[at] || row.event == "deed")).collect()
}

/// Folds what repeats within a calendar year.
fn folded<'a>(per_year: u32, lines: &[Line<'a>]) -> Vec<Line<'a>> {
    let same = |one: &Line<'_>, other: &Line<'_>| {
        one.row.tick / per_year == other.row.tick / per_year
            && one.done == other.done
            && one.row.event == other.row.event
            && one.row.what == other.row.what
            && one.row.origin == other.row.origin
            && one.row.channel == other.row.channel
            && (one.row.event != "points" || one.row.rule == other.row.rule)
    };
    let may = |line: &Line<'_>| {
        !matches!(line.row.event.as_str(), "tier" | "listed" | "unlisted" | "born" | "died")
    };
    let mut out: Vec<Line<'a>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let alike: Vec<&Line<'a>> =
            if may(line) { lines.iter().filter(|other| same(line, other)).collect() } else { vec![line] };
        let is_last = alike.last().is_some_and(|last| std::ptr::eq(*last, &lines[at]));
        if !is_last {
            continue;
        }
        let rule = alike.iter().map(|one| one.row.rule.as_str()).find(|rule| !rule.is_empty());
        out.push(Line {
            row: line.row,
            rule: rule.unwrap_or_default(),
            done: line.done,
            times: alike.len(),
            other: line.other.filter(|other| alike.iter().all(|one| one.other == Some(*other))),
            first: alike[0].first,
            points: alike.iter().map(|one| one.points).sum(),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(tick: u32, event: &str, what: &str, origin: &str) -> LedgerRow {
        LedgerRow {
            seed: 1,
            world: "regime".into(),
            person: 1,
            tick,
            year: 2010.0 + f64::from(tick) / 52.0,
            event: event.into(),
            what: what.into(),
            origin: origin.into(),
            channel: String::new(),
            rule: String::new(),
            points: -1,
            score_after: None,
            deserved_after: None,
            other: None,
        }
    }

    #[test]
    fn a_deed_and_its_entry_are_one_line() {
        let rows = [row(3, "deed", "late-bill", ""), row(3, "entry", "late-bill", "own-deed")];
        let lines = paired(&rows.iter().collect::<Vec<_>>());
        assert_eq!(lines.len(), 1);
        assert!(lines[0].done && lines[0].row.event == "entry");
    }

    #[test]
    fn another_s_deed_is_not_taken_for_one_s_own() {
        let rows = [row(3, "deed", "late-bill", ""), row(3, "entry", "late-bill", "wrong-person")];
        let lines = paired(&rows.iter().collect::<Vec<_>>());
        assert_eq!(lines.len(), 2);
        assert!(!lines.iter().find(|line| line.row.event == "entry").unwrap().done);
    }

    #[test]
    fn three_of_a_kind_in_a_year_are_folded_and_keep_their_points() {
        let rows: Vec<LedgerRow> = (0..3).map(|at| row(at, "points", "tie", "tie")).collect();
        let lines = folded(52, &paired(&rows.iter().collect::<Vec<_>>()));
        assert_eq!((lines.len(), lines[0].times, lines[0].points), (1, 3, -3));
        let apart: Vec<LedgerRow> = [0, 60, 120].map(|at| row(at, "points", "tie", "tie")).to_vec();
        assert_eq!(folded(52, &paired(&apart.iter().collect::<Vec<_>>())).len(), 3);
    }
}
