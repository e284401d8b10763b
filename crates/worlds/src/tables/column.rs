//! Columns: the one list of a table's columns, from which it is written, read back, kept in a checkpoint and documented.
//!
//! Model: a row gives the cell of each column, and is made of its cells in the order of the columns.

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number of 64 bits, not negative.
    U64(u64),
    /// A whole number, not negative.
    U32(u32),
    /// A whole number.
    I32(i32),
    /// A number.
    F64(f64),
    /// Whether something is so.
    Bool(bool),
    /// A whole number, not negative, that may be missing.
    MaybeU32(Option<u32>),
    /// A whole number that may be missing.
    MaybeI32(Option<i32>),
}

/// What a column gives of a row: its type and its getter.
pub enum Get<R> {
    /// See [`Cell::Text`].
    Text(fn(&R) -> &str),
    /// See [`Cell::U64`].
    U64(fn(&R) -> u64),
    /// See [`Cell::U32`].
    U32(fn(&R) -> u32),
    /// See [`Cell::I32`].
    I32(fn(&R) -> i32),
    /// See [`Cell::F64`].
    F64(fn(&R) -> f64),
    /// See [`Cell::Bool`].
    Bool(fn(&R) -> bool),
    /// See [`Cell::MaybeU32`].
    MaybeU32(fn(&R) -> Option<u32>),
    /// See [`Cell::MaybeI32`].
    MaybeI32(fn(&R) -> Option<i32>),
}

impl<R> Get<R> {
    /// The type, as documents call it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::U64(_) => "whole number of 64 bits, not negative",
            Self::U32(_) => "whole number of 32 bits, not negative",
            Self::I32(_) => "whole number of 32 bits",
            Self::F64(_) => "number of 64 bits",
            Self::Bool(_) => "true or false",
            Self::MaybeU32(_) => "whole number of 32 bits, not negative, may be missing",
            Self::MaybeI32(_) => "whole number of 32 bits, may be missing",
        }
    }
}

/// A column of a table of `R`.
pub struct Column<R> {
    /// Name.
    pub name: &'static str,
    /// Unit, empty where it has none.
    pub unit: &'static str,
    /// What it holds, in a sentence.
    pub says: &'static str,
    /// Its type and its getter.
    pub get: Get<R>,
}

/// A row of a table.
pub trait Row: Sized + 'static {
    /// The file that holds the table.
    const FILE: &'static str;
    /// Its columns, in their order.
    const COLUMNS: &'static [Column<Self>];

    /// The row of these cells.
    ///
    /// # Errors
    /// What is wrong, as a clause.
    fn of(cells: &mut Cells<'_>) -> Result<Self, String>;
}

/// The cells of a row, one after another.
pub struct Cells<'a>(std::slice::Iter<'a, Cell<'a>>);

impl<'a> Cells<'a> {
    /// These cells.
    #[must_use]
    pub fn new(cells: &'a [Cell<'a>]) -> Self {
        Self(cells.iter())
    }

    /// The next cell, as what it has to be.
    pub(super) fn take<T: Of<'a>>(&mut self) -> Result<T, String> {
        let cell = self.0.next().copied().ok_or("a row ends too soon")?;
        T::of(cell).ok_or_else(|| "a cell has another type".to_owned())
    }
}

/// What a cell may hold.
pub(super) trait Of<'a>: Sized {
    /// The content, if it is of this type.
    fn of(cell: Cell<'a>) -> Option<Self>;
}

macro_rules! of {
    ($($kind:ident $held:ty,)*) => {$(
        impl<'a> Of<'a> for $held {
            fn of(cell: Cell<'a>) -> Option<Self> {
                if let Cell::$kind(held) = cell { Some(held.into()) } else { None }
            }
        }
    )*};
}

of! {
    Text &'a str,
    Text String,
    U64 u64,
    U32 u32,
    I32 i32,
    F64 f64,
    Bool bool,
    MaybeU32 Option<u32>,
    MaybeI32 Option<i32>,
}
