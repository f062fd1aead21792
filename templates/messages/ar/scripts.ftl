# What scripts say. Each page hands over the groups that its scripts need: a group is how ids begin.
# Here a message is a text with variables, or chooses its form; the form that is always there is called `other`.

session-other = سجّل شخص آخر الدخول الآن ({ $email })، لذلك لم يُرسل شيء. يُرجى تسجيل الدخول كما كان، أو فتح هذه الصفحة من جديد.
session-ended = تم تسجيل خروجك، لذلك لم يُرسل شيء. يُرجى تسجيل الدخول ثم الإرسال مرة أخرى.
session-sign-in = تسجيل الدخول في علامة تبويب أخرى
session-lost = لم تُجب المنصة. تحقق من اتصالك ثم حاول مرة أخرى.

acting-label = دخول بحساب شخص آخر
acting-as = أنت تستخدم حساب { $name } ({ $reason }).
acting-left = الوقت المتبقي: { $time }.
acting-end = إنهاء الآن
acting-not-ended = لم ينجح ذلك. حاول مرة أخرى.

form-lost = لم يصل ذلك. يُرجى المحاولة مرة أخرى.
form-wrong = بعض القيم تحتاج إلى تصحيح.

state-name =
    { $choice ->
        [enrolled] لم تبدأ
        [in_progress] قيد التقدّم
        [completed] مكتملة
        [suspended] موقوفة
        [waiting] في قائمة الانتظار
        [to_confirm] بانتظار التأكيد
        [overbooked] فوق عدد المقاعد
       *[other] غير متاحة
    }
state-why =
    { $choice ->
        [waiting] لا مقاعد شاغرة. أنت في قائمة الانتظار وستدخل حالما يشغر مقعد: لا شيء عليك فعله.
        [to_confirm] طلبت المشاركة. يوافق المسؤول أو يرفض: لا شيء عليك فعله.
        [overbooked] عدد المشاركين أكبر من عدد المقاعد. أنت في قائمة الانتظار وستدخل حالما يشغر مقعد.
        [suspended] أوقف المسؤول مشاركتك. ما أنجزته محفوظ؛ ويمكنك سؤاله عن كيفية المتابعة.
        [unpaid] أُعيد ثمنها، أو يعترض مصرفك على الدفع. ما أنجزته محفوظ، ويُفتح من جديد بعد الدفع. تجد المزيد في طلباتك.
       *[other] يمكنك سؤال المسؤول عن كيفية المتابعة.
    }

progress-lessons = الدروس المكتملة: { $done } من { $count }
progress-none = لا دروس هنا بعد

typed-show = إظهار كلمة المرور

mine-progress = التقدّم في { $course }
mine-of-course = في { $course }
mine-go-on = متابعة
mine-start = بدء
mine-kind =
    { $choice ->
        [program] برنامج
       *[other] مسار
    }
mine-teaching =
    { $choice ->
        [owner] المالك
        [co_instructor] مدرّس مشارك
        [co_author] مؤلف مشارك
        [instructor] مدرّس
        [assistant] مساعد
       *[other] مرشد
    }
mine-failed = تعذّر تحميل دوراتك. يُرجى المحاولة مرة أخرى.
mine-not-out = تعذّر تسجيل الخروج. يُرجى المحاولة مرة أخرى.

lasts-minutes = { $minutes } د
lasts-hours = { $hours } س
lasts-both = { $hours } س { $minutes } د

offer-ask = تطلب المشاركة، ويوافق المسؤول عن الدورة أو يرفض.
offer-full = لا توجد مقاعد شاغرة. يمكنك الانضمام إلى قائمة الانتظار.
offer-at-once = يتم تسجيلك فورًا.
offer-seats =
    { $count ->
        [one] يتم تسجيلك فورًا. بقي مقعد واحد ({ $count }).
        [two] يتم تسجيلك فورًا. بقي مقعدان ({ $count }).
        [few] يتم تسجيلك فورًا. بقيت { $count } مقاعد.
        [many] يتم تسجيلك فورًا. بقي { $count } مقعدًا.
       *[other] يتم تسجيلك فورًا. بقي { $count } مقعد.
    }
