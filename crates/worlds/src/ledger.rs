//! The ledger: events of the cohort as rows with names, and what they add up to for each member.

use crate::tables::LedgerRow;
use demerit_engine::Schedule;
use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::Regime;
use demerit_society::TICKS_PER_YEAR;
use demerit_society::state::attribution::Origin;
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
}

impl Saved for Sums {
    const LEAST: usize = 16;

    fn save(&self, to: &mut Saver) {
        let Self { weeks_sanctioned, weeks_wrongly_sanctioned, refusals, entries } = self;
        to.put(weeks_sanctioned).put(weeks_wrongly_sanctioned).put(refusals).put(entries);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            weeks_sanctioned: from.take()?,
            weeks_wrongly_sanctioned: from.take()?,
            refusals: from.take()?,
            entries: from.take()?,
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
) -> Vec<LedgerRow> {
    events
        .iter()
        .map(|event| {
            let sums = sums.entry(event.person).or_default();
            match event.kind {
                EventKind::Refused(_) => sums.refusals += 1,
                EventKind::Entered { .. } => sums.entries += 1,
                // Whoever is born into the place begins anew.
                EventKind::Died => (sums.refusals, sums.entries) = (0, 0),
                _ => {}
            }
            row(seed, start_year, schedule, event)
        })
        .collect()
}

fn row(seed: u64, start_year: i32, schedule: &Schedule, event: &Event) -> LedgerRow {
    let regime = &schedule.regimes[usize::from(event.regime)];
    let scored = regime.scale.is_some();
    let mut row = LedgerRow {
        seed,
        world: schedule.world.clone(),
        person: event.person,
        tick: event.tick,
        year: f64::from(start_year) + f64::from(event.tick) / f64::from(TICKS_PER_YEAR),
        event: String::new(),
        what: String::new(),
        origin: String::new(),
        channel: String::new(),
        rule: String::new(),
        points: i32::from(event.points),
        score_after: scored.then_some(i32::from(event.score)),
        deserved_after: scored.then_some(i32::from(event.deserved)),
        other: event.other,
    };
    let mut put = |name: &str, what: &str| {
        name.clone_into(&mut row.event);
        what.clone_into(&mut row.what);
    };
    match event.kind {
        EventKind::Did(deed) => put("deed", deed.name()),
        EventKind::Entered { matter, channel, origin, rule } => {
            put("entry", matter.name());
            channel.name().clone_into(&mut row.channel);
            origin.name().clone_into(&mut row.origin);
            row.rule = rule.map(|rule| rule_name(regime, rule)).unwrap_or_default();
        }
        EventKind::Spilled { rule } => {
            put("points", "tie");
            Origin::Tie.name().clone_into(&mut row.origin);
            row.rule = rule_name(regime, rule);
        }
        EventKind::Tier(tier) => {
            put("tier", regime.tiers.all().get(usize::from(tier)).map_or("", |tier| tier.name.as_str()));
        }
        EventKind::Listed(origin) => {
            put("listed", regime.list.as_ref().map_or("list", |list| list.name.as_str()));
            origin.name().clone_into(&mut row.origin);
        }
        EventKind::Unlisted => {
            put("unlisted", regime.list.as_ref().map_or("list", |list| list.name.as_str()))
        }
        EventKind::Refused(request) => put("refused", request.name()),
        EventKind::Privileged(request) => put("granted", request.name()),
        EventKind::Withheld(matter) => put("withheld", matter.name()),
        EventKind::Removed(matter) => put("removed", matter.name()),
        EventKind::AccountClosed => put("account-closed", "account"),
        EventKind::AccountReopened => put("account-reopened", "account"),
        EventKind::Filed => put("appeal-filed", "appeal"),
        EventKind::Upheld => put("appeal-upheld", "appeal"),
        EventKind::Undone => put("correction-undone", "copy"),
        EventKind::Spared => put("spared", "review"),
        EventKind::Rejected => put("appeal-rejected", "appeal"),
        EventKind::Unanswered => put("appeal-silent", "appeal"),
        EventKind::Died => put("died", "life"),
        EventKind::Parted => put("partner-lost", "partner"),
        EventKind::Paired => put("partner-found", "partner"),
    }
    row
}

fn rule_name(regime: &Regime, rule: u16) -> String {
    regime.rules().get(usize::from(rule)).map(|rule| rule.name.clone()).unwrap_or_default()
}
