# What mails say. Each message stands in the text; where it holds a link, its twin that ends in `-html` stands in the HTML.

mail-hello = Bonjour,
mail-welcome = Bienvenue,
mail-welcome-back = Heureux de vous revoir,
mail-once = Le lien ne sert qu’une fois et reste valable { $valid }. S’il est trop ancien, demandez-en un nouveau ici :
mail-once-html = Le lien ne sert qu’une fois et reste valable { $valid }. S’il est trop ancien, <a href="{ $again }">demandez-en un nouveau</a>.
mail-not-you-new-password = Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe :
mail-not-you-new-password-html = Si ce n’était pas vous, <a href="{ $link }">choisissez tout de suite un nouveau mot de passe</a>.
mail-was-it-you = Si c’était vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe ; tous les navigateurs seront déconnectés :
mail-was-it-you-html = Si c’était vous, il n’y a rien à faire. Sinon, <a href="{ $link }">choisissez tout de suite un nouveau mot de passe</a> ; tous les navigateurs seront déconnectés.
mail-not-you-write = Si ce n’était pas vous, écrivez tout de suite aux responsables de { $platform }.

access-subject = Votre place dans { $course } est prête
access-ready = merci. Votre place est prête :
access-open = Ouvrez ce lien pour choisir un mot de passe ; vous pourrez ensuite commencer le cours :
access-link = Choisir un mot de passe
access-mistyped = Si vous n’avez rien acheté, quelqu’un s’est trompé d’adresse. Vous pouvez ignorer ce message.

deleted-subject = Votre compte sur { $platform } est supprimé
deleted-text = votre compte sur { $platform } a été supprimé, comme vous l’avez demandé avec votre mot de passe : votre profil, vos cours avec votre progression, vos certificats et vos connexions ont disparu. Les traces des achats sont conservées aussi longtemps que la comptabilité l’exige.

invited-subject = Votre compte sur { $platform }
invited-open = un administrateur a créé un compte pour cette adresse. Ouvrez ce lien pour choisir votre mot de passe :
invited-text = un administrateur a créé un compte pour cette adresse.
invited-link = Choisir votre mot de passe

owned-subject = Vous avez déjà { $course }
owned-text = quelqu’un, sans doute vous, a demandé avec cette adresse un cours qui se trouve déjà dans votre compte :
owned-open = Rien n’a été débité. Connectez-vous pour l’ouvrir ; s’il ne s’ouvre pas, écrivez-nous :
owned-open-html = Rien n’a été débité. <a href="{ $link }">Connectez-vous pour l’ouvrir</a> ; s’il ne s’ouvre pas, écrivez-nous.
owned-not-you = Si ce n’était pas vous, vous n’avez rien à faire.

added-subject = { $course } est dans votre compte
added-text = ce cours est maintenant dans votre compte :
added-open = Connectez-vous pour le commencer :
added-link = Se connecter pour le commencer

seat-free-subject = Une place s’est libérée : { $course }
seat-free-text = une place s’est libérée : le cours que vous attendiez vous est maintenant ouvert :

asked-subject = Une autre adresse pour votre compte sur { $platform } ?
asked-text = quelqu’un qui connaît votre mot de passe a demandé une autre adresse pour votre compte :
asked-not-you = Rien ne change avant que cette adresse soit confirmée. Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe :
asked-not-you-html = Rien ne change avant que cette adresse soit confirmée. Si ce n’était pas vous, <a href="{ $link }">choisissez tout de suite un nouveau mot de passe</a>.

changed-subject = Votre adresse sur { $platform } a été modifiée
changed-text = votre compte appartient désormais à une autre adresse, et celle-ci n’en recevra plus de messages :

prove-subject = Confirmez votre adresse pour { $platform }
prove-open = quelqu’un, sans doute vous, veut utiliser cette adresse pour un compte. Ouvrez ce lien pour la confirmer :
prove-text = quelqu’un, sans doute vous, veut utiliser cette adresse pour un compte.
prove-link = Confirmer l’adresse
prove-once = Le lien ne sert qu’une fois et reste valable { $valid }. Si ce n’était pas vous, ignorez ce message : rien ne change.

guessed-subject = Quelqu’un essaie de se connecter à votre compte sur { $platform }
guessed-text = quelqu’un a saisi un mauvais mot de passe pour votre compte plusieurs fois de suite.
guessed-off = Par sécurité, nous avons désactivé le mot de passe. Les navigateurs connectés le restent. Pour vous reconnecter, choisissez un nouveau mot de passe :
guessed-off-html = Par sécurité, nous avons désactivé le mot de passe. Les navigateurs connectés le restent. Pour vous reconnecter, <a href="{ $link }">choisissez un nouveau mot de passe</a>.
guessed-on = Si ce n’était pas vous, votre mot de passe vous protège toujours. S’il est court ou utilisé ailleurs, choisissez-en un nouveau :
guessed-on-html = Si ce n’était pas vous, votre mot de passe vous protège toujours. S’il est court ou utilisé ailleurs, <a href="{ $link }">choisissez-en un nouveau</a>.

