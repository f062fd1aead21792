# Signing in, passwords, one-time links, and pages that say one thing.

sign-in-title = Connexion
sign-in-failed = Cela n’a pas fonctionné. Vérifiez l’adresse, le mot de passe et le type de compte, puis réessayez.
sign-in-another = Un autre type de compte
sign-in-new-here-html = Première visite ? L’achat d’un cours crée votre compte. <a href="{ $courses }">Parcourir les cours</a>.
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-forgot = Mot de passe oublié ?
realm-settled = Compte : { $realm }
realm-label = Compte
realm-public = Apprenant public
realm-main = Plateforme principale
realm-partner = Plateforme partenaire { $partner }
realm-some-partner = Plateforme partenaire
partner-label = Chez une plateforme partenaire ?
partner-hint = Son nom court, comme dans le message d’invitation.
partner-button = Aller à la page du partenaire

second-factor-title = Encore une étape
second-factor-failed = Ce code n’a pas fonctionné. Chaque code ne sert qu’une fois ; attendez le suivant et vérifiez l’heure de votre appareil.
second-factor-app = Code de votre application d’authentification
second-factor-app-hint = Six chiffres. Sans votre application, saisissez l’un de vos codes de secours.
second-factor-recovery = Code de secours
second-factor-recovery-hint = L’un des codes que vous avez notés. Chacun ne sert qu’une fois.
second-factor-button = Continuer
second-factor-again = Se connecter avec un autre compte

forgot-title = Mot de passe oublié ?
forgot-text = Indiquez votre adresse. Si elle a un compte, nous envoyons un lien pour choisir un nouveau mot de passe.
forgot-button = Envoyer le lien
forgot-back = Retour à la connexion

expired-title = Ce lien ne fonctionne plus
expired-text = Il a déjà servi, ou il est trop ancien. Vos cours sont en sécurité. Demandez un nouveau lien :
expired-button = Envoyer un nouveau lien
expired-has-password = J’ai déjà un mot de passe

sent-title = Consultez votre messagerie
sent-text = Si cette adresse a un compte ici, un lien est en route. Il est valable pour une durée limitée et une seule fois.
sent-nothing-there-html = Rien après quelques minutes ? Regardez dans les courriers indésirables ou <a href="{ $again }">réessayez</a>.

password-title = Choisissez votre mot de passe
password-heading-first = Choisissez votre mot de passe
password-heading-new = Choisissez un nouveau mot de passe
password-text-first = Il ouvre désormais votre compte.
password-text-new = L’ancien ne fonctionne plus, et les autres appareils sont déconnectés.
password-text-undo = L’ancien ne fonctionne plus, les seconds facteurs de votre compte sont retirés et tous les appareils sont déconnectés.
password-account = Compte
password-label = Mot de passe
password-hint = Au moins { $min } caractères. Plusieurs mots à la suite se retiennent facilement.
password-hint-short = Au moins { $min } caractères.
password-button = Enregistrer le mot de passe
password-wrong =
    { $choice ->
        [short] Votre mot de passe doit comporter au moins { $min } caractères.
        [long] Votre mot de passe doit comporter au plus { $max } caractères.
        [common] Ce mot de passe est utilisé par beaucoup de monde. Choisissez-en un autre.
        [own] Votre mot de passe ne doit pas être composé de votre adresse ou de votre nom.
       *[other] Ce mot de passe ne peut pas être utilisé. Choisissez-en un autre.
    }
password-saved-title = Votre mot de passe est enregistré
password-saved-text = Vous pouvez maintenant vous connecter.

email-title = Utiliser cette adresse désormais
email-text-html = Vous vous connecterez avec <strong>{ $email }</strong>, et les messages y seront envoyés. Votre mot de passe ne change pas.
email-button = Utiliser cette adresse
email-changed-title = Votre adresse est modifiée
email-changed-text = Vous vous connectez désormais avec { $email }.

administrator-title = Devenir le premier administrateur
administrator-text = Ce compte est propriétaire de { $platform }. Cette page ne sert qu’une fois.
administrator-name = Votre nom
administrator-email = Votre adresse e-mail
administrator-button = Créer le compte

message-to-first-page = Vers la page d’accueil
message-request-html = Si vous nous écrivez à ce sujet, indiquez la requête <code>{ $request }</code>.

problem-sign-in = Veuillez vous connecter
problem-not-allowed = Accès refusé
problem-not-found = Page introuvable
problem-gone = Plus valable
problem-too-many = Trop de tentatives
problem-unavailable = Indisponible pour le moment
problem-internal = Une erreur s’est produite
problem-other = Cela n’a pas fonctionné
