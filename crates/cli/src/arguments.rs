//! The call: commands and their arguments.

mod analysis;
mod calibrate;
mod claims;
mod ensemble;
mod explain;
mod plan;
mod sensitivity;
mod spoken;
mod value;

use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use demerit_scenario::catalogue;
use demerit_words::Language;
use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) use calibrate::Calibrate;
pub(crate) use claims::Claims;
pub(crate) use ensemble::Ensemble;
pub(crate) use explain::Explain;
pub(crate) use plan::{Merge, Plan, Share};
pub(crate) use sensitivity::Sensitivity;
pub(crate) use spoken::Spoken;

/// What the command is, in a few sentences.
const ABOUT: &str = "A laboratory of made-up societies under systems of social credit.

A society made from published aggregate figures lives for years under a regime of rules, points, tiers, lists and gates, \
beside its twin under law and courts only. Demerit says what the regime did.

It simulates made-up societies and holds no way in for data on real people.";

const EXAMPLES: &str = "Examples:
  demerit run                                      a regime, its twin, what documents support; with ranges
  demerit run --persons 10000 --years 3            the same, small and quick
  demerit list                                     what there is
  demerit show regime no-dark-corner > mine.toml   a file to change
  demerit check mine.toml                          is it right?";

/// The whole call.
#[derive(Debug, Parser)]
#[command(
    name = "demerit",
    version,
    about = "A laboratory of made-up societies under systems of social credit",
    long_about = ABOUT,
    after_help = EXAMPLES,
    max_term_width = 100
)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Colours in the output
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
}

/// When to use colours: on a terminal unless `NO_COLOR` is set, always, never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    // No doc comments here: they would spread the help of every command over two screens.
    Auto,
    Always,
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a study and write a folder with tables and a report
    Run(Run),
    /// Open a page in the browser in which to look, change and understand
    Explore(Explore),
    /// Go on with a run that was stopped
    Resume(Resume),
    /// Write down which runs a sweep consists of, for several machines to share
    Plan(Plan),
    /// Put together what several machines have run of a plan
    Merge(Merge),
    /// Check files: societies, regimes, studies
    Check {
        /// Files of societies, regimes, studies, or of whole runs
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Take warnings, which tell what cannot bite, for faults
        #[arg(long)]
        strict: bool,
        /// Print what was found as JSON
        #[arg(long)]
        json: bool,
    },
    /// List what the catalogue holds, and what is measured
    List {
        /// What to list; everything unless it is said
        #[arg(value_enum, value_name = "WHAT")]
        what: Option<Listed>,
        /// Print the list as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a file of the catalogue
    Show {
        /// The kind of file
        #[arg(value_enum)]
        kind: Kind,
        /// Its name in the catalogue
        name: String,
    },
    /// Build a society and print it beside the figures it came from
    #[command(subcommand)]
    Describe(Described),
    /// Draw everything that a study's files leave open, and say how far each number goes
    Ensemble(Ensemble),
    /// Keep the draws that published figures do not rule out, and say how far each number goes then
    Calibrate(Calibrate),
    /// Say of each sentence of the report of 2018 what the simulation says to it
    Claims(Claims),
    /// Share a measure's total in a study's first world out among the errors or mechanisms that bring it
    /// about
    Explain(Explain),
    /// Say on which assumptions a study's result hangs, and how far on luck
    Sensitivity(Sensitivity),
    /// Write the report of a run folder anew
    Report {
        /// Folder of a run
        dir: PathBuf,
        /// Folder that `demerit calibrate` wrote for the run's study: what published figures leave of its
        /// draws is shown too
        #[arg(long, value_name = "DIR")]
        calibrated: Option<PathBuf>,
        /// Write the tables for spreadsheets too
        #[arg(long)]
        csv: bool,
        /// The report's language.
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Tell one made-up life of a run, entry by entry
    Life {
        /// Folder of a run
        dir: PathBuf,
        /// Number of a person of the sampled cohort [default: the one whose life shows most]
        person: Option<u32>,
        /// Print the life as JSON
        #[arg(long)]
        json: bool,
    },
    /// Run validation cases: published figures beside simulated ones
    Validate {
        /// Files of cases, such as validation/drinkers/case.toml
        #[arg(required = true, value_name = "CASE")]
        cases: Vec<PathBuf>,
        /// Threads; the result does not depend on them [default: one for each processor]
        #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
        threads: Option<usize>,
        /// Print the results as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON schema of a kind of file
    Schema {
        /// The kind of file
        #[arg(value_enum)]
        kind: Kind,
    },
    /// Print a script that completes commands in a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
}

/// `demerit run`.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// A study: a name in the catalogue, or the path of a file
    #[arg(default_value = value::STUDY)]
    pub(crate) study: OsString,
    /// Persons in the society, instead of what the study says
    #[arg(long, value_name = "N", value_parser = value::persons, allow_negative_numbers = true)]
    pub(crate) persons: Option<u32>,
    /// Years after which the study is cut short, such as 3 or 0.5
    #[arg(long, value_name = "Y", value_parser = value::years, allow_negative_numbers = true)]
    pub(crate) years: Option<f64>,
    /// Seed of all luck, instead of what the study says
    #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// How many seeds to run one after the other, for intervals
    #[arg(long, value_name = "K", value_parser = value::seeds, allow_negative_numbers = true, default_value_t = 1)]
    pub(crate) seeds: u32,
    /// Draws over the ranges of the study's files, instead of what the study says; 0 for none
    #[arg(long, value_name = "D", value_parser = value::draws_or_none, allow_negative_numbers = true)]
    pub(crate) draws: Option<u32>,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Save the run every W weeks, so that it can be gone on with should it be killed
    #[arg(long, value_name = "W", value_parser = value::weeks, allow_negative_numbers = true)]
    pub(crate) checkpoint_every: Option<u32>,
    /// Folder in which the folder of the run is made
    #[arg(long, value_name = "DIR", default_value = "runs")]
    pub(crate) out: PathBuf,
    /// Replace the folder of an earlier run
    #[arg(long)]
    pub(crate) force: bool,
    /// Write the tables for spreadsheets too: measures.csv, persons.csv, ledger.csv
    #[arg(long)]
    pub(crate) csv: bool,
    /// Say what memory and time the run needs, and run nothing
    #[arg(long)]
    pub(crate) needs: bool,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The report's language.
    #[command(flatten)]
    pub(crate) spoken: Spoken,
    /// A share of a plan instead of a study.
    #[command(flatten)]
    pub(crate) share: Share,
}

/// `demerit explore`.
#[derive(Debug, Args)]
pub(crate) struct Explore {
    /// A study to show first: a name in the catalogue, or the path of a file
    pub(crate) study: Option<OsString>,
    /// Port of this machine that the page is served at; 0 takes any that is free
    #[arg(long, value_name = "P", value_parser = value::port, allow_negative_numbers = true, default_value_t = demerit_web::PORT)]
    pub(crate) port: u16,
    /// Do not open the browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// Language of the page: en (English) or id (Indonesian)
    #[arg(long, value_name = "LANG", default_value_t)]
    pub(crate) lang: Language,
}

/// `demerit resume`.
#[derive(Debug, Args)]
pub(crate) struct Resume {
    /// Folder that a stopped run is kept in; its name ends in `.unfinished`
    pub(crate) dir: PathBuf,
    /// Weeks between two checkpoints [default: as before]
    #[arg(long, value_name = "W", value_parser = value::weeks, allow_negative_numbers = true)]
    pub(crate) checkpoint_every: Option<u32>,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The report's language.
    #[command(flatten)]
    pub(crate) spoken: Spoken,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
    /// Institutions: rules, tiers, lists, gates
    Regimes,
    /// The figures that made-up persons are built from
    Societies,
    /// What is run: a society, its regimes over time, a seed
    Studies,
    /// What a run says about a society
    Measures,
    /// What a study can switch off, each with its file and its measures
    Mechanisms,
    /// Every figure of the societies and regimes, with its range and source
    Parameters,
    /// What the tables of a run hold, column by column
    Columns,
    /// The grades that legal yardsticks use: distances of contexts, weights of doors, what a deed bears
    Yardsticks,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// The figures that made-up persons are built from
    Society,
    /// An institution: rules, tiers, lists, gates
    Regime,
    /// What is run: a society, its regimes over time, a seed
    Study,
}

impl From<Kind> for catalogue::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Society => Self::Society,
            Kind::Regime => Self::Regime,
            Kind::Study => Self::Study,
        }
    }
}

