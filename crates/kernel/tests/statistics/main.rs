//! Is the luck good? Statistical tests of draws, candidates, bijections and groups.
//!
//! Seeds are fixed, so a test passes always or never. Each bound is stated as z, in standard deviations: a
//! sound generator passes |z| < 4.9 with chance 1 − 10⁻⁶ for each figure, and there are under two thousand
//! here, so all of them together with chance 0.998 or better.

mod bijections;
mod candidates;
mod groups;
mod luck;
mod thinning;
