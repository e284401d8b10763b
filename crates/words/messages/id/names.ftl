# Nama-nama: kelompok orang, asal kekeliruan, bidang kehidupan, saluran, perbuatan. Kode memintanya menurut nama.

## Kelompok-kelompok

family-sex = Jenis kelamin
family-residence = Tempat tinggal
family-age = Umur
family-income = Penghasilan
family-looks = Rupa
family-instrument = Menurut alat
family-rollout = Pemberlakuan

## Bidang kehidupan

domain-other-causes = penyebab lain
domain-finance = keuangan
domain-civic = kewargaan
domain-court = pengadilan
domain-none = tanpa aturan jelas
domain-purchases = belanja
domain-traffic = lalu lintas
domain-school = sekolah
domain-health = kesehatan
domain-speech = ucapan
domain-travel = perjalanan
domain-work = pekerjaan
domain-housing = hunian
domain-credit = kredit

## Kelompok orang

group-all = semua orang
group-answer-stated = menurut pengakuan ketika ditanya
group-answer-true = sebenarnya
group-class-1 = di kota-kota terbesar
group-couples-here = pasangan di dunia ini
group-couples-twin = pasangan di dunia kembar
group-gravity-lawful = karena hal yang sah menurut hukum
group-gravity-minor = karena pelanggaran ringan
group-gravity-serious = karena pelanggaran berat
group-income-1 = 20% termiskin
group-income-2 = 20% kedua
group-income-3 = 20% tengah
group-income-4 = 20% keempat
group-income-5 = 20% terkaya
group-instrument-list = daftar hitam
group-instrument-refusal = penolakan
group-instrument-tier = tingkatan
group-layer-identity = bukan orangnya, atau tidak ada apa pun di baliknya
group-layer-inference = itu, atau sifat yang keliru dibaca dari perbuatan sendiri
group-layer-tie = itu, atau perbuatan keluarga dan teman
group-layer-whole = itu, atau apa pun yang membedakan catatan dari kenyataan
group-residence-rural = di desa
group-residence-urban = di kota
group-sex-female = perempuan
group-sex-male = laki-laki
group-stopped-right = yang akan benar
group-stopped-wrong = yang akan keliru
group-wave-later = semua tempat lain
group-wave-pilot = kota-kota uji coba

## Kelompok dengan angka

persons-class = di kota kelas ukuran { $class }
persons-looks = kelompok rupa { $group }
persons-aged = { $from }–{ $to } tahun
persons-aged-just = { $ages } tahun
persons-aged-over = { $age } tahun ke atas

## Sifat

trait-dependency = ketergantungan
trait-parenthood = punya anak kecil
trait-idleness = kemalasan

## Sikap unggahan

stance-critical = kritis
stance-investigative = pengungkap
stance-neutral = netral
stance-supportive = mendukung

## Apa yang sebenarnya ada di balik sanksi atau entri yang keliru

origin-own-deed = perbuatan sendiri
origin-wrong-inference = sifat yang keliru dibaca dari suatu perbuatan
origin-wrong-person = disangka orang lain
origin-wrong-join = berkas yang keliru digabung
origin-clerk = kekeliruan petugas
origin-tie = perbuatan keluarga atau teman
origin-mixed = beberapa sebab sekaligus, atau daftar yang tidak dibersihkan

## Apa yang ditolak dalam suatu bidang

asked-finance = pinjaman
asked-school = sekolah
asked-travel = tiket

## Saluran, dan apa yang terjadi pada unggahan

channel-camera = kamera
channel-app = aplikasi
channel-school = berkas sekolah
channel-medical = berkas medis
channel-security = aparat keamanan
channel-finance = berkas bank
channel-court = pengadilan
channel-office = berkas kantor
channel-removal = unggahan dihapus
channel-closed = akun ditutup
channel-withheld = unggahan diurungkan
channel-all = semua saluran

## Perbuatan dan permohonan sebagai benda

