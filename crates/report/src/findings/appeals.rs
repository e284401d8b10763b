//! What became of appeals.

use super::{Finding, unmeasured};
use crate::data::{Run, Side, key};
use crate::numbers::{many, percent};

pub(super) fn answered(run: &Run<'_>) -> Finding {
    let sum =
        |measure| run.sum(Side::Here, key(measure, "all", "all"), run.whole()).map(|spread| spread.mean);
    let Some(filed) = run.sum(Side::Here, key("appeals-filed", "all", "all"), run.whole()) else {
        return unmeasured("life");
    };
    if filed.mean <= 0.0 {
        return Finding {
            figure: "0".to_owned(),
            says: "Nobody filed an appeal in the whole run.".to_owned(),
            adds: String::new(),
            intervals: String::new(),
            chart: "life",
        };
    }
    let (upheld, rejected) = (sum("appeals-upheld").unwrap_or(0.0), sum("appeals-rejected").unwrap_or(0.0));
    let answered = (upheld + rejected) / filed.mean;
    let mut says = format!(
        "Of {} in the whole run, {} were answered: {} upheld, {} rejected.",
        many(filed.mean, "appeal filed", "appeals filed"),
        percent(answered),
        percent(upheld / filed.mean),
        percent(rejected / filed.mean)
    );
    if let Some(silent) = sum("appeals-silent").filter(|silent| *silent > 0.0) {
        says.push_str(&format!(" {} met silence.", percent(silent / filed.mean)));
    }
    let mut adds = Vec::new();
    if let Some(waiting) = run.end(Side::Here, key("appeals-waiting", "all", "all")) {
        adds.push(match waiting.mean.round() {
            0.0 => "None is waiting at the end.".to_owned(),
            _ => format!("{} at the end.", many(waiting.mean, "appeal is waiting", "appeals are waiting")),
        });
    }
    let innocent = run.over_seeds(|seed| {
        run.mean_of(seed, Side::Here, key("appeal-success-given-innocence", "all", "all"), run.last_year())
    });
    if let Some(innocent) = innocent {
        adds.push(format!(
            "Of those filed by persons wrongly under a sanction, about {} were upheld lately.",
            percent(innocent.mean.clamp(0.0, 1.0))
        ));
    }
    let share = run.over_seeds(|seed| {
        let sum = |measure| run.sum_of(seed, Side::Here, key(measure, "all", "all"), run.whole());
        let filed = sum("appeals-filed").filter(|filed| *filed > 0.0)?;
        Some((sum("appeals-upheld").unwrap_or(0.0) + sum("appeals-rejected").unwrap_or(0.0)) / filed)
    });
    let finding = Finding {
        figure: percent(answered),
        says,
        adds: adds.join(" "),
        intervals: String::new(),
        chart: "life",
    };
    finding.over_seeds(&[("answered ", share)], percent)
}
