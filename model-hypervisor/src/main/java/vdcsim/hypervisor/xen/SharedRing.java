package vdcsim.hypervisor.xen;

import java.util.Arrays;
import vdcsim.kernel.Simulation;

/**
 * A ring that a frontend and a backend share (Xen, io/ring.h): requests and responses take turns in
 * the same slots, and each side says at which index it wants the next event.
 */
public final class SharedRing {
  private final int size;
  private final Object[] slots;
  private int requestsProduced;
  private int requestsPushed;
  private int requestsConsumed;
  private int requestEvent = 1;
  private int responsesProduced;
  private int responsesPushed;
  private int responsesConsumed;
  private int responseEvent = 1;

  /**
   * An empty ring.
   *
   * @param size slots, a power of two: 32 for a disk, 256 for a network card, in a page of 4096 B
   */
  public SharedRing(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("a ring has a power of two of slots, had " + size);
    }
    this.size = size;
    this.slots = new Object[size];
    Arrays.fill(slots, Simulation.NO_REFERENCE);
  }

  // The frontend's side.

  /** Whether there is no room for another request: its response will need the slot. */
  public boolean isFull() {
    return requestsProduced - responsesConsumed >= size;
  }

  /** Puts a request; the backend sees it when it is pushed. */
  public void putRequest(Object request) {
    if (isFull()) {
      throw new IllegalStateException("the ring of %d requests is full".formatted(size));
    }
    slots[requestsProduced & (size - 1)] = request;
    requestsProduced++;
  }

  /** Shows what was put to the backend; returns whether it wants an event for it. */
  public boolean pushRequests() {
    int before = requestsPushed;
    requestsPushed = requestsProduced;
    return passes(requestEvent, requestsPushed, before);
  }

  /** Whether there is a response to take. */
  public boolean hasResponse() {
    return responsesConsumed != responsesPushed;
  }

  /** Takes the next response; there must be one. */
  public Object takeResponse() {
    int slot = responsesConsumed & (size - 1);
    Object response = slots[slot];
    slots[slot] = Simulation.NO_REFERENCE;
    responsesConsumed++;
    return response;
  }

  /** Asks for an event at the next response; returns whether one came meanwhile. */
  public boolean awaitResponse() {
    responseEvent = responsesConsumed + 1;
    return hasResponse();
  }

  /**
   * Asks for an event when half of the responses that are due have come, and at least one (Linux,
   * xen-netfront.c); returns whether one came meanwhile.
   */
  public boolean awaitHalfOfResponses() {
    responseEvent = responsesConsumed + ((requestsPushed - responsesConsumed) >>> 1) + 1;
    return hasResponse();
  }

  // The backend's side.

  /** Whether there is a request to take. */
  public boolean hasRequest() {
    return requestsConsumed != requestsPushed;
  }

  /** Takes the next request; there must be one. */
  public Object takeRequest() {
    Object request = slots[requestsConsumed & (size - 1)];
    requestsConsumed++;
    return request;
  }

  /** Asks for an event at the next request; returns whether one came meanwhile. */
  public boolean awaitRequest() {
    requestEvent = requestsConsumed + 1;
    return hasRequest();
  }

  /** Puts a response in a slot whose request was taken. */
  public void putResponse(Object response) {
    if (responsesProduced == requestsConsumed) {
      throw new IllegalStateException("there is no request to which this could be the response");
    }
    slots[responsesProduced & (size - 1)] = response;
    responsesProduced++;
  }

  /** Shows what was put to the frontend; returns whether it wants an event for it. */
  public boolean pushResponses() {
    int before = responsesPushed;
    responsesPushed = responsesProduced;
    return passes(responseEvent, responsesPushed, before);
  }

  /** RING_PUSH_..._AND_CHECK_NOTIFY: the index has passed the event, in unsigned numbers. */
  private static boolean passes(int event, int now, int before) {
    return Integer.compareUnsigned(now - event, now - before) < 0;
  }
}
