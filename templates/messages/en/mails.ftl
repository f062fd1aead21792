# What mails say. Each message stands in the text; where it holds a link, its twin that ends in `-html` stands in the HTML.

mail-hello = Hello,
mail-welcome = Welcome,
mail-welcome-back = Welcome back,
mail-once = The link works once, within { $valid }. If it is too old, ask for a new one here:
mail-once-html = The link works once, within { $valid }. If it is too old, <a href="{ $again }">ask for a new one</a>.
mail-not-you-new-password = If it was not you, choose a new password at once:
mail-not-you-new-password-html = If it was not you, <a href="{ $link }">choose a new password at once</a>.
mail-was-it-you = If it was you, there is nothing to do. If not, choose a new password at once; that signs every browser out:
mail-was-it-you-html = If it was you, there is nothing to do. If not, <a href="{ $link }">choose a new password at once</a>; that signs every browser out.
mail-not-you-write = If it was not you, write to those who run { $platform } at once.

access-subject = Your place in { $course } is ready
access-ready = thank you. Your place is ready:
access-open = Open this link to choose a password; then the course is yours to start:
access-link = Choose a password
access-mistyped = If you bought nothing, somebody mistyped an address. You can ignore this mail.

deleted-subject = Your account on { $platform } is deleted
deleted-text = your account on { $platform } was deleted, as you asked for with your password: your profile, your courses with what you had done in them, your certificates and your logins are gone. Records of what was bought are kept as long as the books must be.

invited-subject = Your account on { $platform }
invited-open = an administrator made an account for this address. Open this link to choose your password:
invited-text = an administrator made an account for this address.
invited-link = Choose your password

owned-subject = You already have { $course }
owned-text = somebody, most likely you, applied with this address for a course that is in your account already:
owned-open = Nothing was charged. Sign in to open it; if it does not open, write to us:
owned-open-html = Nothing was charged. <a href="{ $link }">Sign in to open it</a>; if it does not open, write to us.
owned-not-you = If it was not you, you need not do anything.

added-subject = { $course } is in your account
added-text = this course is in your account now:
added-open = Sign in to start it:
added-link = Sign in to start it

seat-free-subject = A seat is free: { $course }
seat-free-text = a seat is free: the course you waited for is open to you now,

asked-subject = Another address for your account on { $platform }?
asked-text = somebody who knows your password asked for another address for your account:
asked-not-you = Nothing changes before that address is confirmed. If it was not you, choose a new password at once:
asked-not-you-html = Nothing changes before that address is confirmed. If it was not you, <a href="{ $link }">choose a new password at once</a>.

changed-subject = Your address on { $platform } was changed
changed-text = your account belongs to another address from now on, and this one gets no more mails of it:

prove-subject = Confirm your address for { $platform }
prove-open = somebody, most likely you, wants to use this address for an account. Open this link to confirm it:
prove-text = somebody, most likely you, wants to use this address for an account.
prove-link = Confirm the address
prove-once = The link works once, within { $valid }. If it was not you, ignore this mail: nothing changes.

guessed-subject = Somebody tries to sign in to your account on { $platform }
guessed-text = somebody has typed a wrong password for your account many times in a row.
guessed-off = To be safe we have switched the password off. Browsers that are signed in stay so. To sign in again, choose a new password:
guessed-off-html = To be safe we have switched the password off. Browsers that are signed in stay so. To sign in again, <a href="{ $link }">choose a new password</a>.
guessed-on = If it was not you, your password still keeps them out. Should it be short or used elsewhere, choose a new one:
guessed-on-html = If it was not you, your password still keeps them out. Should it be short or used elsewhere, <a href="{ $link }">choose a new one</a>.

device-subject = New sign-in to { $platform }
device-text = a browser that we had not seen before signed in to your account at { $at }. It calls itself:

password-changed-subject = Your password for { $platform } was changed
password-changed-text = your password was just changed.
password-changed-ended = your password was just changed, and every other device was signed out.

reset-subject = Choose a new password for { $platform }
reset-open = somebody, most likely you, asked for a new password. Open this link to choose one:
reset-text = somebody, most likely you, asked for a new password.
reset-link = Choose a new password
reset-once = The link works once, within { $valid }. If it was not you, ignore this mail: your password stays as it is.

refund-subject = Refund for { $course }
refund-text = we paid back { $amount } for
refund-text-html = we paid back { $amount } for <strong><bdi>{ $course }</bdi></strong>.
refund-bank = Until it shows on your account, your bank may take five to ten days. Your progress is kept, should you come back:
refund-bank-html = Until it shows on your account, your bank may take five to ten days. Your progress is kept, should you <a href="{ $link }">come back</a>.
refund-bank-alone = Until it shows on your account, your bank may take five to ten days.

failed-subject = Your payment for { $course } did not go through
failed-text = your bank did not send the money for
failed-text-html = your bank did not send the money for <strong><bdi>{ $course }</bdi></strong>.
failed-again = The course is not yours yet, and nothing was taken from you for it. Should you still want it, try again, the same way or another:
failed-again-html = The course is not yours yet, and nothing was taken from you for it. Should you still want it, <a href="{ $link }">try again</a>, the same way or another.

factor-subject-refused = Somebody knows your password for { $platform }
factor-subject = The second factor of your account on { $platform }
factor-undo = If it was not you, open this link within { $valid }. It works once: you choose a new password, your second factors are taken away, and every device is signed out.
factor-undo-html = If it was not you, <a href="{ $link }">take it back within { $valid }</a>. The link works once: you choose a new password, your second factors are taken away, and every device is signed out.
factor-text =
    { $choice ->
        [app_added] an authenticator app was set up: signing in asks for its codes from now on.
        [app_removed] the authenticator app was taken away: its codes count no more.
        [passkey_added] a passkey was added to your account.
        [passkey_removed] a passkey was taken away from your account.
        [passkey_copied] somebody tried to sign in with a passkey that was used elsewhere meanwhile: there may be a copy of it. It was refused. Sign in another way, and take the passkey away.
        [codes_off] somebody who has your password tried many codes of your authenticator app. Its codes are taken no more, until you choose another password or sign in with a passkey or a recovery code.
        [codes_off_for_long] somebody who has your password tried many codes of your authenticator app, again and again within a month. Its codes are taken no more for now, and another password does not change that. Sign in with a passkey or a recovery code, or ask those who run the platform.
        [codes_renewed] there are fresh recovery codes: those you wrote down before are void.
        [code_used] somebody signed in with one of your recovery codes. It is used up now.
        [undone] your second factors were taken away with the link from the mail about the first one. Your new password alone signs in; set a second factor up afresh.
        [reset] an administrator took your second factors away and signed every browser out. Your password alone signs in again; set a second factor up afresh.
       *[other] somebody typed your password right and then failed at the second factor, several times in a row.
    }

# How long a link works.
valid-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
valid-minutes = { $count } minutes
