//! `demerit show KIND NAME`: a file of the catalogue as it is, to read or to change.

use crate::arguments::Show;
use crate::failure::Failure;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::schema_check::did_you_mean;

/// The text of a file.
pub(crate) fn show(call: &Show) -> Result<String, Failure> {
    let kind = Kind::from(call.kind);
    catalogue::text(kind, &call.name).map(str::to_owned).ok_or_else(|| {
        let names = catalogue::names(kind);
        let near = did_you_mean(&call.name, &names).map(|near| format!("did you mean `{near}`?"));
        Failure::Problem {
            message: format!("there is no {kind} `{}` in the catalogue", call.name),
            hint: Some(near.unwrap_or_else(|| format!("the catalogue has: {}", names.join(", ")))),
        }
    })
}
