#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int csandbox_forbid_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : -errno;
}

int csandbox_forbid_dumps(void) {
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) return -errno;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno;
}

// Reads the first two numbers of /proc/self/statm: pages of address space, pages in physical memory.
static int read_pages(uint64_t *mapped, uint64_t *resident) {
    char text[128];
    int descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return -errno;
    ssize_t length = read(descriptor, text, sizeof text - 1);
    int error = errno;
    close(descriptor);
    if (length < 0) return -error;
    text[length] = 0;
    unsigned long long first, second;
    if (sscanf(text, "%llu %llu", &first, &second) != 2) return -EIO;
    *mapped = first;
    *resident = second;
    return 0;
}

// Lowers or raises the soft limit, at most to the hard one.
static int set_soft_limit(int resource, uint64_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return -errno;
    limit.rlim_cur = limit.rlim_max != RLIM_INFINITY && value > limit.rlim_max ? limit.rlim_max : value;
    return setrlimit(resource, &limit) == 0 ? 0 : -errno;
}

int csandbox_limit_memory(uint64_t bytes) {
    uint64_t mapped, resident;
    int failed = read_pages(&mapped, &resident);
    if (failed) return failed;
    return set_soft_limit(RLIMIT_AS, mapped * (uint64_t)sysconf(_SC_PAGESIZE) + bytes);
}

int csandbox_limit_cpu(uint64_t seconds) {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) return -errno;
    // The kernel compares whole seconds: rounded up, so that a document gets at least what it was promised.
    uint64_t fraction = (uint64_t)usage.ru_utime.tv_usec + (uint64_t)usage.ru_stime.tv_usec;
    uint64_t used = (uint64_t)usage.ru_utime.tv_sec + (uint64_t)usage.ru_stime.tv_sec + (fraction + 999999) / 1000000;
    return set_soft_limit(RLIMIT_CPU, used + seconds);
}

int64_t csandbox_resident_memory(void) {
    uint64_t mapped, resident;
    int failed = read_pages(&mapped, &resident);
    return failed ? failed : (int64_t)(resident * (uint64_t)sysconf(_SC_PAGESIZE));
}

static void *wait_until_unread(void *argument) {
    struct pollfd watched = {.fd = (int)(intptr_t)argument, .events = 0};
    while (poll(&watched, 1, -1) < 0 && errno == EINTR) continue;
    _exit(0);
}

int csandbox_exit_when_unread(int descriptor) {
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t all, before;
    int failed = pthread_attr_init(&attributes);
    if (failed) return -failed;
    // The thread counts against the limit of address space, and needs a page.
    pthread_attr_setstacksize(&attributes, 64 * 1024);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    failed = pthread_create(&thread, &attributes, wait_until_unread, (void *)(intptr_t)descriptor);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return -failed;
}
