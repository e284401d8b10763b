//! The rows of each table, and their columns.

use super::LedgerEvent;
use super::column::{Cell, Cells, Column, Kind, Row, Value, Word, table};
use demerit_regime::Channel;
use demerit_society::conduct::habit::Sex;
use demerit_society::population::person::Occupation;
use demerit_society::state::attribution::Origin;
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
    /// What a missing value means; nothing where none is missing.
    pub missing: Option<&'static str>,
    /// The words that it may hold, in their order; none where they are no fixed list.
    pub words: Vec<Word>,
}

/// The columns of all tables.
#[must_use]
pub fn described() -> Vec<Described> {
    fn of<R: Row>() -> impl Iterator<Item = Described> {
        R::COLUMNS.iter().map(|one| {
            let &Column { name, unit, says, missing, words, kind, .. } = one;
            Described { name, table: R::FILE, kind: kind.name(), unit, says, missing, words: words() }
        })
    }
    of::<MeasureRow>().chain(of::<PersonRow>()).chain(of::<LedgerRow>()).collect()
}

/// Words whose names say what they mean.
fn plain(words: impl IntoIterator<Item = &'static str>) -> Vec<Word> {
    words.into_iter().map(|word| Word { word, says: "" }).collect()
}

fn residences() -> Vec<Word> {
    plain(["urban", "rural"])
}

fn sexes() -> Vec<Word> {
    plain([Sex::Female, Sex::Male].map(Sex::name))
}

fn occupations() -> Vec<Word> {
    plain(Occupation::ALL.map(Occupation::name))
}

fn origins() -> Vec<Word> {
    plain(Origin::ALL.map(Origin::name))
}

fn channels() -> Vec<Word> {
    plain(Channel::ALL.map(Channel::name))
}

table! {
    /// One value of one measure: a row of `measures.parquet`.
    #[derive(Clone, Debug, Default, PartialEq)]
    MeasureRow in "measures.parquet":
    seed: u64, "Seed of the run that gave the value.";
    world: String, "Name of the world, as the study names it.";
    tick: u32 ["weeks"], "Last tick of the period that the value is about, from 0.";
    year: i32 ["years"], "Calendar year that the tick lies in: the start year and tick / 52, without the rest.";
    week: u32 ["weeks"], "Week of that year, from 1 to 52: the rest of tick / 52, and 1.";
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
    person: u32, "Number of the person's place in the society, which a newborn takes over from the dead.";
    life: u32,
        "Number of the life lived there, from 0: of the last one. With `person` it names a person of the ledger.";
    city: String, "Name of the city, such as `c017`.";
    residence: String, "`urban` or `rural`.", words residences;
    sex: String, "`female` or `male`.", words sexes;
    age: f64 ["years"], "Age at the end of the run.";
    household: u32, "Number of the household: of its first place.";
    household_size: u32 ["persons"], "Persons in the household.";
    occupation: String, "Occupation at the end of the run.", words occupations;
    income_fifth: u32, "Fifth of the distribution of income, from 1, the poorest, to 5.";
    score: Option<i32> ["points"], "Score at the end.", missing "the regime keeps none";
    deserved: Option<i32> ["points"], "Score that the person's own true deeds would have given.",
        missing "the regime keeps none";
    tier: Option<String>, "Tier at the end.", missing "the regime has none";
    listed: bool, "Whether the person stands on the court's list at the end.";
    weeks_sanctioned: u32 ["weeks"], "Time under a sanction, in this life.";
    weeks_wrongly_sanctioned: u32 ["weeks"],
        "Time under a sanction that the deserved record would not have brought, in this life.";
    refusals: u32 ["requests"], "Requests refused: rows `refused` of this life in the ledger.";
    entries: u32 ["entries"], "Entries written into the record: rows `entry` of this life in the ledger.";
}

table! {
    /// One event in the life of a made-up person of the cohort: a row of `ledger.parquet`.
    #[derive(Clone, Debug, PartialEq)]
    LedgerRow in "ledger.parquet":
    seed: u64, "Seed of the run.";
    world: String, "Name of the world.";
    person: u32, "Number of the person's place in the society.";
    life: u32, "Number of the life lived there, from 0.";
    tick: u32 ["weeks"], "Tick of the event, from 0.";
    year: i32 ["years"], "Calendar year that the tick lies in: the start year and tick / 52, without the rest.";
    week: u32 ["weeks"], "Week of that year, from 1 to 52: the rest of tick / 52, and 1.";
    @ event: LedgerEvent, "What happened: five columns of the table." {
        0 event, "What sort of event.", words LedgerEvent::words;
        1 what, "The deed, matter, list, request, regime or tier concerned, by its name.";
        2 origin, "What is really behind an entry or a listing.", missing "the event has none", words origins;
        3 channel, "Channel that wrote an entry.", missing "none did", words channels;
        4 rule, "Rule by which the event came.", missing "none did";
    }
    points: i32 ["points"], "Points gained or lost by this event; of `entry`, `points`, `fed` and `correction-undone` before any wall of the scale.";
    score_after: Option<i32> ["points"], "Score after the event.", missing "the regime keeps none";
    deserved_after: Option<i32> ["points"], "Deserved score after the event.", missing "the regime keeps none";
    income_lacking: Option<f64> ["share"], "Share of the income that is lacking after the event.",
        missing "the event bears on no income";
    other: Option<u32>, "Place of another person concerned: whose deed it was, or whose tie brought it.",
        missing "nobody else is";
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
        let words = |column: &str| all.iter().find(|one| one.name == column).unwrap().words.len();
        assert_eq!(["sex", "origin", "tier"].map(words), [2, Origin::COUNT, 0]);
    }

    #[test]
    fn a_row_is_not_made_of_too_few_cells_or_of_other_types() {
        let told = |cells: &[Cell<'_>]| MeasureRow::of(&mut Cells::new(cells)).unwrap_err();
        assert_eq!(told(&[Cell::Whole(Some(1))]), "a row ends too soon");
        for other in [Cell::Number(Some(1.0)), Cell::Whole(None), Cell::Whole(Some(-1))] {
            assert_eq!(told(&[other]), "a cell has another type");
        }
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let row = MeasureRow::default();
            let mut cells: Vec<_> = MeasureRow::COLUMNS.iter().map(|one| (one.get)(&row)).collect();
            cells[8] = Cell::Number(Some(number));
            assert_eq!(told(&cells), format!("a number is {number}"));
        }
    }

    #[test]
    fn a_number_that_is_none_is_no_value() {
        let row = MeasureRow { value: f64::NAN, seed: u64::MAX, ..MeasureRow::default() };
        let cell = |name: &str| (MeasureRow::COLUMNS.iter().find(|one| one.name == name).unwrap().get)(&row);
        assert_eq!((cell("value"), cell("seed")), (Cell::Number(None), Cell::Whole(None)));
    }
}
