# Applying for a course, and the page that buyers come back to.

buyer-name = Votre nom
buyer-email = Votre adresse e-mail
buyer-email-hint = Nous y enverrons le lien vers votre cours.
buyer-enroll-free = S’inscrire gratuitement
buyer-pay = Continuer vers le paiement
buyer-pay-hint = Vous payez sur la page de Stripe. Votre numéro de carte ne nous parvient jamais.
buyer-term = Date
buyer-term-choose = Choisissez une date
buyer-term-span = { $day } – { $last }
buyer-term-place = { $when }, { $place }
buyer-term-wrong =
    { $choice ->
        [needed] Veuillez choisir une date.
        [none] Toutes les dates de ce cours sont passées.
       *[gone] Cette date ne peut plus être choisie : veuillez en choisir une autre.
    }
buyer-name-wrong =
    { $choice ->
        [empty] Votre nom ne doit pas être vide.
        [long] Votre nom est trop long : { $max } caractères au plus.
       *[other] Votre nom doit comporter des caractères visibles et aucun saut de ligne.
    }
buyer-email-wrong =
    { $choice ->
        [long] Votre adresse e-mail est trop longue : { $max } caractères au plus.
       *[other] Votre adresse e-mail doit ressembler à name@example.org.
    }

checkout-title = Vérifiez vos informations
checkout-heading = Vous y êtes presque
checkout-correct = Veuillez corriger :

return-done-title = Bienvenue
return-done-heading = Votre inscription est faite
return-done-text-html = Votre place dans <strong><bdi>{ $course }</bdi></strong> est prête.
return-done-mailed = Nous avons envoyé un lien à votre adresse. Il ouvre votre compte et vous permet de choisir un mot de passe. Il est valable 24 heures.
return-nothing-there-html = Rien après quelques minutes ? Regardez dans les courriers indésirables ou <a href="{ $again }">demandez un nouveau lien</a>.
return-known-title = Votre cours est prêt
return-known-heading = Votre cours vous attend
return-known-text-html = <strong><bdi>{ $course }</bdi></strong> se trouve dans le compte que vous avez déjà.
return-known-it = Votre cours se trouve dans le compte que vous avez déjà.
return-pending-title = Votre paiement est en route
return-pending-text = Certains paiements prennent un peu de temps. Dès qu’il arrive, nous vous envoyons un lien. Inutile d’attendre ici ou de payer une seconde fois.
return-mailed-title = Consultez votre messagerie
return-mailed-text = Nous vous avons envoyé un message. Il explique comment ouvrir le cours : avec le compte que vous avez, ou avec celui que vous créerez grâce au lien.
return-unknown-title = Votre commande
return-unknown-heading = Merci
return-unknown-text = Si un paiement a été effectué, le chemin vers votre cours se trouve dans votre messagerie. Rien n’a été débité deux fois.
return-unknown-ways-html = <a href="{ $signin }">Se connecter</a> ou <a href="{ $courses }">revenir aux cours</a>.
return-to-courses = Revenir aux cours
