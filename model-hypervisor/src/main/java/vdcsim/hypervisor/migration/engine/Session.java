package vdcsim.hypervisor.migration.engine;

import java.util.Optional;
import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.Simulation;

/**
 * One machine on its way from one host to another, with all that its engine needs: the pages, the
 * channel, and the stages of which every migration is made (Clark et al. 2005, figure 1). Until the
 * commitment the source has all of the machine, so that it goes on there whatever breaks. Then the
 * destination has all of it, and nothing that breaks matters; but in post-copy pages are at both
 * ends, and the machine needs the way until the last has come.
 */
public final class Session {
  private static final double NS = 1e-9;

  /** A byte in a second, while devices come to rest. */
  private static final double NOTHING = 1;

  private final VirtualMachine vm;
  private final Hypervisor from;
  private final Hypervisor to;
  private final Settings settings;
  private final DirtyPages pages;
  private final PageChannel channel;
  private final Optional<Storage> storage;
  private final Sending sending;
  private final Meter meter;
  private final Simulation simulation;
  private Runnable whenEnded = () -> {};
  private Runnable committed = () -> {};
  private Runnable stopWaiting = () -> {};
  private boolean reserved;
  private boolean stopped;
  private boolean wasRunning;
  private boolean committing;
  private boolean interrupted;
  private boolean pagesFollow;
  private boolean ended;

  /** A migration that has not begun, from where the machine is now. */
  public Session(
      VirtualMachine vm,
      Hypervisor to,
      Settings settings,
      DirtyPages pages,
      PageChannel channel,
      Optional<Storage> storage,
      Meter meter,
      Simulation simulation) {
    this.vm = vm;
    this.from = vm.on();
    this.to = to;
    this.settings = settings;
    this.pages = pages;
    this.channel = channel;
    this.storage = storage;
    this.sending = new Sending(vm, pages, channel, settings.maxBytesPerSecond());
    this.meter = meter;
    this.simulation = simulation;
  }

  /** The run. */
  public Simulation simulation() {
    return simulation;
  }

  /** The machine. */
  public VirtualMachine vm() {
    return vm;
  }

  /** What the engine is told. */
  public Settings settings() {
    return settings;
  }

  /** What has still to be sent. */
  public DirtyPages pages() {
    return pages;
  }

  /** What goes over the way. */
  public Sending sending() {
    return sending;
  }

  /** The way. */
  public PageChannel channel() {
    return channel;
  }

  /** Whether it is over. */
  public boolean hasEnded() {
    return ended;
  }

  /** Runs {@code what} when it is over, well or not. */
  public void whenEnded(Runnable what) {
    whenEnded = what;
  }

  /** Asks the destination, and goes on from there. */
  public void start(Engine engine) {
    meter.ordered(from.host(), to.host());
    Optional<String> refusal = refusal();
    if (refusal.isPresent()) {
      end(() -> meter.failed(refusal.get()));
      return;
    }
    vm.depart();
    channel.whenGoingOn(this::commitAgain);
    channel.open(settings.maxBytesPerSecond(), () -> reserve(engine), () -> broken(engine));
  }

  private Optional<String> refusal() {
    if (vm.isMigrating()) {
      return Optional.of("it is on its way already");
    }
    return from == to || vm.state().isOff()
        ? Optional.of("it does not run elsewhere")
        : vm.cards().obstacle(to.host());
  }

  private void end(Runnable told) {
    ended = true;
    stopWaiting.run();
    channel.close();
    storage.ifPresent(s -> meter.storage(s.sentBytes()));
    storage.ifPresent(Storage::close);
    told.run();
    whenEnded.run();
  }

  private void reserve(Engine engine) {
    meter.stage(Stage.RESERVATION);
    if (!to.admits(vm)) {
      backToSource("the destination has no room");
      return;
    }
    to.admit(vm);
    reserved = true;
    if (storage.isPresent()) {
      meter.stage(Stage.STORAGE);
      channel.close();
      storage.get().copy(() -> openForPages(engine), () -> broken(engine));
    } else {
      begin(engine);
    }
  }

  private void openForPages(Engine engine) {
    channel.open(settings.maxBytesPerSecond(), () -> begin(engine), () -> broken(engine));
  }

  private void begin(Engine engine) {
    Unplugging unplugging =
        new Unplugging(
            vm.cards(),
            simulation,
            () -> beginToCopy(engine),
            // QEMU goes on waiting; whoever ordered the migration cancels it.
            () -> backToSource("the guest did not give up its device"));
    stopWaiting = unplugging::stop;
    if (unplugging.begin(channel.giveUpNs())) {
      meter.stage(Stage.WAIT_UNPLUG);
    } else {
      beginToCopy(engine);
    }
  }

  private void beginToCopy(Engine engine) {
    meter.stage(Stage.PRE_COPY);
    pages.fill();
    sending.begin();
    meter.synchronizing();
    engine.begin();
  }

