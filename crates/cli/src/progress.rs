//! Progress on standard error: a moving line on a terminal, a few plain lines elsewhere.
//!
//! The rate is that since the first week was done, in person-weeks a second, so that building the first
//! society does not count; the time left follows from the weeks done since then. Nothing is shown where it is
//! not wanted.

use crate::layout::{glance, time};
use crate::outlet::{seen, warn};
use crate::terminal::Terminal;
use demerit_scenario::shown::cut;
use demerit_study::run::{Needs, Progress};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Least seconds between two plain lines.
const PLAIN_PAUSE: f64 = 5.0;

/// Plain lines at most, the first left out.
const PLAIN_LINES: u64 = 4;
/// Most letters of a title: names that are asked for stand in it.
const LONGEST: usize = 300;

/// Shows how far a run is.
pub(crate) struct Shown {
    start: Instant,
    first: Option<Mark>,
    needs_told: bool,
    way: Way,
}

/// How far a run was at a moment.
#[derive(Clone, Copy, Debug)]
struct Mark {
    seconds: f64,
    done: u64,
    all: u64,
    person_weeks: u64,
}

enum Way {
    Silent,
    Bar(ProgressBar),
    Plain { told: u64, at: f64 },
}

impl Shown {
    /// Begins; `title` is told first where there is no terminal.
    pub(crate) fn begin(terminal: &Terminal, quiet: bool, title: &str) -> Self {
        let way = if quiet {
            Way::Silent
        } else if terminal.is_watched {
            Way::Bar(bar())
        } else {
            warn(&format!("{}\n", cut(title, LONGEST)));
            Way::Plain { told: 0, at: 0.0 }
        };
        Self { start: Instant::now(), first: None, needs_told: false, way }
    }

    /// Shows a step.
    pub(crate) fn step(&mut self, step: &Progress) {
        if let Some(needs) = step.needs.filter(|_| !self.needs_told) {
            self.needs_told = true;
            match &self.way {
                Way::Silent => {}
                Way::Bar(bar) => bar.println(seen(&said(&needs))),
                Way::Plain { .. } => warn(&format!("{}\n", said(&needs))),
            }
        }
        let (done, all) = weeks(step);
        let seconds = self.start.elapsed().as_secs_f64();
        let now = Mark { seconds, done, all, person_weeks: step.person_weeks };
        if self.first.is_none() && step.person_weeks > 0 {
            self.first = Some(now);
        }
        let pace = self.first.map_or_else(String::new, |first| pace(first, now));
        match &mut self.way {
            Way::Silent => {}
            Way::Bar(bar) => {
                bar.set_length(all.max(1));
                bar.set_position(done);
                bar.set_prefix(stage(step));
                bar.set_message(pace);
            }
            Way::Plain { told, at } => {
                let part = done * (PLAIN_LINES + 1) / all.max(1);
                if part > *told && part <= PLAIN_LINES && seconds - *at >= PLAIN_PAUSE {
                    (*told, *at) = (part, seconds);
                    let share = 100 * done / all.max(1);
                    warn(&format!("{share} %: {pace}\n"));
                }
            }
        }
    }

    /// Says something, above the line.
    pub(crate) fn say(&self, text: &str) {
        match &self.way {
            Way::Bar(bar) => bar.println(seen(text)),
            // What has to be known is said even where progress is not wanted.
            Way::Silent | Way::Plain { .. } => warn(&format!("{text}\n")),
        }
    }

    /// Ends; the line goes away.
    pub(crate) fn end(&self) {
        if let Way::Bar(bar) = &self.way {
            bar.finish_and_clear();
        }
    }
}

/// What a run needs, in a sentence.
pub(crate) fn said(needs: &Needs) -> String {
    format!("It needs {needs}.")
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(1), ProgressDrawTarget::stderr());
    // A fixed template of ours; were it wrong, the bar would look plain.
    let style = ProgressStyle::with_template("{prefix} [{bar:16}] {percent:>3} %  {wide_msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
    bar.set_prefix("starting");
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Weeks done and to be done, over all seeds.
fn weeks(step: &Progress) -> (u64, u64) {
    let before = u64::from(step.seed_number.saturating_sub(1)) * u64::from(step.ticks);
    (before + u64::from(step.tick), u64::from(step.seeds) * u64::from(step.ticks))
}

fn stage(step: &Progress) -> String {
    if step.seeds > 1 {
        format!("seed {} of {}: {}", step.seed_number, step.seeds, step.stage)
    } else {
        step.stage.to_owned()
    }
}

/// Rate and time left, from two moments.
fn pace(first: Mark, now: Mark) -> String {
    // Work that begins anew goes back.
    let (seconds, done) = (now.seconds - first.seconds, now.done.saturating_sub(first.done));
    if seconds < 0.2 || done == 0 {
        return String::new();
    }
    let rate = now.person_weeks.saturating_sub(first.person_weeks) as f64 / seconds;
    let rate = format!("{} person-weeks a second", glance(rate));
    if now.done >= now.all {
        return rate;
    }
    format!("{rate}, {} left", time(seconds * (now.all - now.done) as f64 / done as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Mark = Mark { seconds: 4.0, done: 10, all: 200, person_weeks: 1_000_000 };

    #[test]
    fn the_time_left_follows_from_the_weeks_done_since_the_first() {
        let step = Progress {
            seed_number: 2,
            seeds: 2,
            tick: 50,
            ticks: 100,
            person_weeks: 0,
            stage: "living",
            needs: None,
        };
        assert_eq!(weeks(&step), (150, 200));
        assert_eq!(stage(&step), "seed 2 of 2: living");
        let now = Mark { seconds: 32.0, done: 150, all: 200, person_weeks: 29_000_000 };
        assert_eq!(pace(FIRST, now), "1.0 million person-weeks a second, 10 s left");
    }

    #[test]
    fn there_is_no_rate_before_anything_was_done_and_no_time_left_at_the_end() {
        assert_eq!(pace(FIRST, FIRST), "");
        assert_eq!(pace(FIRST, Mark { seconds: 4.1, done: 11, ..FIRST }), "");
        let end = Mark { seconds: 5.0, done: 200, all: 200, person_weeks: 1_000_300 };
        assert_eq!(pace(FIRST, end), "300 person-weeks a second");
    }
}
