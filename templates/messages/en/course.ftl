# The page of one course.

course-crumb = Courses
course-offered-html = Offered by <a href="{ $href }"><bdi>{ $publisher }</bdi></a>
course-one-payment = One payment. No subscription.
course-when = When
course-any-time = Any time, at your own pace
course-next-html = Next: <time datetime="{ $machine }">{ $day }</time>
course-no-date = No date announced
course-languages =
    { $count ->
        [one] Language
       *[other] Languages
    }
course-level = Level
course-length = Length
course-format = Format
course-included = Included
course-lessons =
    { $count ->
        [one] { $count } lesson
       *[other] { $count } lessons
    }
course-about = About this course
course-no-description = The partner has not written a description yet.
course-syllabus = Syllabus
course-dates = Dates
course-term-html = <strong><time datetime="{ $machine }">{ $day }</time></strong>
course-term-span-html = <strong><time datetime="{ $machine }">{ $day }</time></strong> to <time datetime="{ $lastmachine }">{ $last }</time>
course-no-date-sentence = No date announced.
course-last-began-html = No date announced. It last began on <time datetime="{ $machine }">{ $day }</time>.
course-facts = Good to know
course-partner = Partner
course-partner-site = own site
course-source = Source
course-source-link = The course’s own page
course-licence = Licence
course-updated = Last updated
course-related = More of this subject
course-made-by = { $title }. A course by { $publisher }.
