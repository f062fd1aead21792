# Signing in, passwords, one-time links, and pages that say one thing.

sign-in-title = Logowanie
sign-in-failed = Nie udało się. Sprawdź adres, hasło i rodzaj konta, a następnie spróbuj ponownie.
sign-in-another = Inny rodzaj konta
sign-in-new-here-html = Pierwszy raz tutaj? Konto powstaje przy zakupie kursu. <a href="{ $courses }">Przeglądaj kursy</a>.
sign-in-email = Adres e-mail
sign-in-password = Hasło
sign-in-button = Zaloguj się
sign-in-forgot = Nie pamiętasz hasła?
realm-settled = Konto: { $realm }
realm-label = Konto
realm-public = Konto publiczne
realm-main = Platforma główna
realm-partner = Platforma partnerska { $partner }
realm-some-partner = Platforma partnerska
partner-label = Platforma partnerska?
partner-hint = Jej krótka nazwa, taka jak w wiadomości z zaproszeniem.
partner-button = Przejdź na stronę partnera

second-factor-title = Jeszcze jeden krok
second-factor-failed = Ten kod nie zadziałał. Każdy kod działa raz; poczekaj na następny i sprawdź, czy zegar urządzenia jest dobrze ustawiony.
second-factor-app = Kod z aplikacji uwierzytelniającej
second-factor-app-hint = Sześć cyfr. Bez aplikacji wpisz jeden z kodów zapasowych.
second-factor-recovery = Kod zapasowy
second-factor-recovery-hint = Jeden z zapisanych kodów. Każdy działa raz.
second-factor-button = Dalej
second-factor-again = Zaloguj się jako ktoś inny

forgot-title = Nie pamiętasz hasła?
forgot-text = Podaj swój adres. Jeśli ma konto, wyślemy link, który pozwala ustawić nowe hasło.
forgot-button = Wyślij link
forgot-back = Wróć do logowania

expired-title = Ten link już nie działa
expired-text = Został już użyty albo jest zbyt stary. Twoje kursy są bezpieczne. Poproś o nowy link:
expired-button = Wyślij nowy link
expired-has-password = Mam już hasło

sent-title = Sprawdź swoją pocztę
sent-text = Jeśli ten adres ma u nas konto, link jest już w drodze. Działa przez ograniczony czas i tylko raz.
sent-nothing-there-html = Po kilku minutach nadal nic? Sprawdź folder ze spamem albo <a href="{ $again }">spróbuj ponownie</a>.

password-title = Ustaw hasło
password-heading-first = Ustaw hasło
password-heading-new = Ustaw nowe hasło
password-text-first = Od teraz otwiera ono Twoje konto.
password-text-new = Stare hasło przestaje działać, a inne urządzenia zostaną wylogowane.
password-text-undo = Stare przestaje działać, drugie składniki konta znikają, a wszystkie urządzenia zostają wylogowane.
password-account = Konto
password-label = Hasło
password-hint = Minimalna liczba znaków: { $min }. Kilka słów z rzędu łatwo zapamiętać.
password-hint-short = Minimalna liczba znaków: { $min }.
password-button = Zapisz hasło
password-wrong =
    { $choice ->
        [short] Hasło jest za krótkie: minimalna liczba znaków to { $min }.
        [long] Hasło jest za długie: maksymalna liczba znaków to { $max }.
        [common] Tego hasła używa wiele osób. Wybierz inne.
        [own] Hasło nie może składać się z Twojego adresu ani nazwiska.
       *[other] Tego hasła nie można użyć. Wybierz inne.
    }
password-saved-title = Hasło zostało zapisane
password-saved-text = Możesz się nim teraz zalogować.

email-title = Używaj odtąd tego adresu
email-text-html = Od teraz logujesz się adresem <strong>{ $email }</strong> i tam trafiają wiadomości. Hasło pozostaje bez zmian.
email-button = Użyj tego adresu
email-changed-title = Adres został zmieniony
email-changed-text = Od teraz logujesz się adresem { $email }.

administrator-title = Zostań pierwszym administratorem
administrator-text = To konto jest właścicielem platformy { $platform }. Ta strona działa raz.
administrator-name = Imię i nazwisko
administrator-email = Adres e-mail
administrator-button = Utwórz konto

message-to-first-page = Na stronę główną
message-request-html = Pisząc do nas w tej sprawie, podaj numer żądania <code>{ $request }</code>.

problem-sign-in = Zaloguj się
problem-not-allowed = Brak uprawnień
problem-not-found = Nie znaleziono
problem-gone = Już nieważne
problem-too-many = Zbyt wiele prób
problem-unavailable = Chwilowo niedostępne
problem-internal = Coś poszło nie tak
problem-other = Nie udało się
