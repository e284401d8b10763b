//! The digest of this machine.

#[test]
fn this_machine_gives_the_digest_that_is_due() {
    assert_eq!(demerit_tests_wasm::digest().as_deref(), Ok(demerit_tests_wasm::DUE));
}
