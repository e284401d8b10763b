//! The ledger: events of the cohort as rows with names, and what they add up to for each member.

use crate::tables::{LedgerEvent, LedgerRow, calendar};
use demerit_engine::Schedule;
use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::Regime;
use demerit_society::state::events::{Event, EventKind};
use std::collections::BTreeMap;

/// What a member's events and weeks add up to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Weeks under a sanction.
    pub weeks_sanctioned: u32,
    /// Weeks under a wrong one.
    pub weeks_wrongly_sanctioned: u32,
    /// Requests refused.
    pub refusals: u32,
    /// Entries on record.
    pub entries: u32,
    /// Number of the life, from 0.
    pub life: u32,
}

impl Saved for Sums {
    const LEAST: usize = 20;

    fn save(&self, to: &mut Saver) {
        let Self { weeks_sanctioned, weeks_wrongly_sanctioned, refusals, entries, life } = self;
        to.put(weeks_sanctioned).put(weeks_wrongly_sanctioned).put(refusals).put(entries).put(life);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            weeks_sanctioned: from.take()?,
            weeks_wrongly_sanctioned: from.take()?,
            refusals: from.take()?,
            entries: from.take()?,
            life: from.take()?,
        })
    }
}

/// Writes the events of a world as rows.
pub fn rows(
    seed: u64,
    start_year: i32,
    schedule: &Schedule,
    events: &[Event],
    sums: &mut BTreeMap<u32, Sums>,
) -> impl Iterator<Item = LedgerRow> {
    events.iter().map(move |event| {
        let sums = sums.entry(event.person).or_default();
        match event.kind {
            EventKind::Refused(_) => sums.refusals += 1,
            EventKind::Entered { .. } => sums.entries += 1,
            EventKind::Born => (sums.refusals, sums.entries, sums.life) = (0, 0, sums.life + 1),
            _ => {}
        }
        row(seed, start_year, schedule, event, sums.life)
    })
}

fn row(seed: u64, start_year: i32, schedule: &Schedule, event: &Event, life: u32) -> LedgerRow {
    let regime = &schedule.regimes[usize::from(event.regime)];
    let scored = regime.scale.is_some();
    let (year, week) = calendar(start_year, event.tick);
    LedgerRow {
        seed,
        world: schedule.world.clone(),
        person: event.person,
        life,
        tick: event.tick,
        year,
        week,
        event: named(regime, event.kind),
        points: i32::from(event.points),
        score_after: scored.then_some(i32::from(event.score)),
        deserved_after: scored.then_some(i32::from(event.deserved)),
        income_lacking: income_lacking(event.kind),
        other: event.other,
    }
}

/// The share of the income that is lacking after an event that bears on it.
fn income_lacking(kind: EventKind) -> Option<f64> {
    match kind {
        EventKind::JobLost { lacks }
        | EventKind::JobFound { lacks }
        | EventKind::IncomeLost { lacks }
        | EventKind::IncomeBack { lacks } => Some(f64::from(lacks) / 255.0),
        _ => None,
    }
}

/// An event with the names that a regime gives its rules, tiers and list.
fn named(regime: &Regime, kind: EventKind) -> LedgerEvent {
    let list = || regime.list.as_ref().map_or_else(|| "list".to_owned(), |list| list.name.clone());
    match kind {
        EventKind::Did(deed) => LedgerEvent::Did(deed),
        EventKind::Entered { matter, channel, origin, rule } => {
            let rule = rule.map(|rule| rule_name(regime, rule)).unwrap_or_default();
            LedgerEvent::Entered { matter, origin, channel, rule }
        }
        EventKind::Spilled { rule } => LedgerEvent::Spilled { rule: rule_name(regime, rule) },
        EventKind::Tier(tier) => {
            let tier = regime.tiers.all().get(usize::from(tier));
            LedgerEvent::Tier(tier.map(|tier| tier.name.clone()).unwrap_or_default())
        }
        EventKind::Listed(origin) => LedgerEvent::Listed { list: list(), origin },
        EventKind::Unlisted => LedgerEvent::Unlisted(list()),
        EventKind::Refused(request) => LedgerEvent::Refused(request),
        EventKind::Privileged(request) => LedgerEvent::Privileged(request),
        EventKind::Withheld(matter) => LedgerEvent::Withheld(matter),
        EventKind::Removed(matter) => LedgerEvent::Removed(matter),
        EventKind::AccountClosed => LedgerEvent::AccountClosed,
        EventKind::AccountReopened => LedgerEvent::AccountReopened,
        EventKind::Filed => LedgerEvent::Filed,
        EventKind::Upheld => LedgerEvent::Upheld,
        EventKind::Undone => LedgerEvent::Undone,
        EventKind::Spared => LedgerEvent::Spared,
        EventKind::Rejected => LedgerEvent::Rejected,
        EventKind::Unanswered => LedgerEvent::Unanswered,
        EventKind::Died => LedgerEvent::Died,
        EventKind::Parted => LedgerEvent::Parted,
        EventKind::Paired => LedgerEvent::Paired,
        EventKind::Began => LedgerEvent::Began(regime.title.clone()),
        EventKind::Born => LedgerEvent::Born,
        EventKind::Forgot => LedgerEvent::Forgot,
        EventKind::Regained => LedgerEvent::Regained,
        EventKind::Fed => LedgerEvent::Fed,
        EventKind::Deserved { rule } => LedgerEvent::Deserved {
            matter: regime.rules()[usize::from(rule)].matter,
            rule: rule_name(regime, rule),
        },
        EventKind::Sanctioned { wrong } => LedgerEvent::Sanctioned { wrong },
        EventKind::Released => LedgerEvent::Released,
        EventKind::Checked { found } => LedgerEvent::Checked { found },
        EventKind::JobLost { .. } => LedgerEvent::JobLost,
        EventKind::JobFound { .. } => LedgerEvent::JobFound,
        EventKind::IncomeLost { .. } => LedgerEvent::IncomeLost,
        EventKind::IncomeBack { .. } => LedgerEvent::IncomeBack,
        EventKind::Left => LedgerEvent::Left,
        EventKind::CameBack => LedgerEvent::CameBack,
        EventKind::Lapsed => LedgerEvent::Lapsed,
    }
}

fn rule_name(regime: &Regime, rule: u16) -> String {
    regime.rules().get(usize::from(rule)).map(|rule| rule.name.clone()).unwrap_or_default()
}
