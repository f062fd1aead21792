# Home, lists, indexes, search, and the page for addresses that lead nowhere.

courses-count =
    { $count ->
        [zero] لا دورات
        [one] دورة واحدة
        [two] دورتان
        [few] { $count } دورات
        [many] { $count } دورة
       *[other] { $count } دورة
    }
search-label = البحث في الدورات
search-placeholder = البحث في الدورات ({ $count })
search-button = بحث

home-title = الدورات
home-heading = ماذا تريد أن تتعلّم؟
home-description = دورات للتصفح والشراء والتعلّم على { $platform }، عددها { $count }.
home-note-html = عدد الدورات { $courses }، والمواضيع { $subjects }، والشركاء { $partners }. <a href="{ $free }">الاطلاع على الدورات المجانية</a>.
home-soonest = تبدأ قريبًا
home-by-format = حسب شكل الدراسة
home-newest = الجديد في الدليل
all-subjects = كل المواضيع
all-courses = كل الدورات
all-partners = كل الشركاء
all-languages = كل اللغات
all-of-them = عرض الكل

kind-subjects = المواضيع
kind-partners = الشركاء
kind-languages = اللغات
kind-levels = المستويات
kind-formats = أشكال الدراسة
kind-free = الدورات المجانية

facet-subject = الموضوع
facet-level = المستوى
facet-language = اللغة
facet-price = السعر
facet-format = شكل الدراسة
facet-partner = الشريك

list-title-page = { $name }، الصفحة { $page }
list-description = { $name }: عدد الدورات على { $platform } هو { $count }.
list-count =
    { $count ->
        [zero] لا دورات.
        [one] دورة واحدة.
        [two] دورتان.
        [few] { $count } دورات.
        [many] { $count } دورة.
       *[other] { $count } دورة.
    }
list-count-page =
    { $count ->
        [few] { $count } دورات، الصفحة { $page } من { $pages }.
       *[other] { $count } دورة، الصفحة { $page } من { $pages }.
    }
list-search-html = <a href="{ $search }">البحث فيها وتصفيتها</a>.
list-search-website-html = <a href="{ $search }">البحث فيها وتصفيتها</a> أو زيارة <a href="{ $website }" rel="external noopener">موقع الشريك</a>.
list-to-facets = التصفح حسب الموضوع والمستوى وغير ذلك
list-cards = دورات هذه الصفحة
list-facets = تصفح الدليل
paging-label = الصفحات
paging-previous = السابقة
paging-next = التالية
paging-page = الصفحة { $page }

index-description = { $heading }: الدورات على { $platform }.
index-lead-subjects = عدد المواضيع { $entries }، وعدد الدورات { $courses }.
index-lead-partners = عدد الشركاء { $entries }، وعدد الدورات { $courses }.
index-lead-languages = عدد اللغات { $entries }، وعدد الدورات { $courses }.
index-lead-levels = عدد المستويات { $entries }، وعدد الدورات { $courses }.
index-lead-formats = عدد أشكال الدراسة { $entries }، وعدد الدورات { $courses }.
index-letters = الحروف
index-all = الكل

search-title = البحث
search-description = البحث في الدورات، وعددها { $count }.
search-without-scripts-html = يحتاج البحث إلى JavaScript. ويمكن تصفح الدليل كله من دونه: <a href="{ $courses }">كل الدورات</a> و<a href="{ $subjects }">المواضيع</a> و<a href="{ $partners }">الشركاء</a> و<a href="{ $languages }">اللغات</a> و<a href="{ $levels }">المستويات</a> و<a href="{ $formats }">أشكال الدراسة</a> و<a href="{ $free }">الدورات المجانية</a>.
search-results = النتائج
search-more = عرض المزيد
search-narrow = تضييق النتائج

not-found-title = الصفحة غير موجودة
not-found-heading = هذه الصفحة غير موجودة
not-found-text-html = ربما نُقلت، أو حُذفت الدورة من الدليل. الدورة التي اشتريتها تبقى متاحة في <a href="{ $learning }">تعلّمي</a>.