device-subject = Nouvelle connexion à { $platform }
device-text = un navigateur que nous n’avions jamais vu s’est connecté à votre compte le { $at }. Il se présente ainsi :

password-changed-subject = Votre mot de passe pour { $platform } a été modifié
password-changed-text = votre mot de passe vient d’être modifié.
password-changed-ended = votre mot de passe vient d’être modifié, et tous les autres appareils ont été déconnectés.

reset-subject = Choisissez un nouveau mot de passe pour { $platform }
reset-open = quelqu’un, sans doute vous, a demandé un nouveau mot de passe. Ouvrez ce lien pour le choisir :
reset-text = quelqu’un, sans doute vous, a demandé un nouveau mot de passe.
reset-link = Choisir un nouveau mot de passe
reset-once = Le lien ne sert qu’une fois et reste valable { $valid }. Si ce n’était pas vous, ignorez ce message : votre mot de passe ne change pas.

refund-subject = Remboursement de { $course }
refund-text = nous avons remboursé { $amount } pour
refund-text-html = nous avons remboursé { $amount } pour <strong><bdi>{ $course }</bdi></strong>.
refund-bank = Votre banque peut mettre cinq à dix jours avant de l’afficher. Votre progression est conservée, si vous souhaitez revenir :
refund-bank-html = Votre banque peut mettre cinq à dix jours avant de l’afficher. Votre progression est conservée, si vous souhaitez <a href="{ $link }">revenir</a>.
refund-bank-alone = Votre banque peut mettre cinq à dix jours avant de l’afficher.

failed-subject = Votre paiement pour { $course } n’a pas abouti
failed-text = votre banque n’a pas versé l’argent pour
failed-text-html = votre banque n’a pas versé l’argent pour <strong><bdi>{ $course }</bdi></strong>.
failed-again = Le cours n’est pas encore à vous, et rien n’a été prélevé pour lui. Si vous le souhaitez toujours, réessayez, de la même façon ou d’une autre :
failed-again-html = Le cours n’est pas encore à vous, et rien n’a été prélevé pour lui. Si vous le souhaitez toujours, <a href="{ $link }">réessayez</a>, de la même façon ou d’une autre.

factor-subject-refused = Quelqu’un connaît votre mot de passe pour { $platform }
factor-subject = Le second facteur de votre compte sur { $platform }
factor-undo = Si ce n’était pas vous, ouvrez ce lien. Il ne sert qu’une fois et reste valable { $valid } : vous choisissez un nouveau mot de passe, vos seconds facteurs sont retirés et tous les appareils sont déconnectés.
factor-undo-html = Si ce n’était pas vous, <a href="{ $link }">annulez-le</a>. Le lien ne sert qu’une fois et reste valable { $valid } : vous choisissez un nouveau mot de passe, vos seconds facteurs sont retirés et tous les appareils sont déconnectés.
factor-text =
    { $choice ->
        [app_added] une application d’authentification a été configurée : la connexion demande désormais ses codes.
        [app_removed] l’application d’authentification a été retirée : ses codes ne comptent plus.
        [passkey_added] une clé d’accès a été ajoutée à votre compte.
        [passkey_removed] une clé d’accès a été retirée de votre compte.
        [passkey_copied] quelqu’un a essayé de se connecter avec une clé d’accès utilisée ailleurs entre-temps : il en existe peut-être une copie. La tentative a été refusée. Connectez-vous autrement et retirez cette clé.
        [codes_off] quelqu’un qui a votre mot de passe a essayé de nombreux codes de votre application d’authentification. Ses codes ne sont plus acceptés tant que vous n’avez pas choisi un autre mot de passe, ou ne vous êtes pas connecté avec une clé d’accès ou un code de secours.
        [codes_off_for_long] quelqu’un qui a votre mot de passe a essayé de très nombreux codes de votre application d’authentification en un mois. Ses codes ne sont plus acceptés pour le moment, et un autre mot de passe n’y change rien. Connectez-vous avec une clé d’accès ou un code de secours, ou adressez-vous à ceux qui gèrent la plateforme.
        [codes_renewed] il y a de nouveaux codes de secours : ceux que vous aviez notés ne sont plus valables.
        [code_used] quelqu’un s’est connecté avec l’un de vos codes de secours. Il est maintenant épuisé.
        [undone] vos seconds facteurs ont été retirés avec le lien du message qui annonçait le premier. Votre nouveau mot de passe suffit pour vous connecter ; configurez de nouveau un second facteur.
        [reset] un administrateur a retiré vos seconds facteurs et déconnecté tous les navigateurs. Votre mot de passe suffit de nouveau ; configurez un nouveau second facteur.
       *[other] quelqu’un a saisi le bon mot de passe puis échoué au second facteur, plusieurs fois de suite.
    }

# How long a link works.
valid-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
valid-minutes = { $count } minutes
