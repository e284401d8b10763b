# Laporan sebuah simulasi: apa yang ditemukan, gambar, satu kehidupan, dan landasannya. Kata di antara tanda petik terbalik adalah nama berkas dan perintah.
#
# Daftar istilah, dipakai sama di semua berkas bahasa Indonesia:
#   score skor · deserved score skor yang sepatutnya · record catatan · entry entri · deed perbuatan · person orang
#   sanction sanksi · under a sanction terkena sanksi · wrongly keliru · tier tingkat · rule aturan · gate pintu
#   list daftar hitam (pengadilan) · listing pencantuman · appeal banding · upheld dikabulkan · rejected ditolak
#   request permohonan · refused ditolak · privilege keistimewaan · spillover rembetan · tie relasi (keluarga, teman)
#   regime rezim · world dunia · twin dunia kembar · luck nasib · seed benih acak · run simulasi · tick ketukan
#   study studi · society masyarakat · household rumah tangga · neighbourhood lingkungan · standing kedudukan
#   post unggahan · withheld diurungkan · taken down dihapus · stance sikap · violation of law pelanggaran hukum
#   measure ukuran · share bagian · interval rentang · range kisaran · figure gambar (bagan), angka (bilangan)
#   safeguard perlindungan · mechanism mekanisme · claim klaim · documented terdokumentasi · reported diberitakan
#   hypothetical hipotetis · assumption asumsi · source sumber · cohort kohor · ledger buku kejadian

## Apa yang ditemukan

found-appeals-none = Sepanjang simulasi tidak seorang pun mengajukan banding.
# Menyertai arah yang bertumpu pada satu benih acak.
found-once = {" "}dalam simulasi ini
found-appeals = Dari { $filed } banding yang diajukan sepanjang simulasi, { $answered } dijawab: { $upheld } dikabulkan, { $rejected } ditolak.
found-appeals-silence = {" "}{ $share } tidak pernah mendapat jawaban.
found-appeals-lapsed = {" "}{ $share } terlambat: sanksinya sudah berakhir.
found-appeals-none-waiting = Pada akhirnya tidak ada yang masih menunggu.
found-appeals-waiting = Pada akhirnya { $appeals } banding masih menunggu.
found-appeals-innocent = Dari banding orang-orang yang keliru dikenai sanksi, belakangan ini sekitar { $share } dikabulkan.
found-interval-answered = dijawab{" "}
found-collateral-nobody = Tidak seorang pun terkena sanksi, jadi tidak seorang pun karena perbuatan keluarga atau teman.
found-collateral-none = Tidak seorang pun terkena sanksi karena perbuatan keluarga atau teman { $when }.
found-twin-none = ; di dunia kembar tidak ada
found-twin = ; di dunia kembar { $value }
found-collateral = Dari setiap 100 orang yang terkena sanksi, { $persons } orang terkena karena perbuatan keluarga atau teman{ $twin }.
found-interval-twin = di dunia kembar{" "}
found-collateral-ways = { $persons } dari setiap 100 orang terkena sanksi tanpa perbuatan sendiri apa pun: { $ways }.
found-record-none = Tidak ada entri yang ditulis { $when }, sehingga tidak ada catatan yang bisa benar atau salah.
found-twin-is = ; di dunia kembar { $value }
found-record = { $share } dari entri yang ditulis { $when } benar tentang orangnya{ $twin }.
found-record-others = Selebihnya menceritakan perbuatan orang lain, atau sifat yang tidak dimiliki orang itu.
found-refusals-none = Tidak ada permohonan yang ditolak { $when }.
found-refusals = { $requests } permohonan ditolak { $when }
found-refusals-share = , { $share } dari semua yang diajukan
found-refusals-related = Tidak satu pun karena sebab di bidang kehidupan yang tidak berkaitan.
found-refusals-unrelated = Penyebab { $share } di antaranya berada di bidang kehidupan yang tidak berkaitan; paling sering{ $once } { $cause }, dengan menolak { $refused } ({ $times } kali).
found-refusals-unrelated-unclear = Penyebab { $share } di antaranya berada di bidang kehidupan yang tidak berkaitan: antara lain { $cause }, dengan menolak { $refused }.
found-sanctions-none = Tidak seorang pun terkena sanksi { $when }.
found-sanctions-or = , atau { $share },
found-sanctions = { $when }, rata-rata { $share } dari semua orang{ $or } terkena sanksi
found-sanctions-twin = ; di dunia kembar { $share }
found-times = : { $times } kali lipat{ $once }
found-more = : { $share } lebih banyak{ $once }
found-fewer = : { $share } lebih sedikit{ $once }
found-no-difference = : tidak ada bedanya{ $once }
found-unclear = ; benih-benih acak tidak memastikan mana yang lebih banyak
found-sanctions-no-twin = . Simulasi ini tidak punya dunia kembar, jadi di sini tidak ada yang mengatakan berapa banyak di antaranya disebabkan rezim.
found-sanctions-persons = Orang demi orang: { $here } terkena sanksi di sini dan tidak di dunia kembar; { $twin } sebaliknya.
found-wrongly-none = Tidak seorang pun terkena sanksi yang tidak akan timbul dari perbuatannya yang sebenarnya.
found-wrongly-nobody = Tidak seorang pun terkena sanksi, jadi tidak ada yang keliru.
found-wrongly = Menurut aturan rezim itu sendiri, { $share } dari mereka yang terkena sanksi dikenai secara keliru: { $persons } orang, yang perbuatan sebenarnya tidak akan berujung sanksi.
found-wrongly-persons = { $persons } orang keliru dikenai sanksi.
found-wrongly-twin-none = {" "}Di dunia kembar tidak seorang pun.
found-wrongly-twin = {" "}Di dunia kembar { $persons } orang.
found-wrongly-layers = {" "}Dari semua orang, { $identity } terkena sanksi karena entri tentang orang lain atau tanpa sebab apa pun; ditambah perbuatan keluarga dan teman, { $tie }; ditambah sifat yang keliru dibaca dari perbuatan sendiri, { $inference }.
found-wrongly-only = Di balik semuanya: { $origin }.
found-wrongly-origins = Yang paling sering ada di baliknya{ $once }: { $first }; juga { $second }.
found-wrongly-unclear = Di baliknya, tanpa ada yang jelas paling sering: { $first }; { $second }.
found-speech = Unggahan kritis: { $posts } untuk setiap 1.000 orang { $when }
found-speech-lost = , jadi { $share } lebih sedikit yang terbit{ $once }
found-speech-gained = , jadi { $share } lebih banyak yang terbit{ $once }
found-speech-same = , tidak ada bedanya{ $once }
found-speech-before-same = Pada tahun-tahun sebelumnya sama banyak: { $posts }.
found-speech-fell = Pada tahun-tahun sebelumnya { $posts }: turun { $by }{ $once }.
found-speech-rose = Pada tahun-tahun sebelumnya { $posts }: naik { $by }{ $once }.
found-speech-before-unclear = Pada tahun-tahun sebelumnya { $posts }; benih-benih acak tidak memastikan apakah turun atau naik.
found-speech-before-none = Pada tahun-tahun sebelumnya tidak ada.
found-speech-withheld = { $posts } untuk setiap 1.000 orang diurungkan.
found-law-less = Hukum lebih jarang dilanggar{ $once }
found-law-more = Hukum lebih sering dilanggar{ $once }
found-law-same = Hukum dilanggar sesering di dunia kembar{ $once }
found-law = Hukum dilanggar
found-law-times = { $begin }: { $times } kali untuk setiap 1.000 orang dan tahun, { $when }
found-law-twin = ; di dunia kembar { $value }: { $direction }
found-law-good = Inilah kebaikan yang konon dibawa rezim semacam itu. Yang dihitung adalah apa yang dilakukan, terlihat atau tidak.
found-interval-each = { $name }{ $low } pada setiap benih
found-interval-range = { $name }{ $low } sampai { $high }
found-interval = Rentang atas { $seeds } benih acak: { $parts }.
found-direction-times = { $times } kali lipat
found-direction-more = { $share } lebih banyak
found-direction-less = { $share } lebih sedikit
found-direction-only-here = sedangkan di dunia kembar tidak ada
found-direction-less-than-twin = lebih sedikit daripada di dunia kembar
found-direction-same = tidak ada bedanya
found-direction-unclear = benih-benih acak tidak memastikan mana yang lebih banyak
found-nothing = Simulasi ini tidak mengukur apa pun yang bisa diceritakan dalam satu kalimat.
found-one-life = Satu kehidupan
found-cut-short = Simulasi ini dipersingkat: lamanya kurang dari setahun, sehingga angka tahunan adalah angka seluruh simulasi yang diskalakan, dan banyak hal dalam studi ini belum dimulai.
found-horizon = Kedua dunia hidup terus. Yang di atas adalah tentang { $now }, tahun terakhir studi ini; di sebelahnya keadaan dunia yang sama pada { $later }, bila tidak ada yang diubah.
found-horizon-table = Angka-angka utama, pada tahun terakhir studi dan pada cakrawala

