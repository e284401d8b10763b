//! The `demerit` command: a laboratory of made-up societies on the command line.
//!
//! A command gives back the text for standard output or a [`Failure`](failure::Failure); only this file
//! writes and chooses the exit code. 0: fine. 1: a problem of the input (files, names, folders, disks). 2: a
//! problem of the call. 70: a fault of ours. 130 and 143: stopped by Ctrl-C or by a request to end.
//!
//! A reader that goes away (`demerit list measures | head -1`) has what it wanted, and the command ends
//! quietly.

mod arguments;
mod command;
mod failure;
mod layout;
#[cfg(unix)]
mod memory;
mod outlet;
mod progress;
mod shield;
mod stop;
mod terminal;

use arguments::Arguments;
use clap::{CommandFactory, FromArgMatches};
use demerit_kernel::vector;
use demerit_scenario::shown::brief;
use failure::Failure;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::process::ExitCode;
use terminal::Terminal;

fn main() -> ExitCode {
    ExitCode::from(shield::guarded(answer).unwrap_or_else(|fault| {
        outlet::warn(&fault);
        failure::OURS
    }))
}

/// Reads the call, does what it asks, writes what there is to say; gives the exit code.
fn answer() -> u8 {
    // Chosen here, since what computes asks no environment.
    vector::force(vector::wished(std::env::var("DEMERIT_VECTOR").ok().as_deref()));
    let color = arguments::color_of(std::env::args_os().skip(1));
    color.write_global();
    let terminal = Terminal::here();
    let words: Vec<OsString> = std::env::args_os().collect();
    let call = match read(&words) {
        Ok(call) => call,
        // Help and version are asked for and go to standard output; everything else is a problem of the call.
        Err(told) if told.use_stderr() => {
            outlet::warn(&call_problem(&told, &words, terminal.err_color));
            return failure::CALL;
        }
        Err(told) => {
            let text = told.render();
            let text =
                if terminal.out_color { outlet::own(&text.ansi().to_string()) } else { text.to_string() };
            return close(&terminal, outlet::say(&text));
        }
    };
    let (text, failure) = match command::run(&call.command, &terminal) {
        Ok(text) => (text, None),
        Err(mut failure) => (failure.take_text(), Some(failure)),
    };
    let code = close(&terminal, outlet::say(&text));
    failure.map_or(code, |failure| {
        tell(&terminal, &failure);
        failure.code()
    })
}

/// The call that these words make.
fn read(words: &[OsString]) -> Result<Arguments, clap::Error> {
    let matches = Arguments::command().try_get_matches_from(words)?;
    Arguments::from_arg_matches(&matches)
}

/// What is wrong with a call. Words of the call are quoted in it: it is told of the words as they are shown.
fn call_problem(told: &clap::Error, words: &[OsString], color: bool) -> String {
    let as_shown = |word: &OsString| OsString::from(brief(&word.to_string_lossy()));
    let words: Vec<OsString> = words.iter().map(as_shown).collect();
    match read(&words) {
        Err(told) if color => outlet::own(&told.render().ansi().to_string()),
        Err(told) => told.render().to_string(),
        // As they are shown they are right.
        Ok(_) => told.render().to_string(),
    }
}

/// The exit code after standard output was written.
fn close(terminal: &Terminal, written: io::Result<()>) -> u8 {
    match written {
        Ok(()) => 0,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => 0,
        Err(error) => {
            let failure =
                Failure::problem(format!("cannot write to standard output: {}", failure::plain(&error)));
            tell(terminal, &failure);
            failure.code()
        }
    }
}

/// Tells on standard error what went wrong; there is nowhere left to say that this failed too.
fn tell(terminal: &Terminal, failure: &Failure) {
    outlet::warn(&failure.render(terminal));
}
