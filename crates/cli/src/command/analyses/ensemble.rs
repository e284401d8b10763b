//! `demerit ensemble [STUDY]`: how far each number goes over all that a study's files leave open.

use crate::arguments::Ensemble as Call;
use crate::command::forms::{json, pilots, text_of};
use crate::command::ranges;
use crate::command::watched::{failure, listen, watched};
use crate::failure::Failure;
use crate::layout::{ENGLISH, glance, paragraph, time};
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_analysis::ensemble::{self, Ensemble, EnsembleOptions};
use demerit_analysis::sensitivity;
use demerit_scenario::load;
use demerit_study::outside::Disk;
use serde_json::json;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

/// What stands below the tables.
const STARRED: &str = "* for each 1,000 persons. Regime, society, luck: which part of the spread each leaves open, by ranks; what two \
                       leave open together is halved between them.";

/// Draws a study's ensemble.
pub(crate) fn ensemble(call: &Call, terminal: &Terminal) -> Result<String, Failure> {
    let scenario = load::study(text_of(&call.analysis.study)?, &Disk)?;
    let usual = scenario.study.ensemble.clone().unwrap_or_default();
    let options = EnsembleOptions {
        draws: call.draws.unwrap_or(usual.draws),
        over: call.over.into(),
        persons: call.persons.unwrap_or(usual.persons),
        years: call.analysis.years,
        seed: call.analysis.seed,
        threads: call.analysis.threads,
    };
    let stop = listen()?;
    sensitivity::try_place(&call.folder.out).map_err(|error| failure(error, &stop))?;
    let title = format!("{}: what its ranges leave open", scenario.study.name);
    let shown = Shown::begin(terminal, call.analysis.quiet, &title);
    let clock = Instant::now();
    let found = watched(shown, None, &stop, |_, progress| ensemble::ensemble(&scenario, &options, progress))?;
    let folder = ensemble::write(&found, &call.folder.out, call.folder.force)
        .map_err(|error| failure(error, &stop))?;
    if call.analysis.json {
        return Ok(json(&json!(found)));
    }
    Ok(plain(&found, clock.elapsed().as_secs_f64(), &folder, terminal))
}

fn plain(found: &Ensemble, seconds: f64, folder: &Path, terminal: &Terminal) -> String {
    let lines = ranges::lines(found);
    let mut text = format!(
        "{}\n{} draws over {} figures with a range; {} persons, {} weeks; means and sums of the last year\n\n",
        terminal.heading(&format!("{}: what its ranges leave open", found.study)),
        ENGLISH.thousands(found.draws as u64),
        ENGLISH.thousands(found.varied as u64),
        ENGLISH.thousands(u64::from(found.persons)),
        ENGLISH.thousands(u64::from(found.weeks)),
    );
    let title = found.worlds.first().map_or("", String::as_str);
    text += &ranges::table(&lines, false, title, terminal.width);
    if found.worlds.len() > 1 {
        text.push('\n');
        text += &ranges::table(&lines, true, "less the twin", terminal.width);
    }
    let sentences = ranges::sentences(found, &lines).into_iter().chain(pilots(&found.pilots));
    for sentence in [STARRED.to_owned()].into_iter().chain(sentences) {
        let _ = write!(text, "\n{}", paragraph(&sentence, 0, terminal.width));
    }
    let _ = writeln!(
        text,
        "\nA statement about a made-up society, not about any real one.\n{} person-weeks in {}.\n\nTables: {}",
        glance(found.person_weeks as f64),
        time(seconds),
        folder.display(),
    );
    text
}
