# How many records of each kind.
NR > 1 { count[$4]++ }
END { for (kind in count) print kind "," count[kind] }
