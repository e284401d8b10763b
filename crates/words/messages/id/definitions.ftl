# Definisi ukuran, satuan, dan sumbernya. Teks Inggrisnya ada di dalam kode (crates/measures) dan tidak diulang di sini; daftar
# istilah ada di awal report.ftl.

## Nama dan definisi

measure-appeals-filed = Banding yang diajukan
definition-appeals-filed = Banding terhadap sanksi yang diajukan dalam periode ini.

measure-appeals-upheld = Banding yang dikabulkan
definition-appeals-upheld = Banding yang dikabulkan dalam periode ini: poin yang hilang karena kekeliruan dikembalikan, pencantuman keliru diakhiri.

measure-appeals-rejected = Banding yang ditolak
definition-appeals-rejected = Banding yang dijawab dan ditolak dalam periode ini.

measure-appeals-silent = Banding yang tidak pernah dijawab
definition-appeals-silent = Banding yang mulai ditangani dalam periode ini dan tidak pernah dijawab.

measure-appeals-lapsed = Banding yang kehilangan pokok perkaranya
definition-appeals-lapsed = Banding yang mulai ditangani dalam periode ini ketika sanksinya sudah berakhir: tidak ada lagi yang perlu diputuskan.

measure-appeals-waiting = Banding yang masih menunggu
definition-appeals-waiting = Banding yang sudah diajukan tetapi belum ditangani pada akhir periode.

measure-appeal-delay-median = Minggu sampai separuh banding mulai ditangani
definition-appeal-delay-median = Jumlah minggu setelah pengajuan sampai separuh banding mulai ditangani, dari yang mulai ditangani dalam tahun ini dan yang menunggu pada akhir tahun; tanpa nilai bila lebih dari separuh menunggu lebih lama daripada yang teramati.

measure-appeal-delay-mean = Lamanya banding menunggu dalam 104 minggu pertamanya
definition-appeal-delay-mean = Rata-rata waktu antara pengajuan dan mulai ditangani, masing-masing dihitung sampai 104 minggu, dari banding yang mulai ditangani dalam tahun ini dan yang menunggu pada akhir tahun; tanpa nilai bila pada suatu umur sebelumnya tidak ada yang teramati.

measure-appeal-delay-still-on = Dari banding dalam setahun: masih menunggu pada akhirnya
definition-appeal-delay-still-on = Dari banding yang mulai ditangani dalam tahun ini atau menunggu pada akhir tahun, bagian yang menunggu: berapa lama seluruhnya tidak diketahui (tersensor).

measure-appeals-known = Dari yang keliru dikenai sanksi: tahu bahwa mereka boleh mengajukan banding
definition-appeals-known = Dari orang-orang yang keliru dikenai sanksi oleh rezim yang menerima banding, bagian yang tahu bahwa mereka boleh mengajukan banding.

measure-appeals-dared = Dari yang keliru dikenai sanksi: tahu bahwa mereka boleh mengajukan banding, berani, dan mampu membayar
definition-appeals-dared = Dari kelompok yang sama, bagian yang tahu bahwa mereka boleh mengajukan banding, berani melakukannya, dan mampu membayarnya.

measure-delay-to-remedy = Waktu sampai kekeliruan dipulihkan, jika dipulihkan
definition-delay-to-remedy = Rata-rata waktu dari minggu pertama sebuah sanksi menjadi keliru sampai minggu ketika banding terhadapnya dikabulkan, dari kekeliruan yang dipulihkan dengan cara itu dalam periode ini.

measure-corrections-undone = Koreksi yang dibatalkan oleh salinan lama
definition-corrections-undone = Koreksi yang dibatalkan oleh salinan usang dalam periode ini: poinnya hilang lagi, pencantumannya berlaku lagi.

measure-sanctions-stopped = Sanksi yang dicegah manusia sebelum berlaku
definition-sanctions-stopped = Sanksi yang dicegah manusia dalam periode ini sebelum berlaku: baik yang akan keliru maupun yang akan benar.

measure-appeal-success-given-innocence = Banding yang dikabulkan, dari yang diajukan orang yang keliru dikenai sanksi
definition-appeal-success-given-innocence = Dari banding orang-orang yang keliru dikenai sanksi dan mulai ditangani dalam periode ini, bagian yang dikabulkan.

measure-aware = Orang yang tahu aturan yang mengatur hidupnya
definition-aware = Orang yang tahu aturan rezim tempat mereka hidup, sebagai bagian dari semua orang yang hidup di bawah rezim dengan aturan skor.

measure-hidden = Orang yang bersembunyi dari aplikasi
definition-hidden = Orang yang bersembunyi dari aplikasi pada akhir periode, sebagai bagian dari semua orang.

measure-deposits-saved = Uang jaminan yang dihemat mereka yang istimewa
definition-deposits-saved = Uang jaminan kamar, mobil, dan rumah yang dihemat berkat keistimewaan dalam periode ini: jumlah permohonan istimewa dikali penghematan menurut pintunya.

