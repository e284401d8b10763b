//! A chart: its finding as a title, two drawings, its legend and its numbers, as a figure of the page or by
//! itself.
//!
//! A chart that has nothing to show says so in a sentence instead. Colours are chosen so that readers who see
//! few colours can tell them apart (after Okabe and Ito, muted); the same thing has the same colour in every
//! chart.

use crate::drawing::{Drawing, Shape};
use crate::html;
use crate::numbers::{Run, Side};
use demerit_measures::Measure;
use demerit_words::{Words, say};
use maud::{Markup, html};
use serde::Serialize;

/// A chart as its file declares it.
pub(crate) struct Declared {
    /// Name of the chart in addresses: the drawing is `chart-<name>`.
    pub(crate) name: &'static str,
    /// Measures that it is made of.
    pub(crate) measures: &'static [&'static str],
    /// What it shows of a run; `None` where a run has nothing that it is about.
    pub(crate) show: fn(&Run<'_>) -> Option<Shown>,
}

/// What a chart shows of a run.
#[derive(Default)]
pub(crate) struct Shown {
    /// The finding, in a sentence.
    pub(crate) title: String,
    /// What is shown, with its unit.
    pub(crate) subtitle: String,
    /// Colours with their names.
    pub(crate) legend: Vec<Swatch>,
    /// The drawing for wide and for narrow pages; `None` if there is nothing to show.
    pub(crate) drawings: Option<[Drawing; 2]>,
    /// What to know when reading it.
    pub(crate) caption: String,
    /// Its numbers.
    pub(crate) table: Table,
}

/// A chart of a run, ready to be put on the page.
pub(crate) struct Chart {
    declared: &'static Declared,
    shown: Shown,
}

/// A chart by itself, for a page that is not the report: the same drawing, without its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SingleChart {
    /// Its name.
    pub name: &'static str,
    /// The finding, in a sentence.
    pub title: String,
    /// What is shown, with its unit.
    pub subtitle: String,
    /// The figure, drawn for wide and for narrow pages. It has no script and no style of its own;
    /// [`STYLE`](crate::STYLE) goes with it.
    pub html: String,
    /// What to know when reading it.
    pub caption: String,
    /// The measures that it is made of.
    pub measures: &'static [&'static str],
}

/// A colour and its name.
pub(crate) struct Swatch {
    /// Colour in the style.
    pub(crate) colour: &'static str,
    /// What has it.
    pub(crate) name: String,
    /// How it is drawn.
    pub(crate) kind: Kind,
}

/// How a colour is drawn in a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A filled square.
    Fill,
    /// A line.
    Line,
    /// A dashed line.
    Dashes,
    /// A filled dot.
    Dot,
    /// A ring.
    Ring,
}

/// The numbers of a chart.
#[derive(Default)]
pub(crate) struct Table {
    /// Names of the columns.
    pub(crate) head: Vec<String>,
    /// Rows; the first cell heads its row.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// A row for each of some things.
    pub(crate) fn of<T, const N: usize>(
        head: [String; N],
        things: &[T],
        row: impl Fn(&T) -> [String; N],
    ) -> Self {
        Self { head: head.to_vec(), rows: things.iter().map(|thing| row(thing).to_vec()).collect() }
    }

    /// The table without these columns, which are about the twin, where a run has none.
    pub(crate) fn about_twin(mut self, run: &Run<'_>, columns: &[usize]) -> Self {
        if run.world(Side::Twin).is_none() {
            for row in std::iter::once(&mut self.head).chain(&mut self.rows) {
                let mut index = 0..;
                row.retain(|_| index.next().is_none_or(|index| !columns.contains(&index)));
            }
        }
        self
    }
}

impl Kind {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Line => "stroke",
            Self::Dashes => "dashes",
            Self::Dot => "dot",
            Self::Ring => "ring",
        }
    }
}

impl Declared {
    /// The chart of a run.
    pub(crate) fn of(&'static self, run: &Run<'_>) -> Option<Chart> {
        Some(Chart { declared: self, shown: (self.show)(run)? })
    }
}

