# What mails say. Each message stands in the text; where it holds a link, its twin that ends in `-html` stands in the HTML.

mail-hello = Dzień dobry,
mail-welcome = Witamy,
mail-welcome-back = Witamy ponownie,
mail-once = Link działa raz, przez { $valid }. Jeśli jest zbyt stary, poproś o nowy tutaj:
mail-once-html = Link działa raz, przez { $valid }. Jeśli jest zbyt stary, <a href="{ $again }">poproś o nowy</a>.
mail-not-you-new-password = Jeśli to nie Ty, od razu ustaw nowe hasło:
mail-not-you-new-password-html = Jeśli to nie Ty, <a href="{ $link }">od razu ustaw nowe hasło</a>.
mail-was-it-you = Jeśli to Ty, nie trzeba nic robić. Jeśli nie, od razu ustaw nowe hasło; wyloguje to wszystkie przeglądarki:
mail-was-it-you-html = Jeśli to Ty, nie trzeba nic robić. Jeśli nie, <a href="{ $link }">od razu ustaw nowe hasło</a>; wyloguje to wszystkie przeglądarki.
mail-not-you-write = Jeśli to nie Ty, od razu napisz do osób prowadzących { $platform }.

access-subject = Twoje miejsce na kursie { $course } jest gotowe
access-ready = dziękujemy. Twoje miejsce jest gotowe:
access-open = Otwórz ten link, aby ustawić hasło; potem możesz zacząć kurs:
access-link = Ustaw hasło
access-mistyped = Jeśli nic nie zostało kupione, ktoś pomylił adres. Tę wiadomość można zignorować.

deleted-subject = Twoje konto na platformie { $platform } zostało usunięte
deleted-text = Twoje konto na platformie { $platform } zostało usunięte zgodnie z prośbą potwierdzoną hasłem: zniknęły profil, kursy wraz z postępami, certyfikaty i sesje logowania. Zapisy o zakupach są przechowywane tak długo, jak wymagają tego księgi.

invited-subject = Twoje konto na platformie { $platform }
invited-open = administrator utworzył konto dla tego adresu. Otwórz ten link, aby ustawić hasło:
invited-text = administrator utworzył konto dla tego adresu.
invited-link = Ustaw hasło

owned-subject = Masz już kurs { $course }
owned-text = ktoś, najpewniej Ty, zgłosił się z tego adresu na kurs, który jest już na Twoim koncie:
owned-open = Nic nie zostało pobrane. Zaloguj się, aby otworzyć kurs; jeśli się nie otwiera, napisz do nas:
owned-open-html = Nic nie zostało pobrane. <a href="{ $link }">Zaloguj się, aby otworzyć kurs</a>; jeśli się nie otwiera, napisz do nas.
owned-not-you = Jeśli to nie Ty, nie trzeba nic robić.

added-subject = Kurs { $course } jest na Twoim koncie
added-text = ten kurs jest teraz na Twoim koncie:
added-open = Zaloguj się, aby go rozpocząć:
added-link = Zaloguj się, aby go rozpocząć

seat-free-subject = Zwolniło się miejsce: { $course }
seat-free-text = zwolniło się miejsce: kurs, na który czekasz, jest już dla Ciebie otwarty:

asked-subject = Inny adres dla Twojego konta na platformie { $platform }?
asked-text = ktoś, kto zna Twoje hasło, poprosił o inny adres dla Twojego konta:
asked-not-you = Nic się nie zmieni, dopóki ten adres nie zostanie potwierdzony. Jeśli to nie Ty, od razu ustaw nowe hasło:
asked-not-you-html = Nic się nie zmieni, dopóki ten adres nie zostanie potwierdzony. Jeśli to nie Ty, <a href="{ $link }">od razu ustaw nowe hasło</a>.

changed-subject = Twój adres na platformie { $platform } został zmieniony
changed-text = Twoje konto należy odtąd do innego adresu, a na ten nie będą już przychodzić wiadomości:

prove-subject = Potwierdź swój adres dla platformy { $platform }
prove-open = ktoś, najpewniej Ty, chce używać tego adresu dla konta. Otwórz ten link, aby go potwierdzić:
prove-text = ktoś, najpewniej Ty, chce używać tego adresu dla konta.
prove-link = Potwierdź adres
prove-once = Link działa raz, przez { $valid }. Jeśli to nie Ty, zignoruj tę wiadomość: nic się nie zmieni.

guessed-subject = Ktoś próbuje się zalogować na Twoje konto na platformie { $platform }
guessed-text = ktoś wiele razy z rzędu wpisał złe hasło do Twojego konta.
guessed-off = Dla bezpieczeństwa wyłączyliśmy hasło. Zalogowane przeglądarki pozostają zalogowane. Aby zalogować się ponownie, ustaw nowe hasło:
guessed-off-html = Dla bezpieczeństwa wyłączyliśmy hasło. Zalogowane przeglądarki pozostają zalogowane. Aby zalogować się ponownie, <a href="{ $link }">ustaw nowe hasło</a>.
guessed-on = Jeśli to nie Ty, hasło nadal chroni konto. Jeśli jest krótkie albo używane gdzie indziej, ustaw nowe:
guessed-on-html = Jeśli to nie Ty, hasło nadal chroni konto. Jeśli jest krótkie albo używane gdzie indziej, <a href="{ $link }">ustaw nowe</a>.

