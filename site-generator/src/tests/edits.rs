//! Edits: only what names the course changes, and the folder equals one made from nothing.

use std::collections::BTreeSet;

use domain::{Course, Level, Price, Publication, Subject, Title};

use super::fixture::{EDITIONS, course, courses, folder, now, options, site};
use crate::catalog::Catalog;
use crate::publish::Publisher;

fn retitled(mut courses: Vec<Course>, slug: &str) -> Vec<Course> {
    let course = courses.iter_mut().find(|course| course.slug.as_str() == slug).unwrap();
    course.title = Title::new("Another title").unwrap();
    courses
}

#[test]
fn a_new_title_changes_only_pages_that_name_the_course() {
    let before = site(courses());
    let after = site(retitled(courses(), "course-40"));
    let changed: BTreeSet<&str> = after
        .files
        .iter()
        .filter(|(path, bytes)| before.files.get(*path) != Some(bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    for path in &changed {
        let text = String::from_utf8_lossy(&after.files[*path]);
        assert!(text.contains("Another title"), "{path} changed for no reason");
    }
    assert!(changed.contains("courses/course-40/index.html"));
    assert!(changed.len() <= 15, "{changed:?}");
    assert_eq!(before.files.len(), after.files.len());
}

/// A small generator of numbers, so that a failing seed can be run again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(limit).unwrap()).unwrap()
    }
}

fn edit(courses: &mut Vec<Course>, dice: &mut Dice, round: u8) {
    let at = dice.below(courses.len());
    match dice.below(7) {
        0 => courses[at].title = Title::new(&format!("Edited in round {round}")).unwrap(),
        1 => courses[at].price = Price::Free,
        2 => courses[at].publication = Publication::Unpublished,
        3 => courses[at].publication = Publication::Published,
        4 => courses[at].subjects = vec![Subject::new(&format!("Subject {}", dice.below(4))).unwrap()],
        5 => courses[at].level = [None, Some(Level::Beginner), Some(Level::Advanced)][dice.below(3)],
        _ => courses.push(course(150 + round, &format!("New in round {round}"))),
    }
}

#[test]
fn after_any_edits_the_folder_equals_a_clean_build() {
    for seed in [1, 7, 2026] {
        let mut dice = Dice(seed);
        let mut courses = courses();
        let out = folder();
        let mut publisher = Publisher::open(&out).unwrap();
        for round in 0..12 {
            edit(&mut courses, &mut dice, round);
            publisher.publish(&Catalog::new(courses.clone()), &EDITIONS, &options(), now()).unwrap();
        }
        let clean = site(courses);
        for (path, bytes) in &clean.files {
            assert_eq!(&std::fs::read(out.join(path.as_str())).unwrap(), bytes, "seed {seed}: {path}");
        }
        let known = Publisher::open(&out).unwrap().publish_site(&clean).unwrap();
        assert_eq!((known.written, known.deleted), (vec![], vec![]), "seed {seed}");
    }
}

#[test]
fn the_order_in_which_courses_come_does_not_matter() {
    let mut turned = courses();
    turned.reverse();
    assert_eq!(site(turned), site(courses()));
}
