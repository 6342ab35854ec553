package vdcsim.hardware.nic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.JoinedFrames;
import vdcsim.hardware.ethernet.Payload;

/**
 * What joins received segments (Intel 82599, data sheet 7.11, receive side coalescing): up to 32
 * connections at a time, each in up to 16 buffers of 2 KiB. A joined segment ends with a mark of an
 * end, with a segment that does not continue it, when its buffers are full, or in time.
 */
final class Joiner {
  static final int BUFFER = 2048;
  private static final int MOST_BUFFERS = 16;
  private static final int MOST_OPEN = 32;

  private final List<Open> open = new ArrayList<>();
  private final byte[] flow = new byte[12];

  /** A joined segment that may still grow. */
  static final class Open {
    private final List<Frame> frames = new ArrayList<>();
    private final byte[] flow;
    private int bytes;

    private Open(byte[] flow, Frame first) {
      this.flow = flow;
      frames.add(first);
      bytes = first.softwareBytes();
    }

    private Frame last() {
      return frames.get(frames.size() - 1);
    }

    /** As the driver sees it: joined, or a single frame as it is. */
    Frame whole() {
      return frames.size() == 1 ? frames.get(0) : JoinedFrames.of(frames);
    }
  }

  /** How many buffers a frame takes that software gets. */
  static int buffers(Frame frame) {
    return buffers(frame.softwareBytes());
  }

  private static int buffers(int bytes) {
    return (bytes + BUFFER - 1) / BUFFER;
  }

  /** Whether a frame can be joined with others at all. */
  static boolean canJoin(Frame frame) {
    return frame.payload().segmentHeaderBytes() > 0 && frame.tags().isEmpty();
  }

  /** The position of what is open of a frame's connection; -1 if nothing is. */
  int find(Frame frame) {
    int length = frame.payload().flow(flow);
    for (int i = 0; length > 0 && i < open.size(); i++) {
      byte[] other = open.get(i).flow;
      if (Arrays.equals(other, 0, other.length, flow, 0, length)) {
        return i;
      }
    }
    return -1;
  }

  Open at(int position) {
    return open.get(position);
  }

  /** Whether a frame is the next of what is open, and there is room in its buffers. */
  static boolean takes(Open segment, Frame frame) {
    Payload payload = frame.payload();
    return payload.continues(segment.last().payload())
        && frame.length() <= segment.last().length()
        && buffers(segment.bytes + data(frame)) <= MOST_BUFFERS;
  }

  /** The bytes behind the headers of a segment. */
  static int data(Frame frame) {
    return frame.payload().length() - frame.payload().segmentHeaderBytes();
  }

  /** How many buffers more a frame needs. */
  static int more(Open segment, Frame frame) {
    return buffers(segment.bytes + data(frame)) - buffers(segment.bytes);
  }

  static void join(Open segment, Frame frame) {
    segment.frames.add(frame);
    segment.bytes += data(frame);
  }

  /** Whether one more connection can be kept in mind. */
  boolean hasRoom() {
    return open.size() <= MOST_OPEN;
  }

  Open begin(Frame frame) {
    int length = frame.payload().flow(flow);
    Open begun = new Open(Arrays.copyOf(flow, length), frame);
    open.add(begun);
    return begun;
  }

  /** It grows no more; returns whether it was open still. */
  boolean close(Open segment) {
    return open.remove(segment);
  }
}
