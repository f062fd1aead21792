//! The output folder: what is written, what is left alone, and what can never be touched.

use std::fs;
use std::os::unix::fs::symlink;

use domain::Publication;

use super::fixture::{EDITIONS, course, courses, folder, now, options, site};
use crate::catalog::Catalog;
use crate::error::SiteError;
use crate::publish::{Publisher, publish};

#[test]
fn a_second_run_writes_nothing() {
    let out = folder();
    let first = publish(&site(courses()), &out).unwrap();
    assert_eq!(first.written.len(), first.files);
    let second = Publisher::open(&out).unwrap();
    let second = { second }.publish(&Catalog::new(courses()), &EDITIONS, &options(), now()).unwrap();
    assert_eq!((second.written, second.deleted), (vec![], vec![]));
    assert_eq!(fs::read(out.join("index.html")).unwrap(), site(courses()).files["index.html"]);
}

#[test]
fn what_was_lost_or_changed_by_hand_comes_back() {
    let out = folder();
    let site = site(courses());
    publish(&site, &out).unwrap();
    fs::remove_file(out.join("robots.txt")).unwrap();
    fs::write(out.join("404.html"), "defaced").unwrap();
    fs::remove_dir_all(out.join("courses/course-100")).unwrap();
    let again = publish(&site, &out).unwrap();
    let written: Vec<&str> = again.written.iter().map(|path| path.as_str()).collect();
    assert_eq!(written, ["404.html", "courses/course-100/index.html", "robots.txt"]);
}

/// Proves: P25, P22
#[test]
fn an_unpublished_course_is_gone_everywhere() {
    let out = folder();
    let mut courses = courses();
    publish(&site(courses.clone()), &out).unwrap();
    let gone = courses.iter_mut().find(|course| course.slug.as_str() == "course-100").unwrap();
    gone.publication = Publication::Unpublished;
    let after = publish(&site(courses), &out).unwrap();
    assert!(after.deleted.iter().any(|path| path.as_str() == "courses/course-100/index.html"));
    assert!(!out.join("courses/course-100").exists(), "its empty folder goes too");
    assert!(!out.join("levels/advanced").exists(), "and the list that it alone was in");
    for file in ["sitemap.xml", "feed.xml", "subjects/rust/feed.xml", "search/table.json", "courses/index.html"] {
        let text = fs::read_to_string(out.join(file)).unwrap();
        assert!(!text.contains("course-100") && !text.contains("Ownership in depth"), "{file}");
    }
}

/// Proves: F40
#[test]
fn a_run_that_broke_off_leaves_nothing_behind() {
    let out = folder();
    publish(&site(courses()), &out).unwrap();
    // As a crash leaves it: the mark of a run, half a file, and a page that no list knows.
    fs::write(out.join(".portico/running"), "").unwrap();
    fs::write(out.join(".portico/unfinished/7"), "half").unwrap();
    fs::create_dir_all(out.join("courses/orphan")).unwrap();
    fs::write(out.join("courses/orphan/index.html"), "orphan").unwrap();
    let after = publish(&site(courses()), &out).unwrap();
    assert_eq!(after.written, vec![]);
    let deleted: Vec<&str> = after.deleted.iter().map(|path| path.as_str()).collect();
    assert_eq!(deleted, ["courses/orphan/index.html"]);
    assert_eq!(fs::read_dir(out.join(".portico/unfinished")).unwrap().count(), 0);
    assert!(!out.join(".portico/running").exists());
}

/// Proves: F40
#[test]
fn links_in_the_folder_are_never_followed() {
    let (out, outside) = (folder(), folder());
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("index.html"), "mine").unwrap();
    publish(&site(courses()), &out).unwrap();
    fs::remove_dir_all(out.join("courses/course-100")).unwrap();
    symlink(&outside, out.join("courses/course-100")).unwrap();
    fs::remove_file(out.join("robots.txt")).unwrap();
    symlink(outside.join("index.html"), out.join("robots.txt")).unwrap();
    publish(&site(courses()), &out).unwrap();
    assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "mine");
    assert!(out.join("courses/course-100").symlink_metadata().unwrap().is_dir());
    assert!(out.join("robots.txt").symlink_metadata().unwrap().is_file());

    // Nor when a page is removed: the link stands where its folder was.
    fs::remove_dir_all(out.join("courses/course-100")).unwrap();
    symlink(&outside, out.join("courses/course-100")).unwrap();
    publish(&site(vec![course(1, "Alone")]), &out).unwrap();
    assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "mine");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let out = folder();
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("thesis.txt"), "years of work").unwrap();
    assert!(matches!(publish(&site(courses()), &out), Err(SiteError::Foreign(_))));
    assert!(out.join("thesis.txt").exists());
}
