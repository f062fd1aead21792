# The pages of whoever is signed in, and certificates: what stands on them before their scripts fill them.

own-needs-scripts = Cette page a besoin de JavaScript.
own-more = Afficher plus
own-password = Mot de passe actuel
own-pages = Vos pages
own-pages-courses = Cours
own-pages-catalog = Catalogue
own-pages-orders = Commandes
own-pages-account = Compte
own-pages-console = Console

# My learning.
own-learning = Mon apprentissage
own-sign-out = Se déconnecter
own-learning-loading = Chargement de vos cours…
own-next-step = Votre prochaine étape
own-open = Ouverts pour vous
own-closed = En attente ou suspendus
own-completed = Terminés
own-paths = Parcours et programmes
own-teaching = Vous enseignez
own-certificate = Certificat

# The catalog of one's own platform.
own-catalog = Catalogue des cours
own-catalog-loading = Chargement du catalogue…
own-catalog-find = Début du titre d’un cours
own-catalog-hint = Début du titre
own-catalog-go = Chercher
own-catalog-date = Date
own-catalog-open = Ouvrir le cours

# A course and a lesson.
own-course = Votre cours
own-course-loading = Chargement du plan…
own-progress = Progression
own-course-completed = Vous avez terminé ce cours.
own-see-certificate = Voir votre certificat
own-continue = Continuer
own-finish = Terminer le cours
own-lesson-course = Cours
own-lesson = Leçon
own-lesson-loading = Chargement de la leçon…
own-mark-done = Marquer comme terminée
own-lessons = Leçons
own-previous = Leçon précédente
own-next = Leçon suivante

# Orders.
own-orders = Vos commandes
own-orders-loading = Chargement de vos commandes…
own-pay = Passer au paiement
own-invoice = Ouvrir la facture

# A certificate. The learner's name stands after the first sentence, the course's after the second.
own-proof-heading = Certificat de réussite
own-proof-loading = Recherche du certificat…
own-proof = Certificat
own-proof-certifies = Nous certifions que
own-proof-completed = a terminé le cours
own-proof-verify = Chacun peut le vérifier à l’adresse
own-proof-print = Imprimer

# The account.
own-account = Votre compte
own-account-loading = Chargement de votre compte…
own-who = Qui vous êtes ici
own-name = Nom
own-email = E-mail
own-realm = Compte
own-name-hint = Votre nom figure sur vos certificats. Les responsables de la plateforme le changent pour vous.
own-language = Langue
own-language-label = Langue des messages et des pages de connexion
own-language-button = Enregistrer la langue
own-profile = Profil
own-profile-hint = Visible par vos amis et par ceux qui administrent votre compte.
own-profile-button = Enregistrer le profil
own-about = À propos de vous
own-about-hint = Markdown, au plus 5 000 caractères.
own-links = Liens
own-photos = Photos
own-photo-file = Une autre photo
own-photo-hint = JPEG, PNG ou WebP, 250 ko au plus ; six au plus. Le lieu de la prise de vue n’est pas conservé.
own-photo-button = Ajouter la photo
own-photo-remove = Retirer
own-new-email = Une autre adresse e-mail
own-new-email-hint = Un lien part vers la nouvelle adresse, un avertissement vers l’actuelle.
own-new-email-label = Nouvelle adresse
own-new-email-button = Envoyer le lien
own-new-password = Un autre mot de passe
own-new-password-label = Nouveau mot de passe
own-new-password-hint = Au moins 15 caractères. Plusieurs mots à la suite se retiennent facilement.
own-end-others = Se déconnecter partout ailleurs
own-new-password-button = Changer le mot de passe
own-factor = Second facteur
own-factor-text = Avec une application d’authentification, votre mot de passe seul n’ouvre rien.
own-logins = Où vous êtes connecté
own-end-all = Se déconnecter partout
own-kept = Ce qui est conservé de vous
own-kept-text = Un seul fichier contient tout : votre compte, votre profil et vos amis, vos cours avec ce que vous y avez fait, vos commandes et connexions, et ce qui a été modifié sur votre compte.
own-kept-button = Télécharger le fichier
own-delete = Supprimer votre compte
own-delete-text = Votre profil, vos amis, vos cours, vos certificats et vos connexions disparaissent pour de bon, et personne ne peut les rétablir. Les commandes restent, comme la comptabilité l’exige.
own-delete-sure = Je veux que tout disparaisse
own-delete-button = Supprimer mon compte

# Second factors.
own-factors-loading = Recherche de ce qui est configuré…
own-factors-needed = Les administrateurs ont besoin d’un second facteur ici. Configurez-en un, puis reprenez là où vous étiez.
own-factors-back = Reprendre là où vous étiez
own-password-first = Prouvez encore une fois que c’est bien vous
own-factor-code = Code de votre application, ou code de secours
own-factor-code-passkey = Laissez vide pour utiliser une clé d’accès.
own-password-first-hint = Personne ne peut, en trouvant votre navigateur ouvert, changer votre façon de vous connecter.
own-go-on = Continuer
own-cancel = Annuler
own-app = Application d’authentification
own-app-add = Configurer une application
own-app-remove = Retirer l’application
own-app-question = Votre mot de passe seul ouvrira alors votre compte, sauf si vous gardez une clé d’accès. Retirer l’application ?
own-app-agree = Oui, la retirer
own-app-read = Faites lire cette image à l’application, ou saisissez-y le secret. Saisissez ensuite ce qu’elle affiche.
own-app-picture = Le secret sous forme d’image pour l’appareil photo de votre application
own-app-secret = Secret :
own-app-code = Les six chiffres affichés par l’application
own-app-button = L’application est configurée
own-codes = Codes de secours
own-codes-write = Notez-les ou imprimez-les. Chacun remplace une fois le second facteur, et ils ne sont affichés que cette fois.
own-codes-button = Créer de nouveaux codes
own-codes-question = Les codes notés auparavant ne fonctionneront plus. En créer de nouveaux ?
own-codes-agree = Oui, les créer
own-passkeys = Clés d’accès
own-passkey-name = Nom d’une nouvelle clé d’accès
own-passkey-hint = L’appareil qui la conserve, par exemple « Mon téléphone ».
own-passkey-button = Ajouter une clé d’accès

# A passkey as one more step of signing in.
own-prove-passkey = Utiliser une clé d’accès
own-prove-scripts = Les clés d’accès ont besoin de JavaScript. Sans lui, un code permet de se connecter.
own-prove-nowhere = Les navigateurs ne gardent de clés d’accès que pour des noms de domaine, et cette adresse n’en est pas un. Continuez avec un code.

own-empty-html = Vous n’avez encore aucun cours. <a href="{ $courses }">Trouvez-en un dans le catalogue</a>, ou commencez par un cours <a href="{ $free }">gratuit</a>.
own-empty-own-html = Vous n’avez encore aucun cours. <a href="{ $catalog }">Trouvez-en un dans le catalogue de votre plateforme</a>.
own-proof-day-html = le <time data-day></time>.
own-links-hint-html = Au plus dix adresses <code>https</code>, une par ligne.
own-prove-elsewhere-html = Les navigateurs ne gardent de clés d’accès que pour des noms de domaine. Pour utiliser la vôtre, connectez-vous à l’adresse <a href="{ $href }">{ $site }</a>, ou continuez ici avec un code.
