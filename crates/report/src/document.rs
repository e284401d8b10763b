//! The document around a page's content: head, style and foot, in one file without a script.
//!
//! The policy at its head lets the browser load nothing at all; style and drawings stand in the file.

use crate::html;
use demerit_words::{Language, Words, say};
use maud::{Markup, PreEscaped, html};

/// The style of the report's pages, and of the figures wherever they are shown.
pub const STYLE: &str = include_str!("style.css");
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// A whole page from its content.
pub(crate) fn page(words: Words, version: &str, title: &str, body: &Markup) -> String {
    let head = html! {
        meta charset="utf-8"; "\n"
        meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
        meta http-equiv="Content-Security-Policy" content=(POLICY); "\n"
        meta name="color-scheme" content="light dark"; "\n"
    };
    let named = html! {
        meta name="generator" content={ "Demerit " (version) }; "\n"
        title { (title) " · Demerit" } "\n"
    };
    let mut foot = say!(words, "foot-what");
    if words.language() != Language::En {
        // Titles, names and sources come from files, and a page does not translate what it did not write.
        foot = format!("{foot} {}", say!(words, "foot-verbatim"));
    }
    let seen = html! {
        a class="skip" href="#found" { (say!(words, "face-skip")) } "\n"
        (body) "\n"
        footer { p { (foot) } } "\n"
    };
    let page = html! {
        (PreEscaped("<!doctype html>\n"))
        html lang=(words.language()) {
            "\n"
            head { "\n" (head) (PreEscaped(html::text(&named))) style { "\n" (PreEscaped(STYLE)) } "\n" }
            "\n"
            body { "\n" (PreEscaped(html::text(&seen))) }
            "\n"
        }
        "\n"
    };
    page.into_string()
}
