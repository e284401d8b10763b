//! `demerit explore [STUDY]`: a page in the browser, served on this machine alone, until Ctrl-C.
//!
//! The one command that does not end by itself: it tells the address before it answers. A Ctrl-C ends it at
//! once; there is nothing to put away.

use crate::arguments::Explore;
use crate::command::forms::text_of;
use crate::failure::{Failure, plain};
use crate::outlet;
use crate::stop;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::load;
use demerit_study::outside::Disk;
use demerit_web::{Explorer, ExplorerError, First};
use std::process::{Command, Stdio};

/// Opens the explorer.
pub(super) fn explore(call: &Explore) -> Result<String, Failure> {
    let first = match &call.study {
        None => First::Usual,
        Some(name) => {
            let name = text_of(name)?;
            let scenario = load::study(name, &Disk)?;
            if catalogue::text(Kind::Study, name).is_some() {
                First::Named(name.to_owned())
            } else {
                First::Opened(Box::new(scenario))
            }
        }
    };
    stop::at_once()
        .map_err(|error| Failure::problem(format!("cannot listen to signals: {}", plain(&error))))?;
    let explorer = Explorer::open(call.port, call.lang, first)?;
    let address = explorer.address();
    // Somebody may read the address from a pipe; one that is closed keeps nobody from the page.
    let _ = outlet::say(&format!("{address}\n"));
    outlet::warn("The explorer is open at this address, on this machine alone. Ctrl-C ends it.\n");
    if !call.no_open {
        show(&address);
    }
    match explorer.answer()? {}
}

/// Opens the browser, if there is one to open; whoever sees none has the address.
fn show(address: &str) {
    let Some(program) = opener() else { return };
    let mut opener = Command::new(program);
    opener.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut opened) = opener.spawn() {
        // It ends sooner or later, and is waited for so that nothing is left of it.
        std::thread::spawn(move || opened.wait());
    }
}

/// The program that opens an address in the browser, where there is a screen to show it on.
fn opener() -> Option<&'static str> {
    if cfg!(target_os = "macos") {
        return Some("open");
    }
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|screen| !screen.is_empty()));
    (cfg!(unix) && has_screen).then_some("xdg-open")
}

impl From<ExplorerError> for Failure {
    fn from(error: ExplorerError) -> Self {
        Self::Problem { hint: error.hint().map(str::to_owned), message: error.to_string() }
    }
}
