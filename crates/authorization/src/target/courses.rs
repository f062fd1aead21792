//! Courses, what is in them, and who is.

use domain::{Account, Audience, Course, Enrollment, Lesson, Tenant};

use super::Target;
use crate::object::{Object, ObjectKind};

/// All courses of one tenant.
#[derive(Debug)]
pub struct CoursesTarget {
    /// `None` asks for every tenant at once.
    pub tenant: Option<Tenant>,
}

impl Target for CoursesTarget {
    fn object(&self) -> Object {
        Object { tenant: self.tenant, ..Object::new(ObjectKind::Course) }
    }
}

/// A course, with the asking account's own enrollment in it.
#[derive(Debug)]
pub struct CourseTarget {
    /// The course.
    pub course: Course,
    /// The asking account's enrollment.
    pub own_enrollment: Option<Enrollment>,
}

impl Target for CourseTarget {
    fn object(&self) -> Object {
        of_course(&self.course, self.own_enrollment.as_ref())
    }
}

fn of_course(course: &Course, own_enrollment: Option<&Enrollment>) -> Object {
    Object {
        tenant: Some(course.audience.tenant()),
        audience: Some(course.audience),
        published: course.publication == domain::Publication::Published,
        course: Some(course.id),
        asker_enrolled: own_enrollment.is_some_and(Enrollment::opens_lessons),
        ..Object::new(ObjectKind::Course)
    }
}

/// A lesson, with its course and the asking account's enrollment in that course.
#[derive(Debug)]
pub struct LessonTarget {
    /// The course.
    pub course: Course,
    /// The asking account's enrollment.
    pub own_enrollment: Option<Enrollment>,
    /// The lesson.
    pub lesson: Lesson,
}

impl Target for LessonTarget {
    fn object(&self) -> Object {
        of_course(&self.course, self.own_enrollment.as_ref())
    }
}

/// A course, or several, to be made.
#[derive(Debug)]
pub struct NewCourseTarget {
    /// Whom they are made for.
    pub audience: Audience,
    /// Whether the partner platform of the audience exists; true where it names none.
    pub partner_exists: bool,
}

impl Target for NewCourseTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(self.audience.tenant()),
            audience: Some(self.audience),
            partner_exists: self.partner_exists,
            ..Object::new(ObjectKind::Course)
        }
    }
}

/// One account's place in one course: the enrollment, or the gap where it would be.
#[derive(Debug)]
pub struct EnrollmentTarget {
    /// The course.
    pub course: Course,
    /// The account; `None` where it was deleted and the enrollment is what is left of it.
    pub account: Option<Account>,
    /// The enrollment, where there is one.
    pub enrollment: Option<Enrollment>,
}

impl Target for EnrollmentTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(self.course.audience.tenant()),
            audience: Some(self.course.audience),
            published: self.course.publication == domain::Publication::Published,
            course: Some(self.course.id),
            account: self.account.as_ref().map(|account| account.id),
            account_kind: self.account.as_ref().map(|account| account.kind),
            ..Object::new(ObjectKind::Enrollment)
        }
    }
}
