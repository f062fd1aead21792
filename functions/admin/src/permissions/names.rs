//! How an object is named in an address: `course:ID`.

use domain::Tenant;
use store::Explained;

/// What names may look like.
pub(super) const SENTENCE: &str = "must be `platform`, `catalog`, `tenant:main`, `tenant:ID`, `partner:ID`, \
     `account:ID`, `course:ID`, `courses:main`, `courses:ID`, `enrollment:COURSE:ACCOUNT` or `order:ID`";

/// The object of a name.
pub(super) fn object(name: &str) -> Option<Explained> {
    let (kind, id) = name.split_once(':').unwrap_or((name, ""));
    match (kind, id) {
        ("platform", "") => Some(Explained::Platform),
        ("catalog", "") => Some(Explained::Catalog),
        ("tenant", "main") => Some(Explained::Tenant(Tenant::Main)),
        ("tenant", id) => id.parse().ok().map(|partner| Explained::Tenant(Tenant::Partner(partner))),
        ("courses", "main") => Some(Explained::Courses(Tenant::Main)),
        ("courses", id) => id.parse().ok().map(|partner| Explained::Courses(Tenant::Partner(partner))),
        ("partner", id) => id.parse().ok().map(Explained::Partner),
        ("account", id) => id.parse().ok().map(Explained::Account),
        ("course", id) => id.parse().ok().map(Explained::Course),
        ("order", id) => id.parse().ok().map(Explained::Order),
        ("enrollment", ids) => {
            let (course, account) = ids.split_once(':')?;
            Some(Explained::Enrollment(course.parse().ok()?, account.parse().ok()?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_has_a_name_and_nothing_else_is_one() {
        let id = "00000000000000000000000001";
        for kind in ["tenant", "courses", "partner", "account", "course", "order"] {
            assert!(object(&format!("{kind}:{id}")).is_some(), "{kind}");
        }
        assert!(object(&format!("enrollment:{id}:{id}")).is_some());
        assert_eq!(object("tenant:main"), Some(Explained::Tenant(Tenant::Main)));
        for bad in ["", "platform:x", "course", "course:", "course:x", "enrollment:1", "lesson:1"] {
            assert_eq!(object(bad), None, "{bad}");
        }
    }
}
