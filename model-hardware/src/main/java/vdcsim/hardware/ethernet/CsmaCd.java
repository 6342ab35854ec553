package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The MAC of a half-duplex station: carrier sense, multiple access, collision detection (IEEE
 * 802.3-2018, 4.2.3.2 and 4.2.8).
 *
 * <p>Deference: a frame waits while the station senses a signal, and for the inter-frame gap after
 * it. A signal within the first two thirds of the gap starts the gap anew, unless the station
 * itself was the last to send; one that comes later does not keep a waiting frame back, so that all
 * wait equally long (4.2.3.2.1).
 *
 * <p>A collision while sending: preamble and jam are completed, then the station waits for a random
 * number of slots below 2^k, where k is the number of attempts so far, 10 at most, and defers anew
 * (4.2.3.2.5). After 16 attempts the frame is dropped. A late collision is retried as any other, as
 * the standard has it up to 100 Mb/s.
 */
final class CsmaCd implements Medium, EventHandler {
  /** How often a frame is tried (Table 4-2, attemptLimit). */
  static final int ATTEMPT_LIMIT = 16;

  private static final int GAP_OVER = 0;
  private static final int BACKED_OFF = 1;
  private static final int SILENT = 2;
  private static final int FIRST = -1;

  private final Simulation simulation;
  private final EthernetPort port;
  private final HalfDuplexTimes times;
  private final BackOff backOff;
  private final HalfDuplexMeter meter;
  private final Reception reception;
  private final Copies copies;
  private SharedCable cable;
  private Reach reach;
  private int reachLayout = -1;
  private boolean up;

  private State state = State.IDLE;
  private Frame frame;
  private Transmission transmission;
  private int attempts;
  private long firstInLineNs;
  private long beganNs;
  private long event;

  private int signals;
  private boolean sentMyself;
  private boolean gapIsMine;
  private long gapFirmNs;
  private long gapEndNs;

  private enum State {
    /** No frame to send. */
    IDLE,
    /** A frame waits for silence and the gap. */
    DEFERRING,
    SENDING,
    /** Completing preamble and jam after a collision. */
    JAMMING,
    BACKING_OFF
  }

  CsmaCd(Simulation simulation, EthernetPort port, long bitsPerSecond) {
    this.simulation = simulation;
    this.port = port;
    this.times = HalfDuplexTimes.at(bitsPerSecond);
    this.backOff = new BackOff(simulation.random().stream(port.name() + ".backoff"));
    this.meter = new HalfDuplexMeter(simulation.metrics(), port.name());
    this.reception = new Reception(port, meter, times);
    this.copies = new Copies(port.name(), simulation.conservation());
  }

  /** Connects the station, once. */
  void attach(SharedCable stationCable) {
    cable = stationCable;
    up = cable.isUp();
  }

  SharedCable cable() {
    return cable;
  }

  EthernetPort port() {
    return port;
  }

  /** What became of the frames that the station has sent, for each station that hears it. */
  Copies copies() {
    return copies;
  }

  /** Who hears the station; worked out anew when the cables of the medium have changed. */
  Reach reach(int layout) {
    if (reachLayout != layout) {
      reach = Reach.of(cable);
      reachLayout = layout;
    }
    return reach;
  }

  private CollisionDomain domain() {
    return cable.near().domain();
  }

  @Override
  public long bitsPerSecond() {
    return times.bitsPerSecond();
  }

  @Override
  public boolean isUp() {
    return up;
  }

  @Override
  public long notSent() {
    return meter.givenUp() + (state == State.IDLE ? 0 : 1);
  }

