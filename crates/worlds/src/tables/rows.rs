//! The rows of each table, and their columns.

use super::LedgerEvent;
use super::column::{Cell, Cells, Column, Kind, Row, Value, table};
use serde::Serialize;

/// A column as documents describe it.
#[derive(Serialize)]
pub struct Described {
    /// Its name.
    pub name: &'static str,
    /// The file that holds its table.
    pub table: &'static str,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its unit, empty where it has none.
    pub unit: &'static str,
    /// What it holds, in a sentence.
    pub says: &'static str,
}

/// The columns of all tables.
#[must_use]
pub fn described() -> Vec<Described> {
    fn of<R: Row>() -> impl Iterator<Item = Described> {
        R::COLUMNS.iter().map(|one| {
            let &Column { name, unit, says, kind, .. } = one;
            Described { name, table: R::FILE, kind: kind.name(), unit, says }
        })
    }
    of::<MeasureRow>().chain(of::<PersonRow>()).chain(of::<LedgerRow>()).collect()
}

table! {
    /// One value of one measure: a row of `measures.parquet`.
    #[derive(Clone, Debug, PartialEq)]
    MeasureRow in "measures.parquet":
    seed: u64, "Seed of the run that gave the value.";
    world: String, "Name of the world, as the study names it.";
    tick: u32 ["weeks"], "Last tick of the period that the value is about.";
    year: f64 ["years"], "The same moment in the study's calendar, such as 2014.5.";
    measure: String, "Name of the measure; `demerit list measures` says what each means.";
    domain: String, "Domain or channel that the value is about, `all` where there is none.";
    group: String, "Group of persons or category that the value is about, `all` or `kind:name`.";
    value: f64, "The value, in the unit that `unit` names.";
    unit: String, "Unit of the value.";
}

table! {
    /// One made-up person of the sampled cohort in one world at the end: a row of `persons.parquet`.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    PersonRow in "persons.parquet":
    seed: u64, "Seed of the run.";
    world: String, "Name of the world.";
    person: u32,
        "Number of the person: of the place in the household, which a newborn takes over from the dead.";
    city: String, "Name of the city, such as `c017`.";
    residence: String, "`urban` or `rural`.";
    sex: String, "`female` or `male`.";
    age: f64 ["years"], "Age at the end of the run.";
    household: u32 ["persons"], "Size of the household.";
    occupation: String, "Occupation at the end of the run.";
    income_fifth: u32, "Fifth of the distribution of income, from 1, the poorest, to 5.";
    score: Option<i32> ["points"], "Score at the end; missing where the regime keeps none.";
    deserved: Option<i32> ["points"], "Score that the person's own true deeds would have given.";
    tier: String, "Tier at the end, empty where the regime has none.";
    listed: bool, "Whether the person stands on the court's list at the end.";
    weeks_sanctioned: u32 ["weeks"], "Time under a sanction.";
    weeks_wrongly_sanctioned: u32 ["weeks"],
        "Time under a sanction that the deserved record would not have brought.";
    refusals: u32 ["requests"], "Requests refused.";
    entries: u32 ["entries"], "Entries written into the record.";
}

/// One event in the life of a made-up person of the cohort: a row of `ledger.parquet`.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    /// Seed of the run.
    pub seed: u64,
    /// Name of the world.
    pub world: String,
    /// Number of the person.
    pub person: u32,
    /// Tick of the event.
    pub tick: u32,
    /// The same moment in years of the study's calendar.
    pub year: f64,
    /// What happened; the columns `event`, `what`, `origin`, `channel` and `rule` of the table.
    pub event: LedgerEvent,
    /// Points gained or lost by this event.
    pub points: i32,
    /// Score after the event, `None` where the regime keeps no score.
    pub score_after: Option<i32>,
    /// Deserved score after the event.
    pub deserved_after: Option<i32>,
    /// Another person concerned: whose deed it was, or whose tie brought it.
    pub other: Option<u32>,
}

/// A column of the ledger.
const fn column(
    name: &'static str,
    unit: &'static str,
    kind: Kind,
    get: for<'a> fn(&'a LedgerRow) -> Cell<'a>,
    says: &'static str,
) -> Column<LedgerRow> {
    Column { name, unit, says, kind, get }
}

impl Row for LedgerRow {
    const FILE: &'static str = "ledger.parquet";
    const COLUMNS: &'static [Column<Self>] = &[
        column("seed", "", Kind::U64, |row| Cell::from(&row.seed), "Seed of the run."),
        column("world", "", Kind::Text, |row| Cell::from(&row.world), "Name of the world."),
        column("person", "", Kind::U32, |row| Cell::from(&row.person), "Number of the person."),
        column("tick", "weeks", Kind::U32, |row| Cell::from(&row.tick), "Tick of the event."),
        column(
            "year",
            "years",
            Kind::F64,
            |row| Cell::from(&row.year),
            "The same moment in the study's calendar.",
        ),
        column(
            "event",
            "",
            Kind::Text,
            |row| Cell::Text(row.event.texts()[0]),
            "What sort of event, such as `entry`, `tier` or `refused`.",
        ),
        column(
            "what",
            "",
            Kind::Text,
            |row| Cell::Text(row.event.texts()[1]),
            "The deed, matter, list, request or tier concerned, by its name.",
        ),
        column(
            "origin",
            "",
            Kind::Text,
            |row| Cell::Text(row.event.texts()[2]),
            "What is really behind an entry or a listing, empty for events that have no origin.",
        ),
        column(
            "channel",
            "",
            Kind::Text,
            |row| Cell::Text(row.event.texts()[3]),
            "Channel that wrote an entry, empty where none did.",
        ),
        column(
            "rule",
            "",
            Kind::Text,
            |row| Cell::Text(row.event.texts()[4]),
            "Rule that gave the points, empty where none did.",
        ),
        column(
            "points",
            "points",
            Kind::I32,
            |row| Cell::from(&row.points),
            "Points gained or lost by this event.",
        ),
        column(
            "score_after",
            "points",
            Kind::MaybeI32,
            |row| Cell::from(&row.score_after),
            "Score after the event; missing where the regime keeps none.",
        ),
        column(
            "deserved_after",
            "points",
            Kind::MaybeI32,
            |row| Cell::from(&row.deserved_after),
            "Deserved score after the event.",
        ),
        column(
            "other",
            "",
            Kind::MaybeU32,
            |row| Cell::from(&row.other),
            "Another person concerned: whose deed it was, or whose tie brought it.",
        ),
    ];

    fn of(cells: &mut Cells<'_>) -> Result<Self, String> {
        Ok(Self {
            seed: cells.take()?,
            world: cells.take()?,
            person: cells.take()?,
            tick: cells.take()?,
            year: cells.take()?,
            event: LedgerEvent::from_texts([
                cells.take()?,
                cells.take()?,
                cells.take()?,
                cells.take()?,
                cells.take()?,
            ])?,
            points: cells.take()?,
            score_after: cells.take()?,
            deserved_after: cells.take()?,
            other: cells.take()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_table_have_names_of_their_own_and_say_what_they_hold() {
        let all = described();
        let mut names: Vec<_> = all.iter().map(|one| (one.table, one.name)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all.len());
        assert!(all.iter().all(|one| one.says.ends_with('.')));
    }

    #[test]
    fn a_row_is_not_made_of_too_few_cells_or_of_other_types() {
        let told = |cells: &[Cell<'_>]| MeasureRow::of(&mut Cells::new(cells)).unwrap_err();
        assert_eq!(told(&[Cell::U64(1)]), "a row ends too soon");
        assert_eq!(told(&[Cell::U32(1)]), "a cell has another type");
    }
}
