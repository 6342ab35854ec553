// The hold model over std::priority_queue: take the earliest event, insert one.
//
//   g++ -O2 -std=c++17 -o hold hold.cpp && ./hold [PENDING...]
//
// Prints CPU nanoseconds for one take and one insertion: the median of five rounds of 0.3 seconds.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <queue>
#include <random>
#include <vector>

namespace {

// Time, insertion number and the number of an event that stands elsewhere: the least that an
// ordered, cancellable event needs. The payload would come on top.
struct Event {
  std::int64_t time;
  std::uint64_t order;
  std::int32_t slot;

  bool operator<(const Event& other) const {
    return time != other.time ? time > other.time : order > other.order;
  }
};

constexpr std::size_t kDelays = 1 << 14;

std::vector<std::int64_t> exponential() {
  std::mt19937_64 random(1);
  std::exponential_distribution<double> seconds(1.0);
  std::vector<std::int64_t> delays(kDelays);
  for (auto& delay : delays) delay = static_cast<std::int64_t>(seconds(random) * 1e9);
  return delays;
}

double cpuSeconds() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

double hold(std::size_t pending, const std::vector<std::int64_t>& delays) {
  std::priority_queue<Event> queue;
  std::uint64_t order = 0;
  std::size_t place = 0;
  for (std::size_t i = 0; i < pending; i++) {
    queue.push({delays[place++ & (kDelays - 1)], order++, static_cast<std::int32_t>(i)});
  }
  std::vector<double> rounds;
  for (int round = 0; round < 8; round++) {
    double start = cpuSeconds();
    double spent = 0;
    long operations = 0;
    for (; spent < 0.3; spent = cpuSeconds() - start) {
      for (int i = 0; i < 10000; i++) {
        Event first = queue.top();
        queue.pop();
        queue.push({first.time + delays[place++ & (kDelays - 1)], order++, first.slot});
      }
      operations += 10000;
    }
    if (round >= 3) rounds.push_back(spent * 1e9 / operations);
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
  const auto delays = exponential();
  std::vector<std::size_t> loads = {100, 10000, 1000000};
  if (count > 1) loads.clear();
  for (int i = 1; i < count; i++) loads.push_back(std::strtoull(arguments[i], nullptr, 10));
  for (std::size_t pending : loads) {
    std::printf("std::priority_queue %8zu pending %7.1f ns\n", pending, hold(pending, delays));
  }
}
