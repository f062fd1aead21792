# What is looked at and decided by few: the audit log, partner platforms, permissions, reports, settings.

audit-new = new
audit-gone = gone
audit-really = really
audit-somebody = somebody else

partners-people-of = People of { $name }
partners-courses-of = Courses of { $name }
partners-rename = Rename { $name }
partners-renamed = Renamed.
partners-new = New partner platform
partners-short-name = Short name
partners-short-hint = Names its sign-in page and stays for good; made from the name where nothing is said
partners-made = Made. Its first administrator is a person that you make on it.

grid-state =
    { $state ->
        [on] allowed
        [off] possible, but switched off
        [none] not brought
        [given] given by decision
       *[other] denied by decision
    }
grid-where =
    { $where ->
        [here] { $words }, here
       *[other] { $words }, inherited
    }
grid-ways = { $told }: { $ways }
grid-part =
    { $part ->
        [business] Across the platform
       *[other] Inside a course
    }
grid-others = { $part }, other organizations
grid-action = Action
grid-not-offered = { $role } (not offered)
grid-shown = { $actions } shown, { $roles } roles
grid-every = Every account of the kind { $kind }
grid-nobody = Nobody.
grid-more = There are more people than were looked at.

sets-more = and more
sets-show = Show who holds { $name }

choose-chosen = { $chosen } of { $actions } chosen
choose-found = { $chosen } of { $actions } chosen; { $shown } shown

reach-platform = The whole platform
reach-courses = All courses, with those to come
reach-course = A course
reach-person = A person
reach-group = A group
reach-team = A team
reach-path = A path
reach-channel = A channel
reach-organization = An organization
reach-reading = Reading…
reach-none = There is none

holders-from = Take away from { $name }
holders-take = Take { $set } from { $name }?
holders-take-text = What it brought is gone with their next step.
holders-on = on
holders-give = Give { $set } to { $who }?
holders-give-text = It counts with their next step.
holders-given = { $who } holds it now.

profile-held =
    { $count ->
        [one] { $count } person holds it.
       *[other] { $count } people hold it.
    }
profile-not-held = Nobody holds it yet.
profile-save = Save { $name }?
profile-make = Make { $name }?
profile-saved = Saved. It counts with everybody's next step.
profile-version = Version { $version }: { $name }, { $actions }
profile-restored = Restored.
profile-gone = It is taken from everybody who holds it, and its former versions are gone with it.
profile-new = New profile
profile-new-role = New custom role

former-restore = Restore version { $version }
former-again = Let version { $version } hold again?

decide-way =
    { $way ->
        [given] { $action } given to { $role }
       *[other] { $action } taken from { $role }
    }
decide-question = { $deed }?
decide-of = of
decide-allowed = Allowed
decide-denied = Denied
decide-drop = Drop
decide-drop-of = Drop: { $deed }
decide-drop-question = Drop: { $deed }?
decide-version =
    { $count ->
        [one] Version { $version }: { $count } decision
       *[other] Version { $version }: { $count } decisions
    }
decide-differ =
    { $count ->
        [one] { $count } decision differs from the grid here
       *[other] { $count } decisions differ from the grid here
    }

report-span = { $heading }: { $sum } from { $first } to { $last }
report-so-far = { $sum } so far: it was not read to the end
report-chart = Chart of { $heading }
report-by-time = { $heading } by time
report-by-course = { $heading } by course
report-none = None
report-save = Save as CSV: { $heading }
report-reading = { $entries } read…
report-enrollments = Enrollments
report-completions = Completions
report-people = People
report-completed =
    { $count ->
        [one] { $count } completion
       *[other] { $count } completions
    }
report-sales = Sales
report-amount = Amount
report-nothing = Nothing was sold
report-sales-in = Sales in { $currency }
report-without = { $amount } { $currency }, without what went back
report-done = { $entries } read. Days begin and end in UTC.
report-stopped = { $entries } read; stopped before the end. Days begin and end in UTC.
report-no-report = There is no report.
report-nowhere = The reports of no platform are open to you.
report-in-care = See what you look after

setting-of =
    { $way ->
        [off] Switch off: { $id }
        [on] Switch on: { $id }
       *[other] As the profile says: { $id }
    }
setting-as-profile = As the profile says
setting-by-hand =
    { $usual ->
        [on] decided by hand; the profile says on
       *[other] decided by hand; the profile says off
    }
setting-let = Let the profile decide about { $id }?
setting-let-it = Let it decide
setting-needs = hangs on { $needs }
setting-modules =
    { $count ->
        [one] { $count } module of { $all } on
       *[other] { $count } modules of { $all } on
    }
setting-followed = It is followed already.
setting-follow = Follow the profile { $profile }?
setting-follow-it = Follow it

turn-off = Switch { $id } off?
turn-on = Switch { $id } on?

policy-of =
    { $way ->
        [off] Switch off { $id }
       *[other] Switch on { $id }
    }
policy-on =
    { $count ->
        [one] { $count } policy of { $all } on
       *[other] { $count } policies of { $all } on
    }
