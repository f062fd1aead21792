# What scripts say. Each page hands over the groups that its scripts need: a group is how ids begin.
# Here a message is a text with variables, or chooses its form; the form that is always there is called `other`.

session-other = Teraz zalogowany jest ktoś inny ({ $email }), więc nic nie wysłano. Zaloguj się jak wcześniej albo otwórz tę stronę od nowa.
session-ended = Sesja się skończyła, więc nic nie wysłano. Zaloguj się i wyślij jeszcze raz.
session-sign-in = Zaloguj się w nowej karcie
session-lost = Platforma nie odpowiedziała. Sprawdź połączenie i spróbuj ponownie.

acting-label = Zalogowano jako ktoś inny
acting-as = Zalogowano jako { $name } ({ $reason }).
acting-left = Pozostało { $time }.
acting-end = Zakończ teraz
acting-not-ended = Nie udało się. Spróbuj ponownie.

form-lost = Nie udało się wysłać. Spróbuj ponownie.
form-wrong = Część pól wymaga poprawienia.

state-name =
    { $choice ->
        [enrolled] Nierozpoczęty
        [in_progress] W trakcie
        [completed] Ukończony
        [suspended] Zawieszony
        [waiting] Na liście oczekujących
        [to_confirm] Czeka na potwierdzenie
        [overbooked] Ponad limit miejsc
       *[other] Niedostępny
    }
state-why =
    { $choice ->
        [waiting] Nie ma wolnych miejsc. Czekasz w kolejce i wejdziesz, gdy tylko zwolni się miejsce: nie musisz nic robić.
        [to_confirm] Twoja prośba o udział czeka na decyzję osoby prowadzącej: nie musisz nic robić.
        [overbooked] Jest więcej osób niż miejsc. Czekasz w kolejce i wejdziesz, gdy tylko zwolni się miejsce.
        [suspended] Osoba prowadząca zawiesiła Twój udział. Twoje postępy są zachowane; zapytaj ją, co dalej.
        [unpaid] Pieniądze wróciły do Ciebie albo bank kwestionuje płatność. Twoje postępy są zachowane i będą dostępne po opłaceniu. Szczegóły są w zamówieniach.
       *[other] Zapytaj osobę prowadzącą, co dalej.
    }

progress-lessons = Ukończone lekcje: { $done } z { $count }
progress-none = Nie ma tu jeszcze żadnych lekcji

typed-show = Pokaż hasło

mine-progress = Postęp w kursie { $course }
mine-of-course = kursu { $course }
mine-go-on = Kontynuuj
mine-start = Rozpocznij
mine-kind =
    { $choice ->
        [program] program
       *[other] ścieżka
    }
mine-teaching =
    { $choice ->
        [owner] właściciel
        [co_instructor] współprowadzący
        [co_author] współautor
        [instructor] prowadzący
        [assistant] asystent
       *[other] tutor
    }
mine-failed = Nie udało się wczytać Twoich kursów. Spróbuj ponownie.
mine-not-out = Nie udało się wylogować. Spróbuj ponownie.

lasts-minutes = { $minutes } min
lasts-hours = { $hours } godz.
lasts-both = { $hours } godz. { $minutes } min

offer-ask = Prosisz o udział, a prowadzący zgadza się lub odmawia.
offer-full = Nie ma wolnych miejsc. Możesz zapisać się na listę oczekujących.
offer-at-once = Zapisujesz się od razu.
offer-seats =
    { $count ->
        [one] Zapisujesz się od razu. Zostało { $count } miejsce.
        [few] Zapisujesz się od razu. Zostały { $count } miejsca.
       *[other] Zapisujesz się od razu. Zostało { $count } miejsc.
    }
offer-deed =
    { $choice ->
        [ask] Poproś o udział
        [wait] Zapisz się na listę oczekujących
       *[other] Zapisz się
    }
offer-deed-of =
    { $choice ->
        [ask] w kursie { $course }
       *[other] na kurs { $course }
    }
offer-in = { $course }: jesteś na kursie.
offer-stands = { $course }: { $state }.
offer-lost = To nie dotarło do platformy i nic się nie zmieniło. Spróbuj ponownie.
offer-sought = Szukany tekst: { $problem }
offer-nothing = Nie ma teraz kursu, na który możesz zapisać się samodzielnie.
offer-nothing-for = Żaden kurs, na który możesz się zapisać, nie zaczyna się od „{ $text }”.
offer-all = Zobacz wszystkie kursy
offer-closed = Ta platforma nie pokazuje katalogu takim kontom jak Twoje. Może Cię zapisać ten, kto ją prowadzi.
offer-public = Zobacz katalog publiczny
offer-failed = Nie udało się wczytać katalogu. Spróbuj ponownie.
offer-level =
    { $choice ->
        [beginner] Początkujący
        [intermediate] Średnio zaawansowany
       *[other] Zaawansowany
    }

outline-done = ukończona
outline-continue = Kontynuuj
outline-start = Rozpocznij
outline-not-in = Nie uczestniczysz w tym kursie, dlatego jego lekcje są dla Ciebie zamknięte.
outline-way-in = Zobacz, jak dołączyć
outline-failed = Nie udało się wczytać kursu. Być może nie należy do Ciebie albo zawiodło połączenie.

lesson-done = Ukończona ✓
lesson-minutes = { $count } min
lesson-unsaved = Nie udało się zapisać. Spróbuj ponownie.
lesson-failed = Nie udało się wczytać lekcji. Być może nie należy do Ciebie albo zawiodło połączenie.

