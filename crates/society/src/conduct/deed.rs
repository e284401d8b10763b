//! Deeds: what a person does in truth, or asks for.
//!
//! A deed is an act that a record may speak of ([`Matter`]) or a request that may meet a gate ([`Request`]).
//! The words are the regime's, since a regime is about nothing else; what was really done is known only here.

use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::{Matter, Request};

demerit_kernel::stream! {
    /// A deed's candidates and luck, by kind of deed.
    pub DEEDS = 100, for Deed::COUNT
}

/// A kind of deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Something done.
    Act(Matter),
    /// Something asked for.
    Ask(Request),
}

impl Deed {
    /// How many kinds there are.
    pub const COUNT: usize = Matter::COUNT + Request::COUNT;

    /// All kinds, acts first.
    pub fn all() -> impl Iterator<Item = Self> {
        Matter::ALL.into_iter().map(Self::Act).chain(Request::ALL.into_iter().map(Self::Ask))
    }

    /// Its place among all.
    pub const fn index(self) -> usize {
        match self {
            Self::Act(matter) => matter.index(),
            Self::Ask(request) => Matter::COUNT + request.index(),
        }
    }

    /// The kind at a place among all.
    pub const fn at(index: usize) -> Self {
        if index < Matter::COUNT {
            Self::Act(Matter::ALL[index])
        } else {
            Self::Ask(Request::ALL[index - Matter::COUNT])
        }
    }

    /// The name in files and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Act(matter) => matter.name(),
            Self::Ask(request) => request.name(),
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|deed| deed.name() == name)
    }

    /// Whether law itself forbids it: what a regime claims to lessen.
    pub const fn is_violation(self) -> bool {
        matches!(
            self,
            Self::Act(
                Matter::LateBill
                    | Matter::LateLoan
                    | Matter::LoanDefault
                    | Matter::TrafficOffence
                    | Matter::Truancy
                    | Matter::UnpaidOrder
                    | Matter::IllegalFundraising
                    | Matter::UtilityTheft
                    | Matter::UtilityDamage
                    | Matter::DrunkDriving
                    | Matter::UndeclaredIncome
            )
        )
    }
}

/// As its index.
impl Saved for Deed {
    fn save(&self, to: &mut Saver) {
        to.put(&(self.index() as u8));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.below(Self::COUNT).map(Self::at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_names_lead_back() {
        for (place, deed) in Deed::all().enumerate() {
            assert_eq!(deed.index(), place);
            assert_eq!(Deed::at(place), deed);
            assert_eq!(Deed::named(deed.name()), Some(deed));
        }
        assert_eq!(Deed::all().count(), Deed::COUNT);
        assert_eq!(Deed::named("breathing"), None);
    }
}
