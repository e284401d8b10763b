//! A company's score that feeds this one: bands of the other score, and the points that each brings.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Within, written};
use crate::word::Word;
use demerit_kernel::Points;
use demerit_regime::{Claim, Feed, Regime};
use std::collections::BTreeMap;
use std::sync::Arc;

written! {
    /// A company's score that feeds this one: see `demerit_regime::Feed`.
    pub struct FeedFile {
        /// The regime of the company, by its name in the catalogue or by a path.
        #[schemars(length(min = 1))]
        pub regime: String,
        /// Weeks between two steps.
        #[schemars(range(min = 1, max = 520))]
        pub every: u32,
        /// Bands of the company's score, lowest first, and the points that each brings in a step.
        #[schemars(length(min = 1, max = 16))]
        pub bands: Vec<BandFile>,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }

    /// A band of a company's score.
    pub struct BandFile {
        /// Lowest score of the band.
        #[schemars(range(min = -30000, max = 30000))]
        pub from: i32,
        /// Points that it brings.
        pub points: Within<-1000, 1000>,
    }
}

/// Resolves the feed from one of `companies`; `has_scale` says whether there is a score to feed.
pub(super) fn resolve(
    written: &FeedFile,
    has_scale: bool,
    companies: &BTreeMap<String, Regime>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Feed<Regime>> {
    if !has_scale {
        diagnostics.fault("feed", "there is no score to feed", "add [scale]");
    }
    let provenance = diagnostics.provenance("feed", written.claim, &written.source);
    let bands = bands(written, diagnostics);
    let Some(company) = companies.get(&written.regime) else {
        let near = diagnostics.meant(&written.regime, companies.keys());
        let message = format!("there is no regime `{}` that can feed another", written.regime);
        diagnostics.fault("feed.regime", message, near.as_deref());
        return None;
    };
    if company.scale.is_none() || company.feed.is_some() || company.cap_bits() > 0 {
        let message = format!(
            "regime `{}` cannot feed another: it needs a scale, rules without caps, and no feed of its own",
            written.regime
        );
        diagnostics.fault("feed.regime", message, None);
    }
    Some(Feed { company: Arc::new(company.clone()), bands, every: written.every, provenance })
}

fn bands(written: &FeedFile, diagnostics: &mut Diagnostics<'_>) -> Vec<(Points, Points)> {
    let mut bands: Vec<(Points, Points)> = Vec::new();
    for (place, band) in written.bands.iter().enumerate() {
        let from = Points(band.from.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16);
        if bands.last().is_some_and(|before| before.0 >= from) {
            let message = format!("the band from {from} does not lie above the one before it");
            diagnostics.fault(&format!("feed.bands[{place}].from"), message, "order them from the lowest");
        }
        bands.push((from, diagnostics.points(&format!("feed.bands[{place}].points"), &band.points)));
    }
    bands
}

/// What it does, in a sentence.
pub(super) fn says(feed: &Feed<Regime>) -> String {
    let bands = feed.bands.iter().map(|(from, points)| match points.0 {
        0 => format!("none from {from}"),
        points => format!("{points:+} from {from}"),
    });
    let bands = bands.collect::<Vec<_>>().join(", ");
    format!("points by the company's score every {} weeks: {bands}", feed.every)
}

#[cfg(test)]
mod tests {
    use crate::regime::tests::said;

    #[test]
    fn the_points_of_each_band_are_said() {
        let feed = said("no-dark-corner", "feed");
        assert!(
            feed[0].ends_with(
                "points by the company's score every 13 weeks: -10 from 350, -3 from 550, none from 600, +2 from 650, +4 from 700"
            ),
            "{feed:?}"
        );
    }
}
