//! Run-time choice of vector code: the same bits on every path.
//!
//! Work is written once, as plain Rust over short fixed loops, and compiled three times: for any processor,
//! for AVX2 and for AVX-512. The first call looks at the processor and settles the path for the process,
//! unless the caller has forced one before: the program does, where its user names one. A path that the
//! processor lacks falls back to the best one below it. All arithmetic is on whole numbers, so the paths
//! cannot differ; tests hold them to it.
//!
//! This file has unsafe code, for one reason: a function compiled for AVX2 may be called only on a processor
//! that has AVX2, which the compiler cannot know and [`VectorPath::best`] checks.
//!
//! Leaves out: other architectures' vector units. There the plain path runs.
#![allow(unsafe_code)]

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::luck::philox::{MULTIPLIERS, ROUNDS, WEYL};

crate::named! {
    /// The kinds of vector code, from the narrowest to the widest.
    VectorPath {
        /// What every processor of this architecture has.
        Plain = "plain",
        /// 256-bit vectors.
        Avx2 = "avx2",
        /// 512-bit vectors: AVX-512 F, BW, DQ and VL.
        Avx512 = "avx512",
    }
}

impl VectorPath {
    /// The widest that this processor has.
    pub fn best() -> Self {
        static BEST: OnceLock<VectorPath> = OnceLock::new();
        *BEST.get_or_init(detect)
    }

    /// This path, or the best below it that the processor has.
    pub fn supported(self) -> Self {
        self.min(Self::best())
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

/// One more than the index of the path of the process; 0 until it is settled. Only supported paths are ever
/// stored.
static CHOSEN: AtomicU8 = AtomicU8::new(0);

/// The path that the process takes.
#[inline]
pub fn path() -> VectorPath {
    #[cfg(test)]
    if let Some(path) = tests::OF_THREAD.get() {
        return path;
    }
    let index = usize::from(CHOSEN.load(Ordering::Relaxed)).wrapping_sub(1);
    VectorPath::ALL.get(index).copied().unwrap_or_else(settle)
}

#[cold]
fn settle() -> VectorPath {
    force(VectorPath::Avx512)
}

/// The path that a user names, `plain`, `avx2` or `avx512`: the widest, where nothing is named or nothing
/// known.
pub fn wished(name: Option<&str>) -> VectorPath {
    name.and_then(|name| VectorPath::named(name.trim())).unwrap_or(VectorPath::Avx512)
}

/// Makes the process take `path`, or the best below it that the processor has; says which. Results do not
/// change, only their speed.
pub fn force(path: VectorPath) -> VectorPath {
    let path = path.supported();
    CHOSEN.store(path as u8 + 1, Ordering::Relaxed);
    path
}

/// Work that is to be compiled for every path.
///
/// Mark `run`, and what it calls, `#[inline(always)]`: only what is inlined gets the wide instructions. Only
/// whole numbers keep the promise of the same bits without further thought.
pub trait Work {
    /// What comes out.
    type Output;
    /// Does the work.
    fn run(self) -> Self::Output;
}

/// Does the work on the path of the process.
#[inline]
pub fn run<W: Work>(work: W) -> W::Output {
    #[cfg(target_arch = "x86_64")]
    {
        // SAFETY: a path is at most `VectorPath::best()`, which has found the features on this processor.
        match path() {
            VectorPath::Plain => {}
            VectorPath::Avx2 => return unsafe { run_avx2(work) },
            VectorPath::Avx512 => return unsafe { run_avx512(work) },
        }
    }
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

/// Philox4x32-10 for use inside [`Work`]: each word in the low half of 64 bits, the high half without meaning
/// on the way in. A vector unit multiplies the low halves of 64-bit lanes, so a loop over this needs no
/// shuffles.
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

/// Draws a Philox block at each of the counters (`first`, c1, c2, c3), (`first` + 1, c1, c2, c3), … (mod
/// 2³²); word `w` of block `i` goes to `out[w][i]`.
///
/// The four slices are of one length, which is the number of blocks; otherwise it panics.
pub fn fill_counters(key: [u32; 2], first: u32, rest: [u32; 3], out: [&mut [u32]; 4]) {
    run(Fill { key, first, rest, out });
}

struct Fill<'a> {
    key: [u32; 2],
    first: u32,
    rest: [u32; 3],
    out: [&'a mut [u32]; 4],
}

impl Work for Fill<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let [out0, out1, out2, out3] = self.out;
        let len = out0.len();
        assert!(out1.len() == len && out2.len() == len && out3.len() == len, "four slices of one length");
        let [c1, c2, c3] = self.rest.map(u64::from);
        for i in 0..len {
            let c0 = u64::from(self.first.wrapping_add(i as u32));
            let block = philox_wide(self.key, [c0, c1, c2, c3]);
            [out0[i], out1[i], out2[i], out3[i]] = block.map(|word| word as u32);
        }
    }
}

/// Runs a test on every path, or the best below it, for the thread that it is called on.
#[cfg(test)]
pub(crate) fn on_each_path(mut test: impl FnMut()) {
    for path in VectorPath::ALL {
        tests::OF_THREAD.set(Some(path.supported()));
        test();
    }
    tests::OF_THREAD.set(None);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::philox::philox4x32_10;
    use proptest::prelude::*;
    use std::cell::Cell;

    thread_local! {
        /// The path that a test has chosen for its thread.
        pub(super) static OF_THREAD: Cell<Option<VectorPath>> = const { Cell::new(None) };
    }

    fn filled(key: [u32; 2], first: u32, rest: [u32; 3], len: usize) -> Vec<[u32; 4]> {
        let mut out = [(); 4].map(|()| vec![0u32; len]);
        fill_counters(key, first, rest, out.each_mut().map(|words| words.as_mut_slice()));
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
    #[should_panic(expected = "four slices of one length")]
    fn lengths_must_agree() {
        fill_counters([1, 2], 3, [0; 3], [&mut [0; 2], &mut [0; 2], &mut [0; 2], &mut [0; 1]]);
    }

    proptest! {
        #[test]
        fn every_path_gives_the_bits_of_the_plain_function(key: [u32; 2], first: u32, rest: [u32; 3], len in 0u32..200) {
            let [c1, c2, c3] = rest;
            let wanted: Vec<_> = (0..len).map(|i| philox4x32_10(key, [first.wrapping_add(i), c1, c2, c3])).collect();
            on_each_path(|| assert_eq!(filled(key, first, rest, len as usize), wanted));
        }
    }
}