offer-deed =
    { $choice ->
        [ask] طلب المشاركة
        [wait] الانضمام إلى قائمة الانتظار
       *[other] التسجيل
    }
offer-deed-of =
    { $choice ->
        [wait] لدورة { $course }
       *[other] في دورة { $course }
    }
offer-in = { $course }: أنت مسجَّل.
offer-stands = { $course }: { $state }.
offer-lost = لم يصل الطلب إلى المنصّة ولم يتغيّر شيء. يُرجى المحاولة مرة أخرى.
offer-sought = نص البحث: { $problem }
offer-nothing = لا توجد الآن دورة يمكنك التسجيل فيها بنفسك.
offer-nothing-for = لا توجد دورة يمكنك التسجيل فيها تبدأ بـ «{ $text }».
offer-all = عرض كل الدورات
offer-closed = لا تعرض هذه المنصّة قائمتها لحسابات مثل حسابك. يمكن للمسؤولين عنها تسجيلك.
offer-public = عرض القائمة العامة
offer-failed = تعذّر تحميل القائمة. يُرجى المحاولة مرة أخرى.
offer-level =
    { $choice ->
        [beginner] مبتدئ
        [intermediate] متوسط
       *[other] متقدم
    }

outline-done = مكتمل
outline-continue = متابعة
outline-start = بدء
outline-not-in = لست مسجّلًا في هذه الدورة، لذلك دروسها مغلقة أمامك.
outline-way-in = معرفة كيفية الانضمام
outline-failed = تعذّر تحميل هذه الدورة. قد لا تكون من دوراتك، أو انقطع الاتصال.

lesson-done = مكتمل ✓
lesson-minutes = { $count } د
lesson-unsaved = لم يُحفظ ذلك. يُرجى المحاولة مرة أخرى.
lesson-failed = تعذّر تحميل هذا الدرس. قد لا يكون من دروسك، أو انقطع الاتصال.

orders-free = مجاني
orders-state =
    { $choice ->
        [open] بانتظار الدفع
        [paid] مدفوع؛ والمبلغ في الطريق إلينا
        [fulfilled] مدفوع
        [taken] تم الحصول عليها
        [in_review] قيد المراجعة
        [partially_refunded] أُعيد جزء من المبلغ
        [refunded] أُعيد المبلغ
        [disputed] معترض عليه لدى مصرفك
        [expired] لم يُدفع في الموعد
        [failed] فشل الدفع
       *[other] بدأ
    }
orders-refunded = أُعيد { $amount }
orders-for = للدورة { $course }
orders-none = لم تطلب شيئًا بعد.
orders-failed = تعذّر تحميل طلباتك. يُرجى المحاولة مرة أخرى.

proof-genuine = هذه الشهادة صحيحة.
proof-none = لا توجد شهادة كهذه، أو لم تعد سارية. يُرجى التحقق من نسخ العنوان كاملًا.
proof-failed = تعذّر تحميل الشهادة. يُرجى المحاولة مرة أخرى.

account-realm =
    { $choice ->
        [public] متعلّم عام
        [main] المنصة الرئيسية
       *[other] منصة شريكة
    }
account-acting = يستخدم { $name } هذا الحساب حتى { $end }: { $reason }. يبقى العنوان وكلمة المرور وعمليات الدخول لصاحبها.
account-failed = تعذّر تحميل حسابك. يُرجى المحاولة مرة أخرى.
account-language-saved = ستصل الرسائل بهذه اللغة من الآن فصاعدًا.
account-profile-saved = تم حفظ ملفك الشخصي.
account-photo = الصورة { $count }
account-photo-added = الصورة الآن في ملفك الشخصي.
account-email-sent = الرابط في الطريق إلى { $email }. يتغيّر عنوانك عند فتحه.
account-password-changed = تم تغيير كلمة المرور.
account-device-acting = مدير يستخدم حسابك
account-device-times = الدخول: { $begun }، آخر نشاط: { $heard }
account-device-this = هذا المتصفح
account-device-end = تسجيل الخروج
account-deleted = تم حذف حسابك. وتؤكد ذلك رسالة إلى بريدك أيضًا.

