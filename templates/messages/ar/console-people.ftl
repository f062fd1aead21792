# People: lists, accounts, what they were given and may do, those who wait.

people-switch-off =
    { $count ->
        [one] تعطيل شخص واحد
        [two] تعطيل شخصين
        [few] تعطيل { $count } أشخاص
        [many] تعطيل { $count } شخصًا
       *[other] تعطيل { $count } شخص
    }
people-off-text = تنتهي كل جلساتهم فورًا. ما تعلّموه محفوظ، ويمكن تفعيلهم من جديد.
people-switch-on =
    { $count ->
        [one] تفعيل شخص واحد
        [two] تفعيل شخصين
        [few] تفعيل { $count } أشخاص
        [many] تفعيل { $count } شخصًا
       *[other] تفعيل { $count } شخص
    }
people-on-text = يمكنهم تسجيل الدخول من جديد.
people-sign-out =
    { $count ->
        [one] إنهاء جلسات شخص واحد
        [two] إنهاء جلسات شخصين
        [few] إنهاء جلسات { $count } أشخاص
        [many] إنهاء جلسات { $count } شخصًا
       *[other] إنهاء جلسات { $count } شخص
    }
people-out-text = تنتهي جلساتهم في كل مكان، ويدخلون من جديد بكلمة المرور.
people-give-role =
    { $count ->
        [one] منح دور لشخص واحد
        [two] منح دور لشخصين
        [few] منح دور لعدد { $count } أشخاص
        [many] منح دور لعدد { $count } شخصًا
       *[other] منح دور لعدد { $count } شخص
    }
people-give-text = لا أحد يمنح أكثر مما لديه. يسري مع خطوتهم التالية.
people-take-role =
    { $count ->
        [one] سحب دور من شخص واحد
        [two] سحب دور من شخصين
        [few] سحب دور من { $count } أشخاص
        [many] سحب دور من { $count } شخصًا
       *[other] سحب دور من { $count } شخص
    }
people-take-text = ما كان يمنحه يزول مع خطوتهم التالية.
people-role = الدور
people-role-id = معرّفه، مثل instructor
people-held-on = على
people-held-hint = فارغ: المنصة كلها؛ أو مثل course:ID
people-new = شخص جديد
people-new-text = يصل إلى الشخص بريد فيه رابط لاختيار كلمة مرور. أما الحسابات العامة فتنشأ بشراء دورة.
people-email = البريد الإلكتروني
people-kind = النوع
people-learner = متعلّم
people-administrator = مدير
people-platform = المنصة
people-make = إنشاء الحساب

person-proved = مؤكَّد
person-not-proved = غير مؤكَّد بعد
person-change = تعديل { $name }
person-ends-on = ينتهي في
person-ends-hint = آخر يوم يعمل فيه الحساب. فارغ: لا ينتهي من تلقاء نفسه. واليوم الماضي ينهيه فورًا.
person-mail = إرسال رابط إلى { $name }؟
person-mail-text = يصل إلى { $email } بريد فيه رابط لاختيار كلمة مرور. والروابط السابقة تتوقف عن العمل.
person-mail-it = إرسال الرابط
person-mailed = الرابط في الطريق.
person-off = تعطيل { $name }؟
person-off-text = تنتهي كل الجلسات فورًا. ما تُعلِّم محفوظ، ويمكن تفعيل الحساب من جديد.
person-is-off = تم التعطيل.
person-on = تفعيل { $name } من جديد؟
person-is-on = تم التفعيل.
person-out = إنهاء كل جلسات { $name }؟
person-out-text = على كل متصفح تسجيل الدخول من جديد.
person-sign-out = إنهاء كل الجلسات
person-is-out = انتهت كل الجلسات.
person-factors = إزالة العامل الثاني لـ { $name }؟
person-factors-text = يزول التطبيق ومفاتيح المرور ورموز الاسترداد، وتنتهي كل الجلسات، وتفتح كلمة المرور وحدها الحساب. تأكد أولًا من أن صاحب الحساب هو من يطلب ذلك.
person-factors-away = إزالة العامل الثاني
person-factors-gone = تمت إزالة العامل الثاني.
person-as = الدخول بحساب { $name }
person-as-text = لعشر دقائق يكون هذا المتصفح باسمه. تُحفظ كل خطوة في سجل التدقيق بالاسمين معًا؛ وتبقى كلمة المرور والعنوان والجلسات لصاحبها.
person-as-this = الدخول بحساب هذا الشخص
person-delete-text = لا يمكن التراجع عن ذلك: يزول الحساب { $email } وتسجيلاته وما تُعلِّم فيها. أما التعطيل فيحفظها.
person-delete-typed = اكتب البريد للمتابعة
person-delete-it = حذف نهائي

