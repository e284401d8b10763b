//! Text into HTML: everything that comes from a file is escaped here and nowhere else.
//!
//! The five characters that can end a text or an attribute are replaced, and control characters are dropped, so that a title
//! from a stranger's file stays a title.

/// Text as HTML text or attribute value.
#[must_use]
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(character),
            other if other.is_control() => {}
            other => safe.push(other),
        }
    }
    safe
}

/// A table with a caption that only a screen reader says; the first column heads its row.
#[must_use]
pub(crate) fn table(caption: &str, head: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table><caption class=\"unseen\">{0}</caption><thead><tr>",
        escape(caption)
    );
    for (place, cell) in head.iter().enumerate() {
        let numbers = rows.iter().filter_map(|row| row.get(place)).filter(|cell| is_number(cell)).count();
        let class = if place > 0 && 2 * numbers > rows.len() { NUMBER } else { "" };
        text.push_str(&format!("<th scope=\"col\"{class}>{}</th>", escape(cell)));
    }
    text.push_str("</tr></thead><tbody>");
    for row in rows {
        text.push_str("<tr>");
        for (place, cell) in row.iter().enumerate() {
            if place == 0 {
                text.push_str(&format!("<th scope=\"row\">{}</th>", escape(cell)));
            } else {
                text.push_str(&format!(
                    "<td{}>{}</td>",
                    if is_number(cell) { NUMBER } else { "" },
                    escape(cell)
                ));
            }
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody></table></div>");
    text
}

/// Numbers stand at the right of their column.
const NUMBER: &str = " class=\"number\"";

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
        assert_eq!(escape("<script>alert('x')&\"\u{1}"), "&lt;script&gt;alert(&#39;x&#39;)&amp;&quot;");
        assert_eq!(escape(""), "");
    }

    #[test]
    fn tables_escape_every_cell() {
        let text = table("a<b", &["<h>"], &[vec!["<r>".into(), "<td>".into(), "12 %".into()]]);
        assert!(!text.contains("<h>") && !text.contains("<r>") && !text.contains("a<b"));
        assert!(text.contains("<td class=\"number\">12 %</td>"));
    }
}
