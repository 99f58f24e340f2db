/* A binary heap of 16-byte entries: the event list most programs start with. */
#ifndef BINARY_HEAP_H
#define BINARY_HEAP_H

#include "reference.h"

static entry_t *heap;
static long heap_count;

static inline void heap_push(entry_t entry) {
  long child = heap_count++;
  while (child > 0) {
    long parent = (child - 1) >> 1;
    if (!precedes(entry, heap[parent])) break;
    heap[child] = heap[parent];
    child = parent;
  }
  heap[child] = entry;
}

static inline entry_t heap_pop(void) {
  entry_t first = heap[0], last = heap[--heap_count];
  long parent = 0, child = 1;
  while (child < heap_count) {
    if (child + 1 < heap_count && precedes(heap[child + 1], heap[child])) child++;
    if (!precedes(heap[child], last)) break;
    heap[parent] = heap[child];
    parent = child;
    child = 2 * parent + 1;
  }
  heap[parent] = last;
  return first;
}

#endif