measure-interest-saved = Bunga yang dihemat mereka yang istimewa
definition-interest-saved = Bunga pinjaman yang dihemat berkat keistimewaan dalam periode ini: jumlah permohonan istimewa dikali penghematan menurut pintunya.

measure-trust-warranted = Pelanggaran oleh mereka yang istimewa, untuk setiap pelanggaran oleh semua orang lain
definition-trust-warranted = Pelanggaran hukum per orang-tahun oleh mereka yang tingkatnya membuka pintu, dibagi pelanggaran per orang-tahun oleh semua orang lain: di bawah 1, kepercayaan itu beralasan. Yang dihitung adalah orang pada akhir periode, semua umur.

measure-privileges-by-income = Permohonan yang disambut keistimewaan
definition-privileges-by-income = Permohonan yang disambut dengan keistimewaan dalam periode ini, menurut kelompok penghasilan pemohon (masing-masing 20%), yang termiskin lebih dulu.

measure-deeds = Perbuatan
definition-deeds = Perbuatan yang dilakukan dalam periode ini, termasuk permohonan, siapa pun yang melihatnya.

measure-violations = Pelanggaran hukum
definition-violations = Perbuatan yang memang dilarang hukum, dilakukan dalam periode ini, untuk setiap 1.000 orang dan tahun: hal yang menurut rezim hendak dikurangi.

measure-deterred = Perbuatan terhukum yang diurungkan
definition-deterred = Perbuatan yang urung dilakukan dalam periode ini karena rezim menghukumnya, menurut perkaranya; di dunia tanpa rezim itu perbuatan tersebut dilakukan.

measure-fear = Rata-rata rasa takut, dari tidak ada sampai tertinggi
definition-fear = Rata-rata rasa takut semua orang dalam kelompok itu, dari 0 (tidak ada) sampai 1 (tertinggi yang dikenal model).

measure-income-persistence = Seberapa jauh penghasilan mengikuti penghasilan orang tua
definition-income-persistence = Kemiringan logaritma penghasilan terhadap logaritma penghasilan orang tua, di antara orang dewasa yang mencapai usia dewasa selama simulasi, dengan memperhitungkan kerugian akibat sanksi; tidak dihitung selama jumlahnya kurang dari 100.

measure-sanction-persistence = Seberapa jauh sanksi orang tua mengikuti anaknya
definition-sanction-persistence = Bagian yang terkena sanksi di antara orang dewasa yang mencapai usia dewasa selama simulasi dan semasa kecil salah satu orang tuanya terkena sanksi, dibagi bagian yang sama di antara mereka yang orang tuanya tidak; tidak dihitung selama salah satunya kurang dari 100 orang atau tidak seorang pun dari kelompok kedua terkena sanksi.

measure-school-places-refused = Tempat di sekolah yang lebih baik yang ditolak karena kedudukan orang tua
definition-school-places-refused = Tempat di sekolah yang lebih baik yang dimohonkan untuk seorang anak dan ditolak dalam periode ini karena kedudukan pemohonnya.

measure-income-lost = Penghasilan yang hilang karena sanksi dan penolakan, dari semua penghasilan
definition-income-lost = Penghasilan yang tidak diterima orang dewasa karena sanksi atau permohonan yang ditolak, pada akhir periode, sebagai bagian dari penghasilan semua orang dewasa seandainya itu tidak terjadi.

measure-income-lost-after-exit = Penghasilan yang hilang pada mereka yang sanksinya sudah berakhir, dari semua penghasilan
definition-income-lost-after-exit = Bagian dari penghasilan yang hilang pada mereka yang sudah tidak terkena sanksi, sebagai bagian dari penghasilan semua orang dewasa seandainya itu tidak terjadi: yang tersisa setelah sanksi berakhir.

measure-defaults = Pinjaman yang tidak dilunasi
definition-defaults = Pinjaman yang tidak dilunasi dalam periode ini, untuk setiap 1.000 orang dan tahun.

measure-trips-lost = Perjalanan yang batal karena penolakan
definition-trips-lost = Perjalanan dengan kereta cepat atau pesawat yang ditolak dalam periode ini dan juga tidak dilakukan dengan kereta lambat, karena tidak ada kamar atau kesabaran.

measure-held-at-home = Orang yang tertahan di kota asalnya karena penolakan
definition-held-at-home = Orang yang terkena sanksi dan karena kedudukannya tidak dapat naik kereta cepat, naik pesawat, maupun menyewa kamar, sebagai bagian dari semua orang.

measure-moved-away = Orang yang pindah
definition-moved-away = Orang yang pindah ke luar jangkauan rezim dan belum kembali, sebagai bagian dari semua orang.

measure-ties-cut = Pertemanan yang diputus
definition-ties-cut = Hubungan dengan teman dan rekan kerja yang diputus dalam periode ini ketika sanksi dijatuhkan, untuk setiap 1.000 orang dan tahun.

measure-proxy-validity = Entri yang pembacaan sifatnya benar
definition-proxy-validity = Dari entri dalam periode ini di bawah aturan yang membaca suatu sifat darinya, bagian yang menyangkut orang yang memang punya sifat itu.

