# The pages of whoever is signed in, and certificates: what stands on them before their scripts fill them.

own-needs-scripts = This page needs JavaScript.
own-more = Show more
own-password = Present password
own-pages = Your pages
own-pages-courses = Courses
own-pages-catalog = Catalog
own-pages-orders = Orders
own-pages-account = Account
own-pages-console = Console

# My learning.
own-learning = My learning
own-sign-out = Sign out
own-learning-loading = Loading your courses…
own-next-step = Your next step
own-open = Open to you
own-closed = Waiting or suspended
own-completed = Completed
own-paths = Paths and programs
own-teaching = You teach
own-certificate = Certificate

# The catalog of one's own platform.
own-catalog = Course catalog
own-catalog-loading = Loading the catalog…
own-catalog-find = How the title of a course begins
own-catalog-hint = How its title begins
own-catalog-go = Find
own-catalog-date = Date
own-catalog-open = Open the course

# A course and a lesson.
own-course = Your course
own-course-loading = Loading the outline…
own-progress = Progress
own-course-completed = You have completed this course.
own-see-certificate = See your certificate
own-continue = Continue
own-finish = Finish the course
own-lesson-course = Course
own-lesson = Lesson
own-lesson-loading = Loading the lesson…
own-mark-done = Mark as done
own-lessons = Lessons
own-previous = Previous lesson
own-next = Next lesson

# Orders.
own-orders = Your orders
own-orders-loading = Loading your orders…
own-pay = Go on to pay
own-invoice = Open the invoice

# A certificate. The learner's name stands after the first sentence, the course's after the second.
own-proof-heading = Certificate of completion
own-proof-loading = Looking for the certificate…
own-proof = Certificate
own-proof-certifies = This certifies that
own-proof-completed = has completed the course
own-proof-verify = Anybody can verify it at
own-proof-print = Print it

# The account.
own-account = Your account
own-account-loading = Loading your account…
own-who = Who you are here
own-name = Name
own-email = E-mail
own-realm = Account
own-name-hint = Your name stands on your certificates. Those who run the platform change it for you.
own-language = Language
own-language-label = Language of mails and of the pages around signing in
own-language-button = Save the language
own-profile = Profile
own-profile-hint = Seen by your friends and those who administer your account.
own-profile-button = Save the profile
own-about = About you
own-about-hint = Markdown, at most 5,000 characters.
own-links = Links
own-photos = Photos
own-photo-file = Another photo
own-photo-hint = JPEG, PNG or WebP, at most 250 kB; six at most. Where it was taken is not kept.
own-photo-button = Add the photo
own-photo-remove = Take off
own-new-email = Another e-mail address
own-new-email-hint = A link goes to the new address, a warning to the present one.
own-new-email-label = New address
own-new-email-button = Send the link
own-new-password = Another password
own-new-password-label = New password
own-new-password-hint = At least 15 characters. Several words in a row are easy to keep in mind.
own-end-others = Sign out everywhere else
own-new-password-button = Change the password
own-factor = Second factor
own-factor-text = With an authenticator app, your password alone opens nothing.
own-logins = Where you are signed in
own-end-all = Sign out everywhere
own-kept = What is kept of you
own-kept-text = One file holds all of it: your account, profile and friends, your courses with what you have done, your orders and logins, and what was changed about your account.
own-kept-button = Download the file
own-delete = Delete your account
own-delete-text = Your profile, friends, courses, certificates and logins go for good, and nobody can bring them back. Orders stay, as the books demand.
own-delete-sure = I want all of it to be gone
own-delete-button = Delete my account

# Second factors.
own-factors-loading = Looking what is set up…
own-factors-needed = Administrators need a second factor here. Set one up, and go on where you were.
own-factors-back = Go on where you were
own-password-first = Prove once more that it is you
own-factor-code = Code of your app, or a recovery code
own-factor-code-passkey = Leave it empty to use a passkey.
own-password-first-hint = Nobody who finds your browser open can change how you sign in.
own-go-on = Go on
own-cancel = Cancel
own-app = Authenticator app
own-app-add = Set up an app
own-app-remove = Take the app away
own-app-question = Your password alone opens your account then, unless you keep a passkey. Take the app away?
own-app-agree = Yes, take it away
own-app-read = Let the app read this picture, or type the secret into it. Then type what it shows.
own-app-picture = The secret as a picture for the camera of your app
own-app-secret = Secret:
own-app-code = Six digits that the app shows
own-app-button = The app is set up
own-codes = Recovery codes
own-codes-write = Write these down, or print them. Each signs in once in the place of a second factor, and they are shown this once.
own-codes-button = Make fresh codes
own-codes-question = The codes that you wrote down before work no more then. Make fresh ones?
own-codes-agree = Yes, make them
own-passkeys = Passkeys
own-passkey-name = Name of a new passkey
own-passkey-hint = The device that keeps it, such as “My telephone”.
own-passkey-button = Add a passkey

# A passkey as one more step of signing in.
own-prove-passkey = Use a passkey
own-prove-scripts = Passkeys need JavaScript. Without it, a code signs in.
own-prove-nowhere = Browsers keep passkeys for domain names only, and this address is none. Go on with a code.

own-empty-html = You have no courses yet. <a href="{ $courses }">Find one in the catalog</a>, or begin with one that is <a href="{ $free }">free</a>.
own-empty-own-html = You have no courses yet. <a href="{ $catalog }">Find one in your platform’s catalog</a>.
own-proof-day-html = on <time data-day></time>.
own-links-hint-html = At most ten <code>https</code> addresses, one a line.
own-prove-elsewhere-html = Browsers keep passkeys for domain names only. To use yours, sign in at <a href="{ $href }">{ $site }</a>, or go on here with a code.
