//! `demerit run [STUDY]`: a study is run, its folder written, its summary printed.

use super::forms::{command_of, json, text_of};
use super::living::{extra, failure, listen, watched};
use super::outcome::{machine, plain};
use crate::arguments::Run;
use crate::failure::Failure;
use crate::layout::ENGLISH;
use crate::progress::{Shown, said};
use crate::terminal::Terminal;
use demerit_scenario::load::{self, Scenario};
use demerit_study::outside::Disk;
use demerit_study::run::{self, Needs, Progress, RunOptions, Signal};
use serde_json::json;

/// Runs a study.
pub(super) fn run(call: &Run, terminal: &Terminal) -> Result<String, Failure> {
    let study = text_of(&call.study)?;
    let scenario = load::study(study, &Disk)?;
    let options = RunOptions {
        persons: call.persons,
        years: call.years,
        seed: call.seed,
        seeds: call.seeds,
        threads: call.threads,
        out: call.out.clone(),
        force: call.force,
        command: command_of(study, call.persons, call.years, call.seed, call.seeds),
    };
    let stop = listen()?;
    let mut shown = Shown::begin(terminal, call.quiet, &title(&scenario, call));
    if call.needs {
        let mut progress = |step: &Progress| {
            shown.step(step);
            if stop.is_wanted() { Signal::Stop } else { Signal::Continue }
        };
        let needs = run::needs(&scenario, &options, &mut progress);
        shown.end();
        let needs = needs.map_err(|error| failure(error, &stop))?;
        return Ok(if call.json { needed(&needs) } else { format!("{}\n", said(&needs)) });
    }
    let outcome = watched(shown, call.checkpoint_every, &stop, |keeping, progress| {
        run::run_kept(&scenario, &options, keeping, progress, &extra(call.spoken.words()))
    })?;
    Ok(if call.json { machine(&outcome) } else { plain(&outcome, terminal) })
}

fn needed(needs: &Needs) -> String {
    json(&json!({
        "bytes": needs.bytes,
        "bytes_free": needs.free,
        "seconds": needs.seconds,
        "threads": needs.threads,
    }))
}

/// What is being run, in a line.
fn title(scenario: &Scenario, call: &Run) -> String {
    let study = &scenario.study;
    let persons = ENGLISH.thousands(u64::from(call.persons.unwrap_or(study.persons)));
    let years = call.years.map_or(study.years, |years| years.min(study.years));
    let seeds = if call.seeds > 1 {
        format!(", {} seeds", ENGLISH.thousands(u64::from(call.seeds)))
    } else {
        String::new()
    };
    let worlds = scenario.worlds().len();
    let worlds = if worlds == 1 { "1 world".to_owned() } else { format!("{worlds} worlds") };
    let years = if years == 1.0 { "1 year".to_owned() } else { format!("{years} years") };
    format!("{}: {worlds} of {persons} persons, {years}{seeds}", study.name)
}
