//! Quantities with their range in the type: shares, points, rates, chances.
//!
//! - [`Share`]: a part of a whole, 0 to 1.
//! - [`Points`]: a whole number of points, ±32,767.
//! - [`Rate`]: events in a year, 0 or more. In a tick of 1/T year at least one event falls with chance
//!   `1 − exp(−rate / T)` (a Poisson process).
//! - [`Chance`]: a probability as a whole number of 2⁻³², 0 to 2³² inclusive. Whole numbers make comparison,
//!   products and ratios the same on every machine.
//!
//! Exponentials come from `libm`, which gives the same bits on every platform.

/// A part of a whole: 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
#[must_use]
pub struct Share(f64);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
    /// The whole.
    pub const ONE: Self = Self(1.0);

    /// The share, if `value` is in 0..=1; not a number is refused.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The plain number, 0 to 1.
    #[inline]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The same as a chance, to the nearest 2⁻³².
    #[inline]
    pub fn chance(self) -> Chance {
        Chance::from_share(self.0)
    }
}

/// A whole number of points, which may be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct Points(pub i16);

impl std::fmt::Display for Points {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.0, formatter)
    }
}

/// Events in a year: 0 or more, finite.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
#[must_use]
pub struct Rate(f64);

impl Rate {
    /// Never.
    pub const ZERO: Self = Self(0.0);

    /// The rate of this many events a year, if it is finite and not negative.
    pub fn new(events: f64) -> Option<Self> {
        (events.is_finite() && events >= 0.0).then_some(Self(events))
    }

    /// The rate of this many events a year. Panics where [`Rate::new`] would refuse: use that for numbers
    /// from outside.
    pub fn per_year(events: f64) -> Self {
        match Self::new(events) {
            Some(rate) => rate,
            None => panic!("a rate is finite and not negative, not {events}"),
        }
    }

    /// Events a year.
    #[inline]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The chance of at least one event in a tick, `1 − exp(−rate / ticks_per_year)`; `ticks_per_year` > 0.
    pub fn chance_in(self, ticks_per_year: f64) -> Chance {
        debug_assert!(ticks_per_year > 0.0);
        Chance::from_share(-libm::expm1(-self.0 / ticks_per_year))
    }
}

/// A probability as a whole number of 2⁻³²: 0 (never) to 2³² (always), both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct Chance(u64);

impl Chance {
    /// Never.
    pub const ZERO: Self = Self(0);
    /// Always.
    pub const ONE: Self = Self(1 << 32);

    /// The nearest chance to a share. What is below 0 becomes 0, what is above 1 becomes 1, not a number
    /// becomes 0.
    #[inline]
    pub fn from_share(share: f64) -> Self {
        // Scaling by a power of two is exact; `as` sends what is no number, or negative, to 0. What is left
        // is exact too.
        let exact = share * 4_294_967_296.0;
        let whole = exact as u64;
        let up = exact - whole as f64 >= 0.5;
        Self(whole.saturating_add(up as u64)).capped()
    }

    /// The chance of `raw` times 2⁻³², if `raw` is at most 2³².
    pub const fn from_raw(raw: u64) -> Option<Self> {
        if raw <= 1 << 32 { Some(Self(raw)) } else { None }
    }

    /// Whether it happens, given a uniform random word.
    #[inline]
    pub const fn hits(self, word: u32) -> bool {
        (word as u64) < self.0
    }

    /// The probability, 0 to 1: exact, since 33 bits fit a double.
    #[inline]
    pub const fn value(self) -> f64 {
        self.0 as f64 / 4_294_967_296.0
    }

    /// The whole number of 2⁻³².
    #[inline]
    pub const fn raw(self) -> u64 {
        self.0
    }

    /// Both of two independent events: the exact product, rounded down to 2⁻³².
    #[inline]
    pub const fn times(self, other: Self) -> Self {
        Self(((self.0 as u128 * other.0 as u128) >> 32) as u64)
    }

    /// The chance with which to keep a candidate drawn at `ceiling`, so that the two together happen with
    /// chance `self` (thinning; Lewis & Shedler 1979): `self / ceiling` to the nearest 2⁻³², at most 1; 0 if
    /// `ceiling` is 0.
    #[inline]
    pub const fn over(self, ceiling: Self) -> Self {
        if ceiling.0 == 0 {
            return Self::ZERO;
        }
        if self.0 >= ceiling.0 {
            return Self::ONE;
        }
        // Here self < ceiling ≤ 2³², so the numerator stays below 2⁶⁴.
        Self(((self.0 << 32) + ceiling.0 / 2) / ceiling.0)
    }

    /// The chance that it does not happen.
    #[inline]
    pub const fn complement(self) -> Self {
        Self((1 << 32) - self.0)
    }

