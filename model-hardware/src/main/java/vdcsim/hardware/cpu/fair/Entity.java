package vdcsim.hardware.cpu.fair;

import java.util.Optional;
import vdcsim.hardware.cpu.Contender;

/** What competes in a {@link GroupQueue}: a task, or a group with all that is in it. */
final class Entity extends Contender {
  /** The weight of nice 0, and of 1024 shares. */
  static final long UNIT = 1024;

  private final FairGroup group;
  private final Optional<GroupQueue> content;
  private final long order;
  private final Optional<Entity> itself = Optional.of(this);
  private long weight;
  private final boolean idle;
  private boolean known;
  boolean queued;
  long vruntime;
  long deadline;
  long lag;

  /** It has given up its turn, whatever is left of that. */
  boolean gaveWay;

  /** How long it has run since it was chosen last. */
  long sliceRanNs;

  /** A task in a group. */
  Entity(FairGroup group, long weight, boolean idle, long order) {
    this(group, Optional.empty(), weight, idle, order);
  }

  /** A group within its parent. */
  Entity(FairGroup parent, GroupQueue content, long weight, boolean idle, long order) {
    this(parent, Optional.of(content), weight, idle, order);
  }

  private Entity(
      FairGroup group, Optional<GroupQueue> content, long weight, boolean idle, long order) {
    this.group = group;
    this.content = content;
    this.weight = weight;
    this.idle = idle;
    this.order = order;
  }

  /** The group that it is in. */
  FairGroup group() {
    return group;
  }

  /** The queue of what is in it, if it is a group. */
  Optional<GroupQueue> content() {
    return content;
  }

  /** Itself, for whoever keeps one or none. */
  Optional<Entity> itself() {
    return itself;
  }

  /** Whether it joins a queue for the first time; from now on it does not. */
  boolean joinsFirst() {
    boolean first = !known;
    known = true;
    return first;
  }

  /** How many groups it is in. */
  int depth() {
    int depth = 0;
    FairGroup around = group;
    while (!around.isRoot()) {
      around = around.parent().orElseThrow();
      depth++;
    }
    return depth;
  }

  boolean isTask() {
    return content.isEmpty();
  }

  long weight() {
    return weight;
  }

  void weight(long newWeight) {
    weight = newWeight;
  }

  /** Whether it runs only when nobody else wants to (SCHED_IDLE, cpu.idle). */
  boolean isIdle() {
    return idle;
  }

  /** Tells entities of equal claims apart. */
  long order() {
    return order;
  }

  /** Running time as its weight counts it: a heavy entity ages slowly. */
  long weighted(long ns) {
    return weight == UNIT ? ns : ns * UNIT / weight;
  }
}
