# Words for values: prices, lengths, levels, formats, days.

price-free = مجاني
length-minutes = { $minutes } د
length-hours = { $hours } س
length-both = { $hours } س { $minutes } د
level-beginner = مبتدئ
level-intermediate = متوسط
level-advanced = متقدم
format-self-paced = عبر الإنترنت، بالوتيرة التي تناسبك
format-live = عبر الإنترنت، في مواعيد محددة
format-on-site = حضوريًا
format-blended = عبر الإنترنت وحضوريًا
start-any-time = في أي وقت
start-on = البداية: { $day }
start-unannounced = لم يُعلن عن موعد
licence-reserved = جميع الحقوق محفوظة
