//! A digest that stays the same: SHA-256 over values written in one fixed way.
//!
//! Numbers are written little-endian at their own width; text is written as its length in bytes (64-bit) and
//! then its UTF-8 bytes, so that "ab", "c" and "a", "bc" differ. Raw bytes carry no length: the caller writes
//! it where it matters.
//!
//! Source: FIPS 180-4.

use sha2::{Digest as _, Sha256};

/// Accumulates values into a SHA-256 digest.
#[derive(Clone, Debug, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds raw bytes, without their length.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update(bytes);
        self
    }

    /// Adds four bytes.
    pub fn u32(&mut self, value: u32) -> &mut Self {
        self.bytes(&value.to_le_bytes())
    }

    /// Adds eight bytes.
    pub fn u64(&mut self, value: u64) -> &mut Self {
        self.bytes(&value.to_le_bytes())
    }

    /// Adds eight bytes, two's complement.
    pub fn i64(&mut self, value: i64) -> &mut Self {
        self.bytes(&value.to_le_bytes())
    }

    /// Adds a text with its length before it.
    pub fn str(&mut self, text: &str) -> &mut Self {
        self.u64(text.len() as u64).bytes(text.as_bytes())
    }

    /// The digest so far: 64 lower-case hex characters. More may be added afterwards.
    pub fn finish(&self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in self.0.clone().finalize() {
            for nibble in [byte >> 4, byte & 15] {
                hex.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
            }
        }
        hex
    }

    /// The first 8 hex characters of [`Digest::finish`], for names that people read.
    pub fn short(&self) -> String {
        let mut hex = self.finish();
        hex.truncate(8);
        hex
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_known_answers() {
        let empty = Digest::new();
        assert_eq!(empty.finish(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        let mut abc = Digest::new();
        abc.bytes(b"abc");
        assert_eq!(abc.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(abc.short(), "ba7816bf");
    }

    #[test]
    fn text_carries_its_length() {
        let (mut one, mut two, mut by_hand) = (Digest::new(), Digest::new(), Digest::new());
        one.str("ab").str("c");
        two.str("a").str("bc");
        by_hand.bytes(b"\x02\0\0\0\0\0\0\0ab\x01\0\0\0\0\0\0\0c");
        assert_ne!(one.finish(), two.finish());
        assert_eq!(one.finish(), by_hand.finish());
    }

    #[test]
    fn numbers_are_little_endian() {
        let (mut numbers, mut by_hand) = (Digest::new(), Digest::new());
        numbers.u32(1).u64(2).i64(-1);
        by_hand.bytes(b"\x01\0\0\0\x02\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff");
        assert_eq!(numbers.finish(), by_hand.finish());
    }

    proptest! {
        #[test]
        fn cutting_bytes_changes_nothing(bytes: Vec<u8>, cut: prop::sample::Index) {
            let at = cut.index(bytes.len() + 1);
            let (mut whole, mut parts) = (Digest::new(), Digest::new());
            whole.bytes(&bytes);
            parts.bytes(&bytes[..at]).bytes(&bytes[at..]);
            prop_assert_eq!(whole.finish(), parts.finish());
        }
    }
}
