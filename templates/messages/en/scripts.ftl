# What scripts say. Each page hands over the groups that its scripts need: a group is how ids begin.
# Here a message is a text with variables, or chooses its form; the form that is always there is called `other`.

session-other = Somebody else is signed in now ({ $email }), and so nothing was sent: sign in as before, or open this page anew.
session-ended = You are signed out, and so nothing was sent: sign in, and then send it again.
session-sign-in = Sign in in another tab
session-lost = The platform did not answer. Look whether you are connected, and try again.

acting-label = Logged in as somebody else
acting-as = You are logged in as { $name } ({ $reason }).
acting-left = { $time } left.
acting-end = End now
acting-not-ended = That did not work. Please try again.

form-lost = That did not arrive. Please try again.
form-wrong = Some of it needs another value.

state-name =
    { $choice ->
        [enrolled] Not started
        [in_progress] In progress
        [completed] Completed
        [suspended] Suspended
        [waiting] On the waiting list
        [to_confirm] Waiting for confirmation
        [overbooked] Overbooked
       *[other] Not open
    }
state-why =
    { $choice ->
        [waiting] No seat is free. You are in line and get in as soon as one is: there is nothing left for you to do.
        [to_confirm] You asked to take part. Whoever runs it says yes or no: there is nothing left for you to do.
        [overbooked] There are more people than seats. You are in line and get in as soon as one is free.
        [suspended] Whoever runs it has suspended you. What you have done is kept; ask them how to go on.
        [unpaid] The money for it went back, or your bank disputes it. What you have done is kept, and open again once it is paid. Your orders tell more.
       *[other] Ask whoever runs it how to go on.
    }

progress-lessons = { $done } of { $count } lessons done
progress-none = No lessons here yet

typed-show = Show the password

mine-progress = Progress in { $course }
mine-of-course = of { $course }
mine-go-on = Go on
mine-start = Start
mine-kind =
    { $choice ->
        [program] program
       *[other] path
    }
mine-teaching =
    { $choice ->
        [owner] owner
        [co_instructor] co-instructor
        [co_author] co-author
        [instructor] instructor
        [assistant] assistant
       *[other] tutor
    }
mine-failed = Your courses could not be loaded. Please try again.
mine-not-out = Signing out did not work. Please try again.

lasts-minutes = { $minutes } min
lasts-hours = { $hours } h
lasts-both = { $hours } h { $minutes } min

offer-ask = You ask to take part, and whoever runs it says yes or no.
offer-full = No seat is free. You can wait in line for one.
offer-at-once = You get in at once.
offer-seats =
    { $count ->
        [one] You get in at once. { $count } seat is left.
       *[other] You get in at once. { $count } seats are left.
    }
offer-deed =
    { $choice ->
        [ask] Ask to take part
        [wait] Join the waiting list
       *[other] Enroll
    }
offer-deed-of =
    { $choice ->
        [wait] of { $course }
       *[other] in { $course }
    }
offer-in = { $course }: you are in.
offer-stands = { $course }: { $state }.
offer-lost = That did not reach the platform, and nothing was changed. Please try again.
offer-sought = What you look for { $problem }
offer-nothing = There is no course that you can enroll in by yourself now.
offer-nothing-for = No course that you can enroll in begins with “{ $text }”.
offer-all = See all courses
offer-closed = This platform does not show its catalog to your kind of account. Whoever runs it can enroll you.
offer-public = See the public catalog
offer-failed = The catalog could not be loaded. Please try again.
offer-level =
    { $choice ->
        [beginner] Beginner
        [intermediate] Intermediate
       *[other] Advanced
    }

outline-done = done
outline-continue = Continue
outline-start = Start
outline-not-in = You are not in this course, and so its lessons are closed to you.
outline-way-in = See how to get in
outline-failed = This course could not be loaded. It may not be yours, or the connection failed.

lesson-done = Done ✓
lesson-minutes = { $count } min
lesson-unsaved = That was not saved. Please try again.
lesson-failed = This lesson could not be loaded. It may not be yours, or the connection failed.

