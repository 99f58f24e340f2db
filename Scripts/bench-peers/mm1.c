/* M/M/1 at utilisation 0.9, flat event loop: a floor without processes, handles or statistics
   other than the mean time in the system. Usage: mm1 customers */
#include "binary_heap.h"

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  long customers = atol(argv[1]);
  heap = malloc(16 * sizeof *heap);
  double *arrivals = malloc(customers * sizeof *arrivals);
  long first = 0, arrived = 0;
  uint64_t sequence = 0;
  double total = 0;
  stream_t interarrivals = stream_at(1, 1), services = stream_at(1, 2);
  start_timer();
  heap_push((entry_t){stream_exponential(&interarrivals, 1 / 0.9), sequence++ << 24});
  while (heap_count > 0) {
    entry_t event = heap_pop();
    double now = event.time;
    if ((event.order & 0xFFFFFF) == 0) {
      arrivals[arrived++] = now;
      if (arrived < customers)
        heap_push(
            (entry_t){now + stream_exponential(&interarrivals, 1 / 0.9), sequence++ << 24});
      if (arrived - first == 1)
        heap_push((entry_t){now + stream_exponential(&services, 1), sequence++ << 24 | 1});
    } else {
      total += now - arrivals[first++];
      if (first < arrived)
        heap_push((entry_t){now + stream_exponential(&services, 1), sequence++ << 24 | 1});
    }
  }
  stop_timer();
  report("mm1-c", customers, 2 * customers, total / customers);
  return 0;
}
