# Halaman penjelajah. Pesan yang id-nya diawali `page-` diserahkan kepada skripnya: teks biasa dengan `{ $name }`, tanpa pilihan
# bentuk; bentuk jamak ditulis sebagai dua pesan, `…-one` dan `…-other`.

# Bilah dan perkakas

page-skip = Langsung ke masyarakat
page-title = Demerit: lihatlah
page-brand = laboratorium masyarakat rekaan
page-tools = Studi, tur, berkas, dan bahasa
page-study = Studi
page-language = Bahasa
page-tour-begin = Tur berpemandu
page-striking = Satu kehidupan yang banyak berkisah
page-striking-wait = Kehidupan siapa yang banyak berkisah baru diketahui setelah semua minggu dijalani.
page-striking-wrongly = Dipilih karena hampir tak ada yang lebih lama terkena sanksi secara keliru: { $weeks } minggu di Dunia A.
page-striking-deserved = Dipilih karena lama terkena sanksi, dan tak pernah secara keliru: { $weeks } minggu di Dunia A.
page-striking-untouched = Dipilih karena tak pernah terkena sanksi di Dunia A.
page-save = Simpan sebagai studi
page-saved = { $name } tersimpan.
page-open = Buka studi
page-cannot-open = { $name } tidak dapat dibuka.
page-file-too-large = Ukurannya melebihi batas sebuah studi: paling besar { $most } KiB.
page-link = Salin tautan
page-linked = Tautan disalin
page-link-broken = Tautan tidak terbaca; yang tampil adalah studi apa adanya.
page-link-needs-file = Studi ini berasal dari sebuah berkas, yang tidak dapat dimuat dalam tautan. Simpanlah sebagai studi, lalu bagikan berkasnya.
page-link-file-closed = Studi dalam tautan ini berasal dari berkas yang tidak terbuka di sini. Bukalah berkasnya; sementara itu yang tampil adalah studi yang biasa.
page-dropped = Dunia-dunia ini dilepas untuk memberi tempat bagi jendela lain. Ubah sesuatu, atau muat ulang halaman, untuk menjalaninya lagi.
page-lost = Program di komputer ini tidak menjawab. Halaman akan berlanjut sendiri begitu program menjawab; jika Anda menghentikannya, jalankan lagi demerit explore.
page-close = Tutup
page-working = Sedang dihitung
page-done = Semua minggu telah dijalani.
page-foot = Demerit adalah laboratorium masyarakat rekaan. Ia tidak menyimpan catatan tentang orang nyata mana pun dan tidak menjawab pertanyaan tentang siapa pun. Yang Anda lihat adalah pernyataan bersyarat: jika manusia, pengawasan, dan aturannya seperti ini, maka inilah akibatnya.

# Yang pertama dilihat

page-opening-kicker = Demerit · laboratorium masyarakat rekaan
page-opening-title = Apa akibatnya jika setiap warga diberi skor?
page-opening-says = Di bawah ini hidup seratus ribu orang rekaan, dua kali: sekali di bawah kamera, poin, dan daftar seperti yang digambarkan sebuah laporan tahun 2018, sekali lagi hanya di bawah hukum dan pengadilan. Orangnya sama, nasibnya sama. Setiap perbedaan adalah akibat rezimnya.
page-opening-tour = Ikuti tur (sepuluh menit)
page-opening-look = Melihat-lihat sendiri
page-opening-condition = Tak seorang pun di sini nyata. Orang-orangnya hanyalah nomor tanpa nama, dibuat dari angka agregat yang telah diterbitkan dan sebuah benih acak. Program ini hanya berjalan di komputer ini dan tidak mengirim apa pun ke mana pun.

# Dunia dan gambar

