//! HTML from templates that escape by construction (`maud`), and the pieces that several sections share.
//!
//! Whatever a template puts in is text or the value of an attribute; only markup stays markup. What leaves
//! the templates is written by [`text`], which besides writes out whatever would steer instead of being seen,
//! so that a title from a stranger's file stays a title.

use demerit_scenario::shown::shown;
use maud::{Markup, Render, html};

/// Markup as it goes into a file: with letters that steer written out, and with apostrophes as entities, so
/// that it may stand between quotes of either kind.
pub(crate) fn text(markup: &Markup) -> String {
    shown(&markup.0).replace('\'', "&#39;")
}

/// A sentence in which words between backticks are names of files, commands and figures.
pub(crate) fn coded(sentence: &str) -> Markup {
    html! {
        @for (index, part) in sentence.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// What is shown of a value, or a dash where there is none.
pub(crate) fn or_dash<T>(value: Option<T>, show: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| "–".to_owned(), show)
}

/// A table that scrolls sideways where a page is narrow; only a screen reader says its caption.
pub(crate) fn scrolled(caption: &str, class: Option<&str>, rows: &Markup) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(caption) {
            table class=[class] {
                caption class="unseen" { (caption) }
                (rows)
            }
        }
    }
}

/// A table of texts; the first column heads its row, and columns of numbers stand at the right.
pub(crate) fn table(caption: &str, head: &[impl AsRef<str>], rows: &[Vec<String>]) -> Markup {
    let is_of_numbers = |column: usize| {
        let numbers = rows.iter().filter_map(|row| row.get(column)).filter(|cell| is_number(cell)).count();
        column > 0 && 2 * numbers > rows.len()
    };
    let head = head.iter().enumerate().map(|(column, cell)| (cell.as_ref(), is_of_numbers(column)));
    let rows = html! {
        (self::head(head))
        tbody {
            @for row in rows {
                tr {
                    @for (column, cell) in row.iter().enumerate() {
                        @if column == 0 {
                            th scope="row" { (cell) }
                        } @else {
                            td class=[is_number(cell).then_some("number")] { (cell) }
                        }
                    }
                }
                "\n"
            }
        }
    };
    scrolled(caption, None, &rows)
}

/// The head of a table: the name of each column, and whether it is one of numbers.
pub(crate) fn head<N: AsRef<str>>(columns: impl IntoIterator<Item = (N, bool)>) -> Markup {
    html! {
        thead {
            tr {
                @for (name, numbers) in columns {
                    th scope="col" class=[numbers.then_some("number")] { (name.as_ref()) }
                }
            }
        }
    }
}

/// A section of a page under its heading.
pub(crate) fn section(id: &str, heading: &str, content: &Markup) -> Markup {
    html! {
        section id=(id) {
            h2 { (heading) }
            (content)
        }
        "\n"
    }
}

/// The head of a page: what it is, its title, what was simulated, and under which condition it holds.
pub(crate) fn face(kicker: &str, title: &Markup, standfirst: &Markup, condition: &Markup) -> Markup {
    html! {
        header class="face" {
            div class="face-inner" {
                p class="kicker" { (kicker) }
                h1 { (title) }
                p class="standfirst" { (standfirst) }
                p class="condition" { (condition) }
            }
        }
        "\n"
    }
}

/// A list of names with what each is.
pub(crate) fn facts<N: Render>(facts: &[(N, String)]) -> Markup {
    html! { dl class="facts" { @for (name, value) in facts { dt { (name) } dd { (value) } } } }
}

/// A legend from colours, how they are drawn, and their names.
pub(crate) fn legend<'a, N: AsRef<str>>(swatches: impl IntoIterator<Item = (&'a str, &'a str, N)>) -> Markup {
    html! {
        ul class="legend" {
            @for (kind, colour, name) in swatches {
                li {
                    span class={ "swatch " (kind) " hue-" (colour) } {}
                    (name.as_ref())
                }
            }
        }
    }
}

fn is_number(cell: &str) -> bool {
    let first = cell.trim_start_matches(['−', '+']).chars().next();
    let words = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    first.is_some_and(|letter| letter.is_ascii_digit()) && words < 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let escaped = |put: &str| text(&html! { (put) });
        assert_eq!(
            escaped("<script>alert('x')&\"\u{1}"),
            "&lt;script&gt;alert(&#39;x&#39;)&amp;&quot;\\u{1}"
        );
        assert_eq!(escaped("a\u{9b}\u{202e}b"), "a\\u{9b}\\u{202e}b");
        assert_eq!(escaped(""), "");
    }

    #[test]
    fn tables_escape_every_cell() {
        let text = table("a<b", &["<h>"], &[vec!["<r>".into(), "<td>".into(), "12 %".into()]]).0;
        assert!(!text.contains("<h>") && !text.contains("<r>") && !text.contains("a<b"));
        assert!(text.contains("<td class=\"number\">12 %</td>"));
    }

    #[test]
    fn words_between_backticks_are_code() {
        assert_eq!(coded("a `b<` c").0, "a <code>b&lt;</code> c");
    }
}
