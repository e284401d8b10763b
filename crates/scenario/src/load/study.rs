//! What a study names: the places of its regimes, and the texts behind its names.

use super::error::LoadError;
use super::text::Text;
use crate::diagnostics::Diagnostics;
use crate::faults::Faults;
use crate::study::StudyFile;

/// The places in a study that name a regime, and the names.
pub(super) fn regime_names(study: &StudyFile) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for (world, file) in study.worlds.iter().enumerate() {
        for (step, rollout) in file.rollout.iter().enumerate() {
            names.push((format!("worlds[{world}].rollout[{step}].regime"), rollout.regime.clone()));
        }
    }
    names
}

/// A text that the study names at a place: an unknown name is a fault of the study.
pub(super) fn named_text(
    place: &str,
    found: Result<Text, LoadError>,
    diagnostics: &mut Diagnostics<'_>,
    faults: &mut Vec<Faults>,
) -> Result<Option<Text>, LoadError> {
    match found {
        Ok(text) => Ok(Some(text)),
        Err(LoadError::Faults(found)) => {
            faults.extend(found);
            Ok(None)
        }
        Err(error) => {
            let message = error.to_string();
            let LoadError::Unknown { hint, .. } = error else { return Err(error) };
            diagnostics.fault(place, message, hint.as_deref());
            Ok(None)
        }
    }
}
