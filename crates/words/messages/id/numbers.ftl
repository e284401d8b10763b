# Angka dan tanggal dalam kata. Cara menulis angka ditentukan di satu tempat dalam kode.

number-not-known = tidak diketahui
number-below-one = kurang dari 1
# $least: nilai terkecil yang ditampilkan, misalnya `0,01%`.
number-below = kurang dari { $least }
# $many: bilangan bulat.
number-one-in = 1 dari { $many }
# Dua belas nama bulan yang disingkat, dipisahkan oleh spasi.
number-months = Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des
number-range = { $low } sampai { $high }
number-within = { $value } ({ $low } sampai { $high })
