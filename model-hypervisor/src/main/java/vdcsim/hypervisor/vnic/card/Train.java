package vdcsim.hypervisor.vnic.card;

import java.util.Arrays;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.network.backlog.Trains;

/** Frames that are taken together; it is used again and again. */
public final class Train {
  private static final int FIRST_ROOM = 4;

  private Frame[] frames = new Frame[FIRST_ROOM];
  private int size;
  private long bytes;

  /** How many frames there are. */
  public int size() {
    return size;
  }

  /** The bytes of all, as software counts them. */
  public long bytes() {
    return bytes;
  }

  /** A frame, counted from 0. */
  public Frame frame(int index) {
    return frames[index];
  }

  /** Forgets all frames. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      frames[i] = null;
    }
    size = 0;
    bytes = 0;
  }

  /** Adds a frame whether it belongs to the others or not. */
  public void add(Frame frame) {
    if (size == frames.length) {
      frames = Arrays.copyOf(frames, 2 * size);
    }
    frames[size++] = frame;
    bytes += frame.softwareBytes();
  }

  /** Whether a frame is one packet with the others for offloads; any is with none. */
  public boolean takes(Frame frame) {
    return size == 0 || Trains.follows(frames[size - 1], frame, bytes);
  }

  /**
   * Takes frames out of the queue of an end, which must hold one: those that offloads take
   * together, or one.
   *
   * @param most how many at most
   */
  public void load(DeviceEnd from, boolean offload, int most) {
    clear();
    do {
      add(from.take());
    } while (offload && size < most && from.waiting() > 0 && takes(from.first()));
  }

  /** Hands all frames in at an end, and forgets them. */
  public void unload(DeviceEnd to) {
    for (int i = 0; i < size; i++) {
      to.deliver(frames[i]);
    }
    clear();
  }
}
