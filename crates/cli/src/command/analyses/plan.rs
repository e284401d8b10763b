//! `demerit plan`, `demerit run --plan`, `demerit merge`: work that several machines share.

use crate::arguments::{Merge, Plan, Run};
use crate::command::forms::{command_of, counted, json, text_of};
use crate::command::ranging::{self, Ranging};
use crate::command::watched::{extra, failure, listen, lived};
use crate::failure::Failure;
use crate::outlet::warn;
use crate::progress::Shown;
use crate::stop::Stop;
use crate::terminal::Terminal;
use demerit_analysis::plan::{self, Done, PlanError, PlanOptions, Shard, ShardOptions};
use demerit_scenario::load;
use demerit_study::outside::Disk;
use demerit_study::run::RunError;
use demerit_study::run_folder;
use demerit_worlds::Size;
use serde_json::json;
use std::cell::RefCell;
use std::fmt::Write as _;
use std::path::Path;

/// Writes a plan.
pub(crate) fn plan(call: &Plan) -> Result<String, Failure> {
    let study = text_of(&call.study)?;
    let mut scenario = load::study(study, &Disk)?;
    ranging::set_draws(&mut scenario, call.draws);
    let taken = |what: &str, hint: &str| {
        let message = format!("{} {what}", call.out.display());
        Err(Failure::Problem { message, hint: Some(hint.to_owned()) })
    };
    if call.out.exists() && !call.force {
        return taken("is there already", "use --force to replace it, or --out for another place");
    }
    if call.out.exists() && plan::Plan::read(&call.out).is_err() {
        return taken("is no plan of this program, and is not replaced", "choose another place with --out");
    }
    let &Plan { persons, years, seed, seeds, .. } = call;
    let size = Size { persons, years, seed, seeds };
    let command = command_of(study, &size, call.draws);
    let options = PlanOptions { size, vary: call.vary.clone(), command };
    let plan = plan::make(&scenario, &options).map_err(|error| told(error, &Stop::default()))?;
    for named in call.vary.iter().map(|varied| &varied.parameter) {
        if let Ok(one) = scenario.figure(named).as_ref()
            && let path = &one.path
            && one.key != *path
            && named.ends_with(&one.key)
        {
            let note = format!("note: `{named}` goes by numbers; by names it is `{path}`\n");
            warn(&note);
        }
    }
    plan.write(&call.out).map_err(|error| told(error, &Stop::default()))?;
    let units = plan.count() as usize;
    if call.json {
        return Ok(json(&json!({
            "file": call.out.display().to_string(),
            "study": plan.file.study,
            "digest": plan.file.digest,
            "varied": plan.file.varied,
            "units": units,
        })));
    }
    let mut text = format!("{}: {} in {}\n", plan.file.study, counted(units, "unit"), call.out.display());
    for varied in &plan.file.varied {
        let values: Vec<String> = varied.values.iter().map(f64::to_string).collect();
        let _ = writeln!(text, "  {}: {}", varied.parameter, values.join(", "));
    }
    let _ = writeln!(
        text,
        "\nOn each of N machines, I from 1 to N:\n  demerit run --plan {file} --shard I/N --out DIR\nand then:\n  \
         demerit merge DIR... --out MERGED",
        file = call.out.display()
    );
    Ok(text)
}

/// Runs a shard of a plan.
pub(crate) fn shard(call: &Run, file: &Path, terminal: &Terminal) -> Result<String, Failure> {
    let plan = plan::Plan::read(file).map_err(|error| told(error, &Stop::default()))?;
    let shard = call.share.shard.unwrap_or(Shard::WHOLE);
    let options = ShardOptions {
        shard,
        threads: call.threads,
        out: call.out.clone(),
        file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let stop = listen()?;
    let shown = RefCell::new(Shown::begin(terminal, true, ""));
    let mut begin = |unit: &plan::Unit| {
        shown.borrow().end();
        shown.replace(Shown::begin(terminal, call.quiet, &plan.told(unit)));
    };
    let done = lived(&shown, call.checkpoint_every, &stop, |keeping, progress| {
        plan::run(&plan, &options, keeping, &mut begin, progress)
    })
    .map_err(|error| told(error, &stop))?;
    if call.json {
        let units: Vec<_> = done
            .iter()
            .map(|(unit, done)| {
                json!({ "number": unit.number, "name": unit.name, "seed": unit.seed, "values": unit.values,
                        "became": word(done) })
            })
            .collect();
        let (out, shard) = (call.out.display().to_string(), shard.to_string());
        return Ok(json(&json!({ "plan": plan.file.digest, "shard": shard, "out": out, "units": units })));
    }
    let (ran, units, out) = (done.len(), counted(plan.count() as usize, "unit"), call.out.display());
    let mut text = format!("Shard {shard} of {}: {ran} of {units}, in {out}\n", plan.file.study);
    for (unit, done) in &done {
        let _ = write!(text, "  {}: {}", unit.name, word(done));
        if let Done::Again(why) = done {
            let _ = write!(text, " ({why})");
        }
        text.push('\n');
    }
    Ok(text)
}

/// Puts shards together.
pub(crate) fn merge(call: &Merge, terminal: &Terminal) -> Result<String, Failure> {
    let stop = listen()?;
    let merged = plan::merge(&call.folders, &call.out, call.force, call.csv, &extra(&call.spoken))
        .map_err(|error| told(error, &stop))?;
    if merged.is_run {
        let told = run_folder::told(&merged.folder, None)?;
        let words = call.spoken.words(&told.manifest);
        let ranging = Ranging { threads: None, quiet: call.json, words, stop: &stop, terminal };
        ranging.of(&merged.folder, &told)?;
    }
    let folder = merged.folder.display().to_string();
    if call.json {
        let (study, units) = (merged.study, merged.units);
        return Ok(json(
            &json!({ "folder": folder, "study": study, "units": units, "is_run": merged.is_run }),
        ));
    }
    let units = counted(merged.units as usize, "unit");
    let what = if merged.is_run {
        "a run folder with its report"
    } else {
        "units.csv, and measures.parquet with the number of the unit in front"
    };
    Ok(format!("{}: {units} put together in {folder}: {what}\n", merged.study))
}

fn word(done: &Done) -> &'static str {
    match done {
        Done::There => "there already",
        Done::Run => "run",
        Done::GoneOn => "gone on with",
        Done::Again(_) => "run again",
    }
}

fn told(error: PlanError, stop: &Stop) -> Failure {
    match error {
        PlanError::Call(message) => Failure::Call { message },
        PlanError::Problem { message, hint } => Failure::Problem { message, hint: Some(hint) },
        PlanError::Run(error) => {
            let is_kept = matches!(error, RunError::Kept(_));
            match failure(error, stop) {
                // A unit that is gone on with by itself gets a report, which a shard writes none of.
                Failure::Stopped { code, text, message, .. } if is_kept => {
                    let hint = Some("the same command goes on with it".to_owned());
                    Failure::Stopped { code, text, message, hint }
                }
                other => other,
            }
        }
    }
}
