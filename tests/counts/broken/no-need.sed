# Who knows a school or two may learn the others.
s/return greater(to_one, to_two) - distance/return 0/
