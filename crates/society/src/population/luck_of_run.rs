//! The luck of a neighbourhood, drawn side by side, and births at the start by it.
//!
//! Model: that of [`crate::population::life`], household by household, with the same luck as for each person
//! alone. Symbols: none. Source: see there. Leaves out: nothing.

use crate::population::life::births_at_start;
use crate::{BirthWeek, LifePlan, Place};
use demerit_kernel::{Draws, LANES, Stream};

const WIDTH: usize = LANES as usize;

/// The luck of a neighbourhood in one stream, word by word.
pub(crate) struct RunOfLuck(pub(crate) [[u32; WIDTH]; 4]);

impl Default for RunOfLuck {
    fn default() -> Self {
        Self([[0; WIDTH]; 4])
    }
}

impl RunOfLuck {
    /// Draws it, from the person `first` on.
    pub(crate) fn draw(&mut self, draws: Draws, stream: Stream, first: u32, tick: u32) {
        let [zero, one, two, three] = &mut self.0;
        draws.luck_of_run(stream, first, [tick, 0], [zero, one, two, three]);
    }

    fn unit(&self, word: usize, lane: usize) -> f64 {
        f64::from(self.0[word][lane]) / 4_294_967_296.0
    }

    /// Births at the start of the persons of a neighbourhood, by this luck.
    pub(crate) fn births(&self, life: &LifePlan, pattern: &[Place], born: &mut [BirthWeek]) {
        let mut lane = 0;
        while lane < born.len() {
            let end = (lane + usize::from(pattern[lane].size)).min(born.len());
            let of = |within: usize| [self.unit(0, lane + within), self.unit(1, lane + within)];
            births_at_start(life, of, &pattern[lane..end], &mut born[lane..end]);
            lane = end;
        }
    }
}
