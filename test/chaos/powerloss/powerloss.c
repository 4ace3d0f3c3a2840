/*
 * Simulated power loss for one process, as an LD_PRELOAD library.
 *
 * kill -9 does not test durability: what a killed process wrote stays in the page cache. This library notes, before every
 * write below one folder, the bytes that the write replaces. A sync of a file empties its notes. After a SIGKILL the notes
 * say how to take back all that was never synced, which is what a power cut may do. powerloss.ts reads and applies them.
 *
 *   HOLDFAST_POWERLOSS_DIR   the folder whose files lose power
 *   HOLDFAST_POWERLOSS_UNDO  the folder of the notes: outside the first, on the same file system (it holds hard links)
 *
 * Files and folders are known by device and inode, so dup(), several descriptors, several threads and a rename need no care.
 * One log per inode, <dev>-<ino>.undo, a row of records: struct record, then payload_size bytes.
 *   WRITE     payload: the old bytes at offset that the write covers
 *   TRUNCATE  payload: the old bytes from offset (the new size) to old_size
 *   CREATE, UNLINK, RENAME  in the log of the folder; payload: path, second path, held link, each ended by NUL
 * A record reaches the page cache before the change that it describes; a torn last record means its change never began.
 *
 * What makes a change durable: fsync or fdatasync of the file for its bytes and size; fsync of the folder for its names
 * (POSIX, stricter than ext4). A process that is only killed and started again keeps its notes: a kill is not a sync.
 *
 * Not seen: writes through mmap (SQLite maps only the -shm file, which is ignored here and deleted by powerloss.ts), stdio,
 * io_uring (powerloss.ts switches it off in libuv), copy_file_range and sendfile (fs.copyFile), mkdir and rmdir (folders
 * survive), sync() and syncfs(). O_SYNC and O_DSYNC count as unsynced, which errs on the side of losing.
 * Everything here uses raw system calls, so nothing in it enters its own wrappers.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 1, TRUNCATE, CREATE, UNLINK, RENAME };
#define MAGIC 0x4c554648u /* "HFUL" */

struct record {
  uint32_t magic, kind;
  uint64_t offset, length, old_size, payload_size;
};

struct node { /* A file or folder that we follow; never freed. */
  struct node *next;
  dev_t dev;
  ino_t ino;
  int log;                       /* Opened O_APPEND. */
  unsigned held_from, held_next; /* This process's held links, to be dropped when the folder is synced. */
  pthread_mutex_t lock;
};

static char root[PATH_MAX], undo[PATH_MAX];
static size_t root_length; /* 0: not active. */
static struct node *table[1024];
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;

/* A write that could not be noted would be called durable for no reason, so there is no way to go on. */
static void die(const char *what) {
  dprintf(2, "powerloss shim: %s: %s\n", what, strerror(errno));
  abort();
}

static int raw_open(int at, const char *path, int flags, mode_t mode) {
  return syscall(SYS_openat, at, path, flags, mode);
}

__attribute__((constructor)) static void start(void) {
  const char *dir = getenv("HOLDFAST_POWERLOSS_DIR"), *log = getenv("HOLDFAST_POWERLOSS_UNDO");
  char path[PATH_MAX + 16];
  if (!dir || !log) return;
  if (!realpath(dir, root)) die("HOLDFAST_POWERLOSS_DIR");
  if (!realpath(log, undo)) die("HOLDFAST_POWERLOSS_UNDO");
  /* powerloss.ts looks for this file, so that a run in which the library was not loaded is not taken for a pass. */
  snprintf(path, sizeof path, "%s/loaded", undo);
  int fd = raw_open(AT_FDCWD, path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0) die("cannot write to HOLDFAST_POWERLOSS_UNDO");
  syscall(SYS_close, fd);
  root_length = strlen(root);
}

static int below_root(const char *path) {
  return strncmp(path, root, root_length) == 0 && path[root_length] == '/';
}

/* ---- the followed files ---- */

