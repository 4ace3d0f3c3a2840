/*
 * A gRPC load generator over cleartext HTTP/2 that costs the machine little, so that what is measured is the server.
 * It speaks just enough of RFC 9113 and RFC 7541 for that: every request has one fixed header block without indexing,
 * and SETTINGS_HEADER_TABLE_SIZE = 0 keeps the server's header blocks free of state. It needs a C compiler, nothing else.
 *
 *   load --connect unix:PATH|HOST:PORT --path /pkg.Service/Method --bodies FILE [--connections 4] [--streams 16]
 *        [--seconds 5] [--warmup-ms 500] [--count N] [--interval-us N] [--stream] [--watch-path P --watch-bodies FILE]
 *        [--authorization VALUE]
 *
 * Bodies: length (32 bits, little endian) and protobuf bytes, repeated; sent round robin. Where a body holds the UUID
 * 00000000-0000-7000-8000-000000000000 each sending gets a fresh UUIDv7 there, so that no request is a replay.
 * --stream: one bidirectional stream per connection with `streams` messages in flight, an answer per message; an answer
 * whose field 4 (the error of an ingest) is set counts as a failure. --interval-us: at most one request per interval and
 * connection. --watch-path: a server stream on its own connection that must deliver one message for each request; the
 * time from acknowledgement to delivery is reported (negative: delivered first).
 * Only calls with grpc-status 0 count as done. Prints one line of JSON. Exit 1 when the connection broke.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { DATA = 0, HEADERS = 1, RST_STREAM = 3, SETTINGS = 4, PING = 6, GOAWAY = 7, WINDOW_UPDATE = 8, CONTINUATION = 9 };
enum { END_STREAM = 1, ACK = 1, END_HEADERS = 4, PADDED = 8, PRIORITY_FLAG = 32 };
enum { MAX_CONNECTIONS = 64, RING = 65536, IN_SIZE = 1 << 20, MAX_FRAME = 16384, MESSAGE_SIZE = 65536 };
static const int64_t BIG_WINDOW = 0x7fffffff;

enum { MAX_UUIDS = 2 };
typedef struct { uint8_t *bytes; uint32_t size; uint32_t uuid_at[MAX_UUIDS]; int uuids; } Body;
typedef struct { Body *items; size_t count, next; } Bodies;
typedef struct { uint8_t *bytes; size_t size, sent, room; } Out;
typedef struct {
  int fd, watching;
  uint32_t next_stream, in_flight;
  int64_t window, stream_window, received;
  uint64_t started_ns[RING]; /* unary: by stream, 0 = free; stream mode: by message number */
  uint64_t messages_sent, messages_answered, next_send_ns;
  uint8_t *in; size_t in_size;
  Out out;
  uint8_t message[MESSAGE_SIZE]; size_t message_size; /* the message being received in stream mode, with its prefix */
  int half_closed, closed;
} Connection;

typedef struct { int64_t *items; size_t count, room; } List;

static const char *target, *path, *watch_path, *authorization;
static int connections = 4, streams = 16, stream_mode;
static double seconds = 5, warmup_ms = 500;
static uint64_t limit, interval_us;
static Bodies bodies, watch_bodies;
static Connection *conns[MAX_CONNECTIONS];
static int conn_count;
static uint8_t header_block[1024], watch_block[1024];
static size_t header_size, watch_size;
static uint64_t begin_ns, measure_ns, end_ns, sent, done, failed, measured, last_done_ns;
static List latencies, acked, delivered;
static char first_failure[128];

static void die(const char *what) {
  fprintf(stderr, "load: %s%s%s\n", what, errno ? ": " : "", errno ? strerror(errno) : "");
  exit(1);
}

static uint64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void push(List *list, int64_t value) {
  if (list->count == list->room) {
    list->room = list->room ? list->room * 2 : 65536;
    if (!(list->items = realloc(list->items, list->room * sizeof *list->items))) die("out of memory");
  }
  list->items[list->count++] = value;
}

