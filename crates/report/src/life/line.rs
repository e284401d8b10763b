//! Lines of a life: a deed and the entry that tells it become one line, and what repeats within a year is
//! folded.
//!
//! Events of one kind (the same deed, origin and channel) within a calendar year are folded into one line,
//! which stands where the last of them stood. What left no trace (deeds that nobody saw, requests that were
//! granted) is folded into one line a year. Moves between tiers, onto and off the list and into and out of a
//! sanction are never folded. What a deed does to the deserved score is no line: the column of that score
//! tells it.

use demerit_society::state::attribution::Origin;
use demerit_worlds::tables::{LedgerEvent, LedgerRow};

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
    /// Tick of the first of them.
    pub(super) first: u32,
    /// Points of all of them.
    pub(super) points: i32,
}

impl<'a> Line<'a> {
    fn new(row: &'a LedgerRow, done: bool) -> Self {
        // The rule that gave points, where one did.
        let rule = match &row.event {
            LedgerEvent::Entered { rule, .. } | LedgerEvent::Spilled { rule } => rule,
            _ => "",
        };
        Self { row, rule, done, times: 1, other: row.other, first: row.tick, points: row.points }
    }

    /// Whether it left no trace: done and seen by nobody.
    pub(super) fn is_traceless(&self) -> bool {
        is_deed(&self.row.event)
    }
}

/// The lines of a life, from its rows in order.
pub(super) fn lines<'a>(per_year: u32, rows: &[&'a LedgerRow]) -> Vec<Line<'a>> {
    folded(per_year, &paired(rows))
}

fn is_deed(event: &LedgerEvent) -> bool {
    matches!(event, LedgerEvent::Did(_))
}

/// The name of the deed that may stand behind an event of the same tick; `None` where no deed of the person's
/// does.
fn deed_behind(event: &LedgerEvent) -> Option<&'static str> {
    match event {
        LedgerEvent::Entered { origin: Origin::WrongPerson | Origin::WrongJoin, .. } => None,
        LedgerEvent::Entered { matter, .. } | LedgerEvent::Removed(matter) => Some(matter.name()),
        LedgerEvent::Refused(request) | LedgerEvent::Privileged(request) => Some(request.name()),
        _ => None,
    }
}

/// Puts a deed and the entry, refusal, privilege or removal of the same tick that belongs to it into one
/// line.
fn paired<'a>(rows: &[&'a LedgerRow]) -> Vec<Line<'a>> {
    let mut taken = vec![false; rows.len()];
    let mut done = vec![false; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let Some(name) = deed_behind(&row.event) else { continue };
        let is_behind = |deed: &LedgerRow| {
            deed.tick == row.tick && matches!(deed.event, LedgerEvent::Did(deed) if deed.name() == name)
        };
        if let Some(deed) = (0..rows.len()).find(|&deed| !taken[deed] && is_behind(rows[deed])) {
            taken[deed] = true;
            done[at] = true;
        }
    }
    let told = |row: &LedgerRow| !matches!(row.event, LedgerEvent::Deserved { .. });
    let left = rows.iter().enumerate().filter(|&(at, row)| !taken[at] && told(row));
    left.map(|(at, row)| Line::new(row, done[at] || is_deed(&row.event))).collect()
}

/// Whether two events are of one kind, whichever rule gave points for an entry.
fn alike(one: &LedgerEvent, other: &LedgerEvent) -> bool {
    match (one, other) {
        (
            LedgerEvent::Entered { matter, origin, channel, .. },
            LedgerEvent::Entered { matter: of, origin: from, channel: by, .. },
        ) => (matter, origin, channel) == (of, from, by),
        _ => one == other,
    }
}

