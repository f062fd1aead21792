# People: lists, accounts, what they were given and may do, those who wait.

people-switch-off =
    { $count ->
        [one] Wyłącz { $count } osobę
        [few] Wyłącz { $count } osoby
       *[other] Wyłącz { $count } osób
    }
people-off-text = Każda ich sesja kończy się od razu. Postępy pozostają, a konta można włączyć ponownie.
people-switch-on =
    { $count ->
        [one] Włącz { $count } osobę
        [few] Włącz { $count } osoby
       *[other] Włącz { $count } osób
    }
people-on-text = Mogą się znów logować.
people-sign-out =
    { $count ->
        [one] Wyloguj { $count } osobę
        [few] Wyloguj { $count } osoby
       *[other] Wyloguj { $count } osób
    }
people-out-text = Zostaną wylogowane wszędzie i zalogują się ponownie hasłem.
people-give-role =
    { $count ->
        [one] Nadaj rolę { $count } osobie
       *[other] Nadaj rolę { $count } osobom
    }
people-give-text = Nikt nie nadaje więcej, niż sam ma. Obowiązuje od następnego kroku.
people-take-role =
    { $count ->
        [one] Odbierz rolę { $count } osobie
       *[other] Odbierz rolę { $count } osobom
    }
people-take-text = To, co dawała, zniknie z ich następnym krokiem.
people-role = Rola
people-role-id = Jej identyfikator, na przykład instructor
people-held-on = Nadana na
people-held-hint = Puste: cała platforma; albo na przykład course:ID
people-new = Nowa osoba
people-new-text = Osoba dostanie wiadomość z linkiem do ustawienia hasła. Konta publiczne powstają przez zakup kursu.
people-email = Adres e-mail
people-kind = Rodzaj
people-learner = Uczący się
people-administrator = Administrator
people-platform = Platforma
people-make = Utwórz konto

person-proved = potwierdzony
person-not-proved = jeszcze niepotwierdzony
person-change = Zmiana: { $name }
person-ends-on = Wygasa dnia
person-ends-hint = Ostatni dzień, w którym konto działa. Puste: nie wygasa samo. Dzień, który minął, kończy je od razu.
person-mail = Wysłać link: { $name }?
person-mail-text = { $email } dostanie wiadomość z linkiem do ustawienia hasła. Wcześniejsze linki przestaną działać.
person-mail-it = Wyślij link
person-mailed = Link jest w drodze.
person-off = Wyłączyć konto: { $name }?
person-off-text = Każda sesja kończy się od razu. Postępy pozostają, a konto można włączyć ponownie.
person-is-off = Wyłączono.
person-on = Włączyć ponownie konto: { $name }?
person-is-on = Włączono.
person-out = Wylogować wszędzie: { $name }?
person-out-text = Każda przeglądarka będzie musiała zalogować się ponownie.
person-sign-out = Wyloguj wszędzie
person-is-out = Wylogowano wszędzie.
person-factors = Usunąć drugi składnik – { $name }?
person-factors-text = Aplikacja, klucze dostępu i kody zapasowe znikną, wszystkie sesje się zakończą, a konto otworzy samo hasło. Najpierw upewnij się, że to naprawdę ta osoba o to prosi.
person-factors-away = Usuń drugi składnik
person-factors-gone = Drugi składnik został usunięty.
person-as = Logowanie jako { $name }
person-as-text = Przez dziesięć minut ta przeglądarka działa w imieniu tej osoby. Każdy krok pozostaje w dzienniku zdarzeń pod oboma nazwiskami; hasło, adres i sesje należą tylko do niej.
person-as-this = Zaloguj się jako ta osoba
person-delete-text = Tego nie można cofnąć: konto { $email }, jego zapisy i postępy znikną. Wyłączenie konta je zachowuje.
person-delete-typed = Wpisz adres, aby przejść dalej
person-delete-it = Usuń na zawsze

roles-only = Tylko: { $actions }.
roles-take-away = Odbierz { $role } na { $object }
roles-take = Odebrać { $role }?
roles-take-text = To, co dawała, zniknie z następnym krokiem tego konta.
roles-given = Nadano. Obowiązuje od następnego kroku tego konta.
roles-on = na
roles-from = z

rights-permitted = Dozwolone: { $actions }
rights-may = Może to zrobić.
rights-may-not = Nie może tego zrobić.
rights-granted = Daje to { $role }, zasięg: { $reach }
rights-withheld = Dałaby to { $role }, ale: { $words }
rights-refused = Odmowa: { $words }
rights-nothing = Nic, co nadano, tego nie daje.

import-outcome =
    { $choice ->
        [error] Błąd
        [create] Nowe konto
       *[other] Już istnieje
    }
import-report = Do utworzenia: { $made }, już istnieje: { $skipped }, błędy: { $wrong }
import-applied = Utworzono: { $made }, już istnieje: { $skipped }, błędy: { $wrong }
import-told = { $report }.
import-told-more = { $report }; niepokazane wiersze: { $count }.
import-make =
    { $count ->
        [one] Utwórz { $count } konto
        [few] Utwórz { $count } konta
       *[other] Utwórz { $count } kont
    }
import-cut-off = Przerwano, zanim wszystko zapisano. Przejdź dalej, a powstanie reszta.
import-done = Gotowe. { $report }.
import-too-large = ma { $count } bajtów; naraz można wysłać najwyżej 4 MiB: wyślij w częściach
import-question = { $what }?
import-text = Każda osoba dostanie wiadomość z linkiem do ustawienia hasła. Błędne wiersze zostaną pominięte i można je wysłać ponownie.
import-for = Osoby bez platformy w swoim wierszu należą do: { $place }.
import-errors-cut = W pliku: { $lines } z { $count } błędnych. Popraw je i sprawdź tabelę jeszcze raz.

request-of =
    { $choice ->
        [approve] Zatwierdź: { $name }
       *[other] Odrzuć: { $name }
    }
request-make = Utworzyć konto: { $name }?
request-make-text = { $email } dostanie wiadomość z linkiem do ustawienia hasła.
request-approve = Zatwierdź
request-made = { $name } ma konto.
request-refusing = Odrzucić: { $name }?
request-refuse-text = Wniosek zniknie. Nikt nie dostanie wiadomości: adresu nigdy nie potwierdzono.
request-refuse = Odrzuć
request-refused = Odrzucono: { $name }.
request-who = Kto może prosić o konto
request-made-by = Konta tworzą
request-admins = Tylko administratorzy
request-moderated = Każdy, kto poprosi, po zatwierdzeniu
request-open = Każdy, kto poprosi
request-domains = Tylko adresy z tych domen
request-domains-hint = Po przecinkach; puste: ze wszystkich domen
request-lapses = Wniosek traci ważność po dniach
request-saved = Zapisano. Obowiązuje od następnego wniosku.
