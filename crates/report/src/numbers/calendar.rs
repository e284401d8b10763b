//! The calendar of a run: its years, its phases, and how a moment is called.

use crate::numbers::{Moment, Run};
use demerit_words::say;

impl Run<'_> {
    fn ticks_per_year(&self) -> u32 {
        self.data.manifest.ticks_per_year.max(1)
    }

    /// Phases with the year in which each begins; where a horizon lies further on, also the end of the years
    /// that the numbers are about.
    pub(crate) fn phases(&self) -> Vec<(f64, String)> {
        let manifest = &self.data.manifest;
        let year =
            |tick: u32| f64::from(manifest.start_year) + f64::from(tick) / f64::from(self.ticks_per_year());
        let phases =
            manifest.phases.iter().map(|phase| (year(phase.from_tick), self.words.title(&phase.name)));
        let end = self.horizon().map(|_| (year(self.last_tick + 1), say!(self.words, "plot-numbers-until")));
        phases.chain(end).collect()
    }

    /// First and last year that are drawn: those of the run.
    pub(crate) fn span(&self) -> (f64, f64) {
        let start = f64::from(self.data.manifest.start_year);
        (
            start,
            start
                + f64::from(self.horizon().unwrap_or(self.last_tick) + 1) / f64::from(self.ticks_per_year()),
        )
    }

    /// Whether it is shorter than two years, so that moments within a year count.
    fn is_short(&self) -> bool {
        self.last_tick + 1 < 2 * self.ticks_per_year()
    }

    /// The moments that end a year, or all where the run is shorter than two years.
    pub(crate) fn yearly(&self, course: &[Moment]) -> Vec<Moment> {
        if self.is_short() {
            return course.to_vec();
        }
        let year = self.ticks_per_year();
        let years = course.chunk_by(|one, other| one.tick / year == other.tick / year);
        years.filter_map(|moments| moments.last().copied()).collect()
    }

    /// A moment as a year, or as a month where the run is short.
    pub(crate) fn moment_name(&self, moment: &Moment) -> String {
        if self.is_short() {
            self.words.month(moment.year)
        } else {
            self.calendar_year(moment.tick).to_string()
        }
    }

    /// The last year as words: `in the last simulated year (2019)`, or `in the whole run`.
    pub(crate) fn last_year_said(&self) -> String {
        let words = self.words;
        if self.has_whole_year() {
            say!(words, "plot-last-year", year = self.calendar_year(self.last_tick).to_string())
        } else {
            say!(words, "plot-whole-run")
        }
    }
}
