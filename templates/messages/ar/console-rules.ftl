# What is looked at and decided by few: the audit log, partner platforms, permissions, reports, settings.

audit-new = جديد
audit-gone = زال
audit-really = في الحقيقة
audit-somebody = شخص آخر

partners-people-of = الأشخاص: { $name }
partners-courses-of = الدورات: { $name }
partners-rename = إعادة التسمية: { $name }
partners-renamed = تمت إعادة التسمية.
partners-new = منصة شريك جديدة
partners-short-name = الاسم المختصر
partners-short-hint = يسمّي صفحة دخولها ويبقى دائمًا؛ فارغ: يؤخذ من الاسم
partners-made = تم الإنشاء. مديرها الأول شخص تنشئه فيها.

grid-state =
    { $state ->
        [on] مسموح
        [off] ممكن لكنه معطّل
        [none] غير ممنوح
        [given] ممنوح بقرار
       *[other] مرفوض بقرار
    }
grid-where =
    { $where ->
        [here] { $words }، هنا
       *[other] { $words }، موروث
    }
grid-ways = { $told }: { $ways }
grid-part =
    { $part ->
        [business] على مستوى المنصة
       *[other] داخل دورة
    }
grid-others = { $part }، مؤسسات أخرى
grid-action = الإجراء
grid-not-offered = { $role } (غير متاح)
grid-shown = المعروض: { $actions }، الأدوار: { $roles }
grid-every = كل حساب من النوع { $kind }
grid-nobody = لا أحد.
grid-more = يوجد أشخاص أكثر ممن جرى فحصهم.

sets-more = وغيرهم
sets-show = عرض من يحمل { $name }

choose-chosen = اختير { $chosen } من { $actions }
choose-found = اختير { $chosen } من { $actions }؛ المعروض: { $shown }

reach-platform = المنصة كلها
reach-courses = كل الدورات، بما فيها المقبلة
reach-course = دورة
reach-person = شخص
reach-group = مجموعة
reach-team = فريق
reach-path = مسار
reach-channel = قناة
reach-organization = مؤسسة
reach-reading = جارٍ القراءة…
reach-none = لا يوجد

holders-from = سحب من { $name }
holders-take = سحب { $set } من { $name }؟
holders-take-text = ما كان يمنحه يزول مع الخطوة التالية.
holders-on = على
holders-give = منح { $set } إلى { $who }؟
holders-give-text = يسري مع الخطوة التالية.
holders-given = أصبح { $who } يحمله الآن.

profile-held =
    { $count ->
        [one] يحمله شخص واحد.
        [two] يحمله شخصان.
        [few] يحمله { $count } أشخاص.
        [many] يحمله { $count } شخصًا.
       *[other] يحمله { $count } شخص.
    }
profile-not-held = لا أحد يحمله بعد.
profile-save = حفظ { $name }؟
profile-make = إنشاء { $name }؟
profile-saved = تم الحفظ. يسري مع الخطوة التالية لكل شخص.
profile-version = النسخة { $version }: { $name }، { $actions }
profile-restored = تمت الاستعادة.
profile-gone = يُسحب من كل من يحمله، وتزول معه نسخه السابقة.
profile-new = ملف جديد
profile-new-role = دور مخصّص جديد

former-restore = استعادة النسخة { $version }
former-again = العمل بالنسخة { $version } من جديد؟

decide-way =
    { $way ->
        [given] منح { $action } إلى { $role }
       *[other] سحب { $action } من { $role }
    }
decide-question = { $deed }؟
decide-of = للدور
decide-allowed = مسموح
decide-denied = مرفوض
decide-drop = إلغاء القرار
decide-drop-of = إلغاء القرار: { $deed }
decide-drop-question = إلغاء القرار: { $deed }؟
decide-version =
    { $count ->
        [one] النسخة { $version }: قرار واحد
        [two] النسخة { $version }: قراران
        [few] النسخة { $version }: { $count } قرارات
        [many] النسخة { $version }: { $count } قرارًا
       *[other] النسخة { $version }: { $count } قرار
    }
decide-differ =
    { $count ->
        [one] قرار واحد هنا يخالف الجدول
        [two] قراران هنا يخالفان الجدول
        [few] { $count } قرارات هنا تخالف الجدول
        [many] { $count } قرارًا هنا يخالف الجدول
       *[other] { $count } قرار هنا يخالف الجدول
    }

report-span = { $heading }: { $sum }، من { $first } إلى { $last }
report-so-far = { $sum } حتى الآن: لم تُقرأ القائمة إلى آخرها
report-chart = رسم بياني: { $heading }
report-by-time = { $heading } حسب الزمن
report-by-course = { $heading } حسب الدورة
report-none = لا يوجد
report-save = حفظ بصيغة CSV: { $heading }
report-reading = قُرئ: { $entries }…
report-enrollments = التسجيلات
report-completions = حالات الإتمام
report-people = الأشخاص
report-completed =
    { $count ->
        [one] إتمام واحد
        [two] إتمامان
        [few] { $count } حالات إتمام
        [many] { $count } حالة إتمام
       *[other] { $count } حالة إتمام
    }
report-sales = المبيعات
report-amount = المبلغ
report-nothing = لم يُبع شيء
report-sales-in = المبيعات بعملة { $currency }
report-without = { $amount } { $currency }، دون ما رُدّ
report-done = قُرئ: { $entries }. تبدأ الأيام وتنتهي بتوقيت UTC.
report-stopped = قُرئ: { $entries }؛ أُوقف قبل النهاية. تبدأ الأيام وتنتهي بتوقيت UTC.
report-no-report = لا يوجد تقرير.
report-nowhere = لا تتاح لك تقارير أي منصة.
report-in-care = عرض ما تهتم به

setting-of =
    { $way ->
        [off] تعطيل: { $id }
        [on] تفعيل: { $id }
       *[other] كما يقول الملف: { $id }
    }
setting-as-profile = كما يقول الملف
setting-by-hand =
    { $usual ->
        [on] قُرّر يدويًا؛ والملف يقول: مفعّل
       *[other] قُرّر يدويًا؛ والملف يقول: معطّل
    }
setting-let = ترك القرار في { $id } للملف؟
setting-let-it = ترك القرار له
setting-needs = يعتمد على { $needs }
setting-modules = الوحدات المفعّلة: { $count } من { $all }
setting-followed = هو المتّبع بالفعل.
setting-follow = اتباع الملف { $profile }؟
setting-follow-it = اتباعه

turn-off = تعطيل { $id }؟
turn-on = تفعيل { $id }؟

policy-of =
    { $way ->
        [off] تعطيل { $id }
       *[other] تفعيل { $id }
    }
policy-on = السياسات المفعّلة: { $count } من { $all }
