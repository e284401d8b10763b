//! The words of a record: what it can speak of, where in life, how grave, and how well it is known.

pub(crate) mod claim;
pub(crate) mod domain;
pub(crate) mod gravity;
pub(crate) mod matter;