measure-public-from-private = Poin skor publik yang berasal dari skor perusahaan
definition-public-from-private = Dari semua poin yang menggerakkan skor publik dalam periode ini, naik atau turun dan sebelum tertahan batas skala, bagian yang dibawa oleh skor perusahaan.

measure-enrolled = Orang yang ikut serta
definition-enrolled = Orang yang punya skor pada akhir tahun, sebagai bagian dari semua orang: mereka yang hidup di bawah rezim yang memberi skor dan, jika rezim meminta persetujuan, sudah menyetujuinya.

measure-checks = Pemeriksaan
definition-checks = Orang yang diperiksa atas penghasilan yang tidak dilaporkan dalam periode ini, dihitung setiap kali diperiksa.

measure-checks-wrong = Pemeriksaan terhadap orang yang tidak berbuat apa-apa
definition-checks-wrong = Orang yang dalam pemeriksaan periode ini dinyatakan punya penghasilan tak dilaporkan yang sebenarnya tidak ada.

measure-population = Jumlah orang
definition-population = Jumlah orang dalam setiap kelompok pada akhir tahun.

measure-deaths = Kematian
definition-deaths = Orang yang meninggal dalam periode ini; masing-masing digantikan oleh seorang bayi di tempat yang sama.

measure-couples-parted = Pasangan yang berpisah
definition-couples-parted = Pasangan yang berpisah dalam periode ini.

measure-couples-paired = Pasangan yang terbentuk
definition-couples-paired = Pasangan yang baru terbentuk dalam periode ini.

measure-listed = Dalam daftar hitam pengadilan
definition-listed = Orang yang tercantum dalam daftar hitam pengadilan, sebagai bagian dari semua orang dalam kelompok itu.

measure-wrongly-listed = Keliru masuk daftar hitam pengadilan
definition-wrongly-listed = Orang yang tercantum dalam daftar hitam pengadilan padahal perbuatan mereka yang sebenarnya tidak akan membawa mereka ke sana, sebagai bagian dari semua orang.

measure-list-entries = Orang yang masuk daftar hitam pengadilan
definition-list-entries = Orang yang dimasukkan ke daftar hitam pengadilan dalam periode ini.

measure-list-exits = Orang yang keluar dari daftar hitam pengadilan
definition-list-exits = Orang yang dikeluarkan dari daftar hitam pengadilan dalam periode ini karena habis masa, pelunasan, atau banding; bukan karena meninggal.

measure-stated-approval = Orang dewasa yang mengaku setuju
definition-stated-approval = Orang dewasa dalam sampel yang, jika ditanya, menyatakan mendukung penguasa, sebagai bagian dari yang ditanya: pengkritik yang tahu aturannya pun berkata demikian, dengan peluang yang sama seperti ia urung mengunggah kritik.

measure-true-approval = Orang dewasa yang setuju secara pribadi
definition-true-approval = Orang dewasa dalam sampel yang sama yang dukungan pribadinya kepada penguasa paling sedikit separuh, sebagai bagian dari yang ditanya.

measure-opinion-gap = Pengkritik secara pribadi, dikurangi unggahan kritis di antara unggahan
definition-opinion-gap = Bagian pengkritik di antara orang dewasa secara pribadi, dikurangi bagian unggahan kritis dan pengungkap di antara unggahan bersikap yang terbit dalam periode terakhir tahun itu dan tidak dihapus.

measure-feels-safe = Orang dewasa yang merasa aman
definition-feels-safe = Orang dewasa dalam sampel yang sama yang merasa aman, sebagai bagian dari yang ditanya: sebenarnya, menurut pelanggaran di lingkungannya, dan menurut pengakuannya, dengan rasa takut yang sama seperti pada pertanyaan lain.

measure-entries = Entri yang ditulis ke dalam catatan
definition-entries = Entri yang ditulis ke dalam catatan dalam periode ini, menurut saluran dan menurut apa yang sebenarnya ada di baliknya.

measure-record-precision = Entri yang benar tentang orangnya
definition-record-precision = Dari entri yang ditulis dalam periode ini, bagian yang benar tentang orangnya: perbuatannya sendiri, dan sifat yang dibaca aturan darinya jika aturan membacanya.

measure-record-recall = Perbuatan yang sampai ke catatan
definition-record-recall = Dari perbuatan sejenis yang dilakukan dalam periode ini, bagian yang sampai ke catatan seseorang.

measure-points-lost = Poin yang hilang
definition-points-lost = Poin yang hilang dalam periode ini, sebelum tertahan batas skala, menurut bidang penyebab dan asalnya.

measure-points-gained = Poin yang diperoleh
definition-points-gained = Poin yang diperoleh dalam periode ini, sebelum tertahan batas skala, menurut bidang penyebabnya.

measure-requests = Permohonan yang diajukan
definition-requests = Permohonan yang diajukan dalam periode ini, dijaga pintu atau tidak, menurut bidang kehidupannya.

measure-refusals = Permohonan yang ditolak
definition-refusals = Permohonan yang ditolak dalam periode ini: bidangnya adalah bidang permohonan, kelompoknya adalah penyebabnya.

