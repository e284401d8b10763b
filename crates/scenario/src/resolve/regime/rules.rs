//! The rules of a regime file, resolved.

use super::points;
use crate::resolve::Pen;
use crate::written::{RegimeFile, RuleFile};
use demerit_kernel::Points;
use demerit_regime::{Anchors, Cap, Matter, Regime, Rule, Trait};
use demerit_society::TICKS_PER_YEAR;

pub(super) fn rules(file: &RegimeFile, pen: &mut Pen<'_>) -> Vec<Rule> {
    pen.unique("rules", file.rules.iter().map(|rule| rule.name.as_str()));
    let capped = || file.rules.iter().enumerate().filter(|rule| rule.1.cap.is_some());
    let bits: usize = capped()
        .filter_map(|rule| rule.1.cap.as_ref())
        .map(|cap| 2 * usize::from(Cap { times: cap.times, window: cap.weeks }.bits()))
        .sum();
    if let Some((place, _)) = capped().next_back()
        && (capped().count() > Regime::MOST_CAPS || bits > Regime::MOST_CAP_BITS)
    {
        let message = format!(
            "{} rules have a cap and take {bits} bits a person; {} may, in {} bits",
            capped().count(),
            Regime::MOST_CAPS,
            Regime::MOST_CAP_BITS
        );
        let hint =
            "give some a shorter window and fewer times: 1 takes 2 bits, up to 3 take 4, up to 7 take 6"
                .to_owned();
        pen.fault(&format!("rules[{place}].cap"), message, Some(hint));
    }
    file.rules.iter().enumerate().filter_map(|(place, written)| rule(place, written, pen)).collect()
}

fn rule(place: usize, written: &RuleFile, pen: &mut Pen<'_>) -> Option<Rule> {
    let key = format!("rules[{place}]");
    let matters = Matter::ALL.map(|matter| (matter.name(), matter));
    let traits = Trait::ALL.map(|one| (one.name(), one));
    let matter = pen.word(&format!("{key}.matter"), "matter", &written.matter, &matters);
    let infers = written
        .infers
        .as_ref()
        .map_or(Some(None), |word| pen.word(&format!("{key}.infers"), "trait", word, &traits).map(Some));
    let points_at = points_at(&key, written, pen);
    let recovers = recovers_at(&key, written, pen);
    if written.points.is_empty() == written.points_at.is_empty() {
        let message = "a rule needs points, or points_at by the score, and not both";
        pen.fault(&format!("{key}.points"), message, Some("for instance points = [-10]".into()));
        return None;
    }
    let (low, high) = if let Some(anchors) = &points_at {
        let (low, high) = anchors.range();
        (Points(low), Points(high))
    } else {
        let ends: Vec<Points> = written
            .points
            .iter()
            .enumerate()
            .map(|(end, figure)| points(pen, &format!("{key}.points[{end}]"), figure))
            .collect();
        (*ends.iter().min()?, *ends.iter().max()?)
    };
    if recovers.is_some() && high.0 > 0 {
        let message = "points that are given do not come back";
        pen.fault(&format!("{key}.recovers_at"), message, Some("remove it".into()));
    }
    if low.0 < 0 && high.0 > 0 {
        let message = format!("the band from {low} to {high} both takes and gives points");
        pen.fault(&format!("{key}.points"), message, Some("write two rules".into()));
    }
    if written.spills && high.0 > 0 {
        pen.fault(
            &format!("{key}.spills"),
            "points that are given do not spill over",
            Some("remove it".into()),
        );
    }
    let grounds = pen.grounds(&key, &written.claim, &written.source)?;
    let cap = written.cap.as_ref().map(|cap| Cap { times: cap.times, window: cap.weeks });
    Some(Rule {
        name: written.name.clone(),
        matter: matter?,
        low,
        high,
        points_at,
        recovers,
        cap,
        infers: infers?,
        spills: written.spills,
        grounds,
    })
}

/// Points by the score; `None` where there are none, or a fault.
fn points_at(key: &str, written: &RuleFile, pen: &mut Pen<'_>) -> Option<Anchors> {
    let key = format!("{key}.points_at");
    let all = written.points_at.iter().enumerate();
    let anchors: Vec<(i32, i16)> = all
        .map(|(at, one)| (one.score, points(pen, &format!("{key}[{at}].points"), &one.points).0))
        .collect();
    anchors_of(&key, &anchors, pen)
}

/// Ticks in which points come back, by the score; `None` where they do not, or a fault.
fn recovers_at(key: &str, written: &RuleFile, pen: &mut Pen<'_>) -> Option<Anchors> {
    let ticks = |months: f64| libm::round(months * f64::from(TICKS_PER_YEAR) / 12.0).max(1.0) as i16;
    let anchors: Vec<(i32, i16)> =
        written.recovers_at.iter().map(|one| (one.score, ticks(one.months.value))).collect();
    anchors_of(&format!("{key}.recovers_at"), &anchors, pen)
}

fn anchors_of(key: &str, written: &[(i32, i16)], pen: &mut Pen<'_>) -> Option<Anchors> {
    if written.is_empty() {
        return None;
    }
    let score = |score: i32| Points(score.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16);
    let anchors = Anchors::new(written.iter().map(|one| (score(one.0), one.1)).collect());
    anchors
        .map_err(|place| {
            let message = format!("the score {} does not lie above the one before it", written[place].0);
            pen.fault(&format!("{key}[{place}].score"), message, Some("order them from the lowest".into()));
        })
        .ok()
}
