package vdcsim.hypervisor.virtio;

import vdcsim.kernel.Simulation;

/**
 * A split virtqueue (VirtIO 1.1, 2.6): the descriptor table, the ring of available chains, and that
 * of used ones. The driver's side and the device's both act on it; whoever runs the side pays.
 *
 * <p>Two ways to keep the other side from telling: flags, which say yes or no, and the event index,
 * which says at which entry to tell next (2.6.7 and 2.6.8). Indices run through 16 bits and wrap.
 */
public final class Virtqueue {
  private static final int INDEX_MASK = 0xFFFF;
  private static final int MOST_DESCRIPTORS = 32768;

  private final int size;
  private final boolean eventIndex;
  private final boolean indirect;
  private final Object[] requests;
  private final int[] lengths;
  private final int[] available;
  private final int[] used;
  private final int[] freeHeads;
  private int freeHeadCount;
  private int freeDescriptors;

  /** The driver's idea of where it is. */
  private int availableIndex;

  private int kickedIndex;
  private int takenUsed;

  /** The device's. */
  private int usedIndex;

  private int calledIndex;
  private int takenAvailable;

  /** What each side wants to be told: flags, and the entry at which. */
  private boolean kicksWanted = true;

  private int kickAt;
  private boolean callsWanted = true;
  private int callAt;

  /**
   * An empty queue.
   *
   * @param size descriptors, a power of two
   * @param eventIndex whether VIRTIO_F_EVENT_IDX was negotiated
   * @param indirect whether VIRTIO_F_INDIRECT_DESC was: a chain then takes one descriptor here
   */
  public Virtqueue(int size, boolean eventIndex, boolean indirect) {
    if (Integer.bitCount(size) != 1 || size > MOST_DESCRIPTORS) {
      throw new IllegalArgumentException(
          "a virtqueue has a power of two of descriptors up to 32768, had " + size);
    }
    this.size = size;
    this.eventIndex = eventIndex;
    this.indirect = indirect;
    this.requests = new Object[size];
    this.lengths = new int[size];
    this.available = new int[size];
    this.used = new int[size];
    this.freeHeads = new int[size];
    for (int i = 0; i < size; i++) {
      requests[i] = Simulation.NO_REFERENCE;
      freeHeads[i] = size - 1 - i;
    }
    this.freeHeadCount = size;
    this.freeDescriptors = size;
  }

  /** How many descriptors it has. */
  public int size() {
    return size;
  }

  /** How many descriptors are free. */
  public int free() {
    return freeDescriptors;
  }

  // The driver's side.

  /** Whether a chain of so many descriptors fits. */
  public boolean fits(int descriptors) {
    return freeDescriptors >= taken(descriptors);
  }

  private int taken(int descriptors) {
    return indirect && descriptors > 1 ? 1 : descriptors;
  }

  /**
   * Makes a chain available to the device.
   *
   * @param descriptors how many buffers it has
   * @throws IllegalStateException if it does not fit
   */
  public void add(int descriptors, Object request) {
    if (!fits(descriptors)) {
      throw new IllegalStateException(
          "a chain of %d descriptors does not fit, %d are free"
              .formatted(descriptors, freeDescriptors));
    }
    freeHeadCount--;
    int head = freeHeads[freeHeadCount];
    freeDescriptors -= taken(descriptors);
    requests[head] = request;
    lengths[head] = taken(descriptors);
    available[availableIndex % size] = head;
    availableIndex = next(availableIndex);
  }

  /** Whether the device is to be told of what was added since this was asked last. */
  public boolean kickNeeded() {
    int before = kickedIndex;
    kickedIndex = availableIndex;
    return eventIndex ? passes(kickAt, availableIndex, before) : kicksWanted;
  }

  /** Whether the device has given something back. */
  public boolean hasUsed() {
    return takenUsed != usedIndex;
  }

  /** Takes back what the device gave back first; there must be something. */
  public Object takeUsed() {
    int head = used[takenUsed % size];
    takenUsed = next(takenUsed);
    if (eventIndex && callsWanted) {
      callAt = takenUsed;
    }
    Object request = requests[head];
    requests[head] = Simulation.NO_REFERENCE;
    freeDescriptors += lengths[head];
    freeHeads[freeHeadCount] = head;
    freeHeadCount++;
    return request;
  }

  /** The driver looks by itself for now, and wants no calls. */
  public void suppressCalls() {
    callsWanted = false;
  }

  /** The driver wants to be called for the next; returns whether something came meanwhile. */
  public boolean allowCalls() {
    callsWanted = true;
    callAt = takenUsed;
    return hasUsed();
  }

  /**
   * Wants to be called when three quarters of what is under way are done (Linux,
   * enable_cb_delayed).
   */
  public boolean allowCallsDelayed() {
    callsWanted = true;
    int underWay = (availableIndex - takenUsed) & INDEX_MASK;
    callAt = (takenUsed + underWay * 3 / 4) & INDEX_MASK;
    return ((usedIndex - takenUsed) & INDEX_MASK) > underWay * 3 / 4;
  }

  // The device's side.

  /** Whether the driver has made something available. */
  public boolean hasAvailable() {
    return takenAvailable != availableIndex;
  }

  /** How many chains the device has not taken yet. */
  public int waiting() {
    return (availableIndex - takenAvailable) & INDEX_MASK;
  }

  /** Takes the next chain; there must be one. Returns its head, by which it is given back. */
  public int take() {
    int head = available[takenAvailable % size];
    takenAvailable = next(takenAvailable);
    if (eventIndex && kicksWanted) {
      kickAt = takenAvailable;
    }
    return head;
  }

  /** What a chain is about. */
  public Object request(int head) {
    return requests[head];
  }

  /** Gives a chain back. */
  public void give(int head) {
    used[usedIndex % size] = head;
    usedIndex = next(usedIndex);
  }

  /** Whether the driver is to be told of what was given back since this was asked last. */
  public boolean callNeeded() {
    int before = calledIndex;
    calledIndex = usedIndex;
    if (!eventIndex) {
      return callsWanted;
    }
    return passes(callAt, usedIndex, before);
  }

  /** The device looks by itself for now, and wants no kicks. */
  public void suppressKicks() {
    kicksWanted = false;
  }

  /** The device wants to be told of the next; returns whether something came meanwhile. */
  public boolean allowKicks() {
    kicksWanted = true;
    kickAt = takenAvailable;
    return hasAvailable();
  }

  private static int next(int index) {
    return (index + 1) & INDEX_MASK;
  }

  /** Whether an index that went from {@code before} to {@code now} has passed {@code at}. */
  private static boolean passes(int at, int now, int before) {
    // VirtIO 1.1, 2.6.7.2: (u16)(new - event - 1) < (u16)(new - old).
    return ((now - at - 1) & INDEX_MASK) < ((now - before) & INDEX_MASK);
  }
}
