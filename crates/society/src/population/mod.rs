//! Population: who lives where and with whom, and what is fixed about each person.

pub mod city;
pub mod household;
pub mod income;
pub mod life;
pub mod person;
pub(crate) mod start;
pub mod ties;