page-world-here = Dunia A
page-world-beside = Dunia B
page-picture-label = Negeri rekaan { $world }. Setiap titik adalah satu orang. Bergeraklah dengan tombol panah, buka sebuah kehidupan dengan Enter.
page-picture-label-blocks = Negeri rekaan { $world }. Setiap titik mewakili { $persons } orang. Bergeraklah dengan tombol panah, buka kehidupan salah seorang dari mereka dengan Enter.
page-picture-help = Shift dengan tombol panah bergerak lebih jauh. Di luar gambar, tombol panah berpindah dari minggu ke minggu, Home dan End ke minggu pertama dan terakhir, bilah spasi memutar dan menghentikan.
page-phase-before = hanya pengadilan
page-phase-pilot = uji coba di beberapa kota (berbingkai)
page-phase-near = : { $held } dari semua orang, { $wanted } diinginkan
page-phase-far = : { $held } dari semua orang, { $wanted } diinginkan; dengan orang sesedikit ini kota-kota utuh tidak bisa lebih dekat
page-phase-national = berlaku di mana-mana
page-key-person = Setiap titik adalah satu orang; blok-blok adalah kota. Klik sebuah titik untuk membaca kehidupannya.
page-key-block = Setiap titik mewakili { $persons } orang dari satu lingkungan.
page-key-no-score = Tak ada rezim di kedua dunia ini yang menyimpan skor.
page-key-nobody = tak seorang pun
page-key-all = semua
page-key-no-fear = tanpa rasa takut
page-key-most-fear = paling takut
page-colouring-sanction = Sanksi
page-colouring-standing = Kedudukan
page-colouring-score = Skor
page-colouring-fear = Rasa takut
page-colouring-standing-says = bagian yang berada di tingkat bersanksi
page-colouring-sanction-says = bagian yang terkena sanksi secara keliru
page-colouring-fear-says = seberapa jauh rasa takut menahan orang
page-colouring-score-says = poin menurut catatan
page-cell-sanction-none = tanpa sanksi
page-cell-sanction-deserved = terkena sanksi sesuai aturan
page-cell-sanction-wrong = terkena sanksi secara keliru
page-cell-sanction-listed = dalam daftar pengadilan
page-cell-sanction-listed-wrongly = keliru masuk daftar

# Pemutar

page-player = Minggu
page-player-week = Minggu
page-player-when = { $year }, minggu ke-{ $week }
page-player-living = { $weeks } dari { $all } minggu dijalani
page-player-play = Putar
page-player-pause = Jeda
page-player-speed = Kecepatan
page-player-weeks-a-second = { $weeks } minggu per detik
page-player-look = Warnai orang menurut

# Siapa seseorang

page-person-number = Orang { $number }
page-person-who = { $sex }, { $age } tahun
page-person-household-one = hidup sendiri
page-person-household-other = rumah tangga { $number } orang
page-person-score = skor { $score }
page-person-fear = rasa takut { $fear }
page-person-open = Klik untuk membaca kehidupan ini
page-sex-female = perempuan
page-sex-male = laki-laki

# Bagaimana jika

page-what-if = Bagaimana jika?
page-reset-one = Kembalikan satu perubahan itu
page-reset-other = Kembalikan semua { $number } perubahan
page-reset-nothing = Belum ada yang diubah
page-beside-what = Di sampingnya, di Dunia B:
page-beside-nothing = (studi ini hanya punya satu dunia)
page-beside-unchanged = Dunia A sebelum Anda ubah
page-safeguards = Perlindungan
page-safeguards-note = Yang dituntut hukum atau para pembaru. Masing-masing dapat diberlakukan di Dunia A.
page-group-seeing = Melihat
page-group-judging = Menilai
page-group-ties = Teman dan keluarga
page-group-list = Daftar
page-group-remedy = Pemulihan
page-group-fear = Rasa takut
page-back-to = Kembali ke { $value }
page-assumption = asumsi
page-sourced = sumber
page-range = rentang { $low } sampai { $high }
page-range-allowed = rentang tidak dinyatakan; boleh { $low } sampai { $high }
page-in-both = di kedua dunia
page-usual-value = Menurut studi
page-what-it-is = Apa ini
page-source = Sumber
page-no-source = Tidak ada: ini asumsi kami.
page-note = Catatan
page-place = Tempat dalam berkas
page-mechanisms = Mekanisme
page-mechanisms-note = Apa yang dikisahkan sumber, masing-masing dengan sakelar, dan apakah terdokumentasi, dilaporkan, atau hipotetis.
page-mechanism-off = Jika dimatikan: { $off }
page-claim-documented = terdokumentasi
page-claim-reported = dilaporkan
page-claim-hypothetical = hipotetis
page-all-figures = Semua { $count } angka
page-find-figure = Cari angka, misalnya camera atau loan
page-figures-found = { $found } angka, { $shown } ditampilkan
page-size = Ukuran dan keberuntungan
page-size-persons = Orang
page-size-years = Tahun
page-size-seed = Benih acak: angka lain berarti nasib lain
page-size-note = Lebih banyak orang: angka lebih mantap, tunggu lebih lama.

