//! Whether a run of score-100 is one of score-100: all steps of it against the law of one agent's score.
//!
//! With n agents the mean of a step has the standard error σ/√n, and the number under 450 has √(n·q·(1 − q)),
//! where σ and q are those of the law. No run may be off by more than five of them at any step; a count may
//! be off by five agents more, since a count of few is not normal. No engine is held against another, so none
//! is the measure of the rest.

use super::record::{Record, STEPS, each_step};
use crate::outcome::Outcome;
use serde::Deserialize;

/// Standard errors that a figure may be off.
pub(crate) const ALLOWED: f64 = 5.0;
/// Agents that a count may be off beside that.
const FEW: f64 = 5.0;

/// The law of one agent's score, step by step.
#[derive(Deserialize)]
pub(crate) struct Law {
    means: Vec<f64>,
    deviations: Vec<f64>,
    under: Vec<f64>,
}

impl Law {
    /// Reads what `score100 law` prints.
    pub(crate) fn read(text: &str) -> Outcome<Self> {
        let law: Self = serde_json::from_str(text).map_err(|fault| format!("the law: {fault}"))?;
        for (name, numbers) in [("means", &law.means), ("deviations", &law.deviations), ("under", &law.under)]
        {
            each_step(numbers, name)?;
        }
        Ok(law)
    }

    /// The most that a figure of the run is off, in standard errors; an error names the step of one that is
    /// off too far.
    pub(crate) fn holds(&self, run: &Record) -> Outcome<f64> {
        let mut furthest = 0.0f64;
        for step in 0..STEPS {
            let error = self.deviations[step] / run.agents.sqrt();
            let mean = (run.means[step] - self.means[step]).abs() / error;
            let (due, q) = (run.agents * self.under[step], self.under[step]);
            let off = ((run.under[step] - due).abs() - FEW).max(0.0);
            let under = off / (due * (1.0 - q)).sqrt().max(1e-9);
            for (what, off, found) in
                [("mean", mean, run.means[step]), ("number under 450", under, run.under[step])]
            {
                if off.is_nan() || off > ALLOWED {
                    let Record { engine, version, agents, threads, .. } = run;
                    let who = format!("{engine} {version}, {agents} agents, {threads} threads");
                    let step = step + 1;
                    return Err(format!(
                        "{who}: the {what} of step {step} is {found}, {off:.1} standard errors off"
                    ));
                }
                furthest = furthest.max(off);
            }
        }
        Ok(furthest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::record::tests::line;

    fn law() -> Law {
        Law { means: vec![600.0; STEPS], deviations: vec![100.0; STEPS], under: vec![0.01; STEPS] }
    }

    #[test]
    fn within_the_error_it_agrees_and_beyond_it_does_not() {
        // A thousand agents: a standard error of 100/√1000 = 3.16.
        let run = |mean| Record::read(&line(mean, STEPS)).unwrap();
        assert_eq!(law().holds(&run(600.0)).unwrap(), 0.0);
        assert!((law().holds(&run(606.0)).unwrap() - 1.897).abs() < 0.01);
        let said = law().holds(&run(616.0)).unwrap_err();
        assert!(said.contains("mean of step 1 is 616"), "{said}");
    }

    #[test]
    fn one_step_that_is_off_is_enough() {
        let mut run = Record::read(&line(600.0, STEPS)).unwrap();
        run.under[57] = 60.0;
        assert!(law().holds(&run).unwrap_err().contains("number under 450 of step 58"));
        run.under[57] = 10.0;
        run.means[99] = f64::NAN;
        assert!(law().holds(&run).is_err());
    }

    #[test]
    fn few_may_be_off_by_a_few() {
        let mut law = law();
        law.under[0] = 0.0;
        let mut run = Record::read(&line(600.0, STEPS)).unwrap();
        run.under[0] = 5.0;
        assert!(law.holds(&run).is_ok());
        run.under[0] = 6.0;
        assert!(law.holds(&run).is_err());
    }
}
