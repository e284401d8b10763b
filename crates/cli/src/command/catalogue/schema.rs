//! `demerit schema KIND`: the JSON schema of a kind of file, made from the types that read it.

use crate::arguments::Schema;
use crate::command::forms::json;

/// The schema.
pub(crate) fn schema(call: &Schema) -> String {
    json(demerit_scenario::schema(call.kind.into()))
}
