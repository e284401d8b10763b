//! Population: who lives where and with whom, and what is fixed about each person.

pub mod city;
pub mod household;
pub mod income;
pub mod income_rank;
pub mod life;
pub(crate) mod luck_of_run;
pub mod person;
mod start;
pub mod ties;
