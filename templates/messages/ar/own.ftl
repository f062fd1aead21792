# The pages of whoever is signed in, and certificates: what stands on them before their scripts fill them.

own-needs-scripts = تحتاج هذه الصفحة إلى JavaScript.
own-more = عرض المزيد
own-password = كلمة المرور الحالية
own-pages = صفحاتك
own-pages-courses = الدورات
own-pages-catalog = القائمة
own-pages-orders = الطلبات
own-pages-account = الحساب
own-pages-console = لوحة الإدارة

# My learning.
own-learning = تعلّمي
own-sign-out = تسجيل الخروج
own-learning-loading = جارٍ تحميل دوراتك…
own-next-step = خطوتك التالية
own-open = متاحة لك
own-closed = قيد الانتظار أو موقوفة
own-completed = مكتملة
own-paths = المسارات والبرامج
own-teaching = دورات تتولّاها
own-certificate = شهادة

# The catalog of one's own platform.
own-catalog = قائمة الدورات
own-catalog-loading = جارٍ تحميل القائمة…
own-catalog-find = بداية عنوان الدورة
own-catalog-hint = بداية العنوان
own-catalog-go = بحث
own-catalog-date = الموعد
own-catalog-open = فتح الدورة

# A course and a lesson.
own-course = دورتك
own-course-loading = جارٍ تحميل محتوى الدورة…
own-progress = التقدّم
own-course-completed = لقد أكملت هذه الدورة.
own-see-certificate = عرض شهادتك
own-continue = متابعة
own-finish = إنهاء الدورة
own-lesson-course = الدورة
own-lesson = الدرس
own-lesson-loading = جارٍ تحميل الدرس…
own-mark-done = وضع علامة «مكتمل»
own-lessons = الدروس
own-previous = الدرس السابق
own-next = الدرس التالي

# Orders.
own-orders = طلباتك
own-orders-loading = جارٍ تحميل طلباتك…
own-pay = المتابعة إلى الدفع
own-invoice = فتح الفاتورة

# A certificate. The learner's name stands after the first sentence, the course's after the second.
own-proof-heading = شهادة إتمام
own-proof-loading = جارٍ البحث عن الشهادة…
own-proof = شهادة
own-proof-certifies = تشهد هذه الوثيقة بأن
own-proof-completed = أتمّ الدورة
own-proof-verify = يمكن لأي شخص التحقق منها على العنوان
own-proof-print = طباعة

# The account.
own-account = حسابك
own-account-loading = جارٍ تحميل حسابك…
own-who = من أنت هنا
own-name = الاسم
own-email = البريد الإلكتروني
own-realm = الحساب
own-name-hint = يظهر اسمك على شهاداتك. ويغيّره لك القائمون على المنصة.
own-language = اللغة
own-language-label = لغة الرسائل وصفحات تسجيل الدخول
own-language-button = حفظ اللغة
own-profile = الملف الشخصي
own-profile-hint = يراه أصدقاؤك ومن يدير حسابك.
own-profile-button = حفظ الملف الشخصي
own-about = نبذة عنك
own-about-hint = بصيغة Markdown، والحد الأقصى 5,000 حرف.
own-links = الروابط
own-photos = الصور
own-photo-file = صورة أخرى
own-photo-hint = بصيغة JPEG أو PNG أو WebP، وبحجم لا يتجاوز 250 كيلوبايت؛ ست صور على الأكثر. لا يُحفظ مكان التقاطها.
own-photo-button = إضافة الصورة
own-photo-remove = إزالة
own-new-email = بريد إلكتروني آخر
own-new-email-hint = يُرسل رابط إلى العنوان الجديد، وتنبيه إلى العنوان الحالي.
own-new-email-label = العنوان الجديد
own-new-email-button = إرسال الرابط
own-new-password = كلمة مرور أخرى
own-new-password-label = كلمة المرور الجديدة
own-new-password-hint = الحد الأدنى للأحرف: 15. من السهل تذكّر عدة كلمات متتالية.
own-end-others = تسجيل الخروج من الأجهزة الأخرى
own-new-password-button = تغيير كلمة المرور
own-factor = العامل الثاني
own-factor-text = مع تطبيق المصادقة لا تكفي كلمة المرور وحدها للدخول.
own-logins = أماكن تسجيل دخولك
own-end-all = تسجيل الخروج من كل الأجهزة
own-kept = ما نحتفظ به عنك
own-kept-text = ملف واحد يضم كل ذلك: حسابك وملفك الشخصي وأصدقاؤك، ودوراتك وما أنجزته فيها، وطلباتك وعمليات تسجيل دخولك، وما تغيّر في حسابك.
own-kept-button = تنزيل الملف
own-delete = حذف حسابك
own-delete-text = يُحذف ملفك الشخصي وأصدقاؤك ودوراتك وشهاداتك وعمليات تسجيل دخولك نهائيًا، ولا يمكن لأحد استعادتها. أما الطلبات فتبقى كما تقتضي السجلات المحاسبية.
own-delete-sure = أريد حذف كل ذلك
own-delete-button = حذف حسابي