    const fn capped(self) -> Self {
        if self.0 > 1 << 32 { Self::ONE } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_checked() {
        assert_eq!(Share::new(0.25).map(Share::value), Some(0.25));
        assert_eq!(Share::new(1.0), Some(Share::ONE));
        assert_eq!(Share::new(-0.0), Some(Share::ZERO));
        for wrong in [-1e-9, 1.0 + 1e-9, f64::NAN, f64::INFINITY] {
            assert_eq!(Share::new(wrong), None);
        }
    }

    #[test]
    fn chances_multiply_divide_and_hit_in_steps_of_two_to_the_minus_32() {
        let half = Chance::from_share(0.5);
        assert_eq!(half.raw(), 1 << 31);
        assert_eq!(half.times(half).raw(), 1 << 30);
        assert_eq!(half.times(Chance::ONE), half);
        assert_eq!(Chance::ONE.times(Chance::ONE), Chance::ONE);
        assert!(half.hits((1 << 31) - 1) && !half.hits(1 << 31));
        assert!(Chance::ONE.hits(u32::MAX) && !Chance::ZERO.hits(0));
        assert_eq!(Chance(5 << 20).over(Chance(5 << 22)).raw(), 1 << 30);
        // 1/3 rounds down, 2/3 rounds up.
        assert_eq!(Chance(1).over(Chance(3)).raw(), 1_431_655_765);
        assert_eq!(Chance(2).over(Chance(3)).raw(), 2_863_311_531);
        assert_eq!(half.over(Chance::from_share(0.25)), Chance::ONE);
        assert_eq!(half.over(Chance::ZERO), Chance::ZERO);
        assert_eq!(Chance::ZERO.over(half), Chance::ZERO);
        // 1/3 is 1431655765.33 times 2⁻³².
        assert_eq!(Chance::from_share(1.0 / 3.0).raw(), 1_431_655_765);
        assert_eq!(half.complement(), half);
    }

    #[test]
    fn nearest_means_nearest() {
        let step = 1.0 / 4_294_967_296.0;
        for (steps, raw) in [(0.49, 0), (0.5, 1), (1.49, 1), (1.5, 2), (2.51, 3)] {
            assert_eq!(Chance::from_share(steps * step).raw(), raw, "{steps}");
        }
        // 2/3 is 2863311530.67 times 2⁻³².
        assert_eq!(Share::new(2.0 / 3.0).map(Share::chance), Some(Chance(2_863_311_531)));
        // 2/5 is 1717986918.4 of them and 3/5 is 2576980377.6.
        assert_eq!([2, 3].map(|own| Chance(own).over(Chance(5)).raw()), [1_717_986_918, 2_576_980_378]);
        assert_eq!(Chance::ONE.over(Chance::ONE), Chance::ONE);
        assert_eq!(Chance(1 << 32).over(Chance((1 << 32) - 1)), Chance::ONE);
        assert_eq!(Chance((1 << 32) - 1).over(Chance::ONE), Chance((1 << 32) - 1));
        assert_eq!(Chance::from_raw(1 << 32), Some(Chance::ONE));
        assert_eq!((Chance::ONE.complement(), Chance(5).complement()), (Chance::ZERO, Chance((1 << 32) - 5)));
    }

    #[test]
    fn chances_out_of_range_are_cut() {
        assert_eq!(Chance::from_share(-0.5), Chance::ZERO);
        assert_eq!(Chance::from_share(7.0), Chance::ONE);
        assert_eq!(Chance::from_share(f64::NAN), Chance::ZERO);
        assert_eq!(Chance::from_share(f64::INFINITY), Chance::ONE);
        assert_eq!(Chance::from_raw((1 << 32) + 1), None);
    }

    #[test]
    fn a_rate_becomes_the_chance_of_at_least_one_event() {
        assert_eq!(Rate::ZERO.chance_in(52.0), Chance::ZERO);
        // 1 − exp(−ln 2) = 1/2.
        let doubling = Rate::per_year(52.0 * std::f64::consts::LN_2).chance_in(52.0);
        assert!(doubling.raw().abs_diff(1 << 31) <= 1);
        assert_eq!(Rate::per_year(1e9).chance_in(1.0), Chance::ONE);
        // 1 − exp(−1/2), to the nearest 2⁻³².
        assert_eq!(Rate::per_year(26.0).chance_in(52.0).raw(), 1_689_937_949);
        assert_eq!(Rate::new(0.0), Some(Rate::ZERO));
        assert_eq!(Rate::new(2.5).map(Rate::value), Some(2.5));
        assert_eq!(Rate::new(f64::INFINITY), None);
        assert_eq!(Rate::new(-1.0), None);
        assert_eq!(Rate::new(f64::NAN), None);
    }

    #[test]
    #[should_panic(expected = "a rate is finite")]
    fn a_negative_rate_panics() {
        let _ = Rate::per_year(-1.0);
    }

    proptest! {
        #[test]
        fn thinning_gives_back_the_rate(own in 0u64..=1 << 32, ceiling in 1u64..=1 << 32) {
            let (own, ceiling) = (Chance(own.min(ceiling)), Chance(ceiling));
            prop_assert!(own.over(ceiling).times(ceiling).raw().abs_diff(own.raw()) <= 1);
        }

        #[test]
        fn there_and_back(raw in 0u64..=1 << 32) {
            prop_assert_eq!(Chance::from_share(Chance(raw).value()), Chance(raw));
        }

        #[test]
        fn products_stay_within(a in 0u64..=1 << 32, b in 0u64..=1 << 32) {
            prop_assert!(Chance(a).times(Chance(b)) <= Chance(a.min(b)));
        }
    }
}
