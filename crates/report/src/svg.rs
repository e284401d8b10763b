//! Drawing by hand: the few marks that bars, dots, tiles and flows are made of, as SVG.
//!
//! Colours are variables of the page's style (`var(--name)`), so that one drawing serves light and dark. A drawing has a size in
//! its own units and scales to the page; each chart is drawn twice, for wide and for narrow pages, so that its letters stay
//! readable.

use crate::html::escape;
use std::fmt::Write;

/// A drawing under way.
pub(crate) struct Drawing {
    /// Width in units.
    pub(crate) width: f64,
    /// Height in units.
    pub(crate) height: f64,
    body: String,
}

/// Where a text stands relative to its place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// For which page a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A page as wide as a book or wider.
    Wide,
    /// A telephone.
    Narrow,
}

impl Shape {
    /// Width of the drawing in units.
    pub(crate) const fn width(self) -> f64 {
        match self {
            Self::Wide => 760.0,
            Self::Narrow => 360.0,
        }
    }

    /// One value for wide pages, another for narrow ones.
    pub(crate) const fn pick(self, wide: f64, narrow: f64) -> f64 {
        match self {
            Self::Wide => wide,
            Self::Narrow => narrow,
        }
    }
}

/// A length with at most two places.
pub(crate) fn length(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

impl Drawing {
    /// An empty drawing.
    pub(crate) fn new(width: f64, height: f64) -> Self {
        Self { width, height, body: String::new() }
    }

    /// A text in one of the classes of the style.
    pub(crate) fn text(&mut self, x: f64, y: f64, anchor: Anchor, class: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let _ = write!(
            self.body,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" class=\"{class}\">{}</text>",
            length(x),
            length(y),
            escape(text)
        );
    }

    /// A filled rectangle with a note that shows under the pointer.
    pub(crate) fn bar(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        colour: &str,
        opacity: f64,
        note: &str,
    ) {
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"var(--{colour})\"{}>{}</rect>",
            length(x),
            length(y),
            length(width.max(0.0)),
            length(height.max(0.0)),
            if opacity < 1.0 { format!(" fill-opacity=\"{}\"", length(opacity)) } else { String::new() },
            title(note)
        );
    }

    /// A line; `dashes` as SVG writes them, empty for a whole one.
    pub(crate) fn line(
        &mut self,
        (x1, y1): (f64, f64),
        (x2, y2): (f64, f64),
        colour: &str,
        width: f64,
        dashes: &str,
    ) {
        let dashes =
            if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
        let _ = write!(
            self.body,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"var(--{colour})\" stroke-width=\"{}\"{dashes}/>",
            length(x1),
            length(y1),
            length(x2),
            length(y2),
            length(width)
        );
    }

    /// A dot, filled or as a ring.
    pub(crate) fn dot(&mut self, (x, y): (f64, f64), radius: f64, colour: &str, filled: bool, note: &str) {
        let fill = if filled { format!("var(--{colour})") } else { "var(--page)".to_owned() };
        let _ = write!(
            self.body,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\" stroke=\"var(--{colour})\" stroke-width=\"2\">{}</circle>",
            length(x),
            length(y),
            length(radius),
            title(note)
        );
    }

    /// A filled shape by its path.
    pub(crate) fn shape(&mut self, path: &str, colour: &str, opacity: f64, note: &str) {
        let _ = write!(
            self.body,
            "<path d=\"{path}\" fill=\"var(--{colour})\" fill-opacity=\"{}\">{}</path>",
            length(opacity),
            title(note)
        );
    }

    /// Another drawing, placed in this one.
    pub(crate) fn place(&mut self, (x, y): (f64, f64), inner: &Drawing) {
        let _ = write!(
            self.body,
            "<svg x=\"{}\" y=\"{}\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" overflow=\"visible\">{}</svg>",
            length(x),
            length(y),
            inner.body,
            w = length(inner.width),
            h = length(inner.height),
        );
    }

    /// Marks that are already written.
    pub(crate) fn add(&mut self, marks: &str) {
        self.body.push_str(marks);
    }

    /// The drawing as a small element without a name, the same on every page.
    pub(crate) fn small(&self, label: &str) -> String {
        format!(
            "<svg class=\"chart small\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
            length(self.width),
            length(self.height),
            escape(label),
            self.body
        )
    }

    /// The whole drawing as an element of the page.
    pub(crate) fn finish(&self, id: &str, name: &str, shape: Shape, label: &str) -> String {
        let class = match shape {
            Shape::Wide => "wide",
            Shape::Narrow => "narrow",
        };
        format!(
            "<svg id=\"{id}\" data-chart=\"{name}\" class=\"chart {class}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
            length(self.width),
            length(self.height),
            escape(label),
            self.body
        )
    }
}

fn title(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!("<title>{}</title>", escape(note)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_never_a_word() {
        assert_eq!(length(1.0), "1");
        assert_eq!(length(0.126), "0.13");
        assert_eq!(length(-0.001), "0");
        assert_eq!(length(f64::NAN), "0");
    }

    #[test]
    fn notes_and_texts_are_escaped() {
        let mut drawing = Drawing::new(10.0, 10.0);
        drawing.bar((0.0, 0.0), (1.0, 1.0), "here", 1.0, "<b>");
        drawing.text(0.0, 0.0, Anchor::Start, "tick", "<i>");
        let text = drawing.finish("x", "x", Shape::Wide, "<u>");
        assert!(!text.contains("<b>") && !text.contains("<i>") && !text.contains("<u>"));
    }
}
