# Courses, lessons, enrollments and orders.

sections-new-lesson = new lesson
sections-lesson-title = Title of the lesson
sections-minutes-of = Minutes of { $label }
sections-text = Text
sections-text-of = Text of { $label }
sections-up = Move { $label } up
sections-down = Move { $label } down
sections-number = Section { $number }
sections-title-of = Title of section { $number }
sections-move-up = Move section { $number } up
sections-move-down = Move section { $number } down
sections-remove = Remove section { $number }
sections-add = Add a lesson
sections-add-to = Add a lesson to section { $number }
sections-loss =
    { $count ->
        [one] { $count } lesson with its text goes for good: { $titles }.
       *[other] { $count } lessons with their texts go for good: { $titles }.
    }
sections-without = Save the outline without them?
sections-kept = What learners have done of it is kept, and no longer counts.
sections-save = Save the outline
sections-saved = The outline is saved.

terms-begins = Begins
terms-ends = Ends
terms-where = Where
terms-seats = Seats
terms-seats-hint = Empty: as many as the course says.
terms-run = Run { $number }
terms-remove = Remove run { $number }
terms-saved = The dates are saved.

course-costs = It costs { $price }.
course-will-be-free = It will be free.
course-free-question = Make { $title } free?
course-free-text = It costs { $price } now. Once this is saved, anybody gets it for nothing.
course-make-free = Make it free
course-outline = Outline
course-runs = Dates
course-publishing = Publish { $title }?
course-in-catalog = It appears in the public catalog within seconds, and can be bought.
course-audience-sees = Its audience sees it from now on.
course-with-it = Not saved yet, and saved with it: { $names }.
course-save-publish = Save and publish
course-publish = Publish
course-published = Published.
course-withdrawing = Withdraw { $title }?
course-withdraw-text = It leaves its catalog. Whoever is in it stays in it.
course-withdraw = Withdraw
course-withdrawn = Withdrawn.
course-archiving = Archive { $title }?
course-archive-text = It becomes a record: nobody enrolls any more, and it is not published again.
course-archive = Archive
course-archived = Archived.

enrollment-deed =
    { $action ->
        [move] Move { $items } to another date
        [confirm] Confirm { $items }
        [promote] Give a seat to { $items }
        [suspend] Suspend { $items }
        [reinstate] Let in again { $items }
        [complete] Call completed { $items }
       *[other] Take out { $items }
    }
enrollment-deed-text =
    { $action ->
        [move] Progress stays. As far as seats are free there.
        [confirm] Their learners asked for it, and may begin.
        [promote] As far as seats are free.
        [suspend] They are shut out of the course. Progress is kept, and they can be let in again.
        [reinstate] They go on where they were.
        [complete] As if every lesson were done.
       *[other] Their progress in this course is gone, too. Suspending keeps it.
    }
enrollment-progress = { $done } of { $count }
enrollment-as =
    { $part ->
        [learner] Learner
        [tutor] Tutor
       *[other] Instructor
    }
enrollment-new = Enroll somebody
enrollment-run = Date
enrollment-run-none = Without a date
enrollment-run-gone = A date that was taken out
enrollment-run-hint = For learners only.
enrollment-person = Person
enrollment-as-label = As
enrollment-question = Enroll { $who }?
enrollment-as-text =
    { $part ->
        [learner] As learner.
        [tutor] As tutor.
       *[other] As instructor.
    }
enrollment-enroll = Enroll
enrollment-waits = No seat is free: { $who } waits for one.
enrollment-done = { $who } is enrolled.
enrollment-of = Enrollments of { $title }

order-refunded =
    { $status ->
        [succeeded] Given back. The buyer gets a mail.
        [pending] It is on its way back. The buyer gets a mail.
       *[other] The provider could not give it back.
    }
order-compared =
    { $outcome ->
        [fulfilled] The buyer is in.
        [pending] The payment is still under way.
        [open] It is not paid yet.
        [closed] It is closed: nothing was paid.
        [in_review] It stays in review: see why below.
        [unknown] The payment provider does not know it.
       *[other] { $word }
    }
order-once-more = { $paid }, of which { $refunded } went back ({ $id })
order-no-payment = no payment named
order-give-this = Give this back
order-state = State
order-review = A person must look because
order-course = Course
order-run = Date
order-price = Price
order-paid = Paid
order-nothing = Nothing yet
order-returned = Refunded
order-buyer = Buyer
order-who = { $name }, { $email }
order-account = Account
order-no-account = None yet
order-registration = Registration
order-payment = Payment
order-checkout = Checkout
order-begun = Begun
order-changed = Changed
order-paid-again = Paid once more
order-of = Order of { $name }
order-amount = Amount in { $currency }
order-amount-hint = All that is left where nothing is said
order-refunding = Refund { $name }?
order-refunding-payment = Give this payment back?
order-so-far = { $paid } were paid, { $refunded } went back so far.
order-not-known = What was paid is not known here: all of it goes back.
order-access-ends = When all of it is back, access ends and progress is kept. A part leaves access as it is.
order-other-stays = The order and its other payment stay as they are.
order-refund = Refund
order-give-back = Give back
order-amount-none = must be more than nothing
order-let-in = Let the buyer in?
order-comparing = Compare with the payment provider again?
order-review-says = The review says: { $why }. You let the buyer in all the same.
order-compare-text = The payment is read anew, and the rules decide on what is there now.
order-let = Let in
order-compare = Compare again
order-mailing = Mail { $name } the way in?
order-mail-text = The owner of the account gets a mail with a fresh link to choose a password. Links that were mailed before stop working.
order-mail-it = Mail it
order-mailed = The mail is on its way.

promotions-percent = { $percent } %
promotions-elsewhere = See at the payment provider
promotions-used = { $redeemed } of { $max }
promotions-switch-off = Switch off { $code }
promotions-really = Switch off { $code }?
promotions-for-good = Whoever types it from now on is told that it is none. It cannot be switched on again.
promotions-off = { $code } is off.
promotions-whole = must be a whole number
promotions-new = New promotion code
promotions-either = Say how many percent it takes off, or which amount.
promotions-code = Code
promotions-code-hint = Letters, digits and hyphens. Buyers may type it in small letters, too
promotions-percent-off = Percent off
promotions-amount-off = Amount off
promotions-currency = Currency of the amount
promotions-currency-hint = Courses in other currencies stay as they are
promotions-uses = Uses in all
promotions-uses-hint = Without limit where nothing is said
promotions-last-day = Last day
promotions-last-day-hint = Nothing: it does not end by itself
promotions-made = { $code } is ready: buyers type it on the payment page.
promotions-was-used =
    { $count ->
        [one] It was used { $count } time. What was bought with it stays bought.
       *[other] It was used { $count } times. What was bought with it stays bought.
    }