## Gambar

plot-number = Gambar { $number }
plot-nothing = Tidak ada yang dapat digambar.
plot-why = Mengapa? Dari apa gambar ini dibuat
plot-measure = { $definition } Satuan: { $unit }. Sumber: { $source }.
plot-numbers = Angka-angka dari: { $title }
plot-file = Semua nilai ada dalam `measures.parquet` di folder simulasi dengan nama-nama ini.
plot-end-of = Akhir
plot-under-regime = Di bawah rezim
plot-interval = Rentang atas benih acak
plot-twin = Dunia kembar
plot-last-year = dalam tahun simulasi terakhir ({ $year })
plot-numbers-until = angka sampai di sini
plot-whole-run = sepanjang simulasi, yang kurang dari setahun
plot-under-the-regime = di bawah rezim
plot-twin-called = dunia kembar: { $twin }
plot-benefits-empty = Pelanggaran hukum
plot-not-measured-them = Simulasi ini tidak mengukurnya.
plot-benefits-same = Hukum dilanggar sesering di dunia kembar{ $once }
plot-benefits-less = Hukum dilanggar { $share } lebih jarang daripada di dunia kembar{ $once }
plot-benefits-more = Hukum dilanggar { $share } lebih sering daripada di dunia kembar{ $once }
plot-benefits-unclear = Apakah hukum lebih jarang atau lebih sering dilanggar daripada di dunia kembar, benih-benih acak tidak memastikannya
plot-benefits-alone = Hukum dilanggar { $times } kali setahun untuk setiap 1.000 orang
plot-benefits-all = Semuanya
plot-benefits-subtitle = Perubahan pelanggaran dibandingkan dunia kembar { $when }, %; angka untuk setiap 1.000 orang dan tahun
plot-benefits-subtitle-alone = Pelanggaran { $when }, untuk setiap 1.000 orang dan tahun; tidak ada dunia kembar sebagai pembanding, dan angkanya ada dalam tabel
plot-benefits-caption = Inilah manfaat yang konon dimiliki rezim semacam itu, dihitung secermat kerugiannya: apa yang dilakukan, bukan apa yang tercatat.
plot-benefits-violation = Pelanggaran
plot-benefits-change = Perubahan
plot-benefits-no-change = tidak berubah
plot-benefits-as-twin = sama
plot-benefits-a-year = { $value } setahun
plot-benefits-against = { $value }, di kembarannya { $twin }
plot-benefits-nothing = tidak ada pembanding
plot-layers-empty = Berapa banyak yang keliru dikenai sanksi
plot-layers-empty-why = Simulasi ini tidak mengukurnya lapis demi lapis.
plot-layers-title = { $least } atau { $most } dari semua orang keliru dikenai sanksi: tergantung apa yang dihitung keliru
plot-layers-none = Tidak seorang pun keliru dikenai sanksi { $when }, apa pun yang dihitung keliru
plot-layers-subtitle = Orang yang keliru dikenai sanksi, % dari semua orang, rata-rata { $when }; setiap batang mencakup semua yang dihitung batang di atasnya
plot-layers-caption = Sebuah sanksi masuk suatu lapis jika sanksi itu berakhir begitu kekeliruan lapis itu dan lapis-lapis di atasnya ditarik kembali, dan jika perbuatan orang itu yang sebenarnya tidak akan berujung sanksi.
plot-layers-twin = Batang terakhir bertanya sekali lagi, tentang perbuatan orang-orang yang sama di dunia kembar: orang yang menjadi miskin karena sanksi keliru lalu menunggak, pantas dikenai sanksi menurut perbuatannya di sini dan tidak menurut perbuatannya di sana. Sebaliknya, { $share } dari semua orang terkena sanksi yang tidak akan timbul dari perbuatan mereka di sini tetapi akan timbul dari perbuatan mereka di dunia kembar.
plot-layers-no-second = Bacaan kedua tentang “pantas”, menurut perbuatan orang-orang yang sama di dunia kembar, tidak ada: dunia kembar itu punya skor sendiri atau beberapa rezim.
plot-layers-second = semua itu, atau benar menurut perbuatan di sini dan keliru menurut perbuatan di dunia kembar
plot-layers-layer = Apa yang dihitung keliru
plot-layers-share = Dari semua orang
plot-layers-range = 95% atas benih acak
plot-layers-number = Orang
plot-layers-of-sanctioned = Dari yang terkena sanksi
plot-layers-note = { $name }: { $share } dari semua orang
plot-mirror-empty = Siapa pantas dikenai sanksi dan siapa terkena sanksi
plot-mirror-empty-why = Simulasi ini tidak mengukurnya, atau tidak seorang pun terkena sanksi dan tidak seorang pun pantas dikenai.
plot-mirror-title = { $right } dari yang terkena sanksi memang pantas; { $found } dari yang pantas memang terkena sanksi
plot-mirror-none-deserving = { $right } dari yang terkena sanksi memang pantas; tidak ada orang lain yang pantas
plot-mirror-nobody = Tidak seorang pun terkena sanksi { $when }
plot-mirror-subtitle = Sanksi sebagai uji atas apa yang sebenarnya dilakukan orang, rata-rata { $when }
plot-mirror-caption = Pantas berarti: aturan rezim itu sendiri, jika diterapkan pada semua yang sebenarnya dilakukan orang itu, terlihat atau tidak, akan menjatuhkan sanksi. Apakah aturannya adil adalah pertanyaan lain. Tingkatan dan daftar dinilai menurut orang, penolakan menurut permohonan. Yang tidak bersalah adalah mereka yang tidak pantas dikenai sanksi.
plot-mirror-of = Siapa atau apa
plot-mirror-precision = Pantas, dari yang terkena
plot-mirror-recall = Terkena, dari yang pantas
plot-mirror-innocent = Terkena, dari yang tidak bersalah
plot-mirror-spared = Luput, dari yang pantas
plot-mirror-deserving = Pantas, dari kelompok itu
plot-mirror-aside = yang tidak bersalah
plot-mirror-note-precision = { $name }: { $share } dari yang terkena sanksi memang pantas
plot-mirror-note-recall = { $name }: { $share } dari yang pantas memang terkena sanksi
plot-origins-empty = Tidak seorang pun keliru dikenai sanksi
plot-origins-empty-why = Tidak pernah dalam simulasi ini seseorang terkena sanksi yang tidak akan dijatuhkan aturan rezim itu sendiri atas perbuatannya yang sebenarnya; atau simulasi ini tidak mengukurnya.
plot-origins-title = Rata-rata { $persons } orang keliru dikenai sanksi { $when }; yang paling sering ada di baliknya{ $once }: { $origin }
plot-origins-title-unclear = Rata-rata { $persons } orang keliru dikenai sanksi { $when }; tidak ada kekeliruan yang jelas paling sering
plot-origins-over = Sebagian sempat keliru dikenai sanksi, tidak seorang pun { $when }
plot-origins-subtitle = Orang yang keliru dikenai sanksi, menurut kekeliruan yang mengambil sebagian besar poinnya atau memasukkannya ke daftar hitam
plot-origins-caption = Keliru berarti: aturan rezim itu sendiri, jika diterapkan pada perbuatan orang itu yang sebenarnya, tidak akan menjatuhkan sanksi. Apakah aturannya sendiri adil adalah pertanyaan lain. Persentase adalah bagian dari tahun terakhir.
plot-origins-twin = {" "}Dunia kembar juga punya kekeliruannya: lihat tabel.
plot-origins-twin-column = Dunia kembar, semua kekeliruan
plot-persistence-income = Penghasilan mengikuti penghasilan orang tua
plot-persistence-sanction = Sanksi sesudah sanksi orang tua, dibanding lain
plot-persistence-title = Dari selisih penghasilan orang tua, { $here } diwariskan; di dunia kembar { $twin }
plot-persistence-untold = Apakah kedudukan diwariskan dari orang tua kepada anak
plot-persistence-subtitle = Orang dewasa yang mencapai usia dewasa selama simulasi: kemiringan penghasilan terhadap penghasilan orang tua (0: sama sekali tidak, 1: seluruhnya); dan rasio tingkat sanksi (1: tidak ada bedanya)
plot-persistence-caption = Penghasilan dapat diwariskan di kedua dunia, lewat sekolah dan kebetulan; yang ditambahkan rezim adalah selisih kedua garis. Kurva dimulai ketika cukup banyak anak dalam simulasi telah dewasa.
plot-label-twin = dunia kembar
plot-label-here = di sini
plot-collateral-empty = Siapa yang menanggung perbuatan keluarga dan teman
plot-collateral-empty-why = Bagian ini tidak ada dalam simulasi ini: tidak seorang pun terkena sanksi, atau hal itu tidak diukur.
plot-collateral-title = Dari setiap 100 orang yang terkena sanksi, { $hundred } orang terkena karena perbuatan keluarga atau teman
plot-collateral-none = Pada akhirnya tidak seorang pun terkena sanksi karena perbuatan keluarga atau teman
plot-collateral-subtitle = Orang yang terkena sanksi, yang perbuatannya sendiri tidak akan berujung sanksi dan yang poinnya paling banyak hilang lewat relasi, dari setiap 100 orang yang terkena sanksi
plot-collateral-caption = Setiap sanksi keliru dikaitkan dengan kesalahan yang paling banyak mengambil poin. Perbuatan orang lain yang dicatat atas nama orang yang salah, atau datang dengan berkas yang keliru digabung, adalah kesalahan identitas dan tidak dihitung di sini. Bagian dari sedikit orang bergerak secara kebetulan.
plot-label-regime = rezim
plot-refused-empty = Tidak seorang pun ditolak
plot-refused-empty-why = Tidak ada permohonan yang ditolak { $when }, atau simulasi ini tidak mengukurnya.
plot-refused-poorest = Kelompok 20% termiskin ditolak { $times } kali sesering kelompok 20% terkaya{ $once }
plot-refused-richest = Kelompok 20% terkaya ditolak { $times } kali sesering kelompok 20% termiskin{ $once }
plot-refused-alike = { $most } paling sering ditolak{ $once }, bagi kaya dan miskin hampir sama
plot-refused-most = { $most } paling sering ditolak{ $once }
plot-refused-untold = Apa yang ditolak, menurut kelompok penghasilan
plot-domain = Bidang
plot-refused-subtitle = Permohonan yang ditolak untuk setiap 1.000 orang dan tahun, { $when }
plot-refused-caption = Menurut apa yang dimohonkan dan kelompok penghasilan pemohonnya, dari 20% termiskin sampai 20% terkaya. Yang lebih sering memohon dapat lebih sering ditolak. Petak yang lebih gelap berarti angka yang lebih tinggi.
plot-fifth-1 = Termiskin
plot-fifth-2 = Ke-2
plot-fifth-3 = Ke-3
plot-fifth-4 = Ke-4
plot-fifth-5 = Terkaya
plot-refused-tile = { $refused }, { $group }: { $rate } penolakan untuk setiap 1.000 orang dan tahun
plot-sanctioned-empty = Siapa yang terkena sanksi
plot-groups-empty-why = Simulasi ini tidak mengukurnya menurut kelompok.
plot-groups-subtitle = Orang yang terkena sanksi, bagian dari setiap kelompok, %, rata-rata { $when }
plot-groups-caption = Kelompok-kelompok dapat berbeda karena melakukan hal yang berbeda, diawasi atau diperiksa dengan cara yang berbeda, dan punya relasi yang berbeda.
plot-groups-group = Kelompok
plot-groups-sanctioned = Terkena sanksi
plot-groups-wrongly = Yang keliru, bagian dari kelompok
plot-groups-title = { $more } terkena sanksi { $times } kali sesering { $less }{ $once }
plot-groups-alike = Sanksi menimpa kedua jenis kelamin, kota dan desa, serta kaya dan miskin hampir sama
plot-groups-none = Tidak seorang pun di kelompok mana pun terkena sanksi { $when }
plot-groups-untold = Siapa yang terkena sanksi { $when }
plot-groups-fifth = kelompok { $group }
plot-groups-persons = orang { $group }
plot-groups-here = { $name }: { $share } di bawah rezim
plot-groups-twin = { $name }: { $share } di dunia kembar
plot-precision-empty = Seberapa benar catatan itu
plot-precision-empty-why = Tidak ada entri yang ditulis { $when }, atau simulasi ini tidak mengukurnya.
plot-precision-title = { $share } entri benar tentang orangnya; dari yang ditulis { $channel }, { $worst }
plot-precision-title-alone = { $share } entri benar tentang orangnya
plot-precision-subtitle = Bagian entri yang ditulis { $when } yang benar tentang orangnya, %
plot-precision-true = benar tentang orangnya
plot-precision-untrue = tidak benar
plot-precision-caption = Benar berarti: orang itu melakukannya, dan punya sifat yang dibaca aturan dari perbuatan itu jika aturan membacanya (membeli minuman beralkohol tidak menjadikan orang pemabuk). Ketepatan tidak pernah ditetapkan: ia timbul dari seberapa sering suatu perbuatan terlihat, disangka perbuatan orang lain, atau masuk berkas yang salah, dan dari seberapa jarang sifat itu.
plot-precision-channel = Saluran
plot-precision-column = Benar
plot-precision-entries = Entri
plot-precision-of = dari { $entries } entri
plot-precision-note-untrue = { $name }: { $share } tidak benar
plot-precision-note = { $name }: { $share } benar, { $entries }
plot-worlds-helped = Apa yang akan membantu
plot-worlds-mechanisms = Satu per satu mekanisme
plot-worlds-beside = Dunia-dunia berdampingan
plot-worlds-subtitle = Setiap dunia dibandingkan dengan yang pertama, yaitu 100%; orang-orang yang sama dengan nasib yang sama di semuanya
plot-worlds-caption = Lebih pendek berarti lebih sedikit daripada di dunia pertama. Untuk pelanggaran, yang hendak dikurangi rezim, batang yang lebih panjang adalah harga yang dibayar; banding yang dikabulkan bisa turun karena lebih sedikit yang dirugikan. Jika beberapa benih acak dijalankan, garis tipis adalah rentangnya.
plot-worlds-title = Dari perubahan tunggal, inilah yang paling mengurangi sanksi keliru{ $once }, sebesar { $share }: { $change }
plot-worlds-title-unclear = Perubahan tunggal ini mengurangi sanksi keliru{ $once }, sebesar { $share }, dan tidak ada yang lain yang jelas lebih kecil atau lebih besar: { $change }
plot-worlds-none = Tidak satu pun perubahan tunggal mengurangi sanksi keliru dengan sendirinya{ $once }
plot-worlds-unclear = Apakah suatu perubahan tunggal mengurangi sanksi keliru, benih-benih acak tidak memastikannya
plot-worlds-many = { $worlds } dunia, berdampingan
plot-worlds-as-first = sama
plot-worlds-of-it = { $share } darinya
plot-worlds-not-measured = tidak diukur
plot-worlds-world = Dunia
plot-speech-empty = Apa yang diucapkan di muka umum
plot-not-measured = Simulasi ini tidak mengukurnya.
plot-speech-same = Unggahan kritis sebanyak di dunia kembar{ $once }
plot-speech-fewer-than-twin = Unggahan kritis { $share } lebih sedikit daripada di dunia kembar{ $once }
plot-speech-fewer-than-before = Unggahan kritis { $share } lebih sedikit daripada sebelumnya{ $once }
plot-speech-more-than-twin = Unggahan kritis { $share } lebih banyak daripada di dunia kembar{ $once }
plot-speech-more-than-before = Unggahan kritis { $share } lebih banyak daripada sebelumnya{ $once }
plot-speech-unclear = Apakah unggahan kritis lebih sedikit atau lebih banyak daripada di dunia kembar, benih-benih acak tidak memastikannya
plot-speech-untold = Apa yang diucapkan di muka umum, menurut sikap
plot-speech-withheld-here = diurungkan di bawah rezim
plot-speech-subtitle = Unggahan tentang urusan publik untuk setiap 1.000 orang dan tahun, menurut sikap; setiap panel punya skalanya sendiri
plot-speech-caption = Diurungkan berarti: orang yang sama semestinya menerbitkannya tetapi tidak, karena takut atau karena hal itu diawasi dan dihukum. Unggahan yang terbit lalu dihapus dihitung sebagai terbit.
plot-speech-lost-is = Dalam tabel, hilang berarti apa yang dapat dibaca dari orang yang sama di dunia kembar dan tidak di sini; kolom-kolom sesudahnya adalah sebabnya dan berjumlah sama.
plot-speech-stance = Sikap
plot-speech-before = Pada tahun-tahun sebelumnya
plot-speech-twin = Dunia kembar, waktu yang sama
plot-speech-withheld = urung karena takut sendiri
plot-speech-removed = dihapus
plot-speech-lost = Hilang bagi publik, dibanding dunia kembar
plot-speech-for-others = urung demi orang lain
plot-speech-muted = tidak jadi karena sedikit orang lain bersuara
plot-speech-closed = akun ditutup
plot-speech-for-points = dikurangi yang ditulis demi poin
plot-speech-lost-to-twin = Dari unggahan kritis yang dapat dibaca di dunia kembar dan tidak di sini: { $parts }.
plot-speech-lost-here = Dari unggahan kritis yang akan dapat dibaca bila tidak ada yang menghalangi, dan tidak terbaca: { $parts }.
plot-flow-empty = Tidak ada permohonan yang ditolak
plot-flow-empty-why = Tidak ada yang ditolak { $when }, atau simulasi ini tidak mengukurnya.
plot-flow-title = { $share } penolakan menghukum apa yang terjadi di bidang kehidupan yang tidak berkaitan; paling sering{ $once } { $cause }, dengan menolak { $refused }
plot-flow-title-unclear = { $share } penolakan menghukum apa yang terjadi di bidang kehidupan yang tidak berkaitan
plot-flow-related = Tidak ada penolakan yang menghukum apa yang terjadi di bidang kehidupan yang tidak berkaitan
plot-flow-subtitle = Permohonan yang ditolak { $when }, dari apa yang dihukum ke apa yang ditolak
plot-flow-caption = Di kiri bidang dari aturan yang terakhir mengambil poin sebelum sanksi, atau dari apa yang dijawab daftar hitam; di kanan bidang dari apa yang dimohonkan. Lebarnya adalah jumlah permohonan. Bidang kehidupan mana yang tidak berkaitan dikatakan sebuah tabel, yang memberi alasan untuk setiap pasangan; itu asumsi kami.
plot-flow-cause = Penyebab
plot-flow-refused-in = Ditolak
plot-flow-requests = Permohonan
plot-flow-share = Bagian
plot-flow-punished = Dihukum karena
plot-flow-note = { $refused } karena { $cause }: { $requests } permohonan
plot-sanctioned-none = Tidak seorang pun terkena sanksi { $when }
plot-sanctioned-title = { $share } orang terkena sanksi { $when }, { $twin } di dunia kembar
plot-sanctioned-title-alone = { $share } orang terkena sanksi { $when }
plot-sanctioned-subtitle = Orang di tingkat yang bersanksi atau dalam daftar hitam pengadilan, bagian dari semua orang, %
plot-sanctioned-bands = {" "}Pita adalah rentang atas benih acak.
plot-sanctioned-apart = Dunia kembar adalah masyarakat yang sama dengan nasib yang sama di bawah rezim lain, sehingga jarak di antara kedua garis adalah akibat rezim.{" "}
plot-sanctioned-caption = { $apart }Garis putus-putus menandai awal sebuah tahap studi.{ $band }
plot-scores-none = Rezim ini tidak memberi skor
plot-scores-none-why = Tidak ada skala, jadi tidak ada tingkat menurut skor dan tidak ada ambang untuk digambar.
plot-scores-empty = Tidak ada skor yang dihitung
plot-scores-empty-why = Skor dihitung pada akhir setiap tahun di bawah rezim yang memberi skor; simulasi ini tidak punya saat seperti itu.
plot-scores-nobody = Pada akhirnya tidak seorang pun berada di tingkat yang bersanksi
plot-scores-title = { $share } dari mereka yang punya skor pada akhirnya berada di tingkat yang bersanksi
plot-scores-no-sanction = { $persons } orang punya skor; tidak ada tingkat yang bersanksi
plot-scores-sanctions = , bersanksi
plot-scores-subtitle = Orang menurut skor { $when }, dihitung pada akhirnya, menurut tingkat; skala akar kuadrat
plot-scores-start = ; semua orang mulai dengan { $start }
plot-scores-caption = Skor berada di antara { $low } dan { $high } poin{ $start }. Garis putus-putus adalah skor terendah tiap tingkat. Tinggi digambar dengan skala akar kuadrat, supaya kelompok kecil tetap terlihat di samping yang besar.
plot-scores-scores = Skor
plot-scores-tier = Tingkat
plot-scores-persons = Orang
plot-scores-note = { $low } sampai { $high } poin, { $tier }: { $persons } orang
plot-scores-axis = Skor dalam poin
plot-calendar-year = Tahun kalender

