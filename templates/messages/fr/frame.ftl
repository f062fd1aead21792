# What stands around every page: menu, foot, and what many pages share.

skip = Aller au contenu
menu-label = Menu principal
menu-courses = Cours
menu-subjects = Thèmes
menu-partners = Partenaires
menu-search = Rechercher
menu-learning = Mon apprentissage
foot-label = Autres chemins dans le catalogue
foot-free = Cours gratuits
foot-levels = Niveaux
foot-languages = Langues
foot-formats = Formats
foot-feed = Flux Atom
foot-sign-in = Se connecter
feed-title = Nouveaux cours
switch-label = Cette page dans d’autres langues