thing-air-trip = perjalanan dengan pesawat
thing-alcohol-purchase = pembelian minuman beralkohol
thing-civic-act = bakti lingkungan
thing-commercial-lapse = kelalaian niaga
thing-contract-breach = pelanggaran kontrak
thing-courtesy = perilaku sopan
thing-critical-post = unggahan kritis
thing-deposit-request = sewa tanpa uang jaminan
thing-drunk-driving = mengemudi mabuk
thing-game-purchase = pembelian gim video
thing-home-request = rumah sewa
thing-honoured-act = perbuatan yang diberi penghargaan
thing-illegal-fundraising = penghimpunan ilegal
thing-investigative-post = unggahan pengungkap
thing-job-request = pekerjaan negeri
thing-late-bill = tagihan telat
thing-late-loan = cicilan telat
thing-lawsuit = gugatan hukum
thing-loan-default = pinjaman macet
thing-loan-request = pinjaman
thing-missed-checkup = pemeriksaan terlewat
thing-nappy-purchase = pembelian popok
thing-neutral-post = unggahan netral
thing-petition = petisi
thing-rail-trip = perjalanan dengan kereta cepat
thing-rudeness = perilaku kasar
thing-school-request = tempat di sekolah yang lebih baik
thing-sued-breach = kontrak digugat
thing-supportive-post = unggahan yang mendukung
thing-threat = hal yang dicurigai kantor keamanan
thing-traffic-offence = pelanggaran lalin
thing-truancy = bolos sekolah
thing-undeclared-income = penghasilan tersembunyi
thing-unpaid-order = putusan tak dibayar
thing-utility-damage = perusakan utilitas
thing-utility-theft = pencurian listrik/air

## Apa yang dilakukan seseorang

did-air-trip = naik pesawat
did-alcohol-purchase = membeli minuman beralkohol
did-bill-late = terlambat membayar tagihan
did-civic-act = berbuat sesuatu untuk lingkungan
did-commercial-lapse = lalai dalam urusan niaga
did-contract-breach = melanggar kontrak
did-courtesy = berlaku sopan
did-critical-post = menulis unggahan kritis
did-deposit-request = memohon sewa tanpa uang jaminan
did-drunk-driving = mengemudi dalam keadaan mabuk
did-game-purchase = membeli gim video
did-home-request = memohon rumah sewa
did-honoured-act = berbuat sesuatu yang diberi penghargaan
did-illegal-fundraising = menggalang dana secara ilegal
did-investigative-post = menerbitkan sesuatu yang diungkapnya
did-job-request = memohon pekerjaan negeri
did-late-bill = terlambat membayar tagihan
did-late-loan = terlambat membayar cicilan
did-lawsuit = digugat
did-loan-default = berhenti melunasi pinjaman
did-loan-late = terlambat membayar cicilan
did-loan-request = memohon pinjaman
did-missed-checkup = melewatkan pemeriksaan kesehatan
did-nappy-purchase = membeli popok
did-neutral-post = menulis unggahan netral
did-petition = mengirim petisi
did-post-critical = menulis unggahan kritis
did-post-investigative = menerbitkan sesuatu yang diungkapnya
did-post-neutral = menulis unggahan netral
did-post-supportive = menulis unggahan yang mendukung
did-rail-trip = naik kereta cepat
did-rudeness = berlaku kasar
did-school-request = memohon tempat di sekolah yang lebih baik
did-sued-breach = digugat karena melanggar kontrak
did-supportive-post = menulis unggahan yang mendukung
did-threat = berbuat sesuatu yang dicurigai kantor keamanan
did-traffic-offence = melanggar aturan lalu lintas
did-truancy = tidak menyekolahkan anaknya hari itu
did-undeclared-income = tidak melaporkan penghasilan
did-unpaid-order = tidak membayar apa yang diputuskan pengadilan
did-utility-damage = merusak jaringan umum
did-utility-theft = mencuri listrik atau air

## Pekerjaan

occupation-infant = balita
occupation-pupil = pelajar
occupation-farm = pertanian
occupation-industry = industri
occupation-services = jasa
occupation-state-service = pegawai negeri
occupation-press = pers
occupation-without-work = tidak bekerja
occupation-retired = pensiunan

## Sebuah dunia di samping dirinya yang diubah

title-unchanged = { $title }, tidak diubah
