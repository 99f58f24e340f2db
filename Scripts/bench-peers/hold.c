/* HOLD: n pending events, each popped one schedules itself again after Exp(1).
   Usage: hold heap|ladder n holds [occupancy] */
#include "binary_heap.h"
#include "ladder.h"

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  int is_ladder = strcmp(argv[1], "ladder") == 0;
  long n = atol(argv[2]), holds = atol(argv[3]);
  if (argc > 4) ladder_occupancy = atof(argv[4]);
  heap = malloc((n + 1) * sizeof *heap);
  ladder_init(n);
  stream_t stream = stream_at(1, 1);
  uint64_t sequence = 0;
  double now = 0;
  for (long i = 0; i < n; i++) {
    entry_t entry = {stream_exponential(&stream, 1), sequence++ << 24 | i};
    if (is_ladder) ladder_push(entry);
    else heap_push(entry);
  }
  for (int timed = 0; timed < 2; timed++) {
    if (timed) start_timer();
    long count = timed ? holds : n;
    if (is_ladder) {
      for (long i = 0; i < count; i++) {
        entry_t entry = ladder_pop();
        now = entry.time;
        entry.time = now + stream_exponential(&stream, 1);
        entry.order = sequence++ << 24 | (entry.order & 0xFFFFFF);
        ladder_push(entry);
      }
    } else {
      for (long i = 0; i < count; i++) {
        entry_t entry = heap_pop();
        now = entry.time;
        entry.time = now + stream_exponential(&stream, 1);
        entry.order = sequence++ << 24 | (entry.order & 0xFFFFFF);
        heap_push(entry);
      }
    }
  }
  stop_timer();
  report(is_ladder ? "hold-c-ladder" : "hold-c-heap", n, holds, now);
  return 0;
}