measure-refused = Permohonan yang ditolak
definition-refused = Permohonan yang ditolak dalam periode ini, menurut pemohonnya: kelompok penghasilan (masing-masing 20%) dan tempat tinggal.

measure-refused-wrongly = Permohonan yang ditolak terhadap orang yang perbuatannya sendiri tidak akan berujung penolakan
definition-refused-wrongly = Permohonan yang ditolak dalam periode ini terhadap orang-orang yang perbuatan sebenarnya tidak akan berujung penolakan.

measure-privileges = Permohonan yang disambut keistimewaan
definition-privileges = Permohonan yang disambut dengan keistimewaan dalam periode ini, menurut bidang kehidupannya.

measure-sanctioned = Terkena sanksi
definition-sanctioned = Orang di tingkat yang bersanksi atau dalam daftar hitam pengadilan, sebagai bagian dari semua orang dalam kelompok itu; kelompok dihitung setahun sekali.

measure-wrong-in-layers = Keliru dikenai sanksi, kekeliruan dihitung lapis demi lapis
definition-wrong-in-layers = Orang yang terkena sanksi dan tidak akan terkena jika kekeliruan suatu lapis dan lapis-lapis sebelumnya ditarik kembali, dan yang perbuatan sebenarnya tidak akan berujung sanksi, sebagai bagian dari semua orang. Lapis-lapisnya: apa yang menyangkut orang lain atau tidak ada apa pun di baliknya; ditambah perbuatan keluarga dan teman; ditambah apa yang keliru dibaca aturan dari perbuatan sendiri; ditambah segala hal lain yang membedakan catatan dari kenyataan, misalnya perbuatan baik yang tidak dicatat siapa pun.

measure-deserving = Pantas dikenai sanksi
definition-deserving = Orang yang perbuatan sebenarnya, jika semuanya terlihat, akan berujung sanksi menurut aturan rezim itu sendiri, terkena sanksi atau tidak, sebagai bagian dari semua orang dalam kelompok itu.

measure-sanction-precision = Sanksi yang pantas, dari semua sanksi
definition-sanction-precision = Dari orang dalam kelompok itu yang terkena sanksi, bagian yang perbuatan sebenarnya memang akan berujung sanksi.

measure-sanction-recall = Terkena sanksi, dari yang pantas
definition-sanction-recall = Dari orang dalam kelompok itu yang perbuatan sebenarnya akan berujung sanksi, bagian yang memang terkena.

measure-innocent-sanctioned = Terkena sanksi, dari yang tidak pantas
definition-innocent-sanctioned = Dari orang dalam kelompok itu yang perbuatan sebenarnya tidak akan berujung sanksi, bagian yang tetap terkena.

measure-deserving-spared = Luput, dari yang pantas dikenai sanksi
definition-deserving-spared = Dari orang dalam kelompok itu yang perbuatan sebenarnya akan berujung sanksi, bagian yang tidak terkena.

measure-instrument-precision = Yang pantas, dari semua yang dilakukan suatu alat
definition-instrument-precision = Dari orang di tingkatan sanksi pada akhir periode, dari yang tercantum dalam daftar, dan dari permohonan yang ditolak dalam periode ini, bagian yang memang akan timbul dari perbuatan sebenarnya.

measure-instrument-recall = Yang tertimpa, dari yang pantas tertimpa suatu alat
definition-instrument-recall = Dari orang yang perbuatan sebenarnya akan menempatkan mereka di tingkatan sanksi pada akhir periode, dari yang akan masuk daftar, dan dari permohonan dalam periode ini yang akan ditolak karenanya, bagian yang memang tertimpa. Permohonan tidak dihitung jika rezim membatasi tujuan: penolakan mana yang akan diizinkannya tidak diketahui.

measure-wrong-in-either-reading = Keliru dikenai sanksi, menurut salah satu bacaan tentang pantas
definition-wrong-in-either-reading = Orang yang terkena sanksi yang tidak akan dijatuhkan aturan rezim itu sendiri atas perbuatan mereka yang sebenarnya di dunia ini atau di dunia kembar, sebagai bagian dari semua orang. Orang yang menjadi miskin karena sanksi keliru lalu menunggak, pantas dikenai sanksi menurut perbuatannya di dunia ini dan tidak menurut perbuatannya di dunia kembar.

measure-deserved-in-twin-alone = Keliru dikenai sanksi menurut perbuatan di dunia ini, benar menurut perbuatan di dunia kembar
definition-deserved-in-twin-alone = Orang yang terkena sanksi yang tidak akan timbul dari perbuatan mereka yang sebenarnya di dunia ini, tetapi akan timbul dari perbuatan mereka di dunia kembar, sebagai bagian dari semua orang: mereka mengubah perilakunya di bawah rezim.

measure-wrongly-sanctioned = Keliru dikenai sanksi
definition-wrongly-sanctioned = Orang yang terkena sanksi yang tidak akan dijatuhkan oleh aturan rezim itu sendiri jika diterapkan pada perbuatan mereka yang sebenarnya, sebagai bagian dari semua orang dalam kelompok itu.