/// What can be described.
#[derive(Debug, Subcommand)]
pub(crate) enum Described {
    /// Build a society and print it beside the figures it came from
    Society {
        /// A society: a name in the catalogue, or the path of a file
        name: OsString,
        /// Persons to build
        #[arg(long, value_name = "N", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 100_000)]
        persons: u32,
        /// Seed of all luck
        #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true, default_value_t = 1)]
        seed: u64,
        /// Print the description as JSON
        #[arg(long)]
        json: bool,
    },
}

/// The wish for colours, read ahead of the rest so that messages about the rest follow it too.
pub(crate) fn color_of(words: impl Iterator<Item = OsString>) -> ColorChoice {
    let words: Vec<String> =
        words.map(|word| word.to_string_lossy().into_owned()).take_while(|word| word != "--").collect();
    let apart = words.windows(2).filter(|pair| pair[0] == "--color").map(|pair| pair[1].as_str());
    let joined = words.iter().filter_map(|word| word.strip_prefix("--color="));
    match apart.chain(joined).next_back() {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_call_is_put_together_rightly() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_wish_for_colours_is_read_ahead() {
        let of = |words: &[&str]| color_of(words.iter().map(OsString::from));
        assert_eq!(of(&["list", "--color", "never"]), ColorChoice::Never);
        assert_eq!(of(&["--color=always", "list"]), ColorChoice::Always);
        assert_eq!(of(&["check", "--", "--color=always"]), ColorChoice::Auto);
        assert_eq!(of(&["--color"]), ColorChoice::Auto);
    }
}
