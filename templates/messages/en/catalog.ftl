# Home, lists, indexes, search, and the page for addresses that lead nowhere.

courses-count =
    { $count ->
        [one] { $count } course
       *[other] { $count } courses
    }
search-label = Search the courses
search-placeholder = Search { $count } courses
search-button = Search

home-title = Courses
home-heading = What do you want to learn?
home-description = { $count } courses to browse, buy and learn on { $platform }.
home-note-html =
    { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    } in { $subjects ->
        [one] { $subjects } subject
       *[other] { $subjects } subjects
    } from { $partners ->
        [one] { $partners } partner
       *[other] { $partners } partners
    }. <a href="{ $free }">See what is free</a>.
home-soonest = Starting soon
home-by-format = By format
home-newest = New in the catalog
all-subjects = All subjects
all-courses = All courses
all-partners = All partners
all-languages = All languages
all-of-them = All of them

kind-subjects = Subjects
kind-partners = Partners
kind-languages = Languages
kind-levels = Levels
kind-formats = Formats
kind-free = Free courses

facet-subject = Subject
facet-level = Level
facet-language = Language
facet-price = Price
facet-format = Format
facet-partner = Partner

list-title-page = { $name }, page { $page }
list-description = { $name }: { $count } courses on { $platform }.
list-count =
    { $count ->
        [one] { $count } course
       *[other] { $count } courses
    }.
list-count-page =
    { $count ->
        [one] { $count } course
       *[other] { $count } courses
    }, page { $page } of { $pages }.
list-search-html = <a href="{ $search }">Search and filter them</a>.
list-search-website-html = <a href="{ $search }">Search and filter them</a> or visit the <a href="{ $website }" rel="external noopener">partner’s own site</a>.
list-to-facets = Browse by subject, level and more
list-cards = Courses on this page
list-facets = Browse the catalog
paging-label = Pages
paging-previous = Previous
paging-next = Next
paging-page = Page { $page }

index-description = { $heading } of the courses on { $platform }.
index-lead-subjects =
    { $entries ->
        [one] { $entries } subject
       *[other] { $entries } subjects
    }, { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    }.
index-lead-partners =
    { $entries ->
        [one] { $entries } partner
       *[other] { $entries } partners
    }, { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    }.
index-lead-languages =
    { $entries ->
        [one] { $entries } language
       *[other] { $entries } languages
    }, { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    }.
index-lead-levels =
    { $entries ->
        [one] { $entries } level
       *[other] { $entries } levels
    }, { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    }.
index-lead-formats =
    { $entries ->
        [one] { $entries } format
       *[other] { $entries } formats
    }, { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    }.
index-letters = Letters
index-all = All

search-title = Search
search-description = Search { $count } courses.
search-without-scripts-html = Searching needs JavaScript. The whole catalog can be browsed without it: <a href="{ $courses }">all courses</a>, <a href="{ $subjects }">subjects</a>, <a href="{ $partners }">partners</a>, <a href="{ $languages }">languages</a>, <a href="{ $levels }">levels</a>, <a href="{ $formats }">formats</a> and <a href="{ $free }">free courses</a>.
search-results = Results
search-more = Show more
search-narrow = Narrow it down

not-found-title = Not found
not-found-heading = This page does not exist
not-found-text-html = It may have moved, or the course was taken out of the catalog. If you bought the course, it is still in <a href="{ $learning }">My learning</a>.
