# What stands around every page: menu, foot, and what many pages share.

skip = الانتقال إلى المحتوى
menu-label = القائمة الرئيسية
menu-courses = الدورات
menu-subjects = المواضيع
menu-partners = الشركاء
menu-search = البحث
menu-learning = تعلّمي
foot-label = طرق أخرى لتصفح الدليل
foot-free = الدورات المجانية
foot-levels = المستويات
foot-languages = اللغات
foot-formats = أشكال الدراسة
foot-feed = موجز Atom
foot-sign-in = تسجيل الدخول
feed-title = دورات جديدة
switch-label = هذه الصفحة بلغات أخرى
