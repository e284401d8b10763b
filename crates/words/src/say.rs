//! The macro that says a message with what is put into it.

/// Says a message: `say!(words, "id")`, `say!(words, "id", name = value, …)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($id, &[$((stringify!($name), $crate::Arg::from($value))),*])
    };
}
