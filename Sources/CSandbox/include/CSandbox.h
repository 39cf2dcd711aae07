// What a process does to itself before it parses bytes of strangers.
//
// Swift cannot import variadic C functions (prctl, syscall), and the filter of seccomp is a program that is
// easier to read in C. Every function acts on the calling process, works on x86_64 and aarch64 Linux, and
// returns 0 (or what its comment says) on success and -errno on failure; none of them prints or exits.
//
// Call them on the main thread before any other thread exists: landlock binds only the thread that asks and
// the threads that it creates later.
#pragma once
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// No program that this process starts gains rights (PR_SET_NO_NEW_PRIVS); needed by the two filters below.
int csandbox_forbid_new_privileges(void);

// No core file and no memory of this process for others of the same user: core limit 0, PR_SET_DUMPABLE 0.
int csandbox_forbid_dumps(void);

// The landlock version of the kernel, from 1; -ENOSYS or -EOPNOTSUPP where it is absent or switched off.
int csandbox_landlock_version(void);

// Refuses all changes to the file system, executing files, TCP, and signals and abstract sockets that leave
// the process: as much of it as the kernel's landlock knows. Reading files stays allowed.
// Returns the version of landlock that is in force.
int csandbox_forbid_changes(void);

// 1 if the kernel has seccomp filters, else 0.
int csandbox_has_seccomp(void);

// Refuses system calls with EPERM: sockets, executing, new processes, opening for writing, changing files,
// tracing, signals to others, mounts, namespaces, keys, io_uring and kernel modules. Holds for all threads.
// Where landlock is absent it is what keeps the process from writing.
int csandbox_forbid_calls(void);

// Sets the soft limit of address space to what the process has now plus `bytes`.
int csandbox_limit_memory(uint64_t bytes);

// Sets the soft limit of CPU time to what the process has used plus `seconds`; SIGXCPU ends it then.
int csandbox_limit_cpu(uint64_t seconds);

// Physical memory of the process in bytes; negative errno on failure.
int64_t csandbox_resident_memory(void);

// Starts a thread that ends the process once nobody can read what is written to `descriptor` (a pipe or
// socket; for a file nothing happens). PR_SET_PDEATHSIG is no substitute: it fires when the *thread* that
// started the process ends, and a thread pool's threads come and go.
int csandbox_exit_when_unread(int descriptor);

// MARK: GNU extensions, which Swift's Glibc does not show

// A pipe whose ends are closed when a program is started: `ends[0]` is read, `ends[1]` is written.
int csandbox_pipe(int ends[2]);

// Makes the process that is started close every descriptor from `first` on.
int csandbox_close_from(posix_spawn_file_actions_t *actions, int first);

// A file in memory of a fixed size, which neither grows nor shrinks: what a process may write into it is bounded.
// Returns its descriptor, closed when a program is started, or -errno.
int csandbox_memory_file(size_t size);

// Limits another process of this user for good: bytes of address space, seconds of CPU time, no byte written into files.
int csandbox_limit_process(pid_t process, uint64_t memory, uint64_t cpu);

// Gives memory that is free back to the system.
void csandbox_return_memory(void);

// Where `wanted` (not empty) first stands in `bytes`, or NULL: memmem(3).
const void *csandbox_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count);
