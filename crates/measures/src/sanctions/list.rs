//! The court's list: stock and flow.

use crate::measure::Measure;
use crate::sanctions::sanctioned::by_group;
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("listed", Unit::Share)
        .titled("On the court’s list")
        .defined("Persons on the court's list, as a share of all persons of the group.")
        .after("counts of the Supreme People's Court, as a share")
        .values(|reading| by_group(reading, &reading.stock.listed)),
    Measure::end("wrongly-listed", Unit::Share)
        .titled("Wrongly on the court’s list")
        .defined(
            "Persons on the court's list whose own true deeds would not have put them there, as a share of \
             all persons.",
        )
        .share(|reading| reading.stock.by_list.on_record - reading.stock.by_list.both),
    Measure::sum("list-entries", Unit::Persons)
        .titled("Persons put on the court’s list")
        .defined("Persons put on the court's list in the period.")
        .count(|reading| reading.tally.listed),
    Measure::sum("list-exits", Unit::Persons)
        .titled("Persons taken off the court’s list")
        .defined("Persons taken off the court's list in the period, by term, repair or appeal; not by death.")
        .count(|reading| reading.tally.unlisted),
];
