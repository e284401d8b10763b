//! Rules: a matter on record gives or takes points.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Within, written};
use crate::word::Word;
use demerit_kernel::Points;
use demerit_regime::{Anchors, Cap, Claim, Matter, Regime, Rule, Trait};
use demerit_society::TICKS_PER_YEAR;

written! {
    /// A rule.
    pub struct RuleFile {
        /// Name, unique in the regime.
        #[schemars(length(min = 1, max = 80))]
        pub name: String,
        /// The matter it is about.
        pub matter: Word<Matter>,
        /// Points: one number, or two ends of a band in which an officer decides.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(length(max = 2))]
        pub points: Vec<Within<-10_000, 10_000>>,
        /// Points by the score at which they fall, in place of `points`; scores in ascending order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(length(max = 16))]
        pub points_at: Vec<PointsAtFile>,
        #[doc = "Months in which lost points come back, by the score before the loss; without it they do not come back by themselves."]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(length(max = 16))]
        pub recovers_at: Vec<RecoversAtFile>,
        /// How often it may count for a person.
        pub cap: Option<CapFile>,
        /// The trait that it reads into the matter: `dependency`, `parenthood` or `idleness`.
        pub infers: Option<Word<Trait>>,
        /// Whether points lost by it spill over to ties.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub spills: bool,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said: the name of a fact or of a source of this file.
        pub source: String,
    }

    /// Points of a rule at a score; linear between two scores, flat outside.
    pub struct PointsAtFile {
        /// The score.
        #[schemars(range(min = -30000, max = 30000))]
        pub score: i32,
        /// The points of a rule there.
        pub points: Within<-10_000, 10_000>,
    }

    /// Months in which points lost at a score come back; linear between two scores, flat outside.
    pub struct RecoversAtFile {
        /// The score before the loss.
        #[schemars(range(min = -30000, max = 30000))]
        pub score: i32,
        /// Months until all of it is back.
        #[schemars(range(min = 0.25, max = 600.0))]
        pub months: Figure,
    }

    /// At most so many uses of a rule for a person in a window.
    pub struct CapFile {
        /// Uses in a window.
        #[schemars(range(min = 1, max = 15))]
        pub times: u8,
        /// Length of a window in weeks.
        #[schemars(range(min = 1, max = 5200))]
        pub weeks: u32,
    }
}

/// Resolves the rules.
pub(super) fn resolve(written: &[RuleFile], diagnostics: &mut Diagnostics<'_>) -> Vec<Rule> {
    diagnostics.unique("rules", written.iter().map(|rule| rule.name.as_str()));
    let cap = |(place, rule): (usize, &RuleFile)| {
        rule.cap
            .as_ref()
            .map(|cap| (place, 2 * usize::from(Cap { times: cap.times, window: cap.weeks }.bits())))
    };
    let capped: Vec<(usize, usize)> = written.iter().enumerate().filter_map(cap).collect();
    let (count, bits) = (capped.len(), capped.iter().map(|cap| cap.1).sum::<usize>());
    if let Some((place, _)) = capped.last()
        && (count > Regime::MOST_CAPS || bits > Regime::MOST_CAP_BITS)
    {
        let (most, most_bits) = (Regime::MOST_CAPS, Regime::MOST_CAP_BITS);
        let message = format!(
            "{count} rules have a cap and take {bits} bits a person; {most} may, in {most_bits} bits"
        );
        let hint =
            "give some a shorter window and fewer times: 1 takes 2 bits, up to 3 take 4, up to 7 take 6";
        diagnostics.fault(&format!("rules[{place}].cap"), message, hint);
    }
    written.iter().enumerate().filter_map(|(place, one)| rule(place, one, diagnostics)).collect()
}

