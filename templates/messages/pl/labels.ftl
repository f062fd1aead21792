# Words for values: prices, lengths, levels, formats, days.

price-free = Bezpłatnie
length-minutes = { $minutes } min
length-hours = { $hours } godz.
length-both = { $hours } godz. { $minutes } min
level-beginner = Początkujący
level-intermediate = Średnio zaawansowany
level-advanced = Zaawansowany
format-self-paced = Online, we własnym tempie
format-live = Online, w ustalonych terminach
format-on-site = Stacjonarnie
format-blended = Online i stacjonarnie
start-any-time = W dowolnym czasie
start-on = Początek: { $day }
start-unannounced = Brak ogłoszonego terminu
licence-reserved = Wszelkie prawa zastrzeżone