  @Override
  public List<Tracing.Hearing> heard(EthernetPort from) {
    Reach heard = domain().reach(this);
    List<Tracing.Hearing> hearings = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      hearings.add(new Tracing.Hearing(heard.listener(i).port(), heard.delayNs(i)));
    }
    return hearings;
  }

  @Override
  public String channel(EthernetPort from) {
    return domain().name();
  }

  @Override
  public boolean isFullDuplex() {
    return false;
  }

  @Override
  public void enabledChanged(EthernetPort changed) {
    domain().change();
  }

  /** Carrier in the sense of a link that works; a waiting frame is lost when it goes. */
  void updateCarrier() {
    if (up == cable.isUp()) {
      return;
    }
    up = !up;
    if (!up && (state == State.DEFERRING || state == State.BACKING_OFF)) {
      simulation.cancel(event);
      state = State.IDLE;
      port.lostCarrier();
    }
    port.carrierChanged();
  }

  @Override
  public void ready(EthernetPort from) {
    if (state == State.IDLE) {
      takeNext();
    }
  }

  private void takeNext() {
    frame = port.next();
    attempts = 0;
    firstInLineNs = simulation.now();
    if (signals > 0 || (simulation.now() < gapEndNs && !gapIsMine)) {
      meter.deferred();
    }
    defer();
  }

  /** A frame goes out as soon as there was silence for a gap (4.2.8, process Deference). */
  private void defer() {
    state = State.DEFERRING;
    if (simulation.now() < gapEndNs) {
      event = schedule(gapEndNs - simulation.now(), GAP_OVER);
    } else if (signals == 0) {
      begin();
    }
  }

  private void begin() {
    state = State.SENDING;
    attempts++;
    beganNs = simulation.now();
    reception.talkOver();
    transmission = domain().begin(this, frame);
    event = simulation.schedule(times.frameNs(frame), FIRST, this, SILENT, 0, frame);
    if (signals > 0) {
      collide();
    }
  }

  private void collide() {
    state = State.JAMMING;
    transmission.abort();
    long sinceBegin = simulation.now() - beganNs;
    meter.collided(sinceBegin >= times.slotNs());
    domain().collision();
    long preambleLeft = Math.max(0, times.preambleNs() - sinceBegin);
    simulation.reschedule(event, preambleLeft + times.jamNs());
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case GAP_OVER -> begin();
      case BACKED_OFF -> defer();
      default -> fallSilent();
    }
  }

  /** The last bit of the frame or of the jam is out. */
  private void fallSilent() {
    boolean sent = state == State.SENDING;
    domain().end(transmission);
    sentMyself = true;
    if (signals == 0) {
      startGap();
    }
    if (sent) {
      copies.sent(transmission.reach().size());
      port.sent(frame);
      port.lostSilently(transmission.reach().deaf());
      meter.sent(attempts, beganNs - firstInLineNs);
      finish();
    } else if (!up) {
      port.lostCarrier();
      finish();
    } else if (attempts == ATTEMPT_LIMIT) {
      meter.gaveUp(attempts);
      finish();
    } else {
      backOff();
    }
  }

  private void finish() {
    state = State.IDLE;
    if (port.queued() > 0) {
      takeNext();
    }
  }

  private void backOff() {
    state = State.BACKING_OFF;
    event = schedule(backOff.slots(attempts) * times.slotNs(), BACKED_OFF);
  }

  private void startGap() {
    gapIsMine = sentMyself;
    sentMyself = false;
    gapFirmNs = simulation.now() + (gapIsMine ? 0 : times.restartableNs());
    gapEndNs = simulation.now() + times.gapNs();
    if (state == State.DEFERRING) {
      event = schedule(times.gapNs(), GAP_OVER);
    }
  }

  private long schedule(long delayNs, int kind) {
    return simulation.schedule(
        delayNs, Simulation.NORMAL_PRIORITY, this, kind, 0, Simulation.NO_REFERENCE);
  }

  /** Another station's signal has come. */
  void signalBegins(Transmission from) {
    signals++;
    boolean sending = state == State.SENDING || state == State.JAMMING;
    reception.begins(from, signals, sending, simulation.now());
    if (state == State.SENDING) {
      collide();
    } else if (signals == 1 && simulation.now() < gapFirmNs) {
      gapEndNs = simulation.now();
      if (state == State.DEFERRING) {
        simulation.cancel(event);
      }
    }
  }

  /** Another station's signal has gone. */
  void signalEnds(Transmission from) {
    signals--;
    boolean sending = state == State.SENDING || state == State.JAMMING;
    if (signals == 0 && !sending && simulation.now() >= gapEndNs) {
      startGap();
    }
    reception.ends(from, signals, simulation.now());
  }
}
