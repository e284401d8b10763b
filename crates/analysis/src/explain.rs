//! Explaining: how much of a measure's total each error, or each mechanism, brings about, so that the parts
//! add up.
//!
//! Model: the sources of error, or else the mechanisms, that are on in a study's first world and would change
//! anything are the players of a game ([`players`]). The value of a coalition is the total of the measure in
//! that world with the players outside the coalition switched off. Each player gets its Shapley value; what
//! is left in the world with none of them is a part of its own. So the parts sum to the total.
//!
//! All worlds share persons and luck. Worlds that are the same once the switches have done their work are run
//! once.
//!
//! Symbols: the total of a flow is its sum over the run, in its unit; that of a stock, a share or a ratio its
//! mean over the run. A ratio with nothing to divide by in one of the worlds cannot be shared out. Intervals
//! at 95 %: over seeds where there are several, else over sampled orders, else none.
//!
//! Sources: Shapley 1953 (see [`shapley`]); the choice of players is ours.
//!
//! Leaves out: measures that compare two worlds.

mod coalitions;
pub mod players;
pub mod shapley;
mod totals;

use coalitions::Coalitions;
use demerit_kernel::{Draws, Seed};
use demerit_measures::estimate::Estimate;
use demerit_scenario::load::Scenario;
use demerit_scenario::notes::PhaseNote;
use demerit_study::run::{Progress, Signal, processors, within_memory};
use demerit_worlds::total::Measured;
use demerit_worlds::{LiveError, Size};
pub use players::Over;
use players::Player;
use serde::Serialize;
use shapley::MOST_EXACT;
use totals::Totals;

/// The measure that is explained unless another is named.
pub const MEASURE: &str = "wrongly-sanctioned-weeks";

/// The name of what is left when no player is on.
pub const NONE: &str = "none of these";

/// What to explain.
#[derive(Clone, Debug)]
pub struct ExplainOptions {
    /// Name of the measure.
    pub measure: String,
    /// What it is shared out among; [`Over::usual`] of the measure unless it is said.
    pub over: Option<Over>,
    /// Persons in each world.
    pub persons: u32,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// Number of seeds, from the first on.
    pub seeds: u32,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
    /// So many orders of the players instead of all coalitions.
    pub samples: Option<u32>,
}

/// A measure's total, shared out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// Name of the measure.
    pub measure: String,
    /// Its unit.
    pub unit: String,
    /// The total, over seeds in the mean.
    pub total: f64,
    /// Among whom it is shared out: `errors` or `institutions`.
    pub over: Over,
    /// What each player brings about, the largest first, and what is left without them last.
    pub values: Vec<Part>,
    /// Name of the study.
    pub study: String,
    /// Name of its world.
    pub world: String,
    /// Persons in each world.
    pub persons: u32,
    /// The phases of the study that want a share of them.
    pub pilots: Vec<PhaseNote>,
    /// Weeks of each world.
    pub weeks: u32,
    /// Seeds.
    pub seeds: Vec<u64>,
    /// Whether every coalition was valued; else orders were sampled.
    pub exact: bool,
    /// Coalitions that were valued for a seed, in the mean.
    pub coalitions: usize,
    /// Different worlds that were run for it, in the mean.
    pub worlds: usize,
    /// Players that are on but change nothing in this study.
    pub idle: Vec<String>,
    /// Person-weeks computed.
    pub person_weeks: u64,
    /// Where the measure is put together from another, how.
    pub note: Option<String>,
}

/// What a player brings about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Name of the source of error or of the mechanism, or [`NONE`].
    pub player: String,
    /// Name of the mechanism that it is, or that errs; none for what is left.
    pub mechanism: Option<&'static str>,
    /// Its part of the total.
    pub value: f64,
    /// The ends of its interval; none where nothing tells of one.
    pub interval: Option<[f64; 2]>,
}