## Satu kehidupan

story-key-true = benar dan tercatat
story-key-wrong = tercatat, tetapi bukan perbuatan orang ini
story-key-here = terkena sanksi atau ditolak
story-key-remedy = pemulihan
story-under = Di bawah “{ $regime }”
story-table = Kehidupannya, entri demi entri
story-table-twin = Kehidupannya di dunia kembar, entri demi entri
story-twin = Orang yang sama dengan nasib yang sama di dunia kembar: “{ $regime }”
story-no-twin = Simulasi ini tidak punya dunia kembar, sehingga kehidupan yang lain tidak dapat diceritakan.
story-note = Kehidupan lain: `demerit life DIR PERSON`. Bulan dan tahun menurut kalender studi. Benih acak { $seed }.
story-deserved = sepatutnya
story-on-record = tercatat
story-scores-label = Skor tercatat dan skor yang sepatutnya dari orang itu dari tahun ke tahun
story-scores = Dua skor satu orang
story-scores-says = Poin setelah setiap kejadian, menurut catatan dan menurut aturan yang sama atas perbuatan orang itu yang sebenarnya
story-empty = Buku kejadian tidak memuat apa pun tentang kehidupan ini.
story-when = Kapan
story-true = Apa yang benar
story-record = Apa yang tercatat
story-points = Poin
story-score = Skor
story-deserved-column = Sepatutnya
story-asked = Orang nomor { $number } yang diminta.
story-chosen-wrongly-refused = yang paling lama keliru dikenai sanksi di antara mereka yang pernah ditolak permohonannya
story-chosen-wrongly = yang paling lama keliru dikenai sanksi; tidak seorang pun di antara mereka pernah ditolak permohonannya
story-chosen-sanctioned = yang paling lama terkena sanksi; tidak seorang pun di antara mereka secara keliru
story-chosen-entries = yang entrinya paling banyak; tidak seorang pun di antara mereka terkena sanksi
story-chosen = Dipilih dari { $members } anggota kohor sampel: { $how }. Ini bukan kehidupan yang khas, melainkan yang paling banyak memperlihatkan.
story-girl = anak perempuan
story-boy = anak laki-laki
story-woman = perempuan
story-man = laki-laki
story-somebody = seseorang
story-occupation = , pekerjaan: { $occupation }
story-alone = tinggal sendiri
story-household = dalam rumah tangga berisi { $persons } orang
story-portrait = Orang nomor { $person } adalah nomor, bukan nama: { $who } berumur { $age } tahun pada akhir simulasi{ $work }, { $household }, { $residence } { $city }, { $income } menurut penghasilan.
story-in-the-country = di pedesaan kota
story-in-town = di kota
story-never = Tidak pernah terkena sanksi
story-rightly = Terkena sanksi selama { $all }, tidak satu pun keliru
story-wrongly = Terkena sanksi selama { $all }, semuanya keliru
story-partly = Terkena sanksi selama { $all }, { $wrong } di antaranya keliru
story-sums-score = ; skor pada akhirnya { $score }, sepatutnya { $deserved }
story-sums = { $sanctions }; { $entries } entri dalam catatan, { $refusals } permohonan ditolak{ $score }.
story-no-trace = tanpa jejak
story-a-tie-did = Tidak berbuat apa-apa: relasinya yang berbuat, orang nomor { $other }
story-ties-did = Tidak berbuat apa-apa: relasinya yang berbuat
story-points-for-a-tie = poin karena relasi{ $rule }
story-not-paid = Belum membayar apa yang diputuskan pengadilan
story-listed = masuk daftar hitam: { $what }
story-unlisted = keluar dari daftar hitam: { $what }
story-asked-for = memohon { $thing }
story-refused = ditolak
story-granted = diberikan, dengan keistimewaan
story-withheld = mengurungkan { $what }
story-removed = unggahannya dihapus
story-account-closed = akunnya ditutup
story-account-reopened = akunnya dibuka kembali
story-appeal-filed = mengajukan banding
story-appeal-upheld = bandingnya dikabulkan
story-correction-undone = salinan lama membatalkan koreksi
story-spared = manusia meninjau, lalu mencegah sanksinya
story-appeal-rejected = bandingnya ditolak
story-appeal-silent = bandingnya tidak pernah dijawab
story-died = Meninggal; seorang bayi menyusul di tempat yang sama, dengan nomor yang sama
story-partner-found = Menemukan pasangan
story-partner-lost = Berpisah dari pasangannya
story-regime = sebuah rezim berlaku: { $what }
story-born = Sebuah kehidupan dimulai
story-forgotten = poin dilupakan
story-returned = poin kembali
story-fed = poin dari skor sebuah perusahaan
story-sanctioned-deserved = di bawah sanksi, sepantasnya
story-sanctioned-wrong = di bawah sanksi, secara keliru
story-released = tidak ada lagi sanksi
story-checked-nothing = diperiksa untuk penghasilan yang tidak dilaporkan; tidak ada temuan
story-checked-finding = diperiksa untuk penghasilan yang tidak dilaporkan; ada temuan
story-job-lost = Kehilangan pekerjaan
story-job-found = Punya pekerjaan lagi
story-income-lost = kehilangan penghasilan
story-income-back = sebagian penghasilan yang hilang kembali
story-left = Pindah ke luar jangkauan rezim
story-came-back = Berada dalam jangkauan rezim lagi
story-appeal-lapsed = sanksi sudah hilang sebelum keberatan diputuskan
story-nothing = Tidak berbuat hal semacam itu
story-misread = { $deed }; apa yang dibaca aturan darinya tidak benar
story-other = Tidak berbuat hal semacam itu: pelakunya orang nomor { $other }
story-file = Tidak ada: berkas yang keliru digabung
story-file-of = Tidak ada: berkas orang nomor { $other } digabungkan ke berkasnya
story-clerk-deed = { $deed }; petugas keliru menuliskannya
story-clerk = Tidak ada: kekeliruan petugas
story-tie = Tidak berbuat apa-apa: orang nomor { $other } yang berbuat
story-tier-deserved = Menurut perbuatannya yang sebenarnya: tingkat “{ $tier }”
story-tier = pindah ke tingkat “{ $tier }”
story-tier-sanction = pindah ke tingkat “{ $tier }”, yang bersanksi
story-rule = , aturan “{ $name }”
story-twice = { $text }, dua kali
story-times = { $text }, { $times } kali
story-did = berbuat: { $thing }
story-no-cohort = simulasi ini tidak menyimpan kohor, jadi tidak ada kehidupan untuk diceritakan; jalankan dengan kohor berisi satu orang atau lebih

