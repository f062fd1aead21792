# What every page of the console says: states, counts, dialogs and lists.

word-of =
    { $choice ->
        [administrator] مدير
        [learner] متعلّم
        [internal] المنصة الرئيسية
        [partner] منصة شريك
        [public] عامة
        [power_profile] ملف مستخدمين متقدمين
        [custom_role] دور مخصّص
        [activated] نشط
        [deactivated] معطّل
        [expired] منتهٍ
        [draft] مسودة
        [published] منشورة
        [unpublished] مسحوبة
        [archived] مؤرشفة
        [enrolled] لم تبدأ
        [in_progress] قيد التقدّم
        [completed] مكتملة
        [suspended] موقوفة
        [waiting] بانتظار مقعد
        [to_confirm] بانتظار التأكيد
        [overbooked] فوق عدد المقاعد
        [active] فعّال
        [used_up] استُنفد
        [ended] منتهٍ
        [off] معطّل
        [created] بدأ
        [open] لم يُدفع بعد
        [paid] مدفوع
        [fulfilled] منفَّذ
        [failed] فشل
        [in_review] قيد المراجعة
        [partially_refunded] مسترَدّ جزئيًا
        [refunded] مسترَدّ
        [disputed] معترَض عليه
        [money_mismatch] المبلغ المدفوع غير المبلغ المعلن
        [account_unavailable] الحساب معطّل
        [course_unavailable] الدورة لم تعد موجودة
        [paid_twice] دُفع مرتين
        [suspended_by_staff] أوقف الموظفون التسجيل
       *[other] { $word }
    }
word-free = مجاني

