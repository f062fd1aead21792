# People: lists, accounts, what they were given and may do, those who wait.

people-switch-off =
    { $count ->
        [one] Switch off { $count } person
       *[other] Switch off { $count } people
    }
people-off-text = Every login of theirs ends at once. What they learned is kept, and they can be switched on again.
people-switch-on =
    { $count ->
        [one] Switch on { $count } person
       *[other] Switch on { $count } people
    }
people-on-text = They may sign in again.
people-sign-out =
    { $count ->
        [one] Sign out { $count } person
       *[other] Sign out { $count } people
    }
people-out-text = They are signed out everywhere, and sign in again with their password.
people-give-role =
    { $count ->
        [one] Give a role to { $count } person
       *[other] Give a role to { $count } people
    }
people-give-text = Nobody gives more than they have. It counts with their next step.
people-take-role =
    { $count ->
        [one] Take a role from { $count } person
       *[other] Take a role from { $count } people
    }
people-take-text = What it brought is gone with their next step.
people-role = Role
people-role-id = Its id, such as instructor
people-held-on = Held on
people-held-hint = The whole platform where nothing is said, or such as course:ID
people-new = New person
people-new-text = They get a mail with a link to choose a password. Public accounts are made by buying a course.
people-email = E-mail address
people-kind = Kind
people-learner = Learner
people-administrator = Administrator
people-platform = Platform
people-make = Make the account

person-proved = proved
person-not-proved = not proved yet
person-change = Change { $name }
person-ends-on = Ends on
person-ends-hint = The last day on which it opens. Nothing: it does not end by itself. A day that is over ends it at once.
person-mail = Mail { $name } a link?
person-mail-text = { $email } gets a mail with a link to choose a password. Links that were mailed before stop working.
person-mail-it = Mail the link
person-mailed = The link is on its way.
person-off = Switch { $name } off?
person-off-text = Every login ends at once. What was learned is kept, and the account can be switched on again.
person-is-off = Switched off.
person-on = Switch { $name } on again?
person-is-on = Switched on.
person-out = Sign { $name } out everywhere?
person-out-text = Every browser has to sign in again.
person-sign-out = Sign out everywhere
person-is-out = Signed out everywhere.
person-factors = Take the second factor of { $name } away?
person-factors-text = App, passkeys and recovery codes are gone, every login ends, and the password alone opens the account. Make sure first that it is they who ask.
person-factors-away = Take the second factor away
person-factors-gone = The second factor is gone.
person-as = Log in as { $name }
person-as-text = For ten minutes this browser is theirs. Every step is kept in the audit log under both names; password, address and logins stay theirs.
person-as-this = Log in as this person
person-delete-text = This cannot be undone: the account { $email } and its enrollments are gone, with what was learned. Switching it off keeps them.
person-delete-typed = Type the address to go on
person-delete-it = Delete for good

roles-only = Only: { $actions }.
roles-take-away = Take away { $role } on { $object }
roles-take = Take { $role } away?
roles-take-text = What it brought is gone with the account's next step.
roles-given = Given. It counts with the account's next step.
roles-on = on
roles-from = from

rights-permitted = { $actions } permitted
rights-may = May do it.
rights-may-not = May not do it.
rights-granted = Granted by { $role }, reach: { $reach }
rights-withheld = { $role } would bring it, but: { $words }
rights-refused = Refused: { $words }
rights-nothing = Nothing that is held brings it.

import-outcome =
    { $choice ->
        [error] Wrong
        [create] New account
       *[other] There already
    }
import-report = { $made } to be made, { $skipped } there already, { $wrong } wrong
import-applied = { $made } made, { $skipped } there already, { $wrong } wrong
import-told = { $report }.
import-told-more = { $report }; { $count } more lines are not shown.
import-make =
    { $count ->
        [one] Make { $count } account
       *[other] Make { $count } accounts
    }
import-cut-off = It was cut off before everything was written. Go on, and the rest is made.
import-done = Done: { $report }.
import-too-large = has { $count } bytes; at most 4 MiB are taken at once: send it in parts
import-question = { $what }?
import-text = Each gets a mail with a link to choose a password. Lines that are wrong are left out, and can be sent again.
import-for = Whoever has no platform in their line belongs to: { $place }.
import-errors-cut = { $lines } in the file, of { $count } that are wrong: put these right, and see again what the table does.

request-of =
    { $choice ->
        [approve] Approve { $name }
       *[other] Refuse { $name }
    }
request-make = Make an account for { $name }?
request-make-text = { $email } gets a mail with a link to choose a password.
request-approve = Approve
request-made = { $name } has an account.
request-refusing = Refuse { $name }?
request-refuse-text = The request is gone. Nobody is written to: the address was never proved.
request-refuse = Refuse
request-refused = { $name } was refused.
request-who = Who may ask for an account
request-made-by = Accounts are made by
request-admins = Administrators alone
request-moderated = Whoever asks, with an approval
request-open = Whoever asks
request-domains = Addresses of these domains alone
request-domains-hint = With commas; nothing: of all domains
request-lapses = A request lapses after days
request-saved = Saved. It counts with the next request.
