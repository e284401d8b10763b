//! One made-up life, entry by entry: truth and record side by side, and the same person's life in the twin.
//!
//! Steps: 1. choose a member of the cohort, 2. take their ledger, 3. put a deed and the entry that tells it
//! into one line,
//! 4. fold what repeats within a year into one line, 5. say each line in plain words.
//!
//! The choice, unless a person is asked for: who has been wrongly under a sanction for longest, among those
//! who were refused something; then who was under a sanction for longest; then who has most entries. The
//! first seed and the lowest number decide among equals. Such a life is not typical: it is the one that shows
//! most.

mod event;
mod line;
mod telling;

use crate::error::ReportError;
use crate::names;
use demerit_words::{Words, say};
use demerit_worlds::tables::{LedgerRow, PersonRow, Told};
use serde::Serialize;

pub use event::LifeEvent;

/// One made-up life.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Life {
    /// Seed of the run.
    pub seed: u64,
    /// The person, at the end of the run.
    pub person: PersonRow,
    /// Title of the regime.
    pub regime: String,
    /// How the person was chosen.
    pub chosen: String,
    /// Who it is and what happened, in sentences.
    pub summary: String,
    /// Lines of the life in order.
    pub events: Vec<LifeEvent>,
    /// Year, score on record and deserved score after each event, where the regime keeps a score.
    pub scores: Vec<(f64, i32, i32)>,
    /// The same person's life in the twin.
    pub twin: Option<TwinLife>,
}

/// The same person's life in the twin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TwinLife {
    /// Title of the twin's regime.
    pub regime: String,
    /// What happened, in sentences.
    pub summary: String,
    /// Lines of the life in order.
    pub events: Vec<LifeEvent>,
}

/// Tells the life of the cohort that was asked for, or that shows most.
///
/// # Errors
/// [`ReportError`] if the run has no world or no cohort, or if the person is not in it.
pub fn tell(data: &Told, words: Words) -> Result<Life, ReportError> {
    let worlds = &data.manifest.worlds;
    let here = worlds.first().ok_or(ReportError::NoWorld)?;
    let (person, chosen) = choose(words, data)?;
    let rows = ledger(data, &here.name);
    let twin = worlds.get(1).zip(data.lives.twin.as_ref()).map(|(world, other)| TwinLife {
        regime: words.title(&world.regime),
        summary: sums(words, other),
        events: event::events(words, data, world, &ledger(data, &world.name)),
    });
    let scores = rows
        .iter()
        .filter_map(|row| Some((data.manifest.moment(row.tick), row.score_after?, row.deserved_after?)));
    Ok(Life {
        seed: person.seed,
        person: person.clone(),
        regime: words.title(&here.regime),
        chosen,
        summary: format!("{} {}", portrait(words, person), sums(words, person)),
        events: event::events(words, data, here, &rows),
        scores: scores.collect(),
        twin,
    })
}

fn choose(words: Words, data: &Told) -> Result<(&PersonRow, String), ReportError> {
    let lives = &data.lives;
    if lives.members == 0 {
        return Err(ReportError::NoCohort);
    }
    let examples = || lives.numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    match (&lives.person, lives.asked) {
        (Some(row), Some(_)) => Ok((row, say!(words, "story-asked", number = row.person.to_string()))),
        (Some(best), None) => Ok((best, choice_words(words, best, lives.members))),
        (None, Some(person)) => Err(ReportError::NotInCohort { person, examples: examples() }),
        (None, None) => Err(ReportError::NoCohort),
    }
}

fn choice_words(words: Words, best: &PersonRow, cohort: usize) -> String {
    let how = if best.weeks_wrongly_sanctioned > 0 && best.refusals > 0 {
        say!(words, "story-chosen-wrongly-refused")
    } else if best.weeks_wrongly_sanctioned > 0 {
        say!(words, "story-chosen-wrongly")
    } else if best.weeks_sanctioned > 0 {
        say!(words, "story-chosen-sanctioned")
    } else {
        say!(words, "story-chosen-entries")
    };
    say!(words, "story-chosen", members = cohort, how = how)
}

fn portrait(words: Words, person: &PersonRow) -> String {
    let who = match (person.sex.as_str(), person.age) {
        ("female", age) if age < 18.0 => say!(words, "story-girl"),
        ("male", age) if age < 18.0 => say!(words, "story-boy"),
        ("female", _) => say!(words, "story-woman"),
        ("male", _) => say!(words, "story-man"),
        _ => say!(words, "story-somebody"),
    };
    let work = match names::plain(&person.occupation).as_str() {
        "" => String::new(),
        plain => say!(words, "story-occupation", occupation = words.occupation(plain)),
    };
    let household = match person.household_size {
        1 => say!(words, "story-alone"),
        persons => say!(words, "story-household", persons = persons),
    };
    let income = names::group(words, &format!("income:{}", person.income_fifth));
    let residence = match person.residence.as_str() {
        "rural" => say!(words, "story-in-the-country"),
        _ => say!(words, "story-in-town"),
    };
    say!(
        words,
        "story-portrait",
        person = person.person.to_string(),
        who = who,
        age = format!("{:.0}", person.age.max(0.0).floor()),
        work = work,
        household = household,
        residence = residence,
        city = &person.city,
        income = income,
    )
}

fn sums(words: Words, person: &PersonRow) -> String {
    let weeks = |number: u32| say!(words, "face-weeks", weeks = number);
    let sanctions = match (person.weeks_sanctioned, person.weeks_wrongly_sanctioned) {
        (0, _) => say!(words, "story-never"),
        (all, 0) => say!(words, "story-rightly", all = weeks(all)),
        (all, wrong) if all == wrong => say!(words, "story-wrongly", all = weeks(all)),
        (all, wrong) => say!(words, "story-partly", all = weeks(all), wrong = weeks(wrong)),
    };
    let score = match (person.score, person.deserved) {
        (Some(score), Some(deserved)) => {
            say!(words, "story-sums-score", score = score.to_string(), deserved = deserved.to_string())
        }
        _ => String::new(),
    };
    let (entries, refusals) = (person.entries, person.refusals);
    say!(words, "story-sums", sanctions = sanctions, entries = entries, refusals = refusals, score = score)
}

fn ledger<'a>(data: &'a Told, world: &str) -> Vec<&'a LedgerRow> {
    let mut rows: Vec<&LedgerRow> = data.lives.ledger.iter().filter(|row| row.world == world).collect();
    rows.sort_by_key(|row| row.tick);
    rows
}
