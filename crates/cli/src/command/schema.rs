//! `demerit schema KIND`: the JSON schema of a kind of file, made from the types that read it.

use super::forms::json;
use crate::arguments::Schema;

/// The schema.
pub(super) fn schema(call: &Schema) -> String {
    json(demerit_scenario::schema(call.kind.into()))
}
