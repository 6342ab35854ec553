package vdcsim.hardware.cpu.fair;

/** How the entities of one queue take turns: {@link Cfs} or {@link Eevdf}. */
public interface FairPolicy {
  /** Gives an entity that joins a queue its place in virtual time; the entity is not in it yet. */
  void place(GroupQueue queue, Entity joining, boolean woken, boolean first);

  /** Notes where an entity that leaves stands; it is still in the queue. */
  void leave(GroupQueue queue, Entity leaving);

  /** An entity is chosen to run. */
  void chosen(GroupQueue queue, Entity chosen);

  /** The entity that should run, of a queue that is not empty. */
  Entity pick(GroupQueue queue);

  /**
   * The entity that runs next, as far as its claim allows that which somebody gave up a turn for.
   */
  Entity choose(GroupQueue queue);

  /** The running entity, or one in it, gives up its turn. */
  void giveWay(GroupQueue queue, Entity running);

  /** Whether the running entity has had its turn. */
  boolean turnIsOver(GroupQueue queue, Entity running);

  /** Whether one that has just woken should run before the running one has had its turn. */
  boolean preempts(GroupQueue queue, Entity woken, Entity running);

  /** The weight of an entity becomes another. */
  void reweigh(GroupQueue queue, Entity entity, long weight);
}
