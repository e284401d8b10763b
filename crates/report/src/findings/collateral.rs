//! Sanctioned for another's deed.

use super::{Finding, unmeasured};
use crate::data::{Run, Side, key};
use crate::names;
use crate::numbers::rough;

pub(super) fn ratio(run: &Run<'_>) -> Finding {
    let of = key("collateral-ratio", "all", "all");
    let Some(here) = run.end(Side::Here, of) else {
        let sanctioned = run.end(Side::Here, key("sanctioned", "all", "all"));
        let says = match sanctioned {
            None => return unmeasured("collateral"),
            Some(share) if share.mean <= 0.0 => {
                "Nobody is sanctioned, hence nobody for somebody else's deed."
            }
            Some(_) => {
                "Nobody is sanctioned for a deed of their own, so that those who pay for somebody else's have nobody to be \
                 compared with."
            }
        };
        return Finding {
            figure: "–".to_owned(),
            says: says.to_owned(),
            adds: String::new(),
            intervals: String::new(),
            chart: "collateral",
        };
    };
    let hundred = |ratio: f64| rough(100.0 * ratio);
    if here.mean <= 0.0 {
        return Finding {
            figure: "0".to_owned(),
            says: "Nobody is under a sanction for somebody else's deed at the end.".to_owned(),
            adds: String::new(),
            intervals: String::new(),
            chart: "collateral",
        };
    }
    let twin = match run.end(Side::Twin, of) {
        Some(twin) if twin.mean <= 0.0 => "; in the twin, none".to_owned(),
        Some(twin) => format!("; in the twin, {}", hundred(twin.mean)),
        None => String::new(),
    };
    let finding = Finding {
        figure: hundred(here.mean),
        says: format!(
            "For every 100 persons sanctioned for their own deeds, {} are sanctioned for somebody else's{twin}.",
            hundred(here.mean)
        ),
        adds: ways(run),
        intervals: String::new(),
        chart: "collateral",
    };
    finding.over_seeds(&[("", Some(here)), ("in the twin ", run.end(Side::Twin, of))], hundred)
}

/// By which ways somebody else's deed came to stand behind a sanction, as far as it was measured.
fn ways(run: &Run<'_>) -> String {
    let ways: Vec<String> = ["tie", "wrong-person", "wrong-join"]
        .into_iter()
        .filter(|origin| {
            let group = format!("origin:{origin}");
            let persons = run.end(Side::Here, key("wrongly-sanctioned-by-origin", "all", &group));
            persons.is_some_and(|persons| persons.mean > 0.0)
        })
        .map(names::origin)
        .collect();
    match ways.as_slice() {
        [] => String::new(),
        [only] => format!("How it came to them: {only}."),
        _ => format!("How it came to them: {}.", ways.join("; ")),
    }
}
