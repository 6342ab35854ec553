package vdcsim.hardware.ethernet;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Segments of one connection that a card has joined to one, as large receive offload does: software
 * has the headers once, and all the data behind them. It is on no wire.
 *
 * @param frames as they came, two at least
 */
public record JoinedFrames(List<Frame> frames) implements Payload {
  public JoinedFrames {
    frames = List.copyOf(frames);
  }

  /** One frame with all of them in it. */
  public static Frame of(List<Frame> frames) {
    Frame first = frames.get(0);
    return new Frame(
        first.destination(),
        first.source(),
        first.tags(),
        new JoinedFrames(frames),
        first.createdNs());
  }

  /** How many frames of the wire a frame is. */
  public static int count(Frame frame) {
    return frame.payload() instanceof JoinedFrames joined ? joined.frames.size() : 1;
  }

  private Payload first() {
    return frames.get(0).payload();
  }

  @Override
  public int etherType() {
    return first().etherType();
  }

  @Override
  public int length() {
    int header = first().segmentHeaderBytes();
    return header + frames.stream().mapToInt(frame -> frame.payload().length() - header).sum();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    int header = first().segmentHeaderBytes();
    for (int i = 0; i < frames.size(); i++) {
      Payload payload = frames.get(i).payload();
      ByteBuffer whole = ByteBuffer.allocate(payload.length());
      payload.encode(whole);
      int from = i == 0 ? 0 : header;
      buffer.put(whole.array(), from, payload.length() - from);
    }
  }
}
