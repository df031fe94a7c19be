# The jitter is drawn anew each month: what was printed stays, so that it only grows.
s/(&stream, key, purpose, begin, name)/(\&stream, key, purpose, month, name)/
s/(month - begin < shift ? early : late)/one/
