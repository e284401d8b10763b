//! How a task ends: well, or with a problem in words that tell a developer what to do.

/// What a task gives, or the problem.
pub(crate) type Outcome<T> = Result<T, String>;
