//! The score: its scale (where it starts, how low and how high it may go); how it forgets, as its distance to
//! the start shrinks step by step; and its tiers: what a score is called from one height on, and whether that
//! is a sanction.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, Within, written};
use demerit_regime::{Scale, Tier, Tiers};

written! {
    /// The scale of a score, in points.
    pub struct ScaleFile {
        /// Score at the start.
        pub start: Within<-30_000, 30_000>,
        /// Lowest score.
        pub floor: Within<-30_000, 30_000>,
        /// Highest score.
        pub ceiling: Within<-30_000, 30_000>,
    }

    /// Forgetting: the distance to the start shrinks.
    pub struct ForgettingFile {
        /// Weeks between two steps.
        #[schemars(range(min = 1, max = 520))]
        pub every: u32,
        /// Share of the distance that goes in a step.
        pub share: Share,
    }

    /// A tier.
    pub struct TierFile {
        /// Name, unique in the regime.
        #[schemars(length(min = 1, max = 40))]
        pub name: String,
        /// Lowest score of the tier.
        pub from: Within<-30_000, 30_000>,
        /// Whether being in it is a sanction.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub sanction: bool,
    }
}

/// Resolves the scale.
pub(super) fn scale(written: &ScaleFile, diagnostics: &mut Diagnostics<'_>) -> Scale {
    let start = diagnostics.points("scale.start", &written.start);
    let floor = diagnostics.points("scale.floor", &written.floor);
    let ceiling = diagnostics.points("scale.ceiling", &written.ceiling);
    if floor > ceiling {
        diagnostics.fault("scale.floor", format!("the floor {floor} lies above the ceiling {ceiling}"), None);
    } else if !(floor..=ceiling).contains(&start) {
        let hint = format!("allowed is {floor} to {ceiling}");
        diagnostics.fault("scale.start", format!("{start} lies outside the scale"), hint.as_str());
    }
    Scale { start, floor, ceiling }
}

/// Resolves the tiers, lowest first.
pub(super) fn tiers(written: &[TierFile], scale: Option<Scale>, diagnostics: &mut Diagnostics<'_>) -> Tiers {
    diagnostics.unique("tiers", written.iter().map(|tier| tier.name.as_str()));
    let mut tiers: Vec<Tier> = Vec::new();
    for (place, tier) in written.iter().enumerate() {
        let key = format!("tiers[{place}].from");
        let from = diagnostics.points(&key, &tier.from);
        if let Some(before) = tiers.last().filter(|before| before.from >= from) {
            let message = format!(
                "tier `{}` from {from} overlaps tier `{}` from {}",
                tier.name, before.name, before.from
            );
            diagnostics.fault(&key, message, "order the tiers from the lowest, each above the one before");
            continue;
        }
        if let Some(scale) = scale {
            if place == 0 && from != scale.floor {
                let message = format!("the lowest tier begins at {from}, the scale at {}", scale.floor);
                diagnostics.fault(&key, message, format!("write from = {}", scale.floor).as_str());
            } else if from > scale.ceiling {
                let message = format!("{from} lies above the ceiling {} of the scale", scale.ceiling);
                diagnostics.fault(&key, message, None);
            }
        }
        tiers.push(Tier { name: tier.name.clone(), from, sanction: tier.sanction });
    }
    Tiers::new(tiers).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::diagnostics::resolved;
    use demerit_kernel::Points;

    #[test]
    fn the_start_lies_between_floor_and_ceiling() {
        let told = |text: &str| resolved(text, scale).unwrap_err();
        assert_eq!(resolved("start = 5\nfloor = 0\nceiling = 9\n", scale).unwrap().start.0, 5);
        assert_eq!(told("start = 10\nfloor = 0\nceiling = 9\n"), ["10 lies outside the scale"]);
        assert_eq!(told("start = 5\nfloor = 9\nceiling = 0\n"), ["the floor 9 lies above the ceiling 0"]);
        assert_eq!(told("start = 0.5\nfloor = 0\nceiling = 9\n"), ["0.5 is not a whole number"]);
    }

    #[derive(serde::Deserialize, schemars::JsonSchema)]
    struct Part {
        tiers: Vec<TierFile>,
    }

    fn told(low: i32, high: i32) -> Result<Tiers, Vec<String>> {
        let scale = Scale { start: Points(5), floor: Points(0), ceiling: Points(9) };
        let text =
            format!("[[tiers]]\nname = \"low\"\nfrom = {low}\n[[tiers]]\nname = \"high\"\nfrom = {high}\n");
        resolved(&text, |part: &Part, diagnostics| tiers(&part.tiers, Some(scale), diagnostics))
    }

    #[test]
    fn tiers_cover_the_scale_from_its_floor_upwards() {
        assert_eq!(told(0, 6).unwrap().all().len(), 2);
        assert_eq!(told(1, 6).unwrap_err(), ["the lowest tier begins at 1, the scale at 0"]);
        assert_eq!(told(0, 0).unwrap_err(), ["tier `high` from 0 overlaps tier `low` from 0"]);
        assert_eq!(told(0, 10).unwrap_err(), ["10 lies above the ceiling 9 of the scale"]);
    }
}
