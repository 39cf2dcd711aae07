#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the numbers of system calls are known for x86_64 and aarch64"
#endif

// Calls that nothing which parses a document needs. aarch64 lacks the older ones; a header may lack the newest.
static const int refused[] = {
    // sockets
    __NR_socket, __NR_socketpair, __NR_connect, __NR_bind, __NR_listen, __NR_accept, __NR_accept4, __NR_sendto,
    __NR_sendmsg, __NR_sendmmsg, __NR_recvmsg,
    // programs and processes
    __NR_execve, __NR_execveat, __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_setns,
    __NR_unshare, __NR_kcmp, __NR_personality, __NR_tkill, __NR_rt_sigqueueinfo, __NR_rt_tgsigqueueinfo,
    __NR_pidfd_open, __NR_pidfd_send_signal, __NR_pidfd_getfd,
    // io_uring would open files and sockets past this filter
    __NR_io_uring_setup, __NR_io_uring_enter, __NR_io_uring_register,
    // changes of files that landlock does not cover or that older versions of it do not
    __NR_truncate, __NR_ftruncate, __NR_fallocate, __NR_mkdirat, __NR_unlinkat, __NR_renameat2, __NR_linkat,
    __NR_symlinkat, __NR_mknodat, __NR_fchmod, __NR_fchmodat, __NR_fchown, __NR_fchownat, __NR_utimensat,
    __NR_setxattr, __NR_lsetxattr, __NR_fsetxattr, __NR_removexattr, __NR_lremovexattr, __NR_fremovexattr,
    __NR_open_by_handle_at, __NR_openat2,
    // mounts
    __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_move_mount, __NR_open_tree, __NR_fsopen,
    __NR_fsconfig, __NR_fsmount, __NR_fspick, __NR_swapon, __NR_swapoff, __NR_quotactl,
    // the kernel and its keys
    __NR_bpf, __NR_perf_event_open, __NR_userfaultfd, __NR_keyctl, __NR_add_key, __NR_request_key,
    __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_kexec_load, __NR_reboot, __NR_acct,
    __NR_settimeofday, __NR_clock_settime, __NR_sethostname, __NR_setdomainname, __NR_syslog,
    // memory and queues shared with other processes
    __NR_shmget, __NR_semget, __NR_msgget, __NR_mq_open,
#ifdef __NR_renameat
    __NR_renameat,
#endif
#ifdef __NR_mount_setattr
    __NR_mount_setattr,
#endif
#ifdef __NR_fchmodat2
    __NR_fchmodat2,
#endif
#if defined(__x86_64__)
    __NR_fork, __NR_vfork, __NR_creat, __NR_mkdir, __NR_rmdir, __NR_unlink, __NR_rename, __NR_link, __NR_symlink,
    __NR_mknod, __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat, __NR_ioperm,
    __NR_iopl, __NR_modify_ldt, __NR_kexec_file_load,
#endif
};

enum { refused_count = sizeof refused / sizeof refused[0] };
// O_TMPFILE includes an access mode that writes.
enum { opens_for_writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC };

struct program {
    struct sock_filter code[2 * refused_count + 64];
    unsigned short length;
};

static void emit(struct program *program, struct sock_filter instruction) {
    program->code[program->length++] = instruction;
}

static void load(struct program *program, size_t offset) {
    emit(program, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offset));
}

static void give(struct program *program, unsigned action) {
    emit(program, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

// Runs the next `length` instructions only for the call `number`.
static void only_for(struct program *program, int number, unsigned char length) {
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number, 0, length));
}

static const unsigned refuse = SECCOMP_RET_ERRNO | EPERM;

// Both architectures are little-endian: the low half of an argument comes first.
static size_t argument(int index) { return offsetof(struct seccomp_data, args) + 8 * (size_t)index; }

// Refuses the call if its argument has any of the bits, else lets it through.
static void refuse_with_bits(struct program *program, int number, int index, unsigned bits) {
    only_for(program, number, 4);
    load(program, argument(index));
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1));
    give(program, refuse);
    give(program, SECCOMP_RET_ALLOW);
}

// Lets the call through if its argument is one of two values, else refuses it.
static void allow_for(struct program *program, int number, int index, unsigned value, unsigned other) {
    only_for(program, number, 5);
    load(program, argument(index));
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0));
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, other, 0, 1));
    give(program, SECCOMP_RET_ALLOW);
    give(program, refuse);
}

static void build(struct program *program) {
    unsigned self = (unsigned)getpid();
    program->length = 0;

    // The numbers below belong to one architecture; a call by another's convention is an attack.
    load(program, offsetof(struct seccomp_data, arch));
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0));
    give(program, SECCOMP_RET_KILL_PROCESS);
    load(program, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
    // The x32 convention has its own numbers from this bit upwards.
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
    give(program, refuse);
#endif

    for (int index = 0; index < refused_count; index++) {
        only_for(program, refused[index], 1);
        give(program, refuse);
    }

#ifdef __NR_open
    refuse_with_bits(program, __NR_open, 1, opens_for_writing);
#endif
    refuse_with_bits(program, __NR_openat, 2, opens_for_writing);
    // abort() and raise() signal their own process.
    allow_for(program, __NR_kill, 0, self, self);
    allow_for(program, __NR_tgkill, 0, self, self);
    // getrlimit() and setrlimit() are this call with process 0 in glibc.
    allow_for(program, __NR_prlimit64, 0, 0, self);

    // Threads are made, processes are not. clone3 hides its flags in memory: without it libc falls back to clone.
    only_for(program, __NR_clone3, 1);
    give(program, SECCOMP_RET_ERRNO | ENOSYS);
    only_for(program, __NR_clone, 4);
    load(program, argument(0));
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
    give(program, refuse);
    give(program, SECCOMP_RET_ALLOW);

    // A terminal would run what is pushed into its input.
    only_for(program, __NR_ioctl, 4);
    load(program, argument(1));
    emit(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 0, 1));
    give(program, refuse);
    give(program, SECCOMP_RET_ALLOW);

    give(program, SECCOMP_RET_ALLOW);
}

int csandbox_has_seccomp(void) {
    // Without a program the call fails: with EFAULT where filters exist, with EINVAL or ENOSYS where not.
    return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, NULL) != 0 && errno == EFAULT;
}

int csandbox_forbid_calls(void) {
    struct program program;
    build(&program);
    struct sock_fprog filter = {.len = program.length, .filter = program.code};
    long failed = syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
    if (failed > 0) return -EBUSY;  // The number of a thread that has a filter of its own.
    return failed == 0 ? 0 : -errno;
}
