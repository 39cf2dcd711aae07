#include "CSandbox.h"

#include <errno.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's headers may be older than the kernel: numbers from include/uapi/linux/landlock.h.
// All architectures share the numbers of the system calls.
enum { create_ruleset = 444, restrict_self = 446 };
enum { ask_version = 1 };

struct ruleset {
    uint64_t files;  // version 1
    uint64_t net;    // version 4
    uint64_t scope;  // version 6
};

static const uint64_t execute = 1ULL << 0;
static const uint64_t write_file = 1ULL << 1;
// Bits 2 and 3 are reading files and folders, which stay allowed. 4–12: remove and make entries of all kinds.
static const uint64_t remove_and_make = 0x1FF0ULL;
static const uint64_t refer = 1ULL << 13;         // version 2: move or link between folders
static const uint64_t truncate_file = 1ULL << 14; // version 3
static const uint64_t device_ioctl = 1ULL << 15;  // version 5
static const uint64_t bind_and_connect_tcp = 3;   // version 4
static const uint64_t abstract_sockets_and_signals = 3; // version 6

int csandbox_landlock_version(void) {
    long version = syscall(create_ruleset, NULL, 0, ask_version);
    return version < 0 ? -errno : (int)version;
}

int csandbox_forbid_changes(void) {
    int version = csandbox_landlock_version();
    if (version < 0) return version;

    struct ruleset ruleset = {.files = execute | write_file | remove_and_make};
    // A kernel refuses a struct that is longer than the one it knows.
    size_t size = offsetof(struct ruleset, net);
    if (version >= 2) ruleset.files |= refer;
    if (version >= 3) ruleset.files |= truncate_file;
    if (version >= 5) ruleset.files |= device_ioctl;
    if (version >= 4) {
        ruleset.net = bind_and_connect_tcp;
        size = offsetof(struct ruleset, scope);
    }
    if (version >= 6) {
        ruleset.scope = abstract_sockets_and_signals;
        size = sizeof ruleset;
    }

    // A right that the ruleset handles and no rule grants is refused everywhere.
    long descriptor = syscall(create_ruleset, &ruleset, size, 0);
    if (descriptor < 0) return -errno;
    int result = syscall(restrict_self, descriptor, 0) == 0 ? version : -errno;
    close((int)descriptor);
    return result;
}
