//! The lines of a life as a reader sees them: when, what is true, what is on record, and the scores
//! afterwards.

use super::line::{Line, lines};
use super::telling::{self, TruthAndRecord};
use demerit_scenario::notes::WorldNote;
use demerit_words::{Words, say};
use demerit_worlds::tables::{LedgerRow, Told};
use serde::Serialize;

/// A line of a life: one event, or several of one kind within a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LifeEvent {
    /// Tick of the last event in it.
    pub tick: u32,
    /// The same moment in years.
    pub year: f64,
    /// When, in words.
    pub when: String,
    /// What is true.
    pub truth: String,
    /// What stands on record or what was done on its ground; empty where nothing does.
    pub record: String,
    /// Points gained or lost.
    pub points: i32,
    /// Score on record afterwards.
    pub score: Option<i32>,
    /// Deserved score afterwards.
    pub deserved: Option<i32>,
    /// What sort of line it is, as a class of the style: `quiet`, `true`, `wrong`, `sanction`, `refusal`,
    /// `remedy`, `life`.
    pub kind: &'static str,
}

/// The events of a life in a world.
pub(super) fn events(words: Words, data: &Told, world: &WorldNote, rows: &[&LedgerRow]) -> Vec<LifeEvent> {
    let per_year = data.manifest.ticks_per_year.max(1);
    let lines = lines(per_year, rows);
    let mut events: Vec<LifeEvent> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let year = line.row.tick / per_year;
        if !line.is_traceless() {
            events.push(event(data, line, when(words, data, line), telling::tell(words, line, world)));
        }
        if lines.get(at + 1).is_none_or(|next| next.row.tick / per_year != year) {
            let of_year = lines[..=at].iter().rev().take_while(|one| one.row.tick / per_year == year);
            let quiet: Vec<&Line<'_>> = of_year.filter(|one| one.is_traceless()).collect();
            if let Some(last) = quiet.first() {
                let calendar = data.manifest.start_year + year as i32;
                let told = (telling::quietly(words, &quiet), say!(words, "story-no-trace"), "quiet");
                let told = event(data, last, calendar.to_string(), told);
                events.push(LifeEvent { score: None, deserved: None, ..told });
            }
        }
    }
    events
}

fn event(data: &Told, line: &Line<'_>, when: String, (truth, record, kind): TruthAndRecord) -> LifeEvent {
    LifeEvent {
        tick: line.row.tick,
        year: data.manifest.moment(line.row.tick),
        when,
        truth,
        record,
        points: line.points,
        score: line.row.score_after,
        deserved: line.row.deserved_after,
        kind,
    }
}

fn when(words: Words, data: &Told, line: &Line<'_>) -> String {
    let [from, to] = [line.first, line.row.tick].map(|tick| words.month(data.manifest.moment(tick)));
    if from == to {
        return to;
    }
    match (from.split_once(' '), to.split_once(' ')) {
        (Some((month, year)), Some((_, other))) if year == other => format!("{month}–{to}"),
        _ => format!("{from}–{to}"),
    }
}
