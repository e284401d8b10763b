//! What people can do against a sanction. Each table is a mechanism; the office that hears appeals is the
//! regime's.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, Within, Yearly, values, written};
use demerit_kernel::Chance;
use demerit_society::remedies::Remedies;
use demerit_society::remedies::correction::Correction;
use demerit_society::remedies::filing::Filing;

written! {
    /// Remedies against a sanction.
    #[derive(Default)]
    pub struct RemediesFile {
        /// Who appeals; without it nobody does.
        pub filing: Option<FilingFile>,
        /// How far a correction reaches; without it there is one file only.
        pub correction: Option<CorrectionFile>,
    }

    /// Filing of appeals: see `demerit_society::remedies::filing`.
    pub struct FilingFile {
        /// Share of persons who know that one may appeal.
        pub knows: Share,
        /// Share of those who would appeal that the highest fear keeps from it.
        pub daunt: Share,
        /// Share of persons who can pay for it, by fifth of income, the poorest first.
        #[schemars(length(min = 5, max = 5))]
        pub pays: Vec<Share>,
        /// Appeals filed per year of a wrong sanction by those who know, dare and can pay.
        pub wronged: Yearly,
        /// Appeals filed per year of any other sanction by the same.
        pub others: Yearly,
    }

    /// Reach of a correction: see `demerit_society::remedies::correction`.
    pub struct CorrectionFile {
        /// Files that hold a copy of a record.
        pub copies: Within<0, 8>,
        /// Chance that a copy is corrected too.
        pub reaches: Share,
        /// Exchanges of a copy with the record per year.
        pub exchange: Yearly,
    }
}

/// Resolves what people can do against a sanction.
pub(super) fn resolve(file: Option<&RemediesFile>, diagnostics: &mut Diagnostics<'_>) -> Remedies {
    let Some(file) = file else { return Remedies::default() };
    Remedies {
        filing: file.filing.as_ref().map(|one| Filing {
            knows: one.knows.chance(),
            daunt: one.daunt.value,
            pays: values(&one.pays).map(Chance::from_share),
            wronged: one.wronged.per_tick(),
            others: one.others.per_tick(),
        }),
        correction: file.correction.as_ref().map(|one| Correction {
            copies: diagnostics.whole("remedies.correction.copies", &one.copies).clamp(0, 8) as u8,
            reaches: one.reaches.chance(),
            exchange: one.exchange.per_tick(),
        }),
    }
}
