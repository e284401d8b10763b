//! Steps in order: each is announced, timed and either passes, is left out with its reason, or stops the run.

use crate::outcome::Outcome;
use std::time::{Duration, Instant};

/// How a step ended when it did not fail.
pub(crate) enum Passed {
    /// It passed; the text may add a figure, such as the number of files seen.
    With(String),
    /// It passed with this many tests, or with as many as nobody told.
    Counted(Option<u64>),
    /// There was nothing to do yet, and this is why.
    LeftOut(String),
}

impl Passed {
    /// A step that passed with nothing to add.
    pub(crate) fn plainly() -> Self {
        Self::With(String::new())
    }
}

/// The steps taken so far.
pub(crate) struct Steps {
    planned: u32,
    begun: Instant,
    done: Vec<(String, Duration, Passed)>,
}

impl Steps {
    /// A run of `planned` steps, starting now.
    pub(crate) fn new(planned: u32) -> Self {
        Self { planned, begun: Instant::now(), done: Vec::new() }
    }

    /// Takes one step. Its error stops the run and says which step failed, after how long, and how to repeat
    /// it.
    pub(crate) fn take(
        &mut self,
        name: &str,
        by_hand: &str,
        step: impl FnOnce() -> Outcome<Passed>,
    ) -> Outcome<()> {
        println!("\n== {} of {}: {name} ({by_hand})", self.done.len() + 1, self.planned);
        let begun = Instant::now();
        let outcome = step();
        let took = begun.elapsed();
        let passed = outcome.map_err(|problem| {
            format!(
                "step `{name}` FAILED after {}: {problem}\n       to repeat this step alone: {by_hand}",
                seconds(took)
            )
        })?;
        match &passed {
            Passed::LeftOut(reason) => println!("== {name}: left out, {reason}"),
            _ => println!("== {name}: passed in {}", seconds(took)),
        }
        self.done.push((name.to_owned(), took, passed));
        Ok(())
    }

    /// Prints the steps with their durations, the time of the whole, and how many tests passed, where every
    /// step with tests told it; `of` says which.
    pub(crate) fn summary(&self, of: &str) {
        println!("\nSteps");
        let mut tests = Some(0);
        for (name, took, passed) in &self.done {
            let note = match passed {
                Passed::With(note) => note.clone(),
                Passed::Counted(count) => {
                    tests = tests.zip(*count).map(|(all, count)| all + count);
                    count.map_or_else(String::new, |count| format!("{count} passed"))
                }
                Passed::LeftOut(reason) => {
                    println!("  left out  {name:<22} {:>9}  {reason}", "");
                    continue;
                }
            };
            println!("  passed    {name:<22} {:>9}  {note}", seconds(*took));
        }
        println!("  in all    {:<22} {:>9}", "", seconds(self.begun.elapsed()));
        if let Some(passed) = tests {
            println!("\n{passed} passed, 0 failed{of}");
        }
    }
}

/// A duration for a reader: `0.4 s`, `12.0 s`, `3 min 05 s`.
pub(crate) fn seconds(span: Duration) -> String {
    if span < Duration::from_secs(60) {
        format!("{:.1} s", span.as_secs_f64())
    } else {
        format!("{} min {:02} s", span.as_secs() / 60, span.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_plainly() {
        assert_eq!(seconds(Duration::from_millis(400)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failing_step_names_itself_and_is_not_recorded() {
        let mut steps = Steps::new(2);
        steps.take("first", "cargo one", || Ok(Passed::plainly())).unwrap();
        let said = steps.take("second", "cargo two", || Err("it broke".to_owned())).unwrap_err();
        assert!(
            said.contains("`second` FAILED") && said.contains("it broke") && said.contains("cargo two"),
            "{said}"
        );
        assert_eq!(steps.done.len(), 1);
    }
}