# Angka dan bagan

page-numbers = Keadaan kedua dunia
page-numbers-note = Satu lemparan nasib: benih lain sedikit menggeser angka ini. Bagian dihitung dari semua orang kecuali disebut lain.
page-before = Dunia A sebelum perubahan Anda
page-figure-sanctioned = Terkena sanksi
page-figure-wrongly-sanctioned = Terkena sanksi secara keliru
page-figure-record-precision = Entri catatan yang benar tentang orangnya
page-figure-camera-precision = Nama yang dicatat kamera dan benar
page-figure-refusals = Permohonan ditolak
page-figure-school-places-refused = Tempat sekolah ditolak
page-figure-appeal-success-given-innocence = Banding orang tak bersalah yang berhasil
page-figure-posts-withheld = Unggahan kritis yang tidak jadi ditulis
page-figure-fear = Rasa takut rata-rata
page-unit-per-1-000-persons-a-year = per 1.000 orang per tahun
page-charts = Dalam gambar
page-chart-waits = Digambar segera setelah ada yang terukur.

# Mengapa

page-why = Mengapa? Terdiri dari apa ini?
page-why-title = Terdiri dari apa ini
page-why-definition = Bagaimana didefinisikan
page-why-unit = Satuan: { $unit }.
page-why-source = Sumber: { $source }.
page-why-origins = Dari mana sanksi keliru berasal
page-why-mechanisms = Mekanisme di baliknya
page-why-no-mechanism = Tidak ada satu mekanisme pun yang khusus di baliknya.
page-why-shares = Berapa banyak yang ditimbulkan tiap kesalahan atau mekanisme
page-why-shares-note = Dunia dijalani lagi, dalam ukuran kecil. Apa yang keliru dibagi menurut kesalahan: setiap kombinasinya diperbaiki, dengan semua aturan tetap. Yang lain dibagi menurut mekanisme: setiap kombinasinya dimatikan. Masing-masing mendapat bagian yang adil dari jumlah keseluruhan (nilai Shapley); bagian-bagian itu berjumlah utuh.
page-why-of-what = Ukuran
page-why-work-out = Hitunglah
page-why-no-shares = Ukuran ini tidak memiliki jumlah yang dapat dibagi.
page-why-shares-of = Dalam dunia kecil berisi { $persons } orang selama { $weeks } minggu; jumlahnya { $total }.
page-why-mean = Jumlah itu ialah rata-rata sepanjang simulasi. Judul grafik menyebut tahun terakhir, yang angkanya lain bila sesuatu telah tumbuh atau menyusut.
page-why-none = Yang tersisa tanpa semua ini
page-why-assumptions = Bertumpu pada apa: { $count } asumsi
page-why-assumptions-show = Tampilkan angka yang tidak bersumber
page-why-no-assumption = Setiap angka mekanisme ini memiliki sumber.
page-why-figure = Angka
page-why-range = Rentang

# Mekanisme

