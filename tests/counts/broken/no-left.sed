# Who is left of a unit by smaller ones may learn how these were rounded.
s/= left->schools == 1 ? OPEN_TO_ONE : OPEN_TO_TWO/= -1000/
