//! The court's list: stock and flow.

use crate::measure::{Measure, Take};
use crate::sanctions::sanctioned::by_group;
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end(
        "listed",
        Unit::Share,
        "On the court’s list",
        "Persons on the court's list, as a share of all persons of the group.",
        Take::Values(|reading| by_group(reading, &reading.stock.listed)),
    )
    .after("counts of the Supreme People's Court, as a share"),
    Measure::end(
        "wrongly-listed",
        Unit::Share,
        "Wrongly on the court’s list",
        "Persons on the court's list whose own true deeds would not have put them there, as a share of all \
         persons.",
        Take::Share(|reading| reading.stock.wrongly_listed),
    ),
    Measure::sum(
        "list-entries",
        Unit::Persons,
        "Persons put on the court’s list in the last year",
        "Persons put on the court's list in the period.",
        Take::Count(|reading| reading.tally.listed),
    ),
    Measure::sum(
        "list-exits",
        Unit::Persons,
        "Persons taken off the court’s list in the last year",
        "Persons taken off the court's list in the period, by term, repair or appeal; not by death.",
        Take::Count(|reading| reading.tally.unlisted),
    ),
];
