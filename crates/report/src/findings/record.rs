//! How much of what is written down is true.

use super::{Finding, unmeasured};
use crate::charts::{last_year_words, precision as share_true};
use crate::data::{Run, Side};
use crate::numbers::percent;

pub(super) fn precision(run: &Run<'_>) -> Finding {
    let window = run.last_year();
    let Some(here) = share_true(run, Side::Here, "all", window) else {
        let mut finding = unmeasured("precision");
        if run.is_measured() {
            finding.says = format!(
                "No entry was written {}, so that there is no record to be true or untrue.",
                last_year_words(run)
            );
        }
        return finding;
    };
    let twin = share_true(run, Side::Twin, "all", window)
        .map(|twin| format!("; in the twin {}", percent(twin.mean)))
        .unwrap_or_default();
    let finding = Finding {
        figure: percent(here.mean),
        says: format!(
            "{} of the entries written {} are true of the person{twin}.",
            percent(here.mean),
            last_year_words(run)
        ),
        adds: "The others tell another's deed, or a trait that the person does not have.".to_owned(),
        intervals: String::new(),
        chart: "precision",
    };
    finding.over_seeds(&[("", Some(here))], percent)
}
