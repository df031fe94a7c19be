# The jitter stays the same all year: a step then proves what happened.
s/(month - begin < shift ? early : late)/one/
