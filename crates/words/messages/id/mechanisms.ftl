# Mekanisme dan perlindungan. Teks Inggrisnya ada di dalam kode (crates/regime) dan tidak diulang di sini.

## Apa yang dikatakan sumber tentang tiap mekanisme, atau mengapa kami menambahkannya

mechanism-cameras = Kamera mengawasi tempat umum, di sebagian kota lebih banyak daripada di kota lain.
mechanism-identification = Pengenalan wajah menentukan siapa orangnya, dengan luput dan pencocokan keliru yang bertambah seiring besarnya galeri.
mechanism-apps = Aplikasi di telepon mengumpulkan belanja dan ucapan.
mechanism-joined-files = Berkas-berkas lama digabungkan lewat penautan yang bisa keliru: orang senama dan baris usang.
mechanism-scores = Skor dengan skala, titik awal, batas bawah, dan batas atasnya sendiri, berbeda di tiap rezim.
mechanism-rollout = Uji coba di selusin kota, kemudian seluruh negeri.
mechanism-commercial-score = Skor sebuah perusahaan, dengan rezimnya sendiri, mengalir ke skor publik.
mechanism-proxies = Apa yang dibeli dibaca sebagai tanda siapa orangnya.
mechanism-live-score = Skor bersifat langsung: sebuah entri segera berlaku.
mechanism-spillover = Ucapan teman atau ayah mengurangi poin Anda.
mechanism-partners = Dengan siapa Anda berkencan dan menikah ikut dihitung, dan kedudukan menentukan dengan siapa Anda berkencan.
mechanism-privileges = Skor tinggi membuka pintu: tanpa uang jaminan, pinjaman murah, jalur cepat.
mechanism-refusals = Skor rendah menutup pintu: perjalanan, kredit, pekerjaan negeri.
mechanism-sanctions = Sekitar sepuluh juta orang dihukum; yang masuk dan keluar dihitung.
mechanism-court-list = Daftar hitam pengadilan berisi mereka yang tidak menjalankan putusan.
mechanism-booking = Aplikasi pemesanan menolak kereta cepat bagi siapa pun yang ada dalam daftar hitam.
mechanism-accounts = Unggahan dihapus dan akun ditutup, beserta semua pengikutnya.
mechanism-clerk-errors = Banyak yang tercantum karena keliru dan tidak bisa keluar.
mechanism-appeals = Ia mengajukan banding dan tidak mendengar apa-apa.
mechanism-scarring = Karier hancur dan teman-teman menjauh.
mechanism-home-town = Kursi dan kamar yang sama-sama ditolak menahan orang di kota asalnya.
mechanism-care-for-others = Bersuara membahayakan teman dan keluarga, sehingga orang memikirkan mereka lebih dulu.
mechanism-silence = Perbedaan pendapat dibungkam: yang dipikirkan dan yang diucapkan berpisah jalan.
mechanism-awareness = Banyak yang tidak tahu aturannya; kabarnya menyebar perlahan.
mechanism-generations = Awal hidup seorang anak bergantung pada kredit orang tuanya.
mechanism-benefits = Manfaat yang diklaim: pelanggaran berkurang, kepercayaan, kredit lebih murah, rasa aman.
mechanism-whole-country = Satu orang rekaan untuk setiap orang nyata.
mechanism-observation = Apa yang dilakukan, apa yang terlihat, dan apa yang tercatat adalah tiga hal yang berbeda.
mechanism-twin = Orang-orang yang sama dengan nasib yang sama di bawah rezim lain.
mechanism-attribution = Setiap poin yang hilang dan setiap sanksi membawa asal-usulnya yang sebenarnya.
mechanism-courts = Pembanding yang jujur adalah hukum dan pengadilan, bukan ketiadaan hukuman.
mechanism-safeguards = Apa yang akan membantu: setiap perlindungan adalah sakelar tersendiri.
mechanism-attention = Ke mana orang memandang bergantung pada ke mana ia memandang sebelumnya.
mechanism-adaptation = Orang menyesuaikan diri: mengejar poin, bersembunyi, memutus hubungan, pergi.

## Apa yang terjadi jika mekanisme dimatikan

