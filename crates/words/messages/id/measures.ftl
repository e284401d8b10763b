# Label ukuran dan perlindungan, dan seberapa pasti suatu klaim diketahui. Kode memintanya menurut nama.

## Seberapa pasti suatu klaim diketahui

claim-ours = tambahan kami sendiri
claim-documented = terdokumentasi
claim-reported = diberitakan
claim-hypothetical = hipotetis

## Bagian-bagian rezim

part-rule = aturan
part-spillover = rembetan
part-list = daftar hitam
part-gate = pintu
part-appeals = banding
part-removal = penghapusan
part-feed = skor perusahaan
part-checks = pemeriksaan
part-consent = persetujuan

## Ukuran

measure-accounts-closed = Orang yang akunnya ditutup
measure-appeal-delay = Waktu sampai banding mulai ditangani
measure-appeal-success-given-innocence = Banding yang dikabulkan, dari yang diajukan orang yang keliru dikenai sanksi
measure-appeals-dared = Dari yang keliru dikenai sanksi: tahu bahwa mereka boleh mengajukan banding, berani, dan mampu membayar
measure-appeals-filed = Banding yang diajukan dalam tahun terakhir
measure-appeals-known = Dari yang keliru dikenai sanksi: tahu bahwa mereka boleh mengajukan banding
measure-appeals-lapsed = Banding yang kehilangan pokok perkaranya
measure-appeals-rejected = Banding yang ditolak
measure-appeals-silent = Banding yang tidak pernah dijawab
measure-appeals-upheld = Banding yang dikabulkan dalam tahun terakhir
measure-appeals-waiting = Banding yang masih menunggu
measure-attention-ratio = Bagian perbuatan yang terlihat di sepersepuluh lingkungan yang paling diawasi, dibagi bagian di lingkungan lain
measure-aware = Orang yang tahu aturan yang mengatur hidupnya
measure-checks = Pemeriksaan dalam tahun terakhir
measure-checks-wrong = Pemeriksaan terhadap orang yang tidak berbuat apa-apa
measure-collateral-ratio = Dikenai sanksi karena perbuatan orang lain, untuk setiap orang yang dikenai sanksi karena perbuatan sendiri
measure-corrections-undone = Koreksi yang dibatalkan oleh salinan lama
measure-couples-paired = Pasangan yang terbentuk
measure-couples-parted = Pasangan yang berpisah dalam tahun terakhir
measure-deaths = Kematian
measure-decisions-unreviewed = Sanksi yang tidak ditinjau manusia sebelum berlaku
measure-deed-to-consequence = Waktu dari perbuatan sampai sanksi
measure-deeds = Perbuatan
measure-defaults = Pinjaman yang tidak dilunasi
measure-delay-to-remedy = Waktu sampai kekeliruan dipulihkan, jika dipulihkan
measure-deposits-saved = Uang jaminan yang dihemat mereka yang istimewa
measure-deterred = Perbuatan terhukum yang diurungkan dalam tahun terakhir
measure-detriment-by-gravity = Minggu terkena sanksi dalam setahun
measure-enrolled = Orang yang ikut serta
measure-entries = Entri yang ditulis ke dalam catatan dalam tahun terakhir
measure-fear = Rata-rata rasa takut, dari tidak ada sampai tertinggi
measure-feels-safe = Orang dewasa yang merasa aman
measure-held-at-home = Orang yang tertahan di kota asalnya karena penolakan
measure-hidden = Orang yang bersembunyi dari aplikasi
measure-income-lost = Penghasilan yang hilang karena sanksi dan penolakan, dari semua penghasilan
measure-income-lost-after-exit = Penghasilan yang hilang pada mereka yang sanksinya sudah berakhir, dari semua penghasilan
measure-income-persistence = Seberapa jauh penghasilan mengikuti penghasilan orang tua
measure-interest-saved = Bunga yang dihemat mereka yang istimewa
measure-life-on-record = Dari semua perbuatan, yang sampai ke catatan
measure-list-entries = Orang yang masuk daftar hitam pengadilan dalam tahun terakhir
measure-list-exits = Orang yang keluar dari daftar hitam pengadilan dalam tahun terakhir
measure-listed = Dalam daftar hitam pengadilan
measure-mean-deserved = Rata-rata skor yang sepatutnya
measure-mean-score = Rata-rata skor tercatat
measure-mean-spell = Lamanya sanksi
measure-moved-away = Orang yang pindah
measure-opinion-gap = Pengkritik secara pribadi, dikurangi unggahan kritis di antara unggahan
measure-partner-sorting = Kemiripan skor kedua pasangan
measure-points-gained = Poin yang diperoleh
measure-points-lost = Poin yang hilang dalam tahun terakhir
measure-population = Jumlah orang
measure-posts = Unggahan
measure-posts-muted = Unggahan kritis yang tidak jadi karena sedikit orang lain bersuara
measure-posts-removed = Unggahan yang dihapus dalam tahun terakhir
measure-posts-silenced = Unggahan yang tidak ditulis karena akunnya ditutup
measure-posts-withheld = Unggahan urung karena takut, tahun terakhir
measure-posts-withheld-for-others = Unggahan urung demi orang lain, tahun terakhir
measure-privileges = Permohonan yang disambut keistimewaan dalam tahun terakhir
measure-privileges-by-income = Permohonan yang disambut keistimewaan dalam tahun terakhir
measure-proxy-validity = Entri yang pembacaan sifatnya benar
measure-public-from-private = Poin skor publik yang berasal dari skor perusahaan
measure-reach = Pembaca yang terjangkau dalam tahun terakhir
measure-reach-lost = Pembaca yang tidak terjangkau dalam tahun terakhir
measure-record-precision = Entri yang benar tentang orangnya
measure-record-recall = Perbuatan yang sampai ke catatan
measure-refusals = Permohonan yang ditolak dalam tahun terakhir
measure-refusals-other-domain = Penolakan yang penyebabnya berada di bidang kehidupan lain
measure-refusals-per-listed-year = Permohonan yang ditolak untuk setiap tahun dalam daftar hitam pengadilan
measure-refused = Permohonan yang ditolak
measure-refused-wrongly = Permohonan yang ditolak terhadap orang yang perbuatannya sendiri tidak akan berujung penolakan
measure-requests = Permohonan yang diajukan dalam tahun terakhir
measure-sanction-persistence = Seberapa jauh sanksi orang tua mengikuti anaknya
measure-sanctioned = Terkena sanksi pada akhirnya
measure-sanctioned-by-cause = Terkena sanksi menurut penyebabnya
measure-sanctioned-for-lawful = Dikenai sanksi karena hal yang sah menurut hukum, dari semua yang terkena sanksi
measure-sanctioned-in-both = Terkena sanksi di kedua dunia
measure-sanctioned-only-here = Terkena sanksi di sini dan tidak di dunia kembar
measure-sanctioned-only-in-twin = Terkena sanksi hanya di dunia kembar
measure-sanctioned-weeks = Minggu sanksi, tahun terakhir
measure-sanctioned-without-own-deed = Dikenai sanksi tanpa perbuatan sendiri apa pun, dari semua yang terkena sanksi
measure-sanctions-begun = Orang yang mulai terkena sanksi dalam tahun terakhir
measure-sanctions-ended = Orang yang sanksinya berakhir dalam tahun terakhir
measure-sanctions-stopped = Sanksi yang dicegah manusia sebelum berlaku
measure-school-places-refused = Tempat di sekolah yang lebih baik yang ditolak karena kedudukan orang tua
measure-score-bin = Orang menurut skor
measure-seen-by-city = Perbuatan yang terlihat kamera
measure-stated-approval = Orang dewasa yang mengaku setuju
measure-ties-cut = Pertemanan yang diputus
measure-trips-lost = Perjalanan yang batal karena penolakan dalam tahun terakhir
measure-true-approval = Orang dewasa yang setuju secara pribadi
measure-trust-warranted = Pelanggaran oleh mereka yang istimewa, untuk setiap pelanggaran oleh semua orang lain
measure-violations = Pelanggaran hukum
measure-wrong-person-rate = Disangka orang lain
measure-wrong-stay = Lamanya sanksi tetap keliru
measure-wrongly-listed = Keliru masuk daftar hitam pengadilan
measure-wrongly-sanctioned = Keliru dikenai sanksi pada akhirnya
measure-wrongly-sanctioned-by-origin = Keliru dikenai sanksi pada akhirnya
measure-wrongly-sanctioned-weeks = Minggu sanksi keliru, tahun terakhir

## Perlindungan

safeguard-answer-in-time = banding dijawab tepat waktu
safeguard-human-review = manusia meninjau setiap sanksi
safeguard-expiry = poin dan pencantuman kedaluwarsa
safeguard-no-spillover = tidak ada poin karena perbuatan orang lain
safeguard-purpose-limits = pintu terbatas pada bidang kehidupannya sendiri
safeguard-match-threshold = ambang pengenalan wajah yang lebih tinggi
safeguard-notice = yang terkena sanksi diberi tahu
safeguard-corrections-reach-all = koreksi sampai ke semua salinan