/// Explains a measure of a study's first world.
///
/// # Errors
/// Options out of range; a measure that has no total; a society that cannot be built; the caller's stop.
pub fn explain(
    scenario: &Scenario,
    options: &ExplainOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Explanation, LiveError> {
    let measured = Measured::named(&options.measure)?;
    let over = options.over.unwrap_or_else(|| Over::usual(measured.name()));
    let mut scenario = scenario.clone();
    // One world of the study at a time, without a cohort.
    scenario.study.worlds.truncate(1);
    scenario.study.cohort = 0;
    let &ExplainOptions { persons, years, seed, seeds, .. } = options;
    let size = Size { persons: Some(persons), years, seed, seeds };
    let mut scenario = within_memory(&scenario, &size)?;
    let seeds = size.seeds_from(scenario.study.seed);
    let threads = options.threads.unwrap_or_else(processors);

    let mut found = Gathered::default();
    for (number, &seed) in (1..).zip(&seeds) {
        scenario.study.seed = seed;
        let draws = Draws::new(Seed(seed));
        let society = scenario.society(draws)?;
        let game = Coalitions::of(over, &scenario, &society)?;
        let orders = match options.samples {
            Some(count) => Some(shapley::orders(game.players.len(), count.max(1), draws)),
            None if game.players.len() > MOST_EXACT => {
                Some(shapley::orders(game.players.len(), SAMPLES, draws))
            }
            None => None,
        };
        let wanted = game.wanted(orders.as_deref());
        let keys = game.keys(&wanted);
        let before = found.person_weeks;
        let mut report = |tick: u32, ticks: u32, weeks: u64| {
            progress(&Progress {
                seed_number: number,
                seeds: options.seeds,
                tick,
                ticks,
                person_weeks: before + weeks,
                stage: "switching players",
                needs: None,
            })
        };
        let totals = Totals { scenario: &scenario, society: &society, game: &game, measured };
        let (totals, weeks) = totals.of(&keys, threads, &mut report)?;
        found.person_weeks += weeks;
        found.coalitions += wanted.len();
        found.worlds += keys.worlds.len();
        found.add(&game, orders.as_deref(), |coalition| totals[keys.world_of[&coalition]]);
    }
    Ok(found.told(&scenario, (measured, over), seeds))
}

/// Orders that are sampled where there are too many coalitions and the caller says nothing.
const SAMPLES: u32 = 40;

/// What the seeds have given so far.
#[derive(Default)]
struct Gathered {
    exact: bool,
    person_weeks: u64,
    coalitions: usize,
    worlds: usize,
    players: Vec<Player>,
    idle: Vec<Player>,
    /// Samples of each player's part: one a seed, or the orders of a single seed.
    parts: Vec<Vec<f64>>,
    /// The value of each seed without any player, and with all.
    without: Vec<f64>,
    with: Vec<f64>,
    orders: Option<Vec<Vec<f64>>>,
}

impl Gathered {
    fn add(&mut self, game: &Coalitions, orders: Option<&[Vec<usize>]>, value: impl Fn(usize) -> f64) {
        let count = game.players.len();
        self.exact = orders.is_none();
        self.players.clone_from(&game.players);
        self.idle.clone_from(&game.idle);
        self.parts.resize(count, Vec::new());
        let parts: Vec<f64> = if let Some(orders) = orders {
            let gains: Vec<Vec<f64>> = orders.iter().map(|order| shapley::along(order, &value)).collect();
            let parts = (0..count)
                .map(|player| gains.iter().map(|gains| gains[player]).sum::<f64>() / gains.len() as f64);
            let parts = parts.collect();
            self.orders = Some(gains);
            parts
        } else {
            let values: Vec<f64> = (0..1 << count).map(&value).collect();
            shapley::exact(count, &values)
        };
        for (all, part) in self.parts.iter_mut().zip(parts) {
            all.push(part);
        }
        self.without.push(value(0));
        self.with.push(value((1 << count) - 1));
    }

    fn told(self, scenario: &Scenario, (measured, over): (Measured, Over), seeds: Vec<u64>) -> Explanation {
        let mean = |samples: &[f64]| Estimate::of(samples).unwrap_or(Estimate { value: 0.0, interval: None });
        let part = |player: Option<Player>, samples: &[f64]| {
            let Estimate { value, interval } = mean(samples);
            let mechanism = player.map(|one| one.mechanism().name());
            Part { player: player.map_or(NONE, Player::name).to_owned(), mechanism, value, interval }
        };
        let mut values: Vec<Part> = Vec::new();
        for (place, player) in self.players.iter().enumerate() {
            let mut samples = self.parts[place].clone();
            if let (1, Some(orders)) = (samples.len(), &self.orders) {
                samples = orders.iter().map(|gains| gains[place]).collect();
            }
            values.push(part(Some(*player), &samples));
        }
        values.sort_by(|one, other| other.value.total_cmp(&one.value));
        values.push(part(None, &self.without));
        let world = scenario.study.worlds.first().map_or_else(String::new, |world| world.name.clone());
        let each = |sum: usize| sum.div_ceil(seeds.len().max(1));
        Explanation {
            total: mean(&self.with).value,
            over,
            values,
            study: scenario.study.name.clone(),
            world,
            persons: scenario.study.persons,
            pilots: scenario.pilots(),
            weeks: scenario.ticks(),
            exact: self.exact,
            coalitions: each(self.coalitions),
            worlds: each(self.worlds),
            idle: self.idle.iter().map(|one| one.name().to_owned()).collect(),
            person_weeks: self.person_weeks,
            measure: measured.name().to_owned(),
            unit: measured.unit().to_owned(),
            note: measured.note(),
            seeds,
        }
    }
}

#[cfg(test)]
mod tests;
