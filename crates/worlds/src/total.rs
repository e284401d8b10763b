//! The total of a measure: one number for a whole run of a world.
//!
//! Model: what adds up over time is summed over the readings; of anything else the mean over the readings is taken. Only what is read for
//! everybody as a whole counts. Leaves out: measures that compare two worlds.

use crate::reader::Reader;
use crate::tables::MeasureRow;
use demerit_engine::{World, step};
use demerit_kernel::Tick;
use demerit_measures::twins::Pair;
use demerit_scenario::load::Scenario;
use demerit_scenario::schema_check::did_you_mean;

/// How a measure's readings become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Total {
    Sum,
    Mean,
}

/// A measure and its total.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What a reader should know of it.
    pub note: Option<String>,
    read: &'static str,
    total: Total,
}

impl Measured {
    /// The measure of this name, or why it has no total.
    pub fn named(name: &str) -> Result<Self, String> {
        let all = demerit_measures::all();
        if compares(name) {
            return Err(format!(
                "`{name}` compares two worlds, so that no mechanism of one of them explains it"
            ));
        }
        if let Some(found) = all.iter().find(|measure| measure.name == name) {
            let sums = found.kind.adds_up();
            let total = if sums { Total::Sum } else { Total::Mean };
            let note = (!sums).then(|| "the mean over the readings of the run".to_owned());
            return Ok(Self {
                name: name.to_owned(),
                unit: found.unit.to_owned(),
                note,
                read: found.name,
                total,
            });
        }
        let names = all.iter().map(|measure| measure.name);
        let near = did_you_mean(name, names).map_or_else(
            || "`demerit list measures` tells them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Err(format!("there is no measure `{name}`; {near}"))
    }

    /// Whether it is a mean, which may have no value, and no sum, which is nothing where nothing was counted.
    pub fn is_mean(&self) -> bool {
        self.total == Total::Mean
    }

    /// Lives a world to the end and gives the measure's total in it: `None` inside where it has no value, `None` outside where
    /// `go_on`, which is asked after each tick, says no.
    pub fn live(
        &self,
        scenario: &Scenario,
        world: World,
        seed: u64,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Option<Option<f64>> {
        let pilot = vec![false; world.society.cities.all().len()];
        let mut worlds = [world];
        let mut reader = Reader::of_one(scenario, seed, pilot, self.read);
        let mut rows = Vec::new();
        let ticks = scenario.ticks();
        for tick in 0..ticks {
            worlds.iter_mut().for_each(step);
            let done = tick + 1;
            if Reader::is_due(scenario, done) {
                reader.read(&mut worlds, Tick(tick), &mut rows);
            }
            if !go_on() {
                return None;
            }
        }
        Some(self.total(&rows))
    }

    /// The total of the readings of a run; `None` without any for everybody as a whole.
    fn total(&self, rows: &[MeasureRow]) -> Option<f64> {
        let whole = || {
            rows.iter().filter(|row| row.domain == "all" && row.group == "all" && row.measure == self.read)
        };
        let count = whole().count();
        let sum: f64 = whole().map(|row| row.value).sum();
        (count > 0).then(|| match self.total {
            Total::Sum => sum,
            Total::Mean => sum / count as f64,
        })
    }
}

/// Whether a measure compares two worlds.
fn compares(measure: &str) -> bool {
    Pair::default().named().iter().any(|(name, _)| *name == measure)
}