/// Folds what repeats within a calendar year.
fn folded<'a>(per_year: u32, lines: &[Line<'a>]) -> Vec<Line<'a>> {
    let same = |one: &Line<'_>, other: &Line<'_>| {
        one.row.tick / per_year == other.row.tick / per_year
            && one.done == other.done
            && alike(&one.row.event, &other.row.event)
    };
    let may = |line: &Line<'_>| {
        use LedgerEvent::{Began, Born, Died, Listed, Released, Sanctioned, Tier, Unlisted};
        let turns =
            matches!(line.row.event, Tier(_) | Listed { .. } | Unlisted(_) | Sanctioned { .. } | Released);
        !turns && !matches!(line.row.event, Began(_) | Born | Died)
    };
    let mut out: Vec<Line<'a>> = Vec::new();
    for line in lines {
        let alike: Vec<&Line<'a>> =
            if may(line) { lines.iter().filter(|other| same(line, other)).collect() } else { vec![line] };
        if alike.last().is_some_and(|last| std::ptr::eq(*last, line)) {
            out.push(Line {
                rule: alike.iter().map(|one| one.rule).find(|rule| !rule.is_empty()).unwrap_or_default(),
                times: alike.len(),
                other: line.other.filter(|other| alike.iter().all(|one| one.other == Some(*other))),
                first: alike[0].first,
                points: alike.iter().map(|one| one.points).sum(),
                ..*line
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_regime::{Channel, Matter};
    use demerit_society::conduct::deed::Deed;

    fn row(tick: u32, event: LedgerEvent) -> LedgerRow {
        LedgerRow {
            seed: 1,
            world: "regime".into(),
            person: 1,
            life: 0,
            tick,
            year: 2010 + (tick / 52) as i32,
            week: tick % 52 + 1,
            event,
            points: -1,
            score_after: None,
            deserved_after: None,
            income_lacking: None,
            other: None,
        }
    }

    fn deed() -> LedgerEvent {
        LedgerEvent::Did(Deed::Act(Matter::LateBill))
    }

    fn entry(origin: Origin) -> LedgerEvent {
        LedgerEvent::Entered {
            matter: Matter::LateBill,
            origin,
            channel: Channel::Finance,
            rule: String::new(),
        }
    }

    fn spilled(rule: &str) -> LedgerEvent {
        LedgerEvent::Spilled { rule: rule.into() }
    }

    #[test]
    fn a_deed_and_its_entry_are_one_line() {
        let rows = [row(3, deed()), row(3, entry(Origin::OwnDeed))];
        let lines = paired(&rows.iter().collect::<Vec<_>>());
        assert_eq!(lines.len(), 1);
        assert!(lines[0].done && !lines[0].is_traceless());
    }

    #[test]
    fn another_s_deed_is_not_taken_for_one_s_own() {
        let rows = [row(3, deed()), row(3, entry(Origin::WrongPerson))];
        let lines = paired(&rows.iter().collect::<Vec<_>>());
        assert_eq!(lines.len(), 2);
        assert!(!lines.iter().find(|line| !line.is_traceless()).unwrap().done);
    }

    #[test]
    fn three_of_a_kind_in_a_year_are_folded_and_keep_their_points() {
        let rows: Vec<LedgerRow> = (0..3).map(|at| row(at, spilled("friends"))).collect();
        let lines = folded(52, &paired(&rows.iter().collect::<Vec<_>>()));
        assert_eq!((lines.len(), lines[0].times, lines[0].points), (1, 3, -3));
        let apart: Vec<LedgerRow> = [0, 60, 120].map(|at| row(at, spilled("friends"))).to_vec();
        assert_eq!(folded(52, &paired(&apart.iter().collect::<Vec<_>>())).len(), 3);
    }

    #[test]
    fn an_entry_is_alike_whichever_rule_gave_points_and_a_loss_by_a_tie_is_not() {
        let with = |rule: &str| match entry(Origin::OwnDeed) {
            LedgerEvent::Entered { matter, origin, channel, .. } => {
                LedgerEvent::Entered { matter, origin, channel, rule: rule.into() }
            }
            other => other,
        };
        assert!(alike(&with("a"), &with("b")) && !alike(&with("a"), &entry(Origin::Clerk)));
        assert!(!alike(&spilled("a"), &spilled("b")));
    }
}
