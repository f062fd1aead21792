# Home, lists, indexes, search, and the page for addresses that lead nowhere.

courses-count =
    { $count ->
        [one] { $count } kurs
        [few] { $count } kursy
       *[other] { $count } kursów
    }
search-label = Przeszukaj kursy
search-placeholder =
    { $count ->
        [one] Przeszukaj { $count } kurs
        [few] Przeszukaj { $count } kursy
       *[other] Przeszukaj { $count } kursów
    }
search-button = Szukaj

home-title = Kursy
home-heading = Czego chcesz się nauczyć?
home-description =
    { $count ->
        [one] { $count } kurs do przejrzenia, kupienia i nauki na platformie { $platform }.
        [few] { $count } kursy do przejrzenia, kupienia i nauki na platformie { $platform }.
       *[other] { $count } kursów do przejrzenia, kupienia i nauki na platformie { $platform }.
    }
home-note-html =
    { $courses ->
        [one] { $courses } kurs
        [few] { $courses } kursy
       *[other] { $courses } kursów
    }, { $subjects ->
        [one] { $subjects } temat
        [few] { $subjects } tematy
       *[other] { $subjects } tematów
    }, { $partners ->
        [one] { $partners } partner
        [few] { $partners } partnerów
       *[other] { $partners } partnerów
    }. <a href="{ $free }">Zobacz, co jest bezpłatne</a>.
home-soonest = Zaczynają się wkrótce
home-by-format = Według formy
home-newest = Nowości w katalogu
all-subjects = Wszystkie tematy
all-courses = Wszystkie kursy
all-partners = Wszyscy partnerzy
all-languages = Wszystkie języki
all-of-them = Wszystkie

kind-subjects = Tematy
kind-partners = Partnerzy
kind-languages = Języki
kind-levels = Poziomy
kind-formats = Formy
kind-free = Bezpłatne kursy

facet-subject = Temat
facet-level = Poziom
facet-language = Język
facet-price = Cena
facet-format = Forma
facet-partner = Partner

list-title-page = { $name }, strona { $page }
list-description = { $name }: liczba kursów na platformie { $platform }: { $count }.
list-count =
    { $count ->
        [one] { $count } kurs.
        [few] { $count } kursy.
       *[other] { $count } kursów.
    }
list-count-page =
    { $count ->
        [one] { $count } kurs, strona { $page } z { $pages }.
        [few] { $count } kursy, strona { $page } z { $pages }.
       *[other] { $count } kursów, strona { $page } z { $pages }.
    }
list-search-html = <a href="{ $search }">Przeszukaj je i przefiltruj</a>.
list-search-website-html = <a href="{ $search }">Przeszukaj je i przefiltruj</a> albo odwiedź <a href="{ $website }" rel="external noopener">własną stronę partnera</a>.
list-to-facets = Przeglądaj według tematu, poziomu i nie tylko
list-cards = Kursy na tej stronie
list-facets = Przeglądaj katalog
paging-label = Strony
paging-previous = Poprzednia
paging-next = Następna
paging-page = Strona { $page }

index-description = { $heading } kursów na platformie { $platform }.
index-lead-subjects =
    { $entries ->
        [one] { $entries } temat
        [few] { $entries } tematy
       *[other] { $entries } tematów
    }, { $courses ->
        [one] { $courses } kurs
        [few] { $courses } kursy
       *[other] { $courses } kursów
    }.
index-lead-partners =
    { $entries ->
        [one] { $entries } partner
       *[other] { $entries } partnerów
    }, { $courses ->
        [one] { $courses } kurs
        [few] { $courses } kursy
       *[other] { $courses } kursów
    }.
index-lead-languages =
    { $entries ->
        [one] { $entries } język
        [few] { $entries } języki
       *[other] { $entries } języków
    }, { $courses ->
        [one] { $courses } kurs
        [few] { $courses } kursy
       *[other] { $courses } kursów
    }.
index-lead-levels =
    { $entries ->
        [one] { $entries } poziom
        [few] { $entries } poziomy
       *[other] { $entries } poziomów
    }, { $courses ->
        [one] { $courses } kurs
        [few] { $courses } kursy
       *[other] { $courses } kursów
    }.
index-lead-formats =
    { $entries ->
        [one] { $entries } forma
        [few] { $entries } formy
       *[other] { $entries } form
    }, { $courses ->
        [one] { $courses } kurs
        [few] { $courses } kursy
       *[other] { $courses } kursów
    }.
index-letters = Litery
index-all = Wszystkie

search-title = Wyszukiwanie
search-description =
    { $count ->
        [one] Przeszukaj { $count } kurs.
        [few] Przeszukaj { $count } kursy.
       *[other] Przeszukaj { $count } kursów.
    }
search-without-scripts-html = Wyszukiwanie wymaga JavaScriptu. Cały katalog można przeglądać bez niego: <a href="{ $courses }">wszystkie kursy</a>, <a href="{ $subjects }">tematy</a>, <a href="{ $partners }">partnerzy</a>, <a href="{ $languages }">języki</a>, <a href="{ $levels }">poziomy</a>, <a href="{ $formats }">formy</a> i <a href="{ $free }">bezpłatne kursy</a>.
search-results = Wyniki
search-more = Pokaż więcej
search-narrow = Zawęź wyniki

not-found-title = Nie znaleziono
not-found-heading = Ta strona nie istnieje
not-found-text-html = Mogła zostać przeniesiona albo kurs zniknął z katalogu. Kupiony kurs nadal jest dostępny w części <a href="{ $learning }">Moja nauka</a>.