# Second factors.
own-factors-loading = جارٍ التحقق مما تم إعداده…
own-factors-needed = يحتاج المديرون هنا إلى عامل ثانٍ. يُرجى إعداده، ثم المتابعة من حيث توقفت.
own-factors-back = المتابعة من حيث توقفت
own-password-first = أثبت مرة أخرى أنك أنت
own-factor-code = رمز من تطبيقك أو رمز استرداد
own-factor-code-passkey = اتركه فارغًا لاستعمال مفتاح مرور.
own-password-first-hint = لا يستطيع من يجد متصفحك مفتوحًا تغيير طريقة تسجيل دخولك.
own-go-on = متابعة
own-cancel = إلغاء
own-app = تطبيق المصادقة
own-app-add = إعداد تطبيق
own-app-remove = إزالة التطبيق
own-app-question = ستفتح كلمة المرور وحدها حسابك بعد ذلك، ما لم يكن لديك مفتاح مرور. هل تريد إزالة التطبيق؟
own-app-agree = نعم، إزالته
own-app-read = يُرجى مسح هذه الصورة بالتطبيق أو كتابة المفتاح السري فيه، ثم كتابة ما يظهر.
own-app-picture = المفتاح السري في صورة لكاميرا تطبيقك
own-app-secret = المفتاح السري:
own-app-code = الأرقام الستة التي يعرضها التطبيق
own-app-button = تم إعداد التطبيق
own-codes = رموز الاسترداد
own-codes-write = يُرجى تدوينها أو طباعتها. يحل كل رمز محل العامل الثاني مرة واحدة، ولا تُعرض إلا هذه المرة.
own-codes-button = إنشاء رموز جديدة
own-codes-question = لن تعمل الرموز التي دوّنتها من قبل. هل تريد إنشاء رموز جديدة؟
own-codes-agree = نعم، إنشاؤها
own-passkeys = مفاتيح المرور
own-passkey-name = اسم مفتاح مرور جديد
own-passkey-hint = الجهاز الذي يحفظه، مثل «هاتفي».
own-passkey-button = إضافة مفتاح مرور

# A passkey as one more step of signing in.
own-prove-passkey = استخدام مفتاح مرور
own-prove-scripts = تحتاج مفاتيح المرور إلى JavaScript. ومن دونه يمكن الدخول برمز.
own-prove-nowhere = تحفظ المتصفحات مفاتيح المرور لأسماء النطاقات فقط، وهذا العنوان ليس منها. يُرجى المتابعة برمز.

own-empty-html = ليست لديك دورات بعد. <a href="{ $courses }">ابحث عن دورة في القائمة</a>، أو ابدأ بدورة <a href="{ $free }">مجانية</a>.
own-empty-own-html = ليست لديك دورات بعد. <a href="{ $catalog }">ابحث عن دورة في قائمة منصّتك</a>.
own-proof-day-html = بتاريخ <time data-day></time>.
own-links-hint-html = عشرة عناوين <code>https</code> على الأكثر، كل عنوان في سطر.
own-prove-elsewhere-html = تحفظ المتصفحات مفاتيح المرور لأسماء النطاقات فقط. لاستخدام مفتاحك يمكن تسجيل الدخول على <a href="{ $href }"><bdi>{ $site }</bdi></a>، أو المتابعة هنا برمز.
