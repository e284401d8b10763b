//! `demerit run [STUDY]`: a study is run, its folder written, its summary printed. `demerit resume DIR`: a
//! run that was stopped is resumed.

use super::outcome::{machine, plain};
use super::ranging::{self, Ranging};
use crate::arguments::{Resume, Run};
use crate::command::forms::{command_of, counted, json, text_of, warned};
use crate::command::watched::{extra, listen, watched};
use crate::failure::Failure;
use crate::layout::ENGLISH;
use crate::outlet::warn;
use crate::progress::{Shown, said};
use crate::terminal::Terminal;
use demerit_scenario::load::{self, Scenario};
use demerit_study::outside::Disk;
use demerit_study::run::{self, Needs, Outcome, RunOptions};
use demerit_worlds::Size;
use serde_json::json;

/// Runs a study.
pub(super) fn run(call: &Run, terminal: &Terminal) -> Result<String, Failure> {
    let study = text_of(&call.study)?;
    let mut scenario = load::study(study, &Disk)?;
    let &Run { persons, years, seed, seeds, draws, threads, force, csv, .. } = call;
    ranging::set_draws(&mut scenario, draws);
    let size = Size { persons, years, seed, seeds };
    let command = command_of(study, &size, draws);
    let lang = call.spoken.lang.map(|lang| lang.code().to_owned());
    let options = RunOptions { size, threads, out: call.out.clone(), force, csv, command, lang };
    if !call.quiet {
        let mut sized = scenario.clone();
        sized.study.persons = persons.unwrap_or(sized.study.persons);
        let warnings = load::placed(sized.warnings(), study, &Disk)?;
        warn(&warned(&warnings));
    }
    let stop = listen()?;
    let shown = Shown::begin(terminal, call.quiet, &title(&scenario, call));
    if call.needs {
        let needs = watched(shown, None, &stop, |_, progress| run::needs(&scenario, &options, progress))?;
        return Ok(if call.json { needed(&needs) } else { format!("{}\n", said(&needs)) });
    }
    let outcome = watched(shown, call.checkpoint_every, &stop, |keeping, progress| {
        run::run(&scenario, &options, keeping, progress, &extra(&call.spoken))
    })?;
    let words = call.spoken.words(&outcome.told.manifest);
    told(&outcome, &Ranging { threads, quiet: call.quiet, words, stop: &stop, terminal }, call.json)
}

/// Goes on with a run.
pub(super) fn resume(call: &Resume, terminal: &Terminal) -> Result<String, Failure> {
    let stop = listen()?;
    let shown = Shown::begin(terminal, call.quiet, &format!("going on with {}", call.dir.display()));
    let outcome = watched(shown, call.checkpoint_every, &stop, |keeping, progress| {
        run::resume(&call.dir, call.threads, keeping, progress, &extra(&call.spoken))
    })?;
    let (threads, words) = (call.threads, call.spoken.words(&outcome.told.manifest));
    told(&outcome, &Ranging { threads, quiet: call.quiet, words, stop: &stop, terminal }, call.json)
}

/// What a run came to, once its folder has the ranges that its study asks for.
fn told(outcome: &Outcome, ranging: &Ranging<'_>, as_json: bool) -> Result<String, Failure> {
    let ranges = ranging.of(&outcome.folder, &outcome.told)?;
    let ranges = ranges.as_ref();
    Ok(if as_json { machine(outcome, ranges) } else { plain(outcome, ranges, ranging.terminal) })
}

fn needed(needs: &Needs) -> String {
    json(&json!({
        "bytes": needs.bytes,
        "bytes_free": needs.free(),
        "fits": needs.fits(),
        "bytes_of_disk": needs.disk,
        "seconds": needs.seconds,
        "threads": needs.threads,
    }))
}

/// What is being run, in a line.
fn title(scenario: &Scenario, call: &Run) -> String {
    let study = &scenario.study;
    let persons = ENGLISH.thousands(u64::from(call.persons.unwrap_or(study.persons)));
    let years = call.years.map_or(study.years, |years| years.min(study.years));
    let seeds =
        if call.seeds > 1 { format!(", {}", counted(call.seeds as usize, "seed")) } else { String::new() };
    let worlds = counted(scenario.worlds().len(), "world");
    let horizon = study.horizon.filter(|_| call.years.is_none_or(|years| years >= study.years));
    let on = horizon.map(|horizon| format!(" and on to {horizon}")).unwrap_or_default();
    let years = if years == 1.0 { format!("1 year{on}") } else { format!("{years} years{on}") };
    format!("{}: {worlds} of {persons} persons, {years}{seeds}", study.name)
}
