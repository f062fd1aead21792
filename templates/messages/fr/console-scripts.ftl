# What every page of the console says: states, counts, dialogs and lists.

word-of =
    { $choice ->
        [administrator] Administrateur
        [learner] Apprenant
        [internal] Plateforme principale
        [partner] Plateforme partenaire
        [public] Public
        [power_profile] Profil d’utilisateurs avancés
        [custom_role] Rôle personnalisé
        [activated] Actif
        [deactivated] Désactivé
        [expired] Expiré
        [draft] Brouillon
        [published] Publié
        [unpublished] Retiré
        [archived] Archivé
        [enrolled] Pas commencé
        [in_progress] En cours
        [completed] Terminé
        [suspended] Suspendu
        [waiting] En attente d’une place
        [to_confirm] À confirmer
        [overbooked] En surnombre
        [active] Actif
        [used_up] Épuisé
        [ended] Expiré
        [off] Désactivé
        [created] Commencée
        [open] Pas encore payée
        [paid] Payée
        [fulfilled] Honorée
        [failed] Échouée
        [in_review] À vérifier
        [partially_refunded] Remboursée en partie
        [refunded] Remboursée
        [disputed] Contestée
        [money_mismatch] La somme payée n’est pas celle annoncée
        [account_unavailable] Le compte est désactivé
        [course_unavailable] Le cours n’existe plus
        [paid_twice] Payée deux fois
        [suspended_by_staff] Le personnel a suspendu l’inscription
       *[other] { $word }
    }
word-free = Gratuit

many-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
many-accounts =
    { $count ->
        [one] { $count } compte
       *[other] { $count } comptes
    }
many-lines =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
many-requests =
    { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
many-courses = { $count } cours
many-enrollments =
    { $count ->
        [one] { $count } inscription
       *[other] { $count } inscriptions
    }
many-orders =
    { $count ->
        [one] { $count } commande
       *[other] { $count } commandes
    }
many-promotions =
    { $count ->
        [one] { $count } code promotionnel
       *[other] { $count } codes promotionnels
    }
many-partners =
    { $count ->
        [one] { $count } plateforme partenaire
       *[other] { $count } plateformes partenaires
    }
many-entries =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
many-actions =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }

place-main = Plateforme principale
place-own = Votre plateforme
place-public = Catalogue public
place-everywhere = Partout

frame-title = { $name } · Console

common-save = Enregistrer
common-saved = Enregistré.
common-spread = Enregistré. Cela vaut partout dans les deux secondes.
common-unchanged = Rien n’a été modifié.
common-name = Nom
common-person-name = Nom
common-reason = Motif
common-reason-kept = Conservé dans le journal d’audit
common-amount = doit être un montant, par exemple { $example }, sans signe entre les milliers
common-switch-off = Désactiver
common-switch-on = Activer
common-on = Activé
common-off = Désactivé
common-make = Créer
common-go-on = Continuer
common-remove = Retirer
common-remove-of = Retirer { $name }
common-restore = Restaurer
common-take-away = Retirer
common-taken = Retiré.
common-give = Attribuer
common-delete = Supprimer
common-delete-of = Supprimer { $name } ?
common-nobody = Personne
common-select = Sélectionner { $name }

dialog-cancel = Annuler
dialog-stop = Arrêter
dialog-stopping = Cela s’arrête dès que ce qui est parti a reçu sa réponse.
dialog-password = Mot de passe
dialog-code = Code de votre application, ou code de secours
dialog-passkey = Laissez vide pour utiliser une clé d’accès.
dialog-once-more = Saisissez votre mot de passe encore une fois
dialog-reaches-far = Ceci porte loin : on vous ({ $email }) le demande donc à nouveau. Cela vaut dix minutes.
dialog-not-proved = rien n’a été fait : le mot de passe n’a pas été saisi

table-shown = Affichage : { $items }
table-shown-more = Affichage : { $items } ; il y en a d’autres
table-only-these = { $shown } ; seuls ceux-ci sont triés
table-read = Lu : { $items }…
table-filed = Dans le fichier : { $items }
table-filed-more = Dans le fichier : { $items } ; il y en a d’autres : filtrez-les
table-no-file = Il n’y a pas de fichier : { $why }

bulk-selected = Sélection : { $items }
bulk-question = { $deed } ?
bulk-so-far = { $done } sur { $count } faits…
bulk-names = { $names }.
bulk-names-more = { $names } et { $count } de plus.
bulk-outcome = Fait : { $count }
bulk-unchanged = { $told }, déjà ainsi : { $count }
bulk-refused = { $told }, refusé : { $count }
bulk-whole = { $told }.
bulk-broken = { $told }. Interrompu ({ $why }) : { $count } sont restés tels quels.
bulk-stopped = { $told }. Arrêté : { $count } sont restés tels quels.

overview-requests = Demandes à traiter
overview-in-review = Commandes à vérifier
overview-orders = Commandes
overview-public-courses = Cours publics
overview-courses = Cours
overview-people = Personnes
overview-signed-in = Connecté en tant que { $name }.
overview-nothing = Il n’y a rien ici dont vous puissiez vous occuper. Vos propres cours sont dans Mon apprentissage.

draft-new = Nouveau cours
draft-begins = Il commence comme un brouillon que personne d’autre ne voit.
draft-title = Titre
draft-for = Public visé
draft-for-good = Cela ne change plus ensuite
draft-languages = Langues
draft-such-as = Par exemple en, de
draft-make = Créer le brouillon

flip-gains =
    { $number ->
        [one] gagne { $actions }
       *[other] gagnent { $actions }
    }
flip-loses =
    { $number ->
        [one] perd { $actions }
       *[other] perdent { $actions }
    }
flip-both = { $gained } et { $lost }
flip-role = { $role } : { $outcome }.
flip-role-people = { $role } ({ $people }) : { $outcome }.
flip-everywhere = Partout où il est détenu, { $people } { $outcome }.
flip-on = Sur { $object }, { $people } { $outcome }.
flip-nobody = Personne n’y gagne ni n’y perd rien.
flip-at-least = Il y avait plus de personnes qu’on n’en a compté.

history-by = par

whom-hint = Le début du nom, l’adresse entière ou l’identifiant du compte
whom-id = doit être l’identifiant d’un compte
whom-none = aucun nom ne commence ainsi, et personne n’a cette adresse
whom-several = plusieurs noms commencent ainsi : saisissez l’adresse
