# Signing in, passwords, one-time links, and pages that say one thing.

sign-in-title = Sign in
sign-in-failed = That did not work. Check the address, the password and the kind of account, and try again.
sign-in-another = Another kind of account
sign-in-new-here-html = New here? Buying a course makes your account. <a href="{ $courses }">Browse the courses</a>.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-forgot = Forgot your password?
realm-settled = Account: { $realm }
realm-label = Account
realm-public = Public learner
realm-main = Main platform
realm-partner = Partner platform { $partner }
realm-some-partner = Partner platform
partner-label = At a partner platform?
partner-hint = Its short name, as in the mail that invited you.
partner-button = Go to the partner's page

second-factor-title = One more step
second-factor-failed = That code did not work. Each code works once; wait for the next one, and look whether the clock of your device is right.
second-factor-app = Code of your authenticator app
second-factor-app-hint = Six digits. Without your app, type one of your recovery codes.
second-factor-recovery = Recovery code
second-factor-recovery-hint = One of the codes that you wrote down. Each works once.
second-factor-button = Go on
second-factor-again = Sign in as somebody else

forgot-title = Forgot your password?
forgot-text = Tell us your address. If it has an account, we send a link with which you choose a new password.
forgot-button = Send the link
forgot-back = Back to sign in

expired-title = This link no longer works
expired-text = It was used already, or it is too old. Your courses are safe. Ask for a new link:
expired-button = Send a new link
expired-has-password = I have a password already

sent-title = Look into your mailbox
sent-text = If the address has an account here, a link is on its way to it. It works for a limited time and only once.
sent-nothing-there-html = Nothing there after a few minutes? Look into the spam folder, or <a href="{ $again }">try again</a>.

password-title = Choose your password
password-heading-first = Choose your password
password-heading-new = Choose a new password
password-text-first = It opens your account from now on.
password-text-new = The old one stops working, and other devices are signed out.
password-text-undo = The old one stops working, the second factors of your account are taken away, and every device is signed out.
password-account = Account
password-label = Password
password-hint = At least { $min } characters. Several words in a row are easy to keep in mind.
password-hint-short = At least { $min } characters.
password-button = Save the password
password-wrong =
    { $choice ->
        [short] Your password must have at least { $min } characters: a few words in a row are easy to remember.
        [long] Your password must have at most { $max } characters.
        [common] Your password is too easy to guess: it is a common password, repeats itself or is made of very common words.
        [own] Your password must not be made of your e-mail address or your name.
       *[other] Your password cannot be used. Choose another one.
    }
password-saved-title = Your password is saved
password-saved-text = You can sign in with it now.

email-title = Use this address from now on
email-text-html = You sign in with <strong>{ $email }</strong> afterwards, and mails go there. Your password stays as it is.
email-button = Use this address
email-changed-title = Your address is changed
email-changed-text = You sign in with { $email } from now on.

administrator-title = Become the first administrator
administrator-text = This account owns { $platform }. This page works once.
administrator-name = Your name
administrator-email = Your e-mail address
administrator-button = Create the account

message-to-first-page = To the first page
message-request-html = If you write to us about this, name the request <code>{ $request }</code>.

problem-sign-in = Please sign in
problem-not-allowed = Not allowed
problem-not-found = Not found
problem-gone = No longer valid
problem-too-many = Too many attempts
problem-unavailable = Not available right now
problem-internal = Something went wrong
problem-other = That did not work