static struct node *find_or_add(const struct stat *st, int add) {
  struct node **slot = &table[st->st_ino % 1024], *n;
  pthread_mutex_lock(&table_lock);
  for (n = *slot; n && (n->ino != st->st_ino || n->dev != st->st_dev);) n = n->next;
  if (!n && add) {
    char path[PATH_MAX + 64];
    if (!(n = calloc(1, sizeof *n))) die("calloc");
    n->dev = st->st_dev;
    n->ino = st->st_ino;
    pthread_mutex_init(&n->lock, NULL);
    snprintf(path, sizeof path, "%s/%lx-%lx.undo", undo, (unsigned long)n->dev, (unsigned long)n->ino);
    n->log = raw_open(AT_FDCWD, path, O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0600);
    if (n->log < 0) die(path);
    n->next = *slot;
    *slot = n;
  }
  pthread_mutex_unlock(&table_lock);
  return n;
}

static struct node *node_of(int fd, struct stat *st) {
  int saved = errno;
  int ok = root_length && fstat(fd, st) == 0 && (S_ISREG(st->st_mode) || S_ISDIR(st->st_mode));
  errno = saved;
  return ok ? find_or_add(st, 0) : NULL;
}

/* The mutex is for our threads, the flock for other processes under the same library. */
static void lock(struct node *n) {
  pthread_mutex_lock(&n->lock);
  while (syscall(SYS_flock, n->log, LOCK_EX) != 0)
    if (errno != EINTR) die("flock");
}

static void unlock(struct node *n) {
  int saved = errno;
  syscall(SYS_flock, n->log, LOCK_UN);
  pthread_mutex_unlock(&n->lock);
  errno = saved;
}

static void append(struct node *n, struct record r, void *payload) {
  struct iovec parts[2] = {{&r, sizeof r}, {payload, r.payload_size}};
  if (syscall(SYS_writev, n->log, parts, 2) != (long)(sizeof r + r.payload_size)) die("cannot append to the undo log");
}

