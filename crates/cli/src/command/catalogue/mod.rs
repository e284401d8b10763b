//! Files, and what stands in them: checked, listed, shown and described; nothing is run.

mod check;
mod describe;
mod list;
mod schema;
mod show;

pub(super) use check::check;
pub(super) use describe::society;
pub(super) use list::list;
pub(super) use schema::schema;
pub(super) use show::show;
