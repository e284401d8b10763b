//! What the checks need from the machine, and how it is had.

pub(crate) mod apt;
pub(crate) mod chromium;
