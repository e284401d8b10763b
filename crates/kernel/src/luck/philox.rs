//! Philox4x32-10: a random block as a pure function of a key and a counter.
//!
//! Ten rounds over four 32-bit words (c0, c1, c2, c3) with key (k0, k1). In each round, with 64-bit products
//! `p = M0·c0` and `q = M1·c2`,
//!
//! ```text
//! (c0, c1, c2, c3) ← (high(q) ⊕ c1 ⊕ k0,  low(q),  high(p) ⊕ c3 ⊕ k1,  low(p))
//! (k0, k1)         ← (k0 + W0, k1 + W1)   (mod 2³²)
//! ```
//!
//! Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011); known
//! answers from their library Random123. Leaves out: other widths and numbers of rounds.

/// The multipliers of words 0 and 2.
pub(crate) const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// What is added to the two halves of the key after each round (golden ratio, √3 − 1).
pub(crate) const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
/// Rounds.
pub(crate) const ROUNDS: u32 = 10;

/// The random block of four words at `counter` under `key`.
#[inline]
pub const fn philox4x32_10(key: [u32; 2], counter: [u32; 4]) -> [u32; 4] {
    let [mut k0, mut k1] = key;
    let [mut c0, mut c1, mut c2, mut c3] = counter;
    let mut round = 0;
    while round < ROUNDS {
        let p = MULTIPLIERS[0] as u64 * c0 as u64;
        let q = MULTIPLIERS[1] as u64 * c2 as u64;
        (c0, c1, c2, c3) = ((q >> 32) as u32 ^ c1 ^ k0, q as u32, (p >> 32) as u32 ^ c3 ^ k1, p as u32);
        k0 = k0.wrapping_add(WEYL[0]);
        k1 = k1.wrapping_add(WEYL[1]);
        round += 1;
    }
    [c0, c1, c2, c3]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three answers for `philox4x32 10` in Random123's file `kat_vectors`.
    #[test]
    fn published_known_answers() {
        let zeros = philox4x32_10([0; 2], [0; 4]);
        assert_eq!(zeros, [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        let ones = philox4x32_10([u32::MAX; 2], [u32::MAX; 4]);
        assert_eq!(ones, [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        let digits_of_pi =
            philox4x32_10([0xa409_3822, 0x299f_31d0], [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344]);
        assert_eq!(digits_of_pi, [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
    }

    #[test]
    fn every_key_and_counter_word_matters() {
        let base = philox4x32_10([1, 2], [3, 4, 5, 6]);
        for word in 0..4 {
            let mut counter = [3, 4, 5, 6];
            counter[word] ^= 1;
            assert_ne!(philox4x32_10([1, 2], counter), base);
        }
        assert_ne!(philox4x32_10([0, 2], [3, 4, 5, 6]), base);
        assert_ne!(philox4x32_10([1, 3], [3, 4, 5, 6]), base);
    }
}
