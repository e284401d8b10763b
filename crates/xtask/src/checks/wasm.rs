//! What computes is built for WebAssembly without a C compiler, and gives the same digest there as natively.
//!
//! A compiler with the target's library does it: one that rustup has given the target, or Debian's, which
//! brings the sources of the library and builds them along. Where neither is at hand, Debian's is installed
//! with apt if that is allowed and possible; else the step is left out, and says so. The digest itself is
//! held natively by the tests of `tests/wasm`.

use crate::cargo::{self, must_succeed, output, program, works};
use crate::install;
use crate::outcome::Outcome;
use crate::steps::Passed;
use crate::{built, place};
use std::path::Path;
use std::process::Command;

/// The target: no system, no C library.
const TARGET: &str = "wasm32-unknown-unknown";
/// What is built: all that computes for a face, what speaks, and the program that computes the digest.
const BUILT: [&str; 3] = ["demerit-explore", "demerit-words", "demerit-tests-wasm"];
/// Debian's compiler for browsers, the sources of its library, a linker, and an engine to run what it makes.
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19", "nodejs"];

/// A compiler for the target.
enum Compiler {
    /// The one at hand has the target's library.
    Own,
    /// Debian's, which builds the library from its sources.
    Debian,
}

/// Builds and runs, or says why not.
pub(crate) fn check_step(install: bool) -> Outcome<Passed> {
    let mut compiler = compiler();
    if compiler.is_none() && install && install::has_apt() {
        // These packages are not in every release of Debian: without them the step is left out.
        if let Err(problem) = install::with_apt(&PACKAGES) {
            return Ok(Passed::LeftOut(format!("no compiler for {TARGET}: {problem}")));
        }
        compiler = self::compiler();
    }
    let Some(compiler) = compiler else {
        return Ok(Passed::LeftOut(format!(
            "no compiler for {TARGET} is here, neither by rustup nor Debian's ({})",
            PACKAGES.join(", ")
        )));
    };
    let folder = built::target_folder()?.join("wasm");
    must_succeed(&mut compiler.build(&folder), "what computes does not build for WebAssembly")?;
    let file = folder.join(TARGET).join("release/demerit-tests-wasm.wasm");
    let size = std::fs::metadata(&file).map_err(|fault| format!("no {}: {fault}", file.display()))?.len();
    let built = format!("{:.1} MB built", size as f64 / 1e6);
    if !works(program("node").arg("--version")) {
        return Ok(Passed::With(format!("{built}; not run, since there is no `node`")));
    }
    let mut run = program("node");
    run.arg(place::root().join("tests/wasm/run.mjs")).arg(&file);
    let said = output(&mut run).map_err(|problem| format!("another digest than natively: {problem}"))?;
    Ok(Passed::With(format!("{built}; the same digest, {}", said.trim())))
}

/// The compiler that is at hand.
fn compiler() -> Option<Compiler> {
    let mut ask = program("rustc");
    ask.args(["--print", "target-libdir", "--target", TARGET]);
    let has_library = output(&mut ask).is_ok_and(|folder| Path::new(folder.trim()).is_dir());
    let debian =
        ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-19", "/usr/lib/rustlib/src/rust/library"];
    if has_library {
        Some(Compiler::Own)
    } else if debian.iter().all(|path| Path::new(path).exists()) {
        Some(Compiler::Debian)
    } else {
        None
    }
}

impl Compiler {
    /// The call that builds.
    fn build(&self, folder: &Path) -> Command {
        let is_debian = matches!(self, Self::Debian);
        let mut call = if is_debian { program("/usr/bin/cargo") } else { cargo::command() };
        let linker = if is_debian { "-C linker=wasm-ld-19 " } else { "" };
        call.env("RUSTFLAGS", format!("{linker}-C target-feature=+simd128"));
        call.args(["build", "--release", "--target", TARGET, "--target-dir"]).arg(folder);
        if is_debian {
            let path = std::env::var("PATH").unwrap_or_default();
            call.env("PATH", format!("/usr/bin:{path}"));
            call.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            call.arg("-Zbuild-std=std,panic_abort");
        }
        call.args(BUILT.iter().flat_map(|name| ["--package", name]));
        call
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debians_compiler_builds_the_library_along() {
        let words = |compiler: Compiler| cargo::in_words(&compiler.build(Path::new("x")));
        assert_eq!(
            words(Compiler::Own),
            "cargo build --release --target wasm32-unknown-unknown --target-dir x --package demerit-explore \
             --package demerit-words --package demerit-tests-wasm"
        );
        assert!(words(Compiler::Debian).contains("-Zbuild-std"));
    }
}
