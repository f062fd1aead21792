# What is looked at and decided by few: the audit log, partner platforms, permissions, reports, settings.

audit-new = nouveau
audit-gone = disparu
audit-really = en réalité
audit-somebody = quelqu’un d’autre

partners-people-of = Personnes de { $name }
partners-courses-of = Cours de { $name }
partners-rename = Renommer { $name }
partners-renamed = Renommé.
partners-new = Nouvelle plateforme partenaire
partners-short-name = Nom court
partners-short-hint = Nomme sa page de connexion et reste pour toujours ; vide : tiré du nom
partners-made = Créée. Son premier administrateur est une personne que vous y créez.

grid-state =
    { $state ->
        [on] permis
        [off] possible, mais désactivé
        [none] non apporté
        [given] accordé par décision
       *[other] refusé par décision
    }
grid-where =
    { $where ->
        [here] { $words }, ici
       *[other] { $words }, hérité
    }
grid-ways = { $told } : { $ways }
grid-part =
    { $part ->
        [business] Sur toute la plateforme
       *[other] Dans un cours
    }
grid-others = { $part }, autres organisations
grid-action = Action
grid-not-offered = { $role } (non proposé)
grid-shown = Affichage : { $actions }, rôles : { $roles }
grid-every = Tout compte de type { $kind }
grid-nobody = Personne.
grid-more = Il y a plus de personnes qu’on n’en a examiné.

sets-more = et d’autres
sets-show = Afficher qui détient { $name }

choose-chosen = { $chosen } choisies sur { $actions }
choose-found = { $chosen } choisies sur { $actions } ; affichées : { $shown }

reach-platform = Toute la plateforme
reach-courses = Tous les cours, présents et à venir
reach-course = Un cours
reach-person = Une personne
reach-group = Un groupe
reach-team = Une équipe
reach-path = Un parcours
reach-channel = Un canal
reach-organization = Une organisation
reach-reading = Lecture…
reach-none = Il n’y en a aucun

holders-from = Retirer à { $name }
holders-take = Retirer { $set } à { $name } ?
holders-take-text = Ce qu’il apportait disparaît dès sa prochaine action.
holders-on = sur
holders-give = Attribuer { $set } à { $who } ?
holders-give-text = Cela vaut dès sa prochaine action.
holders-given = { $who } le détient désormais.

profile-held =
    { $count ->
        [one] { $count } personne le détient.
       *[other] { $count } personnes le détiennent.
    }
profile-not-held = Personne ne le détient encore.
profile-save = Enregistrer { $name } ?
profile-make = Créer { $name } ?
profile-saved = Enregistré. Cela vaut dès la prochaine action de chacun.
profile-version = Version { $version } : { $name }, { $actions }
profile-restored = Restauré.
profile-gone = Il est retiré à tous ceux qui le détiennent, et ses anciennes versions disparaissent avec lui.
profile-new = Nouveau profil
profile-new-role = Nouveau rôle personnalisé

former-restore = Restaurer la version { $version }
former-again = Remettre en vigueur la version { $version } ?

decide-way =
    { $way ->
        [given] { $action } donnée à { $role }
       *[other] { $action } retirée à { $role }
    }
decide-question = { $deed } ?
decide-of = de
decide-allowed = Permise
decide-denied = Refusée
decide-drop = Abandonner
decide-drop-of = Abandonner : { $deed }
decide-drop-question = Abandonner : { $deed } ?
decide-version =
    { $count ->
        [one] Version { $version } : { $count } décision
       *[other] Version { $version } : { $count } décisions
    }
decide-differ =
    { $count ->
        [one] { $count } décision diffère ici de la grille
       *[other] { $count } décisions diffèrent ici de la grille
    }

report-span = { $heading } : { $sum }, de { $first } à { $last }
report-so-far = { $sum } jusqu’ici : la lecture n’est pas allée au bout
report-chart = Graphique : { $heading }
report-by-time = { $heading } dans le temps
report-by-course = { $heading } par cours
report-none = Aucun
report-save = Enregistrer en CSV : { $heading }
report-reading = Lu : { $entries }…
report-enrollments = Inscriptions
report-completions = Réussites
report-people = Personnes
report-completed =
    { $count ->
        [one] { $count } réussite
       *[other] { $count } réussites
    }
report-sales = Ventes
report-amount = Montant
report-nothing = Rien n’a été vendu
report-sales-in = Ventes en { $currency }
report-without = { $amount } { $currency }, hors remboursements
report-done = Lu : { $entries }. Les jours commencent et finissent en UTC.
report-stopped = Lu : { $entries } ; arrêté avant la fin. Les jours commencent et finissent en UTC.
report-no-report = Il n’y a pas de rapport.
report-nowhere = Aucun rapport de plateforme ne vous est ouvert.
report-in-care = Voir ce dont vous vous occupez

setting-of =
    { $way ->
        [off] Désactiver : { $id }
        [on] Activer : { $id }
       *[other] Comme le dit le profil : { $id }
    }
setting-as-profile = Comme le dit le profil
setting-by-hand =
    { $usual ->
        [on] décidé à la main ; le profil dit : activé
       *[other] décidé à la main ; le profil dit : désactivé
    }
setting-let = Laisser le profil décider de { $id } ?
setting-let-it = Le laisser décider
setting-needs = dépend de { $needs }
setting-modules = Modules activés : { $count } sur { $all }
setting-followed = Il est déjà suivi.
setting-follow = Suivre le profil { $profile } ?
setting-follow-it = Le suivre

turn-off = Désactiver { $id } ?
turn-on = Activer { $id } ?

policy-of =
    { $way ->
        [off] Désactiver { $id }
       *[other] Activer { $id }
    }
policy-on = Règles activées : { $count } sur { $all }
