//! Run-time choice of vector code: the same bits on every path.
//!
//! Work is written once, as plain Rust over short fixed loops, and compiled three times: for any processor, for AVX2
//! and for AVX-512. The first call looks at the processor and settles the path for the process, unless the caller has
//! forced one before: the program does, where its user names one. A path that the processor lacks falls
//! back to the best one below it. All arithmetic is on whole numbers, so the paths cannot differ; tests hold them to it.
//!
//! This is the one file with unsafe code. There is one reason for it: a function compiled for AVX2 may be called only
//! on a processor that has AVX2, which the compiler cannot know and [`VectorPath::best`] checks.
//!
//! Leaves out: other architectures' vector units. There the plain path runs.
#![allow(unsafe_code)]

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::philox::{MULTIPLIERS, ROUNDS, WEYL};

/// The kinds of vector code, from the narrowest to the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum VectorPath {
    /// What every processor of this architecture has.
    Plain = 1,
    /// 256-bit vectors.
    Avx2 = 2,
    /// 512-bit vectors: AVX-512 F, BW, DQ and VL.
    Avx512 = 3,
}

impl VectorPath {
    /// All of them, from the narrowest to the widest.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Avx2, Self::Avx512];

    /// The widest that this processor has.
    #[must_use]
    pub fn best() -> Self {
        static BEST: OnceLock<VectorPath> = OnceLock::new();
        *BEST.get_or_init(detect)
    }

    /// This path, or the best below it that the processor has.
    #[must_use]
    pub fn supported(self) -> Self {
        self.min(Self::best())
    }

    /// The path's name as a user spells it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Avx2 => "avx2",
            Self::Avx512 => "avx512",
        }
    }

    /// The path of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|path| path.name() == name)
    }

    const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Plain),
            2 => Some(Self::Avx2),
            3 => Some(Self::Avx512),
            _ => None,
        }
    }
}

fn detect() -> VectorPath {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512bw")
            && is_x86_feature_detected!("avx512dq")
            && is_x86_feature_detected!("avx512vl")
        {
            return VectorPath::Avx512;
        }
        if is_x86_feature_detected!("avx2") {
            return VectorPath::Avx2;
        }
    }
    VectorPath::Plain
}

/// The path of the process; 0 until it is settled. Only supported paths are ever stored.
static CHOSEN: AtomicU8 = AtomicU8::new(0);

/// The path that the process takes.
#[inline]
#[must_use]
pub fn path() -> VectorPath {
    match VectorPath::from_byte(CHOSEN.load(Ordering::Relaxed)) {
        Some(path) => path,
        None => settle(),
    }
}

#[cold]
fn settle() -> VectorPath {
    force(VectorPath::Avx512)
}

/// The path that a user names, `plain`, `avx2` or `avx512`: the widest, where nothing is named or nothing known.
#[must_use]
pub fn wished(name: Option<&str>) -> VectorPath {
    name.and_then(|name| VectorPath::named(name.trim())).unwrap_or(VectorPath::Avx512)
}

/// Makes the process take `path`, or the best below it that the processor has; says which. Results do not change, only
/// their speed.
pub fn force(path: VectorPath) -> VectorPath {
    let path = path.supported();
    CHOSEN.store(path as u8, Ordering::Relaxed);
    path
}

/// Work that is to be compiled for every path.
///
/// Mark `run`, and what it calls, `#[inline(always)]`: only what is inlined gets the wide instructions. Only whole
/// numbers keep the promise of the same bits without further thought.
pub trait Work {
    /// What comes out.
    type Output;
    /// Does the work.
    fn run(self) -> Self::Output;
}

/// Does the work on the path of the process.
#[inline]
pub fn run<W: Work>(work: W) -> W::Output {
    dispatch(path(), work)
}

/// Does the work on `path`, or on the best below it that the processor has.
#[inline]
pub fn run_on<W: Work>(path: VectorPath, work: W) -> W::Output {
    dispatch(path.supported(), work)
}

