# Courses, lessons, enrollments and orders.

sections-new-lesson = nowa lekcja
sections-lesson-title = Tytuł lekcji
sections-minutes-of = Minuty: { $label }
sections-text = Treść
sections-text-of = Treść: { $label }
sections-up = Przesuń w górę: { $label }
sections-down = Przesuń w dół: { $label }
sections-number = Rozdział { $number }
sections-title-of = Tytuł rozdziału { $number }
sections-move-up = Przesuń rozdział { $number } w górę
sections-move-down = Przesuń rozdział { $number } w dół
sections-remove = Usuń rozdział { $number }
sections-add = Dodaj lekcję
sections-add-to = Dodaj lekcję do rozdziału { $number }
sections-loss =
    { $count ->
        [one] Na zawsze zniknie { $count } lekcja z treścią: { $titles }.
        [few] Na zawsze znikną { $count } lekcje z treścią: { $titles }.
       *[other] Na zawsze zniknie { $count } lekcji z treścią: { $titles }.
    }
sections-without = Zapisać plan kursu bez nich?
sections-kept = To, co uczący się w nich zrobili, pozostanie, ale przestanie się liczyć.
sections-save = Zapisz plan kursu
sections-saved = Plan kursu zapisano.

terms-begins = Początek
terms-ends = Koniec
terms-where = Miejsce
terms-seats = Miejsca
terms-seats-hint = Puste: tyle, ile w ustawieniach kursu.
terms-run = Edycja { $number }
terms-remove = Usuń edycję { $number }
terms-saved = Terminy zapisano.

course-costs = Kosztuje { $price }.
course-will-be-free = Będzie bezpłatny.
course-free-question = Udostępnić bezpłatnie: { $title }?
course-free-text = Teraz kosztuje { $price }. Po zapisaniu każdy dostanie go za darmo.
course-make-free = Udostępnij bezpłatnie
course-outline = Plan kursu
course-runs = Terminy
course-publishing = Opublikować: { $title }?
course-in-catalog = W ciągu kilku sekund pojawi się w katalogu publicznym i będzie można go kupić.
course-audience-sees = Odbiorcy będą go od teraz widzieć.
course-with-it = Jeszcze niezapisane i zapisywane razem: { $names }.
course-save-publish = Zapisz i opublikuj
course-publish = Opublikuj
course-published = Opublikowano.
course-withdrawing = Wycofać: { $title }?
course-withdraw-text = Zniknie z katalogu. Zapisani pozostaną zapisani.
course-withdraw = Wycofaj
course-withdrawn = Wycofano.
course-archiving = Zarchiwizować: { $title }?
course-archive-text = Stanie się zapisem archiwalnym: nikt się już nie zapisze i nie da się go ponownie opublikować.
course-archive = Zarchiwizuj
course-archived = Zarchiwizowano.

enrollment-deed =
    { $action ->
        [move] Przenieś na inny termin { $items }
        [confirm] Potwierdź: { $items }
        [promote] Przydziel miejsce: { $items }
        [suspend] Zawieś: { $items }
        [reinstate] Przywróć: { $items }
        [complete] Uznaj za ukończone: { $items }
       *[other] Wypisz: { $items }
    }
enrollment-deed-text =
    { $action ->
        [move] Postępy pozostają. O ile są tam wolne miejsca.
        [confirm] Uczący się o to prosili i mogą zacząć.
        [promote] O ile są wolne miejsca.
        [suspend] Stracą dostęp do kursu. Postępy pozostaną i można ich przywrócić.
        [reinstate] Będą kontynuować od miejsca, w którym skończyli.
        [complete] Tak jakby ukończono każdą lekcję.
       *[other] Ich postępy w tym kursie też znikną. Zawieszenie je zachowuje.
    }
enrollment-progress = { $done } z { $count }
enrollment-as =
    { $part ->
        [learner] Uczący się
        [tutor] Tutor
       *[other] Prowadzący
    }
enrollment-new = Zapisz kogoś
enrollment-run = Termin
enrollment-run-none = Bez terminu
enrollment-run-gone = Termin, którego już nie ma
enrollment-run-hint = Tylko dla uczących się.
enrollment-person = Osoba
enrollment-as-label = Jako
enrollment-question = Zapisać: { $who }?
enrollment-as-text =
    { $part ->
        [learner] Jako uczący się.
        [tutor] Jako tutor.
       *[other] Jako prowadzący.
    }
