# Applying for a course, and the page that buyers come back to.

buyer-name = Your name
buyer-email = Your e-mail address
buyer-email-hint = We send the link to your course here.
buyer-enroll-free = Enroll for free
buyer-pay = Continue to payment
buyer-pay-hint = You pay on Stripe’s page. Your card number never reaches us.
buyer-term = Date
buyer-term-choose = Choose a date
buyer-term-span = { $day } to { $last }
buyer-term-place = { $when }, { $place }
buyer-term-wrong =
    { $choice ->
        [needed] Please choose a date.
        [none] Every date of this course is over.
       *[gone] This date can no longer be chosen: please choose another one.
    }
buyer-name-wrong =
    { $choice ->
        [empty] Your name must not be empty.
        [long] Your name is too long: at most { $max } characters.
       *[other] Your name must have visible characters, and no line breaks.
    }
buyer-email-wrong =
    { $choice ->
        [long] Your e-mail address is too long: at most { $max } characters.
       *[other] Your e-mail address must look like name@example.org.
    }

checkout-title = Please check your details
checkout-heading = Almost there
checkout-correct = Please correct this:

return-done-title = Welcome aboard
return-done-heading = You are in
return-done-text-html = Your place in <strong><bdi>{ $course }</bdi></strong> is ready.
return-done-mailed = We sent a link to your mailbox. It opens your account and lets you choose a password. It works for 24 hours.
return-nothing-there-html = Nothing there after a few minutes? Look into the spam folder, or <a href="{ $again }">ask for a new link</a>.
return-known-title = Your course is ready
return-known-heading = Your course is waiting
return-known-text-html = <strong><bdi>{ $course }</bdi></strong> is in the account that you already have.
return-known-it = It is in the account that you already have.
return-pending-title = Your payment is on its way
return-pending-text = Some payments take a while. As soon as it arrives, we send a link to your mailbox. You need not stay here, and you need not pay again.
return-mailed-title = Look into your mailbox
return-mailed-text = We sent you a mail. It says how to open the course: with the account that you have, or with one that you set up with the link in it.
return-unknown-title = Your order
return-unknown-heading = Thank you
return-unknown-text = If a payment was made, the way to your course is in your mailbox. Nothing was charged twice.
return-unknown-ways-html = <a href="{ $signin }">Sign in</a> or go <a href="{ $courses }">back to the courses</a>.
return-to-courses = Back to the courses