/// `path` must be one that the processor has: [`path`] and [`VectorPath::supported`] give no other.
#[inline]
fn dispatch<W: Work>(path: VectorPath, work: W) -> W::Output {
    #[cfg(target_arch = "x86_64")]
    {
        // SAFETY: `path` is at most `VectorPath::best()`, which has found the features on this processor.
        match path {
            VectorPath::Plain => {}
            VectorPath::Avx2 => return unsafe { run_avx2(work) },
            VectorPath::Avx512 => return unsafe { run_avx512(work) },
        }
    }
    let _ = path;
    work.run()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn run_avx2<W: Work>(work: W) -> W::Output {
    work.run()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn run_avx512<W: Work>(work: W) -> W::Output {
    work.run()
}

/// Philox4x32-10 for use inside [`Work`]: each word in the low half of 64 bits, the high half without meaning on the
/// way in. A vector unit multiplies the low halves of 64-bit lanes, so a loop over this needs no shuffles.
#[inline(always)]
pub(crate) fn philox_wide(key: [u32; 2], counter: [u64; 4]) -> [u64; 4] {
    const LOW: u64 = u32::MAX as u64;
    let [mut k0, mut k1] = key;
    let [mut c0, mut c1, mut c2, mut c3] = counter;
    for _ in 0..ROUNDS {
        let p = (c0 & LOW) * u64::from(MULTIPLIERS[0]);
        let q = (c2 & LOW) * u64::from(MULTIPLIERS[1]);
        (c0, c1, c2, c3) = ((q >> 32) ^ c1 ^ u64::from(k0), q, (p >> 32) ^ c3 ^ u64::from(k1), p);
        k0 = k0.wrapping_add(WEYL[0]);
        k1 = k1.wrapping_add(WEYL[1]);
    }
    [c0 & LOW, c1 & LOW, c2 & LOW, c3 & LOW]
}

/// Which counters to draw at: the word c0 varies, the words c1, c2, c3 stay.
#[derive(Clone, Copy, Debug)]
pub enum Counters<'a> {
    /// c0 = `first`, `first` + 1, … (mod 2³²).
    Consecutive {
        /// The first c0.
        first: u32,
        /// The words c1, c2, c3.
        rest: [u32; 3],
    },
    /// c0 from a list.
    Gathered {
        /// One c0 for each block.
        words: &'a [u32],
        /// The words c1, c2, c3.
        rest: [u32; 3],
    },
}

/// Draws one Philox block for each counter; word `w` of block `i` goes to `out[w][i]`.
///
/// The four slices are of one length, which is the number of blocks (and of `words`, where they are gathered);
/// otherwise it panics.
pub fn fill_counters(key: [u32; 2], counters: Counters<'_>, out: [&mut [u32]; 4]) {
    run(Fill { key, counters, out });
}

/// The same on a path of one's choice, or the best below it.
pub fn fill_counters_on(path: VectorPath, key: [u32; 2], counters: Counters<'_>, out: [&mut [u32]; 4]) {
    run_on(path, Fill { key, counters, out });
}

struct Fill<'a> {
    key: [u32; 2],
    counters: Counters<'a>,
    out: [&'a mut [u32]; 4],
}

impl Work for Fill<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let [out0, out1, out2, out3] = self.out;
        let len = out0.len();
        assert!(out1.len() == len && out2.len() == len && out3.len() == len, "four slices of one length");
        match self.counters {
            Counters::Consecutive { first, rest } => {
                let [c1, c2, c3] = rest.map(u64::from);
                for i in 0..len {
                    let c0 = u64::from(first.wrapping_add(i as u32));
                    let block = philox_wide(self.key, [c0, c1, c2, c3]);
                    [out0[i], out1[i], out2[i], out3[i]] = block.map(|word| word as u32);
                }
            }
            Counters::Gathered { words, rest } => {
                assert!(words.len() == len, "one counter for each block");
                let [c1, c2, c3] = rest.map(u64::from);
                for i in 0..len {
                    let block = philox_wide(self.key, [u64::from(words[i]), c1, c2, c3]);
                    [out0[i], out1[i], out2[i], out3[i]] = block.map(|word| word as u32);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::philox4x32_10;
    use proptest::prelude::*;

    fn filled(path: VectorPath, key: [u32; 2], counters: Counters<'_>, len: usize) -> Vec<[u32; 4]> {
        let mut out = [(); 4].map(|()| vec![0u32; len]);
        fill_counters_on(path, key, counters, out.each_mut().map(|words| words.as_mut_slice()));
        (0..len).map(|i| [out[0][i], out[1][i], out[2][i], out[3][i]]).collect()
    }

    #[test]
    fn names_and_order() {
        for path in VectorPath::ALL {
            assert_eq!(VectorPath::named(path.name()), Some(path));
            assert!(path.supported() <= path && path.supported() <= VectorPath::best());
        }
        assert_eq!(VectorPath::named("sse9"), None);
        assert_eq!(wished(Some(" plain\n")), VectorPath::Plain);
        assert_eq!((wished(None), wished(Some("sse9"))), (VectorPath::Avx512, VectorPath::Avx512));
        assert_eq!(VectorPath::Plain.supported(), VectorPath::Plain);
    }

    #[test]
    fn a_forced_path_is_taken_or_the_best_below() {
        let before = path();
        for wished in VectorPath::ALL {
            assert_eq!(force(wished), wished.supported());
        }
        force(before);
    }

    #[test]
    fn no_blocks() {
        for path in VectorPath::ALL {
            assert!(filled(path, [1, 2], Counters::Gathered { words: &[], rest: [0; 3] }, 0).is_empty());
        }
    }

    #[test]
    #[should_panic(expected = "one counter for each block")]
    fn lengths_must_agree() {
        filled(VectorPath::Plain, [1, 2], Counters::Gathered { words: &[5], rest: [0; 3] }, 2);
    }

    proptest! {
        #[test]
        fn every_path_gives_the_bits_of_the_plain_function(
            key: [u32; 2], first: u32, rest: [u32; 3], words in prop::collection::vec(any::<u32>(), 0..200),
        ) {
            let [c1, c2, c3] = rest;
            let consecutive: Vec<_> = (0..words.len() as u32)
                .map(|i| philox4x32_10(key, [first.wrapping_add(i), c1, c2, c3])).collect();
            let gathered: Vec<_> = words.iter().map(|&c0| philox4x32_10(key, [c0, c1, c2, c3])).collect();
            for path in VectorPath::ALL {
                let counters = Counters::Consecutive { first, rest };
                prop_assert_eq!(&filled(path, key, counters, words.len()), &consecutive);
                let counters = Counters::Gathered { words: &words, rest };
                prop_assert_eq!(&filled(path, key, counters, words.len()), &gathered);
            }
        }
    }
}
