//! Whether the sources of a file's figures exist.

use crate::diagnostics::Diagnostics;
use crate::figures::{HasFigures, Part, of_file};

/// Checks that the sources of figures exist. Figures that name none are assumptions and need none; what was
/// never a text has the sources of the files that it was made from.
pub(super) fn check_sources<T: HasFigures>(file: &T, diagnostics: &mut Diagnostics<'_>) {
    if diagnostics.has_text() {
        for one in of_file(&Part::Study, "", file) {
            if let Some(source) = one.source {
                diagnostics.source(&format!("{}.source", one.key), &source);
            }
        }
    }
}