measure-wrongly-sanctioned-by-origin = Keliru dikenai sanksi
definition-wrongly-sanctioned-by-origin = Orang yang keliru dikenai sanksi, menurut kekeliruan yang mengambil sebagian besar poinnya atau memasukkannya ke daftar hitam.

measure-sanctioned-by-cause = Terkena sanksi menurut penyebabnya
definition-sanctioned-by-cause = Orang yang terkena sanksi, menurut bidang kehidupan dari aturan yang terakhir mengambil poin sebelumnya, atau dari apa yang dijawab daftar hitam.

measure-collateral-share = Dikenai sanksi karena perbuatan keluarga atau teman, dari semua yang terkena sanksi
definition-collateral-share = Dari orang-orang yang terkena sanksi, bagian yang perbuatan sebenarnya tidak akan berujung sanksi dan yang poinnya paling banyak hilang lewat relasi. Ini bagian `origin:tie` dari `sanctioned-without-own-deed`; orang yang keliru dianggap melakukan perbuatan orang lain tidak termasuk.

measure-mean-score = Rata-rata skor tercatat
definition-mean-score = Rata-rata skor tercatat semua orang di bawah rezim yang memberi skor.

measure-mean-deserved = Rata-rata skor yang sepatutnya
definition-mean-deserved = Rata-rata skor yang akan diberikan aturan rezim itu sendiri kepada orang-orang yang sama untuk semua perbuatan mereka yang sebenarnya.

measure-score-bin = Orang menurut skor
definition-score-bin = Orang menurut skor, dalam paling banyak 41 kelas berlebar poin bulat, menurut tingkatnya.

measure-posts = Unggahan
definition-posts = Unggahan tentang urusan publik yang terbit dalam periode ini, menurut sikapnya.

measure-posts-meant = Unggahan yang akan ada menurut pendapat saja
definition-posts-meant = Unggahan yang akan diterbitkan orang dalam periode ini menurut pendapat pribadinya, bila tidak ada hal lain yang memengaruhinya; sama di setiap dunia kembar.

measure-posts-lost = Unggahan yang hilang bagi publik
definition-posts-lost = Unggahan yang akan ada dalam periode ini menurut pendapat saja, dikurangi unggahan yang terbit dan tidak dihapus. Jumlahnya terdiri dari yang urung karena takut sendiri atau demi orang lain, yang tidak jadi karena sedikit orang lain bersuara, yang tertahan akun yang ditutup, dan yang dihapus, dikurangi yang ditulis demi poin. Selisihnya dengan dunia kembar adalah apa yang dapat dibaca di sana dan tidak di sini.

measure-posts-for-points = Unggahan yang ditulis demi poin
definition-posts-for-points = Unggahan di luar yang akan ada menurut pendapat saja, ditulis dalam periode ini karena mendatangkan poin.

measure-posts-withheld = Unggahan urung karena takut
definition-posts-withheld = Unggahan yang semestinya terbit dalam periode ini tetapi urung, karena takut atau karena unggahan diawasi dan dihukum.

measure-posts-removed = Unggahan yang dihapus
definition-posts-removed = Unggahan terbit yang dihapus dalam periode ini.

measure-posts-withheld-for-others = Unggahan urung demi orang lain
definition-posts-withheld-for-others = Unggahan yang semestinya terbit dalam periode ini tetapi urung karena akan merugikan poin keluarga serumah atau teman penulisnya; yang urung karena takut atas diri sendiri tidak termasuk.

measure-posts-muted = Unggahan kritis yang tidak jadi karena sedikit orang lain bersuara
definition-posts-muted = Unggahan kritis dan pengungkap yang tidak jadi ditulis dalam periode ini karena di lingkungan itu terdengar lebih sedikit unggahan semacam itu daripada biasanya, dikurangi yang ditulis karena terdengar lebih banyak.

measure-posts-silenced = Unggahan yang tidak ditulis karena akunnya ditutup
definition-posts-silenced = Unggahan yang semestinya terbit dalam periode ini tetapi tidak karena akunnya ditutup.

measure-reach = Pembaca yang terjangkau
definition-reach = Pembaca semua unggahan yang terbit dalam periode ini dan tidak dihapus, menurut sikapnya; yang membaca beberapa unggahan dihitung beberapa kali.

measure-reach-lost = Pembaca yang tidak terjangkau
definition-reach-lost = Pembaca yang tidak terjangkau unggahan periode ini karena unggahan dihapus, karena akunnya ditutup, atau karena penulisnya urung menerbitkannya akibat takut atau demi orang lain.

measure-accounts-closed = Orang yang akunnya ditutup
definition-accounts-closed = Orang yang akunnya ditutup pada akhir periode, sebagai bagian dari semua orang.

measure-sanctions-begun = Orang yang mulai terkena sanksi
definition-sanctions-begun = Orang yang mulai terkena sanksi dalam periode ini, melalui tingkat atau daftar hitam, dihitung lagi setiap kali.

measure-sanctions-ended = Orang yang sanksinya berakhir
definition-sanctions-ended = Orang yang sanksinya berakhir dalam periode ini, apa pun sebabnya, termasuk meninggal.

