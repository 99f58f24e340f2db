/* The office: 1000 employees think Exp(30), request one of 160 slots, hold it for a lognormal time
   of mean 6 (sigma 1) and release it. Flat event loop over a binary heap and a ring of waiters.
   Usage: office employees slots minutes */
#include "binary_heap.h"

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  long employees = atol(argv[1]), vacant = atol(argv[2]), cycles = 0, events = 0;
  double minutes = atof(argv[3]);
  heap = malloc((employees + 1) * sizeof *heap);
  long ring = 1;
  while (ring < employees) ring *= 2;
  long *waiting = malloc(ring * sizeof *waiting);
  double *since = malloc(employees * sizeof *since);
  uint64_t head = 0, tail = 0, sequence = 0;
  double zeta = log(6.0) - 0.5, waited = 0;
  stream_t thinking = stream_at(1, 1), holding = stream_at(1, 2);
  for (long i = 0; i < employees; i++)
    heap_push((entry_t){stream_exponential(&thinking, 30), sequence++ << 24 | i << 1});
  start_timer();
  while (heap[0].time < minutes) {
    entry_t event = heap_pop();
    double now = event.time;
    long employee = (event.order & 0xFFFFFF) >> 1;
    events++;
    if ((event.order & 1) == 0) {
      since[employee] = now;
      if (vacant > 0) {
        vacant--;
        double delay = stream_lognormal(&holding, zeta, 1);
        heap_push((entry_t){now + delay, sequence++ << 24 | employee << 1 | 1});
      } else {
        waiting[tail++ & (ring - 1)] = employee;
      }
    } else {
      cycles++;
      heap_push(
          (entry_t){now + stream_exponential(&thinking, 30), sequence++ << 24 | employee << 1});
      if (head < tail) {
        long next = waiting[head++ & (ring - 1)];
        waited += now - since[next];
        double delay = stream_lognormal(&holding, zeta, 1);
        heap_push((entry_t){now + delay, sequence++ << 24 | next << 1 | 1});
      } else {
        vacant++;
      }
    }
  }
  stop_timer();
  report("office-c", employees, events, (double)cycles);
  return waited < 0;
}
