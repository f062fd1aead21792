# Courses, lessons, enrollments and orders.

sections-new-lesson = nouvelle leçon
sections-lesson-title = Titre de la leçon
sections-minutes-of = Minutes de { $label }
sections-text = Texte
sections-text-of = Texte de { $label }
sections-up = Monter { $label }
sections-down = Descendre { $label }
sections-number = Section { $number }
sections-title-of = Titre de la section { $number }
sections-move-up = Monter la section { $number }
sections-move-down = Descendre la section { $number }
sections-remove = Retirer la section { $number }
sections-add = Ajouter une leçon
sections-add-to = Ajouter une leçon à la section { $number }
sections-loss =
    { $count ->
        [one] { $count } leçon et son texte disparaissent définitivement : { $titles }.
       *[other] { $count } leçons et leurs textes disparaissent définitivement : { $titles }.
    }
sections-without = Enregistrer le plan sans elles ?
sections-kept = Ce que les apprenants en ont fait est conservé, et ne compte plus.
sections-save = Enregistrer le plan
sections-saved = Le plan est enregistré.

terms-begins = Début
terms-ends = Fin
terms-where = Lieu
terms-seats = Places
terms-seats-hint = Vide : autant que le cours.
terms-run = Session { $number }
terms-remove = Retirer la session { $number }
terms-saved = Les dates sont enregistrées.

course-costs = Il coûte { $price }.
course-will-be-free = Il sera gratuit.
course-free-question = Rendre { $title } gratuit ?
course-free-text = Il coûte { $price } à présent. Une fois ceci enregistré, chacun l’obtient pour rien.
course-make-free = Le rendre gratuit
course-outline = Plan
course-runs = Dates
course-publishing = Publier { $title } ?
course-in-catalog = Il apparaît dans le catalogue public en quelques secondes, et peut être acheté.
course-audience-sees = Son public le voit désormais.
course-with-it = Pas encore enregistré, et enregistré avec : { $names }.
course-save-publish = Enregistrer et publier
course-publish = Publier
course-published = Publié.
course-withdrawing = Retirer { $title } ?
course-withdraw-text = Il quitte son catalogue. Qui y est inscrit y reste.
course-withdraw = Retirer
course-withdrawn = Retiré.
course-archiving = Archiver { $title } ?
course-archive-text = Il devient une archive : plus personne ne s’y inscrit, et il n’est plus publié.
course-archive = Archiver
course-archived = Archivé.

enrollment-deed =
    { $action ->
        [move] Déplacer vers une autre date { $items }
        [confirm] Confirmer : { $items }
        [promote] Donner une place : { $items }
        [suspend] Suspendre : { $items }
        [reinstate] Réadmettre : { $items }
        [complete] Déclarer terminé : { $items }
       *[other] Désinscrire : { $items }
    }
enrollment-deed-text =
    { $action ->
        [move] La progression est conservée. Dans la limite des places libres à cette date.
        [confirm] Leurs apprenants l’ont demandé, et peuvent commencer.
        [promote] Dans la mesure des places libres.
        [suspend] Ils n’ont plus accès au cours. La progression est conservée, et ils peuvent être réadmis.
        [reinstate] Ils reprennent là où ils en étaient.
        [complete] Comme si chaque leçon était terminée.
       *[other] Leur progression dans ce cours disparaît aussi. Suspendre la conserve.
    }
enrollment-progress = { $done } sur { $count }
enrollment-as =
    { $part ->
        [learner] Apprenant
        [tutor] Tuteur
       *[other] Enseignant
    }
enrollment-new = Inscrire quelqu’un
enrollment-run = Date
enrollment-run-none = Sans date
enrollment-run-gone = Une date qui a été retirée
enrollment-run-hint = Pour les apprenants seulement.
enrollment-person = Personne
enrollment-as-label = En tant que
enrollment-question = Inscrire { $who } ?
enrollment-as-text =
    { $part ->
        [learner] En tant qu’apprenant.
        [tutor] En tant que tuteur.
       *[other] En tant qu’enseignant.
    }
enrollment-enroll = Inscrire
enrollment-waits = Aucune place n’est libre : { $who } en attend une.
enrollment-done = { $who } est inscrit.
enrollment-of = Inscriptions à { $title }

