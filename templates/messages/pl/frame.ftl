# What stands around every page: menu, foot, and what many pages share.

skip = Przejdź do treści
menu-label = Menu główne
menu-courses = Kursy
menu-subjects = Tematy
menu-partners = Partnerzy
menu-search = Szukaj
menu-learning = Moja nauka
foot-label = Więcej dróg przez katalog
foot-free = Bezpłatne kursy
foot-levels = Poziomy
foot-languages = Języki
foot-formats = Formy
foot-feed = Kanał Atom
foot-sign-in = Zaloguj się
feed-title = Nowe kursy
switch-label = Ta strona w innych językach
