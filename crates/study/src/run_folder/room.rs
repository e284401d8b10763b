//! Room in the memory for tables that are read: a small file can hold a great many rows.
//!
//! Model: rows are counted in bytes as they come. The first [`UNASKED`] bytes are there on any machine; for
//! more, the machine is asked once what it has free, and what goes beyond is refused before it is taken.

use crate::machine::{free_memory, gibibytes};

/// Bytes that are taken without asking.
const UNASKED: u64 = 64 << 20;

/// Memory that tables may take.
#[derive(Debug)]
pub(crate) struct Room {
    taken: u64,
    most: Option<u64>,
}

impl Room {
    /// As much as the machine has free, as far as it tells.
    pub(crate) const fn of_machine() -> Self {
        Self { taken: 0, most: None }
    }

    /// So many bytes.
    pub(crate) const fn of(bytes: u64) -> Self {
        Self { taken: 0, most: Some(bytes) }
    }

    /// Takes up more bytes.
    pub(crate) fn take(&mut self, bytes: usize) -> Result<(), String> {
        let before = self.taken;
        self.taken = before.saturating_add(bytes as u64);
        if self.most.is_none() && self.taken > UNASKED {
            self.most = Some(free_memory().map_or(u64::MAX, |left| left.to_take.saturating_add(before)));
        }
        match self.most {
            Some(most) if self.taken > most => {
                Err(format!("its rows take more memory than the {} that are free", gibibytes(most)))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_free_may_be_taken_and_no_more() {
        let mut room = Room::of(10);
        assert!(room.take(10).is_ok() && room.take(0).is_ok());
        let told = room.take(1).unwrap_err();
        assert_eq!(told, "its rows take more memory than the 1 MiB that are free");
        let mut room = Room::of_machine();
        assert!(room.take(1 << 20).is_ok() && room.most.is_none(), "not asked");
        assert!(room.take(usize::MAX).is_err() || free_memory().is_none());
    }
}
