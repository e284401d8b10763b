//! A run folder that is there. `demerit life DIR [PERSON]`: one made-up life of a run, entry by entry, and
//! the same person's life in the twin. `demerit report DIR`: its report, written anew from its tables,
//! with what a calibration of its study keeps where a folder of one is named.

use crate::arguments::Spoken;
use crate::command::forms::{REPORT, json};
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{Table, paragraph};
use crate::terminal::Terminal;
use demerit_analysis::{calibrate, run_ranges};
use demerit_report::{Life, LifeEvent, Sureness};
use demerit_study::run_folder;
use demerit_words::Words;
use demerit_worlds::tables::PersonRow;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

/// Writes the report, with what a calibration leaves of its study's draws and the tables for spreadsheets
/// where they are wanted.
pub(super) fn report(
    dir: &Path,
    calibrated: Option<&Path>,
    csv: bool,
    spoken: &Spoken,
) -> Result<String, Failure> {
    let told = run_folder::told(dir, None)?;
    let ranges = run_ranges::read(dir, &told.manifest)?;
    let calibration = calibrated.map(calibrate::read).transpose()?;
    if let (Some(folder), Some(found)) = (calibrated, &calibration) {
        let (here, there) = (&told.manifest, &found.prior);
        if (&here.study, here.ticks) != (&there.study, there.weeks) {
            return Err(Failure::Problem {
                message: format!(
                    "{} is about {} weeks of the study `{}`, the run about {} of `{}`",
                    folder.display(),
                    there.weeks,
                    there.study,
                    here.ticks,
                    here.study
                ),
                hint: Some(format!(
                    "`demerit calibrate {}` holds the run's study against published figures",
                    here.study
                )),
            });
        }
    }
    let drawn = Sureness { ranges: ranges.as_ref(), calibration: calibration.as_ref() };
    let page = demerit_report::render(&told, drawn, spoken.words(&told.manifest))?;
    let mut paths = vec![run_folder::write_file(dir, REPORT, page.as_bytes())?];
    if csv {
        paths.extend(run_folder::write_sheets(dir)?);
    }
    Ok(paths.iter().map(|path| format!("{}\n", path.display())).collect())
}

/// Tells a life.
pub(super) fn life(
    dir: &Path,
    person: Option<u32>,
    as_json: bool,
    terminal: &Terminal,
) -> Result<String, Failure> {
    let life = demerit_report::life(&run_folder::told(dir, person)?, Words::default())?;
    Ok(if as_json { machine(&life) } else { plain(&life, terminal) })
}

fn plain(life: &Life, terminal: &Terminal) -> String {
    let wrapped = |text: &str| paragraph(text, 0, terminal.width);
    let mut text = format!("{}\n\n", terminal.heading(&life.regime));
    let _ = write!(text, "{}\n{}\n", wrapped(&life.chosen), wrapped(&life.summary));
    text.push_str(&events(&life.events, terminal));
    if let Some(twin) = &life.twin {
        let heading = format!("The same person in the twin: {}", twin.regime);
        let _ = write!(text, "\n{}\n\n{}\n", terminal.heading(&heading), wrapped(&twin.summary));
        text.push_str(&events(&twin.events, terminal));
    }
    text
}

/// A line for each event: truth first, the record below it.
fn events(events: &[LifeEvent], terminal: &Terminal) -> String {
    if events.is_empty() {
        return "Nothing happened that the ledger tells.\n".to_owned();
    }
    let scored = events.iter().any(|event| event.score.is_some());
    let mut table = if scored {
        Table::new(&[Left, Right, Right, Right, Left], &["when", "points", "score", "deserved", "what"])
    } else {
        Table::new(&[Left, Left], &["when", "what"])
    };
    for event in events {
        let record =
            if event.record.is_empty() { String::new() } else { format!("Record: {}", event.record) };
        let what = [event.truth.as_str(), record.as_str()].into_iter().filter(|part| !part.is_empty());
        let what = what.collect::<Vec<_>>().join("\n");
        let whole = |score: Option<i32>| score.map_or_else(String::new, |score| score.to_string());
        let points = if event.points == 0 { String::new() } else { format!("{:+}", event.points) };
        let numbers = [points, whole(event.score), whole(event.deserved)].into_iter().filter(|_| scored);
        table.row([event.when.clone()].into_iter().chain(numbers).chain([what]));
    }
    table.text(terminal.width)
}

fn machine(life: &Life) -> String {
    let twin = life.twin.as_ref();
    let twin =
        twin.map(|twin| json!({ "regime": twin.regime, "summary": twin.summary, "events": twin.events }));
    json(&json!({
        "seed": life.seed,
        "regime": life.regime,
        "chosen": life.chosen,
        "summary": life.summary,
        "person": person(&life.person),
        "events": life.events,
        "twin": twin,
    }))
}

/// The person as the table of persons has them, by their number.
fn person(row: &PersonRow) -> Value {
    let all = json!(row);
    let further = all.as_object().into_iter().flatten().filter(|(key, _)| !ABOVE.contains(&key.as_str()));
    let number = ("number".to_owned(), json!(row.person));
    [number].into_iter().chain(further.map(|(key, value)| (key.clone(), value.clone()))).collect()
}

/// What of a person's row is told elsewhere.
const ABOVE: [&str; 3] = ["seed", "world", "person"];
