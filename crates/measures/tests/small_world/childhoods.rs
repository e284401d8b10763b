//! Persistence over generations, against slopes and shares taken plainly.

use crate::{World, near};
use demerit_kernel::LANES;
use demerit_kernel::Tick;
use demerit_measures::sanction;
use demerit_society::Chunk;
use demerit_society::consequences::upbringing::Upbringing;
use demerit_society::consequences::upbringing::childhood;
use demerit_society::population::income::{log_left, normal_nearly, normal_of_byte};

/// Adults who came of age within the run are those born after week −936 and at least 936 weeks ago.
fn world() -> World {
    let mut world = World::wide();
    world.tick = Tick(20 * 52);
    world.society.consequences.upbringing =
        Some(Upbringing { beta: 0.5, gain: 0.2, most: 3, standing: true });
    for chunk in &mut world.chunks {
        let first = chunk.first_person() as usize;
        for at in 0..chunk.persons() {
            let (block, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
            let number = first + at;
            // Bounds on either side among them: −936 is too early, −935 not, 104 not too late, 105 is.
            chunk.born[at] = [-2000, -936, -935, -400, 0, 104, 105, 300][number % 8];
            let marks = &mut chunk.tables[block].marks;
            if number.is_multiple_of(3) {
                let one = childhood(&mut marks.upbringing, lane, || (number * 37 % 256) as u8);
                one.put_shadow(number.is_multiple_of(2));
                one.schooling = (number % 5) as i8 - 2;
            }
            if number.is_multiple_of(11) {
                marks.hardship.put(lane, (number % 90) as u8 + 1);
            }
            chunk.standing[at].put_tier(u8::from(number * 31 % 10 > 2 + number % 2));
        }
    }
    world
}

/// Who counts: the parents' and the own income as logarithms in units of the spread, in the shadow or not,
/// under a sanction or not.
fn grown(world: &World) -> Vec<(f64, f64, bool, bool)> {
    let of = |(chunk, at): (&Chunk, usize)| {
        let number = chunk.first_person() + at as u32;
        let born = chunk.born[at];
        if !(-935..=104).contains(&born) {
            return None;
        }
        let (society, pattern) = (&world.society, world.society.pattern(number / LANES));
        let marks = &chunk.tables[at / LANES as usize].marks;
        let lane = (number % LANES) as u16;
        let known = marks.upbringing.get(lane);
        let parents = known.map_or_else(|| society.parents_at_start(number, pattern), |one| one.parents);
        let person = society.person(number, born, chunk.habits_of(at));
        let own = normal_nearly(society.income_rank(&person, pattern, marks, world.tick))
            + log_left(society.traits.income_sigma, marks.hardship.of(lane));
        let under = sanction(world.regime_of(chunk, at), chunk, at).is_some();
        Some((normal_of_byte(parents), own, known.is_some_and(|one| one.shadow()), under))
    };
    world.persons().filter_map(of).collect()
}

#[test]
fn incomes_run_in_families() {
    let mut world = world();
    let grown = grown(&world);
    assert!(grown.len() > 2000, "{}", grown.len());
    let n = grown.len() as f64;
    let mean = |of: fn(&(f64, f64, bool, bool)) -> f64| grown.iter().map(of).sum::<f64>() / n;
    let (parents, children) = (mean(|one| one.0), mean(|one| one.1));
    let joint: f64 = grown.iter().map(|one| (one.0 - parents) * (one.1 - children)).sum();
    let spread: f64 = grown.iter().map(|one| (one.0 - parents) * (one.0 - parents)).sum();
    let found = world.whole("income-persistence").expect("a slope");
    assert!((found - joint / spread).abs() < 1e-6, "{found} for {}", joint / spread);
    assert!(found > 0.1, "there is something to find: {found}");
    world.society.consequences.upbringing = None;
    assert_eq!(world.whole("income-persistence"), None, "nobody's childhood is told");
}

#[test]
fn sanctions_run_in_families() {
    let world = world();
    let grown = grown(&world);
    let share = |shadow: bool| {
        let group = grown.iter().filter(|one| one.2 == shadow);
        group.clone().filter(|one| one.3).count() as f64 / group.count() as f64
    };
    near(world.whole("sanction-persistence"), share(true) / share(false));
    assert!(share(true) != share(false));
}

/// A world in which so many of the grown-up were in the shadow and so many not; all under a sanction, or
/// nobody.
fn few(shadow: usize, light: usize, under: bool) -> World {
    let mut world = world();
    let (mut shadow, mut light) = (shadow, light);
    for chunk in &mut world.chunks {
        for at in 0..chunk.persons() {
            let (block, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
            let upbringing = &mut chunk.tables[block].marks.upbringing;
            upbringing.remove(lane);
            chunk.standing[at].put_tier(u8::from(!under));
            chunk.born[at] = if shadow > 0 {
                shadow -= 1;
                childhood(upbringing, lane, || (at % 256) as u8).put_shadow(true);
                0
            } else if light > 0 {
                light -= 1;
                0
            } else {
                -2000
            };
        }
    }
    world
}

#[test]
fn too_few_to_say() {
    let [slope, ratio] = ["income-persistence", "sanction-persistence"];
    assert_eq!(few(99, 0, true).whole(slope), None);
    assert!(few(100, 0, true).whole(slope).is_some());
    assert_eq!(few(100, 99, true).whole(ratio), None);
    assert_eq!(few(99, 100, true).whole(ratio), None);
    near(few(100, 100, true).whole(ratio), 1.0);
    assert_eq!(few(100, 100, false).whole(ratio), None, "nobody is under a sanction");
    // Parents who all have one income say nothing of a slope.
    let mut alike = few(300, 0, true);
    for chunk in &mut alike.chunks {
        for at in 0..300 {
            chunk.tables[0].marks.upbringing.remove(at);
            childhood(&mut chunk.tables[0].marks.upbringing, at, || 128);
        }
    }
    assert_eq!(alike.whole(slope), None);
}