measure-spell-median = Minggu sampai separuh sanksi berakhir
definition-spell-median = Jumlah minggu sampai separuh sanksi berakhir, dari sanksi yang berakhir dalam tahun ini dan yang masih berlaku pada akhir tahun; tanpa nilai bila lebih dari separuh berlangsung lebih lama daripada yang teramati.

measure-spell-mean = Lamanya sanksi dalam 104 minggu pertamanya
definition-spell-mean = Rata-rata lama sanksi, masing-masing dihitung sampai 104 minggu, dari sanksi yang berakhir dalam tahun ini dan yang masih berlaku pada akhir tahun; tanpa nilai bila pada suatu umur sebelumnya tidak ada yang teramati.

measure-spell-still-on = Dari sanksi dalam setahun: masih berlaku pada akhirnya
definition-spell-still-on = Dari sanksi yang berakhir dalam tahun ini atau berlaku pada akhir tahun, bagian yang masih berlaku: berapa lama seluruhnya tidak diketahui (tersensor).

measure-sanctioned-weeks = Minggu sanksi
definition-sanctioned-weeks = Minggu yang dilalui orang-orang dengan sanksi dalam periode ini, dijumlahkan atas semua orang dan dihitung minggu demi minggu.

measure-wrongly-sanctioned-weeks = Minggu sanksi keliru
definition-wrongly-sanctioned-weeks = Minggu yang dilalui orang-orang dalam periode ini dengan sanksi yang tidak akan timbul dari perbuatan mereka yang sebenarnya, menurut kekeliruan yang mengambil sebagian besar poinnya atau memasukkannya ke daftar hitam.

measure-wrong-stay-median = Minggu sampai separuh sanksi keliru berakhir atau menjadi benar
definition-wrong-stay-median = Jumlah minggu sampai separuh sanksi yang keliru berakhir atau tidak lagi keliru, dari yang demikian dalam tahun ini dan yang masih keliru pada akhir tahun; tanpa nilai bila lebih dari separuh tetap keliru lebih lama daripada yang teramati.

measure-wrong-stay-mean = Lamanya sanksi tetap keliru dalam 104 minggu pertama
definition-wrong-stay-mean = Rata-rata lamanya sanksi tetap keliru, masing-masing dihitung sampai 104 minggu, dari yang berakhir atau tidak lagi keliru dalam tahun ini dan yang masih keliru pada akhir tahun; tanpa nilai bila pada suatu umur sebelumnya tidak ada yang teramati.

measure-wrong-stay-still-on = Dari sanksi keliru dalam setahun: masih keliru pada akhirnya
definition-wrong-stay-still-on = Dari sanksi yang berakhir selagi keliru atau tidak lagi keliru dalam tahun ini, atau keliru pada akhir tahun, bagian yang masih keliru: berapa lama seluruhnya tidak diketahui (tersensor).

measure-deed-to-consequence = Waktu dari perbuatan sampai sanksi
definition-deed-to-consequence = Rata-rata waktu dari perbuatan pertama sejak peninjauan terakhir yang mengurangi poin, atau dari putusan yang berujung pada daftar hitam, sampai sanksi, dari sanksi yang mulai berlaku dalam periode ini; entri yang dicatat atas nama orang lain butuh satu minggu.

measure-sanctioned-only-here = Terkena sanksi di sini dan tidak di dunia kembar
definition-sanctioned-only-here = Orang yang terkena sanksi di dunia ini dan tidak di dunia kembarnya, sebagai bagian dari semua orang.

measure-sanctioned-only-in-twin = Terkena sanksi hanya di dunia kembar
definition-sanctioned-only-in-twin = Orang yang terkena sanksi di dunia kembar dan tidak di dunia ini, sebagai bagian dari semua orang.

measure-sanctioned-in-both = Terkena sanksi di kedua dunia
definition-sanctioned-in-both = Orang yang terkena sanksi di dunia ini dan di dunia kembarnya, sebagai bagian dari semua orang.

measure-partner-sorting = Kemiripan skor kedua pasangan
definition-partner-sorting = Korelasi skor dua pasangan di dunia ini, atas pasangan-pasangan di dunia ini dan atas pasangan-pasangan di dunia kembarnya: selisih keduanya adalah pengaruh kedudukan terhadap siapa berpasangan dengan siapa, dan apa yang menular dari satu pasangan ke pasangannya jika poin merembet.

measure-seen-by-city = Perbuatan yang terlihat kamera
definition-seen-by-city = Dari perbuatan yang diamati kamera, dilakukan dalam periode terakhir tahun itu di tempat rezim membacanya dan belum terlihat saluran lain, bagian yang terlihat kamera, menurut kelas ukuran kota, yang terbesar lebih dulu.

measure-wrong-person-rate = Disangka orang lain
definition-wrong-person-rate = Seberapa sering dalam periode ini seseorang disangka kamera sebagai pelaku suatu perbuatan, atau disebut oleh alarm palsu tanpa kejadian apa pun, per 1.000 orang dalam kelompok itu dan tahun. Kelompoknya adalah kelompok orang yang disebut. Kelompok rupa dihitung menurut bagiannya dari semua rumah tangga.

