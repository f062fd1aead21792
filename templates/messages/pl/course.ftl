# The page of one course.

course-crumb = Kursy
course-offered-html = Organizator: <a href="{ $href }"><bdi>{ $publisher }</bdi></a>
course-one-payment = Jedna płatność. Bez abonamentu.
course-when = Kiedy
course-any-time = W dowolnym czasie, we własnym tempie
course-next-html = Najbliższy termin: <time datetime="{ $machine }">{ $day }</time>
course-no-date = Brak ogłoszonego terminu
course-languages =
    { $count ->
        [one] Język
       *[other] Języki
    }
course-level = Poziom
course-length = Czas trwania
course-format = Forma
course-included = W cenie
course-lessons =
    { $count ->
        [one] { $count } lekcja
        [few] { $count } lekcje
       *[other] { $count } lekcji
    }
course-about = O tym kursie
course-no-description = Partner nie dodał jeszcze opisu.
course-syllabus = Program
course-dates = Terminy
course-term-html = <strong><time datetime="{ $machine }">{ $day }</time></strong>
course-term-span-html = od <strong><time datetime="{ $machine }">{ $day }</time></strong> do <time datetime="{ $lastmachine }">{ $last }</time>
course-no-date-sentence = Brak ogłoszonego terminu.
course-last-began-html = Brak ogłoszonego terminu. Ostatnia edycja zaczęła się <time datetime="{ $machine }">{ $day }</time>.
course-facts = Warto wiedzieć
course-partner = Partner
course-partner-site = własna strona
course-source = Źródło
course-source-link = Własna strona kursu
course-licence = Licencja
course-updated = Ostatnia zmiana
course-related = Więcej na ten temat
course-made-by = { $title }. Organizator kursu: { $publisher }.
