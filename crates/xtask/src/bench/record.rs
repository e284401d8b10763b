//! What a program of the comparison prints: one line of JSON for one run.

use crate::outcome::Outcome;
use serde::Deserialize;

/// Steps of score-100.
pub(crate) const STEPS: usize = 100;

/// One run of score-100.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Record {
    /// Who ran it.
    pub(crate) engine: String,
    /// Which version.
    pub(crate) version: String,
    /// Agents.
    pub(crate) agents: f64,
    /// Threads.
    pub(crate) threads: u64,
    /// Seconds of the steps, records among them.
    pub(crate) seconds: f64,
    /// Seconds that its threads waited for a processor in that time, where the system tells it.
    pub(crate) waited: Option<f64>,
    /// The mean score after each step.
    pub(crate) means: Vec<f64>,
    /// The number of agents under the line after each step.
    pub(crate) under: Vec<f64>,
    /// Peak memory over that before the world was built.
    pub(crate) bytes_per_agent: Option<f64>,
}

impl Record {
    /// Reads the last line of what a program wrote.
    pub(crate) fn read(text: &str) -> Outcome<Self> {
        let line = text.lines().rfind(|line| line.trim_start().starts_with('{'));
        let line = line.ok_or("a program of the comparison wrote no record")?;
        let record: Self = serde_json::from_str(line).map_err(|fault| format!("a record: {fault}"))?;
        each_step(&record.means, "means")?;
        each_step(&record.under, "under")?;
        Ok(record)
    }

    /// The same by the seconds that it was not kept waiting for a processor; for one thread only, since
    /// threads wait for one another too.
    pub(crate) fn pace_undisturbed(&self) -> Option<f64> {
        let waited = self.waited.filter(|waited| self.threads == 1 && *waited < self.seconds)?;
        Some(self.agents * STEPS as f64 / (self.seconds - waited) / 1e6)
    }

    /// The part of its threads' time that went by waiting for a processor.
    pub(crate) fn share_waited(&self) -> Option<f64> {
        self.waited.map(|waited| waited / (self.seconds * self.threads as f64))
    }

    /// Agents times steps by seconds, in millions.
    pub(crate) fn pace(&self) -> f64 {
        self.agents * STEPS as f64 / self.seconds / 1e6
    }
}

/// Whether there is a number for each step.
pub(crate) fn each_step(numbers: &[f64], name: &str) -> Outcome<()> {
    if numbers.len() == STEPS { Ok(()) } else { Err(format!("`{name}` is not {STEPS} numbers, one a step")) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::json;

    /// A line as a program would print it.
    pub(crate) fn line(mean: f64, steps: usize) -> String {
        json!({ "engine": "a", "version": "1", "agents": 1000, "threads": 1, "seconds": 0.5, "bytes_per_agent": 7.5, "waited": 0.1,
                "means": vec![mean; steps], "under": vec![10; steps] })
        .to_string()
    }

    #[test]
    fn the_last_line_is_read() {
        let record = Record::read(&format!("a warning\n{}\n", line(600.0, 100))).unwrap();
        assert_eq!((record.engine.as_str(), record.bytes_per_agent), ("a", Some(7.5)));
        assert_eq!((record.pace(), record.share_waited()), (0.2, Some(0.2)));
        assert_eq!(record.pace_undisturbed(), Some(0.25));
        assert_eq!(Record { threads: 2, ..record }.pace_undisturbed(), None);
    }

    #[test]
    fn a_record_of_fewer_steps_or_of_nothing_is_refused() {
        assert!(Record::read(&line(600.0, 99)).unwrap_err().contains("`means`"));
        assert!(Record::read("").is_err());
        assert!(Record::read("{\"engine\": \"a\"}").unwrap_err().contains("version"));
    }
}
