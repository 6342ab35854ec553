package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/**
 * An Ethernet end: a queue and a transmitter on the way out, a receiver on the way in.
 *
 * <p>Metrics, below the port's name: {@code sent} and {@code received} frames, {@code sent-bytes},
 * {@code dropped-queue-full}, {@code dropped-no-carrier}, {@code dropped-too-long} on the way out
 * and {@code received-too-long} in, beyond the mtu; {@code damaged} on arrival; of what it sent,
 * {@code cut-off} when the link failed and {@code lost-silently} by a cable that kept carrier;
 * {@code queue-length}, and {@code utilisation} of the line.
 */
public final class EthernetPort {
  /** A cut-through switch knows the way when destination, source and type have arrived. */
  public static final int CUT_THROUGH_BYTES = Frame.HEADER_BYTES;

  /** A fragment-free switch waits until a collision can no longer have broken the frame off. */
  public static final int FRAGMENT_FREE_BYTES = Frame.LEAST_BYTES;

  private static final int NOT_EARLY = Integer.MAX_VALUE;

  private final String name;
  private final MacAddress address;
  private final PortSettings settings;
  private final Conservation conservation;
  private final FrameQueue queue = new FrameQueue();
  private final List<CarrierListener> carrierListeners = new ArrayList<>();
  private final List<FrameTap> taps = new ArrayList<>();
  private final Tracing tracing = new Tracing(this);
  private final Counter sent;
  private final Counter sentBytes;
  private final Counter received;
  private final Counter queueFull;
  private final Counter noCarrier;
  private final Counter tooLongOut;
  private final Counter tooLongIn;
  private final Counter damaged;
  private final Counter cutOff;
  private final Counter lostSilently;
  private final TimeWeighted queueLength;
  private final Uppers uppers = new Uppers();
  private FrameReceiver receiver = (port, frame) -> {};
  private FrameSink egress = this::queue;
  private FrameSink ingress = this::handUp;
  private Optional<Medium> medium = Optional.empty();
  private boolean enabled = true;
  private int earlyBytes = NOT_EARLY;
  private long offered;
  private boolean blocked;

  /**
   * A port, not plugged in.
   *
   * @param name the device's name, a dot, and the port's, as {@code s1.p1}
   */
  public EthernetPort(
      Simulation simulation, String name, MacAddress address, PortSettings settings) {
    this.name = name;
    this.address = address;
    this.settings = settings;
    this.conservation = simulation.conservation();
    Metrics metrics = simulation.metrics();
    this.sent = metrics.counter(name + ".sent", Unit.FRAMES);
    this.sentBytes = metrics.counter(name + ".sent-bytes", Unit.BYTES);
    this.received = metrics.counter(name + ".received", Unit.FRAMES);
    this.queueFull = metrics.counter(name + ".dropped-queue-full", Unit.FRAMES);
    this.noCarrier = metrics.counter(name + ".dropped-no-carrier", Unit.FRAMES);
    this.tooLongOut = metrics.counter(name + ".dropped-too-long", Unit.FRAMES);
    this.tooLongIn = metrics.counter(name + ".received-too-long", Unit.FRAMES);
    this.damaged = metrics.counter(name + ".damaged", Unit.FRAMES);
    this.cutOff = metrics.counter(name + ".cut-off", Unit.FRAMES);
    this.lostSilently = metrics.counter(name + ".lost-silently", Unit.FRAMES);
    this.queueLength = metrics.timeWeighted(name + ".queue-length", Unit.FRAMES);
    metrics.figure(name + ".utilisation", Unit.RATIO, () -> utilisation(metrics.measuredNs()));
  }

  private double utilisation(long measuredNs) {
    long overhead = sent.value() * (Frame.PREAMBLE_BYTES + Frame.GAP_BYTES);
    double bits = (sentBytes.value() + overhead) * 8.0;
    return medium.map(m -> bits * 1e9 / m.bitsPerSecond() / measuredNs).orElse(Double.NaN);
  }

  /** The device's name, a dot, and the port's. */
  public String name() {
    return name;
  }

  /** The longest payload that passes, in bytes. */
  public int mtu() {
    return settings.mtu();
  }

  /** The port's own address. */
  public MacAddress address() {
    return address;
  }

  /** The rate of what it is plugged into, in bits per second; nothing if it is not. */
  public Optional<Long> bitsPerSecond() {
    return medium.map(Medium::bitsPerSecond);
  }

