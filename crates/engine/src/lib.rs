//! Placeholder until its first module stands.