## Muka

face-skip = Langsung ke apa yang ditemukan
face-weeks = { $weeks } minggu
face-year = 1 tahun
face-years = { $years } tahun
face-no-twin = tanpa dunia kembar
face-twin = di samping dunia kembarnya, orang-orang yang sama dengan nasib yang sama di bawah “{ $regime }”
face-third = { $twin }, dan di bawah “{ $regime }”
face-worlds = { $twin }, dan di { $worlds } dunia lain
face-one-seed = Hanya satu benih acak yang dijalankan seperti tertulis: seberapa jauh kebetulan saja akan menggeser suatu angka, simulasi ini tidak bisa mengatakannya.
face-seeds = { $seeds } benih acak dijalankan; setiap rentang terbentang dari yang terendah sampai yang tertinggi di antara { $seeds } masyarakat ini.
face-many-seeds = { $seeds } benih acak dijalankan; setiap rentang memuat 95% bagian tengah dari { $seeds } masyarakat ini.
face-kicker = Demerit · laboratorium masyarakat rekaan
face-standfirst = { $persons } orang hidup selama { $span } di bawah “{ $regime }”, { $twin }.
face-conditional = Ini adalah pernyataan bersyarat tentang masyarakat rekaan.
face-files = Isinya mengatakan apa yang akan terjadi seandainya orang, pengawasan, dan aturannya seperti dalam berkas-berkas studi ini. Orang-orangnya adalah nomor; tidak seorang pun di dalamnya nyata.
face-a-regime = sebuah rezim