page-player-short-wrong-person = Disangka orang lain
page-player-short-wrong-inference = Perbuatan dibaca sebagai sifat yang tidak ada
page-player-short-wrong-join = Berkas salah digabung
page-player-short-clerk = Kekhilafan petugas
page-player-short-tie = Perbuatan teman dan keluarga
page-player-short-uneven-attention = Sebagian lebih diawasi daripada yang lain
page-player-short-identification = Wajah keliru dikenali
page-player-short-joined-files = Berkas salah digabung
page-player-short-clerk-errors = Kesalahan petugas
page-player-short-proxies = Belanja dibaca sebagai sifat
page-player-short-spillover = Perbuatan teman dan keluarga
page-player-short-commercial-score = Skor perusahaan
page-player-short-attention = Melihat ke tempat yang dulu dilihat
page-player-short-observation = Apa yang terlihat sama sekali

# Satu kehidupan

page-life-title = Kehidupan orang { $number }
page-life-again = Kedua dunia dijalani lagi dengan nasib yang sama untuk mencatat semua yang menimpa satu orang ini.
page-life-failed = Kehidupan ini tidak dapat dikisahkan.
page-life-empty = Tidak ada apa pun dalam buku besar kehidupan ini.
page-life-chart = Skor menurut catatan dan skor yang sepatutnya dari tahun ke tahun
page-life-on-record = skor menurut catatan
page-life-deserved = skor menurut perbuatan yang sebenarnya
page-life-when = Kapan
page-life-true = Yang benar
page-life-record = Yang tercatat, dan akibatnya
page-life-points = Poin
page-life-score = Skor
page-life-scores = { $score } (sepatutnya { $deserved })
page-life-kind-true = benar dan tercatat
page-life-kind-wrong = tercatat, tetapi bukan perbuatan orang ini
page-life-kind-sanction = disanksi
page-life-kind-refusal = ditolak
page-life-kind-remedy = pemulihan

# Tur

