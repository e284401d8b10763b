//! A regime file, resolved: the scale, what happens on it, and what follows from a standing.

mod institution;
mod rules;

use super::Pen;
use crate::written::RegimeFile;
use demerit_kernel::{Chance, Points, Rate};
use demerit_regime::{
    Appeals, Burden, Channel, CourtList, Domain, Forgetting, Gate, Matter, Parts, Regime, Removal, Request,
    Scale, Spillover, Tie, Tier, Tiers,
};
use demerit_society::TICKS_PER_YEAR;
use std::collections::BTreeMap;

/// Resolves a regime file; `None` only where the pen wrote something down. A company whose score feeds it is one of `companies`;
/// `most_ties` bounds the degree of each type of tie.
pub(crate) fn regime(
    name: &str,
    file: &RegimeFile,
    most_ties: Option<&[u32; Tie::COUNT]>,
    companies: &BTreeMap<String, Regime>,
    pen: &mut Pen<'_>,
) -> Option<Regime> {
    pen.sources_of(file);
    let scale = scale(file, pen);
    let tiers = tiers(file, scale, pen);
    let parts = Parts {
        rules: rules::rules(file, pen),
        spillover: spillover(file, most_ties, pen),
        list: list(file, pen),
        list_matter: institution::list_matter(file, pen),
        gates: gates(file, &tiers, pen),
        tiers,
        scale,
        review_every: file.review_every,
        forgetting: file
            .forgetting
            .as_ref()
            .map(|one| Forgetting { every: one.every, share: Chance::from_share(one.share.value) }),
        appeals: appeals(file, pen),
        removal: removal(file, pen),
        purpose_limits: false,
        consent: institution::consent(file, pen),
        checks: institution::checks(file, pen),
        feed: institution::feed(file, companies, pen),
        reads: reads(file, pen),
    };
    if let (Some(_), Some(scale)) = (&file.consent, scale)
        && parts.tiers.sanctions(parts.tiers.of(scale.start))
    {
        let message = "whoever does not enrol would be under the sanction of the tier that the start lies in";
        pen.fault("consent", message, Some("raise the start, or make that tier no sanction".into()));
    }
    if parts.scale.is_none() {
        let needs = [("rules", !file.rules.is_empty()), ("tiers", !file.tiers.is_empty())];
        for (what, _) in needs.into_iter().filter(|one| one.1) {
            let hint = "add [scale] with start, floor and ceiling".to_owned();
            pen.fault(what, format!("there are {what}, but no scale to count on"), Some(hint));
        }
    }
    if !pen.faults.is_empty() {
        return None;
    }
    Regime::new(name, &file.title, parts).map_err(|error| pen.fault("rules", error.to_string(), None)).ok()
}

fn points(pen: &mut Pen<'_>, place: &str, figure: &crate::figure::Figure) -> Points {
    Points(pen.whole(place, figure).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16)
}

