# What scripts say. Each page hands over the groups that its scripts need: a group is how ids begin.
# Here a message is a text with variables, or chooses its form; the form that is always there is called `other`.

session-other = Quelqu’un d’autre est maintenant connecté ({ $email }) : rien n’a été envoyé. Reconnectez-vous comme avant, ou rouvrez cette page.
session-ended = Vous êtes déconnecté : rien n’a été envoyé. Connectez-vous, puis envoyez à nouveau.
session-sign-in = Se connecter dans un autre onglet
session-lost = La plateforme n’a pas répondu. Vérifiez votre connexion et réessayez.

acting-label = Connecté au nom de quelqu’un d’autre
acting-as = Vous êtes connecté en tant que { $name } ({ $reason }).
acting-left = Il reste { $time }.
acting-end = Terminer maintenant
acting-not-ended = Cela n’a pas fonctionné. Réessayez.

form-lost = L’envoi n’a pas abouti. Veuillez réessayer.
form-wrong = Certaines valeurs sont à corriger.

state-name =
    { $choice ->
        [enrolled] Pas commencé
        [in_progress] En cours
        [completed] Terminé
        [suspended] Suspendu
        [waiting] Sur liste d’attente
        [to_confirm] En attente de confirmation
        [overbooked] En surnombre
       *[other] Indisponible
    }
state-why =
    { $choice ->
        [waiting] Aucune place n’est libre. Vous êtes dans la file et entrez dès qu’il y en a une : vous n’avez rien à faire.
        [to_confirm] Vous avez demandé à participer. Le responsable accepte ou refuse : vous n’avez rien à faire.
        [overbooked] Il y a plus de personnes que de places. Vous êtes dans la file et entrez dès qu’une place est libre.
        [suspended] Le responsable vous a suspendu. Ce que vous avez fait est conservé ; demandez-lui comment continuer.
        [unpaid] L’argent a été remboursé, ou votre banque conteste le paiement. Ce que vous avez fait est conservé, et rouvert dès le paiement. Vos commandes en disent plus.
       *[other] Demandez au responsable comment continuer.
    }

progress-lessons = Leçons terminées : { $done } sur { $count }
progress-none = Aucune leçon ici pour le moment

typed-show = Afficher le mot de passe

mine-progress = Progression dans { $course }
mine-of-course = de { $course }
mine-go-on = Continuer
mine-start = Commencer
mine-kind =
    { $choice ->
        [program] programme
       *[other] parcours
    }
mine-teaching =
    { $choice ->
        [owner] propriétaire
        [co_instructor] coenseignant
        [co_author] coauteur
        [instructor] enseignant
        [assistant] assistant
       *[other] tuteur
    }
mine-failed = Vos cours n’ont pas pu être chargés. Veuillez réessayer.
mine-not-out = La déconnexion n’a pas fonctionné. Veuillez réessayer.

lasts-minutes = { $minutes } min
lasts-hours = { $hours } h
lasts-both = { $hours } h { $minutes } min

offer-ask = Vous demandez à participer, et la personne responsable accepte ou refuse.
offer-full = Aucune place n’est libre. Vous pouvez vous inscrire sur la liste d’attente.
offer-at-once = Votre inscription est immédiate.
offer-seats =
    { $count ->
        [one] Votre inscription est immédiate. Il reste { $count } place.
       *[other] Votre inscription est immédiate. Il reste { $count } places.
    }
offer-deed =
    { $choice ->
        [ask] Demander à participer
        [wait] Rejoindre la liste d’attente
       *[other] S’inscrire
    }
offer-deed-of =
    { $choice ->
        [wait] de { $course }
       *[other] à { $course }
    }
offer-in = { $course } : vous êtes inscrit.
offer-stands = { $course } : { $state }.
offer-lost = La demande n’est pas arrivée, et rien n’a changé. Veuillez réessayer.
offer-sought = Texte cherché : { $problem }
offer-nothing = Il n’y a actuellement aucun cours auquel vous puissiez vous inscrire vous-même.
offer-nothing-for = Aucun cours auquel vous puissiez vous inscrire ne commence par « { $text } ».
offer-all = Voir tous les cours
offer-closed = Cette plateforme ne montre pas son catalogue aux comptes comme le vôtre. Ses responsables peuvent vous inscrire.
offer-public = Voir le catalogue public
offer-failed = Le catalogue n’a pas pu être chargé. Veuillez réessayer.
offer-level =
    { $choice ->
        [beginner] Débutant
        [intermediate] Intermédiaire
       *[other] Avancé
    }

outline-done = terminée
outline-continue = Continuer
outline-start = Commencer
outline-not-in = Vous ne suivez pas ce cours : ses leçons vous sont donc fermées.
outline-way-in = Voir comment y entrer
outline-failed = Ce cours n’a pas pu être chargé. Il n’est peut-être pas le vôtre, ou la connexion a échoué.

lesson-done = Terminée ✓
lesson-minutes = { $count } min
lesson-unsaved = L’enregistrement n’a pas abouti. Veuillez réessayer.
lesson-failed = Cette leçon n’a pas pu être chargée. Elle n’est peut-être pas la vôtre, ou la connexion a échoué.