page-tour-of = Tur, langkah { $step } dari { $steps }
page-tour-step = Langkah { $step }: { $title }
page-tour-leave = Tinggalkan tur
page-tour-back = Kembali
page-tour-next = Langkah berikutnya
page-tour-end = Jelajahi sendiri
page-tour-task = Sekarang Anda:
page-tour-show = Tunjukkan tempatnya
page-tour-measuring = Sedang diukur …
page-tour-nothing = Tidak ada yang terukur sebelum atau sesudahnya.
page-tour-return = Kembali ke langkah ini
page-tour-fell = Tadinya { $was }, kini { $now }: lebih sedikit, dalam simulasi ini.
page-tour-rose = Tadinya { $was }, kini { $now }: lebih banyak, dalam simulasi ini.
page-tour-same = Tadinya { $was }, kini { $now }: kira-kira sama, dalam simulasi ini.
page-rates-right = Kamera benar
page-rates-guilty = Dari { $faces } wajah, sebanyak ini berbuat sesuatu:
page-rates-good = disebut dengan benar
page-rates-bad = disebut secara keliru
page-rates-counted = Dari { $faces } wajah, { $guilty } berbuat sesuatu. Kamera menyebut { $good } di antaranya, dan { $bad } dari semua yang lain: { $share } nama yang disebut keliru.
page-tour-cameras-title = Kamera: hampir selalu benar, dan tetap keliru
page-tour-cameras-source = Laporan itu: 200 juta kamera, tak ada sudut gelap, dan mesin yang mengenal setiap wajah.
page-tour-cameras-says = Kamera melihat sangat banyak wajah, dan hanya sedikit yang berbuat sesuatu. Maka sekalipun hanya keliru sekali dalam seribu wajah, sebagian besar nama yang dicatatnya bisa salah. Geser kedua penggeser ini sampai Anda melihatnya. Dunia di bawah diatur seperti itu: satu salah cocok dalam seribu pandangan, banyak alarm tanpa sebab, sedikit perbuatan.
page-tour-cameras-live = Dari nama-nama yang dicatat kamera di Dunia A, { $here } salah.
page-tour-cameras-task = berlakukan perlindungan “Ambang lebih tinggi untuk wajah”: mesin hanya menyebut nama bila lebih yakin, dan lebih sering melewatkan.
page-tour-cameras-fell = Nama yang meragukan hilang, dan dari yang tersisa lebih sedikit yang salah.
page-tour-cameras-rose = Nama yang meragukan hilang, namun dari yang tersisa lebih banyak yang salah.
page-tour-cameras-same = Nama yang meragukan hilang, dan dari yang tersisa sama banyak yang salah.
page-tour-cameras-after = Wajahnya sama, perbuatannya pun sama. Seberapa benar suatu catatan bukan pengaturan siapa pun. Ia timbul dari berapa banyak yang dilihat, betapa sedikit yang berbuat, dan seberapa sering mesin keliru.
page-tour-purchases-title = Apa yang dikisahkan belanjaan tentang Anda
page-tour-purchases-source = Laporan itu: pembeli popok dianggap bertanggung jawab dan mendapat poin; pembeli alkohol kehilangan poin.
page-tour-purchases-says = Rezim melihat belanjaan dan menebak orangnya. Anggurnya mungkin untuk tamu. Di sini kebenarannya diketahui, sehingga bisa dihitung seberapa sering tebakan itu salah dan siapa yang disanksi karenanya.
page-tour-purchases-live = { $here } dari semua orang di Dunia A kini terkena sanksi secara keliru; di Dunia B { $beside }.
page-tour-purchases-task = atur poin untuk membeli alkohol ke ujung yang paling dekat nol.
page-tour-purchases-fell = Sebanyak itulah yang bergantung pada beberapa poin untuk sesuatu yang dibeli banyak orang.
page-tour-purchases-rose = Poin alkohol yang lebih kecil tidak menguranginya di sini.
page-tour-purchases-same = Bukan poin itu yang membawa orang ke sana.
page-tour-purchases-after = Bobot suatu aturan timbul dari berapa banyak orang melakukan hal yang diaturnya, dan seberapa sering tebakan tentang mereka salah.
page-tour-ties-title = Teman dan ayah
page-tour-ties-source = Laporan itu: jika ayah atau sahabat Anda mengatakan sesuatu yang menentang pemerintah, Anda ikut kehilangan poin.
page-tour-ties-says = Kerugian merambat lewat ikatan: ke pasangan, orang tua, anak, teman. Masing-masing punya yang lain. Maka segelintir perbuatan dapat membuat banyak orang yang tak berbuat apa-apa terkena sanksi.
page-tour-ties-live = { $here } dari semua orang di Dunia A kini terkena sanksi secara keliru; di Dunia B { $beside }.
page-tour-ties-task = matikan mekanisme “Perkataan teman atau ayah membuat Anda kehilangan poin”.
page-tour-ties-fell = Siapa yang kini hilang dari warna jingga tadinya ada di sana karena perbuatan orang lain.
page-tour-ties-rose = Tanpa poin orang lain jumlahnya di sini lebih banyak, bukan lebih sedikit.
page-tour-ties-same = Hampir tak ada yang di sana hanya karena perbuatan orang lain.
page-tour-ties-after = Ikatan meneruskan kerugian orang lain, apa pun yang dilakukan orang itu sendiri.
page-tour-list-title = Daftar dan aplikasi pemesanan
page-tour-list-source = Laporan itu: seorang wartawan yang masuk daftar pengadilan membuka aplikasi pemesanan, dan kereta cepat tidak dijual kepadanya.
page-tour-list-says = Daftar itu tidak memerlukan skor, maka dalam langkah ini tak seorang pun punya skor. Siapa yang tidak melaksanakan perintah pengadilan dimasukkan ke daftar selama bertahun-tahun, dan di setiap pintu, kereta, pesawat, pinjaman, diajukan pertanyaan yang sama. Menunggu itulah hukumannya.
page-tour-list-live = { $here } permohonan per tahun ditolak per 1.000 orang di Dunia A; di Dunia B { $beside }.
page-tour-list-task = atur masa dalam daftar pengadilan menjadi 1 tahun, atau 5 tahun.
page-tour-list-fell = Lebih singkat di balik pintu, atau lebih sedikit orang di baliknya, berarti lebih sedikit penolakan.
page-tour-list-rose = Lebih lama di balik pintu, atau lebih banyak orang di baliknya, berarti lebih banyak penolakan.
page-tour-list-same = Berapa lama pintu tertutup hampir tidak membuat perbedaan di sini.
page-tour-list-after = Perbuatannya sama; yang diatur adalah berapa lama pintu menjawabnya.
page-tour-appeal-title = Banding yang tak dijawab
page-tour-appeal-source = Laporan itu: ia mengajukan banding, dan tidak mendengar apa-apa.
page-tour-appeal-says = Banding hanya berarti jika orang tahu, berani, mampu membayar, bisa membuktikan apa yang tidak dilakukannya, dan dijawab. Di setiap langkah itu, orang yang benar dapat gugur.
page-tour-appeal-live = Dari banding oleh orang yang benar, { $here } berhasil di Dunia A.
page-tour-appeal-task = berlakukan perlindungan “Banding dijawab tepat waktu”.
page-tour-appeal-fell = Jawaban tepat waktu tidak menolong orang yang benar di sini.
page-tour-appeal-rose = Itulah nilai sebuah jawaban bagi mereka yang mengajukan banding.
page-tour-appeal-same = Jawaban tepat waktu saja tidak banyak mengubah bagi mereka yang mengajukan banding.
page-tour-appeal-after = Lihat angka di bawah: apa artinya bagi yang tak pernah mengajukan.
page-tour-child-title = Anak itu
page-tour-child-source = Laporan itu: seorang anak berusia dua tahun mendapat awal terbaik selama orang tuanya menjaga kredit mereka.
page-tour-child-says = Tempat di sekolah di sini bergantung pada kedudukan orang tua. Anak itu belum punya catatan sendiri, dan memulai dengan catatan mereka: apa yang mereka minum, mereka tulis, atau yang disangka perbuatan mereka.
page-tour-child-live = { $here } tempat sekolah per tahun ditolak per 1.000 orang di Dunia A karena catatan orang tua; di Dunia B { $beside }.
page-tour-child-task = berlakukan perlindungan “Pintu terbatas pada bidang kehidupannya sendiri”: sekolah lalu hanya boleh bertanya soal sekolah.
page-tour-child-fell = Yang berkurang adalah seberapa banyak anak mewarisi kedudukan orang tuanya.
page-tour-child-rose = Pembatasan itu di sini tidak mengurangi apa yang diwarisi anak.
page-tour-child-same = Anak mewarisi sebanyak semula.
page-tour-child-after = Apakah orang tua lebih jarang terkena sanksi terlihat pada angka di bawah.
page-tour-help-title = Apa yang seharusnya menolong
page-tour-help-source = Laporan itu berakhir dengan janji: saya akan merasa aman. Dan dengan pertanyaan: apa yang seharusnya menolong mereka yang terkena?
page-tour-help-says = Dunia B kini adalah rezim apa adanya, dan Dunia A sama, ditambah perlindungan apa pun yang Anda berikan. Orang yang sama, nasib yang sama: yang berbeda hanyalah perlindungannya.
page-tour-help-live = Terkena sanksi secara keliru: { $here } di Dunia A, { $beside } di Dunia B.
page-tour-help-task = berlakukan perlindungan satu demi satu, mulai dari “Tak ada poin karena perbuatan orang lain”.
page-tour-help-fell = Perlindungan yang berlaku menghilangkan { $part } darinya.
page-tour-help-rose = Perlindungan yang berlaku tidak menguranginya di sini.
page-tour-help-same = Perlindungan yang berlaku membiarkannya seperti semula.
page-tour-help-after = Lihat juga angka di bawah: berapa banyak entri catatan yang benar, berapa banyak unggahan yang tak ditulis. Yang tidak digerakkan perlindungan mana pun adalah harga dari gagasan itu sendiri.
