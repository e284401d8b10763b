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

/// The regimes of a world and when each comes into force where.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// Name of the world.
    pub world: String,
    /// Regimes; the first is in force everywhere from the start unless a change says otherwise.
    pub regimes: Vec<Regime>,
    /// Changes, by ascending tick.
    pub changes: Vec<Change>,
}

impl Schedule {
    /// Brings the regimes in force in each city up to `tick`; says whether anything changed.
    pub fn apply(&self, tick: Tick, in_force: &mut [u8]) -> bool {
        let mut anything = false;
        for change in self.changes.iter().filter(|change| change.from == tick) {
            for (city, now) in in_force.iter_mut().enumerate() {
                let chosen = change.cities.as_ref().is_none_or(|cities| cities.contains(&(city as u16)));
                if chosen && *now != change.regime {
                    *now = change.regime;
                    anything = true;
                }
            }
        }
        anything
    }

    /// Binary digits that a counter of the capped rule in each slot takes at most in any of the regimes.
    pub fn caps(&self) -> Vec<u8> {
        let mut digits = Vec::new();
        for slot in self.regimes.iter().flat_map(|regime| regime.slots()) {
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
        let schedule = Schedule {
            world: "w".into(),
            regimes: vec![null(), null()],
            changes: vec![
                Change { from: Tick(2), cities: Some(vec![1]), regime: 1 },
                Change { from: Tick(5), cities: None, regime: 1 },
            ],
        };
        let mut in_force = [0; 3];
        let seen: Vec<(bool, [u8; 3])> =
            (0..7).map(|tick| (schedule.apply(Tick(tick), &mut in_force), in_force)).collect();
        assert_eq!(seen[1], (false, [0, 0, 0]));
        assert_eq!(seen[2], (true, [0, 1, 0]));
        assert_eq!(seen[4], (false, [0, 1, 0]));
        assert_eq!(seen[5], (true, [1, 1, 1]));
        assert!(schedule.caps().is_empty());
    }
}
