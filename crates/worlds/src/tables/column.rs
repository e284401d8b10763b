//! Columns: the one list of a table's columns, from which it is written, read back, kept in a checkpoint and
//! documented.
//!
//! Model: a row gives the cell of each column, and is made of its cells in the order of the columns. `table!`
//! declares both. Whole numbers are signed, so that one may be taken off another; what is missing is a cell
//! without a value, never an empty text or a number that stands for none.

/// A cell; `None` where it has no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text.
    Text(Option<&'a str>),
    /// A whole number.
    Whole(Option<i64>),
    /// A number.
    Number(Option<f64>),
    /// Whether something is so.
    Bool(Option<bool>),
}

impl Cell<'_> {
    const fn none(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(None),
            Kind::Whole => Self::Whole(None),
            Kind::Number => Self::Number(None),
            Kind::Bool => Self::Bool(None),
        }
    }
}

/// The type of a column: that of its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// See [`Cell::Text`].
    Text,
    /// See [`Cell::Whole`].
    Whole,
    /// See [`Cell::Number`].
    Number,
    /// See [`Cell::Bool`].
    Bool,
}

impl Kind {
    /// The type, as documents call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Whole => "whole number",
            Self::Number => "number",
            Self::Bool => "true or false",
        }
    }
}

/// A word that a column may hold, and what it means where its name does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Word {
    /// The word.
    pub word: &'static str,
    /// What it means, empty where the name says it.
    pub says: &'static str,
}

/// A column of a table of `R`.
pub struct Column<R> {
    /// Name.
    pub name: &'static str,
    /// Unit, empty where it has none.
    pub unit: &'static str,
    /// What it holds, in a sentence.
    pub says: &'static str,
    /// What a cell without a value means; `None` where every cell has one.
    pub missing: Option<&'static str>,
    /// The words that it may hold, in their order; none where they are no fixed list.
    pub words: fn() -> Vec<Word>,
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
        T::of(cell).ok_or_else(|| match cell {
            Cell::Number(Some(number)) if !number.is_finite() => format!("a number is {number}"),
            _ => "a cell has another type".to_owned(),
        })
    }
}

/// What a cell may hold.
pub(super) trait Value<'a>: Sized {
    /// The type of a column of it.
    const KIND: Kind;

    /// The content of a cell, if it is of this type.
    fn of(cell: Cell<'a>) -> Option<Self>;

    /// The cell with this content.
    fn cell(&'a self) -> Cell<'a>;
}

macro_rules! values {
    ($($kind:ident $held:ty, |$found:ident| $read:expr, |$value:ident| $content:expr;)*) => {$(
        impl<'a> Value<'a> for $held {
            const KIND: Kind = Kind::$kind;

            fn of(cell: Cell<'a>) -> Option<Self> {
                let Cell::$kind(Some($found)) = cell else { return None };
                $read
            }

            fn cell(&'a self) -> Cell<'a> {
                let $value = self;
                Cell::$kind($content)
            }
        }
    )*};
}

values! {
    Text &'a str, |text| Some(text), |text| Some(text);
    Text String, |text| Some(text.to_owned()), |text| Some(text);
    Whole u64, |number| number.try_into().ok(), |number| i64::try_from(*number).ok();
    Whole u32, |number| number.try_into().ok(), |number| Some(i64::from(*number));
    Whole i32, |number| number.try_into().ok(), |number| Some(i64::from(*number));
    Number f64, |number| number.is_finite().then_some(number), |number| number.is_finite().then_some(*number);
    Bool bool, |is_so| Some(is_so), |is_so| Some(*is_so);
}

impl<'a, T: Value<'a>> Value<'a> for Option<T> {
    const KIND: Kind = T::KIND;

    fn of(cell: Cell<'a>) -> Option<Self> {
        if cell == Cell::none(T::KIND) { Some(None) } else { T::of(cell).map(Some) }
    }

    fn cell(&'a self) -> Cell<'a> {
        self.as_ref().map_or(Cell::none(T::KIND), T::cell)
    }
}

/// Declares a table: the type of its rows, and of each column the name, the type, the unit in brackets, what
/// it holds, what a missing value means and the words that it may hold. After `@` may stand one field that
/// takes several columns of texts, each by its index among the field's `texts`, where an empty text is a
/// missing value.
macro_rules! table {
    ($(#[$about:meta])* $row:ident in $file:literal:
     $($name:ident: $held:ty $([$unit:literal])?, $says:literal
        $(, missing $missing:literal)? $(, words $words:path)?;)*
     $(@ $spread:ident: $whole:ty, $what:literal {
        $($index:literal $part:ident, $told:literal $(, missing $without:literal)? $(, words $named:path)?;)*
      }
       $($after:ident: $kept:ty $([$in:literal])?, $holds:literal $(, missing $none:literal)?;)*)?) => {
        $(#[$about])*
        pub struct $row {
            $(#[doc = $says] pub $name: $held,)*
            $(#[doc = $what] pub $spread: $whole, $(#[doc = $holds] pub $after: $kept,)*)?
        }

        impl Row for $row {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [Column<Self>] = &[
                $(Column {
                    name: stringify!($name),
                    unit: concat!($($unit)?),
                    says: $says,
                    missing: table!(given $($missing)?),
                    words: table!(words $($words)?),
                    kind: <$held as Value<'_>>::KIND,
                    get: |row| Value::cell(&row.$name),
                },)*
                $($(Column {
                    name: stringify!($part),
                    unit: "",
                    says: $told,
                    missing: table!(given $($without)?),
                    words: table!(words $($named)?),
                    kind: Kind::Text,
                    get: |row| Cell::Text(Some(row.$spread.texts()[$index]).filter(|text| !text.is_empty())),
                },)*
                $(Column {
                    name: stringify!($after),
                    unit: concat!($($in)?),
                    says: $holds,
                    missing: table!(given $($none)?),
                    words: Vec::new,
                    kind: <$kept as Value<'_>>::KIND,
                    get: |row| Value::cell(&row.$after),
                },)*)?
            ];

            fn of(cells: &mut Cells<'_>) -> Result<Self, String> {
                Ok(Self {
                    $($name: cells.take()?,)*
                    $($spread: <$whole>::from_texts([
                        $({ let $part: Option<&str> = cells.take()?; $part.unwrap_or_default() },)*
                    ])?,
                    $($after: cells.take()?,)*)?
                })
            }
        }
    };
    (given) => { None };
    (given $text:literal) => { Some($text) };
    (words) => { Vec::new };
    (words $words:path) => { $words };
}
pub(super) use table;
