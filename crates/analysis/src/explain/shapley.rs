//! Shapley values: what each player brings to a game, averaged over all orders in which the players may come.
//!
//! Model: a game gives each coalition S of n players a value v(S). Player i gets the mean, over all orders of
//! the players, of what v gains when i joins those before; equally, the sum over all S without i of |S|! (n −
//! |S| − 1)! / n! times v(S and i) − v(S). The values of all players sum to v(all) − v(nobody); a player who
//! never changes v gets 0; players who change it alike get the same.
//!
//! Symbols: a coalition is a set of bits, bit i for player i; n from 0 to 31, and to [`MOST_EXACT`] where
//! every coalition is valued; intervals are at 95 %.
//!
//! Sources: Shapley, "A value for n-person games", 1953; estimation by sampled orders: Castro, Gómez and
//! Tejada, 2009; intervals by Student's t.
//!
//! Leaves out: interactions between players, which their values share out evenly.

use demerit_kernel::Draws;

demerit_kernel::stream! {
    /// Orders in which mechanisms are switched on, where not all coalitions are run.
    pub(crate) ORDER = 70;
}

/// Most players for whom every coalition is valued; above it, orders are sampled.
pub const MOST_EXACT: usize = 8;

/// The values of all players, from the value of every coalition, in the order of their bits.
#[must_use]
pub fn exact(players: usize, values: &[f64]) -> Vec<f64> {
    // weights[s] = s! (n − s − 1)! / n! = 1 / (n · C(n − 1, s)).
    let mut weights = vec![0.0; players];
    let mut ways = 1.0;
    for (size, weight) in weights.iter_mut().enumerate() {
        *weight = 1.0 / (players as f64 * ways);
        ways *= (players - 1 - size) as f64 / (size + 1) as f64;
    }
    let share = |player: usize| {
        let gain = |without: usize| {
            let weight = weights[without.count_ones() as usize];
            weight * (values[without | 1 << player] - values[without])
        };
        (0..1 << players).filter(|coalition| coalition >> player & 1 == 0).map(gain).sum()
    };
    (0..players).map(share).collect()
}

/// What each player gains the coalition of those before, in one order of the players.
#[must_use]
pub fn along(order: &[usize], mut value: impl FnMut(usize) -> f64) -> Vec<f64> {
    let mut gains = vec![0.0; order.len()];
    let mut coalition = 0;
    let mut before = value(coalition);
    for &player in order {
        coalition |= 1 << player;
        let after = value(coalition);
        gains[player] = after - before;
        before = after;
    }
    gains
}

/// So many orders of the players, each as likely as any other.
#[must_use]
pub fn orders(players: usize, count: u32, draws: Draws) -> Vec<Vec<usize>> {
    let order = |number: u32| {
        let mut order: Vec<usize> = (0..players).collect();
        for place in (1..players).rev() {
            let other = draws.luck(ORDER, number, 0, place as u32).below(0, place as u32 + 1);
            order.swap(place, other as usize);
        }
        order
    };
    (0..count).map(order).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;
    use demerit_measures::estimate::Estimate;
    use proptest::prelude::*;

    fn values(players: usize, of: impl Fn(usize) -> f64) -> Vec<f64> {
        (0..1 << players).map(of).collect()
    }

    fn near(found: &[f64], wanted: &[f64]) {
        assert_eq!(found.len(), wanted.len());
        for (one, other) in found.iter().zip(wanted) {
            assert!((one - other).abs() < 1e-9 * (1.0 + other.abs()), "{found:?} {wanted:?}");
        }
    }

    #[test]
    fn the_glove_game_gives_the_scarce_glove_two_thirds() {
        // Players 0 and 1 hold a left glove each, player 2 the only right one; a pair is worth 1.
        let pair = |coalition: usize| f64::from(u8::from(coalition & 4 != 0 && coalition & 3 != 0));
        near(&exact(3, &values(3, pair)), &[1.0 / 6.0, 1.0 / 6.0, 4.0 / 6.0]);
    }

    #[test]
    fn an_additive_game_gives_each_their_own() {
        let own = [3.0, -1.5, 0.0, 10.0];
        let sum = |coalition: usize| {
            7.0 + own
                .iter()
                .enumerate()
                .filter(|one| coalition >> one.0 & 1 == 1)
                .map(|one| one.1)
                .sum::<f64>()
        };
        near(&exact(4, &values(4, sum)), &own);
        for order in orders(4, 5, Draws::new(Seed(1))) {
            near(&along(&order, sum), &own);
        }
    }

    #[test]
    fn in_a_majority_game_the_large_vote_has_three_quarters() {
        // Votes 4, 2, 1, 1 of 8, five needed: the first is decisive in nine of twelve orders, the others in
        // one of twelve.
        let votes = [4, 2, 1, 1];
        let wins = |coalition: usize| {
            let sum: u32 =
                votes.iter().enumerate().filter(|one| coalition >> one.0 & 1 == 1).map(|one| one.1).sum();
            f64::from(u8::from(sum >= 5))
        };
        near(&exact(4, &values(4, wins)), &[0.75, 1.0 / 12.0, 1.0 / 12.0, 1.0 / 12.0]);
    }

    #[test]
    fn nobody_and_one() {
        assert!(exact(0, &[5.0]).is_empty());
        near(&exact(1, &[5.0, 9.0]), &[4.0]);
        assert!(along(&[], |_| 5.0).is_empty());
    }

    #[test]
    fn sampled_orders_come_near_the_exact_values() {
        let game = |coalition: usize| {
            f64::from((coalition.count_ones() * coalition.count_ones()) << (coalition & 1))
        };
        let wanted = exact(5, &values(5, game));
        let found: Vec<Vec<f64>> =
            orders(5, 400, Draws::new(Seed(7))).iter().map(|order| along(order, game)).collect();
        for (player, wanted) in wanted.iter().enumerate() {
            let one = Estimate::of(&found.iter().map(|gains| gains[player]).collect::<Vec<_>>()).unwrap();
            let [low, high] = one.interval.unwrap();
            let error = (high - low) / 2.0 / 1.96;
            assert!(
                (one.value - wanted).abs() <= 4.0 * error + 1e-9,
                "{one:?} {wanted}: beyond four standard errors"
            );
        }
    }

    proptest! {
        #[test]
        fn values_sum_to_the_whole_and_are_fair(drawn in prop::collection::vec(-100.0f64..100.0, 32), seed in any::<u64>()) {
            let whole = drawn[31] - drawn[0];
            prop_assert!((exact(5, &drawn).iter().sum::<f64>() - whole).abs() < 1e-9);
            for order in orders(5, 3, Draws::new(Seed(seed))) {
                let mut sorted = order.clone();
                sorted.sort_unstable();
                prop_assert_eq!(&sorted, &[0, 1, 2, 3, 4]);
                prop_assert!((along(&order, |coalition| drawn[coalition]).iter().sum::<f64>() - whole).abs() < 1e-9);
            }
            // A dummy changes nothing; two that change it alike get the same.
            let dummy: Vec<f64> = (0..64).map(|coalition| drawn[coalition & 31]).collect();
            let found = exact(6, &dummy);
            prop_assert!(found[5].abs() < 1e-9);
            let alike: Vec<f64> = (0..64usize)
                .map(|coalition| drawn[(coalition & 7) | ((coalition >> 3).count_ones().min(3) as usize) << 3])
                .collect();
            let found = exact(6, &alike);
            prop_assert!((found[3] - found[4]).abs() < 1e-9 && (found[4] - found[5]).abs() < 1e-9);
        }
    }
}