switched-off-cameras = Tidak ada kamera yang melihat apa pun.
switched-off-identification = Siapa pun yang terlihat langsung dikenali: tidak ada yang disangka orang lain, dan tidak ada alarm palsu.
switched-off-apps = Tidak ada aplikasi yang dibaca.
switched-off-joined-files = Setiap berkas milik orangnya, dan koreksi sampai ke semua salinan.
switched-off-scores = Tidak seorang pun punya skor: aturan tidak memberi poin dan tingkat kosong.
switched-off-rollout = Rezim terakhir tiap dunia berlaku di mana-mana sejak minggu pertama.
switched-off-commercial-score = Skor publik tidak mengambil apa pun dari skor perusahaan.
switched-off-proxies = Aturan yang membaca suatu sifat dari suatu perkara tidak memberi poin.
switched-off-live-score = Tingkat ditetapkan setiap tiga bulan.
switched-off-spillover = Tidak seorang pun kehilangan poin karena orang lain.
switched-off-partners = Pasangan berpisah dan terbentuk tanpa memandang kedudukan.
switched-off-privileges = Tidak ada pintu yang memberi keistimewaan.
switched-off-refusals = Tidak ada pintu yang menolak karena tingkat.
switched-off-sanctions = Tidak ada tingkat yang berupa sanksi; penolakan oleh pintu adalah sakelar lain.
switched-off-court-list = Tidak ada daftar hitam.
switched-off-booking = Tidak ada pintu yang menolak orang dalam daftar hitam.
switched-off-accounts = Tidak ada yang dihapus dan tidak ada akun yang ditutup.
switched-off-clerk-errors = Tidak ada entri yang ditulis karena kekeliruan petugas.
switched-off-appeals = Tidak ada tempat mengajukan banding.
switched-off-scarring = Sanksi tidak membuat orang kehilangan pekerjaan, penghasilan, atau teman.
switched-off-home-town = Siapa pun yang ditolak kursi cepatnya naik kereta lambat, dan kamar yang ditolak tidak menghalangi orang bepergian.
switched-off-care-for-others = Tidak seorang pun menahan diri demi orang lain.
switched-off-silence = Tidak seorang pun menahan diri karena takut.
switched-off-awareness = Semua orang tahu aturannya sejak minggu pertama.
switched-off-generations = Sekolah dan penghasilan seorang anak tidak bergantung pada kedudukan orang tuanya.
switched-off-benefits = Tidak seorang pun mengurungkan perbuatan yang dihukum.
switched-off-whole-country = Sepersepuluh dari jumlah orang dalam studi hidup di dalamnya.
switched-off-observation = Setiap perbuatan yang diatur terlihat.
switched-off-twin = Hanya dunia pertama yang dijalankan.
switched-off-attribution = Ke mana poin seseorang hilang tidak disimpan: banding tidak bisa mengembalikannya satu per satu.
switched-off-courts = Rezim tanpa skor juga tidak punya daftar hitam dan pintu.
switched-off-safeguards = Tidak ada perlindungan yang berlaku, apa pun yang disebut studi.
switched-off-attention = Pengawasan dan pemeriksaan tidak mengikuti catatan masa lalu.
switched-off-adaptation = Tidak seorang pun mengejar poin, bersembunyi, memutus hubungan, atau pindah.

## Perlindungan: namanya, dan apa yang dilakukannya

safeguard-answer-in-time = banding dijawab tepat waktu
guards-answer-in-time = Setiap banding ditangani dan dijawab dalam beberapa minggu.
safeguard-human-review = manusia meninjau setiap sanksi
guards-human-review = Manusia meninjau setiap sanksi sebelum berlaku, dan bisa keliru dengan peluang yang disebutkan.
safeguard-expiry = poin dan pencantuman kedaluwarsa
guards-expiry = Poin yang hilang dilupakan dan pencantuman berakhir dalam setahun.
safeguard-no-spillover = tidak ada poin karena perbuatan orang lain
guards-no-spillover = Tidak seorang pun kehilangan poin karena perbuatan orang lain.
safeguard-purpose-limits = pintu terbatas pada bidang kehidupannya sendiri
guards-purpose-limits = Pintu hanya menolak karena hal yang termasuk bidang kehidupannya sendiri.
safeguard-match-threshold = ambang pengenalan wajah yang lebih tinggi
guards-match-threshold = Wajah baru dianggap dikenali di atas ambang yang lebih tinggi.
safeguard-notice = yang terkena sanksi diberi tahu
guards-notice = Siapa pun yang terkena sanksi diberi tahu, dan diberi tahu cara mengajukan banding.
safeguard-corrections-reach-all = koreksi sampai ke semua salinan
guards-corrections-reach-all = Koreksi sampai ke semua salinan catatan.

