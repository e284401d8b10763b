//! Responses to a regime: fear, silence, deterrence, play for points.

use crate::figure::{Share, Within, written};
use demerit_society::reactions::response::Response;

written! {
    /// Responses: see `demerit_society::reactions::response`.
    pub struct ResponseFile {
        /// Fear that a sanction of one's own adds, of a highest fear of 1.
        pub fear_own: Share,
        /// Fear that a sanction of somebody close adds.
        pub fear_tie: Share,
        /// Share of fear that goes in a week.
        pub fade: Share,
        /// Share of critical posts withheld only because they are watched and punished.
        pub chill: Share,
        /// Share of critical posts withheld at the highest fear.
        pub silence: Share,
        /// Share of punished acts left undone.
        pub deterrence: Share,
        /// Share by which rewarded acts grow.
        pub gaming: Within<0, 4>,
    }
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
