//! The `demerit` command.
fn main() {}