## Kaki

foot-what = Demerit adalah laboratorium masyarakat rekaan. Di dalamnya tidak ada catatan tentang orang nyata, dan ia tidak menjawab pertanyaan tentang siapa pun.
foot-verbatim = Judul, nama aturan, tingkat, dan kota, keterangan aturan, catatan, serta sumber ditampilkan seperti dalam berkas studi, dalam bahasa berkas itu.

## Isi

contents = Isi
contents-balance = Manfaat dan kerugian
contents-answers = Setiap klaim

## Judul bagian

heading-found = Apa yang ditemukan
heading-charts = Dalam gambar
heading-seeds = Atas semua benih acak
heading-law = Tolok ukur hukum
heading-life = Satu kehidupan rekaan
heading-ground = Landasannya
heading-repeat = Cara mengulanginya

## Nama pendek gambar

short-sanctioned = Yang terkena sanksi
short-layers = Apa yang dihitung keliru
short-mirror = Benar, keliru, dan luput
short-origins = Yang keliru, dan sebabnya
short-collateral = Karena relasi
short-flow = Dari perbuatan ke penolakan
short-refused = Siapa ditolak dalam hal apa
short-scores = Skor
short-speech = Ucapan
short-groups = Siapa yang terkena sanksi
short-precision = Seberapa benar catatannya
short-benefits = Pelanggaran hukum
short-persistence = Dari orang tua kepada anak

