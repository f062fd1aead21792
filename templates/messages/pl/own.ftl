# The pages of whoever is signed in, and certificates: what stands on them before their scripts fill them.

own-needs-scripts = Ta strona wymaga JavaScriptu.
own-more = Pokaż więcej
own-password = Obecne hasło
own-pages = Twoje strony
own-pages-courses = Kursy
own-pages-catalog = Katalog
own-pages-orders = Zamówienia
own-pages-account = Konto
own-pages-console = Konsola

# My learning.
own-learning = Moja nauka
own-sign-out = Wyloguj się
own-learning-loading = Wczytywanie Twoich kursów…
own-next-step = Twój następny krok
own-open = Dostępne dla Ciebie
own-closed = Oczekujące lub zawieszone
own-completed = Ukończone
own-paths = Ścieżki i programy
own-teaching = Prowadzone przez Ciebie
own-certificate = Certyfikat

# The catalog of one's own platform.
own-catalog = Katalog kursów
own-catalog-loading = Wczytywanie katalogu…
own-catalog-find = Początek tytułu kursu
own-catalog-hint = Początek tytułu
own-catalog-go = Szukaj
own-catalog-date = Termin
own-catalog-open = Otwórz kurs

# A course and a lesson.
own-course = Twój kurs
own-course-loading = Wczytywanie planu kursu…
own-progress = Postęp
own-course-completed = Ten kurs jest ukończony.
own-see-certificate = Zobacz swój certyfikat
own-continue = Kontynuuj
own-finish = Zakończ kurs
own-lesson-course = Kurs
own-lesson = Lekcja
own-lesson-loading = Wczytywanie lekcji…
own-mark-done = Oznacz jako ukończoną
own-lessons = Lekcje
own-previous = Poprzednia lekcja
own-next = Następna lekcja

# Orders.
own-orders = Twoje zamówienia
own-orders-loading = Wczytywanie Twoich zamówień…
own-pay = Przejdź do płatności
own-invoice = Otwórz fakturę

# A certificate. The learner's name stands after the first sentence, the course's after the second.
own-proof-heading = Certyfikat ukończenia
own-proof-loading = Szukamy certyfikatu…
own-proof = Certyfikat
own-proof-certifies = Niniejszym zaświadcza się, że
own-proof-completed = ma ukończony kurs
own-proof-verify = Każdy może to sprawdzić pod adresem
own-proof-print = Wydrukuj

# The account.
own-account = Twoje konto
own-account-loading = Wczytywanie Twojego konta…
own-who = Kim tutaj jesteś
own-name = Imię i nazwisko
own-email = E-mail
own-realm = Konto
own-name-hint = Imię i nazwisko widnieją na Twoich certyfikatach. Zmieniają je na prośbę osoby prowadzące platformę.
own-language = Język
own-language-label = Język wiadomości i stron po zalogowaniu
own-language-button = Zapisz język
own-profile = Profil
own-profile-hint = Widzą go Twoi znajomi i osoby zarządzające Twoim kontem.
own-profile-button = Zapisz profil
own-about = O Tobie
own-about-hint = Markdown, maksymalna liczba znaków: 5000.
own-links = Linki
own-photos = Zdjęcia
own-photo-file = Kolejne zdjęcie
own-photo-hint = JPEG, PNG lub WebP, najwyżej 250 kB; najwyżej sześć zdjęć. Miejsce zrobienia zdjęcia nie jest zachowywane.
own-photo-button = Dodaj zdjęcie
own-photo-remove = Usuń
own-new-email = Inny adres e-mail
own-new-email-hint = Na nowy adres wyślemy link, na obecny – ostrzeżenie.
own-new-email-label = Nowy adres
own-new-email-button = Wyślij link
own-new-password = Inne hasło
own-new-password-label = Nowe hasło
own-new-password-hint = Minimalna liczba znaków: 15. Kilka słów z rzędu łatwo zapamiętać.
own-end-others = Wyloguj mnie ze wszystkich innych urządzeń
own-new-password-button = Zmień hasło
own-factor = Drugi składnik
own-factor-text = Z aplikacją uwierzytelniającą samo hasło niczego nie otwiera.
own-logins = Gdzie jesteś zalogowany(-a)
own-end-all = Wyloguj się wszędzie
own-kept = Co o Tobie przechowujemy
own-kept-text = Wszystko jest w jednym pliku: konto, profil i znajomi, kursy z Twoimi postępami, zamówienia i logowania oraz zmiany na koncie.
own-kept-button = Pobierz plik
own-delete = Usuń swoje konto
own-delete-text = Profil, znajomi, kursy, certyfikaty i logowania znikną na zawsze i nikt ich nie przywróci. Zamówienia pozostają, bo wymaga tego księgowość.
own-delete-sure = Chcę, żeby wszystko to zniknęło
own-delete-button = Usuń moje konto

