//! Drawing: the few marks that bars, dots, tiles and flows are made of, as SVG.
//!
//! Colours are variables of the page's style (`var(--name)`), so that one drawing serves light and dark. A
//! drawing has a size in its own units and scales to the page; each chart is drawn twice, for wide and for
//! narrow pages, so that its letters stay readable.

use maud::{Markup, PreEscaped, html};

/// A drawing under way.
pub(crate) struct Drawing {
    /// Width in units.
    pub(crate) width: f64,
    /// Height in units.
    pub(crate) height: f64,
    body: String,
}

/// Where a text stands relative to its point.
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
    pub(crate) fn width(self) -> f64 {
        self.pick(760.0, 360.0)
    }

    /// One thing for wide pages, another for narrow ones.
    pub(crate) fn pick<T>(self, wide: T, narrow: T) -> T {
        match self {
            Self::Wide => wide,
            Self::Narrow => narrow,
        }
    }
}

/// From one line of text to the next.
pub(crate) const LINE: f64 = 14.0;

/// A text in lines of at most so many letters, but for words that are longer.
pub(crate) fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= most) {
            Some(line) => *line = format!("{line} {word}"),
            None => lines.push(word.to_owned()),
        }
    }
    lines
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

    /// Marks that are already written.
    pub(crate) fn add(&mut self, marks: &Markup) {
        self.body.push_str(&marks.0);
    }

    /// A text in one of the classes of the style.
    pub(crate) fn text(&mut self, x: f64, y: f64, anchor: Anchor, class: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.add(&html! {
            text x=(length(x)) y=(length(y)) text-anchor=(anchor) class=(class) { (text) }
        });
    }

    /// Lines of text below each other, the first at its point.
    pub(crate) fn lines_of_text(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        class: &str,
        lines: &[String],
    ) {
        for (number, line) in lines.iter().enumerate() {
            self.text(x, y + LINE * number as f64, anchor, class, line);
        }
    }

    /// An upright line of a scale from `top` to `bottom`, with its number above.
    pub(crate) fn tick(&mut self, x: f64, (top, bottom): (f64, f64), is_zero: bool, number: &str) {
        self.line((x, top - 6.0), (x, bottom), if is_zero { "axis" } else { "rule" }, 1.0, "");
        self.text(x, top - 12.0, Anchor::Middle, "tick", number);
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
        let opacity = (opacity < 1.0).then(|| length(opacity));
        self.add(&html! {
            rect x=(length(x)) y=(length(y)) width=(length(width.max(0.0))) height=(length(height.max(0.0)))
                fill=(variable(colour)) fill-opacity=[opacity] { (title(note)) }
        });
    }

    /// A line; `dashes` as SVG writes them, empty for a whole one.
    pub(crate) fn line(
        &mut self,
        (x1, y1): (f64, f64),
        (x2, y2): (f64, f64),
        colour: &'static str,
        width: f64,
        dashes: &'static str,
    ) {
        let [x1, y1, x2, y2, width] = [x1, y1, x2, y2, width].map(length);
        let dashes = if dashes.is_empty() { "" } else { &format!(" stroke-dasharray=\"{dashes}\"") };
        // The template writes HTML, which has no element that closes itself. Nothing but numbers and names of
        // ours goes in here.
        self.body.push_str(&format!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"var(--{colour})\" stroke-width=\"{width}\"{dashes}/>"
        ));
    }

    /// A dot, filled or as a ring.
    pub(crate) fn dot(&mut self, (x, y): (f64, f64), radius: f64, colour: &str, filled: bool, note: &str) {
        let fill = variable(if filled { colour } else { "page" });
        self.add(&html! {
            circle cx=(length(x)) cy=(length(y)) r=(length(radius)) fill=(fill) stroke=(variable(colour))
                stroke-width="2" { (title(note)) }
        });
    }

    /// A filled shape by its path.
    pub(crate) fn shape(&mut self, path: &str, colour: &str, opacity: f64, note: &str) {
        self.add(&html! {
            path d=(path) fill=(variable(colour)) fill-opacity=(length(opacity)) { (title(note)) }
        });
    }

    /// Another drawing, put into this one.
    pub(crate) fn put(&mut self, (x, y): (f64, f64), inner: &Drawing) {
        let (width, height) = (length(inner.width), length(inner.height));
        self.add(&html! {
            svg x=(length(x)) y=(length(y)) width=(width) height=(height)
                viewBox={ "0 0 " (width) " " (height) } overflow="visible" { (inner.marks()) }
        });
    }

    /// The drawing as a small element without a name, the same on every page.
    pub(crate) fn small(&self, label: &str) -> Markup {
        html! {
            svg class="chart small" viewBox=(self.box_of_view()) role="img" aria-label=(label) { (self.marks()) }
        }
    }

    /// The whole drawing as an element of the page.
    pub(crate) fn finish(&self, id: &str, name: &str, shape: Shape, label: &str) -> Markup {
        let class = shape.pick("chart wide", "chart narrow");
        html! {
            svg id=(id) data-chart=(name) class=(class) viewBox=(self.box_of_view()) role="img" aria-label=(label) {
                (self.marks())
            }
        }
    }

    fn box_of_view(&self) -> String {
        format!("0 0 {} {}", length(self.width), length(self.height))
    }

    fn marks(&self) -> PreEscaped<&str> {
        PreEscaped(&self.body)
    }
}

/// A colour of the style by its name.
pub(crate) fn variable(colour: &str) -> String {
    format!("var(--{colour})")
}

fn title(note: &str) -> Markup {
    html! { @if !note.is_empty() { title { (note) } } }
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
    fn long_texts_are_broken_between_words() {
        assert_eq!(broken("Under a sanction", 34), ["Under a sanction"]);
        let long = "Sanctioned for what family or friends did";
        assert_eq!(broken(long, 34), ["Sanctioned for what family or", "friends did"]);
        assert_eq!(broken("", 34), [""]);
    }

    #[test]
    fn notes_and_texts_are_escaped() {
        let mut drawing = Drawing::new(10.0, 10.0);
        drawing.bar((0.0, 0.0), (1.0, 1.0), "here", 1.0, "<b>");
        drawing.text(0.0, 0.0, Anchor::Start, "tick", "<i>");
        let text = drawing.finish("x", "x", Shape::Wide, "<u>").0;
        assert!(!text.contains("<b>") && !text.contains("<i>") && !text.contains("<u>"));
    }
}