## Cara mengulanginya

repeat-study = Studi
repeat-seeds = Benih acak
repeat-persons = Orang
repeat-ticks = Ketukan
repeat-ticks-a-year = { $ticks } ({ $year } setahun)
repeat-first = Ketukan pertama
repeat-digest-of-study = Sidik studi
repeat-digest = Sidik
repeat-lead = Versi, studi, dan benih acak yang sama menghasilkan bita yang sama di mesin mana pun dan dengan berapa pun utas.
repeat-resolved = Studi sebagaimana dijalankan

## Setiap klaim

claims-heading = Setiap klaim dalam laporan sumber, dan apa kata simulasi
claims-lead = Di sini tidak ada klaim yang dibuktikan atau dibantah. Angka-angkanya mengatakan apa yang akan terjadi seandainya klaim itu berlaku seperti dalam berkas-berkas studi ini.
claims-note = Beberapa mekanisme bekerja sekaligus, sehingga angka di bawah suatu klaim tidak disebabkan klaim itu saja; `demerit explain` membaginya di antara mekanisme-mekanisme itu. Hitungan adalah hitungan tahun terakhir, bagian dan laju adalah rata-ratanya. Meskipun suatu mekanisme menyala, rezim bisa saja tidak punya aturan yang memakainya.
claims-table = Setiap klaim dan angka-angkanya
claims-measure = Ukuran
claims-here = Di sini
claims-value = Nilai
claims-no-number = Simulasi ini tidak punya angka untuk itu.
claims-off = dimatikan di sini: { $what }
claims-no-safeguard = tidak ada perlindungan yang berlaku di sini
claims-safeguards = berlaku di sini: { $names }
claims-on = menyala di sini

## Apa kata laporan tahun 2018

sentences-heading = Kalimat-kalimat laporan tahun 2018, dan apa kata simulasi ini
contents-sentences = Kalimat laporan
sentences-lead = Inilah kalimat-kalimat yang hendak dijawab studi ini, dengan kata-kata kami. Setiap putusan mengikuti angka-angka simulasi ini menurut satu aturan, yang tertulis dalam berkas klaim.
sentences-note = Di sini nilai-nilainya seperti dalam berkas, dan rentangnya tidak diundi. Sejauh mana setiap angka bergerak atas semua yang dibiarkan terbuka oleh berkas, dan kalimat yang dijawab studi lain, dikatakan `demerit claims`.
sentences-drawn = Angka-angkanya seperti tertulis, dan di samping masing-masing tertera seberapa jauh angka itu bergeser atas { $draws } undian dari semua yang dibiarkan terbuka oleh berkas; putusan melihat keduanya. Tanda hubung berarti angka itu milik dunia yang tidak diundi: `demerit claims` mengundinya juga, dan menjawab kalimat dari studi lain.
sentences-range = Atas undian
sentences-draws = separuh { $half }; sembilan dari sepuluh { $most }
sentences-every = { $claims } kalimat itu
sentences-table = Kalimat laporan dan apa kata simulasi ini
sentences-says = Laporan mengatakan
sentences-number = Simulasi ini, pada tahun terakhir
sentences-asked = Yang dituntut
sentences-verdict = Putusan
sentences-over = { $part }, untuk setiap: { $whole }
sentences-relative = { $measure }, dibanding kembarannya: { $value }
sentences-less = { $measure }, dikurangi kembarannya: { $value }
sentences-counted = { $measure }, untuk setiap 1.000 orang: { $value }
sentences-plain = { $measure }: { $value }
sentences-above = di atas { $value }
sentences-below = di bawah { $value }
verdict-shown = terlihat
verdict-in-part = terlihat sebagian
verdict-otherwise = simulasi mengatakan sebaliknya
verdict-only-if-assumed = hanya jika diandaikan
verdict-cannot = tidak dapat dijawab simulasi
verdict-not-yet = belum
verdict-not-measured = tidak diukur

## Satuan

gauge-per-thousand = , untuk setiap 1.000 orang dan tahun
gauge-unit = , { $unit }

## Atas semua benih acak

seeds-sum = sepanjang simulasi
seeds-mean = rata-rata sepanjang simulasi
seeds-end = pada akhirnya
seeds-year = dalam tahun terakhir
seeds-horizon = dalam tahun terakhir sebelum cakrawala
seeds-measure = { $measure }, { $when }
seeds-lead = { $seeds } benih acak dijalankan, masing-masing penduduk rekaan lain dengan nasib lain. Setiap nilai disertai yang terendah dan yang tertinggi di antaranya.
seeds-twin = Selisih diambil benih demi benih, antara orang-orang yang sama dengan nasib yang sama, dan disertai rentang letak rata-ratanya pada tingkat 95%.
seeds-difference = Selisih, 95%
seeds-every = Setiap ukuran
seeds-table = Setiap ukuran atas semua benih acak
seeds-note = Dari banyak rentang 95%, beberapa meleset. Kelompok dan bidang ada dalam `{ $file }`.

## Landasannya

