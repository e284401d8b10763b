//! Saving: values written in one fixed way, and read back from bytes that nobody vouches for.
//!
//! Model: numbers stand little-endian at their own width, a list as its length (32 bits) and its items, a
//! text as a list of bytes. Reading checks each value against what it can be, and a length against the bytes
//! that are left before any room is made for it. So damaged or hostile bytes give an [`Unfit`], which says
//! where, what was found and what was expected, and never more memory than a fixed multiple of their own
//! length.
//!
//! Source: our definition. Leaves out: checksums, versions, files; those are the business of whoever keeps
//! the bytes.

mod values;

use crate::{LANES, Tick};
use std::fmt::{self, Display};

/// Bytes that hold something else than they should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// Byte at which it stands.
    pub at: usize,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

impl Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {}: found {}, expected {}", self.at, self.found, self.expected)
    }
}

impl std::error::Error for Unfit {}

/// Writes values to bytes.
#[derive(Clone, Debug, Default)]
pub struct Saver(Vec<u8>);

impl Saver {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a value.
    pub fn put<T: Saved>(&mut self, value: &T) -> &mut Self {
        value.save(self);
        self
    }

    /// Writes values without their number, which the reader knows.
    pub fn all<'a, T: Saved + 'a>(&mut self, values: impl IntoIterator<Item = &'a T>) -> &mut Self {
        values.into_iter().for_each(|value| value.save(self));
        self
    }

    /// Writes raw bytes.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// Writes the number of items of a list.
    ///
    /// # Panics
    /// Where there are 2³² or more.
    pub fn len(&mut self, len: usize) -> &mut Self {
        self.put(&u32::try_from(len).expect("a list of fewer than 2^32 items"))
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads values from bytes.
#[derive(Clone, Debug)]
pub struct Loader<'a> {
    bytes: &'a [u8],
    at: usize,
    lanes: u16,
}

impl<'a> Loader<'a> {
    /// At the first byte, where every lane of a block may be in use.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, lanes: LANES as u16 }
    }

    /// Says how many lanes of the block at hand hold a person.
    pub const fn set_lanes(&mut self, lanes: u16) {
        self.lanes = lanes;
    }

    /// Lanes of the block at hand that hold a person.
    pub const fn lanes(&self) -> u16 {
        self.lanes
    }

    /// Reads a value.
    ///
    /// # Errors
    /// The bytes end, or hold no such value.
    pub fn take<T: Saved>(&mut self) -> Result<T, Unfit> {
        T::load(self)
    }

