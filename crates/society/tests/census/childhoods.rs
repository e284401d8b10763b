//! What a childhood leaves, against the definition of each place in the distribution of income.

use demerit_fixtures::census::{built, quiet};
use demerit_kernel::{BlockId, LANES, OfLane, Tick};
use demerit_society::consequences::upbringing::{Childhood, Upbringing, childhood};
use demerit_society::{Chunk, Society};

const FIGURES: Upbringing = Upbringing { beta: 0.4, gain: 0.2, most: 3, standing: true };

fn society(upbringing: Option<Upbringing>) -> Society {
    let mut plan = quiet();
    plan.consequences.upbringing = upbringing;
    built(&plan, 3 * LANES, 5)
}

#[test]
fn a_childhood_begins_without_a_shadow() {
    for lane in [0, 1, 511, 1023] {
        let mut one = Childhood::new(lane, 7);
        assert!(!one.shadow() && one.lane() == lane);
        one.put_shadow(true);
        assert!(one.shadow() && one.lane() == lane);
    }
}

#[test]
fn children_stand_where_their_parents_do_and_adults_where_both_put_them() {
    let society = society(Some(FIGURES));
    let mut chunk = Chunk::new(BlockId(2), 1, LANES, &[]);
    society.populate(&mut chunk);
    for lane in (0..LANES as u16).step_by(5) {
        childhood(&mut chunk.tables[0].marks.upbringing, lane, || (lane % 256) as u8).schooling =
            (lane % 7) as i8 - 3;
    }
    // Born since.
    (0..LANES as usize).step_by(9).for_each(|lane| chunk.born[lane] = (lane % 90) as i16);
    let (marks, pattern) = (&chunk.tables[0].marks, society.pattern(2));
    let (mut children, mut grown) = (0, 0);
    for tick in [Tick(0), Tick(300), Tick(19 * 52)] {
        let mut fifths = [0; 5];
        for (lane, &born) in (0u16..).zip(&chunk.born) {
            let number = 2 * LANES + u32::from(lane);
            let person = society.person(number, born, chunk.habits_of(usize::from(lane)));
            let (own, rank) = (person.income_rank(), society.income_rank(&person, pattern, marks, tick));
            let known = marks.upbringing.get(lane);
            let parents = known.map_or_else(|| society.parents_at_start(number, pattern), |one| one.parents);
            // A child at the start was born after week −936.
            let wanted = if born <= -936 {
                own
            } else if person.age(tick) < 18 {
                children += 1;
                (f64::from(parents) + 0.5) / 256.0
            } else {
                grown += 1;
                FIGURES.rank(parents, (own * 256.0) as u8, known.map_or(0, |one| one.schooling))
            };
            assert_eq!(rank, wanted, "lane {lane} in {tick:?}");
            let fifth = society.income_fifth(&person, pattern, marks, tick);
            if born <= -936 {
                assert_eq!(fifth, person.income_fifth());
            } else {
                assert_eq!(fifth, (wanted * 5.0) as u8);
            }
            fifths[usize::from(fifth)] += 1;
        }
        assert_eq!(society.income_fifths(2 * LANES, &chunk.born, pattern, marks, tick), fifths);
    }
    assert!(children > 300 && grown > 100, "{children}, {grown}");
}

#[test]
fn without_the_mechanism_everybody_stands_where_the_own_draw_says() {
    let society = society(None);
    let mut chunk = Chunk::new(BlockId(2), 1, LANES, &[]);
    society.populate(&mut chunk);
    let (marks, pattern) = (&chunk.tables[0].marks, society.pattern(2));
    let mut fifths = [0; 5];
    for (lane, &born) in (0u32..).zip(&chunk.born) {
        let person = society.person(2 * LANES + lane, born, chunk.habits_of(lane as usize));
        assert_eq!(society.income_rank(&person, pattern, marks, Tick(9)), person.income_rank());
        fifths[usize::from(person.income_fifth())] += 1;
    }
    assert_eq!(society.income_fifths(2 * LANES, &chunk.born, pattern, marks, Tick(9)), fifths);
}

#[test]
fn what_parents_lost_counts_where_standing_does() {
    let of = |standing: bool, parents: &[(f64, u8)]| {
        society(Some(Upbringing { standing, ..FIGURES })).parents_at_birth(9, 40, parents)
    };
    for parents in [&[(0.7, 0)][..], &[(0.7, 0), (0.4, 0)]] {
        let lost: Vec<(f64, u8)> = parents.iter().map(|one| (one.0, 100)).collect();
        assert!(of(true, &lost) < of(true, parents), "{parents:?}");
        assert_eq!(of(false, &lost), of(false, parents));
    }
    // One parent alone stands where it stands; of two like ones the mean of the draws lies further out.
    assert_eq!(of(true, &[(0.7, 0)]), 179);
    assert!(of(true, &[(0.7, 0), (0.7, 0)]) > 179 && of(true, &[(0.3, 0), (0.3, 0)]) < 76);
    let nobody = of(true, &[]);
    assert_eq!(nobody, of(false, &[]), "drawn");
    assert_ne!(nobody, society(Some(FIGURES)).parents_at_birth(10, 40, &[]), "for each anew");
}
