# What stands around every page: menu, foot, and what many pages share.

skip = Skip to content
menu-label = Main
menu-courses = Courses
menu-subjects = Subjects
menu-partners = Partners
menu-search = Search
menu-learning = My learning
foot-label = More ways through the catalog
foot-free = Free courses
foot-levels = Levels
foot-languages = Languages
foot-formats = Formats
foot-feed = Feed
foot-sign-in = Sign in
feed-title = New courses
# Above the names of the languages that a page can be read in.
switch-label = This page in other languages