order-refunded =
    { $status ->
        [succeeded] Remboursé. L’acheteur reçoit un message.
        [pending] Le remboursement est en route. L’acheteur reçoit un message.
       *[other] Le prestataire n’a pas pu rembourser.
    }
order-compared =
    { $outcome ->
        [fulfilled] L’acheteur est entré.
        [pending] Le paiement est encore en cours.
        [open] Elle n’est pas encore payée.
        [closed] Elle est close : rien n’a été payé.
        [in_review] Elle reste à vérifier : voyez pourquoi ci-dessous.
        [unknown] Le prestataire de paiement ne la connaît pas.
       *[other] { $word }
    }
order-once-more = { $paid }, dont { $refunded } remboursés ({ $id })
order-no-payment = aucun paiement indiqué
order-give-this = Rembourser ceci
order-state = État
order-review = À vérifier parce que
order-course = Cours
order-run = Date
order-price = Prix
order-paid = Payé
order-nothing = Rien encore
order-returned = Remboursé
order-buyer = Acheteur
order-who = { $name }, { $email }
order-account = Compte
order-no-account = Aucun encore
order-registration = Enregistrement
order-payment = Paiement
order-checkout = Session de paiement
order-begun = Commencée
order-changed = Modifiée
order-paid-again = Payée une fois de plus
order-of = Commande de { $name }
order-amount = Montant en { $currency }
order-amount-hint = Vide : tout ce qui reste
order-refunding = Rembourser { $name } ?
order-refunding-payment = Rembourser ce paiement ?
order-so-far = { $paid } ont été payés, { $refunded } remboursés jusqu’ici.
order-not-known = Ce qui a été payé n’est pas connu ici : tout est remboursé.
order-access-ends = Quand tout est remboursé, l’accès prend fin et la progression est conservée. Une partie laisse l’accès tel quel.
order-other-stays = La commande et son autre paiement restent tels quels.
order-refund = Rembourser
order-give-back = Rembourser
order-amount-none = doit être supérieur à zéro
order-let-in = Laisser entrer l’acheteur ?
order-comparing = Comparer à nouveau avec le prestataire de paiement ?
order-review-says = La vérification dit : { $why }. Vous laissez entrer l’acheteur malgré tout.
order-compare-text = Le paiement est relu, et les règles décident d’après ce qui s’y trouve à présent.
order-let = Laisser entrer
order-compare = Comparer à nouveau
order-mailing = Envoyer l’accès à { $name } ?
order-mail-text = Le titulaire du compte reçoit un message avec un nouveau lien pour choisir un mot de passe. Les liens envoyés auparavant ne valent plus.
order-mail-it = Envoyer
order-mailed = Le message est en route.

promotions-percent = { $percent } %
promotions-elsewhere = Voir chez le prestataire de paiement
promotions-used = { $redeemed } sur { $max }
promotions-switch-off = Désactiver { $code }
promotions-really = Désactiver { $code } ?
promotions-for-good = Quiconque le saisit désormais apprend qu’il n’existe pas. Il ne peut pas être réactivé.
promotions-off = { $code } est désactivé.
promotions-whole = doit être un nombre entier
promotions-new = Nouveau code promotionnel
promotions-either = Indiquez le pourcentage ou le montant de la remise.
promotions-code = Code
promotions-code-hint = Lettres, chiffres et traits d’union. Les acheteurs peuvent aussi le saisir en minuscules
promotions-percent-off = Pourcentage de remise
promotions-amount-off = Montant de la remise
promotions-currency = Devise du montant
promotions-currency-hint = Les cours dans d’autres devises gardent leur prix
promotions-uses = Nombre total d’utilisations
promotions-uses-hint = Sans limite si rien n’est indiqué
promotions-last-day = Dernier jour
promotions-last-day-hint = Vide : il n’expire pas de lui-même
promotions-made = { $code } est prêt : les acheteurs le saisissent sur la page de paiement.
promotions-was-used =
    { $count ->
        [one] Il a servi { $count } fois. Ce qui a été acheté avec lui reste acheté.
       *[other] Il a servi { $count } fois. Ce qui a été acheté avec lui reste acheté.
    }