impl Shown {
    /// What a chart says that has nothing to draw: that it has not, and why.
    pub(crate) fn nothing(title: String, why: String) -> Option<Self> {
        Some(Self { title, caption: why, ..Self::default() })
    }
}

impl Chart {
    /// Name of the chart in addresses.
    pub(crate) const fn name(&self) -> &'static str {
        self.declared.name
    }

    /// The chart by itself.
    pub(crate) fn single(self, words: Words) -> SingleChart {
        SingleChart {
            html: html::text(&self.figure(words, None)),
            name: self.name(),
            title: self.shown.title,
            subtitle: self.shown.subtitle,
            caption: self.shown.caption,
            measures: self.declared.measures,
        }
    }

    /// The chart as a figure of the page, with its number among the others where it has one.
    pub(crate) fn figure(&self, words: Words, number: Option<usize>) -> Markup {
        let label = format!("{}. {}", self.shown.title.trim_end_matches('.'), self.shown.subtitle);
        let drawn = |drawing: &Drawing, id: &str, shape| drawing.finish(id, self.name(), shape, &label);
        html! {
            figure id=(self.name()) class="plate" {
                div class="plate-head" {
                    @if let Some(number) = number {
                        p class="plate-number" { (say!(words, "plot-number", number = number)) }
                    }
                    h3 { (self.shown.title) }
                    @if !self.shown.subtitle.is_empty() { p class="subtitle" { (self.shown.subtitle) } }
                }
                @if !self.shown.legend.is_empty() {
                    (html::legend(self.shown.legend.iter().map(|one| (one.kind.class(), one.colour, one.name.as_str()))))
                }
                @match &self.shown.drawings {
                    Some([wide, narrow]) => {
                        (drawn(wide, &format!("chart-{}", self.name()), Shape::Wide))
                        (drawn(narrow, &format!("chart-{}-narrow", self.name()), Shape::Narrow))
                    }
                    None => { p class="nothing" { (say!(words, "plot-nothing")) } }
                }
                figcaption { (self.shown.caption) }
                (self.details(words))
            }
            "\n"
        }
    }

    fn details(&self, words: Words) -> Markup {
        html! {
            details class="why" {
                summary { (say!(words, "plot-why")) }
                dl {
                    @for name in self.declared.measures {
                        dt { code { (name) } }
                        dd { @if let Some(known) = demerit_measures::named(name) { (measure(words, known)) } }
                    }
                }
                @if !self.shown.table.rows.is_empty() {
                    (html::table(&say!(words, "plot-numbers", title = &self.shown.title), &self.shown.table.head, &self.shown.table.rows))
                }
                p { (html::coded(&say!(words, "plot-file"))) }
            }
        }
    }
}

/// What a measure is, in what unit, and where it comes from.
fn measure(words: Words, known: &Measure) -> String {
    let definition = words.definition(known.name, known.definition);
    let (unit, source) = (words.unit(known.unit.name()), words.source(known.source));
    say!(words, "plot-measure", definition = definition, unit = unit, source = source)
}

/// A chart drawn for both shapes.
pub(crate) fn both(draw: impl Fn(Shape) -> Drawing) -> Option<[Drawing; 2]> {
    Some([draw(Shape::Wide), draw(Shape::Narrow)])
}

/// Legend of the two worlds.
pub(crate) fn worlds_legend(run: &Run<'_>, kinds: (Kind, Kind)) -> Vec<Swatch> {
    let here = run.called(Side::Here).unwrap_or_else(|| say!(run.words, "plot-under-the-regime"));
    let twin = run.called(Side::Twin).map(|twin| say!(run.words, "plot-twin-called", twin = twin));
    let mut legend = vec![Swatch { colour: "here", name: here, kind: kinds.0 }];
    legend.extend(twin.map(|name| Swatch { colour: "twin", name, kind: kinds.1 }));
    legend
}
