//! What people can do against a sanction, resolved.
//!
//! Model: shares become chances, rates per year chances per tick. Symbols: see the written form. Source(s): the file.
//! Leaves out: nothing.

use super::Pen;
use crate::figure::Figure;
use crate::written::{CorrectionFile, FilingFile, RemediesFile};
use demerit_kernel::{Chance, Rate};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::remedies::Remedies;
use demerit_society::remedies::correction::Correction;
use demerit_society::remedies::filing::Filing;

/// Resolves what people can do against a sanction.
pub(super) fn remedies(file: Option<&RemediesFile>, pen: &mut Pen<'_>) -> Remedies {
    let Some(file) = file else { return Remedies::default() };
    Remedies {
        filing: file.filing.as_ref().map(filing),
        correction: file.correction.as_ref().map(|one| correction(one, pen)),
    }
}

/// The chance in a tick of what happens so often a year.
fn per_tick(rate: &Figure) -> Chance {
    Rate::per_year(rate.value).chance_in(f64::from(TICKS_PER_YEAR))
}

fn filing(file: &FilingFile) -> Filing {
    let mut pays = [Chance::ZERO; 5];
    for (chance, figure) in pays.iter_mut().zip(&file.pays) {
        *chance = Chance::from_share(figure.value);
    }
    Filing {
        knows: Chance::from_share(file.knows.value),
        daunt: file.daunt.value,
        pays,
        wronged: per_tick(&file.wronged),
        others: per_tick(&file.others),
    }
}

fn correction(file: &CorrectionFile, pen: &mut Pen<'_>) -> Correction {
    Correction {
        copies: pen.whole("remedies.correction.copies", &file.copies).clamp(0, 8) as u8,
        reaches: Chance::from_share(file.reaches.value),
        exchange: per_tick(&file.exchange),
    }
}
