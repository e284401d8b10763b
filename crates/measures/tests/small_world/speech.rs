//! Posts: counts by stance, readers, and closed accounts.

use crate::{World, near};
use demerit_society::reactions::account::Audience;

/// Rows of the four stances with these values.
fn by_stance(values: [f64; 4]) -> Vec<(String, String, f64)> {
    let stances = ["neutral", "supportive", "critical", "investigative"];
    let row = |(stance, value): (&str, f64)| ("all".to_owned(), format!("stance:{stance}"), value);
    stances.into_iter().zip(values).map(row).collect()
}

#[test]
fn posts_are_counted_by_stance_and_fate() {
    let mut world = World::new();
    let counts = [7, 5, 3, 1];
    world.tally.published = counts;
    world.tally.withheld = counts.map(|count| count + 1);
    world.tally.removed = counts.map(|count| count + 2);
    world.tally.withheld_for_others = counts.map(|count| count + 3);
    world.tally.muted = counts.map(|count| count + 4);
    world.tally.silenced = counts.map(|count| count + 5);
    world.tally.roused = [0, 0, 9, 0];
    world.tally.played = [0, 6, 0, 0];
    assert_eq!(world.values("posts"), by_stance([7.0, 5.0, 3.0, 1.0]));
    assert_eq!(world.values("posts-withheld"), by_stance([8.0, 6.0, 4.0, 2.0]));
    assert_eq!(world.values("posts-removed"), by_stance([9.0, 7.0, 5.0, 3.0]));
    assert_eq!(world.values("posts-withheld-for-others"), by_stance([10.0, 8.0, 6.0, 4.0]));
    assert_eq!(world.values("posts-muted"), by_stance([11.0, 9.0, -2.0, 5.0]));
    assert_eq!(world.values("posts-silenced"), by_stance([12.0, 10.0, 8.0, 6.0]));
    assert_eq!(world.values("posts-for-points"), by_stance([0.0, 6.0, 0.0, 0.0]));
    // Of 100 that opinion alone would bring, 7 are published and 5 of these are taken down, and so on.
    world.tally.meant = [100; 4];
    world.tally.removed = [5, 1, 3, 0];
    assert_eq!(world.values("posts-meant"), by_stance([100.0; 4]));
    assert_eq!(world.values("posts-lost"), by_stance([98.0, 96.0, 100.0, 99.0]));
}

#[test]
fn readers_are_counted_where_posts_have_an_audience() {
    let mut world = World::new();
    world.tally.reach = [700, 500, 300, 100];
    assert_eq!(world.values("reach"), [], "nobody is counted as a reader");
    world.society.reactions.audience = Some(Audience { readers: [0, 10, 100, 1000] });
    assert_eq!(world.values("reach"), by_stance([700.0, 500.0, 300.0, 100.0]));
}

#[test]
fn one_closed_account_is_a_share_of_all_persons() {
    let mut world = World::new();
    world.chunks[0].planes[0].closed.insert(9);
    near(world.whole("accounts-closed"), 1.0 / 2048.0);
}
