# Home, lists, indexes, search, and the page for addresses that lead nowhere.

courses-count = { $count } cours
search-label = Rechercher dans les cours
search-placeholder = Rechercher parmi { $count } cours
search-button = Rechercher

home-title = Cours
home-heading = Que souhaitez-vous apprendre ?
home-description = { $count } cours à découvrir, à acheter et à suivre sur { $platform }.
home-note-html =
    { $courses } cours, { $subjects ->
        [one] { $subjects } thème
       *[other] { $subjects } thèmes
    }, { $partners ->
        [one] { $partners } partenaire
       *[other] { $partners } partenaires
    }. <a href="{ $free }">Voir ce qui est gratuit</a>.
home-soonest = Bientôt
home-by-format = Par format
home-newest = Nouveautés du catalogue
all-subjects = Tous les thèmes
all-courses = Tous les cours
all-partners = Tous les partenaires
all-languages = Toutes les langues
all-of-them = Tout afficher

kind-subjects = Thèmes
kind-partners = Partenaires
kind-languages = Langues
kind-levels = Niveaux
kind-formats = Formats
kind-free = Cours gratuits

facet-subject = Thème
facet-level = Niveau
facet-language = Langue
facet-price = Prix
facet-format = Format
facet-partner = Partenaire

list-title-page = { $name }, page { $page }
list-description = { $name } : { $count } cours sur { $platform }.
list-count = { $count } cours.
list-count-page = { $count } cours, page { $page } sur { $pages }.
list-search-html = <a href="{ $search }">Rechercher et filtrer</a>.
list-search-website-html = <a href="{ $search }">Rechercher et filtrer</a> ou consulter le <a href="{ $website }" rel="external noopener">site du partenaire</a>.
list-to-facets = Parcourir par thème, niveau, etc.
list-cards = Cours de cette page
list-facets = Parcourir le catalogue
paging-label = Pages
paging-previous = Précédente
paging-next = Suivante
paging-page = Page { $page }

index-description = { $heading } des cours sur { $platform }.
index-lead-subjects =
    { $entries ->
        [one] { $entries } thème
       *[other] { $entries } thèmes
    }, { $courses } cours.
index-lead-partners =
    { $entries ->
        [one] { $entries } partenaire
       *[other] { $entries } partenaires
    }, { $courses } cours.
index-lead-languages =
    { $entries ->
        [one] { $entries } langue
       *[other] { $entries } langues
    }, { $courses } cours.
index-lead-levels =
    { $entries ->
        [one] { $entries } niveau
       *[other] { $entries } niveaux
    }, { $courses } cours.
index-lead-formats =
    { $entries ->
        [one] { $entries } format
       *[other] { $entries } formats
    }, { $courses } cours.
index-letters = Lettres
index-all = Tous

search-title = Recherche
search-description = Rechercher parmi { $count } cours.
search-without-scripts-html = La recherche a besoin de JavaScript. Tout le catalogue se parcourt sans lui : <a href="{ $courses }">tous les cours</a>, <a href="{ $subjects }">thèmes</a>, <a href="{ $partners }">partenaires</a>, <a href="{ $languages }">langues</a>, <a href="{ $levels }">niveaux</a>, <a href="{ $formats }">formats</a> et <a href="{ $free }">cours gratuits</a>.
search-results = Résultats
search-more = Afficher plus
search-narrow = Affiner

not-found-title = Page introuvable
not-found-heading = Cette page n’existe pas
not-found-text-html = Elle a peut-être été déplacée, ou le cours a été retiré du catalogue. Un cours que vous avez acheté reste accessible dans <a href="{ $learning }">Mon apprentissage</a>.
