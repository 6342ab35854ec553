package vdcsim.network.stream;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.world.World;
import vdcsim.network.station.Station;

/** Takes the frames of streams at a station, and tells each stream of its own. */
final class StreamSink {
  private final Map<Integer, FrameStream> streams = new TreeMap<>();

  private StreamSink(Station station) {
    station.register(StreamPayload.ETHER_TYPE, this::receive);
  }

  /** The sink of a station. */
  static StreamSink at(Station station, World world) {
    return world
        .find(station.name(), StreamSink.class)
        .orElseGet(
            () -> {
              StreamSink sink = new StreamSink(station);
              world.add(station.name(), sink);
              return sink;
            });
  }

  void expect(int number, FrameStream stream) {
    streams.put(number, stream);
  }

  private void receive(EthernetPort port, Frame frame) {
    FrameStream stream = streams.get(((StreamPayload) frame.payload()).stream());
    if (stream != null) {
      stream.received(frame);
    }
  }
}