# Second factors.
own-factors-loading = Sprawdzamy, co jest skonfigurowane…
own-factors-needed = Administratorzy potrzebują tu drugiego składnika. Skonfiguruj go i wróć do tego, co robisz.
own-factors-back = Wróć do tego, co robisz
own-password-first = Potwierdź jeszcze raz, że to Ty
own-factor-code = Kod z aplikacji albo kod zapasowy
own-factor-code-passkey = Zostaw puste, aby użyć klucza dostępu.
own-password-first-hint = Nikt, kto zastanie otwartą przeglądarkę, nie zmieni Twojego sposobu logowania.
own-go-on = Dalej
own-cancel = Anuluj
own-app = Aplikacja uwierzytelniająca
own-app-add = Skonfiguruj aplikację
own-app-remove = Usuń aplikację
own-app-question = Jeśli nie masz klucza dostępu, konto będzie otwierać samo hasło. Usunąć aplikację?
own-app-agree = Tak, usuń
own-app-read = Zeskanuj ten obrazek aplikacją albo wpisz do niej sekret. Potem wpisz to, co pokaże.
own-app-picture = Sekret jako obrazek dla aparatu aplikacji
own-app-secret = Sekret:
own-app-code = Sześć cyfr z aplikacji
own-app-button = Aplikacja jest gotowa
own-codes = Kody zapasowe
own-codes-write = Zapisz je albo wydrukuj. Każdy z nich raz zastępuje drugi składnik przy logowaniu, a pokazujemy je tylko teraz.
own-codes-button = Utwórz nowe kody
own-codes-question = Kody zapisane wcześniej przestaną działać. Utworzyć nowe?
own-codes-agree = Tak, utwórz
own-passkeys = Klucze dostępu
own-passkey-name = Nazwa nowego klucza dostępu
own-passkey-hint = Urządzenie, które go przechowuje, na przykład „Mój telefon”.
own-passkey-button = Dodaj klucz dostępu

# A passkey as one more step of signing in.
own-prove-passkey = Użyj klucza dostępu
own-prove-scripts = Klucze dostępu wymagają JavaScriptu. Bez niego można się zalogować kodem.
own-prove-nowhere = Przeglądarki przechowują klucze dostępu tylko dla nazw domen, a ten adres nią nie jest. Użyj kodu.

own-empty-html = Nie masz jeszcze żadnych kursów. <a href="{ $courses }">Znajdź kurs w katalogu</a> albo zacznij od <a href="{ $free }">bezpłatnego</a>.
own-empty-own-html = Nie masz jeszcze żadnych kursów. <a href="{ $catalog }">Znajdź kurs w katalogu swojej platformy</a>.
own-proof-day-html = dnia <time data-day></time>.
own-links-hint-html = Najwyżej dziesięć adresów <code>https</code>, każdy w osobnym wierszu.
own-prove-elsewhere-html = Przeglądarki przechowują klucze dostępu tylko dla nazw domen. Aby użyć swojego, zaloguj się pod adresem <a href="{ $href }">{ $site }</a> albo użyj tu kodu.
