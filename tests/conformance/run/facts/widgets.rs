//! Rights that come with a widget and go with it, whoever asks.

use authorization::{Action, Object, Role, Widget, WidgetSet, decide};
use domain::Audience;

use super::{Fact, decision};
use crate::world::{Where, administrator, as_it_comes, course, everything_on, internal};

pub const FACTS: &[Fact] = &[
    decision("S001-150", || of_widget(Widget::Forum, &["forum.", "comment."])),
    decision("S001-190", || of_widget(Widget::Files, &["file_repository."])),
    decision("S001-200", || of_widget(Widget::Questions, &["question."])),
    decision("S001-207", || of_widget(Widget::Videoconferences, &["videoconference."])),
    decision("S001-218", uploads_and_downloads_are_set_apart),
];

fn of_widget(widget: Widget, families: &[&str]) {
    let mut widgets = WidgetSet::ALL.without(widget);
    if widget == Widget::Files {
        // What the file repository permits is configured in it.
        widgets = widgets.without(Widget::FileUploads).without(Widget::FileDownloads);
    }
    let carrying = Object { asker_enrolled: true, ..course(Where::Here, Audience::Internal) };
    let bare = Object { widgets, ..carrying };
    let askers = [
        internal(&[]),
        internal(&[Role::CourseTutor]),
        internal(&[Role::CourseInstructor]),
        internal(&[Role::Instructor, Role::CourseOwner]),
        administrator(&[]),
    ];
    let of_family = |action: &&Action| families.iter().any(|family| action.id().starts_with(family));
    let mut permitted = 0;
    for action in Action::ALL.iter().filter(of_family) {
        for who in &askers {
            permitted += usize::from(decide(&as_it_comes(), who, *action, &carrying).is_ok());
            assert!(decide(&everything_on(), who, *action, &bare).is_err(), "{}", action.id());
        }
    }
    assert!(permitted > 0);
}

fn uploads_and_downloads_are_set_apart() {
    let (up, down) = (Action::UploadFileRepositoryFile, Action::DownloadFileRepositoryFile);
    let enrolled = Object { asker_enrolled: true, ..course(Where::Here, Audience::Internal) };
    let with = |widgets| Object { widgets, ..enrolled };
    let files = WidgetSet::NONE.with(Widget::Files);
    for who in [internal(&[]), internal(&[Role::CourseTutor])] {
        let may = |action, widgets| decide(&as_it_comes(), &who, action, &with(widgets)).is_ok();
        assert!(may(up, files.with(Widget::FileUploads)) && !may(down, files.with(Widget::FileUploads)));
        assert!(may(down, files.with(Widget::FileDownloads)) && !may(up, files.with(Widget::FileDownloads)));
        assert!(!may(up, files) && !may(down, files));
    }
    let instructor = internal(&[Role::CourseInstructor]);
    assert!(decide(&as_it_comes(), &instructor, up, &with(files)).is_ok(), "instructors need no setting");
}