ground-lead = Tidak ada yang diukur pada orang nyata di sini. Masyarakat ini dibangun dari { $sourced } angka bersumber; { $assumed } angka adalah asumsi kami. Setiap angka dapat diubah dalam berkasnya, dan simulasinya diulang.
ground-assumptions = Asumsi
ground-assumptions-say = Angka-angka yang tidak diberikan sumber mana pun. Jika ada kisaran, nilai sebenarnya bisa berada di mana saja di dalamnya.
ground-sourced = Angka bersumber
ground-sourced-say = Dibaca: sumbernya dibaca untuk ini. Diingat: diketahui tetapi tidak dibaca lagi. Sekunder: menurut sumber lain.
ground-limits = Batas
ground-no-limits = Simulasi ini tidak menyebut batas. Itu tidak berarti bahwa batas itu tidak ada.
ground-claims = Aturan, daftar hitam, dan pintu, dan seberapa pasti masing-masing diketahui
ground-claims-documented = aturan atau hitungan yang diterbitkan mengatakannya;
ground-claims-reported = pers mengatakannya;
ground-claims-hypothetical = diumumkan, diperkirakan, atau dikatakan satu orang. Hasil yang bergantung pada aturan hipotetis mengatakan apa yang akan terjadi, bukan apa yang terjadi.
ground-no-claims = Rezim-rezim dalam simulasi ini tidak punya aturan, daftar hitam, atau pintu.
ground-tally = { $documented } terdokumentasi, { $reported } diberitakan, { $hypothetical } hipotetis
ground-claims-table = Klaim
ground-part = Bagian
ground-says = Apa yang dilakukannya
ground-claim = Klaim
ground-source = Sumber
ground-figures = Masyarakat yang dibangun di samping angka terbitan
ground-figures-say = Ditanamkan: masyarakat dibuat supaya memilikinya. Muncul sendiri: tidak ada yang diatur untuk menghasilkannya.
ground-figures-count = { $figures } angka
ground-figures-table = Angka terbitan dan angka yang sama dari masyarakat yang dibangun
ground-figure = Angka
ground-published = Terbitan
ground-built = Dibangun
ground-unit = Satuan
ground-how = Cara
ground-cities = kota berpenduduk inti { $low } sampai { $high } orang
ground-none = Tidak ada.
ground-number = Angka
ground-value = Nilai
ground-range = Kisaran
ground-status = Status
ground-numbers-count = { $numbers } angka

## Manfaat dan kerugian

balance-heading = Manfaat dan kerugian, dengan ukuran yang sama
balance-lead = Kebaikan yang konon dibawa rezim semacam itu, dan akibatnya bagi orang-orang, masing-masing dibandingkan dengan orang-orang yang sama dengan nasib yang sama di dunia kembar.
balance-lead-alone = Kebaikan yang konon dibawa rezim semacam itu, dan akibatnya bagi orang-orang; simulasi ini tidak punya dunia kembar sebagai pembanding.
balance-note = Kedua sisi tidak dijumlahkan: satuannya tidak sama, dan mereka yang beruntung bukan mereka yang merugi. Batang dalam satu kartu memakai skala yang sama; antarkartu tidak.
balance-benefits = Manfaat yang diklaim
balance-no-benefit = Simulasi ini tidak mengukur manfaat yang diklaim.
balance-harms = Kerugian
balance-no-harm = Simulasi ini tidak mengukur kerugian.
balance-times = { $times } kali
balance-none-in-twin = tidak ada di dunia kembar{ $once }
balance-as-much = sebanyak di dunia kembar{ $once }
balance-more = lebih banyak daripada di dunia kembar{ $once }
balance-less = lebih sedikit daripada di dunia kembar{ $once }
balance-same = tidak berbeda dari dunia kembar{ $once }
balance-unclear = benih-benih acak tidak memastikan mana yang lebih banyak
balance-nothing = dunia kembar tidak punya pembanding untuk ini

## Apa yang dijawab suatu ukuran di bawah judulnya

bears-stake = keputusan yang dipertaruhkan
bears-often = seberapa sering
bears-long = berapa lama
bears-soon = seberapa cepat

## Tolok ukur hukum

law-lead = Pertanyaan-pertanyaan hukum Eropa tentang sistem semacam itu, dan ukuran-ukuran yang menyentuhnya. Hukum itu di sini menjadi tolok ukur; apakah ia berlaku di tempatnya adalah soal lain.
law-which = Ketentuan mana yang menyangkut rezim ini
law-scoring = Undang-Undang AI, pasal 5(1)(c), menyangkut rezim ini. Skor atas apa yang dilakukan orang dijawab dengan kerugian { $how }. Jika skor semacam itu diberikan sistem AI, hal ini dilarang: tidak ada penilaian dan tidak ada perlindungan yang mengizinkannya.
law-unrelated = di bidang kehidupan yang tidak berkaitan dengan bidang perbuatannya (i)
law-unjustified = karena hal yang sah menurut hukum (ii)
law-also = {" "}dan{" "}
law-scoring-harmless = Undang-Undang AI, pasal 5(1)(c), yang melarang penilaian sosial, menurut berkas ini tidak menyangkut rezim ini: rezim ini memberi skor, tetapi skor rendah tidak dijawab dengan kerugian di bidang kehidupan yang tidak berkaitan dan tidak pula karena hal yang sah menurut hukum.
law-scoring-none = Undang-Undang AI, pasal 5(1)(c), yang melarang penilaian sosial, tidak menyangkut rezim ini: rezim ini tidak memberi skor.
law-assessment = Undang-Undang AI, pasal 27, menyangkut rezim ini: rezim ini ikut menentukan { $uses }. Jika sistem AI yang melakukannya, penggunaannya berisiko tinggi, dan badan publik serta pihak lain yang disebut di sana menilai dampaknya terhadap hak asasi sebelum memulai. Judul-judul di bawah adalah judul penilaian itu.
law-assessment-prohibited = Undang-Undang AI, pasal 27, datang terlambat: pasal itu meminta penilaian atas sistem berisiko tinggi, dan apa yang dilarang pasal 5 tidak dinilai. Judul-judul di bawah adalah judul pasal 27(1), hanya demi urutannya.
law-assessment-none = Undang-Undang AI, pasal 27, yang meminta penilaian atas sistem berisiko tinggi, tidak menyangkut rezim ini: lampiran III tidak menyebut apa pun yang ditentukan skor atau pemeriksaan rezim ini. Judul-judul di bawah adalah judul pasal 27(1), hanya demi urutannya.
law-use-education = siapa yang diterima di sekolah (lampiran III, 3(a))
law-use-recruitment = siapa yang diberi pekerjaan (lampiran III, 4(a))
law-use-benefits = siapa yang tetap menerima bantuan sosial (lampiran III, 5(a))
law-use-credit = siapa yang dianggap layak kredit (lampiran III, 5(b))
law-automated = GDPR, pasal 22, menyangkut rezim ini: skor rendah membawa akibat yang seberat akibat hukum, dan tidak ada manusia yang meninjau sebelum akibat itu berlaku. Setiap orang berhak tidak dikenai keputusan semacam itu, kecuali karena undang-undang, kontrak, atau persetujuan, dan itu pun dengan manusia yang dapat dihubungi.
law-automated-none = GDPR, pasal 22, tentang keputusan yang semata-mata otomatis, menurut berkas ini tidak menyangkut rezim ini: tidak ada skor rendah yang membawa akibat semacam itu tanpa ditinjau manusia lebih dahulu.
law-contexts = Dari penyebab ke apa yang ditolak
law-distance = Konteks
law-note = Pasal di samping suatu ukuran menunjukkan apa yang disentuh angka itu, bukan bahwa pasalnya dilanggar. Jarak konteks, bobot pintu, dan apa yang ditanggung bobot perbuatan adalah asumsi: `demerit list yardsticks` mencetak masing-masing dengan alasannya.

## Jarak konteks

distance-same = sama
distance-neighbouring = berdekatan
distance-unrelated = tidak berkaitan

## Judul penilaian