orders-free = Bezpłatnie
orders-state =
    { $choice ->
        [open] Czeka na płatność
        [paid] Opłacone; pieniądze są w drodze do nas
        [fulfilled] Opłacone
        [taken] Przyjęte
        [in_review] Ktoś je sprawdza
        [partially_refunded] Częściowo zwrócone
        [refunded] Zwrócone
        [disputed] Zakwestionowane w Twoim banku
        [expired] Nieopłacone w terminie
        [failed] Płatność nie powiodła się
       *[other] Rozpoczęte
    }
orders-refunded = Zwrócono { $amount }
orders-for = za { $course }
orders-none = Nie masz jeszcze żadnych zamówień.
orders-failed = Nie udało się wczytać Twoich zamówień. Spróbuj ponownie.

proof-genuine = Ten certyfikat jest prawdziwy.
proof-none = Nie ma takiego certyfikatu albo stracił ważność. Sprawdź, czy skopiowano cały adres.
proof-failed = Nie udało się wczytać certyfikatu. Spróbuj ponownie.

account-realm =
    { $choice ->
        [public] Konto publiczne
        [main] Platforma główna
       *[other] Platforma partnerska
    }
account-acting = { $name } korzysta z tego konta do { $end }: { $reason }. Adresem, hasłem i logowaniami zarządza tylko właściciel konta.
account-failed = Nie udało się wczytać Twojego konta. Spróbuj ponownie.
account-language-saved = Od teraz wiadomości będą przychodzić w tym języku.
account-profile-saved = Profil został zapisany.
account-photo = Zdjęcie { $count }
account-photo-added = Zdjęcie jest na Twoim profilu.
account-email-sent = Link jest w drodze na adres { $email }. Adres zmieni się, gdy go otworzysz.
account-password-changed = Hasło zostało zmienione.
account-device-acting = Administrator zalogowany na Twoje konto
account-device-times = Zalogowano: { $begun }, ostatnia aktywność: { $heard }
account-device-this = Ta przeglądarka
account-device-end = Wyloguj
account-deleted = Twoje konto zostało usunięte. Potwierdzenie wysłaliśmy też na Twój adres.

keys-none = Nie ma żadnego. Klucz dostępu przechowuje Twoje urządzenie, które upewnia się, że to Ty.
keys-asked = Logowanie wymaga jednego z nich.
keys-most =
    { $count ->
        [one] Jest { $count }, a więcej mieć nie można.
        [few] Są { $count }, a więcej mieć nie można.
        [many] Jest { $count }, a więcej mieć nie można.
       *[other] Jest { $count }, a więcej mieć nie można.
    }
keys-no-domain = Przeglądarki przechowują klucze dostępu tylko dla nazw domen, a ten adres nią nie jest.
keys-elsewhere = Otwórz w tym celu adres:
keys-unable = Ta przeglądarka nie może ich tu utworzyć.
keys-used = Dodano { $added }, ostatnio użyto { $used }
keys-unused = Dodano { $added }, jeszcze nie użyto
keys-remove = Usuń

passkey-unable = Ta przeglądarka nie używa tu kluczy dostępu. Użyj kodu.
passkey-known = To urządzenie ma już Twój klucz dostępu.
passkey-refused = Nie użyto klucza dostępu: przerwano operację, trwała zbyt długo albo urządzenie nie ma pasującego klucza.

factors-since = Skonfigurowana { $day }: logowanie wymaga jej kodów.
factors-no-app = Nie ma żadnej. Z aplikacją samo hasło niczego nie otwiera.
factors-add-app = Skonfiguruj aplikację
factors-another-app = Skonfiguruj inną aplikację
factors-codes-left =
    { $count ->
        [one] Pozostał { $count } kod.
        [few] Pozostały { $count } kody.
        [many] Pozostało { $count } kodów.
       *[other] Pozostało { $count } kodu.
    }
factors-app-added = Aplikacja została skonfigurowana.
factors-passkey-added = Klucz dostępu został dodany.
factors-passkey-removed = Klucz dostępu „{ $name }” został usunięty.
factors-app-removed = Aplikacja została usunięta.
factors-failed = Nie udało się wczytać ustawień. Spróbuj ponownie.

find-count =
    { $count ->
        [one] { $count } kurs.
        [few] { $count } kursy.
        [many] { $count } kursów.
       *[other] { $count } kursu.
    }
find-count-for =
    { $count ->
        [one] { $count } kurs dla „{ $text }”.
        [few] { $count } kursy dla „{ $text }”.
        [many] { $count } kursów dla „{ $text }”.
       *[other] { $count } kursu dla „{ $text }”.
    }
find-hint = Użyj mniejszej liczby słów albo usuń któryś filtr.
find-remove = Usuń filtr { $name }
find-sort-by = Sortuj według
find-sort =
    { $choice ->
        [newest] Najnowsze
        [soonest] Zaczynają się wkrótce
       *[other] Najlepiej pasujące
    }
find-facet =
    { $choice ->
        [subject] Temat
        [level] Poziom
        [language] Język
        [price] Cena
        [format] Forma
       *[other] Partner
    }
find-level =
    { $choice ->
        [beginner] Początkujący
        [intermediate] Średnio zaawansowany
       *[other] Zaawansowany
    }
find-format =
    { $choice ->
        [live] Online, w ustalonych terminach
        [on-site] Stacjonarnie
        [blended] Online i stacjonarnie
       *[other] Online, we własnym tempie
    }
find-free = Bezpłatnie
find-paid = Płatne
find-any-time = W dowolnym czasie
find-no-date = Brak ogłoszonego terminu
find-starts = Początek: { $day }
find-loading = Wczytywanie indeksu…
find-failed = Nie udało się wczytać indeksu wyszukiwania. Spróbuj ponownie.
