# The page of one course.

course-crumb = Cours
course-offered-html = Proposé par <a href="{ $href }"><bdi>{ $publisher }</bdi></a>
course-one-payment = Un seul paiement. Sans abonnement.
course-when = Quand
course-any-time = À tout moment, à votre rythme
course-next-html = Prochaine session : <time datetime="{ $machine }">{ $day }</time>
course-no-date = Aucune date annoncée
course-languages =
    { $count ->
        [one] Langue
       *[other] Langues
    }
course-level = Niveau
course-length = Durée
course-format = Format
course-included = Inclus
course-lessons =
    { $count ->
        [one] { $count } leçon
       *[other] { $count } leçons
    }
course-about = À propos de ce cours
course-no-description = Le partenaire n’a pas encore rédigé de description.
course-syllabus = Programme
course-dates = Dates
course-term-html = <strong><time datetime="{ $machine }">{ $day }</time></strong>
course-term-span-html = du <strong><time datetime="{ $machine }">{ $day }</time></strong> au <time datetime="{ $lastmachine }">{ $last }</time>
course-no-date-sentence = Aucune date annoncée.
course-last-began-html = Aucune date annoncée. La dernière session a commencé le <time datetime="{ $machine }">{ $day }</time>.
course-facts = Bon à savoir
course-partner = Partenaire
course-partner-site = son site
course-source = Source
course-source-link = La page d’origine du cours
course-licence = Licence
course-updated = Dernière mise à jour
course-related = Sur le même thème
course-made-by = { $title }. Un cours de { $publisher }.
