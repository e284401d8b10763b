//! Tiers: what a score is called from one height on, and whether that is a sanction.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_regime::{Scale, Tier, Tiers};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierFile {
    /// Name, unique in the regime.
    #[schemars(length(min = 1, max = 40))]
    pub name: String,
    /// Lowest score of the tier.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub from: Figure,
    /// Whether being in it is a sanction.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sanction: bool,
}

/// Resolves the tiers, lowest first.
pub(super) fn resolve(
    written: &[TierFile],
    scale: Option<Scale>,
    diagnostics: &mut Diagnostics<'_>,
) -> Tiers {
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
                diagnostics.fault(
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::resolved;
    use demerit_kernel::Points;

    #[derive(Deserialize, JsonSchema)]
    struct Part {
        tiers: Vec<TierFile>,
    }

    fn told(low: i32, high: i32) -> Result<Tiers, Vec<String>> {
        let scale = Scale { start: Points(5), floor: Points(0), ceiling: Points(9) };
        let text =
            format!("[[tiers]]\nname = \"low\"\nfrom = {low}\n[[tiers]]\nname = \"high\"\nfrom = {high}\n");
        resolved(&text, |part: &Part, diagnostics| resolve(&part.tiers, Some(scale), diagnostics))
    }

    #[test]
    fn tiers_cover_the_scale_from_its_floor_upwards() {
        assert_eq!(told(0, 6).unwrap().all().len(), 2);
        assert_eq!(told(1, 6).unwrap_err(), ["the lowest tier begins at 1, the scale at 0"]);
        assert_eq!(told(0, 0).unwrap_err(), ["tier `high` from 0 overlaps tier `low` from 0"]);
        assert_eq!(told(0, 10).unwrap_err(), ["10 lies above the ceiling 9 of the scale"]);
    }
}