## Batas model, menurut urutan dalam kode

limit-1 = Semua orang di sini rekaan. Hasilnya mengatakan apa yang mengikuti dari asumsi-asumsi yang didaftarkan di sini, bukan apa yang terjadi pada siapa pun.
limit-2 = Jumlah orang tetap: setiap kematian diikuti kelahiran di rumah tangga yang sama, sehingga masyarakatnya menua.
limit-3 = Seseorang melakukan satu jenis perbuatan paling banyak sekali seminggu.
limit-4 = Penghasilan yang hilang karena sanksi ditanggung sendiri: rumah tangga tidak berbagi apa pun, dan tidak ada yang mengambil pekerjaan yang ditinggalkan.
limit-5 = Pasangan baru tetap tinggal di dua rumah tangganya; siapa pun yang belum pernah berpasangan atau ditinggal mati pasangannya tidak mencari pasangan.
limit-6 = Pendapat pribadi tidak berubah; yang berubah adalah apa yang diucapkan.
limit-7 = Orang yang disangka orang lain oleh kamera berasal dari kota, kelompok rupa, dan jenis kelamin yang sama; oleh saluran lain, siapa saja di kota yang sama. Nama dimiliki kelompok-kelompok yang sama besar.
limit-8 = Pencocokan keliru kamera bertambah seiring jumlah penduduk kota yang sebenarnya, dengan laju satu perbandingan yang diukur pada galeri berisi 10.000.
limit-9 = Apa yang ditimbulkan hidup seseorang pada orang lain butuh satu minggu untuk sampai.
limit-10 = Skor yang sepatutnya menghitung setiap perbuatan yang sebenarnya, juga yang tidak dilihat siapa pun: sanksi dihitung keliru hanya jika pengetahuan penuh tentang kebenaran tidak akan menjatuhkannya di bawah aturan yang sama.
limit-11 = Penghasilan berpengaruh pada kelalaian soal uang dan pada siapa yang mampu membayar banding, dan tidak pada perilaku lain.
limit-12 = Suara publik menulis seperti penulis produktif mana pun: jumlah pembaca belum diperhitungkan.
limit-13 = Pencocokan keliru kamera dicatat sebagai salah orang, ada atau tidak ada yang melakukan perbuatannya.

## Angka yang ditunjukkan lebih dulu di halaman penjelajah

control-cameras = Kamera per 1.000 penduduk
control-false-matches = Wajah yang dibandingkan per satu salah cocok
control-missed-faces = Wajah yang tidak dikenali kamera
control-false-alarms = Alarm tanpa sebab, per orang per tahun
control-wrong-joins = Berkas bank tergabung ke orang yang salah
control-clerk-errors = Entri bank yang salah diketik petugas
control-alcohol = Poin untuk membeli alkohol
control-speech = Poin untuk unggahan kritis, terbanyak
control-threshold = Skor batas sanksi
control-friend = Bagian kerugian yang ikut ditanggung teman
control-partner = Bagian yang ditanggung pasangan
control-family = Bagian yang ditanggung orang tua dan anak
control-list-term = Tahun dalam daftar pengadilan
control-list-enter = Bagian perintah tak dibayar yang didaftar
control-list-repair = Peluang setahun untuk keluar lebih awal
control-capacity = Banding yang ditangani per minggu, per 1.000 orang
control-silence = Banding yang ditangani tetapi tak pernah dijawab
control-proof = Korban kekeliruan yang bisa membuktikannya
control-cost = Warga termiskin yang mampu membayar banding
control-fear = Rasa takut setelah disanksi sendiri
control-chill = Seberapa jauh rasa takut membungkam
control-deterrence = Pelanggaran yang dicegah rezim
