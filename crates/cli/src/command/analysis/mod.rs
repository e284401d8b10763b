//! What is made of many worlds: an explanation, a sensitivity, a validation.

mod explain;
mod sensitivity;
mod validate;

pub(super) use explain::explain;
pub(super) use sensitivity::sensitivity;
pub(super) use validate::validate;
