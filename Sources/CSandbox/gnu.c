#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

int csandbox_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }

int csandbox_close_from(posix_spawn_file_actions_t *actions, int first) {
    return -posix_spawn_file_actions_addclosefrom_np(actions, first);
}

void csandbox_return_memory(void) { malloc_trim(0); }

const void *csandbox_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
    return count > 0 ? memmem(bytes, count, wanted, wanted_count) : NULL;
}
