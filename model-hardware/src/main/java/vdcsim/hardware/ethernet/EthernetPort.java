package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/**
 * An Ethernet end: a queue and a transmitter on the way out, a receiver on the way in.
 *
 * <p>Metrics, below the port's name: {@code sent} and {@code received} frames, {@code sent-bytes},
 * {@code dropped-queue-full}, {@code dropped-no-carrier}, {@code damaged} on arrival, {@code
 * cut-off} on the wire when the link failed, {@code queue-length}, and {@code utilisation} of the
 * line.
 */
public final class EthernetPort {
  private final String name;
  private final MacAddress address;
  private final int queueLimit;
  private final FrameQueue queue = new FrameQueue();
  private final List<CarrierListener> carrierListeners = new ArrayList<>();
  private final Counter sent;
  private final Counter sentBytes;
  private final Counter received;
  private final Counter queueFull;
  private final Counter noCarrier;
  private final Counter damaged;
  private final Counter cutOff;
  private final TimeWeighted queueLength;
  private FrameReceiver receiver = (port, frame) -> {};
  private Optional<Medium> medium = Optional.empty();

  /**
   * A port, not plugged in.
   *
   * @param name the device's name, a dot, and the port's, as {@code s1.p1}
   * @param queueLimit how many frames may wait, the one on the wire apart
   */
  public EthernetPort(Simulation simulation, String name, MacAddress address, int queueLimit) {
    this.name = name;
    this.address = address;
    if (queueLimit < 1) {
      throw new IllegalArgumentException("a queue holds at least 1 frame, was " + queueLimit);
    }
    this.queueLimit = queueLimit;
    Metrics metrics = simulation.metrics();
    this.sent = metrics.counter(name + ".sent", Unit.FRAMES);
    this.sentBytes = metrics.counter(name + ".sent-bytes", Unit.BYTES);
    this.received = metrics.counter(name + ".received", Unit.FRAMES);
    this.queueFull = metrics.counter(name + ".dropped-queue-full", Unit.FRAMES);
    this.noCarrier = metrics.counter(name + ".dropped-no-carrier", Unit.FRAMES);
    this.damaged = metrics.counter(name + ".damaged", Unit.FRAMES);
    this.cutOff = metrics.counter(name + ".cut-off", Unit.FRAMES);
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

  /** The port's own address. */
  public MacAddress address() {
    return address;
  }

  /** The rate of what it is plugged into, in bits per second; nothing if it is not. */
  public Optional<Long> bitsPerSecond() {
    return medium.map(Medium::bitsPerSecond);
  }

  /** Whether it is plugged into something. */
  public boolean isPlugged() {
    return medium.isPresent();
  }

  /** Whether bits can go out. */
  public boolean hasCarrier() {
    return medium.isPresent() && medium.get().isUp();
  }

  /** Gives all arriving frames to {@code newReceiver} from now on. */
  public void onReceive(FrameReceiver newReceiver) {
    receiver = newReceiver;
  }

  /** Tells {@code listener} of every change of carrier from now on. */
  public void onCarrier(CarrierListener listener) {
    carrierListeners.add(listener);
  }

  /** Plugs the port into a medium, once. */
  void plug(Medium into) {
    if (medium.isPresent()) {
      throw new IllegalStateException(name + " is plugged in already");
    }
    medium = Optional.of(into);
  }

  /** Moves the port to the medium that its own has become part of. */
  void replug(Medium into) {
    medium = Optional.of(into);
  }

  /** Sends a frame, or drops and counts it where the queue is full or carrier is lacking. */
  public void send(Frame frame) {
    if (!hasCarrier()) {
      noCarrier.increment();
    } else if (queue.size() == queueLimit) {
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

  /** How many frames wait. */
  public int queued() {
    return queue.size();
  }

  /** Takes out the next frame to send; one must wait. Called by the medium. */
  Frame next() {
    Frame frame = queue.remove();
    recordQueueLength();
    sent.increment();
    sentBytes.add(frame.length());
    return frame;
  }

  /** A frame has arrived whole. Called by the medium. */
  void arrive(Frame frame) {
    received.increment();
    receiver.receive(this, frame);
  }

  /** A frame has arrived with a wrong check sequence. Called by the medium. */
  void arriveDamaged() {
    damaged.increment();
  }

  /** A frame that this port had sent was on the wire when the link failed. Called by the medium. */
  void cutOff() {
    cutOff.increment();
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
  }
}
