# Courses, lessons, enrollments and orders.

sections-new-lesson = درس جديد
sections-lesson-title = عنوان الدرس
sections-minutes-of = دقائق { $label }
sections-text = النص
sections-text-of = النص: { $label }
sections-up = نقل { $label } إلى أعلى
sections-down = نقل { $label } إلى أسفل
sections-number = القسم { $number }
sections-title-of = عنوان القسم { $number }
sections-move-up = نقل القسم { $number } إلى أعلى
sections-move-down = نقل القسم { $number } إلى أسفل
sections-remove = إزالة القسم { $number }
sections-add = إضافة درس
sections-add-to = إضافة درس إلى القسم { $number }
sections-loss =
    { $count ->
        [one] يزول نهائيًا درس واحد بنصه: { $titles }.
        [two] يزول نهائيًا درسان بنصهما: { $titles }.
        [few] تزول نهائيًا { $count } دروس بنصوصها: { $titles }.
        [many] يزول نهائيًا { $count } درسًا بنصوصها: { $titles }.
       *[other] يزول نهائيًا { $count } درس بنصوصها: { $titles }.
    }
sections-without = حفظ المحتوى من دونها؟
sections-kept = ما أنجزه المتعلّمون منها يُحفظ ولا يُحتسب بعد ذلك.
sections-save = حفظ المحتوى
sections-saved = تم حفظ المحتوى.

terms-begins = يبدأ
terms-ends = ينتهي
terms-where = المكان
terms-seats = المقاعد
terms-seats-hint = إذا تُرك فارغًا: بعدد مقاعد الدورة.
terms-run = الفترة { $number }
terms-remove = إزالة الفترة { $number }
terms-saved = تم حفظ المواعيد.

course-costs = ثمنها { $price }.
course-will-be-free = ستكون مجانية.
course-free-question = جعل { $title } مجانية؟
course-free-text = ثمنها الآن { $price }. وبعد الحفظ يحصل عليها أي شخص بلا مقابل.
course-make-free = جعلها مجانية
course-outline = المحتوى
course-runs = المواعيد
course-publishing = نشر { $title }؟
course-in-catalog = تظهر في الدليل العام خلال ثوانٍ، ويمكن شراؤها.
course-audience-sees = تراها فئتها من الآن فصاعدًا.
course-with-it = لم يُحفظ بعد، ويُحفظ معها: { $names }.
course-save-publish = حفظ ونشر
course-publish = نشر
course-published = تم النشر.
course-withdrawing = سحب { $title }؟
course-withdraw-text = تخرج من دليلها. ويبقى فيها من كان فيها.
course-withdraw = سحب
course-withdrawn = تم السحب.
course-archiving = أرشفة { $title }؟
course-archive-text = تصبح سجلًا: لا يلتحق بها أحد بعد ذلك ولا تُنشر من جديد.
course-archive = أرشفة
course-archived = تمت الأرشفة.

enrollment-deed =
    { $action ->
        [move] النقل إلى موعد آخر: { $items }
        [confirm] تأكيد: { $items }
        [promote] منح مقعد: { $items }
        [suspend] إيقاف: { $items }
        [reinstate] إعادة قبول: { $items }
        [complete] اعتبارها مكتملة: { $items }
       *[other] إخراج: { $items }
    }
enrollment-deed-text =
    { $action ->
        [move] يُحفظ التقدم. بقدر ما يتوفر من مقاعد في ذلك الموعد.
        [confirm] طلبها متعلّموها، ويمكنهم البدء.
        [promote] بقدر ما يتوفر من المقاعد.
        [suspend] يُمنعون من الدورة. يُحفظ تقدّمهم، ويمكن إعادة قبولهم.
        [reinstate] يتابعون من حيث كانوا.
        [complete] كأن كل درس قد أُنجز.
       *[other] يزول تقدّمهم في هذه الدورة أيضًا. أما الإيقاف فيحفظه.
    }
enrollment-progress = { $done } من { $count }
enrollment-as =
    { $part ->
        [learner] متعلّم
        [tutor] مرشد
       *[other] مدرّس
    }
enrollment-new = تسجيل شخص
enrollment-run = الموعد
enrollment-run-none = بلا موعد
enrollment-run-gone = موعد تمت إزالته
enrollment-run-hint = للمتعلمين فقط.
enrollment-person = الشخص
enrollment-as-label = بصفة
enrollment-question = تسجيل { $who }؟
enrollment-as-text =
    { $part ->
        [learner] بصفة متعلّم.
        [tutor] بصفة مرشد.
       *[other] بصفة مدرّس.
    }
enrollment-enroll = تسجيل
enrollment-waits = لا مقعد شاغرًا: { $who } في الانتظار.
enrollment-done = تم تسجيل { $who }.
enrollment-of = تسجيلات { $title }