law-a = Proses tempat sistem digunakan
law-b = Jangka waktu dan kekerapan penggunaan
law-c = Golongan orang yang terdampak
law-d = Risiko kerugian tertentu
law-e = Pengawasan oleh manusia
law-f = Jika risiko terjadi: pengaduan dan pemulihan
law-cannot = Apa yang tidak dapat diputuskan angka-angka ini
law-cannot-say = Apakah semua ini sah, perlu, atau sebanding adalah soal penilaian. Untuk itu diperlukan hukum yang berlaku di tempatnya, tujuan yang dikejar, cara-cara lebih lunak yang tersedia, dan orang yang didengar. Angka kecil bukan izin: beberapa hak, seperti hak berpendapat, tidak dapat ditawar sama sekali. Angka besar bukan vonis: orang-orangnya rekaan, dan angkanya hanya berlaku sejauh asumsi-asumsi di bawah berlaku. Tidak ada di sini yang mengukur martabat, atau bagaimana rasanya diawasi.
law-tiers = { $sanctions ->
    [0] , dalam { $tiers } tingkat, yang tidak satu pun dengan sendirinya merupakan sanksi
   *[other] , dalam { $tiers } tingkat, { $sanctions } di antaranya merupakan sanksi
 }
law-scale = Rezim ini memberi skor dari { $low } sampai { $high }{ $tiers }.
law-no-score = Rezim ini tidak memberi skor.
law-process = “{ $regime }”. { $score } Aturan, daftar hitam, dan pintunya, masing-masing dengan seberapa pasti hal itu diketahui, ada di bagian
law-nowhere = tidak di mana pun
law-one-city = di satu kota
law-cities = di { $cities } kota
law-pilots = { $cities } dengan { $held } dari semua orang (yang dikehendaki { $wanted })
law-phase = { $name }, sejak { $year }: { $cities }
law-phases = Tahap-tahap dunia ini, masing-masing dengan kota-kota tempat rezimnya berlaku: { $phases }.
law-no-safeguard = Tidak ada perlindungan yang berlaku di dunia ini.
law-safeguards = Perlindungan yang berlaku: { $names }.
law-counted = Apa yang dihitung di sini
law-against = { $one }, dibandingkan { $other }
law-and = { $one } dan { $other }
law-ratio = Rasio tingkat sanksi (ICCPR 26)
law-shares = Bagian di sini
law-ratio-here = Rasio di sini, 95%
law-ratio-twin = Rasio di dunia kembar, 95%
law-ratios = Rasio tingkat sanksi antarkelompok
law-ratio-seeds = Rentangnya adalah rentang atas benih acak.
law-ratio-counts = Rentangnya dihitung dari satu benih acak, seolah-olah orang-orangnya saling bebas; karena mereka berbagi rumah tangga dan lingkungan, rentang sebenarnya lebih lebar.
law-ratio-above = Rasio di atas 1 berarti kelompok pertama lebih sering terkena sanksi. Rasio itu tidak mengatakan sebabnya: kelompok-kelompok melakukan hal yang berbeda, diawasi dengan cara yang berbeda, dan punya relasi yang berbeda.

# Seberapa pasti angka utama.
heading-ranges = Seberapa pasti angka-angka ini
ranges-not-drawn = Angka di bawah berlaku untuk nilai seperti tertulis dalam berkas. Seberapa jauh angka itu bergeser atas semua yang dibiarkan terbuka oleh berkas belum diundi: `demerit ensemble` mengundinya, dan studi yang menyebut `[ensemble]` memuatnya dalam laporan.
ranges-headline = { $name }: { $half } dalam separuh undian, { $most } dalam sembilan dari sepuluh, { $filed } dengan nilai seperti tertulis.
ranges-what = Banyak angka dalam berkas adalah anggapan dengan rentang. Sebanyak { $draws } undian memberi { $figures } angka itu nilai lain, tiap kali untuk { $persons } orang rekaan lain dengan keberuntungan lain, di sini dan di kembarannya. Undian terbagi dalam { $groups } kelompok: yang pertama dalam kelompok mengundi ulang semua nilai, tiap undian lain hanya nilai satu berkas, atau keberuntungan saja; dengan begitu dapat dikatakan dari mana sebarannya berasal. Undian dalam satu kelompok sebagian serupa, dan selang tiap kuantil memperhitungkan itu.
ranges-plot = Angka utama atas rentangnya
ranges-caption = Tiap angka memiliki skala sendiri yang dimulai dari nol. Garis tegak berdiri pada median undian. Jumlah dihitung per 1.000 orang. Semua angka berasal dari tahun terakhir.
ranges-half = separuh undian
ranges-most = sembilan dari sepuluh undian
ranges-filed = seperti tertulis
ranges-twin = kembaran, seperti tertulis
ranges-note = { $filed } seperti tertulis; separuh undian { $half }; sembilan dari sepuluh { $most }
ranges-kept-half = separuh dari yang tersisa
ranges-kept-most = sembilan dari sepuluh yang tersisa
ranges-kept-note = dari undian yang tersisa: separuh { $half }; sembilan dari sepuluh { $most }
ranges-not-held = Undian mana yang digugurkan oleh angka terbitan belum ditanyakan: `demerit calibrate` menanyakannya, dan `demerit report` dengan `--calibrated` menunjukkan apa yang tersisa.
ranges-no-target = Tidak ada angka terbitan yang menyangkut studi ini: tidak ada yang gugur.
ranges-none-kept = Angka terbitan tidak menyisakan satu pun dari { $draws } undian: masing-masing meleset dari salah satunya sejauh tiga simpangan baku atau lebih, sehingga model, rentang atau selisih yang dinyatakan keliru.
ranges-kept = Angka terbitan menyisakan { $kept } dari { $draws } undian. Setiap undian lainnya meleset dari sedikitnya satu di antara { $targets } angka sejauh tiga simpangan baku atau lebih.
ranges-kept-few = Undian sesedikit itu hanya menunjukkan secara kasar di mana sisanya berada.
ranges-cuts = Undian yang gugur, menurut angka: { $cuts }.
ranges-number = Angka
ranges-error = Median undian, 95 %
ranges-regime = Dibiarkan terbuka oleh berkas rezim
ranges-society = oleh berkas masyarakat
ranges-luck = oleh keberuntungan
ranges-per-thousand = { $name }, per 1.000 orang
ranges-of-group = { $measure }: { $group }
ranges-file = Setiap angka dengan semua kuantilnya ada dalam `{ $file }.csv`; nilai seperti tertulis di sana adalah rata-rata empat simulasi sekecil undian. Tidak diubah: { $fixed } angka tanpa rentang, yang disebut dalam `{ $file }.json`.
ranges-signs = Bila tandanya pun tidak pasti
ranges-outside = Seperti tertulis, angka-angka ini berada di luar sembilan dari sepuluh undian, sebab rentang dalam berkas tidak harus merata di sekitar suatu nilai: { $names }. Kembaran tiap undian ikut bergerak, sehingga selisih terhadap kembaran adalah pegangan yang lebih baik.
ranges-sign = { $name }: lebih banyak daripada di kembaran dalam { $more } % undian.
ranges-hangs = Bergantung pada apa angka-angka ini
ranges-hangs-lead = Tiga anggapan dengan korelasi peringkat terkuat dengan tiap angka, masing-masing dengan selang 95 %. Di antara anggapan sebanyak itu ada yang berkorelasi karena kebetulan saja: hanya yang disebut menonjol berkorelasi lebih kuat daripada kebetulan dalam 19 dari 20 himpunan seperti ini.
ranges-hangs-out = { $figure } menonjol
ranges-hangs-none = Dengan undian sesedikit ini tidak ada satu anggapan pun yang menonjol dari kebetulan. Lebih banyak undian, atau `demerit sensitivity`, membedakannya.
