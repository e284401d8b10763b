//! The total of a measure: one number for a whole run of a world.
//!
//! Model: what adds up over time is summed over the readings; of anything else the mean over the readings is
//! taken. Only what is read for everybody as a whole counts. Leaves out: measures that compare two worlds.

use crate::LiveError;
use crate::in_memory::read_through;
use crate::reader::Reader;
use crate::readings::{Readings, everybody};
use crate::schedules::schedule;
use crate::tables::MeasureRow;
use demerit_engine::World;
use demerit_measures::estimate::Window;
use demerit_measures::{Kind, Measure};
use demerit_scenario::load::Scenario;
use demerit_scenario::schema_check::did_you_mean;
use demerit_scenario::study::WorldFile;
use demerit_society::Society;
use demerit_society::state::events::Cohort;
use std::sync::Arc;

/// A measure that has a total.
#[derive(Clone, Copy)]
pub struct Measured(&'static Measure);

impl Measured {
    /// The measure of this name.
    ///
    /// # Errors
    /// A name of no measure, or of one that has no total.
    pub fn named(name: &str) -> Result<Self, LiveError> {
        if demerit_measures::named(name).is_some_and(Measure::compares_worlds) {
            let why = "compares two worlds, so that no mechanism of one of them explains it";
            return Err(LiveError::Options(format!("`{name}` {why}")));
        }
        demerit_measures::named(name).map(Self).ok_or_else(|| {
            let names = demerit_measures::all().iter().map(|measure| measure.name);
            let near = did_you_mean(name, names).map_or_else(
                || "`demerit list measures` tells them".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            LiveError::Options(format!("there is no measure `{name}`; {near}"))
        })
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        self.0.unit.name()
    }

    /// What a reader should know of the total.
    #[must_use]
    pub fn note(self) -> Option<String> {
        self.is_mean().then(|| "the mean over the readings of the run".to_owned())
    }

    /// Whether it is a mean, which may have no value, and no sum, which is nothing where nothing was counted.
    #[must_use]
    pub fn is_mean(self) -> bool {
        self.0.kind != Kind::Sum
    }

    /// Lives a world to the end and gives the measure's total in it: `None` inside
    /// where it has no value, `None` outside where `go_on`, which is asked after each tick, says no.
    ///
    /// # Errors
    /// A regime that cannot be put together with the switches of the world.
    pub fn live(
        self,
        scenario: &Scenario,
        world: &WorldFile,
        society: &Society,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Option<f64>>, LiveError> {
        let (schedule, society) = schedule(scenario, world, society)?;
        let world = World::new(Arc::new(society), schedule, Arc::new(Cohort::default()));
        let pilot = vec![false; world.society.cities.all().len()];
        let reader = Reader::of_one(scenario, scenario.study.seed, pilot, self.name());
        Ok(read_through(scenario, &mut [world], reader, 0, go_on).map(|rows| self.total(&rows)))
    }

    /// The total of the readings of a run; `None` without any for everybody as a whole.
    fn total(self, rows: &[MeasureRow]) -> Option<f64> {
        let (row, kind) = (rows.first()?, self.0.kind.over_time());
        let readings = Readings::new(rows);
        readings.number(kind, &row.world, row.seed, everybody(self.name()), Window::ALL).map(|one| one.value)
    }
}
