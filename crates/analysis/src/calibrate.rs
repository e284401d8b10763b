//! Calibration: which draws of an ensemble published figures rule out, and how far each number goes in the
//! others.
//!
//! Model: history matching. A study's ensemble is drawn (see [`crate::ensemble`]). For each draw the cases
//! of `validation/` that concern the study are run too, with the draw's society and, where a case has a
//! regime of the same name, the draw's regime. A draw's implausibility at a target is
//! I = |z − f| / √(V_obs + V_disc + V_luck): the published figure z less the simulated one f, over the
//! standard deviation of all that may part them. A draw is ruled out where the largest I over its targets is
//! 3 or more.
//!
//! Symbols: z and f in the figure's unit; V_obs the squared standard error of the publication, V_disc the
//! squared discrepancy, both declared in the case's file; V_luck the variance over the seeds of the study as
//! filed. A draw in which a target has no value is not ruled out by it.
//!
//! Held-out figures rule nothing out. They are scored last, on the draws that are kept.
//!
//! Sources: Craig, Goldstein, Seheult and Smith 1997; Vernon, Goldstein and Bower 2010; the bound of three:
//! Pukelsheim 1994. Leaves out: an emulator, as each draw is run; covariances between targets; any search: it
//! says what cannot be, and never which values would be best.

mod folder;
mod targets;
#[cfg(test)]
mod tests;

pub use folder::{read, write};
pub use targets::{BOUND, LeftOut, Scored, Target};

use crate::ensemble::{Ensemble, EnsembleOptions, FILED, Numbers, drawing, numbers};
use crate::pool::Pace;
use demerit_scenario::load::Scenario;
use demerit_study::run::{Progress, RunError, Signal};
use demerit_worlds::LiveError;
use demerit_worlds::readings::Readings;
use demerit_worlds::tables::MeasureRow;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use targets::Concerned;

/// What published figures leave of an ensemble.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// All draws.
    pub prior: Ensemble,
    /// The draws that are not ruled out; `None` where none is.
    pub kept: Option<Ensemble>,
    /// The targets, the held-out ones last.
    pub targets: Vec<Target>,
    /// Cases that do not concern the study, and why.
    pub left_out: Vec<LeftOut>,
    /// Person-weeks computed.
    pub person_weeks: u64,
    /// What came of each draw.
    #[serde(skip)]
    pub draws: Vec<Scored>,
}

/// Draws a study's ensemble and keeps what the published figures that concern it do not rule out.
///
/// # Errors
/// Options out of range; nothing to vary; the caller's stop.
pub fn calibrate(
    scenario: &Scenario,
    options: &EnsembleOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Calibration, RunError> {
    let (concerned, left_out) = Concerned::of(scenario, options.persons)?;
    let mut scenario = scenario.clone();
    scenario.study.worlds.truncate(2);
    let of = |run: &Scenario, rows: &[MeasureRow], pace: &Pace| {
        let values = concerned.values(run, &mut || pace.tick()).map_err(|error| error.to_string())?;
        Ok(values.map(|values| (numbers(run, &Readings::new(rows)), values)))
    };
    let drawing = drawing(&scenario, options, (FILED, concerned.ticks()), &of, progress)?;
    let (filed, drawn) = drawing.given.split_at(FILED as usize);
    let column = |runs: &[(Numbers, Vec<Option<f64>>)], target: usize| -> Vec<Option<f64>> {
        runs.iter().map(|(_, values)| values[target]).collect()
    };
    let mut targets = concerned.targets();
    let mut draws: Vec<Scored> = drawn
        .iter()
        .map(|(_, values)| Scored { kept: true, implausibility: None, values: values.clone() })
        .collect();
    for (place, target) in targets.iter_mut().enumerate() {
        target.learn(&column(filed, place), &column(drawn, place));
    }
    for draw in &mut draws {
        let scores = targets.iter().zip(&draw.values).filter(|(target, _)| !target.is_held_out());
        draw.implausibility =
            scores.filter_map(|(target, value)| target.implausibility(*value)).reduce(f64::max);
        draw.kept = draw.implausibility.is_none_or(|one| one < BOUND);
    }
    targets::score(&mut targets, &draws);
    let kept: Vec<bool> = draws.iter().map(|draw| draw.kept).collect();
    let all = || {
        let numbers = drawing.given.iter().map(|(numbers, _)| numbers).collect();
        drawing.gathered(numbers, options.over)
    };
    let cases = concerned.person_weeks() * drawing.runs.len() as u64;
    let prior = all().told(drawing.person_weeks);
    let kept = kept.contains(&true).then(|| all().only(&kept).told(drawing.person_weeks));
    Ok(Calibration { prior, kept, targets, left_out, person_weeks: drawing.person_weeks + cases, draws })
}

impl Calibration {
    /// Draws that are kept.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kept.as_ref().map_or(0, |kept| kept.draws)
    }

    /// The targets that cut draws, those that cut most first.
    #[must_use]
    pub fn cutting(&self) -> Vec<&Target> {
        let mut cutting: Vec<&Target> =
            self.targets.iter().filter(|one| !one.is_held_out() && one.cuts > 0).collect();
        cutting.sort_by_key(|one| Reverse(one.cuts));
        cutting
    }
}

impl Concerned {
    fn of(scenario: &Scenario, persons: u32) -> Result<(Self, Vec<LeftOut>), LiveError> {
        let (cases, left_out) = targets::concerned(scenario)?;
        Ok((Self { cases, persons }, left_out))
    }
}
