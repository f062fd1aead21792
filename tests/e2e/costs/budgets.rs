//! How much a route may ask of the table, and which routes may ask more, and why.

use std::collections::BTreeMap;

use super::meter::Cost;

/// Who asks, then what it is about with the answer itself.
const READ_ROUND_TRIPS_MAX: u64 = 2;
/// Who asks, then what it is about, then one transaction.
const WRITE_ROUND_TRIPS_MAX: u64 = 3;

/// A route that asks more often.
pub struct Exemption {
    pub route: &'static str,
    /// Exactly so often.
    pub round_trips: u64,
    pub why: &'static str,
}

pub const EXEMPTIONS: &[Exemption] = &[
    Exemption {
        route: "DELETE /api/admin/accounts/{account}",
        round_trips: 19,
        why: "It is switched off first; its enrollments are listed, to go one by one with their seats; then who looks after it, its friends, who asked it and whom it asked, its profile page, its paths, and what it holds, to go with it. What was begun meanwhile is looked for once more.",
    },
    Exemption {
        route: "DELETE /api/me",
        round_trips: 23,
        why: "What the deletion by staff does, once the orders are looked through for money that is under way.",
    },
    Exemption {
        route: "GET /api/me/data",
        round_trips: 14,
        why: "Each list that is kept by itself, side by side; then the courses and orders that two of them name.",
    },
    Exemption {
        route: "GET /api/my/orders",
        round_trips: 3,
        why: "The names of one's own orders, and then the orders, all at once.",
    },
    Exemption {
        route: "GET /api/my/orders/{order}/invoice",
        round_trips: 3,
        why: "Whether the order is one's own, and then the order.",
    },
    Exemption {
        route: "POST /api/admin/accounts/{account}/log-in-as",
        round_trips: 4,
        why: "Logins that were opened for somebody else before, to go with the new one.",
    },
    Exemption { route: "POST /api/me/photos", round_trips: 4, why: "A limit, and the page that the photo is put on." },
    Exemption { route: "GET /api/admin/holders", round_trips: 3, why: "The names of those who hold something." },
    Exemption {
        route: "POST /api/signup/request",
        round_trips: 4,
        why: "The rules, two limits, and the request itself.",
    },
    Exemption {
        route: "GET /api/admin/directory",
        round_trips: 4,
        why: "What each of those listed holds, and who looks after them, side by side.",
    },
    Exemption {
        route: "GET /api/admin/courses/{course}/export",
        round_trips: 3,
        why: "The texts of the lessons, once the course permits it.",
    },
    Exemption {
        route: "GET /api/admin/accounts/{account}",
        round_trips: 3,
        why: "The account, and at the same time whether it is a friend's.",
    },
    Exemption {
        route: "GET /api/admin/accounts/{account}/roles",
        round_trips: 3,
        why: "The account, and at the same time whether it is a friend's.",
    },
    Exemption {
        route: "GET /api/people/{account}/profile",
        round_trips: 6,
        why: "The account and whether it is a friend's, then the page and its friends, each at the same time; then the names.",
    },
    Exemption {
        route: "GET /api/people/{account}/photos/{photo}",
        round_trips: 4,
        why: "The account, and at the same time whether it is a friend's; then the picture.",
    },
    Exemption {
        route: "GET /api/me/profile",
        round_trips: 4,
        why: "The page and the friends at the same time, then the names of friends.",
    },
    Exemption {
        route: "PUT /api/me/profile",
        round_trips: 5,
        why: "The page before it is written; and what else stands on it: the friends, then their names.",
    },
    Exemption { route: "GET /api/me/friends", round_trips: 3, why: "The names of the friends." },
    Exemption { route: "GET /api/me/friends/requests", round_trips: 3, why: "The names of those who ask." },
    Exemption {
        route: "POST /api/me/friends",
        round_trips: 5,
        why: "A limit, the address, and whether the two are friends already or the other one asked before.",
    },
    Exemption { route: "GET /api/admin/people", round_trips: 3, why: "The names of those who are looked after." },
    Exemption {
        route: "POST /api/admin/places/{kind}/{place}/members",
        round_trips: 4,
        why: "The account and the place, at the same time.",
    },
    Exemption {
        route: "GET /api/admin/places/{kind}/{place}/members",
        round_trips: 4,
        why: "The list is asked for once the place permits it; then the names.",
    },
    Exemption {
        route: "POST /api/admin/places/{kind}/{place}/enrollments",
        round_trips: 4,
        why: "The account, and at the same time the path with the enrollment.",
    },
    Exemption {
        route: "GET /api/admin/places/{kind}/{place}/enrollments",
        round_trips: 4,
        why: "The list is asked for once the path permits it; then the names.",
    },
    Exemption {
        route: "POST /api/admin/places/{kind}/{place}/enrollments/{account}/{transition}",
        round_trips: 4,
        why: "The account, and at the same time the path with the enrollment.",
    },
    Exemption {
        route: "DELETE /api/admin/places/{kind}/{place}/enrollments/{account}",
        round_trips: 4,
        why: "The account, and at the same time the path with the enrollment.",
    },
    Exemption {
        route: "GET /api/my/paths",
        round_trips: 3,
        why: "The paths follow from the enrollments, all at once.",
    },
    Exemption {
        route: "DELETE /api/admin/places/{kind}/{place}",
        round_trips: 4,
        why: "The roles that are held on it are listed, to go with it.",
    },
    Exemption {
        route: "POST /api/admin/courses/import",
        round_trips: 4,
        why: "Courses and addresses that the file names are looked up before anything is written.",
    },
    Exemption {
        route: "DELETE /api/admin/courses/{course}/lessons/{lesson}",
        round_trips: 5,
        why: "The text is looked at first, and dropped after the outline no longer names it.",
    },
    Exemption {
        route: "GET /api/admin/courses/{course}/lessons/{lesson}",
        round_trips: 3,
        why: "The text is asked for once the course permits it.",
    },
    Exemption {
        route: "PUT /api/admin/courses/{course}/lessons/{lesson}",
        round_trips: 4,
        why: "The text that is there is compared with the one that was changed.",
    },
    Exemption {
        route: "POST /api/admin/orders/{order}/refund",
        round_trips: 13,
        why: "The refund is recorded before the provider is asked, and the order settled after it answered and looked at once more; the buyer's account is read to tell them, and their orders for one that was kept out by this one; the audit keeps what came of it.",
    },
    Exemption {
        route: "POST /api/admin/orders/{order}/replay",
        round_trips: 8,
        why: "The decision is recorded, then the order is fulfilled and its payment settled as if the provider had called.",
    },
    Exemption {
        route: "POST /api/checkout",
        round_trips: 8,
        why: "Three throttles; the order is stored before the provider is asked, and its page after it answered.",
    },
    Exemption {
        route: "GET /api/checkout/return",
        round_trips: 5,
        why: "A throttle; then it fulfills as the webhook does: the order, the address, the account with its course, one transaction.",
    },
    Exemption {
        route: "GET /api/courses/{course}/enrollments",
        round_trips: 6,
        why: "Who teaches the course and who learns in it, and the names of both, are asked for once the course permits it.",
    },
    Exemption {
        route: "POST /api/login",
        round_trips: 11,
        why: "Five throttles before the hash and two given back after it, the address, the account with its password, its other logins, the new login.",
    },
    Exemption {
        route: "POST /api/login/password",
        round_trips: 7,
        why: "Guesses are counted, and forgotten once the present password is proved.",
    },
    Exemption {
        route: "POST /api/login/confirm",
        round_trips: 6,
        why: "Guesses are counted, and forgotten once the password is proved.",
    },
    Exemption {
        route: "POST /api/login/second-factor",
        round_trips: 7,
        why: "The login that owes it lies apart; the guess is counted, and given back once the code is proved; the account's other logins make room.",
    },
    Exemption {
        route: "POST /api/login/second-factor/passkey",
        round_trips: 7,
        why: "The login that owes it lies apart; the guess is counted, and given back once the passkey is proved; the account's other logins make room.",
    },
    Exemption {
        route: "POST /api/login/second-factor/passkey/question",
        round_trips: 5,
        why: "The login that owes its factor lies apart; what one login is asked is counted.",
    },
    Exemption {
        route: "GET /api/login/second-factor",
        round_trips: 3,
        why: "The login that owes its factor lies apart from the others, and is read at the same time.",
    },
    Exemption {
        route: "POST /api/login/second-factors/app/confirm",
        round_trips: 5,
        why: "The guess is counted, and given back once the code is proved.",
    },
    Exemption {
        route: "POST /api/login/email",
        round_trips: 7,
        why: "Guesses are counted, and forgotten once the password is proved; mails to strangers are counted.",
    },
    Exemption {
        route: "POST /api/login/reset",
        round_trips: 7,
        why: "Three throttles, the address, the account with its password, the judgment, the mail.",
    },
    Exemption {
        route: "GET /api/my/courses",
        round_trips: 4,
        why: "What one teaches, what one is enrolled in, and then the courses, all at once.",
    },
    Exemption {
        route: "GET /api/my/catalog",
        round_trips: 3,
        why: "The courses, and then the seats of those that have a limit and one's own enrollments, all at once.",
    },
    Exemption {
        route: "GET /api/permissions/explain",
        round_trips: 3,
        why: "Somebody else's standing, and the object, beside one's own login.",
    },
    Exemption {
        route: "PUT /api/admin/settings",
        round_trips: 9,
        why: "The people whom the change reaches are counted, tenant by tenant.",
    },
    Exemption {
        route: "PUT /api/admin/policies",
        round_trips: 9,
        why: "The people whom the change reaches are counted, tenant by tenant.",
    },
    Exemption {
        route: "PUT /api/admin/account-types",
        round_trips: 9,
        why: "The people whom the change reaches are counted, tenant by tenant.",
    },
    Exemption {
        route: "PUT /api/admin/overrides/{tenant}",
        round_trips: 5,
        why: "The people whom the change reaches are counted, tenant by tenant.",
    },
    Exemption {
        route: "POST /api/admin/overrides/{tenant}/restore",
        round_trips: 6,
        why: "The people whom the change reaches are counted, tenant by tenant.",
    },
    Exemption {
        route: "POST /api/admin/permission-sets/{tenant}",
        round_trips: 4,
        why: "What it is to reach is looked up, and how many there are.",
    },
    Exemption {
        route: "GET /api/admin/permission-sets/{tenant}/{set}",
        round_trips: 3,
        why: "The names of what it reaches.",
    },
    Exemption {
        route: "GET /api/admin/permission-sets/{tenant}/{set}/versions",
        round_trips: 3,
        why: "The former versions are asked for once it is known to be of this platform.",
    },
    Exemption {
        route: "GET /api/admin/permission-sets/{tenant}/{set}/holders",
        round_trips: 4,
        why: "It, its holders, and their names.",
    },
    Exemption {
        route: "PUT /api/admin/permission-sets/{tenant}/{set}",
        round_trips: 6,
        why: "Its holders are counted and looked at, to tell for how many a decision flips.",
    },
    Exemption {
        route: "POST /api/admin/permission-sets/{tenant}/{set}/restore",
        round_trips: 7,
        why: "Its holders are counted and looked at, to tell for how many a decision flips, and the former version is read.",
    },
    Exemption {
        route: "DELETE /api/admin/permission-sets/{tenant}/{set}",
        round_trips: 8,
        why: "Its holders are counted and looked at; then it goes with what they hold, and its former versions.",
    },
    Exemption {
        route: "GET /api/permissions/who",
        round_trips: 3,
        why: "The object, who holds roles that could reach it, and how each of them stands.",
    },
    Exemption {
        route: "POST /api/signup/link",
        round_trips: 7,
        why: "As a reset: nobody is signed in, so the account is found by its address.",
    },
    Exemption {
        route: "POST /api/signup/password",
        round_trips: 4,
        why: "The link stands for the login; the stored password is read before it is replaced.",
    },
    Exemption {
        route: "POST /api/stripe/webhook",
        round_trips: 5,
        why: "The event is recorded, then the order fulfilled: the order, the address, the account with its course, one transaction.",
    },
];

/// What a route may ask without an exemption.
pub fn round_trips_max(route: &str) -> u64 {
    if route.starts_with("GET ") { READ_ROUND_TRIPS_MAX } else { WRITE_ROUND_TRIPS_MAX }
}

/// The exemption of a route.
pub fn exemption(route: &str) -> Option<&'static Exemption> {
    EXEMPTIONS.iter().find(|exemption| exemption.route == route)
}

/// Every route that costs more than it may, and every exemption that is not needed, in words.
pub fn complaints(costs: &BTreeMap<String, Cost>) -> Vec<String> {
    let over = costs.iter().filter_map(|(route, cost)| {
        let max = exemption(route).map_or(round_trips_max(route), |exemption| exemption.round_trips);
        let asked = cost.round_trips;
        (asked > max).then(|| format!("{route}: {asked} round trips, {max} at most"))
    });
    let stale = EXEMPTIONS.iter().filter_map(|exemption| {
        let asked = costs.get(exemption.route).map(|cost| cost.round_trips);
        let needed = asked == Some(exemption.round_trips) && exemption.round_trips > round_trips_max(exemption.route);
        (!needed).then(|| format!("{}: the exemption is stale, asked {asked:?}", exemption.route))
    });
    over.chain(stale).collect()
}
