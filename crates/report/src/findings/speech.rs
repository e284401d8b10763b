//! Critical posts against the twin and against the years before.

use super::{Direction, Finding, against_twin, unmeasured};
use crate::charts::{last_year_words, rate};
use crate::data::{Run, Side, key};
use crate::numbers::{change, percent, rough};

const CRITICAL: &str = "stance:critical";

pub(super) fn critical(run: &Run<'_>) -> Finding {
    let window = run.last_year();
    let Some(here) = rate(run, Side::Here, "posts", CRITICAL, window) else {
        return unmeasured("speech");
    };
    let twin = rate(run, Side::Twin, "posts", CRITICAL, window);
    let before = run.before().and_then(|before| rate(run, Side::Here, "posts", CRITICAL, before));
    let direction =
        against_twin(run, |seed, side| run.sum_of(seed, side, key("posts", "all", CRITICAL), window));
    let mut says =
        format!("Critical posts: {} for each 1,000 persons {}", rough(here.mean), last_year_words(run));
    if let Some(twin) = twin {
        says.push_str(&format!("; in the twin {}", rough(twin.mean)));
        says.push_str(&match direction {
            Some(Direction::Less(Some(by))) => format!(", so that {} were lost", percent(by)),
            Some(Direction::More(Some(by))) => format!(", so that there were {} more", percent(by)),
            Some(Direction::Same) => ", no difference".to_owned(),
            Some(Direction::Unclear) => "; the seeds do not agree on which is more".to_owned(),
            _ => String::new(),
        });
    }
    says.push('.');
    let mut adds = Vec::new();
    if let Some(before) = before {
        adds.push(match change(before.mean, here.mean) {
            Some(by) if by.abs() < 0.005 => {
                format!("In the years before there were as many: {}.", rough(before.mean))
            }
            Some(by) => format!(
                "In the years before there were {}: they {} by {}.",
                rough(before.mean),
                if by < 0.0 { "fell" } else { "rose" },
                percent(by.abs())
            ),
            None => "In the years before there were none.".to_owned(),
        });
    }
    let withheld = rate(run, Side::Here, "posts-withheld", CRITICAL, window).filter(|rate| rate.mean > 0.0);
    if let Some(withheld) = withheld {
        adds.push(format!("{} for each 1,000 persons were withheld.", rough(withheld.mean)));
    }
    let figure = match (direction, twin.and_then(|twin| change(twin.mean, here.mean))) {
        (Some(Direction::Less(_) | Direction::More(_)), Some(by)) => {
            format!("{}{}", if by < 0.0 { "−" } else { "+" }, percent(by.abs()))
        }
        (Some(Direction::Same), _) => "±0".to_owned(),
        _ => rough(here.mean),
    };
    let finding = Finding { figure, says, adds: adds.join(" "), intervals: String::new(), chart: "speech" };
    finding.over_seeds(&[("", Some(here)), ("in the twin ", twin)], rough)
}
