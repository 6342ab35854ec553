package vdcsim.hypervisor.level.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;

/**
 * A compiler with its threads and its queue. A free thread takes the method that waits and was used
 * most, the older of two alike (HotSpot, CompilationPolicy::select_task).
 */
final class Compiler implements EventHandler {
  private final Tier makes;
  private final long cyclesPerMethod;
  private final int threads;
  private final Deque<ExecutionContext> free;
  private final List<Method> waiting = new ArrayList<>();
  private long compiled;
  private long cycles;

  Compiler(Tier makes, long cyclesPerMethod, List<ExecutionContext> threads) {
    this.makes = makes;
    this.cyclesPerMethod = cyclesPerMethod;
    this.threads = threads.size();
    this.free = new ArrayDeque<>(threads);
  }

  /** How many methods wait for each thread. */
  double waitingPerThread() {
    return (double) waiting.size() / threads;
  }

  long compiled() {
    return compiled;
  }

  long cycles() {
    return cycles;
  }

  void ask(Method method) {
    method.queue();
    waiting.add(method);
    begin();
  }

  private void begin() {
    if (free.isEmpty() || waiting.isEmpty()) {
      return;
    }
    int hottest = 0;
    for (int i = 1; i < waiting.size(); i++) {
      if (waiting.get(i).events() > waiting.get(hottest).events()) {
        hottest = i;
      }
    }
    Work work = new Work(waiting.remove(hottest), free.removeFirst());
    cycles += cyclesPerMethod;
    work.thread().execute(cyclesPerMethod, this, 0, 0, work);
  }

  private record Work(Method method, ExecutionContext thread) {}

  @Override
  public void handle(int kind, long argument, Object reference) {
    Work done = (Work) reference;
    done.method().compiled(makes);
    compiled++;
    free.addLast(done.thread());
    begin();
  }
}