device-subject = Nowe logowanie na platformie { $platform }
device-text = przeglądarka, której wcześniej nie widzieliśmy, zalogowała się na Twoje konto { $at }. Przedstawia się tak:

password-changed-subject = Twoje hasło na platformie { $platform } zostało zmienione
password-changed-text = Twoje hasło zostało przed chwilą zmienione.
password-changed-ended = Twoje hasło zostało przed chwilą zmienione, a wszystkie inne urządzenia wylogowane.

reset-subject = Ustaw nowe hasło na platformie { $platform }
reset-open = ktoś, najpewniej Ty, poprosił o nowe hasło. Otwórz ten link, aby je ustawić:
reset-text = ktoś, najpewniej Ty, poprosił o nowe hasło.
reset-link = Ustaw nowe hasło
reset-once = Link działa raz, przez { $valid }. Jeśli to nie Ty, zignoruj tę wiadomość: hasło pozostanie bez zmian.

refund-subject = Zwrot za kurs { $course }
refund-text = zwróciliśmy { $amount } za kurs
refund-text-html = zwróciliśmy { $amount } za kurs <strong><bdi>{ $course }</bdi></strong>.
refund-bank = Zanim kwota pojawi się na koncie, bank może potrzebować od pięciu do dziesięciu dni. Postępy są zachowane na wypadek powrotu:
refund-bank-html = Zanim kwota pojawi się na koncie, bank może potrzebować od pięciu do dziesięciu dni. Postępy są zachowane na wypadek <a href="{ $link }">powrotu</a>.
refund-bank-alone = Zanim kwota pojawi się na koncie, bank może potrzebować od pięciu do dziesięciu dni.

failed-subject = Płatność za kurs { $course } nie doszła do skutku
failed-text = bank nie przekazał pieniędzy za kurs
failed-text-html = bank nie przekazał pieniędzy za kurs <strong><bdi>{ $course }</bdi></strong>.
failed-again = Kurs nie jest jeszcze Twój i nic za niego nie pobrano. Jeśli nadal go chcesz, spróbuj ponownie, tym samym sposobem lub innym:
failed-again-html = Kurs nie jest jeszcze Twój i nic za niego nie pobrano. Jeśli nadal go chcesz, <a href="{ $link }">spróbuj ponownie</a>, tym samym sposobem lub innym.

factor-subject-refused = Ktoś zna Twoje hasło na platformie { $platform }
factor-subject = Drugi składnik logowania na platformie { $platform }
factor-undo = Jeśli to nie Ty, otwórz ten link. Działa raz, przez { $valid }: wybierasz nowe hasło, drugie składniki znikają, a wszystkie urządzenia zostają wylogowane.
factor-undo-html = Jeśli to nie Ty, <a href="{ $link }">cofnij to</a>. Link działa raz, przez { $valid }: wybierasz nowe hasło, drugie składniki znikają, a wszystkie urządzenia zostają wylogowane.
factor-text =
    { $choice ->
        [app_added] skonfigurowano aplikację uwierzytelniającą: od teraz logowanie wymaga jej kodów.
        [app_removed] usunięto aplikację uwierzytelniającą: jej kody już nie działają.
        [passkey_added] do Twojego konta dodano klucz dostępu.
        [passkey_removed] z Twojego konta usunięto klucz dostępu.
        [passkey_copied] ktoś próbował zalogować się kluczem dostępu, który w międzyczasie był używany gdzie indziej: może istnieć jego kopia. Próba została odrzucona. Zaloguj się w inny sposób i usuń ten klucz.
        [codes_off] ktoś, kto ma Twoje hasło, wypróbował wiele kodów z aplikacji uwierzytelniającej. Jej kody nie są już przyjmowane, dopóki nie ustawisz innego hasła albo nie zalogujesz się kluczem dostępu lub kodem zapasowym.
        [codes_off_for_long] ktoś, kto ma Twoje hasło, w ciągu miesiąca wielokrotnie wypróbował wiele kodów z aplikacji uwierzytelniającej. Jej kody na razie nie są przyjmowane i inne hasło tego nie zmieni. Zaloguj się kluczem dostępu lub kodem zapasowym albo zwróć się do prowadzących platformę.
        [codes_renewed] są nowe kody zapasowe: zapisane wcześniej są nieważne.
        [code_used] ktoś zalogował się jednym z Twoich kodów zapasowych. Kod jest już zużyty.
        [undone] drugie składniki usunięto linkiem z wiadomości o pierwszym z nich. Do logowania wystarcza nowe hasło; skonfiguruj drugi składnik od nowa.
        [reset] administrator usunął drugie składniki logowania i wylogował wszystkie przeglądarki. Do logowania znów wystarcza hasło; skonfiguruj drugi składnik od nowa.
       *[other] ktoś wpisał poprawne hasło, a potem kilka razy z rzędu nie przeszedł drugiego składnika.
    }

# How long a link works.
valid-hours =
    { $count ->
        [one] { $count } godzinę
        [few] { $count } godziny
       *[other] { $count } godzin
    }
valid-minutes = { $count } minut