fn scale(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<Scale> {
    let written = file.scale.as_ref()?;
    let start = points(pen, "scale.start", &written.start);
    let floor = points(pen, "scale.floor", &written.floor);
    let ceiling = points(pen, "scale.ceiling", &written.ceiling);
    if floor > ceiling {
        pen.fault("scale.floor", format!("the floor {floor} lies above the ceiling {ceiling}"), None);
    } else if !(floor..=ceiling).contains(&start) {
        let hint = format!("allowed is {floor} to {ceiling}");
        pen.fault("scale.start", format!("{start} lies outside the scale"), Some(hint));
    }
    Some(Scale { start, floor, ceiling })
}

fn tiers(file: &RegimeFile, scale: Option<Scale>, pen: &mut Pen<'_>) -> Tiers {
    pen.unique("tiers", file.tiers.iter().map(|tier| tier.name.as_str()));
    let mut tiers: Vec<Tier> = Vec::new();
    for (place, tier) in file.tiers.iter().enumerate() {
        let key = format!("tiers[{place}].from");
        let from = points(pen, &key, &tier.from);
        if let Some(before) = tiers.last().filter(|before| before.from >= from) {
            let message = format!(
                "tier `{}` from {from} overlaps tier `{}` from {}",
                tier.name, before.name, before.from
            );
            pen.fault(
                &key,
                message,
                Some("order the tiers from the lowest, each above the one before".into()),
            );
            continue;
        }
        if let Some(scale) = scale {
            if place == 0 && from != scale.floor {
                let message = format!("the lowest tier begins at {from}, the scale at {}", scale.floor);
                pen.fault(&key, message, Some(format!("write from = {}", scale.floor)));
            } else if from > scale.ceiling {
                pen.fault(
                    &key,
                    format!("{from} lies above the ceiling {} of the scale", scale.ceiling),
                    None,
                );
            }
        }
        tiers.push(Tier { name: tier.name.clone(), from, sanction: tier.sanction });
    }
    Tiers::new(tiers).unwrap_or_default()
}

fn spillover(
    file: &RegimeFile,
    most_ties: Option<&[u32; Tie::COUNT]>,
    pen: &mut Pen<'_>,
) -> Option<Spillover> {
    let written = file.spillover.as_ref()?;
    let ties = Tie::ALL.map(|tie| (tie.name(), tie));
    let mut weights = [Chance::ZERO; Tie::COUNT];
    for (name, weight) in &written.weights {
        if let Some(tie) = pen.word(&format!("spillover.weights.{name}"), "tie", name, &ties) {
            weights[tie.index()] = Chance::from_share(weight.value);
        }
    }
    let grounds = pen.grounds("spillover", &written.claim, &written.source)?;
    let spillover = Spillover { weights, reach: written.reach, grounds };
    if let Some(most_ties) = most_ties {
        let bound = spillover.spectral_bound(most_ties);
        if written.reach > 1 && bound >= 1.0 {
            let message = format!(
                "weights times the largest number of ties add up to {bound:.2}; with reach = {} it must stay below 1, or losses grow \
                 without end",
                written.reach
            );
            let hint = format!("divide the weights by {:.1}, or write reach = 1", bound * 1.05);
            pen.fault("spillover.weights", message, Some(hint));
        }
    }
    Some(spillover)
}

fn list(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<CourtList> {
    let written = file.list.as_ref()?;
    let weeks = f64::from(TICKS_PER_YEAR);
    Some(CourtList {
        name: written.name.clone(),
        enter: Chance::from_share(written.enter.value),
        term: written.term.as_ref().map(|term| libm::round(term.value * weeks).max(1.0) as u32),
        repair: Rate::per_year(written.repair.value).chance_in(weeks),
        grounds: pen.grounds("list", &written.claim, &written.source)?,
    })
}

fn gates(file: &RegimeFile, tiers: &Tiers, pen: &mut Pen<'_>) -> Vec<Gate> {
    pen.unique("gates", file.gates.iter().map(|gate| gate.name.as_str()));
    let requests = Request::ALL.map(|request| (request.name(), request));
    let domains = Domain::ALL.map(|domain| (domain.name(), domain));
    let places: Vec<(&str, u8)> =
        tiers.all().iter().enumerate().map(|(place, tier)| (tier.name.as_str(), place as u8)).collect();
    let mut gates: Vec<Gate> = Vec::new();
    for (place, written) in file.gates.iter().enumerate() {
        let key = format!("gates[{place}]");
        let request = pen.word(&format!("{key}.request"), "request", &written.request, &requests);
        let domain = written.domain.as_ref().map_or(Some(None), |word| {
            pen.word(&format!("{key}.domain"), "domain", word, &domains).map(Some)
        });
        let mut set = |list: &str, names: &[String]| {
            let found = names.iter().enumerate().filter_map(|(number, word)| {
                pen.word(&format!("{key}.{list}[{number}]"), "tier", word, &places)
            });
            demerit_regime::TierSet(found.fold(0, |set, tier| set | 1 << tier))
        };
        let refuses = set("refuses", &written.refuses);
        let grants = set("grants", &written.grants);
        if refuses.0 & grants.0 != 0 {
            pen.fault(&format!("{key}.grants"), "a tier is both refused and given a privilege", None);
        }
        if written.refuses_listed && file.list.is_none() {
            pen.fault(
                &format!("{key}.refuses_listed"),
                "listed persons are refused, but there is no list",
                Some("add [list]".into()),
            );
        }
        if written.saves.is_some() && written.grants.is_empty() {
            pen.fault(
                &format!("{key}.saves"),
                "a gate that grants nothing saves nobody anything",
                Some("remove it".into()),
            );
        }
        if written.refuses.is_empty() && written.grants.is_empty() && !written.refuses_listed {
            let hint = "name tiers in refuses or grants, or write refuses_listed = true".to_owned();
            pen.fault(
                &key,
                format!("gate `{}` neither refuses nor grants anything", written.name),
                Some(hint),
            );
        }
        let grounds = pen.grounds(&key, &written.claim, &written.source);
        let (Some(request), Some(domain), Some(grounds)) = (request, domain, grounds) else { continue };
        if gates.iter().any(|gate| gate.request == request) {
            pen.fault(&format!("{key}.request"), format!("there is a gate for `{request}` already"), None);
        }
        gates.push(Gate {
            name: written.name.clone(),
            request,
            domain: domain.unwrap_or(request.domain()),
            refuses,
            refuses_listed: written.refuses_listed,
            grants,
            saves: written.saves.as_ref().map_or(0.0, |saves| saves.value),
            grounds,
        });
    }
    gates
}

fn appeals(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<Appeals> {
    let written = file.appeals.as_ref()?;
    if file.list.is_none() && !file.tiers.iter().any(|tier| tier.sanction) {
        let hint = "add [list], write sanction = true in a tier, or remove [appeals]".to_owned();
        pen.fault(
            "appeals",
            "there are appeals, but neither a list nor a sanction to appeal against",
            Some(hint),
        );
    }
    let burdens = Burden::ALL.map(|one| (one.name(), one));
    let burden = match written.burden.as_deref() {
        Some(word) => pen.word("appeals.burden", "burden of proof", word, &burdens)?,
        None => Burden::Office,
    };
    Some(Appeals {
        within: written.within,
        burden,
        proves: written.proves.as_ref().map_or(Chance::ONE, |one| Chance::from_share(one.value)),
        capacity_milli: libm::round(written.capacity.value * 1000.0) as u32,
        silence: Chance::from_share(written.silence.value),
        upheld_wrong: Chance::from_share(written.upheld_wrong.value),
        upheld_right: Chance::from_share(written.upheld_right.value),
        grounds: pen.grounds("appeals", &written.claim, &written.source)?,
    })
}

fn removal(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<Removal> {
    let written = file.removal.as_ref()?;
    let posts =
        [Matter::NeutralPost, Matter::SupportivePost, Matter::CriticalPost, Matter::InvestigativePost]
            .map(|matter| (matter.name(), matter));
    let matters: Vec<Matter> = written
        .matters
        .iter()
        .enumerate()
        .filter_map(|(place, word)| {
            pen.word(&format!("removal.matters[{place}]"), "kind of post", word, &posts)
        })
        .collect();
    let grounds = pen.grounds("removal", &written.claim, &written.source)?;
    if written.closed_weeks.is_some() && written.closes.is_none() {
        let hint = Some("add closes, the chance that the account behind a removed post is closed".to_owned());
        pen.fault("removal.closed_weeks", "it says how long accounts stay closed, but none is closed", hint);
    }
    let value = |figure: &Option<crate::figure::Figure>| figure.as_ref().map(|one| one.value);
    Some(Removal {
        matters,
        share: Chance::from_share(written.share.value),
        closes: Chance::from_share(value(&written.closes).unwrap_or(0.0)),
        reopens: value(&written.closed_weeks).map_or(Chance::ZERO, |weeks| Chance::from_share(1.0 / weeks)),
        grounds,
    })
}

fn reads(file: &RegimeFile, pen: &mut Pen<'_>) -> Vec<Channel> {
    let all = Channel::ALL.map(|channel| (channel.name(), channel));
    file.channels
        .iter()
        .enumerate()
        .filter_map(|(place, word)| pen.word(&format!("channels[{place}]"), "channel", word, &all))
        .collect()
}