roles-only = فقط: { $actions }.
roles-take-away = سحب { $role } على { $object }
roles-take = سحب { $role }؟
roles-take-text = ما كان يمنحه يزول مع خطوة الحساب التالية.
roles-given = تم المنح. يسري مع خطوة الحساب التالية.
roles-on = على
roles-from = من

rights-permitted = المسموح: { $actions }
rights-may = مسموح له بذلك.
rights-may-not = غير مسموح له بذلك.
rights-granted = يمنحه { $role }، المدى: { $reach }
rights-withheld = كان { $role } سيمنحه، لكن: { $words }
rights-refused = مرفوض: { $words }
rights-nothing = لا شيء مما مُنح يتيح ذلك.

import-outcome =
    { $choice ->
        [error] خطأ
        [create] حساب جديد
       *[other] موجود من قبل
    }
import-report = سيُنشأ: { $made }، موجود من قبل: { $skipped }، خطأ: { $wrong }
import-applied = أُنشئ: { $made }، موجود من قبل: { $skipped }، خطأ: { $wrong }
import-told = { $report }.
import-told-more = { $report }؛ أسطر غير معروضة: { $count }.
import-make =
    { $count ->
        [one] إنشاء حساب واحد
        [two] إنشاء حسابين
        [few] إنشاء { $count } حسابات
        [many] إنشاء { $count } حسابًا
       *[other] إنشاء { $count } حساب
    }
import-cut-off = انقطع العمل قبل كتابة كل شيء. تابع ليُنشأ الباقي.
import-done = تم. { $report }.
import-too-large = حجمه { $count } بايت؛ والحد الأقصى 4 ميبيبايت في المرة: أرسله على أجزاء
import-question = { $what }؟
import-text = يصل إلى كل شخص بريد فيه رابط لاختيار كلمة مرور. وتُترك الأسطر الخاطئة ويمكن إرسالها من جديد.
import-for = من لا تذكر أسطرهم منصةً ينتمون إلى: { $place }.
import-errors-cut = { $lines } في الملف من أصل { $count } فيها خطأ: صحّحها ثم اعرض من جديد ما يفعله الجدول.

request-of =
    { $choice ->
        [approve] موافقة: { $name }
       *[other] رفض: { $name }
    }
request-make = إنشاء حساب باسم { $name }؟
request-make-text = يصل إلى { $email } بريد فيه رابط لاختيار كلمة مرور.
request-approve = موافقة
request-made = أصبح لدى { $name } حساب.
request-refusing = رفض { $name }؟
request-refuse-text = يزول الطلب. لا تُرسل رسالة إلى أحد: لم يُؤكَّد العنوان قط.
request-refuse = رفض
request-refused = رُفض { $name }.
request-who = من يحق له طلب حساب
request-made-by = تُنشأ الحسابات بواسطة
request-admins = المديرين وحدهم
request-moderated = أي طالب بعد الموافقة
request-open = أي طالب
request-domains = عناوين هذه النطاقات فقط
request-domains-hint = تفصل بينها فواصل؛ فارغ: كل النطاقات
request-lapses = ينقضي الطلب بعد أيام
request-saved = تم الحفظ. يسري مع الطلب التالي.