order-refunded =
    { $status ->
        [succeeded] تم ردّ المبلغ. يصل إلى المشتري بريد.
        [pending] المبلغ في طريق العودة. يصل إلى المشتري بريد.
       *[other] تعذّر على مزوّد الدفع ردّ المبلغ.
    }
order-compared =
    { $outcome ->
        [fulfilled] دخل المشتري.
        [pending] الدفع ما زال جاريًا.
        [open] لم يُدفع بعد.
        [closed] مغلق: لم يُدفع شيء.
        [in_review] يبقى قيد المراجعة: انظر السبب أدناه.
        [unknown] مزوّد الدفع لا يعرفه.
       *[other] { $word }
    }
order-once-more = { $paid }، رُدّ منها { $refunded } ({ $id })
order-no-payment = لم تُذكر دفعة
order-give-this = ردّ هذا المبلغ
order-state = الحالة
order-review = سبب المراجعة
order-course = الدورة
order-run = الموعد
order-price = السعر
order-paid = المدفوع
order-nothing = لا شيء بعد
order-returned = المسترَدّ
order-buyer = المشتري
order-who = { $name }، { $email }
order-account = الحساب
order-no-account = لا يوجد بعد
order-registration = التسجيل
order-payment = الدفعة
order-checkout = جلسة الدفع
order-begun = بدأ
order-changed = عُدّل
order-paid-again = دُفع مرة أخرى
order-of = طلب { $name }
order-amount = المبلغ بعملة { $currency }
order-amount-hint = فارغ: كل ما تبقّى
order-refunding = ردّ المبلغ إلى { $name }؟
order-refunding-payment = ردّ هذه الدفعة؟
order-so-far = دُفع { $paid }، ورُدّ حتى الآن { $refunded }.
order-not-known = المبلغ المدفوع غير معروف هنا: يُرَدّ كله.
order-access-ends = إذا رُدّ المبلغ كله انتهى الدخول وحُفظ التقدّم. أما ردّ جزء منه فلا يغيّر الدخول.
order-other-stays = يبقى الطلب ودفعته الأخرى كما هما.
order-refund = ردّ المبلغ
order-give-back = ردّ
order-amount-none = يجب أن يكون أكبر من صفر
order-let-in = إدخال المشتري؟
order-comparing = المقارنة مع مزوّد الدفع من جديد؟
order-review-says = تقول المراجعة: { $why }. وأنت تُدخل المشتري مع ذلك.
order-compare-text = تُقرأ الدفعة من جديد، وتقرّر القواعد بحسب ما هو موجود الآن.
order-let = إدخال
order-compare = مقارنة من جديد
order-mailing = إرسال الدخول إلى { $name }؟
order-mail-text = يصل إلى صاحب الحساب بريد فيه رابط جديد لاختيار كلمة مرور. والروابط السابقة تتوقف عن العمل.
order-mail-it = إرسال
order-mailed = الرسالة في الطريق.

promotions-percent = { $percent }٪
promotions-elsewhere = راجع مزود خدمة الدفع
promotions-used = { $redeemed } من { $max }
promotions-switch-off = تعطيل { $code }
promotions-really = تعطيل { $code }؟
promotions-for-good = من يكتبه بعد الآن يُخبَر بأنه غير صالح. ولا يمكن تفعيله من جديد.
promotions-off = عُطّل الرمز { $code }.
promotions-whole = يجب أن يكون عددًا صحيحًا
promotions-new = رمز ترويجي جديد
promotions-either = حدّد نسبة الخصم أو مبلغه.
promotions-code = الرمز
promotions-code-hint = حروف لاتينية وأرقام وواصلات. ويمكن للمشترين كتابته بحروف صغيرة أيضًا
promotions-percent-off = نسبة الخصم
promotions-amount-off = مبلغ الخصم
promotions-currency = عملة المبلغ
promotions-currency-hint = تبقى الدورات بعملات أخرى كما هي
promotions-uses = مجموع مرات الاستخدام
promotions-uses-hint = بلا حد إن لم يُذكر شيء
promotions-last-day = آخر يوم
promotions-last-day-hint = فارغ: لا ينتهي من تلقاء نفسه
promotions-made = الرمز { $code } جاهز: يكتبه المشترون في صفحة الدفع.
promotions-was-used =
    { $count ->
        [one] استُخدم مرة واحدة. وما اشتُري به يبقى لصاحبه.
        [two] استُخدم مرتين. وما اشتُري به يبقى لصاحبه.
        [few] استُخدم { $count } مرات. وما اشتُري به يبقى لصاحبه.
        [many] استُخدم { $count } مرة. وما اشتُري به يبقى لصاحبه.
       *[other] استُخدم { $count } مرة. وما اشتُري به يبقى لصاحبه.
    }
