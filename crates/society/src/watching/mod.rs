//! Watching: the channels, what each looks at, how much it sees and how often it errs.
//!
//! Model. A channel sees a deed with chance coverage × (1 − miss). Coverage is a share of all deeds, a share
//! of persons (those who use apps that can be read), or the chance of being in view of a city's cameras. What
//! is seen is ascribed to somebody else, mistaken for the person (`wrong_person`, and what
//! [`crate::watching::identification`] says of cameras) or whose file was joined to theirs (`wrong_join`, see
//! [`crate::watching::joined_files`]). Besides, a channel writes entries with nothing behind them: false
//! matches and clerks' errors ([`crate::watching::clerk`]), at rates per person and year, each about a matter
//! drawn evenly of those that the channel looks at; one that the regime has no use for is not written. Where
//! a channel looks may follow past records: [`crate::watching::attention`].
//!
//! Symbols: all shares 0 to 1; rates per person and year. Watching is a probability here and nothing else.
//! Sources: in the society file. Leaves out: what a channel costs.

pub mod apps;
pub mod attention;
pub mod cameras;
pub mod clerk;
pub mod consent;
pub mod identification;
pub mod joined_files;
mod look_alike;
pub mod office_file;

use crate::TICKS_PER_YEAR;
use demerit_kernel::{Chance, Rate};
use demerit_regime::{Channel, Matter, Mechanism};

/// How much of what happens a channel covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coverage {
    /// A share of all deeds.
    Deeds(Chance),
    /// All deeds of those who use apps that can be read.
    AppUsers,
    /// What is in view of the cameras of the city.
    CityCameras,
}

/// A channel of watching.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// Which channel.
    pub channel: Channel,
    /// What it looks at.
    pub matters: Vec<Matter>,
    /// How much it covers.
    pub coverage: Coverage,
    /// Chance that it misses what it covers.
    pub miss: Chance,
    /// Chance that what it sees is ascribed to somebody mistaken for the person.
    pub wrong_person: Chance,
    /// Chance that what it sees is ascribed to somebody whose file was joined to the person's.
    pub wrong_join: Chance,
    /// Chance in a tick of an entry about a person by a false match with nothing behind it.
    pub false_match: Chance,
    /// Chance in a tick of an entry about a person by a clerk's error with nothing behind it.
    pub clerk: Chance,
}

impl Watch {
    /// Takes a mechanism away: it takes nobody for another, every file belongs to its person, no clerk errs,
    /// or it sees whatever it looks at.
    pub(crate) const fn without(&mut self, off: Mechanism) {
        match off {
            Mechanism::Identification => {
                (self.wrong_person, self.false_match) = (Chance::ZERO, Chance::ZERO);
            }
            Mechanism::JoinedFiles => self.wrong_join = Chance::ZERO,
            Mechanism::ClerkErrors => self.clerk = Chance::ZERO,
            Mechanism::Observation => {
                (self.coverage, self.miss) = (Coverage::Deeds(Chance::ONE), Chance::ZERO);
            }
            _ => {}
        }
    }

    /// Raises the threshold of a match: wrong ones are divided, and a share more is missed.
    pub fn with_threshold(&mut self, divides: f64, misses: f64) {
        let fewer = |chance: Chance| Chance::from_share(chance.value() / divides.max(1.0));
        self.wrong_person = fewer(self.wrong_person);
        self.false_match = fewer(self.false_match);
        self.miss = Chance::from_share((self.miss.value() + misses).min(1.0));
    }

    /// A channel that sees nothing and never errs, to be filled in.
    pub const fn blind(channel: Channel) -> Self {
        Self {
            channel,
            matters: Vec::new(),
            coverage: Coverage::Deeds(Chance::ZERO),
            miss: Chance::ZERO,
            wrong_person: Chance::ZERO,
            wrong_join: Chance::ZERO,
            false_match: Chance::ZERO,
            clerk: Chance::ZERO,
        }
    }

    /// Whether it tells persons apart by their faces.
    #[inline]
    pub fn recognises_faces(&self) -> bool {
        self.channel == Channel::Camera
    }

    /// The chance in a tick of something that happens at a rate per year.
    pub fn per_tick(rate: f64) -> Chance {
        Rate::per_year(rate).chance_in(f64::from(TICKS_PER_YEAR))
    }

    /// The matter of an entry with nothing behind it, from 32 even random bits; `None` where nothing is
    /// looked at.
    pub fn any_matter(&self, word: u32) -> Option<Matter> {
        let place = (u64::from(word) * self.matters.len() as u64) >> 32;
        self.matters.get(place as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_matter_is_even_over_what_is_looked_at() {
        let mut watch = Watch::blind(Channel::Camera);
        assert_eq!(watch.any_matter(5), None);
        watch.matters = vec![Matter::TrafficOffence, Matter::CivicAct];
        assert_eq!(watch.any_matter(0), Some(Matter::TrafficOffence));
        assert_eq!(watch.any_matter(u32::MAX), Some(Matter::CivicAct));
    }
}
