/* What the plain C reference programs share: the project's random streams, bit for bit, and the
   one-line report. The draws are those of the Swift benchmarks, so equal check values mean that
   both programs simulated the same trajectory. */
#ifndef REFERENCE_H
#define REFERENCE_H

#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

/* A Philox 4x32-10 stream addressed by (purpose, entity, index) under a key. */
typedef struct {
  uint32_t position, index, entity, purpose, key0, key1;
  uint64_t low, high;
  uint32_t remaining;
} stream_t;

static uint64_t mixed(uint64_t word) {
  word += 0x9E3779B97F4A7C15u;
  word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9u;
  word = (word ^ (word >> 27)) * 0x94D049BB133111EBu;
  return word ^ (word >> 31);
}

static stream_t stream_at(uint64_t seed, uint32_t purpose) {
  uint64_t key = mixed(mixed(seed));
  stream_t stream = {0};
  stream.purpose = purpose;
  stream.key0 = (uint32_t)key;
  stream.key1 = (uint32_t)(key >> 32);
  return stream;
}

static void stream_fill(stream_t *s) {
  uint32_t c0 = s->position++, c1 = s->index, c2 = s->entity, c3 = s->purpose;
  uint32_t k0 = s->key0, k1 = s->key1;
  for (int round = 0; round < 10; round++) {
    uint64_t p0 = (uint64_t)0xD2511F53u * c0, p1 = (uint64_t)0xCD9E8D57u * c2;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)p0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  s->low = c0 | (uint64_t)c1 << 32;
  s->high = c2 | (uint64_t)c3 << 32;
  s->remaining = 4;
}

static inline uint32_t stream_bits(stream_t *s) {
  if (s->remaining == 0) stream_fill(s);
  s->remaining--;
  uint32_t word = (uint32_t)s->low;
  s->low = s->low >> 32 | s->high << 32;
  s->high >>= 32;
  return word;
}

static inline double stream_uniform(stream_t *s) { return stream_bits(s) * 0x1p-32; }

static inline double stream_exponential(stream_t *s, double mean) {
  return -mean * log1p(-stream_uniform(s));
}

static void ignore_seed(void *state, unsigned long seed) { (void)state, (void)seed; }
static unsigned long gsl_bits(void *state) { return stream_bits((stream_t *)state); }
static double gsl_uniform(void *state) { return stream_uniform((stream_t *)state); }
static const gsl_rng_type philox_type = {
    "philox4x32-10", UINT32_MAX, 0, sizeof(stream_t), ignore_seed, gsl_bits, gsl_uniform};

static inline double stream_lognormal(stream_t *s, double zeta, double sigma) {
  gsl_rng generator = {&philox_type, s};
  return exp(zeta + sigma * gsl_ran_gaussian_ziggurat(&generator, 1));
}

/* A pending event: 16 bytes. The sequence number breaks ties in favour of the earlier insertion. */
typedef struct {
  double time;
  uint64_t order; /* sequence << 24 | identifier */
} entry_t;

static inline int precedes(entry_t a, entry_t b) {
  return a.time < b.time || (a.time == b.time && a.order < b.order);
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static double cpu_start, wall_start;

static void start_timer(void) {
  wall_start = seconds(CLOCK_MONOTONIC);
  cpu_start = seconds(CLOCK_THREAD_CPUTIME_ID);
}

static double cpu_elapsed, wall_elapsed;

static void stop_timer(void) {
  cpu_elapsed = seconds(CLOCK_THREAD_CPUTIME_ID) - cpu_start;
  wall_elapsed = seconds(CLOCK_MONOTONIC) - wall_start;
}

static void report(const char *name, long n, long events, double check) {
  printf("name=%s n=%ld events=%ld ns_per_event=%.2f wall_ns_per_event=%.2f check=%.17g\n", name, n,
         events, cpu_elapsed * 1e9 / events, wall_elapsed * 1e9 / events, check);
}

#endif
