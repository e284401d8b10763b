//! The token that a request which changes something has to carry. It is drawn anew at each start and stands
//! in the page.
//!
//! A foreign page cannot read ours, so it does not know the token. It is compared in a time that does not
//! depend on where the two differ.

use std::hint::black_box;

/// Name of the header that carries it.
pub(crate) const HEADER: &str = "x-demerit-token";

/// Bytes of luck in it.
const BYTES: usize = 32;

/// A token, in hexadecimal digits.
pub(crate) struct Token(String);

impl Token {
    /// Draws one.
    ///
    /// # Errors
    /// The system gives no luck.
    pub(crate) fn draw() -> Result<Self, String> {
        drawn::<BYTES>().map(Self)
    }

    /// The digits, for the page.
    pub(crate) fn digits(&self) -> &str {
        &self.0
    }

    /// Whether these bytes are the token.
    pub(crate) fn is(&self, other: &[u8]) -> bool {
        let own = self.0.as_bytes();
        let differences = own.iter().zip(other).fold(0, |all, (one, other)| black_box(all | (one ^ other)));
        own.len() == other.len() && differences == 0
    }
}

/// A name of this start, which stands in the names of its runs: they are not those of another start. It tells
/// nothing of the token.
///
/// # Errors
/// The system gives no luck.
pub(crate) fn start_id() -> Result<String, String> {
    drawn::<4>()
}

fn drawn<const BYTES: usize>() -> Result<String, String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_start_has_a_name_that_is_safe_in_addresses() {
        let names: std::collections::BTreeSet<String> = (0..20).map(|_| start_id().unwrap()).collect();
        assert!(names.len() > 15, "{names:?}");
        assert!(names.iter().all(|name| name.len() == 8 && name.bytes().all(|one| one.is_ascii_hexdigit())));
    }

    #[test]
    fn a_token_is_itself_and_nothing_else() {
        let (one, other) = (Token::draw().unwrap(), Token::draw().unwrap());
        assert_eq!(one.digits().len(), 2 * BYTES);
        assert!(one.is(one.digits().as_bytes()));
        assert!(!one.is(other.digits().as_bytes()));
        assert!(!one.is(b""));
        assert!(!one.is(&one.digits().as_bytes()[..63]));
        assert!(!one.is(format!("{}0", one.digits()).as_bytes()));
    }
}
