//! The office's file: what an office knows, or believes to know, about somebody whom it may check.
//!
//! Model: the file shows whether income lies in the lowest fifth, whether the person lives alone, in the
//! country, is under 30, whether income comes and goes, and whether points were taken before. Of those who
//! work on farms, in services or nowhere, a share `uneven` has an income that comes and goes. A share
//! `mixed_up` of persons has the file of the next person in place of the own, for good; only the past record
//! is always the own.
//!
//! Symbols: uneven and mixed_up 0 to 1. Source(s): in the society file. Leaves out: files that are brought up
//! to date.

use crate::{ADULT, Occupation, Person};
use demerit_kernel::{Chance, Draws, Tick};
use demerit_regime::{Indicator, OnFile};

demerit_kernel::stream! {
    /// Who is checked, and what a check finds.
    pub CHECK = 61;
    /// Whose file an office has, and what it shows.
    pub OFFICE_FILE = 62;
}

/// What an office's files are like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct OfficeFile {
    /// Share of those in farming, services or without work whose income comes and goes.
    pub uneven: Chance,
    /// Share of persons who have somebody else's file.
    pub mixed_up: Chance,
}

/// What a file is made from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The person whose file it is.
    pub person: Person<'a>,
    /// Fifth of income, 0 the poorest.
    pub fifth: u8,
    /// Whether nobody else lives in the household.
    pub alone: bool,
    /// Whether the home is in the country.
    pub rural: bool,
}

impl OfficeFile {
    /// The same where everybody has the own file.
    pub const fn without_mix_ups(self) -> Self {
        Self { mixed_up: Chance::ZERO, ..self }
    }

    /// Whether the office has somebody else's file for a person.
    pub fn is_mixed_up(&self, draws: &Draws, person: u32) -> bool {
        self.mixed_up.hits(draws.luck(OFFICE_FILE, person, 0, 0).word(0))
    }

    /// What the file shows.
    pub fn shows(&self, draws: &Draws, facts: &Facts<'_>, past_record: bool, tick: Tick) -> OnFile {
        let person = &facts.person;
        let occupation = person.occupation(tick);
        let comes_and_goes = matches!(occupation, Occupation::Farm | Occupation::Services | Occupation::None)
            && self.uneven.hits(draws.luck(OFFICE_FILE, person.number, 0, 1).word(0));
        OnFile::default()
            .with(Indicator::LowIncome, facts.fifth == 0)
            .with(Indicator::LivingAlone, facts.alone)
            .with(Indicator::Rural, facts.rural)
            .with(Indicator::Young, (ADULT..30).contains(&person.age(tick)))
            .with(Indicator::UnevenIncome, comes_and_goes)
            .with(Indicator::PastRecord, past_record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conduct::habit::Habits;
    use crate::population::person::TraitPlan;
    use demerit_kernel::Seed;

    fn traits() -> TraitPlan {
        TraitPlan {
            college: Chance::ZERO,
            sectors: [1.0, 0.0, 0.0, 0.0, 0.0],
            income_sigma: 0.9,
            uses_apps: Chance::ONE,
        }
    }

    #[test]
    fn a_file_shows_what_the_office_knows_and_no_more() {
        let (traits, draws) = (traits(), Draws::new(Seed(1)));
        let person = Person::new(&traits, &draws, 7, -52 * 25, Habits(0));
        let facts = Facts { person, fifth: 0, alone: true, rural: false };
        let every = OfficeFile { uneven: Chance::ONE, mixed_up: Chance::ZERO };
        let file = every.shows(&draws, &facts, false, Tick(0));
        let shown: Vec<Indicator> = Indicator::ALL.into_iter().filter(|one| file.shows(*one)).collect();
        assert_eq!(
            shown,
            [Indicator::LowIncome, Indicator::LivingAlone, Indicator::Young, Indicator::UnevenIncome]
        );
        let even = OfficeFile::default().shows(&draws, &facts, true, Tick(0));
        assert!(even.shows(Indicator::PastRecord) && !even.shows(Indicator::UnevenIncome));
    }

    #[test]
    fn a_share_of_files_is_mixed_up() {
        let draws = Draws::new(Seed(1));
        let some = OfficeFile { uneven: Chance::ZERO, mixed_up: Chance::from_share(0.1) };
        let count = (0..20_000).filter(|&person| some.is_mixed_up(&draws, person)).count();
        // Four standard errors are 170.
        assert!((1830..=2170).contains(&count), "{count}");
        assert!((0..1000).all(|person| !OfficeFile::default().is_mixed_up(&draws, person)));
    }
}
