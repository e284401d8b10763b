//! Notes: what a reader is told of a scenario. Its figures with their sources, its claims, its worlds, and what the model leaves out.

use crate::load::Scenario;
use crate::resolve::switches;
use demerit_kernel::Chance;
use demerit_regime::{Checks, Feed, Grounds, Indicator, Matter, Mechanism, Regime, Tie};
use demerit_society::TICKS_PER_YEAR;
use serde::{Deserialize, Serialize};

/// Every part of every regime with its claim status.
pub fn claims(scenario: &Scenario) -> Vec<ClaimNote> {
    scenario.resolved.iter().flat_map(|(name, regime)| claims_of(name, regime)).collect()
}

fn claims_of(name: &str, regime: &Regime) -> Vec<ClaimNote> {
    let mut notes = Vec::new();
    let mut add = |part: &str, title: &str, says: String, grounds: &Grounds| {
        notes.push(ClaimNote {
            regime: name.to_owned(),
            part: part.to_owned(),
            name: title.to_owned(),
            says,
            claim: grounds.claim.name().to_owned(),
            source: grounds.source.clone(),
        });
    };
    for rule in regime.rules() {
        add("rule", &rule.name, says_rule(rule), &rule.grounds);
    }
    if let Some(spillover) = &regime.spillover {
        let weights: Vec<String> = Tie::ALL
            .into_iter()
            .filter(|&tie| spillover.carries(tie))
            .map(|tie| format!("{tie} {:.0} %", 100.0 * spillover.weights[tie.index()].value()))
            .collect();
        add(
            "spillover",
            "ties",
            format!("share of a loss passed on: {}", weights.join(", ")),
            &spillover.grounds,
        );
    }
    if let Some(list) = &regime.list {
        let term = list.term.map_or_else(
            || "until repaired".to_owned(),
            |term| format!("for {:.1} years", f64::from(term) / f64::from(TICKS_PER_YEAR)),
        );
        let what = match regime.list_matter {
            Some(other) if other != Matter::UnpaidOrder => format!("entries of {other}"),
            _ => "unpaid orders".to_owned(),
        };
        let says = format!("{:.0} % of {what} are listed {term}", 100.0 * list.enter.value());
        add("list", &list.name, says, &list.grounds);
    }
    for gate in &regime.gates {
        add("gate", &gate.name, says_gate(regime, gate), &gate.grounds);
    }
    if let Some(appeals) = &regime.appeals {
        let says = format!("{:.0} % of appeals taken up are never answered", 100.0 * appeals.silence.value());
        add("appeals", "appeals", says, &appeals.grounds);
    }
    if let Some(removal) = &regime.removal {
        let says = format!("{:.0} % of such posts are taken down", 100.0 * removal.share.value());
        add("removal", "removal of posts", says, &removal.grounds);
    }
    if let Some(feed) = &regime.feed {
        add("feed", &feed.company.title, says_feed(feed), &feed.grounds);
    }
    if let Some(checks) = &regime.checks {
        add("checks", "checks for undeclared income", says_checks(checks), &checks.grounds);
    }
    if let Some(consent) = &regime.consent {
        let says = format!("{:.0} % of all persons are enrolled by consent", 100.0 * consent.share.value());
        add("consent", "consent", says, &consent.grounds);
    }
    notes
}

fn says_rule(rule: &demerit_regime::Rule) -> String {
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
        says.push_str(&format!(
            "; what was lost comes back evenly, in {}",
            at.collect::<Vec<_>>().join(", ")
        ));
    }
    says
}

fn says_feed(feed: &Feed<Regime>) -> String {
    let bands = feed.bands.iter().map(|(from, points)| match points.0 {
        0 => format!("none from {from}"),
        points => format!("{points:+} from {from}"),
    });
    format!(
        "points by the company's score every {} weeks: {}",
        feed.every,
        bands.collect::<Vec<_>>().join(", ")
    )
}

