//! Figures: any number, switch or word of a scenario by its path, to be listed, read and set.
//!
//! A path leads from the top of a file by keys and by the names of items: `cities.cameras`,
//! `rules.alcohol.points`, `tiers.warned.from`, `worlds.twin.mechanisms.spillover`. An item without a name of
//! its own stands with its number, from 0, in brackets; a number that stands alone in its list needs none. A
//! name with a dot, a bracket or a quote in it stands in quotes. Where several files of a study have a path,
//! the file is named in front: `regime court-list: list.term`, `society: cities.urban`, `study: persons`.
//!
//! The numbered form (`rules[3].points[0]`), in which manifests name a figure, leads to the same figure.
//!
//! Leaves out: what is text for people (titles, names, sources), lists as a whole, and tables that a file
//! does not have.

mod located;
mod tree;

pub use located::{FigureFault, Located, Part, Setting};
pub(crate) use tree::{At, NO_SOURCES, sources_of};
pub use tree::{of_file, schema};
