//! `demerit life DIR [PERSON]`: one made-up life, entry by entry.

use crate::arguments::Life;
use crate::failure::Failure;
use crate::terminal::Terminal;

/// The life.
pub(super) fn life(_call: &Life, _terminal: &Terminal) -> Result<String, Failure> {
    Ok(String::new())
}
