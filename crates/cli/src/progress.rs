//! Progress on standard error: a moving line on a terminal, a few plain lines elsewhere.
//!
//! The rate is that of the whole run so far, in person-weeks a second; the time left follows from the share of the weeks
//! that is done. Nothing is shown where it is not wanted.

use crate::layout::{glance, time};
use crate::terminal::Terminal;
use demerit_study::run::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// Least seconds between two plain lines.
const PLAIN_PAUSE: f64 = 5.0;

/// Plain lines at most, the first left out.
const PLAIN_LINES: u64 = 4;

/// Shows how far a run is.
pub(crate) struct Shown {
    start: Instant,
    way: Way,
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
            let _ = writeln!(io::stderr(), "{title}");
            Way::Plain { told: 0, at: 0.0 }
        };
        Self { start: Instant::now(), way }
    }

    /// Shows a step.
    pub(crate) fn step(&mut self, step: &Progress) {
        let seconds = self.start.elapsed().as_secs_f64();
        let (done, all) = weeks(step);
        match &mut self.way {
            Way::Silent => {}
            Way::Bar(bar) => {
                bar.set_length(all.max(1));
                bar.set_position(done);
                bar.set_prefix(stage(step));
                bar.set_message(pace(step, done, all, seconds));
            }
            Way::Plain { told, at } => {
                let part = done * (PLAIN_LINES + 1) / all.max(1);
                if part > *told && part <= PLAIN_LINES && seconds - *at >= PLAIN_PAUSE {
                    (*told, *at) = (part, seconds);
                    let share = 100 * done / all.max(1);
                    let _ = writeln!(io::stderr(), "{share} %: {}", pace(step, done, all, seconds));
                }
            }
        }
    }

    /// Ends; the line goes away.
    pub(crate) fn end(&self) {
        if let Way::Bar(bar) = &self.way {
            bar.finish_and_clear();
        }
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(1), ProgressDrawTarget::stderr());
    // A fixed template of ours; were it wrong, the bar would look plain.
    let style = ProgressStyle::with_template("{prefix} [{bar:24}] {percent:>3} %  {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
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

fn pace(step: &Progress, done: u64, all: u64, seconds: f64) -> String {
    if step.person_weeks == 0 || seconds < 0.2 {
        return String::new();
    }
    let rate = format!("{} person-weeks a second", glance(step.person_weeks as f64 / seconds));
    if done == 0 || done >= all {
        return rate;
    }
    format!("{rate}, {} left", time(seconds * (all - done) as f64 / done as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(tick: u32, person_weeks: u64) -> Progress {
        Progress { seed_number: 2, seeds: 2, tick, ticks: 100, person_weeks, stage: "living" }
    }

    #[test]
    fn the_time_left_follows_from_the_weeks_done() {
        let step = step(50, 30_000_000);
        let (done, all) = weeks(&step);
        assert_eq!((done, all), (150, 200));
        assert_eq!(pace(&step, done, all, 30.0), "1.0 million person-weeks a second, 10 s left");
        assert_eq!(stage(&step), "seed 2 of 2: living");
    }

    #[test]
    fn there_is_no_rate_before_anything_was_done() {
        assert_eq!(pace(&step(0, 0), 100, 200, 4.0), "");
        assert_eq!(pace(&step(100, 9), 200, 200, 3.0), "3 person-weeks a second");
    }
}
