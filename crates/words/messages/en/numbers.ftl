# Numbers and dates in words. How digits are written is told by the code, in one place.

number-not-known = not known
number-below-one = less than 1
# $least: the least that is shown, as `0.01 %`.
number-below = less than { $least }
# $many: a whole number.
number-one-in = 1 in { $many }
# Twelve short names of months, divided by spaces.
number-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
number-range = { $low } to { $high }
number-within = { $value } ({ $low } to { $high })
