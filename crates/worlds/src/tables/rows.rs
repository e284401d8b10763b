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
    #[derive(Clone, Debug, Default, PartialEq)]
    MeasureRow in "measures.parquet":
    seed: u64, "Seed of the run that gave the value.";
    world: String, "Name of the world, as the study names it.";
    tick: u32 ["weeks"], "Last tick of the period that the value is about.";
    year: i32 ["years"], "Calendar year that the tick lies in.";
    week: u32 ["weeks"], "Week of that year, from 1 to 52.";
    measure: String, "Name of the measure; `demerit list measures` says what each means.";
    domain: String, "Domain or channel that the value is about, `all` where there is none.";
    group: String, "Group of persons or category that the value is about, `all` or `kind:name`.";
    value: f64, "The value, in the unit that `unit` names.";
    weight: f64, "What the value weighs in a mean over several readings: what it is a share or a mean of, else the weeks of the period.";
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

table! {
    /// One event in the life of a made-up person of the cohort: a row of `ledger.parquet`.
    #[derive(Clone, Debug, PartialEq)]
    LedgerRow in "ledger.parquet":
    seed: u64, "Seed of the run.";
    world: String, "Name of the world.";
    person: u32, "Number of the person.";
    tick: u32 ["weeks"], "Tick of the event.";
    year: i32 ["years"], "Calendar year that the tick lies in.";
    week: u32 ["weeks"], "Week of that year, from 1 to 52.";
    @ event: LedgerEvent, "What happened: five columns of the table." {
        0 event, "What sort of event, such as `entry`, `tier` or `refused`.";
        1 what, "The deed, matter, list, request or tier concerned, by its name.";
        2 origin, "What is really behind an entry or a listing, empty for events that have no origin.";
        3 channel, "Channel that wrote an entry, empty where none did.";
        4 rule, "Rule that gave the points, empty where none did.";
    }
    points: i32 ["points"], "Points gained or lost by this event.";
    score_after: Option<i32> ["points"], "Score after the event; missing where the regime keeps none.";
    deserved_after: Option<i32> ["points"], "Deserved score after the event.";
    other: Option<u32>, "Another person concerned: whose deed it was, or whose tie brought it.";
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