static Bodies read_bodies(const char *file) {
  static const char marker[] = "00000000-0000-7000-8000-000000000000";
  Bodies result = {0};
  FILE *f = fopen(file, "rb");
  if (!f) die(file);
  uint32_t size;
  while (fread(&size, 4, 1, f) == 1) {
    result.items = realloc(result.items, (result.count + 1) * sizeof(Body));
    Body *body = &result.items[result.count++];
    body->size = size + 5;
    body->bytes = malloc(body->size);
    body->bytes[0] = 0; /* not compressed; then the length, big endian */
    for (int i = 0; i < 4; i++) body->bytes[1 + i] = (uint8_t)(size >> (24 - 8 * i));
    if (fread(body->bytes + 5, 1, size, f) != size) die("a body is cut short");
    uint8_t *found = body->bytes, *end = body->bytes + body->size;
    body->uuids = 0;
    while (body->uuids < MAX_UUIDS && (found = memmem(found, (size_t)(end - found), marker, 36))) {
      body->uuid_at[body->uuids++] = (uint32_t)(found - body->bytes);
      found += 36;
    }
  }
  fclose(f);
  if (!result.count) die("no bodies");
  return result;
}

static void fresh_uuid(uint8_t *at) {
  static uint64_t counter;
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  uint64_t ms = (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000, n = ++counter;
  char text[40];
  snprintf(text, sizeof text, "%08x-%04x-7%03x-8%03x-%04x%08x", (unsigned)(ms >> 16), (unsigned)(ms & 0xffff),
           (unsigned)(n >> 24 & 0xfff), (unsigned)(n >> 12 & 0xfff), (unsigned)(n & 0xfff), (unsigned)getpid());
  memcpy(at, text, 36);
}

/* HPACK: literal without indexing, new name, no Huffman. */
static size_t put_header(uint8_t *at, const char *name, const char *value) {
  size_t n = strlen(name), v = strlen(value);
  if (n > 126 || v > 126) die("a header is too long");
  at[0] = 0;
  at[1] = (uint8_t)n;
  memcpy(at + 2, name, n);
  at[2 + n] = (uint8_t)v;
  memcpy(at + 3 + n, value, v);
  return 3 + n + v;
}

static size_t make_headers(uint8_t *at, const char *method_path) {
  size_t n = 0;
  n += put_header(at + n, ":method", "POST");
  n += put_header(at + n, ":scheme", "http");
  n += put_header(at + n, ":path", method_path);
  n += put_header(at + n, ":authority", "localhost");
  n += put_header(at + n, "te", "trailers");
  n += put_header(at + n, "content-type", "application/grpc");
  if (authorization) n += put_header(at + n, "authorization", authorization);
  return n;
}

static uint8_t *reserve(Out *out, size_t size) {
  if (out->size + size > out->room) {
    out->room = (out->size + size) * 2;
    if (!(out->bytes = realloc(out->bytes, out->room))) die("out of memory");
  }
  uint8_t *at = out->bytes + out->size;
  out->size += size;
  return at;
}

static void frame(Connection *c, int type, int flags, uint32_t stream, const void *payload, size_t size) {
  uint8_t *at = reserve(&c->out, 9 + size);
  at[0] = (uint8_t)(size >> 16), at[1] = (uint8_t)(size >> 8), at[2] = (uint8_t)size;
  at[3] = (uint8_t)type, at[4] = (uint8_t)flags;
  for (int i = 0; i < 4; i++) at[5 + i] = (uint8_t)(stream >> (24 - 8 * i));
  if (size) memcpy(at + 9, payload, size);
}

static void window_update(Connection *c, uint32_t stream, uint32_t by) {
  uint8_t payload[4] = {(uint8_t)(by >> 24), (uint8_t)(by >> 16), (uint8_t)(by >> 8), (uint8_t)by};
  frame(c, WINDOW_UPDATE, 0, stream, payload, 4);
}

static int dial(void) {
  int fd;
  if (!strncmp(target, "unix:", 5)) {
    struct sockaddr_un a = {.sun_family = AF_UNIX};
    snprintf(a.sun_path, sizeof a.sun_path, "%s", target + 5);
    fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(fd, (void *)&a, sizeof a)) die(target);
  } else {
    char host[64];
    int port;
    if (sscanf(target, "%63[^:]:%d", host, &port) != 2) die("--connect: unix:PATH or HOST:PORT");
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    if (inet_pton(AF_INET, host, &a.sin_addr) != 1) die("--connect: HOST is an IPv4 address");
    fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (void *)&a, sizeof a)) die(target);
    int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  }
  fcntl(fd, F_SETFL, O_NONBLOCK);
  return fd;
}

