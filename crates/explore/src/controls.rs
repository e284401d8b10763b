//! Controls: what can be set about a scenario's first world, how far, and what each figure rests on.

use super::curated::{Group, groups};
use super::figures::{all, key};
use super::settings::PERSONS;
use demerit_regime::{Mechanism, Safeguard};
use demerit_scenario::figures::{Located, Part};
use demerit_scenario::load::Scenario;
use demerit_scenario::word::Word;
use demerit_scenario::{MechanismRow, mechanisms};
use serde::Serialize;

/// All that can be set about a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Controls {
    /// The lowest and the highest number of persons.
    pub persons: [u32; 2],
    /// The most years.
    pub years: f64,
    /// Title of the base's second world, or its name, if there is one.
    pub twin: Option<String>,
    /// The figures that a page shows first, in groups.
    pub curated: Vec<Group>,
    /// All figures: those of the society, then those of the first world's regimes.
    pub figures: Vec<Control>,
    /// All mechanisms, in the order of their numbers.
    pub mechanisms: Vec<MechanismNote>,
    /// All safeguards.
    pub safeguards: Vec<SafeguardNote>,
}

/// A figure that can be set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Control {
    /// Its name in settings.
    pub key: String,
    /// The name of the rule, tier, gate or channel that it belongs to, where it has one.
    pub item: Option<String>,
    /// What it is, as the schema of its file says; its unit too.
    pub about: String,
    /// The value that the base has.
    pub value: f64,
    /// The lowest value, if there is one.
    pub low: Option<f64>,
    /// The highest value, if there is one.
    pub high: Option<f64>,
    /// Whether the file declares that range; else it is only what the file's form allows.
    pub is_declared: bool,
    /// Whether nobody is cited for it.
    pub is_assumption: bool,
    /// What it rests on, as a reader would cite it.
    pub source: Option<String>,
    /// `read`, `secondary` or `recalled` for a listed source, `cited` for one of the file, else `assumption`.
    pub status: String,
    /// What the file notes beside it.
    pub note: Option<String>,
    /// Whether it counts for both worlds, as the figures of the society do.
    pub in_both: bool,
    /// The mechanisms that it belongs to, by name.
    pub mechanisms: Vec<&'static str>,
}

/// A mechanism as a switch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MechanismNote {
    /// What it is; its name is that in settings.
    #[serde(flatten)]
    pub row: MechanismRow,
    /// Whether the base has it on in its first world.
    pub is_on: bool,
    /// Whether it can be switched in one world.
    pub can_switch: bool,
}

/// A safeguard as a switch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SafeguardNote {
    /// Its name in settings.
    pub name: &'static str,
    /// What it does.
    pub says: &'static str,
    /// Whether the base has it on in its first world.
    pub is_on: bool,
    /// Why no regime of the first world has anything to guard for it, where that is so.
    pub cannot: Option<String>,
    /// What it is called, as a clause.
    pub title: &'static str,
}

/// What can be set about a scenario.
#[must_use]
pub fn controls(base: &Scenario) -> Controls {
    let figures = all(base);
    let world = base.study.worlds.first();
    let is_on = |name: &str| {
        let one = Mechanism::named(name);
        one.zip(world).is_some_and(|(one, world)| base.study.mechanisms_in(world).on(one))
    };
    let mechanisms = mechanisms().into_iter().map(|row| MechanismNote {
        is_on: is_on(row.name),
        can_switch: !["twin", "whole-country"].contains(&row.name),
        row,
    });
    let safeguards = Safeguard::ALL.into_iter().map(|one| SafeguardNote {
        name: one.name(),
        says: one.says(),
        is_on: world.is_some_and(|world| world.safeguards.contains(&Word(one))),
        cannot: cannot(base, one),
        title: one.title(),
    });
    Controls {
        persons: [*PERSONS.start(), *PERSONS.end()],
        years: base.study.years,
        twin: base.study.worlds.get(1).map(|twin| twin.title.clone().unwrap_or_else(|| twin.name.clone())),
        curated: groups(&figures),
        mechanisms: mechanisms.collect(),
        safeguards: safeguards.collect(),
        figures: figures.into_iter().filter_map(Control::of).collect(),
    }
}

/// Why a safeguard has nothing to guard in the first world.
fn cannot(base: &Scenario, one: Safeguard) -> Option<String> {
    let world = base.study.worlds.first()?;
    let named = world.rollout.iter().filter_map(|step| base.resolved.get(&step.regime));
    let faults: Vec<Option<String>> = named
        .map(|regime| regime.can_have(one).err().map(|why| format!("regime `{}` {why}", regime.name)))
        .collect();
    faults.iter().all(Option::is_some).then(|| faults.into_iter().next_back().flatten()).flatten()
}

impl Control {
    fn of(one: Located) -> Option<Self> {
        let ([low, high], value) = (one.bounds(), one.number()?);
        let mechanisms = Mechanism::ALL.into_iter().filter(|behind| is_behind(*behind, &one));
        Some(Self {
            mechanisms: mechanisms.map(Mechanism::name).collect(),
            key: key(&one),
            value,
            low,
            high,
            is_declared: one.range.is_some_and(|[low, high]| low < high),
            is_assumption: one.citation.is_none(),
            in_both: one.part == Part::Society,
            item: one.item,
            about: one.about,
            source: one.citation,
            status: one.status,
            note: one.note,
        })
    }
}

/// Whether a figure belongs to a mechanism.
fn is_behind(mechanism: Mechanism, one: &Located) -> bool {
    mechanism.row().figures.iter().any(|begin| match begin.split_once("*.") {
        Some((list, key)) => {
            let item = one.path.strip_prefix(list).and_then(|rest| rest.split_once('.'));
            item.is_some_and(|(_, rest)| rest.starts_with(key))
        }
        None => one.path.starts_with(begin),
    })
}
