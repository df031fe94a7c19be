"""The access list (ACL) and a user's attribute of a file, without tools for them.

    access_list.py give FILE    lets user 4711 read and write it, and notes something
    access_list.py default FOLDER    lets user 4711 read and write what is made in it
    access_list.py show FILE    prints both
"""

import os
import struct
import sys

LIST, DEFAULT, NOTE = "system.posix_acl_access", "system.posix_acl_default", "user.note"
OWNER, USER, GROUP, MASK, OTHER, NOBODY = 0x01, 0x02, 0x04, 0x10, 0x20, 0xFFFFFFFF


def entries(*listed):
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in listed)


def main():
    what, path = sys.argv[1:]
    shared = entries(
        (OWNER, 6, NOBODY), (USER, 6, 4711), (GROUP, 0, NOBODY), (MASK, 6, NOBODY), (OTHER, 0, NOBODY)
    )
    if what == "give":
        os.setxattr(path, LIST, shared)
        os.setxattr(path, NOTE, b"of the AF")
    elif what == "default":
        os.setxattr(path, DEFAULT, shared)
    else:
        for name in sorted(os.listxattr(path)):
            print(name, os.getxattr(path, name).hex())


main()
