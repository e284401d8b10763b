//! The form of names: small letters, digits and dashes, and no dash at the beginning. It is the one form that
//! a schema may ask of a text.

/// The form as the schemas write it, so that editors hold a name against it too.
pub(super) const NAME: &str = "^[a-z0-9][a-z0-9-]*$";

/// Whether a text has the form [`NAME`].
pub(super) fn is_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().next().is_some_and(plain) && text.bytes().all(|byte| plain(byte) || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_small_letters_digits_and_dashes() {
        for name in ["a", "7", "no-dark-corner", "china-2020", "a-"] {
            assert!(is_name(name), "{name}");
        }
        for other in ["", "-a", "A", "a b", "a_b", "é", "a\n", "\na", "a-É"] {
            assert!(!is_name(other), "{other:?}");
        }
    }
}