orders-free = Gratuit
orders-state =
    { $choice ->
        [open] En attente de paiement
        [paid] Payée ; l’argent est en route
        [fulfilled] Payée
        [taken] Acceptée
        [in_review] En cours d’examen
        [partially_refunded] Partiellement remboursée
        [refunded] Remboursée
        [disputed] Contestée auprès de votre banque
        [expired] Non payée à temps
        [failed] Le paiement a échoué
       *[other] Commencée
    }
orders-refunded = { $amount } remboursés
orders-for = pour { $course }
orders-none = Vous n’avez encore rien commandé.
orders-failed = Vos commandes n’ont pas pu être chargées. Veuillez réessayer.

proof-genuine = Ce certificat est authentique.
proof-none = Ce certificat n’existe pas, ou n’est plus valable. Vérifiez que toute l’adresse a été copiée.
proof-failed = Le certificat n’a pas pu être chargé. Veuillez réessayer.

account-realm =
    { $choice ->
        [public] Apprenant public
        [main] Plateforme principale
       *[other] Plateforme partenaire
    }
account-acting = { $name } est connecté au nom de cette personne jusqu’au { $end } : { $reason }. L’adresse, le mot de passe et les connexions restent à leur propriétaire.
account-failed = Votre compte n’a pas pu être chargé. Veuillez réessayer.
account-language-saved = Les messages arrivent désormais dans cette langue.
account-profile-saved = Votre profil est enregistré.
account-photo = Photo { $count }
account-photo-added = La photo est sur votre profil.
account-email-sent = Un lien est en route vers { $email }. Votre adresse change dès que vous le suivez.
account-password-changed = Votre mot de passe est changé.
account-device-acting = Un administrateur, connecté en votre nom
account-device-times = Connexion : { $begun } ; dernière activité : { $heard }
account-device-this = Ce navigateur
account-device-end = Déconnecter
account-deleted = Votre compte est supprimé. Un message à votre adresse le confirme aussi.

keys-none = Il n’y en a aucune. Une clé d’accès est gardée par votre appareil, qui s’assure que c’est vous.
keys-asked = La connexion en demande une.
keys-most =
    { $count ->
        [one] Il y en a { $count }, c’est le maximum.
       *[other] Il y en a { $count }, c’est le maximum.
    }
keys-no-domain = Les navigateurs ne gardent de clés d’accès que pour des noms de domaine, et cette adresse n’en est pas un.
keys-elsewhere = Pour cela, ouvrez l’adresse
keys-unable = Ce navigateur ne peut pas en créer ici.
keys-used = Ajoutée le { $added }, dernière utilisation le { $used }
keys-unused = Ajoutée le { $added }, pas encore utilisée
keys-remove = Retirer

passkey-unable = Ce navigateur n’utilise pas de clés d’accès ici. Continuez avec un code.
passkey-known = Cet appareil garde déjà l’une de vos clés d’accès.
passkey-refused = Aucune clé d’accès n’a été utilisée : l’opération a été interrompue, a duré trop longtemps, ou l’appareil n’en a aucune qui convienne.

factors-since = Configurée le { $day } : la connexion demande ses codes.
factors-no-app = Il n’y en a aucune. Avec une application, votre mot de passe seul n’ouvre rien.
factors-add-app = Configurer une application
factors-another-app = Configurer une autre application à la place
factors-codes-left =
    { $count ->
        [one] Il en reste { $count }.
       *[other] Il en reste { $count }.
    }
factors-app-added = L’application est configurée.
factors-passkey-added = La clé d’accès est ajoutée.
factors-passkey-removed = La clé d’accès « { $name } » est retirée.
factors-app-removed = L’application est retirée.
factors-failed = La configuration n’a pas pu être chargée. Veuillez réessayer.

find-count =
    { $count ->
        [one] { $count } cours.
       *[other] { $count } cours.
    }
find-count-for =
    { $count ->
        [one] { $count } cours pour « { $text } ».
       *[other] { $count } cours pour « { $text } ».
    }
find-hint = Essayez moins de mots, ou retirez un filtre.
find-remove = Retirer le filtre { $name }
find-sort-by = Trier par
find-sort =
    { $choice ->
        [newest] Les plus récents
        [soonest] Bientôt
       *[other] Les plus pertinents
    }
find-facet =
    { $choice ->
        [subject] Thème
        [level] Niveau
        [language] Langue
        [price] Prix
        [format] Format
       *[other] Partenaire
    }
find-level =
    { $choice ->
        [beginner] Débutant
        [intermediate] Intermédiaire
       *[other] Avancé
    }
find-format =
    { $choice ->
        [live] En ligne, à dates fixes
        [on-site] Sur place
        [blended] En ligne et sur place
       *[other] En ligne, à votre rythme
    }
find-free = Gratuit
find-paid = Payant
find-any-time = À tout moment
find-no-date = Aucune date annoncée
find-starts = Début : { $day }
find-loading = Chargement de l’index…
find-failed = L’index de recherche n’a pas pu être chargé. Veuillez réessayer.