measure-life-on-record = Dari semua perbuatan, yang sampai ke catatan
definition-life-on-record = Dari semua perbuatan yang dilakukan dalam periode ini, ada aturannya atau tidak, bagian yang sampai ke catatan seseorang. Perbuatan yang tidak dipakai rezim mana pun dalam studi ini, dan bukan unggahan atau pelanggaran, tidak disimulasikan dan tidak dihitung.

measure-attention-ratio = Bagian perbuatan yang terlihat di sepersepuluh lingkungan yang paling diawasi, dibagi bagian di lingkungan lain
definition-attention-ratio = Bagian perbuatan yang terlihat kamera, keamanan, dan kantor lingkungan, dari yang mereka amati, di sepersepuluh lingkungan di bawah rezim dengan entri masa lalu terbanyak, dibagi bagian yang sama di lingkungan lain. Kota yang punya lebih banyak kamera punya lebih banyak entri: sekalipun pengawasan sama sekali tidak mengikuti catatan masa lalu, rasionya sudah di atas 1 karena hal itu saja.

measure-refusal-distance = Jarak penolakan dari penyebabnya
definition-refusal-distance = Jarak rata-rata, atas permohonan yang ditolak dalam periode ini, dari bidang penyebab ke bidang yang dimohonkan: 0 untuk konteks yang sama, ½ untuk konteks yang berdekatan, 1 untuk konteks yang tidak berkaitan, menurut tabel yang memberi alasan untuk setiap pasangan. Penyebabnya adalah aturan yang terakhir mengambil poin, atau apa yang dijawab daftar hitam; tanpa penyebab yang diketahui jaraknya 1.

measure-sanction-severity = Seberapa berat suatu sanksi
definition-sanction-severity = Rata-rata beratnya apa yang dialami orang-orang yang terkena sanksi: pintu-pintu yang tertutup bagi masing-masing, dibobot menurut tabel yang memberi alasan untuk setiap pintu, paling banyak 1. Sanksi yang tidak menutup pintu apa pun berbobot 0.

measure-severity-beyond-gravity = Beratnya sanksi yang tidak ditanggung perbuatannya, dari semua beratnya
definition-severity-beyond-gravity = Dari beratnya semua sanksi, bagian yang melampaui apa yang ditanggung bobot perbuatan dalam catatan menurut hukum yang berlaku bagi semua orang: perbuatan yang sah tidak menanggung apa pun, pelanggaran ringan setengahnya, kejahatan seluruhnya; tanpa perbuatan yang diketahui tidak ada yang ditanggung.

measure-detriment-by-gravity = Minggu terkena sanksi dalam setahun
definition-detriment-by-gravity = Minggu yang dilalui orang-orang dengan sanksi, per tahun, menurut bobot perbuatan di baliknya menurut hukum yang berlaku bagi semua orang: sah, ringan, atau berat. Yang penyebabnya tidak diketahui hanya masuk hitungan keseluruhan.

measure-sanctioned-without-own-deed = Dikenai sanksi tanpa perbuatan sendiri apa pun, dari semua yang terkena sanksi
definition-sanctioned-without-own-deed = Dari orang-orang yang terkena sanksi, bagian yang perbuatan sebenarnya tidak akan berujung sanksi dan yang kehilangan poin, atau dicantumkan dalam daftar, karena perbuatan orang lain atau tanpa sebab sama sekali: salah orang, berkas yang keliru digabung, kekeliruan petugas, relasi. Keseluruhannya adalah jumlah bagian-bagiannya menurut asal.

measure-sanctioned-for-lawful = Dikenai sanksi karena hal yang sah menurut hukum, dari semua yang terkena sanksi
definition-sanctioned-for-lawful = Dari orang-orang yang terkena sanksi, bagian yang sanksinya menurut catatan didasari perbuatan yang sah menurut hukum yang berlaku bagi semua orang: apa yang mereka beli, katakan, atau mohonkan.

measure-decisions-unreviewed = Sanksi yang tidak ditinjau manusia sebelum berlaku
definition-decisions-unreviewed = Dari sanksi yang mulai berlaku dalam periode ini, bagian yang tidak ditinjau manusia sebelumnya: yang semata-mata karena tingkat, kecuali jika rezim punya peninjauan oleh manusia. Siapa pun yang masuk daftar hitam ditinjau pejabat pengadilan.

measure-refusals-per-listed-year = Permohonan yang ditolak untuk setiap tahun dalam daftar hitam pengadilan
definition-refusals-per-listed-year = Permohonan yang ditolak dalam periode ini karena daftar hitam pengadilan, untuk setiap tahun seseorang tercantum di dalamnya.


## Satuan

