# Label bagian rezim dan perlindungan, dan seberapa pasti suatu klaim diketahui. Kode memintanya menurut nama.

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

## Perlindungan

safeguard-answer-in-time = banding dijawab tepat waktu
safeguard-human-review = manusia meninjau setiap sanksi
safeguard-expiry = poin dan pencantuman kedaluwarsa
safeguard-no-spillover = tidak ada poin karena perbuatan orang lain
safeguard-purpose-limits = pintu terbatas pada bidang kehidupannya sendiri
safeguard-match-threshold = ambang pengenalan wajah yang lebih tinggi
safeguard-notice = yang terkena sanksi diberi tahu
safeguard-corrections-reach-all = koreksi sampai ke semua salinan
