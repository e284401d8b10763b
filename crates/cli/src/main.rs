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
mod progress;
mod shield;
mod stop;
mod terminal;

use clap::{CommandFactory, FromArgMatches};
use demerit_kernel::vector;
use failure::Failure;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use terminal::Terminal;

fn main() -> ExitCode {
    ExitCode::from(shield::guarded(answer).unwrap_or_else(|fault| {
        let _ = io::stderr().lock().write_all(fault.as_bytes());
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
    let call = arguments::Arguments::command()
        .color(arguments::color_of_help(color))
        .try_get_matches()
        .and_then(|matches| arguments::Arguments::from_arg_matches(&matches));
    let call = match call {
        Ok(call) => call,
        // Help and version are asked for and go to standard output; everything else is a problem of the call.
        Err(told) if told.use_stderr() => {
            let _ = told.print();
            return failure::CALL;
        }
        Err(told) => return close(&terminal, told.print().and_then(|()| io::stdout().flush())),
    };
    let (text, failure) = match command::run(&call.command, &terminal) {
        Ok(text) => (text, None),
        Err(mut failure) => (failure.take_text(), Some(failure)),
    };
    let code = close(&terminal, write(&text));
    failure.map_or(code, |failure| {
        tell(&terminal, &failure);
        failure.code()
    })
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
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
    let _ = io::stderr().lock().write_all(failure.render(terminal).as_bytes());
}