unit-appeals = banding
unit-years = tahun
unit-share = bagian
unit-weeks = minggu
unit-entries = entri
unit-persons = orang
unit-median-weekly-incomes = median penghasilan mingguan
unit-ratio = rasio
unit-requests = permohonan
unit-deeds = perbuatan
unit-per-1-000-person-years = per 1.000 orang-tahun
unit-elasticity = elastisitas
unit-trips = perjalanan
unit-couples = pasangan
unit-points = poin
unit-posts = unggahan
unit-readers = pembaca
unit-person-weeks = orang-minggu
unit-correlation = korelasi
unit-per-1-000-persons-and-year = per 1.000 orang dan tahun
unit-person-weeks-per-year = orang-minggu per tahun
unit-requests-per-person-year = permohonan per orang-tahun

## Sumber ukuran; nama karya tetap seperti aslinya

source-our-definition = definisi kami
source-international-covenant-on-civil-and-political-rights-art-2-3-an-effective-remedy = Kovenan Internasional tentang Hak Sipil dan Politik, pasal 2(3): pemulihan yang efektif
source-fan-and-zhang-2021 = Fan dan Zhang 2021
source-false-negative-rate = tingkat negatif palsu
source-false-positive-rate = tingkat positif palsu
source-positive-predictive-value = nilai prediksi positif
source-counts-of-the-supreme-people-s-court-as-a-share = hitungan Mahkamah Rakyat Agung, sebagai bagian
source-our-definition-after-kuran-1995 = definisi kami, mengikuti Kuran (1995)
source-the-claim-of-the-report-our-definition = klaim laporan; definisi kami
source-sensitivity = sensitivitas
source-our-definition-after-nistir-8280 = definisi kami, mengikuti NISTIR 8280
source-our-definition-after-ensign-et-al-2018 = definisi kami, mengikuti Ensign dkk. (2018)
source-ai-act-eu-2024-1689-art-5-1-c-i-treatment-in-a-context-unrelated-to-that-of-the-data = Undang-Undang AI (UE) 2024/1689, pasal 5(1)(c)(i): perlakuan dalam konteks yang tidak berkaitan dengan konteks datanya
source-ai-act-eu-2024-1689-art-5-1-c-ii-treatment-out-of-proportion-to-the-conduct = Undang-Undang AI (UE) 2024/1689, pasal 5(1)(c)(ii): perlakuan yang tidak sebanding dengan perbuatannya
source-universal-declaration-of-human-rights-art-11-nobody-answers-for-what-they-have-not-done = Pernyataan Umum tentang Hak Asasi Manusia, pasal 11: tidak seorang pun menanggung apa yang tidak dilakukannya
source-international-covenant-on-civil-and-political-rights-art-19-speech-and-our-table-of-gravity = Kovenan Internasional tentang Hak Sipil dan Politik, pasal 19 (kebebasan berpendapat), dan tabel bobot kami
source-gdpr-eu-2016-679-art-22-decisions-based-solely-on-automated-processing = GDPR (UE) 2016/679, pasal 22: keputusan yang semata-mata didasarkan pada pemrosesan otomatis
source-assumption-of-the-society-file = asumsi dalam berkas masyarakat

## Angka-angka masyarakat yang dibangun, dan dari mana asalnya

quantity-households-of-1-persons = rumah tangga berisi 1 orang
quantity-households-of-2-persons = rumah tangga berisi 2 orang
quantity-households-of-3-persons = rumah tangga berisi 3 orang
quantity-households-of-4-persons = rumah tangga berisi 4 orang
quantity-households-of-5-persons = rumah tangga berisi 5 orang
quantity-households-of-6-persons = rumah tangga berisi 6 orang
quantity-households-of-7-and-more-persons = rumah tangga berisi 7 orang atau lebih
quantity-mean-household = rata-rata isi rumah tangga
quantity-persons-under-15 = orang di bawah 15 tahun
quantity-persons-of-15-to-59 = orang berumur 15 sampai 59 tahun
quantity-persons-of-60-and-over = orang berumur 60 tahun ke atas
quantity-persons-of-65-and-over = orang berumur 65 tahun ke atas
quantity-males-per-100-females = laki-laki per 100 perempuan
quantity-persons-in-town = orang yang tinggal di kota
quantity-college-education = pendidikan tinggi
quantity-gini-coefficient-of-income = koefisien Gini penghasilan
quantity-adults-who-drink = orang dewasa yang minum minuman beralkohol
quantity-men-who-drink-weekly = laki-laki yang minum setiap minggu
quantity-women-who-drink-weekly = perempuan yang minum setiap minggu
quantity-persons-who-never-write-in-public = orang yang tidak pernah menulis di muka umum
quantity-deaths-per-1-000-and-year-at-the-start = kematian per 1.000 orang dan tahun pada awalnya
quantity-persons-who-are-prolific-writers = orang yang banyak menulis
unit-index = indeks
unit-cities = kota
unit-per-1-000 = per 1.000
unit-per-100-000 = per 100.000
how-built-in = ditanamkan
how-a-sample-of-the-cities = sampel dari kota-kota
how-came-out = muncul sendiri
how-read = dibaca
how-recalled = diingat
how-secondary = sekunder
how-assumption = asumsi
source-kaplan-and-meier-1958-with-delayed-entry = Kaplan dan Meier 1958, dengan masuk tertunda