/* Notes the bytes in [from, to) of the file, cut at its end. The caller's descriptor may be write-only, hence /proc. */
static void note_bytes(struct node *n, int fd, enum kind kind, off_t from, size_t length, off_t to) {
  struct stat st;
  if (fstat(fd, &st) != 0) die("fstat");
  if (to > st.st_size) to = st.st_size;
  size_t size = to > from ? to - from : 0, done = 0;
  char *old = size ? malloc(size) : NULL, path[64];
  if (size) {
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int reader = (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR ? fd : raw_open(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
    while (done < size) {
      ssize_t got = old ? syscall(SYS_pread64, reader, old + done, size - done, from + (off_t)done) : -1;
      if (got <= 0) die("cannot read the bytes to be replaced");
      done += got;
    }
    /* Closing another descriptor of the file would drop this process's POSIX locks, on which SQLite relies; but
     * SQLite's own descriptors are O_RDWR and never come here. */
    if (reader != fd) syscall(SYS_close, reader);
  }
  append(n, (struct record){MAGIC, kind, from, length, st.st_size, size}, old);
  free(old);
}

/* Notes a write of length bytes at offset (-1: the descriptor's own position); returns the locked file, or NULL. */
static struct node *begin_write(int fd, size_t length, off_t offset) {
  struct stat st;
  struct node *n = node_of(fd, &st);
  if (!n || !length) return NULL;
  int saved = errno;
  lock(n);
  if (fcntl(fd, F_GETFL) & O_APPEND) offset = fstat(fd, &st) == 0 ? st.st_size : 0;
  else if (offset < 0) offset = syscall(SYS_lseek, fd, 0, SEEK_CUR);
  note_bytes(n, fd, WRITE, offset, length, offset + length);
  errno = saved;
  return n;
}

static long end(struct node *n, long result) {
  if (n) unlock(n);
  return result;
}

static size_t total(const struct iovec *parts, int count) {
  size_t sum = 0;
  for (int i = 0; i < count; i++) sum += parts[i].iov_len;
  return sum;
}

static int truncate_any(int fd, off_t size) {
  struct stat st;
  struct node *n = node_of(fd, &st);
  if (n) {
    lock(n);
    note_bytes(n, fd, TRUNCATE, size, 0, LONG_MAX);
  }
  return end(n, syscall(SYS_ftruncate, fd, size));
}

static int sync_any(int fd, long call) {
  struct stat st;
  char path[PATH_MAX + 64];
  struct node *n = node_of(fd, &st);
  if (!n) return syscall(call, fd);
  lock(n);
  int result = syscall(call, fd);
  if (result == 0) {
    if (syscall(SYS_ftruncate, n->log, 0) != 0) die("cannot empty the undo log");
    for (; n->held_from != n->held_next; n->held_from++) {
      snprintf(path, sizeof path, "%s/%lx-%d-%u.held", undo, (unsigned long)n->ino, getpid(), n->held_from);
      syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    }
  }
  return end(n, result);
}

/* ---- names ---- */

/* The absolute path of a name whose last part need not exist; returns whether it is below the root. */
static int name_of(int at, const char *path, char *out) {
  char full[PATH_MAX * 2], parent[PATH_MAX];
  if (!root_length) return 0;
  if (path[0] == '/') snprintf(full, sizeof full, "%s", path);
  else if (at == AT_FDCWD) snprintf(full, sizeof full, "./%s", path);
  else snprintf(full, sizeof full, "/proc/self/fd/%d/%s", at, path);
  char *slash = strrchr(full, '/'), *last = slash + 1;
  char *base = strdup(last);
  if (!base) die("strdup");
  slash[slash == full] = 0; /* "/x" has the parent "/". */
  int ok = realpath(full, parent) && snprintf(out, PATH_MAX, "%s/%s", parent, base) < PATH_MAX && below_root(out);
  free(base);
  return ok;
}

/* Notes a change of names in the folder of path; a file that is about to lose its name there is kept by a hard link. */
static struct node *begin_name(enum kind kind, const char *path, const char *second, const char *victim) {
  char parent[PATH_MAX], held[PATH_MAX + 64] = "", payload[PATH_MAX * 3 + 64];
  struct stat st;
  snprintf(parent, sizeof parent, "%s", path);
  *strrchr(parent, '/') = 0;
  if (stat(parent, &st) != 0) return NULL;
  struct node *n = find_or_add(&st, 1);
  lock(n);
  if (victim) {
    snprintf(held, sizeof held, "%s/%lx-%d-%u.held", undo, (unsigned long)n->ino, getpid(), n->held_next);
    if (syscall(SYS_linkat, AT_FDCWD, victim, AT_FDCWD, held, 0) == 0) n->held_next++;
    else if (errno == ENOENT) held[0] = 0;
    else die("cannot hold a file by a hard link (is the undo folder on the same file system?)");
  }
  int size = snprintf(payload, sizeof payload, "%s%c%s%c%s%c", path, 0, second, 0, held, 0);
  append(n, (struct record){MAGIC, kind, 0, 0, 0, size}, payload);
  return n;
}

static int unlink_any(int at, const char *path, int flags) {
  char name[PATH_MAX];
  struct stat st;
  int ours = !(flags & AT_REMOVEDIR) && name_of(at, path, name) && lstat(name, &st) == 0 && S_ISREG(st.st_mode);
  struct node *n = ours ? begin_name(UNLINK, name, "", name) : NULL;
  return end(n, syscall(SYS_unlinkat, at, path, flags));
}

/* A rename between two folders is noted in the folder that it goes to. */
static int rename_any(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  char old[PATH_MAX], new[PATH_MAX];
  name_of(from_at, from, old);
  struct node *n = name_of(to_at, to, new) ? begin_name(RENAME, new, old, new) : NULL;
  return end(n, syscall(SYS_renameat2, from_at, from, to_at, to, flags));
}

static int link_any(int from_at, const char *from, int to_at, const char *to, int flags) {
  char new[PATH_MAX];
  int result = syscall(SYS_linkat, from_at, from, to_at, to, flags);
  if (result == 0 && name_of(to_at, to, new)) end(begin_name(CREATE, new, "", NULL), 0);
  return result;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
  if (!root_length || (flags & O_TMPFILE) == O_TMPFILE || (flags & O_PATH)) return raw_open(at, path, flags, mode);
  int fd, created = 0, plain = flags & ~O_TRUNC; /* Truncating is done below, after it is noted. */
  if (flags & O_CREAT) { /* O_EXCL tells whether this call is the one that creates the file. */
    fd = raw_open(at, path, plain | O_EXCL, mode);
    created = fd >= 0;
    if (fd < 0 && errno == EEXIST && !(flags & O_EXCL)) fd = raw_open(at, path, plain & ~O_CREAT, mode);
    if (fd < 0 && errno == ENOENT && !(flags & O_EXCL)) fd = raw_open(at, path, plain, mode);
  } else fd = raw_open(at, path, plain, mode);
  if (fd < 0) return fd;

  char link[64], name[PATH_MAX];
  struct stat st;
  int saved = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, sizeof name - 1);
  name[length > 0 ? length : 0] = 0;
  int regular = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
  int shared_memory = length > 4 && strcmp(name + length - 4, "-shm") == 0;
  if (regular && below_root(name) && !shared_memory) {
    struct node *n = find_or_add(&st, 1);
    if (created) { /* The inode may have belonged to a file that is gone: its notes are not about this one. */
      lock(n);
      if (syscall(SYS_ftruncate, n->log, 0) != 0) die("cannot empty the undo log");
      unlock(n);
      end(begin_name(CREATE, name, "", NULL), 0);
    }
  }
  if ((flags & O_TRUNC) && regular && !created && (flags & O_ACCMODE) != O_RDONLY && st.st_size > 0) truncate_any(fd, 0);
  errno = saved;
  return fd;
}

/* ---- the wrappers ---- */

#define WITH_MODE(call_at, call_path)                  \
  mode_t mode = 0;                                     \
  if (flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) { \
    va_list rest;                                      \
    va_start(rest, flags);                             \
    mode = va_arg(rest, mode_t);                       \
    va_end(rest);                                      \
  }                                                    \
  return open_any(call_at, call_path, flags, mode)

int open(const char *path, int flags, ...) { WITH_MODE(AT_FDCWD, path); }
int open64(const char *path, int flags, ...) { WITH_MODE(AT_FDCWD, path); }
int openat(int at, const char *path, int flags, ...) { WITH_MODE(at, path); }
int openat64(int at, const char *path, int flags, ...) { WITH_MODE(at, path); }
int __open_2(const char *path, int flags) { return open_any(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_any(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t mode) { return open_any(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

ssize_t write(int fd, const void *data, size_t size) {
  struct node *n = begin_write(fd, size, -1);
  return end(n, syscall(SYS_write, fd, data, size));
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  struct node *n = begin_write(fd, total(parts, count), -1);
  return end(n, syscall(SYS_writev, fd, parts, count));
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  struct node *n = begin_write(fd, size, offset);
  return end(n, syscall(SYS_pwrite64, fd, data, size, offset));
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  struct node *n = begin_write(fd, total(parts, count), offset);
  return end(n, syscall(SYS_pwritev, fd, parts, count, offset, 0L));
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return pwritev64(fd, parts, count, offset);
}
int ftruncate(int fd, off_t size) { return truncate_any(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncate_any(fd, size); }
int fsync(int fd) { return sync_any(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_any(fd, SYS_fdatasync); }

int unlink(const char *path) { return unlink_any(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return unlink_any(at, path, flags); }
int remove(const char *path) {
  int result = unlink(path);
  return result != 0 && errno == EISDIR ? unlink_any(AT_FDCWD, path, AT_REMOVEDIR) : result;
}
int rename(const char *from, const char *to) { return rename_any(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_at, const char *from, int to_at, const char *to) {
  return rename_any(from_at, from, to_at, to, 0);
}
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  return rename_any(from_at, from, to_at, to, flags);
}
int link(const char *from, const char *to) { return link_any(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
  return link_any(from_at, from, to_at, to, flags);
}