many-people =
    { $count ->
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
many-accounts =
    { $count ->
        [one] حساب واحد
        [two] حسابان
        [few] { $count } حسابات
        [many] { $count } حسابًا
       *[other] { $count } حساب
    }
many-lines =
    { $count ->
        [one] سطر واحد
        [two] سطران
        [few] { $count } أسطر
        [many] { $count } سطرًا
       *[other] { $count } سطر
    }
many-requests =
    { $count ->
        [one] طلب واحد
        [two] طلبان
        [few] { $count } طلبات
        [many] { $count } طلبًا
       *[other] { $count } طلب
    }
many-courses =
    { $count ->
        [one] دورة واحدة
        [two] دورتان
        [few] { $count } دورات
        [many] { $count } دورة
       *[other] { $count } دورة
    }
many-enrollments =
    { $count ->
        [one] تسجيل واحد
        [two] تسجيلان
        [few] { $count } تسجيلات
        [many] { $count } تسجيلًا
       *[other] { $count } تسجيل
    }
many-orders =
    { $count ->
        [one] طلب واحد
        [two] طلبان
        [few] { $count } طلبات
        [many] { $count } طلبًا
       *[other] { $count } طلب
    }
many-promotions =
    { $count ->
        [one] رمز ترويجي واحد
        [two] رمزان ترويجيان
        [few] { $count } رموز ترويجية
        [many] { $count } رمزًا ترويجيًا
       *[other] { $count } رمز ترويجي
    }
many-partners =
    { $count ->
        [one] منصة شريك واحدة
        [two] منصتا شركاء
        [few] { $count } منصات شركاء
        [many] { $count } منصة شريك
       *[other] { $count } منصة شريك
    }
many-entries =
    { $count ->
        [one] قيد واحد
        [two] قيدان
        [few] { $count } قيود
        [many] { $count } قيدًا
       *[other] { $count } قيد
    }
many-actions =
    { $count ->
        [one] إجراء واحد
        [two] إجراءان
        [few] { $count } إجراءات
        [many] { $count } إجراءً
       *[other] { $count } إجراء
    }

place-main = المنصة الرئيسية
place-own = منصتك
place-public = الدليل العام
place-everywhere = في كل مكان

frame-title = { $name } · لوحة الإدارة

common-save = حفظ
common-saved = تم الحفظ.
common-spread = تم الحفظ. يسري في كل مكان خلال ثانيتين.
common-unchanged = لم يتغيّر شيء.
common-name = الاسم
common-person-name = الاسم
common-reason = السبب
common-reason-kept = يُحفظ في سجل التدقيق
common-amount = يجب أن يكون مبلغًا مثل { $example }، دون علامات بين الآلاف
common-switch-off = تعطيل
common-switch-on = تفعيل
common-on = مفعّل
common-off = معطّل
common-make = إنشاء
common-go-on = متابعة
common-remove = إزالة
common-remove-of = إزالة { $name }
common-restore = استعادة
common-take-away = سحب
common-taken = تم السحب.
common-give = منح
common-delete = حذف
common-delete-of = حذف { $name }؟
common-nobody = لا أحد
common-select = تحديد { $name }

dialog-cancel = إلغاء
dialog-stop = إيقاف
dialog-stopping = يتوقف حالما يصل الرد على ما أُرسل.
dialog-password = كلمة المرور
dialog-code = رمز من تطبيقك أو رمز استرداد
dialog-passkey = اتركه فارغًا لاستخدام مفتاح المرور.
dialog-once-more = اكتب كلمة المرور مرة أخرى
dialog-reaches-far = هذا بعيد الأثر، لذلك نسألك ({ $email }) مرة أخرى. يسري التأكيد عشر دقائق.
dialog-not-proved = لم يُفعل شيء: لم تُكتب كلمة المرور

table-shown = المعروض: { $items }
table-shown-more = المعروض: { $items }؛ ويوجد المزيد
table-only-these = { $shown }؛ رُتّب المعروض فقط
table-read = قُرئ: { $items }…
table-filed = في الملف: { $items }
table-filed-more = في الملف: { $items }؛ ويوجد المزيد: استخدم المرشّحات
table-no-file = لم يُنشأ الملف: { $why }

bulk-selected = المحدَّد: { $items }
bulk-question = { $deed }؟
bulk-so-far = تم { $done } من { $count }…
bulk-names = { $names }.
bulk-names-more = { $names } و{ $count } غيرهم.
bulk-outcome = تم: { $count }
bulk-unchanged = { $told }، كما كان: { $count }
bulk-refused = { $told }، مرفوض: { $count }
bulk-whole = { $told }.
bulk-broken = { $told }. انقطع العمل ({ $why })، وبقي كما هو: { $count }.
bulk-stopped = { $told }. أُوقف العمل، وبقي كما هو: { $count }.

overview-requests = طلبات بانتظار القرار
overview-in-review = طلبات شراء قيد المراجعة
overview-orders = طلبات الشراء
overview-public-courses = الدورات العامة
overview-courses = الدورات
overview-people = الأشخاص
overview-signed-in = تم الدخول باسم { $name }.
overview-nothing = لا شيء هنا في عهدتك. دوراتك موجودة في صفحة تعلّمي.

draft-new = دورة جديدة
draft-begins = تبدأ مسودةً لا يراها أحد غيرك.
draft-title = العنوان
draft-for = الفئة
draft-for-good = لا يمكن تغييره لاحقًا
draft-languages = اللغات
draft-such-as = مثل en, de
draft-make = إنشاء المسودة

flip-gains =
    { $number ->
       *[other] المكتسب { $actions }
    }
flip-loses =
    { $number ->
       *[other] المفقود { $actions }
    }
flip-both = { $gained } و{ $lost }
flip-role = { $role }: { $outcome }.
flip-role-people = { $role } ({ $people }): { $outcome }.
flip-everywhere = أينما حُمل، { $people }: { $outcome }.
flip-on = على { $object }، { $people }: { $outcome }.
flip-nobody = لا أحد يكسب بذلك شيئًا أو يفقده.
flip-at-least = عدد الأشخاص أكبر مما أُحصي.

history-by = بواسطة

whom-hint = بداية الاسم أو البريد كاملًا أو معرّف الحساب
whom-id = يجب أن يكون معرّف حساب
whom-none = لا اسم يبدأ هكذا، ولا أحد له هذا البريد
whom-several = عدة أسماء تبدأ هكذا: اكتب البريد
