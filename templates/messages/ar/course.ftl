# The page of one course.

course-crumb = الدورات
course-offered-html = تقدّمها <a href="{ $href }"><bdi>{ $publisher }</bdi></a>
course-one-payment = دفعة واحدة، من دون اشتراك.
course-when = الموعد
course-any-time = في أي وقت، بالوتيرة التي تناسبك
course-next-html = الموعد القادم: <time datetime="{ $machine }">{ $day }</time>
course-no-date = لم يُعلن عن موعد
course-languages =
    { $count ->
        [one] اللغة
       *[other] اللغات
    }
course-level = المستوى
course-length = المدة
course-format = شكل الدراسة
course-included = تتضمن
course-lessons =
    { $count ->
        [zero] لا دروس
        [one] درسًا واحدًا
        [two] درسين
        [few] { $count } دروس
        [many] { $count } درسًا
       *[other] { $count } درس
    }
course-about = عن هذه الدورة
course-no-description = لم يكتب الشريك وصفًا بعد.
course-syllabus = المنهج
course-dates = المواعيد
course-term-html = <strong><time datetime="{ $machine }">{ $day }</time></strong>
course-term-span-html = من <strong><time datetime="{ $machine }">{ $day }</time></strong> إلى <time datetime="{ $lastmachine }">{ $last }</time>
course-no-date-sentence = لم يُعلن عن موعد.
course-last-began-html = لم يُعلن عن موعد. بدأت آخر مرة في <time datetime="{ $machine }">{ $day }</time>.
course-facts = معلومات مفيدة
course-partner = الشريك
course-partner-site = موقعه
course-source = المصدر
course-source-link = صفحة الدورة الأصلية
course-licence = الرخصة
course-updated = آخر تحديث
course-related = المزيد من هذا الموضوع
course-made-by = { $title }. دورة من { $publisher }.