fn says_checks(checks: &Checks) -> String {
    let yearly = -libm::log1p(-checks.base.value()) * f64::from(TICKS_PER_YEAR);
    let mut says = format!("{} checks of an adult and year", libm::round(10_000.0 * yearly) / 10_000.0);
    let weights = Indicator::ALL.into_iter().zip(checks.weights).filter(|(_, weight)| *weight > 0.0);
    let more: Vec<String> = weights.map(|(one, weight)| format!("{one} (+{weight} times)")).collect();
    if !more.is_empty() {
        says.push_str(&format!(", more with {}", more.join(", ")));
    }
    let share = |chance: Chance| format!("{:.0} %", 100.0 * chance.value());
    says.push_str(&format!(
        "; undeclared income is found in {}, and where there is none in {}",
        share(checks.finds),
        share(checks.finds_nothing)
    ));
    if let Some(only) = checks.only {
        says.push_str(&format!(" of those with {only}"));
    }
    says
}

fn says_gate(regime: &Regime, gate: &demerit_regime::Gate) -> String {
    let tiers = |set: demerit_regime::TierSet| {
        let names = regime.tiers.all().iter().enumerate().filter(|(place, _)| set.contains(*place as u8));
        names.map(|(_, tier)| tier.name.as_str()).collect::<Vec<_>>()
    };
    let mut refused = tiers(gate.refuses);
    if gate.refuses_listed {
        refused.push("listed persons");
    }
    let mut says = format!("{} ({})", gate.request, gate.domain);
    if !refused.is_empty() {
        says.push_str(&format!(": refused to {}", refused.join(", ")));
    }
    let granted = tiers(gate.grants);
    if !granted.is_empty() {
        says.push_str(&format!("; a privilege for {}", granted.join(", ")));
    }
    says
}

/// The worlds: each with the last regime that comes into force and keeps a score, else with the last of all.
pub fn worlds(scenario: &Scenario) -> Vec<WorldNote> {
    let note = |world: &crate::written::WorldFile| {
        let reached =
            |years: f64| libm::round(years * f64::from(TICKS_PER_YEAR)) < f64::from(scenario.ticks());
        let steps = world.rollout.iter().filter(|step| reached(step.from_year));
        let regimes: Vec<&Regime> = steps.filter_map(|step| scenario.resolved.get(&step.regime)).collect();
        let last = *regimes.iter().rev().find(|regime| regime.scale.is_some()).or(regimes.last())?;
        let tiers = last.tiers.all().iter();
        let mechanisms = switches::mechanisms(&scenario.study, world);
        Some(WorldNote {
            name: world.name.clone(),
            title: world.title.clone().unwrap_or_else(|| world.name.clone()),
            off: mechanisms.off().map(|one| one.name().to_owned()).collect(),
            safeguards: if mechanisms.on(Mechanism::Safeguards) {
                world.safeguards.clone()
            } else {
                Vec::new()
            },
            regime: last.title.clone(),
            scale: last.scale.map(|scale| [i32::from(scale.floor.0), i32::from(scale.ceiling.0)]),
            start: last.scale.map(|scale| i32::from(scale.start.0)),
            tiers: tiers
                .map(|tier| TierNote {
                    name: tier.name.clone(),
                    from: i32::from(tier.from.0),
                    sanction: tier.sanction,
                })
                .collect(),
        })
    };
    scenario.worlds().iter().filter_map(note).collect()
}