    /// Reads `count` raw bytes.
    ///
    /// # Errors
    /// Fewer are left.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Unfit> {
        let left = &self.bytes[self.at..];
        let Some(bytes) = left.get(..count) else {
            return Err(self.unfit(format!("{} bytes left", left.len()), format!("{count} more")));
        };
        self.at += count;
        Ok(bytes)
    }

    /// Reads so many values.
    ///
    /// # Errors
    /// The bytes end, or hold no such values.
    pub fn many<T: Saved>(&mut self, count: usize) -> Result<Vec<T>, Unfit> {
        let left = self.bytes.len() - self.at;
        if count > left / T::LEAST {
            return Err(self.unfit(format!("{count} items"), format!("at most {}", left / T::LEAST)));
        }
        (0..count).map(|_| self.take()).collect()
    }

    /// Reads values in place of those that are there.
    ///
    /// # Errors
    /// The bytes end, or hold no such values.
    pub fn fill<'v, T: Saved + 'v>(
        &mut self,
        values: impl IntoIterator<Item = &'v mut T>,
    ) -> Result<(), Unfit> {
        for value in values {
            *value = self.take()?;
        }
        Ok(())
    }

    /// Reads the number of items of a list.
    ///
    /// # Errors
    /// There are more than `most`.
    pub fn len(&mut self, most: usize) -> Result<usize, Unfit> {
        let len = self.take::<u32>()? as usize;
        self.check(len <= most, || (format!("{len} items"), format!("at most {most}")))?;
        Ok(len)
    }

    /// Reads a number of one byte that is below another, such as the place in a list of kinds.
    ///
    /// # Errors
    /// It is not below it.
    pub fn below(&mut self, bound: usize) -> Result<usize, Unfit> {
        let number = usize::from(self.take::<u8>()?);
        self.check(number < bound, || (number.to_string(), format!("a number below {bound}")))?;
        Ok(number)
    }

    /// Reads a lane that holds a person.
    ///
    /// # Errors
    /// It holds none.
    pub fn lane(&mut self) -> Result<u16, Unfit> {
        let lane = self.take()?;
        self.check_lane(lane).map(|()| lane)
    }

    /// Refuses a lane that holds nobody.
    ///
    /// # Errors
    /// Where it holds nobody.
    pub fn check_lane(&self, lane: u16) -> Result<(), Unfit> {
        let lanes = self.lanes;
        self.check(lane < lanes, || (format!("lane {lane}"), format!("one below {lanes}")))
    }

    /// Reads a lane that is not below `least`, which becomes the one after it.
    ///
    /// # Errors
    /// It is below that, or holds nobody.
    pub fn next_lane(&mut self, least: &mut u16) -> Result<u16, Unfit> {
        let lane = self.lane()?;
        self.check(lane >= *least, || (format!("lane {lane}"), format!("at least {least}")))?;
        *least = lane + 1;
        Ok(lane)
    }

    /// Reads a list whose items begin with a lane, each higher than the one before it.
    ///
    /// # Errors
    /// The lanes do not ascend or hold nobody, or an item is not what it should be.
    pub fn by_lane<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, Unfit>,
    ) -> Result<Vec<T>, Unfit> {
        let len = self.len(usize::from(self.lanes))?;
        let mut least = 0;
        let mut one = || {
            // The item reads its lane itself.
            self.clone().next_lane(&mut least)?;
            item(self)
        };
        (0..len).map(|_| one()).collect()
    }

    /// Refuses what was just read where it does not fit: what was found, and what was expected.
    ///
    /// # Errors
    /// Where it does not fit.
    pub fn check(&self, fits: bool, told: impl FnOnce() -> (String, String)) -> Result<(), Unfit> {
        if fits {
            return Ok(());
        }
        let (found, expected) = told();
        Err(self.unfit(found, expected))
    }

    /// Refuses bytes that are left over.
    ///
    /// # Errors
    /// Where there are any.
    pub fn end(&self) -> Result<(), Unfit> {
        let left = self.bytes.len() - self.at;
        self.check(left == 0, || (format!("{left} bytes more"), "the end".to_owned()))
    }

    /// What was found at this byte, in place of what was expected.
    pub const fn unfit(&self, found: String, expected: String) -> Unfit {
        Unfit { at: self.at, found, expected }
    }
}

/// What can be saved and loaded.
pub trait Saved: Sized {
    /// It takes no fewer bytes; at least 1.
    const LEAST: usize = 1;

    /// Writes it.
    fn save(&self, to: &mut Saver);

    /// Reads it.
    ///
    /// # Errors
    /// The bytes end, or hold no such value.
    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit>;
}

/// Says of which fields a structure is made, in the order in which they are saved.
#[macro_export]
macro_rules! saved {
    ($type:ident { $($field:tt),+ $(,)? }) => {
        impl $crate::Saved for $type {
            const LEAST: usize = [$(stringify!($field)),+].len();

            fn save(&self, to: &mut $crate::Saver) {
                $(to.put(&self.$field);)+
            }

            fn load(from: &mut $crate::Loader<'_>) -> Result<Self, $crate::Unfit> {
                Ok(Self { $($field: from.take()?),+ })
            }
        }
    };
    (enum $type:ident { $($number:literal = $kind:ident $(($item:ident))? $({ $($field:ident),+ })?),+ $(,)? }) => {
        impl $crate::Saved for $type {
            fn save(&self, to: &mut $crate::Saver) {
                match self {
                    $(Self::$kind $(($item))? $({ $($field),+ })? => {
                        to.put::<u8>(&$number)$(.put($item))?$($(.put($field))+)?;
                    })+
                }
            }

            fn load(from: &mut $crate::Loader<'_>) -> Result<Self, $crate::Unfit> {
                let number: u8 = from.take()?;
                match number {
                    $($number => Ok(Self::$kind
                        $(({ let $item = from.take()?; $item }))? $({ $($field: from.take()?),+ })?),)+
                    _ => Err(from.unfit(
                        number.to_string(),
                        format!("a number below {}", [$($number),+].len()),
                    )),
                }
            }
        }
    };
}

saved!(Tick { 0 });

#[cfg(test)]
mod tests;