fn rule(place: usize, written: &RuleFile, diagnostics: &mut Diagnostics<'_>) -> Option<Rule> {
    let key = format!("rules[{place}]");
    let points_at = points_at(&key, written, diagnostics);
    let recovers = recovers_at(&key, written, diagnostics);
    if written.points.is_empty() == written.points_at.is_empty() {
        let message = "a rule needs points, or points_at by the score, and not both";
        diagnostics.fault(&format!("{key}.points"), message, "for instance points = [-10]");
        return None;
    }
    let (low, high) = if let Some(anchors) = &points_at {
        let (low, high) = anchors.range();
        (Points(low), Points(high))
    } else {
        let end = |(end, figure): (usize, &Within<-10_000, 10_000>)| {
            diagnostics.points(&format!("{key}.points[{end}]"), figure)
        };
        let ends: Vec<Points> = written.points.iter().enumerate().map(end).collect();
        (*ends.iter().min()?, *ends.iter().max()?)
    };
    if recovers.is_some() && high.0 > 0 {
        let message = "points that are given do not come back";
        diagnostics.fault(&format!("{key}.recovers_at"), message, "remove it");
    }
    if low.0 < 0 && high.0 > 0 {
        let message = format!("the band from {low} to {high} both takes and gives points");
        diagnostics.fault(&format!("{key}.points"), message, "write two rules");
    }
    if written.spills && high.0 > 0 {
        diagnostics.fault(&format!("{key}.spills"), "points that are given do not spill over", "remove it");
    }
    let provenance = diagnostics.provenance(&key, written.claim, &written.source);
    let cap = written.cap.as_ref().map(|cap| Cap { times: cap.times, window: cap.weeks });
    Some(Rule {
        name: written.name.clone(),
        matter: written.matter.0,
        low,
        high,
        points_at,
        recovers,
        cap,
        infers: written.infers.map(|word| word.0),
        infers_rightly: false,
        spills: written.spills,
        provenance,
    })
}

/// Points by the score; `None` where there are none, or a fault.
fn points_at(key: &str, written: &RuleFile, diagnostics: &mut Diagnostics<'_>) -> Option<Anchors> {
    let key = format!("{key}.points_at");
    let all = written.points_at.iter().enumerate();
    let anchors: Vec<(i32, i16)> = all
        .map(|(at, one)| (one.score, diagnostics.points(&format!("{key}[{at}].points"), &one.points).0))
        .collect();
    anchors_of(&key, &anchors, diagnostics)
}

/// Ticks in which points come back, by the score; `None` where they do not, or a fault.
fn recovers_at(key: &str, written: &RuleFile, diagnostics: &mut Diagnostics<'_>) -> Option<Anchors> {
    let ticks = |months: f64| libm::round(months * f64::from(TICKS_PER_YEAR) / 12.0).max(1.0) as i16;
    let anchors: Vec<(i32, i16)> =
        written.recovers_at.iter().map(|one| (one.score, ticks(one.months.value))).collect();
    anchors_of(&format!("{key}.recovers_at"), &anchors, diagnostics)
}

fn anchors_of(key: &str, written: &[(i32, i16)], diagnostics: &mut Diagnostics<'_>) -> Option<Anchors> {
    if written.is_empty() {
        return None;
    }
    let score = |score: i32| Points(score.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16);
    let anchors = Anchors::new(written.iter().map(|one| (score(one.0), one.1)).collect());
    anchors
        .map_err(|place| {
            let message = format!("the score {} does not lie above the one before it", written[place].0);
            diagnostics.fault(&format!("{key}[{place}].score"), message, "order them from the lowest");
        })
        .ok()
}

/// What it does, in a sentence.
pub(super) fn says(rule: &Rule) -> String {
    let points = if rule.low == rule.high {
        format!("{:+} points", rule.low.0)
    } else if let Some(anchors) = &rule.points_at {
        let at = anchors.each().iter().map(|(score, points)| format!("{points:+} at {score}"));
        format!("points by the score, {}", at.collect::<Vec<_>>().join(", "))
    } else {
        format!("{:+} to {:+} points, as an officer decides", rule.low.0, rule.high.0)
    };
    let mut says = format!("{}: {points}", rule.matter);
    if let Some(infers) = rule.infers {
        says.push_str(&format!(", read as a sign of {infers}"));
    }
    if let Some(cap) = rule.cap {
        says.push_str(&format!(", at most {} times in {} weeks", cap.times, cap.window));
    }
    if rule.spills {
        says.push_str(", spills over to ties");
    }
    if let Some(anchors) = &rule.recovers {
        let at = anchors.each().iter().map(|(score, weeks)| format!("{weeks} weeks at {score}"));
        let at = at.collect::<Vec<_>>().join(", ");
        says.push_str(&format!("; what was lost comes back evenly, in {at}"));
    }
    says
}

#[cfg(test)]
mod tests {
    use crate::regime::tests::said;

    #[test]
    fn points_by_the_score_and_their_return_are_said_as_they_are() {
        let rules = said("fico-like", "rule");
        assert!(
            rules.contains(
                &"paid late by a month: late-loan: points by the score, -70 at 680, -100 at 780; what was lost comes back \
                  evenly, in 39 weeks at 680, 156 weeks at 780"
                    .to_owned()
            ),
            "{rules:?}"
        );
        assert!(rules.iter().all(|rule| !rule.contains("officer")), "{rules:?}");
        assert!(said("no-dark-corner", "rule").iter().any(|rule| rule.contains("as an officer decides")));
    }
}