  /** Nothing got through for too long. */
  private void broken(Engine engine) {
    if (ended) {
      return;
    }
    engine.failed();
    if (!sending.hasLeft()) {
      backToSource("the way broke");
    } else {
      // QEMU, docs/devel/migration/postcopy: it stands still until it is recovered.
      interrupted = true;
      channel.close();
      vm.pause();
      meter.interrupted("the way broke while pages were missing");
    }
  }

  private void backToSource(String reason) {
    committing = false;
    if (reserved) {
      to.release(vm);
    }
    vm.arrive(from);
    vm.throttle(1);
    if (stopped) {
      resume();
    }
    end(() -> meter.failed(reason));
  }

  private void resume() {
    if (wasRunning) {
      vm.resume();
    }
    meter.resumed();
  }

  /** Goes on after a break behind the hand-over, over a new connection. */
  public void recover(Engine engine) {
    if (!interrupted) {
      return;
    }
    interrupted = false;
    channel.open(
        settings.maxBytesPerSecond(),
        () -> {
          meter.stage(Stage.POST_COPY);
          if (wasRunning) {
            vm.resume();
          }
          engine.recovered();
        },
        () -> broken(engine));
  }

  /** A host went down with all that it had. */
  public void crashed(Hypervisor host, Engine engine) {
    boolean isLost = sending.hasLeft() || host == from;
    if (ended || !isLost || (host != from && host != to)) {
      // What a destination had of a machine that runs elsewhere is no loss: the source sees that
      // nothing gets through.
      return;
    }
    engine.failed();
    if (!sending.hasLeft() && reserved) {
      to.release(vm);
    }
    vm.crash();
    end(() -> meter.failed(host.host() + " went down with pages of the machine"));
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

  /** The machine stands still at its source, and {@code then} follows as soon as its devices do. */
  public void pause(Runnable then) {
    sending.settle();
    wasRunning = vm.state() == VirtualMachine.State.RUNNING;
    stopped = true;
    vm.pause();
    meter.paused();
    meter.stage(Stage.STOP_AND_COPY);
    synchronize();
    pages.last();
    if (settings.suspendNs() == 0) {
      copyRest(then);
    } else {
      // What lies in the buffer goes on its way meanwhile.
      if (sending.queued() < channel.bytesPerSecond() * settings.suspendNs() * NS) {
        channel.cap(NOTHING);
      }
      simulation.schedule(settings.suspendNs(), () -> copyRest(then));
    }
  }

  private void copyRest(Runnable then) {
    if (!ended) {
      sending.settle();
      channel.cap(settings.maxBytesPerSecond());
      meter.part("last-copy");
      then.run();
    }
  }

  /** Takes this share of the time from the guest's processors. */
  public void throttle(double share) {
    vm.throttle(1 - share);
    meter.throttled(share);
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
    pause(this::sendRest);
  }

  private void sendRest() {
    double queued = sending.queued();
    double cost = pages.cost();
    double rest = cost + settings.deviceBytes();
    channel.cap(Double.POSITIVE_INFINITY);
    double now = channel.delivered();
    double end = now + sending.aheadBytes() + cost;
    SendBuffer buffer = settings.buffer();
    double unwritten = Math.min(end - now, buffer.untilWritten(queued, rest));
    Runnable written =
        () -> {
          meter.written(buffer.copyNs(rest));
          channel.whenDelivered(end, () -> sendDevices(this::complete));
        };
    if (unwritten == 0) {
      written.run();
    } else {
      channel.whenDelivered(now + unwritten, written);
    }
  }

  /** The state of processors and devices goes, and is committed; {@code then} follows. */
  public void sendDevices(Runnable then) {
    sending.settle();
    meter.part("device-state");
    double end = channel.delivered() + sending.queued() + settings.deviceBytes();
    channel.whenDelivered(end, () -> commit(then));
  }

  /** The destination says that it has all, and hears that the source gives its copy up. */
  private void commit(Runnable then) {
    sending.settle();
    meter.stage(Stage.COMMITMENT);
    meter.part("commitment");
    committing = true;
    committed = then;
    commitAgain();
  }

  private void commitAgain() {
    if (committing && !channel.isStalled()) {
      simulation.schedule(channel.roundTripNs(), this::activate);
    }
  }

  private void activate() {
    if (!committing || channel.isStalled()) {
      return;
    }
    committing = false;
    sending.leave();
    meter.stage(Stage.ACTIVATION);
    meter.part("activation");
    if (!pagesFollow) {
      channel.close();
    }
    simulation.schedule(settings.activationNs(), this::arrive);
  }

  private void arrive() {
    if (ended) {
      return;
    }
    vm.arrive(to);
    vm.throttle(1);
    resume();
    if (pagesFollow) {
      meter.stage(Stage.POST_COPY);
    }
    committed.run();
  }

  /** Pages will follow the machine. */
  public void leavePagesBehind() {
    pagesFollow = true;
  }

  /** All is done. */
  public void complete() {
    vm.throttle(1);
    end(meter::completed);
  }
}
