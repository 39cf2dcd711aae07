#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int csandbox_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }

int csandbox_close_from(posix_spawn_file_actions_t *actions, int first) {
    return -posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int csandbox_memory_file(size_t size) {
    int descriptor = memfd_create("codechart", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0) return -errno;
    if (ftruncate(descriptor, (off_t)size) == 0 && fcntl(descriptor, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) == 0)
        return descriptor;
    int error = errno;
    close(descriptor);
    return -error;
}

int csandbox_limit_process(pid_t process, uint64_t memory, uint64_t cpu) {
    struct rlimit bytes = {memory, memory}, seconds = {cpu, cpu}, none = {0, 0};
    if (prlimit(process, RLIMIT_AS, &bytes, NULL) != 0 || prlimit(process, RLIMIT_CPU, &seconds, NULL) != 0 ||
        prlimit(process, RLIMIT_FSIZE, &none, NULL) != 0 || prlimit(process, RLIMIT_CORE, &none, NULL) != 0)
        return -errno;
    return 0;
}

void csandbox_return_memory(void) { malloc_trim(0); }

const void *csandbox_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
    return count > 0 ? memmem(bytes, count, wanted, wanted_count) : NULL;
}
