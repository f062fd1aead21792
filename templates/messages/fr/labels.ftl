# Words for values: prices, lengths, levels, formats, days.

price-free = Gratuit
length-minutes = { $minutes } min
length-hours = { $hours } h
length-both = { $hours } h { $minutes } min
level-beginner = Débutant
level-intermediate = Intermédiaire
level-advanced = Avancé
format-self-paced = En ligne, à votre rythme
format-live = En ligne, à dates fixes
format-on-site = Sur place
format-blended = En ligne et sur place
start-any-time = À tout moment
start-on = Début : { $day }
start-unannounced = Aucune date annoncée
licence-reserved = Tous droits réservés
