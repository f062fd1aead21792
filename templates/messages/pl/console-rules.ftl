# What is looked at and decided by few: the audit log, partner platforms, permissions, reports, settings.

audit-new = nowe
audit-gone = usunięte
audit-really = naprawdę
audit-somebody = ktoś inny

partners-people-of = Osoby: { $name }
partners-courses-of = Kursy: { $name }
partners-rename = Zmień nazwę: { $name }
partners-renamed = Zmieniono nazwę.
partners-new = Nowa platforma partnerska
partners-short-name = Nazwa skrócona
partners-short-hint = Nazywa stronę logowania i zostaje na zawsze; puste: powstanie z nazwy
partners-made = Utworzono. Jej pierwszym administratorem będzie osoba, którą na niej utworzysz.

grid-state =
    { $state ->
        [on] dozwolone
        [off] możliwe, ale wyłączone
        [none] nieprzyznane
        [given] nadane decyzją
       *[other] odebrane decyzją
    }
grid-where =
    { $where ->
        [here] { $words }, tutaj
       *[other] { $words }, odziedziczone
    }
grid-ways = { $told }: { $ways }
grid-part =
    { $part ->
        [business] Na całej platformie
       *[other] Wewnątrz kursu
    }
grid-others = { $part }, inne organizacje
grid-action = Działanie
grid-not-offered = { $role } (niedostępna)
grid-shown = Widoczne: { $actions }, role: { $roles }
grid-every = Każde konto rodzaju { $kind }
grid-nobody = Nikt.
grid-more = Osób jest więcej, niż sprawdzono.

sets-more = i inni
sets-show = Pokaż, kto ma: { $name }

choose-chosen = Wybrano { $chosen } z { $actions }
choose-found = Wybrano { $chosen } z { $actions }; widoczne: { $shown }

reach-platform = Cała platforma
reach-courses = Wszystkie kursy, także przyszłe
reach-course = Kurs
reach-person = Osoba
reach-group = Grupa
reach-team = Zespół
reach-path = Ścieżka
reach-channel = Kanał
reach-organization = Organizacja
reach-reading = Wczytywanie…
reach-none = Nie ma żadnego

holders-from = Odbierz: { $name }
holders-take = Odebrać { $set }: { $name }?
holders-take-text = To, co dawało, zniknie z następnym krokiem tej osoby.
holders-on = na
holders-give = Nadać { $set }: { $who }?
holders-give-text = Obowiązuje od następnego kroku tej osoby.
holders-given = { $who } ma to od teraz.

profile-held =
    { $count ->
        [one] Ma to { $count } osoba.
        [few] Mają to { $count } osoby.
       *[other] Ma to { $count } osób.
    }
profile-not-held = Nikt jeszcze tego nie ma.
profile-save = Zapisać { $name }?
profile-make = Utworzyć { $name }?
profile-saved = Zapisano. Obowiązuje od następnego kroku każdego.
profile-version = Wersja { $version }: { $name }, { $actions }
profile-restored = Przywrócono.
profile-gone = Zostanie odebrany każdemu, kto go ma, a jego poprzednie wersje znikną razem z nim.
profile-new = Nowy profil
profile-new-role = Nowa rola własna

former-restore = Przywróć wersję { $version }
former-again = Przywrócić wersję { $version }?

decide-way =
    { $way ->
        [given] { $action }: nadane roli { $role }
       *[other] { $action }: odebrane roli { $role }
    }
decide-question = { $deed }?
decide-of = dla
decide-allowed = Dozwolone
decide-denied = Odebrane
decide-drop = Cofnij
decide-drop-of = Cofnij: { $deed }
decide-drop-question = Cofnąć: { $deed }?
decide-version =
    { $count ->
        [one] Wersja { $version }: { $count } decyzja
        [few] Wersja { $version }: { $count } decyzje
       *[other] Wersja { $version }: { $count } decyzji
    }
decide-differ =
    { $count ->
        [one] { $count } decyzja różni się tu od tabeli
        [few] { $count } decyzje różnią się tu od tabeli
       *[other] { $count } decyzji różni się tu od tabeli
    }

report-span = { $heading }: { $sum }, od { $first } do { $last }
report-so-far = { $sum } jak dotąd: nie odczytano do końca
report-chart = Wykres: { $heading }
report-by-time = { $heading } w czasie
report-by-course = { $heading } według kursów
report-none = Brak
report-save = Zapisz jako CSV: { $heading }
report-reading = Odczytano: { $entries }…
report-enrollments = Zapisy
report-completions = Ukończenia
report-people = Osoby
report-completed =
    { $count ->
        [one] { $count } ukończenie
        [few] { $count } ukończenia
       *[other] { $count } ukończeń
    }
report-sales = Sprzedaż
report-amount = Kwota
report-nothing = Nic nie sprzedano
report-sales-in = Sprzedaż w { $currency }
report-without = { $amount } { $currency }, bez zwrotów
report-done = Odczytano: { $entries }. Dni zaczynają się i kończą według UTC.
report-stopped = Odczytano: { $entries }; zatrzymano przed końcem. Dni zaczynają się i kończą według UTC.
report-no-report = Nie ma raportu.
report-nowhere = Nie masz dostępu do raportów żadnej platformy.
report-in-care = Zobacz, czym się opiekujesz

setting-of =
    { $way ->
        [off] Wyłącz: { $id }
        [on] Włącz: { $id }
       *[other] Jak mówi profil: { $id }
    }
setting-as-profile = Jak mówi profil
setting-by-hand =
    { $usual ->
        [on] postanowione ręcznie; profil mówi: włączone
       *[other] postanowione ręcznie; profil mówi: wyłączone
    }
setting-let = Pozwolić, by o { $id } decydował profil?
setting-let-it = Niech decyduje
setting-needs = zależy od { $needs }
setting-modules = Włączone moduły: { $count } z { $all }
setting-followed = Ten profil już obowiązuje.
setting-follow = Przyjąć profil { $profile }?
setting-follow-it = Przyjmij

turn-off = Wyłączyć { $id }?
turn-on = Włączyć { $id }?

policy-of =
    { $way ->
        [off] Wyłącz { $id }
       *[other] Włącz { $id }
    }
policy-on = Włączone zasady: { $count } z { $all }
