/* A ladder queue (Tang, Goh and Thng 2005): an unsorted top, rungs of unsorted buckets as linked
   lists, and a small sorted bottom. `ladder_occupancy`, entries per bucket when a rung is built
   from the top, is tuned by hand for each number of pending events. */
#ifndef LADDER_H
#define LADDER_H

#include "reference.h"

#define LADDER_RUNGS 8
#define LADDER_SPLIT 50

typedef struct {
  entry_t entry;
  int32_t next;
} node_t;

typedef struct {
  double start, scale;
  long buckets, open, count, capacity;
  int32_t *first;
  int32_t *length;
} rung_t;

static double ladder_occupancy = 8;
static node_t *nodes;
static int32_t vacant_node = -1;
static entry_t *top, *bottom;
static long top_count, bottom_count, bottom_capacity, rung_count;
static double top_start = -INFINITY;
static rung_t rung[LADDER_RUNGS];

static void ladder_init(long n) {
  nodes = malloc((n + 1) * sizeof *nodes);
  for (long i = n; i >= 0; i--) {
    nodes[i].next = vacant_node;
    vacant_node = (int32_t)i;
  }
  top = malloc((n + 1) * sizeof *top);
  bottom_capacity = n + 1;
  bottom = malloc(bottom_capacity * sizeof *bottom);
}

static inline long bucket_of(const rung_t *r, double time) {
  double position = (time - r->start) * r->scale;
  if (position < 0) return 0;
  return position >= r->buckets ? r->buckets - 1 : (long)position;
}

static inline void rung_insert(rung_t *r, long bucket, entry_t entry) {
  int32_t node = vacant_node;
  vacant_node = nodes[node].next;
  nodes[node].entry = entry;
  nodes[node].next = r->first[bucket];
  r->first[bucket] = node;
  r->length[bucket]++;
  r->count++;
}

/* The bottom is sorted latest first, so that the earliest is taken from its end. */
static inline void bottom_insert(entry_t entry) {
  long hole = bottom_count++;
  while (hole > 0 && precedes(bottom[hole - 1], entry)) {
    bottom[hole] = bottom[hole - 1];
    hole--;
  }
  bottom[hole] = entry;
}

static inline void ladder_push(entry_t entry) {
  if (entry.time > top_start) {
    top[top_count++] = entry;
    return;
  }
  for (long i = 0; i < rung_count; i++) {
    long bucket = bucket_of(&rung[i], entry.time);
    if (bucket >= rung[i].open) {
      rung_insert(&rung[i], bucket, entry);
      return;
    }
  }
  bottom_insert(entry);
}

static int open_rung(double start, double end, long buckets) {
  if (rung_count == LADDER_RUNGS || !(end > start) || buckets < 2) return 0;
  rung_t *r = &rung[rung_count];
  r->scale = buckets / (end - start);
  if (!isfinite(r->scale)) return 0;
  if (buckets > r->capacity) {
    r->capacity = 2 * buckets;
    r->first = realloc(r->first, r->capacity * sizeof *r->first);
    r->length = realloc(r->length, r->capacity * sizeof *r->length);
  }
  r->start = start;
  r->buckets = buckets;
  r->open = r->count = 0;
  memset(r->first, 0xFF, buckets * sizeof *r->first);
  memset(r->length, 0, buckets * sizeof *r->length);
  rung_count++;
  return 1;
}

static void ladder_refill(void) {
  while (bottom_count == 0) {
    if (rung_count == 0) {
      double start = INFINITY, end = -INFINITY;
      for (long i = 0; i < top_count; i++) {
        start = fmin(start, top[i].time);
        end = fmax(end, top[i].time);
      }
      top_start = end;
      if (open_rung(start, end, (long)(top_count / ladder_occupancy))) {
        for (long i = 0; i < top_count; i++)
          rung_insert(&rung[0], bucket_of(&rung[0], top[i].time), top[i]);
      } else {
        for (long i = 0; i < top_count; i++) bottom_insert(top[i]);
      }
      top_count = 0;
      continue;
    }
    rung_t *r = &rung[rung_count - 1];
    if (r->count == 0) {
      rung_count--;
      continue;
    }
    long bucket = r->open;
    while (r->first[bucket] < 0) bucket++;
    r->open = bucket + 1;
    long length = r->length[bucket];
    r->count -= length;
    int32_t node = r->first[bucket];
    double start = INFINITY, end = -INFINITY;
    if (length > LADDER_SPLIT)
      for (int32_t i = node; i >= 0; i = nodes[i].next) {
        start = fmin(start, nodes[i].entry.time);
        end = fmax(end, nodes[i].entry.time);
      }
    int split = length > LADDER_SPLIT && open_rung(start, end, length / 4);
    while (node >= 0) {
      int32_t next = nodes[node].next;
      entry_t entry = nodes[node].entry;
      nodes[node].next = vacant_node;
      vacant_node = node;
      if (split) {
        rung_t *last = &rung[rung_count - 1];
        rung_insert(last, bucket_of(last, entry.time), entry);
      } else {
        bottom_insert(entry);
      }
      node = next;
    }
  }
}

static inline entry_t ladder_pop(void) {
  if (bottom_count == 0) ladder_refill();
  return bottom[--bottom_count];
}

#endif