static Connection *open_connection(void) {
  Connection *c = calloc(1, sizeof *c);
  c->fd = dial();
  c->in = malloc(IN_SIZE);
  c->next_stream = 1;
  c->window = c->stream_window = 65535;
  memcpy(reserve(&c->out, 24), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 24);
  /* HEADER_TABLE_SIZE 0, ENABLE_PUSH 0, INITIAL_WINDOW_SIZE 2^31-1 */
  static const uint8_t settings[] = {0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 0x7f, 0xff, 0xff, 0xff};
  frame(c, SETTINGS, 0, 0, settings, sizeof settings);
  window_update(c, 0, (uint32_t)(BIG_WINDOW - 65535));
  conns[conn_count++] = c;
  return c;
}

static void flush_out(Connection *c) {
  while (c->out.sent < c->out.size) {
    ssize_t n = write(c->fd, c->out.bytes + c->out.sent, c->out.size - c->out.sent);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) die("the connection broke while writing");
    c->out.sent += (size_t)n;
  }
  c->out.sent = c->out.size = 0;
}

static const Body *next_body(Bodies *from) {
  Body *body = &from->items[from->next++ % from->count];
  for (int i = 0; i < body->uuids; i++) fresh_uuid(body->bytes + body->uuid_at[i]);
  return body;
}

static void put_data(Connection *c, uint32_t stream, const Body *body, int end) {
  size_t at = 0;
  while (at < body->size) {
    size_t n = body->size - at > MAX_FRAME ? MAX_FRAME : body->size - at;
    frame(c, DATA, end && at + n == body->size ? END_STREAM : 0, stream, body->bytes + at, n);
    at += n;
  }
  c->window -= body->size;
  if (stream_mode) c->stream_window -= body->size;
}

/* Sends what the limits allow: requests in flight, flow control, pace, number, time. */
static void fill(Connection *c, uint64_t now) {
  if (c->watching || c->half_closed) return;
  while (c->in_flight < (uint32_t)streams && now < end_ns && (!limit || sent < limit)) {
    if (interval_us && now < c->next_send_ns) break;
    const Body *body = &bodies.items[bodies.next % bodies.count];
    if (c->window < body->size || (stream_mode && c->stream_window < body->size)) break;
    body = next_body(&bodies);
    if (stream_mode) {
      c->started_ns[c->messages_sent++ % RING] = now;
      put_data(c, 1, body, 0);
    } else {
      uint32_t id = c->next_stream;
      uint64_t *slot = &c->started_ns[(id >> 1) % RING];
      if (*slot) break;
      *slot = now;
      c->next_stream += 2;
      frame(c, HEADERS, END_HEADERS, id, header_block, header_size);
      put_data(c, id, body, 1);
    }
    c->in_flight++;
    sent++;
    if (interval_us) {
      c->next_send_ns = (c->next_send_ns ? c->next_send_ns : now) + interval_us * 1000;
      if (c->next_send_ns < now) c->next_send_ns = now; /* late: no bursts to catch up */
    }
  }
  if (stream_mode && (now >= end_ns || (limit && sent >= limit)) && !c->half_closed) {
    frame(c, DATA, END_STREAM, 1, NULL, 0);
    c->half_closed = 1;
  }
}

