//! Responses to a regime: fear, silence, deterrence, play for points.

use crate::figure::Figure;
use demerit_society::reactions::response::Response;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Responses: see `demerit_society::reactions::response`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResponseFile {
    /// Fear that a sanction of one's own adds, of a highest fear of 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fear_own: Figure,
    /// Fear that a sanction of somebody close adds.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fear_tie: Figure,
    /// Share of fear that goes in a week.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fade: Figure,
    /// Share of critical posts withheld only because they are watched and punished.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub chill: Figure,
    /// Share of critical posts withheld at the highest fear.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub silence: Figure,
    /// Share of punished acts left undone.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub deterrence: Figure,
    /// Share by which rewarded acts grow.
    #[schemars(range(min = 0.0, max = 4.0))]
    pub gaming: Figure,
}

/// Resolves how people respond.
pub(super) fn resolve(response: &ResponseFile) -> Response {
    Response {
        own: response.fear_own.byte(),
        tie: response.fear_tie.byte(),
        fade: response.fade.chance(),
        chill: response.chill.value,
        silence: response.silence.value,
        deterrence: response.deterrence.value,
        gaming: response.gaming.value,
    }
}