orders-free = Free
orders-state =
    { $choice ->
        [open] Waits to be paid
        [paid] Paid; the money is on its way to us
        [fulfilled] Paid
        [taken] Taken
        [in_review] Somebody is looking at it
        [partially_refunded] Partly refunded
        [refunded] Refunded
        [disputed] Disputed at your bank
        [expired] Not paid in time
        [failed] The payment failed
       *[other] Begun
    }
orders-refunded = { $amount } went back
orders-for = for { $course }
orders-none = You have not ordered anything yet.
orders-failed = Your orders could not be loaded. Please try again.

proof-genuine = This certificate is genuine.
proof-none = There is no such certificate, or it counts no more. Look whether the whole address was copied.
proof-failed = The certificate could not be loaded. Please try again.

account-realm =
    { $choice ->
        [public] Public learner
        [main] Main platform
       *[other] Partner platform
    }
account-acting = { $name } is logged in as this person until { $end }: { $reason }. Address, password and logins stay with their owner.
account-failed = Your account could not be loaded. Please try again.
account-language-saved = Mails come in this language from now on.
account-profile-saved = Your profile is saved.
account-photo = Photo { $count }
account-photo-added = The photo is on your profile.
account-email-sent = A link is on its way to { $email }. Your address changes once you follow it.
account-password-changed = Your password is changed.
account-device-acting = An administrator, logged in as you
account-device-times = Signed in { $begun }, last heard of { $heard }
account-device-this = This browser
account-device-end = Sign out
account-deleted = Your account is deleted. A mail to your address says so, too.

keys-none = There is none. A passkey is kept by your device, which makes sure that it is you.
keys-asked = Signing in asks for one of them.
keys-most =
    { $count ->
        [one] There is { $count }, which is the most.
       *[other] There are { $count }, which is the most.
    }
keys-no-domain = Browsers keep passkeys for domain names only, and this address is none.
keys-elsewhere = Open this address for them:
keys-unable = This browser makes none here.
keys-used = Added { $added }, last used { $used }
keys-unused = Added { $added }, not used yet
keys-remove = Take away

passkey-unable = This browser uses no passkeys here. Go on with a code.
passkey-known = This device keeps a passkey of yours already.
passkey-refused = No passkey was used: it was broken off, took too long, or the device has none that fits.

factors-since = Set up on { $day }: signing in asks for its codes.
factors-no-app = There is none. With one, your password alone opens nothing.
factors-add-app = Set up an app
factors-another-app = Set up another app instead
factors-codes-left =
    { $count ->
        [one] { $count } of them is left.
       *[other] { $count } of them are left.
    }
factors-app-added = The app is set up.
factors-passkey-added = The passkey is added.
factors-passkey-removed = The passkey “{ $name }” is taken away.
factors-app-removed = The app is taken away.
factors-failed = What is set up could not be loaded. Please try again.

find-count =
    { $count ->
        [one] { $count } course.
       *[other] { $count } courses.
    }
find-count-for =
    { $count ->
        [one] { $count } course for “{ $text }”.
       *[other] { $count } courses for “{ $text }”.
    }
find-hint = Try fewer words, or take a filter away.
find-remove = Remove the filter { $name }
find-sort-by = Sort by
find-sort =
    { $choice ->
        [newest] Newest
        [soonest] Starting soon
       *[other] Best match
    }
find-facet =
    { $choice ->
        [subject] Subject
        [level] Level
        [language] Language
        [price] Price
        [format] Format
       *[other] Partner
    }
find-level =
    { $choice ->
        [beginner] Beginner
        [intermediate] Intermediate
       *[other] Advanced
    }
find-format =
    { $choice ->
        [live] Online, on fixed dates
        [on-site] On site
        [blended] Online and on site
       *[other] Online, at your own pace
    }
find-free = Free
find-paid = Paid
find-any-time = Any time
find-no-date = No date announced
find-starts = Starts { $day }
find-loading = Loading the index…
find-failed = The search index could not be loaded. Please try again.
