//! Columns: the one list of a table's columns, from which it is written, read back, kept in a checkpoint and
//! documented.
//!
//! Model: a row gives the cell of each column, and is made of its cells in the order of the columns. `table!`
//! declares both.

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

/// The type of a column: that of its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// See [`Cell::Text`].
    Text,
    /// See [`Cell::U64`].
    U64,
    /// See [`Cell::U32`].
    U32,
    /// See [`Cell::I32`].
    I32,
    /// See [`Cell::F64`].
    F64,
    /// See [`Cell::Bool`].
    Bool,
    /// See [`Cell::MaybeU32`].
    MaybeU32,
    /// See [`Cell::MaybeI32`].
    MaybeI32,
}

impl Kind {
    /// The type, as documents call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::U64 => "whole number of 64 bits, not negative",
            Self::U32 => "whole number of 32 bits, not negative",
            Self::I32 => "whole number of 32 bits",
            Self::F64 => "number of 64 bits",
            Self::Bool => "true or false",
            Self::MaybeU32 => "whole number of 32 bits, not negative, may be missing",
            Self::MaybeI32 => "whole number of 32 bits, may be missing",
        }
    }

    /// Whether a cell may have no value.
    #[must_use]
    pub const fn may_be_missing(self) -> bool {
        matches!(self, Self::MaybeU32 | Self::MaybeI32)
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
    /// Its type.
    pub kind: Kind,
    /// The cell of a row.
    pub get: for<'a> fn(&'a R) -> Cell<'a>,
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
    pub(super) fn take<T: Value<'a>>(&mut self) -> Result<T, String> {
        let cell = self.0.next().copied().ok_or("a row ends too soon")?;
        T::of(cell).ok_or_else(|| "a cell has another type".to_owned())
    }
}

/// What a cell may hold.
pub trait Value<'a>: Sized {
    /// The type of a column of it.
    const KIND: Kind;

    /// The content of a cell, if it is of this type.
    fn of(cell: Cell<'a>) -> Option<Self>;
}

macro_rules! values {
    ($($kind:ident $held:ty, |$value:ident| $content:expr;)*) => {$(
        impl<'a> Value<'a> for $held {
            const KIND: Kind = Kind::$kind;

            fn of(cell: Cell<'a>) -> Option<Self> {
                if let Cell::$kind(held) = cell { Some(held.into()) } else { None }
            }
        }

        impl<'a> From<&'a $held> for Cell<'a> {
            fn from($value: &'a $held) -> Self {
                Self::$kind($content)
            }
        }
    )*};
}

values! {
    Text &'a str, |text| text;
    Text String, |text| text;
    U64 u64, |number| *number;
    U32 u32, |number| *number;
    I32 i32, |number| *number;
    F64 f64, |number| *number;
    Bool bool, |is_so| *is_so;
    MaybeU32 Option<u32>, |number| *number;
    MaybeI32 Option<i32>, |number| *number;
}

/// Declares a table: the type of its rows, and of each column the name, the type, the unit in brackets, and
/// what it holds. After `@` may stand one field that takes several columns of texts, each by its index among
/// the field's `texts`.
macro_rules! table {
    ($(#[$about:meta])* $row:ident in $file:literal:
     $($name:ident: $held:ty $([$unit:literal])?, $says:literal;)*
     $(@ $spread:ident: $whole:ty, $what:literal { $($index:literal $part:ident, $told:literal;)* }
       $($after:ident: $kept:ty $([$in:literal])?, $holds:literal;)*)?) => {
        $(#[$about])*
        pub struct $row {
            $(#[doc = $says] pub $name: $held,)*
            $(#[doc = $what] pub $spread: $whole, $(#[doc = $holds] pub $after: $kept,)*)?
        }

        impl Row for $row {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [Column<Self>] = &[
                $(table!(column $row $name $held [$($unit)?] $says),)*
                $($(Column {
                    name: stringify!($part),
                    unit: "",
                    says: $told,
                    kind: Kind::Text,
                    get: |row| Cell::Text(row.$spread.texts()[$index]),
                },)*
                $(table!(column $row $after $kept [$($in)?] $holds),)*)?
            ];

            fn of(cells: &mut Cells<'_>) -> Result<Self, String> {
                Ok(Self {
                    $($name: cells.take()?,)*
                    $($spread: <$whole>::from_texts([$({ let $part = cells.take()?; $part },)*])?,
                    $($after: cells.take()?,)*)?
                })
            }
        }
    };
    (column $row:ident $name:ident $held:ty [$($unit:literal)?] $says:literal) => {
        Column {
            name: stringify!($name),
            unit: concat!($($unit)?),
            says: $says,
            kind: <$held as Value<'_>>::KIND,
            get: |row| Cell::from(&row.$name),
        }
    };
}
pub(super) use table;
