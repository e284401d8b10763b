# Short names for what developers run; each is one call of cargo.

# The list of what there is.
default:
    @just --list

# Run the built-in study and write its run folder.
run *OPTIONS:
    cargo run --release -- run {{OPTIONS}}

# Formatting, clippy and tests of the model crates: the inner loop.
quick:
    cargo xtask quick

# Every check.
test:
    cargo xtask test

# Write docs/reference from the program.
generate:
    cargo xtask generate

# Speed and memory.
bench:
    cargo xtask bench