static void finish(Connection *c, uint64_t started, int ok, const char *why, uint64_t now) {
  c->in_flight--;
  if (ok) done++;
  else if (!failed++) snprintf(first_failure, sizeof first_failure, "%s", why);
  if (watch_path) push(&acked, (int64_t)now);
  last_done_ns = now;
  if (now < measure_ns || (now >= end_ns && !limit) || !ok) return;
  measured++;
  push(&latencies, (int64_t)(now - started));
}

/* HPACK integers and strings, enough to walk over a block without dynamic entries. */
static size_t read_int(const uint8_t *p, size_t size, size_t *at, int bits) {
  if (*at >= size) die("a header block is cut short");
  size_t max = ((size_t)1 << bits) - 1, value = p[(*at)++] & max, shift = 0;
  if (value < max) return value;
  while (*at < size) {
    uint8_t b = p[(*at)++];
    value += (size_t)(b & 127) << shift;
    shift += 7;
    if (!(b & 128)) break;
  }
  return value;
}

/* The value of grpc-status: 0 ok, otherwise not; -1 absent. Its name may come Huffman coded (RFC 7541, appendix B). */
static int grpc_status(const uint8_t *p, size_t size) {
  static const uint8_t coded[] = {0x9a, 0xca, 0xc8, 0xb2, 0x12, 0x34, 0xda, 0x8f};
  size_t at = 0;
  while (at < size) {
    uint8_t b = p[at];
    if (b & 0x80) { read_int(p, size, &at, 7); continue; }
    if ((b & 0xe0) == 0x20) { read_int(p, size, &at, 5); continue; }
    size_t index = read_int(p, size, &at, b & 0x40 ? 6 : 4);
    int is_status = 0;
    if (index == 0) {
      size_t n = read_int(p, size, &at, 7);
      is_status = (n == 11 && !memcmp(p + at, "grpc-status", 11)) ||
                  (n == sizeof coded && !memcmp(p + at, coded, sizeof coded));
      at += n;
    }
    size_t n = read_int(p, size, &at, 7);
    if (is_status) return n == 1 && p[at] == '0' ? 0 : n == 2 ? 10 + p[at + 1] - '0' : p[at] - '0';
    at += n;
  }
  return -1;
}

/* Whether a top-level field 4 of length-delimited type is there: IngestEpisodesResponse.error. */
static int has_error(const uint8_t *p, size_t size) {
  size_t at = 0;
  while (at < size) {
    uint8_t tag = p[at++];
    if (tag == 0x22) return 1;
    size_t value = 0, shift = 0;
    while (at < size) {
      uint8_t b = p[at++];
      value |= (size_t)(b & 127) << shift;
      shift += 7;
      if (!(b & 128)) break;
    }
    if ((tag & 7) == 2) at += value;
  }
  return 0;
}

static void on_message(Connection *c, uint64_t now) {
  if (c->watching) {
    if (delivered.count < sent) push(&delivered, (int64_t)now);
    return;
  }
  if (!stream_mode) return;
  uint64_t started = c->started_ns[c->messages_answered++ % RING];
  finish(c, started, !has_error(c->message + 5, c->message_size - 5), "the answer holds an error", now);
}

static void on_data(Connection *c, const uint8_t *p, size_t size, uint64_t now) {
  c->received += (int64_t)size;
  if (c->received > 1 << 24) {
    window_update(c, 0, (uint32_t)c->received);
    if (stream_mode || c->watching) window_update(c, 1, (uint32_t)c->received);
    c->received = 0;
  }
  if (!stream_mode && !c->watching) return;
  while (size) {
    size_t want = 5;
    if (c->message_size >= 5)
      want += (size_t)c->message[1] << 24 | (size_t)c->message[2] << 16 | (size_t)c->message[3] << 8 | c->message[4];
    if (want > MESSAGE_SIZE) die("an answer is too large");
    size_t n = want - c->message_size < size ? want - c->message_size : size;
    memcpy(c->message + c->message_size, p, n);
    c->message_size += n, p += n, size -= n;
    if (c->message_size == want && (want > 5 || (c->message[1] | c->message[2] | c->message[3] | c->message[4]) == 0)) {
      on_message(c, now);
      c->message_size = 0;
    }
  }
}

