//! Lines of a life: a deed and the entry that tells it become one line, and what repeats within a year is folded.
//!
//! Events of one kind (the same deed, origin, channel and rule) are folded from the third in a calendar year on; deeds that
//! nobody saw are always folded. A folded line stands where its last event stood.

use super::{LifeEvent, words};
use crate::data::RunData;
use crate::numbers::month;
use demerit_study::manifest::WorldNote;
use demerit_study::tables::LedgerRow;

/// What a line is made of before it is put into words.
pub(super) struct Line<'a> {
    /// The event; for a deed on record, the entry.
    pub(super) row: &'a LedgerRow,
    /// Whether the person did what the entry tells.
    pub(super) done: bool,
    /// How many events are in it.
    pub(super) times: usize,
    /// Year of the first of them.
    first: f64,
    /// Points of all of them.
    points: i32,
}

/// The lines of a life in a world.
pub(super) fn lines(data: &RunData, world: &WorldNote, rows: &[&LedgerRow]) -> Vec<LifeEvent> {
    let per_year = data.manifest.ticks_per_year.max(1);
    folded(per_year, &paired(rows))
        .iter()
        .map(|line| {
            let (truth, record, kind) = words::say(line, world);
            LifeEvent {
                tick: line.row.tick,
                year: line.row.year,
                when: when(line),
                truth,
                record,
                points: line.points,
                score: line.row.score_after,
                deserved: line.row.deserved_after,
                kind,
            }
        })
        .collect()
}

fn when(line: &Line<'_>) -> String {
    let (from, to) = (month(line.first), month(line.row.year));
    if from == to {
        return to;
    }
    match (from.split_once(' '), to.split_once(' ')) {
        (Some((month, year)), Some((_, other))) if year == other => format!("{month}–{to}"),
        _ => format!("{from}–{to}"),
    }
}

/// Puts a deed and its entry of the same tick into one line.
fn paired<'a>(rows: &[&'a LedgerRow]) -> Vec<Line<'a>> {
    let mut taken = vec![false; rows.len()];
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.event != "entry" {
            continue;
        }
        let deed = (0..rows.len()).find(|&other| {
            !taken[other]
                && rows[other].event == "deed"
                && rows[other].tick == row.tick
                && rows[other].what == row.what
                && !matches!(row.origin.as_str(), "wrong-person" | "wrong-join")
        });
        if let Some(deed) = deed {
            taken[deed] = true;
        }
        taken[at] = true;
        lines.push((at, Line { row, done: deed.is_some(), times: 1, first: row.year, points: row.points }));
    }
    for (at, row) in rows.iter().enumerate() {
        if !taken[at] {
            lines.push((
                at,
                Line { row, done: row.event == "deed", times: 1, first: row.year, points: row.points },
            ));
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Folds what repeats within a calendar year.
fn folded<'a>(per_year: u32, lines: &[Line<'a>]) -> Vec<Line<'a>> {
    let same = |one: &Line<'_>, other: &Line<'_>| {
        let key = |line: &Line<'_>| (line.row.tick / per_year, line.done);
        key(one) == key(other)
            && one.row.event == other.row.event
            && one.row.what == other.row.what
            && one.row.origin == other.row.origin
            && one.row.channel == other.row.channel
            && one.row.rule == other.row.rule
            && (one.row.points == 0) == (other.row.points == 0)
    };
    let may = |line: &Line<'_>| {
        !matches!(line.row.event.as_str(), "tier" | "listed" | "unlisted" | "born" | "died")
    };
    let mut out: Vec<Line<'a>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let alike: Vec<usize> = (0..lines.len()).filter(|&other| same(line, &lines[other])).collect();
        let least = if line.row.event == "deed" { 2 } else { 3 };
        if !may(line) || alike.len() < least {
            out.push(Line { row: line.row, ..*line });
        } else if alike.last() == Some(&at) {
            out.push(Line {
                row: line.row,
                done: line.done,
                times: alike.len(),
                first: lines[alike[0]].first,
                points: alike.iter().map(|&other| lines[other].points).sum(),
            });
        }
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
