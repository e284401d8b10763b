//! The measures that a study wants read, by name.

use crate::faults::diagnostics::Diagnostics;
use crate::word::{Vocabulary, Word};
use demerit_regime::Mechanism;

/// The name of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureName(&'static str);

impl Vocabulary for MeasureName {
    const KIND: &'static str = "measure";
    const LISTED_BY: Option<&'static str> = Some("`demerit list measures` tells them");

    fn all() -> Vec<Self> {
        demerit_measures::all().iter().map(|measure| Self(measure.name)).collect()
    }

    fn name(self) -> &'static str {
        self.0
    }
}

/// Checks that none of them shows only mechanisms that are `off` in every world.
pub(super) fn check(
    measures: &[Word<MeasureName>],
    off: impl Fn(Mechanism) -> bool,
    diagnostics: &mut Diagnostics<'_>,
) {
    for (place, measure) in measures.iter().enumerate() {
        let shows = |one: &Mechanism| one.row().measures.contains(&measure.name());
        let mut shown = Mechanism::ALL.into_iter().filter(shows).peekable();
        let Some(first) = shown.peek().copied() else { continue };
        if shown.all(&off) {
            diagnostics.fault(
                &format!("measures[{place}]"),
                format!("`{measure}` shows what the mechanism `{first}` does, which is off in every world"),
                format!("remove it, or leave `{first}` on in a world").as_str(),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::study::tests::told;

    #[test]
    fn a_measure_of_what_is_off_everywhere_is_refused() {
        let with = |rest: &str| {
            told("seed = 2018\n", &format!("seed = 2018\nmeasures = [\"collateral-share\"]\n{rest}"))
        };
        assert_eq!(with(""), [""; 0]);
        assert_eq!(
            with("mechanisms = { spillover = false }\n"),
            ["`collateral-share` shows what the mechanism `spillover` does, which is off in every world"]
        );
    }
}
