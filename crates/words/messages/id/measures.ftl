# Label bagian rezim, dan seberapa pasti suatu klaim diketahui. Kode memintanya menurut nama.

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
