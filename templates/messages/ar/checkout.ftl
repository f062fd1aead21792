# Applying for a course, and the page that buyers come back to.

buyer-name = الاسم
buyer-email = البريد الإلكتروني
buyer-email-hint = سنرسل رابط الدورة إلى هذا العنوان.
buyer-enroll-free = التسجيل مجانًا
buyer-pay = المتابعة إلى الدفع
buyer-pay-hint = يتم الدفع على صفحة Stripe، ولا يصل إلينا رقم البطاقة أبدًا.
buyer-term = الموعد
buyer-term-choose = يُرجى اختيار موعد
buyer-term-span = { $day } – { $last }
buyer-term-place = { $when }، { $place }
buyer-term-wrong =
    { $choice ->
        [needed] يُرجى اختيار موعد.
        [none] انتهت جميع مواعيد هذه الدورة.
       *[gone] لم يعد اختيار هذا الموعد ممكنًا: يُرجى اختيار موعد آخر.
    }
buyer-name-wrong =
    { $choice ->
        [empty] يجب ألا يكون الاسم فارغًا.
        [long] الاسم أطول من اللازم: الحد الأقصى للأحرف هو { $max }.
       *[other] يجب أن يحتوي الاسم على أحرف ظاهرة، ومن دون فواصل أسطر.
    }
buyer-email-wrong =
    { $choice ->
        [long] البريد الإلكتروني أطول من اللازم: الحد الأقصى للأحرف هو { $max }.
       *[other] يجب أن يكون البريد الإلكتروني على هذا الشكل: name@example.org.
    }

checkout-title = يُرجى مراجعة البيانات
checkout-heading = بقيت خطوة واحدة
checkout-correct = يُرجى تصحيح ما يلي:

return-done-title = أهلًا وسهلًا
return-done-heading = تم التسجيل
return-done-text-html = مكانك في <strong><bdi>{ $course }</bdi></strong> جاهز.
return-done-mailed = أرسلنا رابطًا إلى بريدك. يفتح الرابط حسابك ويتيح اختيار كلمة مرور، وهو صالح لمدة 24 ساعة.
return-nothing-there-html = لم يصل شيء بعد دقائق؟ يُرجى البحث في مجلد الرسائل غير المرغوب فيها، أو <a href="{ $again }">طلب رابط جديد</a>.
return-known-title = دورتك جاهزة
return-known-heading = دورتك بانتظارك
return-known-text-html = <strong><bdi>{ $course }</bdi></strong> موجودة في الحساب الذي لديك.
return-known-it = الدورة موجودة في الحساب الذي لديك.
return-pending-title = دفعتك في الطريق
return-pending-text = تستغرق بعض الدفعات بعض الوقت. فور وصولها نرسل رابطًا إلى بريدك. لا داعي للبقاء هنا، ولا للدفع مرة أخرى.
return-mailed-title = يُرجى الاطلاع على بريدك
return-mailed-text = أرسلنا إليك رسالة تشرح كيفية فتح الدورة: بالحساب الذي لديك، أو بحساب تنشئه بالرابط الموجود فيها.
return-unknown-title = طلبك
return-unknown-heading = شكرًا
return-unknown-text = إذا تم الدفع، فالطريق إلى دورتك في بريدك. لم يُخصم أي مبلغ مرتين.
return-unknown-ways-html = <a href="{ $signin }">تسجيل الدخول</a> أو <a href="{ $courses }">العودة إلى الدورات</a>.
return-to-courses = العودة إلى الدورات
