# Applying for a course, and the page that buyers come back to.

buyer-name = Imię i nazwisko
buyer-email = Adres e-mail
buyer-email-hint = Na ten adres wyślemy link do kursu.
buyer-enroll-free = Zapisz się bezpłatnie
buyer-pay = Przejdź do płatności
buyer-pay-hint = Płatność odbywa się na stronie Stripe. Numer karty nigdy do nas nie trafia.
buyer-term = Termin
buyer-term-choose = Wybierz termin
buyer-term-span = { $day } – { $last }
buyer-term-place = { $when }, { $place }
buyer-term-wrong =
    { $choice ->
        [needed] Wybierz termin.
        [none] Wszystkie terminy tego kursu już minęły.
       *[gone] Tego terminu nie można już wybrać: wybierz inny.
    }
buyer-name-wrong =
    { $choice ->
        [empty] Imię i nazwisko nie mogą być puste.
        [long] Imię i nazwisko są za długie: dozwolonych znaków: { $max }.
       *[other] Imię i nazwisko muszą zawierać widoczne znaki i nie mogą zawierać podziałów wiersza.
    }
buyer-email-wrong =
    { $choice ->
        [long] Adres e-mail jest za długi: dozwolonych znaków: { $max }.
       *[other] Adres e-mail musi mieć postać taką jak name@example.org.
    }

checkout-title = Sprawdź swoje dane
checkout-heading = Już prawie gotowe
checkout-correct = Popraw, proszę:

return-done-title = Witamy
return-done-heading = Zapis gotowy
return-done-text-html = Twoje miejsce na kursie <strong><bdi>{ $course }</bdi></strong> jest gotowe.
return-done-mailed = Na Twój adres wysłaliśmy link. Otwiera on konto i pozwala ustawić hasło. Działa przez 24 godziny.
return-nothing-there-html = Po kilku minutach nadal nic? Sprawdź folder ze spamem albo <a href="{ $again }">poproś o nowy link</a>.
return-known-title = Twój kurs jest gotowy
return-known-heading = Twój kurs czeka
return-known-text-html = Kurs <strong><bdi>{ $course }</bdi></strong> jest na koncie, które już masz.
return-known-it = Kurs jest na koncie, które już masz.
return-pending-title = Twoja płatność jest w drodze
return-pending-text = Niektóre płatności trwają dłużej. Gdy tylko dotrze, wyślemy link na Twój adres. Nie trzeba tu czekać ani płacić ponownie.
return-mailed-title = Sprawdź swoją pocztę
return-mailed-text = Wysłaliśmy wiadomość. Jest w niej napisane, jak otworzyć kurs: na koncie, które już masz, albo na nowym, które założysz za pomocą linku.
return-unknown-title = Twoje zamówienie
return-unknown-heading = Dziękujemy
return-unknown-text = Jeśli płatność została dokonana, droga do kursu jest w Twojej poczcie. Nic nie zostało pobrane dwa razy.
return-unknown-ways-html = <a href="{ $signin }">Zaloguj się</a> albo <a href="{ $courses }">wróć do kursów</a>.
return-to-courses = Wróć do kursów
