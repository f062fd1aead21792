# Signing in, passwords, one-time links, and pages that say one thing.

sign-in-title = تسجيل الدخول
sign-in-failed = لم ينجح ذلك. يُرجى التحقق من العنوان وكلمة المرور ونوع الحساب، ثم المحاولة مرة أخرى.
sign-in-another = نوع آخر من الحسابات
sign-in-new-here-html = أول زيارة؟ يُنشأ الحساب عند شراء دورة. <a href="{ $courses }">تصفح الدورات</a>.
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-button = تسجيل الدخول
sign-in-forgot = نسيت كلمة المرور؟
realm-settled = الحساب: { $realm }
realm-label = الحساب
realm-public = متعلّم عام
realm-main = المنصة الرئيسية
realm-partner = منصة الشريك { $partner }
realm-some-partner = منصة شريكة
partner-label = لدى منصة شريكة؟
partner-hint = اسمها القصير كما ورد في رسالة الدعوة.
partner-button = الانتقال إلى صفحة الشريك

second-factor-title = خطوة أخرى
second-factor-failed = لم ينجح هذا الرمز. يعمل كل رمز مرة واحدة؛ يُرجى انتظار الرمز التالي والتحقق من ساعة الجهاز.
second-factor-app = رمز تطبيق المصادقة
second-factor-app-hint = ستة أرقام. من دون التطبيق يمكن كتابة أحد رموز الاسترداد.
second-factor-recovery = رمز الاسترداد
second-factor-recovery-hint = أحد الرموز التي دوّنتها. يعمل كل رمز مرة واحدة.
second-factor-button = متابعة
second-factor-again = تسجيل الدخول بحساب آخر

forgot-title = نسيت كلمة المرور؟
forgot-text = يُرجى كتابة عنوانك. إذا كان له حساب، نرسل رابطًا لاختيار كلمة مرور جديدة.
forgot-button = إرسال الرابط
forgot-back = العودة إلى تسجيل الدخول

expired-title = لم يعد هذا الرابط صالحًا
expired-text = لقد استُخدم من قبل، أو مضى عليه وقت طويل. دوراتك محفوظة. يمكن طلب رابط جديد:
expired-button = إرسال رابط جديد
expired-has-password = لدي كلمة مرور

sent-title = يُرجى الاطلاع على بريدك
sent-text = إذا كان لهذا العنوان حساب هنا، فالرابط في الطريق إليه. وهو صالح لمدة محدودة ولمرة واحدة فقط.
sent-nothing-there-html = لم يصل شيء بعد دقائق؟ يُرجى البحث في مجلد الرسائل غير المرغوب فيها، أو <a href="{ $again }">المحاولة مرة أخرى</a>.

password-title = اختيار كلمة المرور
password-heading-first = اختيار كلمة المرور
password-heading-new = اختيار كلمة مرور جديدة
password-text-first = تفتح حسابك من الآن فصاعدًا.
password-text-new = تتوقف الكلمة القديمة عن العمل، ويُسجَّل الخروج من الأجهزة الأخرى.
password-text-undo = تتوقف القديمة عن العمل، وتُزال عوامل التحقق الثانية من حسابك، ويُسجَّل الخروج من كل الأجهزة.
password-account = الحساب
password-label = كلمة المرور
password-hint = الحد الأدنى للأحرف: { $min }. من السهل تذكّر عدة كلمات متتالية.
password-hint-short = الحد الأدنى للأحرف: { $min }.
password-button = حفظ كلمة المرور
password-wrong =
    { $choice ->
        [short] كلمة المرور قصيرة: الحد الأدنى للأحرف هو { $min }.
        [long] كلمة المرور طويلة: الحد الأقصى للأحرف هو { $max }.
        [common] كلمة المرور هذه يستخدمها كثيرون. يُرجى اختيار كلمة أخرى.
        [own] يجب ألا تتكوّن كلمة المرور من عنوانك أو اسمك.
       *[other] لا يمكن استخدام كلمة المرور هذه. يُرجى اختيار كلمة أخرى.
    }
password-saved-title = حُفظت كلمة المرور
password-saved-text = يمكنك الآن تسجيل الدخول بها.

email-title = استخدام هذا العنوان من الآن فصاعدًا
email-text-html = يكون تسجيل الدخول بعد ذلك بالعنوان <strong>{ $email }</strong>، وتصل الرسائل إليه. تبقى كلمة المرور كما هي.
email-button = استخدام هذا العنوان
email-changed-title = تغيّر عنوانك
email-changed-text = يكون تسجيل الدخول بالعنوان { $email } من الآن فصاعدًا.

administrator-title = إنشاء حساب المسؤول الأول
administrator-text = هذا الحساب هو مالك { $platform }. تعمل هذه الصفحة مرة واحدة.
administrator-name = الاسم
administrator-email = البريد الإلكتروني
administrator-button = إنشاء الحساب

message-to-first-page = إلى الصفحة الأولى
message-request-html = عند مراسلتنا بهذا الشأن، يُرجى ذكر رقم الطلب <code>{ $request }</code>.

problem-sign-in = يُرجى تسجيل الدخول
problem-not-allowed = غير مسموح
problem-not-found = غير موجود
problem-gone = لم يعد صالحًا
problem-too-many = محاولات كثيرة جدًا
problem-unavailable = غير متاح حاليًا
problem-internal = حدث خطأ ما
problem-other = لم ينجح ذلك
