package vdcsim.hypervisor.migration.engine;

import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.Simulation;

/**
 * One machine on its way from one host to another, with all that its engine needs: the pages, the
 * channel, and the steps of which every migration is made (Clark et al. 2005, figure 1).
 */
public final class Session {
  private final VirtualMachine vm;
  private final Hypervisor to;
  private final Settings settings;
  private final DirtyPages pages;
  private final PageChannel channel;
  private final Meter meter;
  private final Simulation simulation;
  private double ranBefore;
  private double deliveredBefore;
  private double aheadBytes;
  private boolean wasRunning;
  private boolean handedOver;
  private boolean ended;

  /** A migration that has not begun. */
  public Session(
      VirtualMachine vm,
      Hypervisor to,
      Settings settings,
      DirtyPages pages,
      PageChannel channel,
      Meter meter,
      Simulation simulation) {
    this.vm = vm;
    this.to = to;
    this.settings = settings;
    this.pages = pages;
    this.channel = channel;
    this.meter = meter;
    this.simulation = simulation;
  }

  /** The run. */
  public Simulation simulation() {
    return simulation;
  }

  /** What the engine is told. */
  public Settings settings() {
    return settings;
  }

  /** What has still to be sent. */
  public DirtyPages pages() {
    return pages;
  }

  /** The way. */
  public PageChannel channel() {
    return channel;
  }

  /** What is told of it. */
  public Meter meter() {
    return meter;
  }

  /** Whether it is over. */
  public boolean hasEnded() {
    return ended;
  }

  /** Reserves the place, and opens the channel. */
  public void start(Engine engine) {
    meter.ordered();
    if (vm.isMigrating() || vm.on() == to || !to.admits(vm) || isOff()) {
      ended = true;
      meter.failed();
      return;
    }
    to.admit(vm);
    vm.depart();
    channel.open(settings.maxBytesPerSecond(), () -> begin(engine), () -> fail(engine));
  }

  private boolean isOff() {
    return vm.state() == VirtualMachine.State.STOPPED || vm.state() == VirtualMachine.State.DEFINED;
  }

  private void begin(Engine engine) {
    meter.stage("pre-copy");
    pages.fill();
    ranBefore = vm.ranSeconds();
    deliveredBefore = channel.delivered();
    meter.synchronizing();
    engine.begin();
  }

  /** Nothing got through for too long: before the machine was handed over, it stays. */
  private void fail(Engine engine) {
    ended = true;
    engine.failed();
    channel.close();
    if (handedOver) {
      // QEMU, docs/devel/migration/postcopy: the machine stands still until it is recovered.
      vm.pause();
    } else {
      to.release(vm);
      vm.arrive(vm.on());
      vm.throttle(1);
      if (wasRunning) {
        vm.resume();
      }
    }
    meter.failed();
  }

  /** Brings writes and deliveries up to this instant; the bytes that were delivered since. */
  public double settle() {
    double ran = vm.ranSeconds();
    if (!handedOver) {
      pages.run(ran - ranBefore);
    }
    ranBefore = ran;
    double before = deliveredBefore;
    pages.send(delivered());
    return deliveredBefore - before;
  }

  /** The bytes that were delivered since, less those that were handed over ahead. */
  public double delivered() {
    double delivered = channel.delivered();
    double news = delivered - deliveredBefore;
    double known = Math.min(aheadBytes, news);
    aheadBytes -= known;
    deliveredBefore = delivered;
    return news - known;
  }

  /** Hands pages over before the network has carried them, as far as so many bytes reach. */
  public void sendAhead(double bytes) {
    aheadBytes += bytes;
    pages.send(bytes);
  }

  /** Bytes that were handed over and have not been delivered. */
  public double aheadBytes() {
    return aheadBytes;
  }

  /** Merges the log of written pages into what waits; settled before. Returns pages in the log. */
  public double synchronize() {
    double logged = pages.logged();
    meter.synchronizing();
    pages.synchronize();
    return logged;
  }

  /** How often the log was looked at, the first time included. */
  public int synchronizations() {
    return meter.synchronizations();
  }

  /** The machine stands still at its source. */
  public void pause() {
    settle();
    wasRunning = vm.state() == VirtualMachine.State.RUNNING;
    vm.pause();
    meter.paused();
    meter.stage("stop-and-copy");
  }

  /** Takes this share of the time from the guest's processors. */
  public void throttle(double share) {
    vm.throttle(1 - share);
    meter.throttled(share);
  }

  /** The guest waits for pages, and runs this share of the time. */
  public void slow(double share) {
    vm.throttle(share);
  }

  /** How long the guest has run. */
  public double ranSeconds() {
    return vm.ranSeconds();
  }

  /** So many page faults went over the network. */
  public void faults(double more) {
    meter.faults(more);
  }

  /**
   * Pauses, sends all that waits and the state of the devices as fast as the link goes, and hands
   * over: stop-and-copy, commitment and activation.
   */
  public void stopAndCopy() {
    pause();
    synchronize();
    pages.last();
    channel.cap(Double.POSITIVE_INFINITY);
    double end = channel.delivered() + aheadBytes + pages.cost() + settings.deviceBytes();
    channel.whenDelivered(end, () -> activate(this::complete));
  }

  /** The machine runs at the destination after its activation, and {@code then} follows. */
  public void activate(Runnable then) {
    settle();
    meter.stage("activation");
    simulation.schedule(settings.activationNs(), () -> handOver(then));
  }

  private void handOver(Runnable then) {
    handedOver = true;
    vm.arrive(to);
    vm.throttle(1);
    if (wasRunning) {
      vm.resume();
    }
    meter.resumed();
    then.run();
  }

  /** All is done. */
  public void complete() {
    ended = true;
    channel.close();
    vm.throttle(1);
    meter.completed();
  }
}
