/*
 * A wall clock that somebody sets, for one process, as an LD_PRELOAD library. HOLDFAST_CLOCK_FILE names a file that holds
 * "+N" (it shows N seconds more than true time; N may be negative) or "=N" (it stands still at N nanoseconds since 1970).
 * Without the file it is right. The monotonic clock is left alone, as it is when an administrator or NTP sets the time.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long long shown_ns(void) {
  struct timespec now;
  syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
  long long true_ns = now.tv_sec * 1000000000LL + now.tv_nsec;
  const char *name = getenv("HOLDFAST_CLOCK_FILE");
  if (!name) return true_ns;
  int file = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
  if (file < 0) return true_ns;
  char text[32];
  long got = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  if (got < 2) return true_ns;
  text[got] = 0;
  long long number = strtoll(text + 1, NULL, 10);
  return text[0] == '=' ? number : true_ns + number * 1000000000LL;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
    return (int)syscall(SYS_clock_gettime, clock, now);
  long long ns = shown_ns();
  now->tv_sec = ns / 1000000000LL;
  now->tv_nsec = ns % 1000000000LL;
  return 0;
}

int gettimeofday(struct timeval *now, void *zone) {
  (void)zone;
  long long ns = shown_ns();
  now->tv_sec = ns / 1000000000LL;
  now->tv_usec = ns % 1000000000LL / 1000;
  return 0;
}

time_t time(time_t *seconds) {
  time_t now = shown_ns() / 1000000000LL;
  if (seconds) *seconds = now;
  return now;
}
