//! Chromium for the test that opens the report in a browser: found on the path, or installed with apt.

use super::apt;
use crate::cargo::program;
use crate::outcome::Outcome;
use crate::steps::Passed;

/// The packages that the browser test needs: the browser, and a font so that text has a width.
const PACKAGES: [&str; 2] = ["chromium", "fonts-dejavu-core"];

/// Finds Chromium, or installs it if `install` allows.
pub(crate) fn provide(install: bool) -> Outcome<Passed> {
    if let Some(version) = version() {
        return Ok(Passed::With(version));
    }
    if !install {
        return Ok(Passed::LeftOut("Chromium is missing and --no-install was given".to_owned()));
    }
    if !apt::is_here() {
        return Err(
            "Chromium is missing and this machine has no apt-get. Install Chromium by the machine's own \
                    means, so that `chromium --version` works, and call again."
                .to_owned(),
        );
    }
    apt::install(&PACKAGES).map_err(|problem| format!("Chromium is missing: {problem}"))?;
    version()
        .map(Passed::With)
        .ok_or_else(|| "apt-get installed Chromium, yet `chromium --version` does not work".to_owned())
}

fn version() -> Option<String> {
    let done = program("chromium").arg("--version").output().ok().filter(|done| done.status.success())?;
    Some(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}
