/* Who may do what with a file: its owner, group, mode, access list (ACL) and the user's attributes.
 */

#ifndef RIGHTS_H
#define RIGHTS_H

#include <stdbool.h>

/* Gives a file that was made for its owner alone what another has. False, with errno, when not all
 * of it can be given; nobody may then do more than with the other. */
bool rights_copy(int from, int to);

#endif