enrollment-enroll = Zapisz
enrollment-waits = Nie ma wolnych miejsc: { $who } czeka w kolejce.
enrollment-done = Zapisano: { $who }.
enrollment-of = Zapisy: { $title }

order-refunded =
    { $status ->
        [succeeded] Zwrócono. Kupujący dostanie wiadomość.
        [pending] Zwrot jest w drodze. Kupujący dostanie wiadomość.
       *[other] Operator płatności nie mógł zwrócić pieniędzy.
    }
order-compared =
    { $outcome ->
        [fulfilled] Kupujący ma dostęp.
        [pending] Płatność jest jeszcze w toku.
        [open] Jeszcze nie zapłacono.
        [closed] Zamknięte: nic nie zapłacono.
        [in_review] Nadal do sprawdzenia: powód jest poniżej.
        [unknown] Operator płatności go nie zna.
       *[other] { $word }
    }
order-once-more = { $paid }, z czego zwrócono { $refunded } ({ $id })
order-no-payment = nie podano płatności
order-give-this = Zwróć tę płatność
order-state = Stan
order-review = Wymaga sprawdzenia, bo
order-course = Kurs
order-run = Termin
order-price = Cena
order-paid = Zapłacono
order-nothing = Jeszcze nic
order-returned = Zwrócono
order-buyer = Kupujący
order-who = { $name }, { $email }
order-account = Konto
order-no-account = Jeszcze nie ma
order-registration = Rejestracja
order-payment = Płatność
order-checkout = Sesja płatności
order-begun = Rozpoczęto
order-changed = Zmieniono
order-paid-again = Zapłacono ponownie
order-of = Zamówienie: { $name }
order-amount = Kwota w { $currency }
order-amount-hint = Puste: wszystko, co pozostało
order-refunding = Zwrócić pieniądze: { $name }?
order-refunding-payment = Zwrócić tę płatność?
order-so-far = Zapłacono { $paid }, dotąd zwrócono { $refunded }.
order-not-known = Nie wiadomo, ile zapłacono: zwrócona zostanie całość.
order-access-ends = Po zwrocie całości dostęp się kończy, a postępy pozostają. Zwrot części nie zmienia dostępu.
order-other-stays = Zamówienie i jego druga płatność pozostają bez zmian.
order-refund = Zwróć pieniądze
order-give-back = Zwróć
order-amount-none = musi być większa od zera
order-let-in = Wpuścić kupującego?
order-comparing = Porównać ponownie z operatorem płatności?
order-review-says = Powód sprawdzenia: { $why }. Mimo to wpuszczasz kupującego.
order-compare-text = Płatność zostanie odczytana na nowo, a reguły zdecydują według obecnego stanu.
order-let = Wpuść
order-compare = Porównaj ponownie
order-mailing = Wysłać dostęp: { $name }?
order-mail-text = Właściciel konta dostanie wiadomość z nowym linkiem do ustawienia hasła. Wcześniejsze linki przestaną działać.
order-mail-it = Wyślij
order-mailed = Wiadomość jest w drodze.

promotions-percent = { $percent } %
promotions-elsewhere = Zobacz u operatora płatności
promotions-used = { $redeemed } z { $max }
promotions-switch-off = Wyłącz { $code }
promotions-really = Wyłączyć { $code }?
promotions-for-good = Kto go odtąd wpisze, dowie się, że takiego kodu nie ma. Nie można go włączyć ponownie.
promotions-off = Kod { $code } jest wyłączony.
promotions-whole = musi być liczbą całkowitą
promotions-new = Nowy kod promocyjny
promotions-either = Podaj, ile procent odejmuje albo jaką kwotę.
promotions-code = Kod
promotions-code-hint = Litery, cyfry i łączniki. Kupujący mogą wpisać go też małymi literami
promotions-percent-off = Procent zniżki
promotions-amount-off = Kwota zniżki
promotions-currency = Waluta kwoty
promotions-currency-hint = Ceny kursów w innych walutach się nie zmieniają
promotions-uses = Liczba użyć łącznie
promotions-uses-hint = Bez limitu, jeśli nic nie podano
promotions-last-day = Ostatni dzień
promotions-last-day-hint = Puste: kod sam nie wygasa
promotions-made = Kod { $code } jest gotowy: kupujący wpisują go na stronie płatności.
promotions-was-used =
    { $count ->
        [one] Użyto go { $count } raz. Co z nim kupiono, pozostaje kupione.
        [few] Użyto go { $count } razy. Co z nim kupiono, pozostaje kupione.
       *[other] Użyto go { $count } razy. Co z nim kupiono, pozostaje kupione.
    }
