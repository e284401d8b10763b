//! Streams: one number for each use of luck, declared where it is used.
//!
//! Model: [`stream!`](crate::stream!) makes the constant and marks its number as taken, by a trait of the
//! crate that declares it. Whoever takes a number twice, or one that is not the crate's, gets an error of the
//! compiler. A run of streams takes a whole hundred.
//!
//! A crate with streams has a module `stream` with a trait `Taken` and the range `OWN` of its numbers.
//!
//! ```
//! mod stream {
//!     pub trait Taken {}
//!     pub const OWN: std::ops::Range<u32> = 0..70;
//! }
//! demerit_kernel::stream! {
//!     /// Coins.
//!     pub COINS = 1;
//!     /// Dice.
//!     pub DICE = 2;
//! }
//! fn main() {
//!     assert_ne!(COINS, DICE);
//! }
//! ```
//!
//! ```compile_fail,E0119
//! mod stream {
//!     pub trait Taken {}
//!     pub const OWN: std::ops::Range<u32> = 0..70;
//! }
//! demerit_kernel::stream! {
//!     pub COINS = 1;
//!     pub DICE = 1;
//! }
//! fn main() {}
//! ```
//!
//! ```compile_fail,E0080
//! mod stream {
//!     pub trait Taken {}
//!     pub const OWN: std::ops::Range<u32> = 0..70;
//! }
//! demerit_kernel::stream! {
//!     pub COINS = 70;
//! }
//! fn main() {}
//! ```
//!
//! Symbols: none. Source: our definition. Leaves out: streams of tests, which need no declaration.

use crate::Stream;

/// The number of a stream, as a type.
#[derive(Debug)]
pub struct Number<const NUMBER: u32>;

/// The hundred of a run of streams, as a type.
#[derive(Debug)]
pub struct Hundred<const FIRST: u32>;

/// A run of streams, one for each of a number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streams(pub u32);

impl Streams {
    /// The stream of one of the things.
    #[inline]
    pub const fn of(self, index: usize) -> Stream {
        Stream(self.0 + index as u32)
    }
}

/// Declares streams of luck, or a run of `most` of them: see [the module](crate::stream).
#[allow(clippy::crate_in_macro_def, reason = "the trait is that of the crate that declares")]
#[macro_export]
macro_rules! stream {
    ($($(#[$doc:meta])* $vis:vis $name:ident = $number:literal;)+) => {$(
        $(#[$doc])*
        $vis const $name: $crate::Stream = $crate::Stream($number);
        impl crate::stream::Taken for $crate::stream::Number<$number> {}
        const _: () = assert!(crate::stream::OWN.start <= $number && $number < crate::stream::OWN.end);
    )+};
    ($(#[$doc:meta])* $vis:vis $name:ident = $first:literal, for $most:expr) => {
        $(#[$doc])*
        $vis const $name: $crate::stream::Streams = $crate::stream::Streams($first);
        impl crate::stream::Taken for $crate::stream::Hundred<$first> {}
        const _: () = assert!($first > 0 && $first % 100 == 0 && $most <= 100);
    };
}