static void end_of_stream(Connection *c, uint32_t id, int status, uint64_t now) {
  char why[64];
  snprintf(why, sizeof why, "grpc-status %d", status);
  if (c->watching) die("the watch ended");
  if (stream_mode) {
    if (status != 0) { fprintf(stderr, "load: %s\n", why); die("the stream ended"); }
    c->closed = 1;
    return;
  }
  uint64_t *slot = &c->started_ns[(id >> 1) % RING], started = *slot;
  if (!started) return;
  *slot = 0;
  finish(c, started, status == 0, why, now);
}

static void on_frame(Connection *c, const uint8_t *h, const uint8_t *p, size_t size, uint64_t now) {
  int type = h[3], flags = h[4];
  uint32_t id = ((uint32_t)h[5] << 24 | (uint32_t)h[6] << 16 | (uint32_t)h[7] << 8 | h[8]) & 0x7fffffff;
  switch (type) {
    case DATA: on_data(c, p, size, now); break;
    case HEADERS:
      if (!(flags & END_HEADERS) || flags & (PADDED | PRIORITY_FLAG)) die("unexpected form of HEADERS");
      if (flags & END_STREAM) end_of_stream(c, id, grpc_status(p, size), now);
      break;
    case RST_STREAM: end_of_stream(c, id, -2, now); break;
    case SETTINGS:
      if (flags & ACK) break;
      for (size_t at = 0; at + 6 <= size; at += 6)
        if (p[at] == 0 && p[at + 1] == 4)
          c->stream_window += ((int64_t)p[at + 2] << 24 | p[at + 3] << 16 | p[at + 4] << 8 | p[at + 5]) - 65535;
      frame(c, SETTINGS, ACK, 0, NULL, 0);
      break;
    case PING:
      if (!(flags & ACK)) frame(c, PING, ACK, 0, p, 8);
      break;
    case WINDOW_UPDATE: {
      int64_t by = ((int64_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3]) & 0x7fffffff;
      if (id == 0) c->window += by;
      else if (stream_mode) c->stream_window += by;
      break;
    }
    case GOAWAY: die("the server sent GOAWAY");
    case CONTINUATION: die("unexpected CONTINUATION");
  }
}

static void on_readable(Connection *c) {
  ssize_t n = read(c->fd, c->in + c->in_size, IN_SIZE - c->in_size);
  if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (n <= 0) die("the connection broke");
  c->in_size += (size_t)n;
  uint64_t now = now_ns();
  size_t at = 0;
  while (c->in_size - at >= 9) {
    const uint8_t *h = c->in + at;
    size_t size = (size_t)h[0] << 16 | (size_t)h[1] << 8 | h[2];
    if (c->in_size - at < 9 + size) break;
    on_frame(c, h, h + 9, size, now);
    at += 9 + size;
  }
  memmove(c->in, c->in + at, c->in_size - at);
  c->in_size -= at;
}

