//! Enumerations whose members have a name in files and tables.

/// Makes a plain enumeration with its names in scenario files and tables; it is saved as its index. A type
/// after its name is that of what stands beside each member, behind an arrow, as its `row`.
#[macro_export]
macro_rules! named {
    ($(#[$doc:meta])* $name:ident: $row:ty {
        $($(#[$vdoc:meta])* $variant:ident = $text:literal => $beside:expr),+ $(,)?
    }) => {
        $crate::named! { $(#[$doc])* $name { $($(#[$vdoc])* $variant = $text),+ } }

        impl $name {
            /// What stands beside it in the table.
            const fn row(self) -> $row {
                match self { $(Self::$variant => $beside),+ }
            }
        }
    };
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name in files and tables.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one with this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }

            /// Its place in [`Self::ALL`].
            pub const fn index(self) -> usize { self as usize }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.name()) }
        }

        impl $crate::Saved for $name {
            fn save(&self, to: &mut $crate::Saver) {
                to.put(&(*self as u8));
            }

            fn load(from: &mut $crate::Loader<'_>) -> Result<Self, $crate::Unfit> {
                from.below(Self::COUNT).map(|index| Self::ALL[index])
            }
        }
    };
}
