//! The ledger: events of the cohort as rows with names, and what they add up to for each member.

use crate::tables::LedgerRow;
use demerit_engine::Plan;
use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::Regime;
use demerit_society::TICKS_PER_YEAR;
use demerit_society::attribution::Origin;
use demerit_society::events::{Event, Happening};
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
    plan: &Plan,
    events: &[Event],
    sums: &mut BTreeMap<u32, Sums>,
) -> Vec<LedgerRow> {
    events
        .iter()
        .map(|event| {
            let sums = sums.entry(event.person).or_default();
            match event.happening {
                Happening::Refused(_) => sums.refusals += 1,
                Happening::Entered { .. } => sums.entries += 1,
                // Whoever is born into the place begins anew.
                Happening::Died => (sums.refusals, sums.entries) = (0, 0),
                _ => {}
            }
            row(seed, start_year, plan, event)
        })
        .collect()
}

fn row(seed: u64, start_year: i32, plan: &Plan, event: &Event) -> LedgerRow {
    let regime = &plan.regimes[usize::from(event.regime)];
    let scored = regime.scale.is_some();
    let mut row = LedgerRow {
        seed,
        world: plan.world.clone(),
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
    match event.happening {
        Happening::Did(deed) => put("deed", deed.name()),
        Happening::Entered { matter, channel, origin, rule } => {
            put("entry", matter.name());
            channel.name().clone_into(&mut row.channel);
            origin.name().clone_into(&mut row.origin);
            row.rule = rule.map(|rule| rule_name(regime, rule)).unwrap_or_default();
        }
        Happening::Spilled { rule } => {
            put("points", "tie");
            Origin::Tie.name().clone_into(&mut row.origin);
            row.rule = rule_name(regime, rule);
        }
        Happening::Tier(tier) => {
            put("tier", regime.tiers.all().get(usize::from(tier)).map_or("", |tier| tier.name.as_str()));
        }
        Happening::Listed(origin) => {
            put("listed", regime.list.as_ref().map_or("list", |list| list.name.as_str()));
            origin.name().clone_into(&mut row.origin);
        }
        Happening::Unlisted => {
            put("unlisted", regime.list.as_ref().map_or("list", |list| list.name.as_str()))
        }
        Happening::Refused(request) => put("refused", request.name()),
        Happening::Privileged(request) => put("granted", request.name()),
        Happening::Withheld(matter) => put("withheld", matter.name()),
        Happening::Removed(matter) => put("removed", matter.name()),
        Happening::AccountClosed => put("account-closed", "account"),
        Happening::AccountReopened => put("account-reopened", "account"),
        Happening::Filed => put("appeal-filed", "appeal"),
        Happening::Upheld => put("appeal-upheld", "appeal"),
        Happening::Undone => put("correction-undone", "copy"),
        Happening::Spared => put("spared", "review"),
        Happening::Rejected => put("appeal-rejected", "appeal"),
        Happening::Unanswered => put("appeal-silent", "appeal"),
        Happening::Died => put("died", "life"),
        Happening::Parted => put("partner-lost", "partner"),
        Happening::Paired => put("partner-found", "partner"),
    }
    row
}

fn rule_name(regime: &Regime, rule: u16) -> String {
    regime.rules().get(usize::from(rule)).map(|rule| rule.name.clone()).unwrap_or_default()
}