/// What the model leaves out, as a reader should know it.
#[must_use]
pub fn limits() -> Vec<String> {
    [
        "Everybody is made up. The results say what follows from the assumptions listed here, not what happened to anybody.",
        "The number of persons is constant: each death is followed by a birth in the same household, so the society ages.",
        "A person does a kind of deed at most once in a week.",
        "Income lost to a sanction is the person's alone: households share nothing, and nobody takes the job that somebody lost.",
        "A new couple stays in its two households; whoever was never coupled or is widowed does not look for a partner.",
        "Private opinion does not change; what changes is what is said.",
        "Whoever a camera takes for somebody else is of the same city, looks group and sex; whoever another channel does is anybody of the \
         same city. Names are borne by groups of equal size.",
        "A camera's false matches grow with the residents of the real city at the rate of one comparison, measured at a gallery of 10,000.",
        "What one person's life does to another's takes a week to arrive.",
        "The deserved score counts every true deed, also those that nobody saw: a sanction counts as wrong only if full knowledge of the \
         truth would not have brought it under the same rules.",
        "Income has an influence on lapses with money and on who can pay for an appeal, and on no other conduct.",
        "A public voice writes like any prolific writer: audiences do not count yet.",
        "False matches of cameras are put down to mistaken identity, whether or not anybody did the deed.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A world of the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorldNote {
    /// Name of the world.
    pub name: String,
    /// Title of the world for people; its name where the study gives none.
    pub title: String,
    /// Mechanisms that are switched off in it, by name.
    pub off: Vec<String>,
    /// Safeguards in force in it, by name.
    pub safeguards: Vec<String>,
    /// Title of the regime that is rolled out in it.
    pub regime: String,
    /// Lowest and highest score, where the regime keeps one.
    pub scale: Option<[i32; 2]>,
    /// Score at the start.
    pub start: Option<i32>,
    /// Tiers from the lowest to the highest.
    pub tiers: Vec<TierNote>,
}

/// A tier of a world's regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierNote {
    /// Name of the tier.
    pub name: String,
    /// Lowest score of the tier.
    pub from: i32,
    /// Whether being in it is a sanction.
    pub sanction: bool,
}

/// A phase of the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseNote {
    /// Name of the phase.
    pub name: String,
    /// First tick of the phase.
    pub from_tick: u32,
    /// Number of cities in which the regime is in force.
    pub cities: u32,
}

/// The claim status of a part of a regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimNote {
    /// Name of the regime.
    pub regime: String,
    /// What it is: `rule`, `list`, `gate`, `spillover`.
    pub part: String,
    /// Its name.
    pub name: String,
    /// What it does, in a sentence.
    pub says: String,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where the claim comes from.
    pub source: String,
}

/// A published figure beside the same figure of the built society.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureNote {
    /// What was counted.
    pub quantity: String,
    /// Published value, if there is one.
    pub published: Option<f64>,
    /// Value in the built society.
    pub built: f64,
    /// Unit of both.
    pub unit: String,
    /// Source of the published value.
    pub source: String,
    /// `built in`: the society was made to have it; `came out`: nothing was set to give it.
    pub how: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{self, NoFiles};

    /// What is said of the parts of a kind in a regime of the catalogue, each after its name.
    fn said(regime: &str, part: &str) -> Vec<String> {
        let (_, resolved) = load::regime(regime, &NoFiles).expect("a regime");
        let all = claims_of(regime, &resolved).into_iter().filter(|note| note.part == part);
        all.map(|note| format!("{}: {}", note.name, note.says)).collect()
    }

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

    #[test]
    fn a_list_says_which_entries_lead_onto_it() {
        assert!(said("no-dark-corner", "list")[0].contains("90 % of unpaid orders are listed for 2.0 years"));
        let raised = said("income-averaging", "list");
        assert!(raised[0].contains("100 % of entries of undeclared-income are listed"), "{raised:?}");
        assert!(said("watchlist", "list")[0].contains("entries of threat"));
    }

    #[test]
    fn feed_checks_and_consent_are_among_the_claims() {
        let feed = said("no-dark-corner", "feed");
        assert!(
            feed[0].ends_with(
                "points by the company's score every 13 weeks: -10 from 350, -3 from 550, none from 600, +2 from 650, +4 from 700"
            ),
            "{feed:?}"
        );
        assert_eq!(
            said("income-averaging", "checks"),
            [
                "checks for undeclared income: 0.03 checks of an adult and year, more with low-income (+2 times), uneven-income \
              (+3 times); undeclared income is found in 70 %, and where there is none in 60 % of those with uneven-income"
            ]
        );
        assert_eq!(said("osmanthus", "consent"), ["consent: 50 % of all persons are enrolled by consent"]);
        assert_eq!(said("income-averaging", "consent"), Vec::<String>::new());
    }
}