static int by_value(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

static void print_percentiles(const char *name, List *list) {
  static const double at[] = {0.5, 0.9, 0.99, 0.999, 1};
  static const char *names[] = {"p50", "p90", "p99", "p999", "max"};
  qsort(list->items, list->count, sizeof *list->items, by_value);
  printf(",\"%s\":{\"count\":%zu", name, list->count);
  for (int i = 0; i < 5 && list->count; i++)
    printf(",\"%s\":%.1f", names[i], (double)list->items[(size_t)((double)(list->count - 1) * at[i])] / 1000);
  printf("}");
}

static void report(void) {
  double span = limit ? (double)(last_done_ns - measure_ns) / 1e9 : (double)(end_ns - measure_ns) / 1e9;
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  double cpu = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) + (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
  printf("{\"done\":%llu,\"failed\":%llu,\"first_failure\":\"%s\",\"seconds\":%.3f,\"per_second\":%.1f,\"cpu_share\":%.2f",
         (unsigned long long)done, (unsigned long long)failed, first_failure, span, (double)measured / span,
         cpu / ((double)(now_ns() - begin_ns) / 1e9));
  print_percentiles("latency_us", &latencies);
  if (watch_path) {
    List delays = {0};
    for (size_t i = 0; i < acked.count && i < delivered.count; i++) push(&delays, delivered.items[i] - acked.items[i]);
    print_percentiles("watch_us", &delays);
  }
  printf("}\n");
}

static void start(void) {
  header_size = make_headers(header_block, path);
  for (int i = 0; i < connections; i++) {
    Connection *c = open_connection();
    if (stream_mode) frame(c, HEADERS, END_HEADERS, 1, header_block, header_size);
  }
  if (!watch_path) return;
  watch_size = make_headers(watch_block, watch_path);
  Connection *c = open_connection();
  c->watching = 1;
  frame(c, HEADERS, END_HEADERS, 1, watch_block, watch_size);
  put_data(c, 1, next_body(&watch_bodies), 1);
}

static int finished(uint64_t now) {
  if (now > end_ns + 10000000000u) die("answers are missing 10 s after the end");
  if (now < end_ns && !(limit && sent >= limit)) return 0;
  for (int i = 0; i < conn_count; i++)
    if (conns[i]->in_flight || (stream_mode && !conns[i]->watching && !conns[i]->closed)) return 0;
  return !watch_path || delivered.count >= sent;
}

static void run(void) {
  struct pollfd polls[MAX_CONNECTIONS];
  begin_ns = now_ns();
  measure_ns = begin_ns + (uint64_t)(warmup_ms * 1e6);
  end_ns = measure_ns + (uint64_t)(seconds * 1e9);
  for (uint64_t now = begin_ns; !finished(now); now = now_ns()) {
    int64_t wait_ns = 50000000;
    for (int i = 0; i < conn_count; i++) {
      Connection *c = conns[i];
      /* A watch gets a moment to begin before the first write. */
      if (!watch_path || now > begin_ns + 300000000) fill(c, now);
      flush_out(c);
      polls[i] = (struct pollfd){.fd = c->fd, .events = (short)(POLLIN | (c->out.size ? POLLOUT : 0))};
      if (interval_us && c->next_send_ns > now && (int64_t)(c->next_send_ns - now) < wait_ns)
        wait_ns = (int64_t)(c->next_send_ns - now);
    }
    struct timespec wait = {.tv_sec = 0, .tv_nsec = wait_ns};
    if (ppoll(polls, (nfds_t)conn_count, &wait, NULL) < 0 && errno != EINTR) die("ppoll");
    for (int i = 0; i < conn_count; i++)
      if (polls[i].revents) on_readable(conns[i]);
  }
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    const char *flag = argv[i];
    if (!strcmp(flag, "--stream")) { stream_mode = 1; continue; }
    if (++i >= argc) die("a flag lacks its value");
    const char *value = argv[i];
    if (!strcmp(flag, "--connect")) target = value;
    else if (!strcmp(flag, "--path")) path = value;
    else if (!strcmp(flag, "--authorization")) authorization = value;
    else if (!strcmp(flag, "--bodies")) bodies = read_bodies(value);
    else if (!strcmp(flag, "--connections")) connections = atoi(value);
    else if (!strcmp(flag, "--streams")) streams = atoi(value);
    else if (!strcmp(flag, "--seconds")) seconds = atof(value);
    else if (!strcmp(flag, "--warmup-ms")) warmup_ms = atof(value);
    else if (!strcmp(flag, "--count")) limit = strtoull(value, NULL, 10);
    else if (!strcmp(flag, "--interval-us")) interval_us = strtoull(value, NULL, 10);
    else if (!strcmp(flag, "--watch-path")) watch_path = value;
    else if (!strcmp(flag, "--watch-bodies")) watch_bodies = read_bodies(value);
    else die(flag);
  }
  if (!target || !path || !bodies.count || connections < 1 || connections > MAX_CONNECTIONS - 1 || streams < 1 ||
      streams > 4096 || (watch_path && !watch_bodies.count))
    die("see the head of load.c for the flags");
  errno = 0;
  start();
  run();
  report();
  return 0;
}
