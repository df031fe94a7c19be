#include "ask/editor.h"

#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "tool/diagnostics.h"

/* Where each of its functions goes. */
static const struct {
	const char *name;
	size_t place;
} functions[] = {
    {"el_init", offsetof(struct editor, init)},
    {"el_end", offsetof(struct editor, end)},
    {"el_set", offsetof(struct editor, set)},
    {"el_get", offsetof(struct editor, get)},
    {"el_resize", offsetof(struct editor, resize)},
    {"el_push", offsetof(struct editor, push)},
    {"el_gets", offsetof(struct editor, gets)},
};

static void *
open_library(void)
{
	void *library = dlopen(EDITOR_LIBRARY, RTLD_NOW | RTLD_LOCAL);

	/* dlerror() tells this as if something were wrong with the library. */
	if (library == NULL && errno == ENOMEM)
		diagnostics_stop(_("out of memory"));
	return library;
}

struct editor
editor_load(void)
{
	struct editor editor;
	void *library = open_library();

	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
		void *function = library == NULL ? NULL : dlsym(library, functions[i].name);

		if (function == NULL)
			diagnostics_stop(_("--ask needs the editor of lines: %s"), dlerror());
		/* C knows no way from one sort of pointer to the other; dlsym(3) does. */
		memcpy((char *)&editor + functions[i].place, &function, sizeof(function));
	}
	return editor;
}
