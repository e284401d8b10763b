//! Whole worlds against what must hold of them: the same bytes however they are computed, twins, closed
//! forms, queues, messages, lives.

mod assessed;
mod awareness;
mod collateral;
mod determinism;
mod forms;
mod hardship;
mod hiding;
mod home_town;
mod institution;
mod lives;
mod messages;
mod partner;
mod parts;
mod precision;
mod queue;
mod safeguards;
mod saved;
mod speech;
mod spells;
mod stationary;
mod twins;
mod upbringing;
mod watching;
