//! Of the persons under a sanction, those who are under it for what family or friends did, over time.

use crate::drawing::course::{self, beside_twin};
use crate::drawing::{Declared, Kind, Shown, both, worlds_legend};
use crate::numbers::{Run, Side, everybody};
use demerit_words::{Words, say};

pub(super) const CHART: Declared =
    Declared { name: "collateral", measures: &["collateral-share", "sanctioned-without-own-deed"], show };

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let of = everybody("collateral-share");
    let Some(last) = run.lately(Side::Here, of) else {
        let [title, why] = words.each(["plot-collateral-empty", "plot-collateral-empty-why"]);
        return Shown::nothing(title, why);
    };
    let hundred = words.rough(100.0 * last.mean);
    let title = if last.mean > 0.0 {
        say!(words, "plot-collateral-title", hundred = hundred)
    } else {
        say!(words, "plot-collateral-none")
    };
    let label = say!(words, "plot-label-regime");
    let tick = |words: Words, ratio: f64, step: f64| words.tick(100.0 * ratio, 100.0 * step);
    Some(Shown {
        title,
        subtitle: say!(words, "plot-collateral-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings: both(|shape| beside_twin(run, "collateral", of, (&label, tick), shape, None)),
        caption: say!(words, "plot-collateral-caption"),
        table: course::table(run, of, Words::short),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::told as by;

    #[test]
    fn the_title_counts_for_every_hundred_and_the_table_has_a_row_for_every_year() {
        let data = by("collateral-share", [0.1, 0.25], [0.0, 0.0]);
        let shown = show(&Run::new(Words::default(), &data)).expect("a chart");
        assert!(shown.title.contains("18 are under it for what family or friends did"), "{}", shown.title);
        assert_eq!((shown.table.rows.len(), shown.table.rows[1][1].as_str()), (2, "0.25"));
        let none = by("collateral-share", [0.0; 2], [0.0; 2]);
        let shown = show(&Run::new(Words::default(), &none)).expect("a chart");
        assert!(shown.title.starts_with("Nobody"), "{}", shown.title);
    }
}
