//! Reads the repository and says where it is not what its documents claim.
//!
//! Each module looks at one thing and hands back its faults, one sentence each; an empty list means that all
//! is well. The functions take text and plain values, so that a planted fault can be shown to be found; the
//! tests in `tests/repository.rs` give them the repository itself.
//!
//! | module | holds |
//! |---|---|
//! | [`imports`] | who may import whom, the regime's wall, heavy crates out of the model |
//! | [`circles`] | no files that import each other |
//! | [`rooms`] | few rooms in a folder, no crate that swallows the others |
//! | [`names`] | one word, one type |
//! | [`texts`] | no word of the language as a text in what a file resolves to |
//! | [`bench`] | the README's table of speeds, read back against the results |
//! | [`phases`] | the numbered phases of the tick |
//! | [`limits`] | what the project must never become |
//! | [`hygiene`] | text: no machine paths, no loose ends, heads, lengths, names |
//! | [`documents`] | links, named paths, first commands |
//! | [`code`] | Rust as a program: words, modules, paths |
//! | [`tree`] | the files of the repository |
//! | [`workspace`] | packages and the locked graph of what they depend on |

pub mod bench;
pub mod circles;
pub mod code;
pub mod documents;
pub mod hygiene;
pub mod imports;
pub mod limits;
pub mod names;
pub mod phases;
pub mod rooms;
pub mod texts;
pub mod tree;
pub mod workspace;