  /** What can be asked without sending a frame. */
  public Tracing tracing() {
    return tracing;
  }

  /** Whether it is plugged into something. */
  public boolean isPlugged() {
    return medium.isPresent();
  }

  /** Whether bits can go out. */
  public boolean hasCarrier() {
    return medium.isPresent() && medium.get().isUp();
  }

  /** Whether the device lets the port work. */
  public boolean isEnabled() {
    return enabled;
  }

  /** Switches the port off: neither it nor the other end of its cable has carrier. */
  public void disable() {
    if (enabled) {
      enabled = false;
      medium.ifPresent(m -> m.enabledChanged(this));
    }
  }

  /** Switches the port on again. */
  public void enable() {
    if (!enabled) {
      enabled = true;
      medium.ifPresent(m -> m.enabledChanged(this));
    }
  }

  /** Whether both ends can send at a time; so does a port that is not plugged in. */
  public boolean isFullDuplex() {
    return medium.map(Medium::isFullDuplex).orElse(true);
  }

  /** Says whether a protocol keeps data frames from passing; the picture shows it. */
  public void markBlocked(boolean isBlocked) {
    blocked = isBlocked;
  }

  /** Whether a protocol keeps data frames from passing. */
  public boolean isBlocked() {
    return blocked;
  }

  /** Gives all arriving frames to {@code newReceiver} from now on. */
  public void onReceive(FrameReceiver newReceiver) {
    receiver = newReceiver;
  }

  /** Tells {@code listener} of every change of carrier from now on. */
  public void onCarrier(CarrierListener listener) {
    carrierListeners.add(listener);
  }

  /** Shows every frame that is sent or received to {@code tap}, from now on. */
  public void tap(FrameTap tap) {
    taps.add(tap);
  }

  /**
   * Takes frames from a full-duplex link when their first bytes have arrived, from now on, as a
   * cut-through switch does; on a shared medium they are still taken whole.
   *
   * <p>The receiver gets a frame {@link #untilWholeNs} before its last bit, and must not send it on
   * faster than it comes in. A damaged frame is handed over too ({@link Frame#isDamaged}); who next
   * takes it whole counts and drops it. A frame counts as received when it is handed over.
   *
   * @param bytes {@link #CUT_THROUGH_BYTES}, {@link #FRAGMENT_FREE_BYTES}, or another number from
   *     the destination on
   */
  public void takeEarly(int bytes) {
    if (bytes < CUT_THROUGH_BYTES) {
      throw new IllegalArgumentException(
          "a switch needs the first %d bytes to know the way, was %d"
              .formatted(CUT_THROUGH_BYTES, bytes));
    }
    earlyBytes = bytes;
  }

  /** How long after it was handed over the last bit of a frame arrives here. */
  public long untilWholeNs(Frame frame) {
    long bits = (frame.length() - bytesTaken(frame)) * 8L;
    return isFullDuplex()
        ? medium.map(m -> bits * 1_000_000_000L / m.bitsPerSecond()).orElse(0L)
        : 0;
  }

  /** How much of a frame arrives before it is handed over. */
  int bytesTaken(Frame frame) {
    return Math.min(frame.length(), earlyBytes);
  }

  /** Plugs the port into a medium, once. */
  void plug(Medium into) {
    if (medium.isPresent()) {
      throw new IllegalStateException(name + " is plugged in already");
    }
    medium = Optional.of(into);
    tracing.plug(into);
    holdOffered(into);
  }

  /** What was offered was sent, was dropped, waits, or is with the medium. */
  private void holdOffered(Medium into) {
    conservation.balance(
        "frames offered to " + name,
        List.of(Conservation.term("offered", () -> offered)),
        List.of(
            Conservation.term("sent", sent::total),
            Conservation.term("dropped", this::dropped),
            Conservation.term("waiting", queue::size),
            Conservation.term("not sent by the medium", into::notSent)));
  }

  /** What one port has sent over a link has met an end at the other, or is on the way. */
  void holdLink(EthernetPort to, LongSupplier inFlight) {
    conservation.balance(
        "frames from %s to %s".formatted(name, to.name),
        List.of(Conservation.term("sent", sent::total)),
        List.of(
            Conservation.term("received", to.received::total),
            Conservation.term("too long", to.tooLongIn::total),
            Conservation.term("damaged", to.damaged::total),
            Conservation.term("cut off", cutOff::total),
            Conservation.term("lost silently", lostSilently::total),
            Conservation.term("in flight", inFlight)));
  }

