//! Ranging: the ranges that a study asks for are drawn into the folder of its run.

use crate::command::forms::{REPORT, quoted};
use crate::command::watched::{failure, watched};
use crate::failure::Failure;
use crate::progress::Shown;
use crate::stop::Stop;
use crate::terminal::Terminal;
use demerit_analysis::run_ranges::{self, RunRanges};
use demerit_report::Sureness;
use demerit_scenario::load::Scenario;
use demerit_scenario::study::EnsembleFile;
use demerit_study::run_folder;
use demerit_words::Words;
use demerit_worlds::tables::Told;
use std::path::Path;

/// Sets how many draws a study asks for; 0 for none.
pub(super) fn set_draws(scenario: &mut Scenario, draws: Option<u32>) {
    if let Some(draws) = draws {
        let usual = scenario.study.ensemble.take().unwrap_or_default();
        scenario.study.ensemble = (draws > 0).then_some(EnsembleFile { draws, ..usual });
    }
}

/// How the ranges of a run are drawn.
pub(super) struct Ranging<'a> {
    pub(super) threads: Option<usize>,
    pub(super) quiet: bool,
    pub(super) words: Words,
    pub(super) stop: &'a Stop,
    pub(super) terminal: &'a Terminal,
}

impl Ranging<'_> {
    /// The ranges of a run: those in its folder, else those drawn now, where its study asks for them.
    pub(super) fn of(&self, folder: &Path, tables: &Told) -> Result<Option<RunRanges>, Failure> {
        if let Some(there) = run_ranges::read(folder, &tables.manifest)? {
            return Ok(Some(there));
        }
        let asked = run_ranges::asked(&tables.manifest, self.threads);
        let Some((scenario, options)) = asked.map_err(|error| failure(error, self.stop))? else {
            return Ok(None);
        };
        let title = format!("{}: how far its numbers go over its ranges", tables.manifest.study);
        let shown = Shown::begin(self.terminal, self.quiet, &title);
        let drawn =
            watched(shown, None, self.stop, |_, progress| run_ranges::draw(&scenario, &options, progress));
        let found = drawn.map_err(|ended| match ended {
            Failure::Stopped { code, text, .. } => Failure::Stopped {
                code,
                text,
                message: format!("stopped; the run is whole in {}, without its ranges", folder.display()),
                hint: folder.to_str().map(|folder| format!("`demerit resume {}` draws them", quoted(folder))),
            },
            other => other,
        })?;
        run_ranges::add(&found, folder).map_err(|error| failure(error, self.stop))?;
        let page = demerit_report::render(
            tables,
            Sureness { ranges: Some(&found), ..Sureness::default() },
            self.words,
        )?;
        run_folder::write_file(folder, REPORT, page.as_bytes())?;
        Ok(Some(found))
    }
}
