# Words for values: prices, lengths, levels, formats, days.

price-free = Free
length-minutes = { $minutes } min
length-hours = { $hours } h
length-both = { $hours } h { $minutes } min
level-beginner = Beginner
level-intermediate = Intermediate
level-advanced = Advanced
format-self-paced = Online, at your own pace
format-live = Online, on fixed dates
format-on-site = On site
format-blended = Online and on site
start-any-time = Any time
start-on = Starts { $day }
start-unannounced = No date announced
licence-reserved = All rights reserved
