//! Verdicts: what the numbers of a study say of a claim. The rule:
//!
//! | verdict | when |
//! |---|---|
//! | shown | every test holds |
//! | shown in part | anything else; and where all hold, but the claim says that it lacks something |
//! | the simulation says otherwise | every test fails |
//! | only if assumed | anything but the former, and the claim goes in by a figure of the files |
//! | cannot be answered by a simulation | the file says why |
//! | not yet | the file says what is missing |
//!
//! A test *holds* where the number as filed, its whole interval over the seeds, and its 5 and 95 %
//! quantiles over the draws lie beyond the threshold. It *fails* where neither the number as filed nor the
//! median of the draws does. Anything between holds in part. Without draws the number as filed decides alone.

use super::file::{Beyond, ClaimFile, TestFile};
use demerit_measures::estimate::Estimate;
use serde::Serialize;

/// What is said of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every test holds.
    Shown,
    /// Some do, or something is lacking.
    InPart,
    /// Every test fails.
    Otherwise,
    /// It goes in as a rule or an assumption, and comes out.
    OnlyIfAssumed,
    /// No simulation can answer it.
    Cannot,
    /// Something is missing.
    NotYet,
}

impl Verdict {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Shown, Self::InPart, Self::Otherwise, Self::OnlyIfAssumed, Self::Cannot, Self::NotYet];

    /// The word in tables and messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::InPart => "in-part",
            Self::Otherwise => "otherwise",
            Self::OnlyIfAssumed => "only-if-assumed",
            Self::Cannot => "cannot",
            Self::NotYet => "not-yet",
        }
    }
}

/// What the numbers say of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It holds in part.
    InPart,
    /// It fails.
    Fails,
}

/// The outcome of a test: the number as filed, and its 5, 25, 50, 75 and 95 % quantiles over the draws, where
/// there are any.
pub(super) fn outcome(test: &TestFile, filed: Estimate, range: Option<[f64; 5]>) -> Outcome {
    let beyond = |value: f64| match test.is {
        Beyond::Above => value > test.threshold,
        Beyond::Below => value < test.threshold,
    };
    let all = |values: &[f64]| values.iter().all(|value| beyond(*value));
    let holds = beyond(filed.value)
        && filed.interval.is_none_or(|ends| all(&ends))
        && range.is_none_or(|[low, .., high]| all(&[low, high]));
    if holds {
        Outcome::Holds
    } else if beyond(filed.value) || range.is_some_and(|[_, _, median, ..]| beyond(median)) {
        Outcome::InPart
    } else {
        Outcome::Fails
    }
}

/// The verdict on a claim from the outcomes of its tests; `None` where one of them has no number.
pub(super) fn verdict(claim: &ClaimFile, outcomes: &[Option<Outcome>]) -> Option<Verdict> {
    if claim.cannot.is_some() {
        return Some(Verdict::Cannot);
    }
    if claim.not_yet.is_some() {
        return Some(Verdict::NotYet);
    }
    let outcomes: Vec<Outcome> = outcomes.iter().copied().collect::<Option<_>>()?;
    let all = |wanted: Outcome| outcomes.iter().all(|one| *one == wanted);
    Some(match () {
        () if all(Outcome::Fails) => Verdict::Otherwise,
        () if claim.assumed.is_some() => Verdict::OnlyIfAssumed,
        () if all(Outcome::Holds) && claim.lacks.is_none() => Verdict::Shown,
        () => Verdict::InPart,
    })
}
