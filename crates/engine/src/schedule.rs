//! A schedule: which regime is in force in which city from which tick.

use demerit_kernel::Tick;
use demerit_regime::Regime;

/// From a tick on, a regime is in force in some cities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// First tick.
    pub from: Tick,
    /// Indexes of the cities; `None`: everywhere.
    pub cities: Option<Vec<u16>>,
    /// Index of the regime among those of the schedule.
    pub regime: u8,
}

impl Change {
    /// Puts the regime into force in its cities; says whether it was not before in any of them.
    fn apply(&self, in_force: &mut [u8]) -> bool {
        let mut anything = false;
        for (city, now) in in_force.iter_mut().enumerate() {
            let chosen = self.cities.as_ref().is_none_or(|cities| cities.contains(&(city as u16)));
            if chosen && *now != self.regime {
                *now = self.regime;
                anything = true;
            }
        }
        anything
    }
}

/// The regimes of a world and when each comes into force where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// Name of the world.
    pub world: String,
    /// Regimes; the first is in force everywhere from the start unless a change says otherwise.
    pub regimes: Vec<Regime>,
    /// Changes, by ascending tick.
    pub changes: Vec<Change>,
    /// A schedule whose regimes have no effect in this world, and whose rules are put to what is truly done
    /// in it.
    pub assessed_by: Option<Box<Self>>,
}

impl Schedule {
    /// A schedule of these regimes, by which nobody else's rules are put to true deeds.
    pub fn new(world: impl Into<String>, regimes: Vec<Regime>, changes: Vec<Change>) -> Self {
        Self { world: world.into(), regimes, changes, assessed_by: None }
    }

    /// The same, with the rules of another schedule put to what is truly done; unchanged where the world
    /// keeps scores itself or comes under another regime, since then it has no room for those of another.
    #[must_use]
    pub fn assessed_by(self, other: &Self) -> Self {
        let free = |one: &Regime| one.scale.is_none() && one.feed.is_none() && one.slots().is_empty();
        let has_room = matches!(&*self.regimes, [only] if free(only));
        let other = Self { assessed_by: None, ..other.clone() };
        Self { assessed_by: has_room.then(|| Box::new(other)), ..self }
    }

    /// The regimes in force in each of so many cities before `tick`.
    pub fn before(&self, tick: Tick, cities: usize) -> Vec<u8> {
        let mut in_force = vec![0; cities];
        for change in self.changes.iter().filter(|change| change.from < tick) {
            change.apply(&mut in_force);
        }
        in_force
    }

    /// Brings the regimes in force in each city up to `tick`; says whether anything changed.
    pub fn apply(&self, tick: Tick, in_force: &mut [u8]) -> bool {
        let mut anything = false;
        for change in self.changes.iter().filter(|change| change.from == tick) {
            anything |= change.apply(in_force);
        }
        anything
    }

    /// Binary digits that a counter of the capped rule in each slot takes at most in any of the regimes.
    pub fn caps(&self) -> Vec<u8> {
        let mut digits = Vec::new();
        let assessing = self.assessed_by.iter().flat_map(|schedule| &schedule.regimes);
        for slot in self.regimes.iter().chain(assessing).flat_map(|regime| regime.slots()) {
            let number = usize::from(slot.number);
            digits.resize(digits.len().max(number + 1), 0);
            digits[number] = slot.cap.bits().max(digits[number]);
        }
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_regime::Parts;

    #[test]
    fn a_change_holds_from_its_tick_on_in_its_cities() {
        let null = || Regime::new("null", "None", Parts::default()).unwrap();
        let changes = vec![
            Change { from: Tick(2), cities: Some(vec![1]), regime: 1 },
            Change { from: Tick(5), cities: None, regime: 1 },
        ];
        let schedule = Schedule::new("w", vec![null(), null()], changes);
        let mut in_force = [0; 3];
        let seen: Vec<(bool, [u8; 3])> =
            (0..7).map(|tick| (schedule.apply(Tick(tick), &mut in_force), in_force)).collect();
        assert_eq!(seen[1], (false, [0, 0, 0]));
        assert_eq!(seen[2], (true, [0, 1, 0]));
        assert_eq!(seen[4], (false, [0, 1, 0]));
        assert_eq!(seen[5], (true, [1, 1, 1]));
        for tick in 0..7 {
            assert_eq!(schedule.before(Tick(tick + 1), 3), seen[tick as usize].1);
        }
        assert!(schedule.caps().is_empty());
    }
}
