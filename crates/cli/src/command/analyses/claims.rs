//! `demerit claims`: what the report of 2018 says, sentence by sentence, and what the simulation says to it.

use crate::arguments::Claims as Call;
use crate::command::forms::json;
use crate::command::watched::{listen, watched};
use crate::failure::Failure;
use crate::layout::{ENGLISH, glance, paragraph, time};
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_analysis::claims::{self, Answer, Claims, ClaimsOptions, Verdict};
use demerit_analysis::ensemble::{EnsembleOptions, Over};
use demerit_study::run_folder;
use serde_json::json;
use std::fmt::Write;
use std::time::Instant;

/// Columns before what stands below a claim.
const INDENT: usize = 5;

/// Answers the claims.
pub(crate) fn claims(call: &Call, terminal: &Terminal) -> Result<String, Failure> {
    if let Some(path) = call.out.as_ref().filter(|path| path.exists()) {
        return Err(Failure::Problem {
            message: format!("{} is there already", path.display()),
            hint: Some("choose another place with --out".to_owned()),
        });
    }
    let file = claims::file()?;
    let ensemble = EnsembleOptions {
        draws: call.draws,
        over: Over::All,
        persons: call.persons,
        years: None,
        seed: None,
        threads: call.threads,
    };
    let options = ClaimsOptions { ensemble, seeds: call.seeds };
    let stop = listen()?;
    let shown = Shown::begin(terminal, call.quiet, "claims: what the report says, and the simulation");
    let clock = Instant::now();
    let found = watched(shown, None, &stop, |_, progress| claims::answers(&file, &options, progress))?;
    let text = json(&json!(found));
    if let Some(path) = &call.out {
        run_folder::write_whole(path, text.as_bytes())?;
    }
    if call.json {
        return Ok(text);
    }
    Ok(plain(&found, clock.elapsed().as_secs_f64(), terminal))
}

fn plain(found: &Claims, seconds: f64, terminal: &Terminal) -> String {
    let mut text = format!(
        "{}\n{} persons in each world; as filed with {} seeds, and {} draws from every declared range; the last year of each study\n",
        terminal.heading("What the report of 2018 says, and what the simulation says to it"),
        ENGLISH.thousands(u64::from(found.persons)),
        found.seeds,
        found.draws,
    );
    for answer in &found.claims {
        text.push('\n');
        text += &one(answer, terminal);
    }
    text.push('\n');
    for verdict in Verdict::ALL {
        let count = found.claims.iter().filter(|one| one.verdict == Some(verdict)).count();
        let _ = writeln!(text, "{count:>3} {}", words(Some(verdict)));
    }
    let _ = writeln!(
        text,
        "\nStatements about a made-up society, not about any real one.\n{} person-weeks in {}.",
        glance(found.person_weeks as f64),
        time(seconds)
    );
    text
}

fn one(answer: &Answer, terminal: &Terminal) -> String {
    let claim = &answer.claim;
    let mut text = format!("{}  {}\n", claim.id, terminal.heading(words(answer.verdict)));
    let mut say = |line: &str| text += &paragraph(line, INDENT, terminal.width);
    say(&format!("“{}”", claim.says.en));
    if let (Some(question), Some(study)) = (&claim.question, &claim.study) {
        say(&format!("{question} [{study}]"));
    }
    answer.numbers.iter().for_each(|number| say(&number.says));
    for (head, line) in [
        ("Goes in by ", &claim.assumed),
        ("Lacks ", &claim.lacks),
        ("Missing: ", &claim.not_yet),
        ("Because ", &claim.cannot),
    ] {
        if let Some(line) = line {
            say(&format!("{head}{line}."));
        }
    }
    text
}

/// A verdict in words.
const fn words(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Shown) => "shown",
        Some(Verdict::InPart) => "shown in part",
        Some(Verdict::Otherwise) => "the simulation says otherwise",
        Some(Verdict::OnlyIfAssumed) => "only if assumed",
        Some(Verdict::Cannot) => "cannot be answered by a simulation",
        Some(Verdict::NotYet) => "not yet",
        None => "not measured",
    }
}