keys-none = لا يوجد أي مفتاح. يحفظ جهازك مفتاح المرور ويتأكد من هويتك.
keys-asked = يُطلب أحدها عند تسجيل الدخول.
keys-most =
    { $count ->
        [zero] لا يوجد أي مفتاح.
        [one] يوجد مفتاح واحد، وهو الحد الأقصى.
        [two] يوجد مفتاحان، وهو الحد الأقصى.
        [few] توجد { $count } مفاتيح، وهو الحد الأقصى.
        [many] يوجد { $count } مفتاحًا، وهو الحد الأقصى.
       *[other] يوجد { $count } مفتاح، وهو الحد الأقصى.
    }
keys-no-domain = تحفظ المتصفحات مفاتيح المرور لأسماء النطاقات فقط، وهذا العنوان ليس منها.
keys-elsewhere = لاستخدامها يُرجى فتح هذا العنوان:
keys-unable = لا يستطيع هذا المتصفح إنشاءها هنا.
keys-used = أُضيف في { $added }، وآخر استخدام في { $used }
keys-unused = أُضيف في { $added }، ولم يُستخدم بعد
keys-remove = إزالة

passkey-unable = لا يستخدم هذا المتصفح مفاتيح المرور هنا. يُرجى المتابعة برمز.
passkey-known = يحفظ هذا الجهاز أحد مفاتيح مرورك بالفعل.
passkey-refused = لم يُستخدم أي مفتاح مرور: أُلغيت العملية، أو طالت مدتها، أو لا يوجد في الجهاز مفتاح مناسب.

factors-since = تم الإعداد في { $day }: تُطلب رموزه عند تسجيل الدخول.
factors-no-app = لا يوجد أي تطبيق. معه لا تكفي كلمة المرور وحدها للدخول.
factors-add-app = إعداد تطبيق
factors-another-app = إعداد تطبيق آخر بدلًا منه
factors-codes-left =
    { $count ->
        [zero] لم يبقَ منها شيء.
        [one] بقي منها رمز واحد.
        [two] بقي منها رمزان.
        [few] بقيت منها { $count } رموز.
        [many] بقي منها { $count } رمزًا.
       *[other] بقي منها { $count } رمز.
    }
factors-app-added = تم إعداد التطبيق.
factors-passkey-added = تمت إضافة مفتاح المرور.
factors-passkey-removed = تمت إزالة مفتاح المرور «{ $name }».
factors-app-removed = تمت إزالة التطبيق.
factors-failed = تعذّر تحميل الإعدادات. يُرجى المحاولة مرة أخرى.

find-count =
    { $count ->
        [zero] لا دورات.
        [one] دورة واحدة.
        [two] دورتان.
        [few] { $count } دورات.
        [many] { $count } دورة.
       *[other] { $count } دورة.
    }
find-count-for =
    { $count ->
        [zero] لا دورات عن «{ $text }».
        [one] دورة واحدة عن «{ $text }».
        [two] دورتان عن «{ $text }».
        [few] { $count } دورات عن «{ $text }».
        [many] { $count } دورة عن «{ $text }».
       *[other] { $count } دورة عن «{ $text }».
    }
find-hint = يُرجى استخدام كلمات أقل، أو إزالة أحد عوامل التصفية.
find-remove = إزالة عامل التصفية { $name }
find-sort-by = الترتيب حسب
find-sort =
    { $choice ->
        [newest] الأحدث
        [soonest] تبدأ قريبًا
       *[other] الأنسب
    }
find-facet =
    { $choice ->
        [subject] الموضوع
        [level] المستوى
        [language] اللغة
        [price] السعر
        [format] شكل الدراسة
       *[other] الشريك
    }
find-level =
    { $choice ->
        [beginner] مبتدئ
        [intermediate] متوسط
       *[other] متقدم
    }
find-format =
    { $choice ->
        [live] عبر الإنترنت، في مواعيد محددة
        [on-site] حضوريًا
        [blended] عبر الإنترنت وحضوريًا
       *[other] عبر الإنترنت، بالوتيرة التي تناسبك
    }
find-free = مجاني
find-paid = مدفوع
find-any-time = في أي وقت
find-no-date = لم يُعلن عن موعد
find-starts = البداية: { $day }
find-loading = جارٍ تحميل الفهرس…
find-failed = تعذّر تحميل فهرس البحث. يُرجى المحاولة مرة أخرى.
