# Halaman penjelajah. Pesan yang id-nya diawali `page-` diserahkan kepada skripnya: teks biasa dengan `{ $name }`, tanpa pilihan
# bentuk; bentuk jamak ditulis sebagai dua pesan, `…-one` dan `…-other`.
