//! Targets: the published figures that concern a study, and what a draw makes of each.

use crate::ensemble::{QUANTILES, quantile};
use crate::validate::take::Seen;
use crate::validate::{Case, DiscrepancyFile, How, cases};
use demerit_kernel::{Draws, Seed};
use demerit_scenario::load::Scenario;
use demerit_scenario::sources::facts;
use demerit_society::Society;
use demerit_worlds::in_memory::sized;
use demerit_worlds::{LiveError, describe};
use serde::{Deserialize, Serialize};

/// At this implausibility a draw is ruled out.
pub const BOUND: f64 = 3.0;

/// What came of a draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Whether it is kept.
    pub kept: bool,
    /// The largest implausibility over the targets that are not held out; nothing where none has a value.
    pub implausibility: Option<f64>,
    /// The simulated value of each target.
    pub values: Vec<Option<f64>>,
}

/// A published figure that a draw is held against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Its case.
    pub case: String,
    /// Its name within the case.
    pub id: String,
    /// What was counted or measured.
    pub quantity: String,
    /// Its unit.
    pub unit: String,
    /// Whether it was put in, came out or is held out.
    pub kind: How,
    /// The published value.
    pub published: f64,
    /// What may part it from a simulated one, but for luck.
    pub discrepancy: DiscrepancyFile,
    /// Standard deviation over the seeds of the study as filed.
    pub luck: f64,
    /// The mean over these seeds.
    pub filed: Option<f64>,
    /// The 5, 25, 50, 75 and 95 % quantiles over all draws; `None` where no draw has a value.
    pub prior: Option<[f64; 5]>,
    /// The same over the draws that are kept.
    pub kept: Option<[f64; 5]>,
    /// Draws at which it is implausible.
    pub cuts: usize,
    /// Those of them at which no other target is that is not held out.
    pub cuts_alone: usize,
    /// Kept draws at which it is implausible: none but of held-out targets.
    pub missed: usize,
    /// Draws without a value.
    pub lacking: usize,
}

/// A case that does not concern a study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The case.
    pub case: String,
    /// Why.
    pub why: String,
}

/// The cases that concern a study.
pub(super) struct Concerned {
    pub(super) cases: Vec<Case>,
    /// Persons with whom they are run, at most.
    pub(super) persons: u32,
}

/// The cases that concern a study, and those that do not.
pub(super) fn concerned(scenario: &Scenario) -> Result<(Vec<Case>, Vec<LeftOut>), LiveError> {
    let (mut inside, mut left_out) = (Vec::new(), Vec::new());
    for case in cases()? {
        let own = case.scenario.as_ref().map(|own| &own.study);
        let society = own.map(|own| &own.society).or(case.file.society.as_ref());
        let years = own.map_or(0.0, |own| case.file.years.unwrap_or(own.years));
        let why = match society {
            Some(society) if *society != scenario.study.society => {
                Some(format!("it is about the society `{society}`"))
            }
            _ if years > scenario.study.years => {
                Some(format!("it lives {years} years, and the study {}", scenario.study.years))
            }
            _ => None,
        };
        match why {
            Some(why) => left_out.push(LeftOut { case: case.file.id, why }),
            None => inside.push(case),
        }
    }
    Ok((inside, left_out))
}

impl Concerned {
    /// The targets, the held-out ones last, each with its case and figure.
    fn order(&self) -> Vec<(usize, usize)> {
        let places = self.cases.iter().enumerate();
        let each =
            |(case, one): (usize, &Case)| (0..one.file.figures.len()).map(move |figure| (case, figure));
        let mut order: Vec<(usize, usize)> = places.flat_map(each).collect();
        order.sort_by_key(|(case, figure)| self.cases[*case].file.figures[*figure].kind == How::HeldOut);
        order
    }

    pub(super) fn targets(&self) -> Vec<Target> {
        let target = |(case, figure): (usize, usize)| {
            let case = &self.cases[case].file;
            let figure = &case.figures[figure];
            let fact = &facts()[&figure.fact];
            Target {
                case: case.id.clone(),
                id: figure.id.clone(),
                quantity: fact.quantity.clone(),
                unit: fact.unit.clone(),
                kind: figure.kind,
                published: fact.value,
                discrepancy: figure.discrepancy.clone(),
                luck: 0.0,
                filed: None,
                prior: None,
                kept: None,
                cuts: 0,
                cuts_alone: 0,
                missed: 0,
                lacking: 0,
            }
        };
        self.order().into_iter().map(target).collect()
    }

