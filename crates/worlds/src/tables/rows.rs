//! The columns of each table.

use super::column::{Cells, Column, Get, Row};
use super::{LedgerEvent, LedgerRow, MeasureRow, PersonRow};

/// A column that has no unit.
const fn column<R>(name: &'static str, get: Get<R>, says: &'static str) -> Column<R> {
    Column { name, unit: "", says, get }
}

/// A column of numbers in a unit.
const fn measured<R>(name: &'static str, get: Get<R>, unit: &'static str, says: &'static str) -> Column<R> {
    Column { name, unit, says, get }
}

/// A column as documents describe it.
pub struct Described {
    /// The file that holds its table.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its type.
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
            let &Column { name, unit, says, ref get } = one;
            Described { table: R::FILE, name, kind: get.name(), unit, says }
        })
    }
    of::<MeasureRow>().chain(of::<PersonRow>()).chain(of::<LedgerRow>()).collect()
}

impl Row for MeasureRow {
    const FILE: &'static str = "measures.parquet";
    const COLUMNS: &'static [Column<Self>] = &[
        column("seed", Get::U64(|row| row.seed), "Seed of the run that gave the value."),
        column("world", Get::Text(|row| &row.world), "Name of the world, as the study names it."),
        measured(
            "tick",
            Get::U32(|row| row.tick),
            "weeks",
            "Last tick of the period that the value is about.",
        ),
        measured(
            "year",
            Get::F64(|row| row.year),
            "years",
            "The same moment in the study's calendar, such as 2014.5.",
        ),
        column(
            "measure",
            Get::Text(|row| &row.measure),
            "Name of the measure; `demerit list measures` says what each means.",
        ),
        column(
            "domain",
            Get::Text(|row| &row.domain),
            "Domain or channel that the value is about, `all` where there is none.",
        ),
        column(
            "group",
            Get::Text(|row| &row.group),
            "Group of persons or category that the value is about, `all` or `kind:name`.",
        ),
        column("value", Get::F64(|row| row.value), "The value, in the unit that `unit` names."),
        column("unit", Get::Text(|row| &row.unit), "Unit of the value."),
    ];

    fn of(cells: &mut Cells<'_>) -> Result<Self, String> {
        Ok(Self {
            seed: cells.take()?,
            world: cells.take()?,
            tick: cells.take()?,
            year: cells.take()?,
            measure: cells.take()?,
            domain: cells.take()?,
            group: cells.take()?,
            value: cells.take()?,
            unit: cells.take()?,
        })
    }
}

impl Row for PersonRow {
    const FILE: &'static str = "persons.parquet";
    const COLUMNS: &'static [Column<Self>] = &[
        column("seed", Get::U64(|row| row.seed), "Seed of the run."),
        column("world", Get::Text(|row| &row.world), "Name of the world."),
        column(
            "person",
            Get::U32(|row| row.person),
            "Number of the person: of the place in the household, which a newborn takes over from the dead.",
        ),
        column("city", Get::Text(|row| &row.city), "Name of the city, such as `c017`."),
        column("residence", Get::Text(|row| &row.residence), "`urban` or `rural`."),
        column("sex", Get::Text(|row| &row.sex), "`female` or `male`."),
        measured("age", Get::F64(|row| row.age), "years", "Age at the end of the run."),
        measured("household", Get::U32(|row| row.household), "persons", "Size of the household."),
        column("occupation", Get::Text(|row| &row.occupation), "Occupation at the end of the run."),
        column(
            "income_fifth",
            Get::U32(|row| row.income_fifth),
            "Fifth of the distribution of income, from 1, the poorest, to 5.",
        ),
        measured(
            "score",
            Get::MaybeI32(|row| row.score),
            "points",
            "Score at the end; missing where the regime keeps none.",
        ),
        measured(
            "deserved",
            Get::MaybeI32(|row| row.deserved),
            "points",
            "Score that the person's own true deeds would have given.",
        ),
        column("tier", Get::Text(|row| &row.tier), "Tier at the end, empty where the regime has none."),
        column(
            "listed",
            Get::Bool(|row| row.listed),
            "Whether the person stands on the court's list at the end.",
        ),
        measured("weeks_sanctioned", Get::U32(|row| row.weeks_sanctioned), "weeks", "Time under a sanction."),
        measured(
            "weeks_wrongly_sanctioned",
            Get::U32(|row| row.weeks_wrongly_sanctioned),
            "weeks",
            "Time under a sanction that the deserved record would not have brought.",
        ),
        measured("refusals", Get::U32(|row| row.refusals), "requests", "Requests refused."),
        measured("entries", Get::U32(|row| row.entries), "entries", "Entries written into the record."),
    ];

    fn of(cells: &mut Cells<'_>) -> Result<Self, String> {
        Ok(Self {
            seed: cells.take()?,
            world: cells.take()?,
            person: cells.take()?,
            city: cells.take()?,
            residence: cells.take()?,
            sex: cells.take()?,
            age: cells.take()?,
            household: cells.take()?,
            occupation: cells.take()?,
            income_fifth: cells.take()?,
            score: cells.take()?,
            deserved: cells.take()?,
            tier: cells.take()?,
            listed: cells.take()?,
            weeks_sanctioned: cells.take()?,
            weeks_wrongly_sanctioned: cells.take()?,
            refusals: cells.take()?,
            entries: cells.take()?,
        })
    }
}

impl Row for LedgerRow {
    const FILE: &'static str = "ledger.parquet";
    const COLUMNS: &'static [Column<Self>] = &[
        column("seed", Get::U64(|row| row.seed), "Seed of the run."),
        column("world", Get::Text(|row| &row.world), "Name of the world."),
        column("person", Get::U32(|row| row.person), "Number of the person."),
        measured("tick", Get::U32(|row| row.tick), "weeks", "Tick of the event."),
        measured("year", Get::F64(|row| row.year), "years", "The same moment in the study's calendar."),
        column(
            "event",
            Get::Text(|row| row.event.texts()[0]),
            "What sort of event, such as `entry`, `tier` or `refused`.",
        ),
        column(
            "what",
            Get::Text(|row| row.event.texts()[1]),
            "The deed, matter, list, request or tier concerned, by its name.",
        ),
        column(
            "origin",
            Get::Text(|row| row.event.texts()[2]),
            "What is really behind an entry or a listing, empty for events that have no origin.",
        ),
        column(
            "channel",
            Get::Text(|row| row.event.texts()[3]),
            "Channel that wrote an entry, empty where none did.",
        ),
        column(
            "rule",
            Get::Text(|row| row.event.texts()[4]),
            "Rule that gave the points, empty where none did.",
        ),
        measured("points", Get::I32(|row| row.points), "points", "Points gained or lost by this event."),
        measured(
            "score_after",
            Get::MaybeI32(|row| row.score_after),
            "points",
            "Score after the event; missing where the regime keeps none.",
        ),
        measured(
            "deserved_after",
            Get::MaybeI32(|row| row.deserved_after),
            "points",
            "Deserved score after the event.",
        ),
        column(
            "other",
            Get::MaybeU32(|row| row.other),
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
        use super::super::column::Cell;
        let told = |cells: &[Cell<'_>]| MeasureRow::of(&mut Cells::new(cells)).unwrap_err();
        assert_eq!(told(&[Cell::U64(1)]), "a row ends too soon");
        assert_eq!(told(&[Cell::U32(1)]), "a cell has another type");
    }
}
