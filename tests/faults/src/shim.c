/* Befalls one system call of the program that it is loaded into.
 *
 * The kernel is asked to hand every call of interest back to the process (seccomp, SIGSYS), whoever makes it:
 * libc, a library that goes round it, the allocator. Here it is counted and made for real, unless it is the one
 * that something is to befall. Threads are counted where they are asked for, since libc makes them with all
 * signals shut out.
 *
 * It is C, since all of it runs within a handler of signals or before `main`: no runtime, no memory of its own,
 * no panic, and the workspace needs no `unsafe` for it. The linker that builds the program is the compiler of it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>

#ifndef __x86_64__
#error "the registers of this processor are not known here"
#endif

/* Shared with the test, word by word; `tally.rs` has the same. */
enum { CALLS = 512, SAID = 500, MADE = 501, THREAD = 502, SHUT = 503 };
enum { ERROR = 1, ERROR_FROM_HERE = 2, SHORT = 3, SIGNAL = 4 };
struct tally {
    uint32_t call, nth, what, value; /* what is to befall which call */
    uint32_t struck;                 /* whether it did */
    uint32_t counts[CALLS];          /* calls since the start, by number */
};
static struct tally *tally;
static int begun;

static const int watched[] = {
    SYS_open, SYS_openat, SYS_creat, SYS_read, SYS_pread64, SYS_readv, SYS_write, SYS_pwrite64, SYS_writev,
    SYS_lseek, SYS_close, SYS_ftruncate, SYS_fallocate, SYS_fsync, SYS_fdatasync, SYS_sync_file_range,
    SYS_copy_file_range, SYS_sendfile, SYS_rename, SYS_renameat, SYS_renameat2, SYS_link, SYS_linkat,
    SYS_unlink, SYS_unlinkat, SYS_rmdir, SYS_mkdir, SYS_mkdirat, SYS_stat, SYS_lstat, SYS_fstat, SYS_statx,
    SYS_newfstatat, SYS_statfs, SYS_fstatfs, SYS_access, SYS_faccessat, SYS_readlink, SYS_getdents64,
    SYS_getcwd, SYS_flock, SYS_fcntl, SYS_fchmod, SYS_getrandom,
    SYS_mmap, SYS_mremap, SYS_mprotect, SYS_brk, SYS_sigaltstack,
};
enum { WATCHED = sizeof watched / sizeof *watched };

/* The only place from which a watched call is let pass. */
__asm__(".text\n"
        "passed_on:\n"
        "  mov %rdi, %rax\n  mov %rsi, %rdi\n  mov %rdx, %rsi\n  mov %rcx, %rdx\n"
        "  mov %r8, %r10\n  mov %r9, %r8\n  mov 8(%rsp), %r9\n"
        "  syscall\n"
        "passed_on_end:\n"
        "  ret\n");
extern long passed_on(long call, long, long, long, long, long, long);
extern const char passed_on_end[];

/* Calls that fail together once a disk is full, memory is all taken, or no thread is left. */
static int kind_of(uint32_t call)
{
    switch (call) {
    case MADE: case SYS_write: case SYS_pwrite64: case SYS_writev: case SYS_ftruncate: case SYS_fallocate: case SYS_fsync:
    case SYS_fdatasync: case SYS_mkdir: case SYS_mkdirat: case SYS_copy_file_range:
        return 'd';
    case SYS_mmap: case SYS_mremap: case SYS_mprotect: case SYS_brk:
        return 'm';
    case THREAD:
        return 't';
    }
    return 0;
}

/* Counts a call; whether something is to befall it. */
static int strikes(uint32_t call)
{
    if (!begun || call >= CALLS)
        return 0;
    uint32_t nth = __atomic_add_fetch(&tally->counts[call], 1, __ATOMIC_SEQ_CST);
    if (call == tally->call && nth == tally->nth) {
        __atomic_store_n(&tally->struck, 1, __ATOMIC_SEQ_CST);
        return 1;
    }
    int kind = kind_of(call);
    return tally->what == ERROR_FROM_HERE && __atomic_load_n(&tally->struck, __ATOMIC_SEQ_CST) && kind
        && kind == kind_of(tally->call);
}

static void on_call(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    greg_t *at = ((ucontext_t *)context)->uc_mcontext.gregs;
    long call = at[REG_RAX], first = at[REG_RDI], size = at[REG_RDX];
    uint32_t counted = call;
    /* What goes to standard output or error is no file's. */
    if ((call == SYS_write || call == SYS_writev) && (first == 1 || first == 2))
        counted = SAID;
    if (call == SYS_openat && size & O_CREAT)
        counted = MADE;
    /* A folder that is open for reading has nothing that could fail when it is closed. */
    struct stat what;
    if (call == SYS_close && !passed_on(SYS_fstat, first, (long)&what, 0, 0, 0, 0) && S_ISDIR(what.st_mode))
        counted = SHUT;
    int befallen = call != SYS_sigaltstack && strikes(counted);
    if (befallen && (tally->what == ERROR || tally->what == ERROR_FROM_HERE)) {
        /* A file is closed even where its last bytes found no room. */
        if (call == SYS_close)
            passed_on(SYS_close, first, 0, 0, 0, 0, 0);
        /* The kernel gives the old end of the heap where it cannot move it. */
        at[REG_RAX] = call == SYS_brk ? passed_on(SYS_brk, 0, 0, 0, 0, 0, 0) : -(long)tally->value;
        return;
    }
    if (befallen && tally->what == SIGNAL)
        passed_on(SYS_kill, passed_on(SYS_getpid, 0, 0, 0, 0, 0, 0), tally->value, 0, 0, 0, 0);
    if (befallen && tally->what == SHORT)
        size = size > 1 ? size / 2 : size;
    at[REG_RAX] = passed_on(call, first, at[REG_RSI], size, at[REG_R10], at[REG_R8], at[REG_R9]);
    /* The last that the standard library does before `main` is to give the thread a stack for signals. */
    if (call == SYS_sigaltstack && first)
        begun = 1;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *), void *with)
{
    static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    if (!real)
        real = (int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))dlsym(RTLD_NEXT, "pthread_create");
    if (strikes(THREAD)) {
        if (tally->what != SIGNAL)
            return (int)tally->value;
        kill(passed_on(SYS_getpid, 0, 0, 0, 0, 0, 0), (int)tally->value);
    }
    return real(thread, attributes, work, with);
}

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("FAULTS_TALLY");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    tally = mmap(0, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (tally == MAP_FAILED)
        abort();

    struct sigaction action = { .sa_sigaction = on_call, .sa_flags = SA_SIGINFO | SA_NODEFER };
    uint64_t from = (uint64_t)(uintptr_t)passed_on_end;
    struct sock_filter filter[WATCHED + 8], *next = filter;
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field)
#define SAME(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, yes, no)
    *next++ = (struct sock_filter)LOAD(offsetof(struct seccomp_data, nr));
    for (int at = 0; at < WATCHED; at++)
        *next++ = (struct sock_filter)SAME(watched[at], WATCHED - at, 0);
    *next++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    *next++ = (struct sock_filter)LOAD(offsetof(struct seccomp_data, instruction_pointer));
    *next++ = (struct sock_filter)SAME((uint32_t)from, 0, 2);
    *next++ = (struct sock_filter)LOAD(offsetof(struct seccomp_data, instruction_pointer) + 4);
    *next++ = (struct sock_filter)SAME((uint32_t)(from >> 32), 1, 0);
    *next++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP);
    *next++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = { .len = (unsigned short)(next - filter), .filter = filter };
    if (sigaction(SIGSYS, &action, 0) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
        abort();
}