  /** Frames to be sent go to {@code discipline} first, which hands them on with {@link #queue}. */
  public void discipline(FrameSink discipline) {
    egress = discipline;
  }

  /**
   * Gives arriving frames to {@code device} first, from now on, which hands them up with {@link
   * #handUp} when it sees fit.
   */
  public void inlet(FrameSink device) {
    ingress = device;
  }

  /** What software has made of this port. */
  public Uppers uppers() {
    return uppers;
  }

  /** Hands a frame that has arrived to what software has made of the port, or who receives here. */
  public void handUp(Frame frame) {
    if (!uppers.take(frame)) {
      receiver.receive(this, frame);
    }
  }

  /** Sends a frame: to the discipline that stands before the queue, or else to the queue. */
  public void send(Frame frame) {
    egress.take(frame);
  }

  /**
   * Queues a frame to be sent, or drops and counts it where it is too long, the queue is full or
   * carrier is lacking.
   */
  public void queue(Frame frame) {
    offered++;
    if (!hasCarrier()) {
      noCarrier.increment();
    } else if (frame.length() > settings.longestFrame()) {
      tooLongOut.increment();
    } else if (queue.size() == settings.queueFrames()
        || frame.length() > settings.queueBytes() - queue.bytes()) {
      queueFull.increment();
    } else {
      queue.add(frame);
      if (queue.size() == 1) {
        medium.orElseThrow().ready(this);
      }
      recordQueueLength();
    }
  }

  /** A frame that finds the line free never waits, and costs no record. */
  private void recordQueueLength() {
    if (queueLength.level() != queue.size()) {
      queueLength.set(queue.size());
    }
  }

  /** Frames that were to be sent and were dropped here so far. */
  public long dropped() {
    return queueFull.total() + noCarrier.total() + tooLongOut.total();
  }

  /** Runs {@code whenRoom} each time that only so many frames wait any more, from now on. */
  public void onRoom(int frames, Runnable whenRoom) {
    queue.onRoom(frames, whenRoom);
  }

  /** How many wait. */
  public int queued() {
    return queue.size();
  }

  /** The next frame to send; one must wait. */
  Frame first() {
    return queue.first();
  }

  /** Takes out the next frame to send; one must wait. Called by the medium. */
  Frame next() {
    Frame frame = queue.remove();
    recordQueueLength();
    for (int i = 0; i < taps.size(); i++) {
      taps.get(i).sent(this, frame);
    }
    return frame;
  }

  /** A frame goes out, or has gone out on a shared medium. Called by the medium. */
  void sent(Frame frame) {
    sent.increment();
    sentBytes.add(frame.length());
  }

  /** A frame that was taken out never went out, for lack of carrier. Called by the medium. */
  void lostCarrier() {
    noCarrier.increment();
  }

  /** A frame has arrived; one that was damaged earlier is found out here if it is taken whole. */
  void arrive(Frame frame) {
    if (frame.length() > settings.longestFrame()) {
      tooLongIn.increment();
      return;
    } else if (frame.isDamaged() && earlyBytes == NOT_EARLY) {
      damaged.increment();
      return;
    }
    received.increment();
    for (int i = 0; i < taps.size(); i++) {
      taps.get(i).received(this, frame);
    }
    ingress.take(frame);
  }

  /** A frame has been damaged on the cable to this port. Called by the medium. */
  void arriveDamaged(Frame frame) {
    if (earlyBytes != NOT_EARLY) {
      arrive(frame.damaged());
    } else {
      damaged.increment();
    }
  }

  /** A fragment long enough for a frame has arrived. Called by the medium. */
  void heardFragment() {
    damaged.increment();
  }

  /** Frames on the wire went with the link. Called by the medium. */
  void cutOff(long frames) {
    cutOff.add(frames);
  }

  /** A cable that keeps carrier has lost frames that this port had sent. Called by the medium. */
  void lostSilently(long frames) {
    lostSilently.add(frames);
  }

  /** Carrier came or went: what waits is lost when it goes. Called by the medium. */
  void carrierChanged() {
    if (!hasCarrier()) {
      noCarrier.add(queue.size());
      while (queue.size() > 0) {
        queue.remove();
      }
      recordQueueLength();
    }
    carrierListeners.forEach(listener -> listener.carrierChanged(this));
    tracing.changed();
  }
}
