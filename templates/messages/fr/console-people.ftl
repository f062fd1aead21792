# People: lists, accounts, what they were given and may do, those who wait.

people-switch-off =
    { $count ->
        [one] Désactiver { $count } personne
       *[other] Désactiver { $count } personnes
    }
people-off-text = Chacune de leurs sessions se termine aussitôt. Ce qu’ils ont appris est conservé, et on peut les réactiver.
people-switch-on =
    { $count ->
        [one] Activer { $count } personne
       *[other] Activer { $count } personnes
    }
people-on-text = Ils peuvent se connecter à nouveau.
people-sign-out =
    { $count ->
        [one] Déconnecter { $count } personne
       *[other] Déconnecter { $count } personnes
    }
people-out-text = Ils sont déconnectés partout, et se reconnectent avec leur mot de passe.
people-give-role =
    { $count ->
        [one] Attribuer un rôle à { $count } personne
       *[other] Attribuer un rôle à { $count } personnes
    }
people-give-text = Personne ne donne plus que ce qu’il a. Cela vaut dès leur prochaine action.
people-take-role =
    { $count ->
        [one] Retirer un rôle à { $count } personne
       *[other] Retirer un rôle à { $count } personnes
    }
people-take-text = Ce qu’il apportait disparaît dès leur prochaine action.
people-role = Rôle
people-role-id = Son identifiant, par exemple instructor
people-held-on = Détenu sur
people-held-hint = Vide : toute la plateforme ; ou par exemple course:ID
people-new = Nouvelle personne
people-new-text = La personne reçoit un message avec un lien pour choisir un mot de passe. Les comptes publics naissent de l’achat d’un cours.
people-email = Adresse e-mail
people-kind = Type
people-learner = Apprenant
people-administrator = Administrateur
people-platform = Plateforme
people-make = Créer le compte

person-proved = confirmée
person-not-proved = pas encore confirmée
person-change = Modifier { $name }
person-ends-on = Prend fin le
person-ends-hint = Le dernier jour où il s’ouvre. Vide : il ne prend pas fin de lui-même. Un jour passé y met fin aussitôt.
person-mail = Envoyer un lien à { $name } ?
person-mail-text = { $email } reçoit un message avec un lien pour choisir un mot de passe. Les liens envoyés auparavant ne valent plus.
person-mail-it = Envoyer le lien
person-mailed = Le lien est en route.
person-off = Désactiver { $name } ?
person-off-text = Chaque session se termine aussitôt. Ce qui a été appris est conservé, et le compte peut être réactivé.
person-is-off = Désactivé.
person-on = Réactiver { $name } ?
person-is-on = Activé.
person-out = Déconnecter { $name } partout ?
person-out-text = Chaque navigateur doit se reconnecter.
person-sign-out = Déconnecter partout
person-is-out = Déconnecté partout.
person-factors = Retirer le second facteur de { $name } ?
person-factors-text = L’application, les clés d’accès et les codes de secours disparaissent, chaque session se termine et le mot de passe seul ouvre le compte. Assurez-vous d’abord que c’est bien cette personne qui le demande.
person-factors-away = Retirer le second facteur
person-factors-gone = Le second facteur est retiré.
person-as = Se connecter en tant que { $name }
person-as-text = Pendant dix minutes, ce navigateur est le sien. Chaque action est conservée dans le journal d’audit sous les deux noms ; mot de passe, adresse et sessions restent les siens.
person-as-this = Se connecter en son nom
person-delete-text = C’est irréversible : le compte { $email } et ses inscriptions disparaissent, avec ce qui a été appris. Le désactiver les conserve.
person-delete-typed = Saisissez l’adresse pour continuer
person-delete-it = Supprimer définitivement

roles-only = Seulement : { $actions }.
roles-take-away = Retirer { $role } sur { $object }
roles-take = Retirer { $role } ?
roles-take-text = Ce qu’il apportait disparaît dès la prochaine action du compte.
roles-given = Attribué. Cela vaut dès la prochaine action du compte.
roles-on = sur
roles-from = de

rights-permitted = Permis : { $actions }
rights-may = Peut le faire.
rights-may-not = Ne peut pas le faire.
rights-granted = Accordé par { $role }, portée : { $reach }
rights-withheld = { $role } l’apporterait, mais : { $words }
rights-refused = Refusé : { $words }
rights-nothing = Rien de ce qui est détenu ne l’apporte.

import-outcome =
    { $choice ->
        [error] Erreur
        [create] Nouveau compte
       *[other] Existe déjà
    }
import-report = À créer : { $made }, existant déjà : { $skipped }, en erreur : { $wrong }
import-applied = Créés : { $made }, existant déjà : { $skipped }, en erreur : { $wrong }
import-told = { $report }.
import-told-more = { $report } ; { $count } autres lignes ne sont pas affichées.
import-make =
    { $count ->
        [one] Créer { $count } compte
       *[other] Créer { $count } comptes
    }
import-cut-off = Cela s’est interrompu avant la fin. Continuez, et le reste sera créé.
import-done = Terminé. { $report }.
import-too-large = fait { $count } octets ; au plus 4 Mio à la fois : envoyez-le en plusieurs parties
import-question = { $what } ?
import-text = Chacun reçoit un message avec un lien pour choisir un mot de passe. Les lignes en erreur sont laissées de côté, et peuvent être renvoyées.
import-for = Les personnes dont la ligne ne nomme pas de plateforme appartiennent à : { $place }.
import-errors-cut = { $lines } dans le fichier, sur { $count } erronées : corrigez-les, puis revoyez ce que fait le tableau.

request-of =
    { $choice ->
        [approve] Approuver { $name }
       *[other] Refuser { $name }
    }
request-make = Créer un compte pour { $name } ?
request-make-text = { $email } reçoit un message avec un lien pour choisir un mot de passe.
request-approve = Approuver
request-made = { $name } a un compte.
request-refusing = Refuser { $name } ?
request-refuse-text = La demande disparaît. Personne n’est prévenu : l’adresse n’a jamais été confirmée.
request-refuse = Refuser
request-refused = { $name } a été refusé.
request-who = Qui peut demander un compte
request-made-by = Les comptes sont créés par
request-admins = Les administrateurs seuls
request-moderated = Quiconque le demande, avec approbation
request-open = Quiconque le demande
request-domains = Seulement les adresses de ces domaines
request-domains-hint = Séparés par des virgules ; vide : tous les domaines
request-lapses = Une demande expire après (jours)
request-saved = Enregistré. Cela vaut dès la prochaine demande.
