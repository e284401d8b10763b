//! Lanes: what is so of the 1,024 persons of a block, as masks, lists and side tables.

pub mod counters;
pub mod few_lanes;
pub mod lane_list;
pub mod lane_table;
pub mod mask;
pub mod side_table;
pub mod sparse;
