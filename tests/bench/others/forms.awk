# The records of which each cell has its form, as far as a line of awk looks: how many of each kind.
NR == 1 { next }
NF == 9 && length($1) <= 32 && $1 ~ /^[A-Za-z0-9][A-Za-z0-9._-]*$/ &&
    $2 ~ /^2[01][0-9][0-9]-[01][0-9]-[0-3][0-9]$/ && $3 ~ /^[0-9][0-9][A-Z][A-Z][0-9][0-9]$/ &&
    $4 ~ /^(signal|consult|talk|consent|answer|plan|need|done|school)$/ && $5 ~ /^[a-z-]+$/ &&
    $6 ~ /^[a-z-]*$/ && $7 == "" && $8 ~ /^[a-z-]*$/ && $9 != "" { count[$4]++ }
END { for (kind in count) print kind "," count[kind] }
