# What every page of the console says: states, counts, dialogs and lists.

word-of =
    { $choice ->
        [administrator] Administrator
        [learner] Uczący się
        [internal] Platforma główna
        [partner] Platforma partnerska
        [public] Publiczna
        [power_profile] Profil użytkowników zaawansowanych
        [custom_role] Rola własna
        [activated] Aktywne
        [deactivated] Wyłączone
        [expired] Wygasłe
        [draft] Szkic
        [published] Opublikowany
        [unpublished] Wycofany
        [archived] Zarchiwizowany
        [enrolled] Nierozpoczęty
        [in_progress] W trakcie
        [completed] Ukończony
        [suspended] Zawieszony
        [waiting] Czeka na miejsce
        [to_confirm] Do potwierdzenia
        [overbooked] Ponad limit miejsc
        [active] Aktywny
        [used_up] Wykorzystany
        [ended] Zakończony
        [off] Wyłączony
        [created] Rozpoczęte
        [open] Jeszcze nieopłacone
        [paid] Opłacone
        [fulfilled] Zrealizowane
        [failed] Nieudane
        [in_review] Do sprawdzenia
        [partially_refunded] Częściowo zwrócone
        [refunded] Zwrócone
        [disputed] Zakwestionowane
        [money_mismatch] Zapłacona kwota różni się od podanej
        [account_unavailable] Konto jest wyłączone
        [course_unavailable] Kursu już nie ma
        [paid_twice] Zapłacono dwa razy
        [suspended_by_staff] Obsługa zawiesiła zapis
       *[other] { $word }
    }
word-free = Bezpłatnie

many-people =
    { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
       *[other] { $count } osób
    }
many-accounts =
    { $count ->
        [one] { $count } konto
        [few] { $count } konta
       *[other] { $count } kont
    }
many-lines =
    { $count ->
        [one] { $count } wiersz
        [few] { $count } wiersze
       *[other] { $count } wierszy
    }
many-requests =
    { $count ->
        [one] { $count } wniosek
        [few] { $count } wnioski
       *[other] { $count } wniosków
    }
many-courses =
    { $count ->
        [one] { $count } kurs
        [few] { $count } kursy
       *[other] { $count } kursów
    }
many-enrollments =
    { $count ->
        [one] { $count } zapis
        [few] { $count } zapisy
       *[other] { $count } zapisów
    }
many-orders =
    { $count ->
        [one] { $count } zamówienie
        [few] { $count } zamówienia
       *[other] { $count } zamówień
    }
many-promotions =
    { $count ->
        [one] { $count } kod promocyjny
        [few] { $count } kody promocyjne
       *[other] { $count } kodów promocyjnych
    }
many-partners =
    { $count ->
        [one] { $count } platforma partnerska
        [few] { $count } platformy partnerskie
       *[other] { $count } platform partnerskich
    }
many-entries =
    { $count ->
        [one] { $count } wpis
        [few] { $count } wpisy
       *[other] { $count } wpisów
    }
many-actions =
    { $count ->
        [one] { $count } działanie
        [few] { $count } działania
       *[other] { $count } działań
    }

place-main = Platforma główna
place-own = Twoja platforma
place-public = Katalog publiczny
place-everywhere = Wszędzie

frame-title = { $name } · Konsola

common-save = Zapisz
common-saved = Zapisano.
common-spread = Zapisano. W ciągu dwóch sekund obowiązuje wszędzie.
common-unchanged = Nic nie zmieniono.
common-name = Nazwa
common-person-name = Imię i nazwisko
common-reason = Powód
common-reason-kept = Pozostanie w dzienniku zdarzeń
common-amount = musi być kwotą, na przykład { $example }, bez znaków między tysiącami
common-switch-off = Wyłącz
common-switch-on = Włącz
common-on = Włączone
common-off = Wyłączone
common-make = Utwórz
common-go-on = Dalej
common-remove = Usuń
common-remove-of = Usuń: { $name }
common-restore = Przywróć
common-take-away = Odbierz
common-taken = Odebrano.
common-give = Nadaj
common-delete = Usuń
common-delete-of = Usunąć: { $name }?
common-nobody = Nikt
common-select = Zaznacz: { $name }

dialog-cancel = Anuluj
dialog-stop = Zatrzymaj
dialog-stopping = Zatrzyma się, gdy tylko nadejdzie odpowiedź na to, co już wysłano.
dialog-password = Hasło
dialog-code = Kod z aplikacji albo kod zapasowy
dialog-passkey = Zostaw puste, aby użyć klucza dostępu.
dialog-once-more = Wpisz hasło jeszcze raz
dialog-reaches-far = Ta zmiana sięga daleko, dlatego pytamy jeszcze raz ({ $email }). Potwierdzenie wystarcza na dziesięć minut.
dialog-not-proved = niczego nie zmieniono: nie wpisano hasła

table-shown = Widoczne: { $items }
table-shown-more = Widoczne: { $items }; jest ich więcej
table-only-these = { $shown }; uporządkowano tylko widoczne
table-read = Odczytano: { $items }…
table-filed = W pliku: { $items }
table-filed-more = W pliku: { $items }; jest ich więcej: użyj filtrów
table-no-file = Plik nie powstał: { $why }

bulk-selected = Zaznaczono: { $items }
bulk-question = { $deed }?
bulk-so-far = Wykonano { $done } z { $count }…
bulk-names = { $names }.
bulk-names-more = { $names } i jeszcze { $count }.
bulk-outcome = Wykonano: { $count }
bulk-unchanged = { $told }, bez zmian: { $count }
bulk-refused = { $told }, odrzucono: { $count }
bulk-whole = { $told }.
bulk-broken = { $told }. Przerwano ({ $why }); bez zmian pozostało: { $count }.
bulk-stopped = { $told }. Zatrzymano; bez zmian pozostało: { $count }.

overview-requests = Wnioski do rozpatrzenia
overview-in-review = Zamówienia do sprawdzenia
overview-orders = Zamówienia
overview-public-courses = Kursy publiczne
overview-courses = Kursy
overview-people = Osoby
overview-signed-in = Zalogowano jako { $name }.
overview-nothing = Nie ma tu niczego, czym możesz się opiekować. Twoje kursy są w zakładce Moja nauka.

draft-new = Nowy kurs
draft-begins = Na początku jest szkicem, którego nie widzi nikt inny.
draft-title = Tytuł
draft-for = Dla kogo
draft-for-good = Później nie można tego zmienić
draft-languages = Języki
draft-such-as = Na przykład en, de
draft-make = Utwórz szkic

flip-gains =
    { $number ->
        [one] zyskuje { $actions }
        [few] zyskują { $actions }
       *[other] zyskuje { $actions }
    }
flip-loses =
    { $number ->
        [one] traci { $actions }
        [few] tracą { $actions }
       *[other] traci { $actions }
    }
flip-both = { $gained } i { $lost }
flip-role = { $role }: { $outcome }.
flip-role-people = { $role } ({ $people }): { $outcome }.
flip-everywhere = Wszędzie, gdzie to nadano: { $people } { $outcome }.
flip-on = { $object }: { $people } { $outcome }.
flip-nobody = Nikt przez to niczego nie zyskuje ani nie traci.
flip-at-least = Osób było więcej, niż policzono.

history-by = przez

whom-hint = Początek nazwiska, cały adres albo identyfikator konta
whom-id = musi być identyfikatorem konta
whom-none = niczyje nazwisko tak się nie zaczyna i nikt nie ma takiego adresu
whom-several = nazwiska kilku osób tak się zaczynają: wpisz adres
