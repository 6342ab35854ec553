package vdcsim.hypervisor.spinlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.random.RandomStream;

/** A lock, who has it, and who waits for it, the first first. */
final class SpinLock {
  private final LockKind kind;
  private final RandomStream chance;
  private final List<LockThread> waiting = new ArrayList<>();
  private boolean taken;

  SpinLock(LockKind kind, RandomStream chance) {
    this.kind = kind;
    this.chance = chance;
  }

  /** Whether a thread that asks has it at once; if not, it waits. */
  boolean take(LockThread asking) {
    if (!taken) {
      taken = true;
      return true;
    }
    waiting.add(asking);
    return false;
  }

  /** It is free again, and goes to the next one, if there is one that can have it. */
  void release() {
    taken = false;
    next().ifPresent(this::give);
  }

  /** One that waits computes again: it sees that the lock is free. */
  void sees(LockThread thread) {
    if (!taken) {
      give(thread);
    }
  }

  private void give(LockThread thread) {
    taken = true;
    waiting.remove(thread);
    thread.granted();
  }

  private Optional<LockThread> next() {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    if (kind != LockKind.TEST_AND_SET) {
      return Optional.of(waiting.get(0));
    }
    List<LockThread> computing = waiting.stream().filter(LockThread::isComputing).toList();
    return computing.isEmpty()
        ? Optional.empty()
        : Optional.of(computing.get(chance.nextInt(computing.size())));
  }
}
