//! One made-up life, entry by entry: truth and record side by side, and the same person's life in the twin.
//!
//! Steps: 1. choose a member of the cohort, 2. take their ledger, 3. put a deed and the entry that tells it into one line,
//! 4. fold what repeats within a year into one line, 5. say each line in plain words.
//!
//! The choice, unless a person is asked for: who has been wrongly under a sanction for longest, among those who were refused
//! something; then who was under a sanction for longest; then who has most entries. The first seed and the lowest number decide
//! among equals. Such a life is not typical: it is the one that shows most.

mod fold;
mod text;
mod words;

use crate::ReportError;
use crate::data::RunData;
use crate::names;
use crate::numbers::many;
use demerit_study::manifest::WorldNote;
use demerit_study::tables::{LedgerRow, PersonRow};
use serde::Serialize;

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

/// A line of a life: one event, or several of one kind within a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LifeEvent {
    /// Tick of the last event in it.
    pub tick: u32,
    /// The same moment in years.
    pub year: f64,
    /// When, in words.
    pub when: String,
    /// What is true.
    pub truth: String,
    /// What stands on record or what was done on its ground; empty where nothing does.
    pub record: String,
    /// Points gained or lost.
    pub points: i32,
    /// Score on record afterwards.
    pub score: Option<i32>,
    /// Deserved score afterwards.
    pub deserved: Option<i32>,
    /// What sort of line it is, as a class of the style: `quiet`, `true`, `wrong`, `sanction`, `refusal`, `remedy`, `life`.
    pub kind: &'static str,
}

/// Tells a life.
pub(crate) fn tell(data: &RunData, asked: Option<u32>) -> Result<Life, ReportError> {
    let worlds = &data.manifest.worlds;
    let here = worlds.first().ok_or(ReportError::NoWorld)?;
    let (person, chosen) = choose(data, here, asked)?;
    let rows = ledger(data, person, &here.name);
    let twin = worlds.get(1).and_then(|world| {
        let other = data
            .persons
            .iter()
            .find(|row| row.world == world.name && row.seed == person.seed && row.person == person.person)?;
        let rows = ledger(data, person, &world.name);
        Some(TwinLife {
            regime: world.regime.clone(),
            summary: sums(other),
            events: fold::lines(data, world, &rows),
        })
    });
    Ok(Life {
        seed: person.seed,
        person: person.clone(),
        regime: here.regime.clone(),
        chosen,
        summary: format!("{} {}", portrait(person), sums(person)),
        events: fold::lines(data, here, &rows),
        scores: rows
            .iter()
            .filter_map(|row| Some((row.year, row.score_after?, row.deserved_after?)))
            .collect(),
        twin,
    })
}

fn choose<'a>(
    data: &'a RunData,
    here: &WorldNote,
    asked: Option<u32>,
) -> Result<(&'a PersonRow, String), ReportError> {
    let cohort: Vec<&PersonRow> = data.persons.iter().filter(|row| row.world == here.name).collect();
    if cohort.is_empty() {
        return Err(ReportError::NoCohort);
    }
    if let Some(number) = asked {
        let found = cohort.iter().filter(|row| row.person == number).min_by_key(|row| row.seed);
        return match found {
            Some(row) => Ok((row, format!("Person {number} was asked for."))),
            None => {
                let mut numbers: Vec<u32> = cohort.iter().map(|row| row.person).collect();
                numbers.sort_unstable();
                numbers.dedup();
                let examples: Vec<String> = numbers.iter().take(5).map(u32::to_string).collect();
                Err(ReportError::NotInCohort { person: number, examples: examples.join(", ") })
            }
        };
    }
    let rank = |row: &PersonRow| {
        let shows = row.weeks_wrongly_sanctioned > 0 && row.refusals > 0;
        (shows, row.weeks_wrongly_sanctioned, row.weeks_sanctioned, row.refusals, row.entries)
    };
    let best = cohort
        .iter()
        .max_by(|one, other| {
            rank(one).cmp(&rank(other)).then((other.seed, other.person).cmp(&(one.seed, one.person)))
        })
        .copied()
        .ok_or(ReportError::NoCohort)?;
    Ok((best, choice_words(best, cohort.len())))
}

fn choice_words(best: &PersonRow, cohort: usize) -> String {
    let of = many(cohort as f64, "member", "members");
    let how = if best.weeks_wrongly_sanctioned > 0 && best.refusals > 0 {
        "the one who was wrongly under a sanction for longest among those who were refused something"
    } else if best.weeks_wrongly_sanctioned > 0 {
        "the one who was wrongly under a sanction for longest; nobody of them was refused anything"
    } else if best.weeks_sanctioned > 0 {
        "the one who was under a sanction for longest; nobody of them wrongly"
    } else {
        "the one with the most entries; nobody of them was under a sanction"
    };
    format!(
        "Chosen of the {of} of the sampled cohort: {how}. It is not a typical life but the one that shows most."
    )
}

fn portrait(person: &PersonRow) -> String {
    let who = match (person.sex.as_str(), person.age) {
        ("female", age) if age < 18.0 => "a girl",
        ("male", age) if age < 18.0 => "a boy",
        ("female", _) => "a woman",
        ("male", _) => "a man",
        _ => "a person",
    };
    let work = if person.occupation.is_empty() {
        String::new()
    } else {
        format!(", occupation: {}", names::plain(&person.occupation))
    };
    let household = match person.household {
        1 => "living alone".to_owned(),
        persons => format!("in a household of {persons}"),
    };
    let income = names::group(&format!("income:{}", person.income_fifth));
    format!(
        "Person {} is a number, not a name: {who} of {:.0} at the end of the run{work}, {household}, {} of city {}, {income} by income.",
        person.person,
        person.age.max(0.0).floor(),
        match person.residence.as_str() {
            "rural" => "in the country",
            _ => "in town",
        },
        person.city
    )
}

fn sums(person: &PersonRow) -> String {
    let weeks = |number: u32| many(f64::from(number), "week", "weeks");
    let sanctions = match (person.weeks_sanctioned, person.weeks_wrongly_sanctioned) {
        (0, _) => "Never under a sanction".to_owned(),
        (all, 0) => format!("Under a sanction for {}, none of them wrongly", weeks(all)),
        (all, wrong) if all == wrong => format!("Under a sanction for {}, all of them wrongly", weeks(all)),
        (all, wrong) => format!("Under a sanction for {}, wrongly for {}", weeks(all), weeks(wrong)),
    };
    let score = match (person.score, person.deserved) {
        (Some(score), Some(deserved)) => format!("; score at the end {score}, deserved {deserved}"),
        _ => String::new(),
    };
    format!(
        "{sanctions}; {}, {}{score}.",
        many(f64::from(person.entries), "entry in the record", "entries in the record"),
        many(f64::from(person.refusals), "request refused", "requests refused")
    )
}

fn ledger<'a>(data: &'a RunData, person: &PersonRow, world: &str) -> Vec<&'a LedgerRow> {
    let mut rows: Vec<&LedgerRow> = data
        .ledger
        .iter()
        .filter(|row| row.seed == person.seed && row.person == person.person && row.world == world)
        .collect();
    rows.sort_by_key(|row| row.tick);
    rows
}
