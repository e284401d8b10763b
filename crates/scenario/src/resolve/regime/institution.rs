//! Consent, checks, a company's feed and the matter of the list, resolved.

use super::points;
use crate::resolve::Pen;
use crate::walk::did_you_mean;
use crate::written::{FeedFile, RegimeFile};
use demerit_kernel::{Chance, Points, Rate};
use demerit_regime::{Checks, Consent, Feed, Indicator, Matter, Regime};
use demerit_society::TICKS_PER_YEAR;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The matter that leads onto the list, where the file names one.
pub(super) fn list_matter(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<Matter> {
    let word = file.list.as_ref()?.matter.as_ref()?;
    pen.word("list.matter", "matter", word, &Matter::ALL.map(|matter| (matter.name(), matter)))
}

pub(super) fn consent(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<Consent> {
    let written = file.consent.as_ref()?;
    if file.scale.is_none() {
        pen.fault("consent", "there is no score to consent to", Some("add [scale]".into()));
    }
    let grounds = pen.grounds("consent", &written.claim, &written.source)?;
    Some(Consent { share: Chance::from_share(written.share.value), grounds })
}

pub(super) fn checks(file: &RegimeFile, pen: &mut Pen<'_>) -> Option<Checks> {
    let written = file.checks.as_ref()?;
    let all = Indicator::ALL.map(|one| (one.name(), one));
    let mut weights = [0.0; Indicator::COUNT];
    for (name, weight) in &written.weights {
        if let Some(one) = pen.word(&format!("checks.weights.{name}"), "indicator", name, &all) {
            weights[one.index()] = weight.value;
        }
    }
    let only = written
        .only
        .as_ref()
        .map_or(Some(None), |word| pen.word("checks.only", "indicator", word, &all).map(Some));
    Some(Checks {
        base: Rate::per_year(written.rate.value).chance_in(f64::from(TICKS_PER_YEAR)),
        weights,
        finds: Chance::from_share(written.finds.value),
        finds_nothing: Chance::from_share(written.finds_nothing.value),
        only: only?,
        grounds: pen.grounds("checks", &written.claim, &written.source)?,
    })
}

pub(super) fn feed(
    file: &RegimeFile,
    companies: &BTreeMap<String, Regime>,
    pen: &mut Pen<'_>,
) -> Option<Feed> {
    let written = file.feed.as_ref()?;
    if file.scale.is_none() {
        pen.fault("feed", "there is no score to feed", Some("add [scale]".into()));
    }
    let grounds = pen.grounds("feed", &written.claim, &written.source);
    let bands = bands(written, pen);
    let Some(company) = companies.get(&written.regime) else {
        let near =
            did_you_mean(&written.regime, companies.keys()).map(|near| format!("did you mean `{near}`?"));
        pen.fault(
            "feed.regime",
            format!("there is no regime `{}` that can feed another", written.regime),
            near,
        );
        return None;
    };
    if company.scale.is_none() || company.feed.is_some() || company.cap_bits() > 0 {
        let message = format!(
            "regime `{}` cannot feed another: it needs a scale, rules without caps, and no feed of its own",
            written.regime
        );
        pen.fault("feed.regime", message, None);
    }
    Some(Feed { company: Arc::new(company.clone()), bands, every: written.every, grounds: grounds? })
}

fn bands(written: &FeedFile, pen: &mut Pen<'_>) -> Vec<(Points, Points)> {
    let mut bands: Vec<(Points, Points)> = Vec::new();
    for (place, band) in written.bands.iter().enumerate() {
        let from = Points(band.from.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16);
        if bands.last().is_some_and(|before| before.0 >= from) {
            let message = format!("the band from {from} does not lie above the one before it");
            pen.fault(
                &format!("feed.bands[{place}].from"),
                message,
                Some("order them from the lowest".into()),
            );
        }
        bands.push((from, points(pen, &format!("feed.bands[{place}].points"), &band.points)));
    }
    bands
}
