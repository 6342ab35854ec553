package vdcsim.network.stream;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.station.Station;

/**
 * A host that sends frames, and what arrives of them.
 *
 * <p>Metrics, below its name: frames {@code sent}, {@code received} and {@code lost}: a frame is
 * lost when a later one arrives, or when nothing has arrived for a second; {@code loss-ratio}, the
 * share of lost ones among those whose fate is known; {@code latency} from when the host had a
 * frame ready to when it has arrived whole; {@code throughput} in bits of frames, without preamble
 * and gap, and {@code frame-rate} at the receiver; {@code throughput-course} where it is sampled. A
 * stream to a group has several receivers, and no lost frames.
 */
public final class FrameStream implements EventHandler {
  private static final int SEND = 0;
  private static final int SAMPLE = 1;

  /** After so long without a frame those that are out are lost. */
  private static final long SILENCE_NS = 1_000_000_000L;

  private final Simulation simulation;
  private final FrameStreamSpec spec;
  private final Station from;
  private final MacAddress source;
  private final MacAddress to;
  private final List<VlanTag> tags;
  private final int number;
  private final Sampler size;
  private final Pace pace;
  private final long stopNs;
  private final Counter sent;
  private final Counter received;
  private final Counter receivedBytes;
  private final Counter lost;
  private final Tally latency;
  private final Optional<Series> course;
  private long frames;
  private long sampledBytes;

  /** The number of the frame that is to arrive next, if none is lost. */
  private long expected;

  private long lastArrivalNs;

  private FrameStream(
      String name, int number, FrameStreamSpec spec, Station from, MacAddress to, World world) {
    this.source = spec.source().map(who -> address("source", who, world)).orElseGet(from::address);
    this.simulation = world.simulation();
    this.spec = spec;
    this.from = from;
    this.to = to;
    this.number = number;
    this.tags = spec.tags().stream().map(VlanTag::of).toList();
    this.stopNs = spec.stop().map(java.time.Duration::toNanos).orElse(Long.MAX_VALUE);
    RandomStreams random = simulation.random();
    this.size = spec.frameSize().sampler(random.stream(name + ".frame-size"));
    this.pace = Pace.of(spec, from.bitsPerSecond(), name, random);
    Metrics metrics = simulation.metrics();
    this.sent = metrics.counter(name + ".sent", Unit.FRAMES);
    this.received = metrics.counter(name + ".received", Unit.FRAMES);
    this.receivedBytes = metrics.counter(name + ".received-bytes", Unit.BYTES);
    this.lost = metrics.counter(name + ".lost", Unit.FRAMES);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    this.course =
        spec.sample().map(s -> metrics.series(name + ".throughput-course", Unit.BITS_PER_SECOND));
    metrics.figure(name + ".loss-ratio", Unit.RATIO, this::lossRatio);
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> receivedBytes.value() * 8.0);
    metrics.rate(name + ".frame-rate", Unit.FRAMES_PER_SECOND, received::value);
  }

  /** Makes a stream; its hosts must have been made when it is connected. */
  public static Wiring make(String name, FrameStreamSpec spec, World world) {
    return () -> {
      Station from = Station.at("from", spec.from(), world);
      int number = world.all(FrameStream.class).size() + 1;
      FrameStream stream =
          new FrameStream(name, number, spec, from, destination(spec, world), world);
      world.add(name, stream);
      stream.awaitedAt(world);
      stream.begin();
    };
  }

  private static MacAddress destination(FrameStreamSpec spec, World world) {
    return spec.to().equals("broadcast") ? MacAddress.BROADCAST : address("to", spec.to(), world);
  }

  /** The address of a host, or one that is written out. */
  private static MacAddress address(String key, String who, World world) {
    if (!who.contains(":")) {
      return Station.at(key, who, world).address();
    }
    try {
      return MacAddress.parse(who);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  /** A named receiver waits for the frames; those to a group are awaited at every host. */
  private void awaitedAt(World world) {
    if (!to.isGroup()) {
      if (!spec.to().contains(":")) {
        StreamSink.at(Station.at("to", spec.to(), world), world).expect(number, this);
      }
      return;
    }
    for (Host host : world.all(Host.class)) {
      if (host.nics().get(0).isPlugged()) {
        StreamSink.at(Station.at("to", host.name(), world), world).expect(number, this);
      }
    }
  }

  private void begin() {
    simulation.schedule(
        spec.start().toNanos() + pace.firstNs(), this, SEND, 0, Simulation.NO_REFERENCE);
    spec.sample()
        .ifPresent(s -> simulation.schedule(s.toNanos(), this, SAMPLE, 0, Simulation.NO_REFERENCE));
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == SAMPLE) {
      sample();
    } else if (simulation.now() < stopNs) {
      send();
    }
  }

  private void send() {
    int overhead = Frame.HEADER_BYTES + tags.size() * VlanTag.BYTES + Frame.CHECK_BYTES;
    int length = (int) Math.min(Integer.MAX_VALUE / 16, size.nextLong());
    int payload = Math.max(StreamPayload.LEAST_BYTES, length - overhead);
    StreamPayload content = new StreamPayload(number, frames++, payload);
    Frame frame = new Frame(to, source, tags, content, simulation.now());
    sent.increment();
    from.send(frame);
    simulation.schedule(pace.nextNs(), this, SEND, 0, Simulation.NO_REFERENCE);
  }

  /** A frame of this stream has arrived. */
  void received(Frame frame) {
    received.increment();
    receivedBytes.add(frame.length());
    latency.record(simulation.now() - frame.createdNs());
    sampledBytes += frame.length();
    lastArrivalNs = simulation.now();
    long arrived = ((StreamPayload) frame.payload()).number();
    if (arrived >= expected) {
      lose(arrived - expected);
      expected = arrived + 1;
    }
  }

  private void lose(long count) {
    if (!to.isGroup()) {
      lost.add(count);
    }
  }

  private void sample() {
    long spanNs = spec.sample().orElseThrow().toNanos();
    course.orElseThrow().record(sampledBytes * 8e9 / spanNs);
    sampledBytes = 0;
    simulation.schedule(spanNs, this, SAMPLE, 0, Simulation.NO_REFERENCE);
  }

  private double lossRatio() {
    if (to.isGroup()) {
      return Double.NaN;
    }
    if (simulation.now() - lastArrivalNs > SILENCE_NS) {
      lose(frames - expected);
      expected = frames;
    }
    long known = received.value() + lost.value();
    return known == 0 ? Double.NaN : (double) lost.value() / known;
  }
}
