# What every page of the console says: states, counts, dialogs and lists.

word-of =
    { $choice ->
        [administrator] Administrator
        [learner] Learner
        [internal] Main platform
        [partner] Partner platform
        [public] Public
        [power_profile] Profile of power users
        [custom_role] Custom role
        [activated] Active
        [deactivated] Switched off
        [expired] Ended
        [draft] Draft
        [published] Published
        [unpublished] Withdrawn
        [archived] Archived
        [enrolled] Not started
        [in_progress] In progress
        [completed] Completed
        [suspended] Suspended
        [waiting] Waiting for a seat
        [to_confirm] To be confirmed
        [overbooked] Overbooked
        [active] Active
        [used_up] Used up
        [ended] Ended
        [off] Switched off
        [created] Begun
        [open] Not paid yet
        [paid] Paid
        [fulfilled] Fulfilled
        [failed] Failed
        [in_review] In review
        [partially_refunded] Partly refunded
        [refunded] Refunded
        [disputed] Disputed
        [money_mismatch] What was paid is not what was quoted
        [account_unavailable] The account is switched off
        [course_unavailable] The course is gone
        [paid_twice] Paid twice
        [suspended_by_staff] Staff suspended the enrollment
       *[other] { $word }
    }
word-free = Free

many-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
many-accounts =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
many-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
many-requests =
    { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
many-courses =
    { $count ->
        [one] { $count } course
       *[other] { $count } courses
    }
many-enrollments =
    { $count ->
        [one] { $count } enrollment
       *[other] { $count } enrollments
    }
many-orders =
    { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
many-promotions =
    { $count ->
        [one] { $count } promotion code
       *[other] { $count } promotion codes
    }
many-partners =
    { $count ->
        [one] { $count } partner platform
       *[other] { $count } partner platforms
    }
many-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
many-actions =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }

place-main = Main platform
place-own = Your platform
place-public = Public catalog
place-everywhere = Everywhere

frame-title = { $name } · Console

common-save = Save
common-saved = Saved.
common-spread = Saved. It counts everywhere within two seconds.
common-unchanged = Nothing was changed.
common-name = Name
common-person-name = Name
common-reason = Reason
common-reason-kept = Kept in the audit log
common-amount = must be an amount such as { $example }, with no marks between thousands
common-switch-off = Switch off
common-switch-on = Switch on
common-on = On
common-off = Off
common-make = Make it
common-go-on = Go on
common-remove = Remove
common-remove-of = Remove { $name }
common-restore = Restore
common-take-away = Take away
common-taken = Taken away.
common-give = Give
common-delete = Delete
common-delete-of = Delete { $name }?
common-nobody = Nobody
common-select = Select { $name }

dialog-cancel = Cancel
dialog-stop = Stop
dialog-stopping = It stops as soon as what was sent is answered.
dialog-password = Password
dialog-code = Code of your app, or a recovery code
dialog-passkey = Leave it empty to use a passkey.
dialog-once-more = Type your password once more
dialog-reaches-far = This reaches far, and so you ({ $email }) are asked again. It counts for ten minutes.
dialog-not-proved = nothing was done: the password was not typed

table-shown = { $items } shown
table-shown-more = { $items } shown; there are more
table-only-these = { $shown }; only these are ordered
table-read = { $items } read…
table-filed = { $items } in the file
table-filed-more = { $items } in the file; there are more: filter them
table-no-file = There is no file: { $why }

bulk-selected = { $items } selected
bulk-question = { $deed }?
bulk-so-far = { $done } of { $count } done…
bulk-names = { $names }.
bulk-names-more = { $names } and { $count } more.
bulk-outcome = Done: { $count }
bulk-unchanged = { $told }, as it was already: { $count }
bulk-refused = { $told }, refused: { $count }
bulk-whole = { $told }.
bulk-broken = { $told }. It broke off ({ $why }): { $count } were left as they are.
bulk-stopped = { $told }. It was stopped: { $count } were left as they are.

overview-requests = Requests to decide
overview-in-review = Orders in review
overview-orders = Orders
overview-public-courses = Public courses
overview-courses = Courses
overview-people = People
overview-signed-in = Signed in as { $name }.
overview-nothing = There is nothing here that you may look after. Your own courses are under My learning.

draft-new = New course
draft-begins = It begins as a draft that nobody else sees.
draft-title = Title
draft-for = For
draft-for-good = This does not change later
draft-languages = Languages
draft-such-as = Such as en, de
draft-make = Make the draft

flip-gains =
    { $number ->
        [one] gains { $actions }
       *[other] gain { $actions }
    }
flip-loses =
    { $number ->
        [one] loses { $actions }
       *[other] lose { $actions }
    }
flip-both = { $gained } and { $lost }
flip-role = { $role } { $outcome }.
flip-role-people = { $role } ({ $people }) { $outcome }.
flip-everywhere = Wherever it is held, { $people } { $outcome }.
flip-on = On { $object }, { $people } { $outcome }.
flip-nobody = Nobody gains or loses anything by it.
flip-at-least = More people were there than were counted.

history-by = by

whom-hint = How the name begins, the whole address, or the account's id
whom-id = must be the id of an account
whom-none = nobody's name begins like this, and nobody has this address
whom-several = several people's names begin like this: type the address
