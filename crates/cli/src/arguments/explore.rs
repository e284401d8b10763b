//! The arguments of `demerit explore`.

use super::value;
use clap::Args;
use demerit_words::Language;
use std::ffi::OsString;

/// `demerit explore`.
#[derive(Debug, Args)]
pub(crate) struct Explore {
    /// A study to show first: a name in the catalogue, or the path of a file
    pub(crate) study: Option<OsString>,
    /// Port of this machine that the page is served at; 0 takes any that is free
    #[arg(long, value_name = "P", value_parser = value::port, allow_negative_numbers = true, default_value_t = demerit_web::PORT)]
    pub(crate) port: u16,
    /// Do not open the browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// Language of the page: en (English) or id (Indonesian)
    #[arg(long, value_name = "LANG", default_value_t)]
    pub(crate) lang: Language,
}
