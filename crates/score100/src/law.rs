//! What score-100 comes to in a world without end: the law of one agent's score, step by step.
//!
//! Scores are multiples of 5 from 350 to 950, so an agent's score is a chain with 121 states. In each step
//! its own event moves it; then each of its ten neighbours spoke with the chance s of the step,
//!
//! ```text
//! s = 0.05 · 0.01 · (1 − P(score < 450) / 2)
//! ```
//!
//! (half of the kinds are positive), and it loses 5 points for each. That neighbours speak independently of
//! one another and of the agent's own score is not quite so in a world with an end, but the difference is of
//! the order of the chance of speech itself. This is the yardstick for every engine, ours too; no engine is
//! held against another one.

use crate::{HIGHEST, LINE, LOWEST, POINTS, PUSH, START};

/// Points between two states.
const GRAIN: i16 = 5;
/// States.
const STATES: usize = ((HIGHEST - LOWEST) / GRAIN) as usize + 1;
/// Neighbours.
const TIES: i32 = 10;

/// One agent's score after a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Law {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// The chance that it is under 450.
    pub under: f64,
}

/// The law after each of `steps` steps.
#[must_use]
pub fn law(steps: u32) -> Vec<Law> {
    let mut chances = vec![0.0; STATES];
    chances[place(START)] = 1.0;
    (0..steps)
        .map(|_| {
            let silent = of(&chances, |score| if score < LINE { 0.5 } else { 0.0 });
            let own = moved(&chances, own_events);
            let speech = 0.05 * 0.01 * (1.0 - silent);
            let told: Vec<f64> = (0..=TIES).map(|count| binomial(count, speech)).collect();
            chances = moved(&own, |score| {
                (0i16..).zip(&told).map(|(count, &chance)| (score - PUSH * count, chance)).collect()
            });
            let mean = of(&chances, f64::from);
            let square = of(&chances, |score| (f64::from(score) - mean).powi(2));
            let under = of(&chances, |score| f64::from(u8::from(score < LINE)));
            Law { mean, deviation: square.sqrt(), under }
        })
        .collect()
}

fn place(score: i16) -> usize {
    ((score.clamp(LOWEST, HIGHEST) - LOWEST) / GRAIN) as usize
}

/// The mean of a quantity.
fn of(chances: &[f64], quantity: impl Fn(i16) -> f64) -> f64 {
    (LOWEST..).step_by(GRAIN as usize).zip(chances).map(|(score, chance)| chance * quantity(score)).sum()
}

/// The chances after every score has gone where `ways` sends it.
fn moved(chances: &[f64], ways: impl Fn(i16) -> Vec<(i16, f64)>) -> Vec<f64> {
    let mut next = vec![0.0; STATES];
    for (score, chance) in (LOWEST..).step_by(GRAIN as usize).zip(chances) {
        for (to, share) in ways(score) {
            next[place(to)] += chance * share;
        }
    }
    next
}

fn own_events(score: i16) -> Vec<(i16, f64)> {
    let mut ways = vec![(score, 0.95)];
    for points in POINTS {
        let skipped = points > 0 && score < LINE;
        ways.push((if skipped { score } else { score + points }, 0.05 / POINTS.len() as f64));
    }
    ways
}

fn binomial(count: i32, chance: f64) -> f64 {
    let ways: f64 = (0..count).map(|i| f64::from(TIES - i) / f64::from(i + 1)).product();
    ways * chance.powi(count) * (1.0 - chance).powi(TIES - count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_has_the_mean_and_deviation_of_its_events() {
        let first = law(1)[0];
        // Own events: −15 points on average, one in twenty; then ten neighbours, each with chance 0.0005 for
        // −5.
        assert!((first.mean - (650.0 - 0.05 * 15.0 - 10.0 * 0.0005 * 5.0)).abs() < 1e-9, "{first:?}");
        assert_eq!(first.under, 0.0);
        let squares: f64 = POINTS.iter().map(|&points| f64::from(points).powi(2) / 8.0).sum();
        assert!((first.deviation - (0.05 * squares).sqrt()).abs() < 0.05, "{first:?}");
    }

    #[test]
    fn it_ends_where_a_million_agents_end() {
        let last = law(100)[99];
        assert!((last.mean - 572.5).abs() < 0.5 && (last.under - 0.1445).abs() < 0.0015, "{last:?}");
    }

    #[test]
    fn no_steps_no_law() {
        assert!(law(0).is_empty());
    }
}
