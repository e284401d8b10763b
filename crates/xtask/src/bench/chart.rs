//! The chart: a bar for each engine at the size of the README's table, on a scale of powers of ten, as SVG.
//!
//! Colours come from a style inside the drawing that asks whether the page is dark, so one file serves both.

use super::figures::{short, text};
use super::machine;
use super::readme::{AGENTS, pace, paces, rows};
use crate::outcome::Outcome;
use crate::thousands::grouped;
use serde_json::Value;
use std::fmt::Write;

const WIDTH: f64 = 760.0;
const LEFT: f64 = 215.0;
const RIGHT: f64 = 70.0;
const TOP: f64 = 54.0;
const ROW: f64 = 24.0;

const STYLE: &str = "svg{color:#222}text{font:13px system-ui,sans-serif;fill:#222}.quiet{fill:#666;font-size:12px}\
.grid{stroke:#ccc}.own{fill:#b3392e}.framework{fill:#5b7fa6}.hand{fill:#a8a29a}\
@media(prefers-color-scheme:dark){svg{color:#eee}text{fill:#eee}.quiet{fill:#aaa}.grid{stroke:#444}\
.own{fill:#e2705f}.framework{fill:#7fa3ca}.hand{fill:#8d877f}}";

/// The drawing; without a comparison in the results it says so.
pub(crate) fn draw(results: &Value) -> Outcome<String> {
    let part = &results["score100"];
    let rows = rows(results);
    let lowest = rows.iter().map(|row| pace(row)).fold(f64::INFINITY, f64::min);
    let highest = rows.iter().map(|row| pace(row)).fold(0.0, f64::max);
    let height = TOP + ROW * rows.len() as f64 + 34.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-label=\"score-100, million agent-steps a second\">\n<style>{STYLE}</style>\n"
    );
    if rows.is_empty() || !lowest.is_finite() || lowest <= 0.0 {
        svg.push_str("<text x=\"10\" y=\"24\">The comparison was not measured.</text>\n</svg>\n");
        return Ok(svg);
    }
    let (first, last) = (lowest.log10().floor(), highest.log10().ceil().max(lowest.log10().floor() + 1.0));
    let at = |value: f64| LEFT + (WIDTH - LEFT - RIGHT) * (value.log10() - first) / (last - first);
    let mut line = |text: String| {
        let _ = writeln!(svg, "{text}");
    };
    line(format!(
        "<text x=\"10\" y=\"20\">score-100, {} agents: million agent-steps a second, median and spread</text>",
        grouped(AGENTS as f64)
    ));
    let (machine, date) = (escaped(&machine::in_words(&part["machine"])), escaped(text(&part["date"])));
    line(format!("<text class=\"quiet\" x=\"10\" y=\"38\">{machine} · {date}</text>"));
    let bottom = TOP + ROW * rows.len() as f64;
    for power in first as i32..=last as i32 {
        let (x, value) = (at(10f64.powi(power)), 10f64.powi(power));
        line(format!("<line class=\"grid\" x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{bottom}\"/>"));
        let name = if value < 1.0 { format!("{value}") } else { grouped(value) };
        let y = bottom + 18.0;
        line(format!("<text class=\"quiet\" x=\"{x:.1}\" y=\"{y:.0}\" text-anchor=\"middle\">{name}</text>"));
    }
    for (number, row) in rows.iter().enumerate() {
        let (top, median) = (TOP + ROW * number as f64 + 3.0, pace(row));
        let class = match text(&row["made"]) {
            "demerit" => "own",
            "framework" => "framework",
            _ => "hand",
        };
        let middle = top + 13.0;
        let engine = match text(&row["engine"]) {
            "demerit" => "Demerit",
            other => other,
        };
        let threads = if row["threads"] == 1 { "" } else { ", two threads" };
        let (beside, engine) = (LEFT - 8.0, escaped(engine));
        line(format!("<text x=\"{beside:.0}\" y=\"{middle}\" text-anchor=\"end\">{engine}{threads}</text>"));
        let (width, height) = ((at(median) - LEFT).max(1.0), ROW - 6.0);
        line(format!(
            "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{top}\" width=\"{width:.1}\" height=\"{height}\"/>"
        ));
        let spread = paces(row);
        let edges = spread["min"].as_f64().zip(spread["max"].as_f64());
        let mut end = at(median);
        if let Some((least, most)) = edges.filter(|(least, _)| *least > 0.0) {
            end = end.max(at(most));
            let (y, from, to) = (top + height / 2.0, at(least).max(LEFT), at(most));
            line(format!(
                "<line stroke=\"currentColor\" stroke-opacity=\"0.6\" x1=\"{from:.1}\" y1=\"{y}\" x2=\"{to:.1}\" y2=\"{y}\"/>"
            ));
        }
        line(format!("<text x=\"{:.1}\" y=\"{middle}\">{}</text>", end + 6.0, short(median)));
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::readme::tests::results;

    #[test]
    fn every_row_has_a_bar_and_more_is_longer() {
        let svg = draw(&results()).unwrap();
        let widths: Vec<f64> = svg
            .lines()
            .filter(|line| line.starts_with("<rect"))
            .map(|line| line.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(widths.len(), 4);
        assert!(widths[0] > widths[1] && widths[2] > widths[3] && widths[2] > widths[0]);
        assert!(
            svg.contains("2026-01-02") && svg.contains("Demerit, two threads") && svg.ends_with("</svg>\n")
        );
    }

    #[test]
    fn nothing_measured_is_said() {
        assert!(draw(&Value::Null).unwrap().contains("not measured"));
    }
}