    /// The values of all targets in a draw; nothing where `go_on` says no.
    pub(super) fn values(
        &self,
        drawn: &Scenario,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Vec<Option<f64>>>, LiveError> {
        let mut seen = Vec::new();
        for case in &self.cases {
            let Some(one) = self.seen(case, drawn, go_on)? else { return Ok(None) };
            seen.push(one);
        }
        let value = |(case, figure): (usize, usize)| {
            let value = seen[case].value(&self.cases[case].file.figures[figure])?;
            Some(value).filter(|value| value.is_finite())
        };
        Ok(Some(self.order().into_iter().map(value).collect()))
    }

    fn seen(
        &self,
        case: &Case,
        drawn: &Scenario,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Seen>, LiveError> {
        let (persons, seed) = (self.persons.min(case.file.persons), drawn.study.seed);
        let mut seen = match &case.scenario {
            None => Seen::default(),
            Some(own) => {
                let mut own = own.clone();
                (own.society, own.plan) = (drawn.society.clone(), drawn.plan.clone());
                for (name, regime) in &drawn.regimes {
                    own.regimes.entry(name.clone()).and_modify(|own| own.clone_from(regime));
                }
                for (name, regime) in &drawn.resolved {
                    own.resolved.entry(name.clone()).and_modify(|own| own.clone_from(regime));
                }
                let own = sized(&own, persons, case.file.years, seed)?;
                let Some(seen) = Seen::lived(&case.file, own, go_on)? else { return Ok(None) };
                seen
            }
        };
        if case.file.figures.iter().any(|figure| figure.describe.is_some()) {
            // What is built only costs little, and a small society misses its shares by whole neighbourhoods.
            let society = Society::new(&drawn.plan, case.file.persons, Draws::new(Seed(seed)))?;
            seen.figures = describe::figures(&society, drawn);
        }
        Ok(Some(seen))
    }

    /// Weeks that the cases live in a run, together.
    pub(super) fn ticks(&self) -> u32 {
        self.studies().map(|(scenario, _)| scenario.ticks()).sum()
    }

    /// Person-weeks of a run.
    pub(super) fn person_weeks(&self) -> u64 {
        let each = |(scenario, persons): (&Scenario, u32)| {
            u64::from(scenario.ticks()) * u64::from(persons) * scenario.worlds().len() as u64
        };
        self.studies().map(each).sum()
    }

    fn studies(&self) -> impl Iterator<Item = (&Scenario, u32)> {
        self.cases
            .iter()
            .filter_map(|case| Some((case.scenario.as_ref()?, self.persons.min(case.file.persons))))
    }
}

impl Target {
    /// Whether it is used for nothing.
    #[must_use]
    pub fn is_held_out(&self) -> bool {
        self.kind == How::HeldOut
    }

    /// How far a simulated value is from the published one, in standard deviations of what may part them.
    #[must_use]
    pub fn implausibility(&self, value: Option<f64>) -> Option<f64> {
        let DiscrepancyFile { model, observed, .. } = self.discrepancy;
        let apart = (value? - self.published).abs();
        let spread = libm::sqrt(model * model + observed * observed + self.luck * self.luck);
        Some(if apart == 0.0 { 0.0 } else { apart / spread })
    }

    pub(super) fn learn(&mut self, filed: &[Option<f64>], drawn: &[Option<f64>]) {
        let known: Vec<f64> = filed.iter().copied().flatten().collect();
        let count = known.len() as f64;
        if !known.is_empty() {
            let mean = known.iter().sum::<f64>() / count;
            let square = known.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>();
            self.filed = Some(mean);
            self.luck = if known.len() > 1 { libm::sqrt(square / (count - 1.0)) } else { 0.0 };
        }
        self.lacking = drawn.iter().filter(|value| value.is_none()).count();
        self.prior = quantiles(drawn.iter().copied().flatten());
    }
}

fn quantiles(values: impl Iterator<Item = f64>) -> Option<[f64; 5]> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    (!values.is_empty()).then(|| QUANTILES.map(|at| quantile(&values, at)))
}

/// Says of each target which draws it cuts, and what the kept ones make of it.
pub(super) fn score(targets: &mut [Target], draws: &[Scored]) {
    let is_cut = |target: &Target, place: usize, draw: &Scored| {
        target.implausibility(draw.values[place]).is_some_and(|one| one >= BOUND)
    };
    let cuts = |draw: &Scored| {
        let all = targets.iter().enumerate().filter(|(_, target)| !target.is_held_out());
        all.filter(|(place, target)| is_cut(target, *place, draw)).map(|(place, _)| place).collect::<Vec<_>>()
    };
    let cut_by: Vec<Vec<usize>> = draws.iter().map(cuts).collect();
    for (place, target) in targets.iter_mut().enumerate() {
        let kept = draws.iter().filter(|draw| draw.kept);
        target.kept = quantiles(kept.clone().filter_map(|draw| draw.values[place]));
        target.missed = kept.filter(|draw| is_cut(target, place, draw)).count();
        target.cuts = draws.iter().filter(|draw| is_cut(target, place, draw)).count();
        target.cuts_alone = cut_by.iter().filter(|by| **by == [place]).count();
    }
}
