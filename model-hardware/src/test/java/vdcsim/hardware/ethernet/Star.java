package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Stations at a hub of 10 Mb/s, each over a cable of its own. */
final class Star {
  static final long BITS_PER_SECOND = 10_000_000;

  final Bench bench;
  final Segment hub;
  final List<EthernetPort> stations = new ArrayList<>();

  Star(Bench bench, long... cableDelaysNs) {
    this.bench = bench;
    this.hub = Segment.hub(bench.simulation, "hub", BITS_PER_SECOND, 0);
    for (long delayNs : cableDelaysNs) {
      add(delayNs);
    }
  }

  /** The first seed at which two stations draw these numbers of slots after their first attempt. */
  static Star drawing(int slotsOfFirst, int slotsOfSecond, long... cableDelaysNs) {
    for (long seed = 0; ; seed++) {
      Bench bench = new Bench(seed);
      if (slots(bench, 0) == slotsOfFirst && slots(bench, 1) == slotsOfSecond) {
        return new Star(bench, cableDelaysNs);
      }
    }
  }

  private static int slots(Bench bench, int station) {
    return new BackOff(bench.simulation.random().stream(name(station) + ".backoff")).slots(1);
  }

  private static String name(int station) {
    return (char) ('a' + station) + ".eth0";
  }

  SharedCable add(long delayNs) {
    EthernetPort port =
        bench.port(name(stations.size()), new PortSettings(10, PortSettings.ANY_BYTES, 10_000));
    stations.add(port);
    return hub.connect(
        bench.simulation, port.name() + " -- hub", port, delayNs, OptionalDouble.empty());
  }

  EthernetPort station(int index) {
    return stations.get(index);
  }

  void sendAt(long atNs, int station, int length) {
    bench.sendAt(atNs, stations.get(station), length);
  }

  /** Keeps the queues of all stations filled with frames of this length. */
  void saturate(int length) {
    for (EthernetPort port : stations) {
      Frame frame = bench.frame(port, length);
      FrameTap refill = new Refill(bench, frame);
      port.tap(refill);
      port.send(frame);
      port.send(frame);
    }
  }

  private record Refill(Bench bench, Frame frame) implements FrameTap {
    @Override
    public void sent(EthernetPort port, Frame sent) {
      bench.simulation.schedule(0, () -> port.send(frame));
    }

    @Override
    public void received(EthernetPort port, Frame received) {}
  }
}
