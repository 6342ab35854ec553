package vdcsim.hypervisor.vm;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import vdcsim.hypervisor.boot.Boot;
import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.vnic.Home;
import vdcsim.hypervisor.vnic.VirtualCards;
import vdcsim.kernel.metric.Latest;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stack;

/**
 * A virtual machine, which is somewhere and does something.
 *
 * <p>Metrics, below its name: {@code state} and {@code place}, the courses of both, and, if it says
 * how it boots, {@code boot-time}, from the order to start until it was ready, the last time.
 */
public final class VirtualMachine {
  private static final double NS = 1e-9;
  private static final Runnable NOBODY = new Nobody();

  private final String name;
  private final VmSpec spec;
  private final World world;
  private final StateLog states;
  private final StateLog places;

  /** None where it is ready at once. */
  private final Optional<Latest> bootTime;

  private final VirtualCards cards;

  private Runnable watchers = NOBODY;

  private Optional<DoubleSupplier> work = Optional.empty();
  private Hypervisor on;
  private State state = State.DEFINED;
  private boolean migrating;
  private double speed = 1;
  private Optional<Boot> boot = Optional.empty();
  private double ranSeconds;
  private long sinceNs;

  /** Watches nothing. */
  private static final class Nobody implements Runnable {
    @Override
    public void run() {
      // Nobody wants to know.
    }
  }

  /** What a machine does; that it migrates comes on top. */
  public enum State {
    /** It has its place, and has not been started. */
    DEFINED,
    /** It starts, and is not ready. */
    BOOTING,
    RUNNING,
    /** Its processors are halted, its memory stays. */
    PAUSED,
    /** It is in a file, and its host has its memory back. */
    SAVED,
    /** It was switched off, and keeps its place. */
    STOPPED,
    /** It was switched off for good, and its host has its memory back. */
    DESTROYED,
    /** Its memory is lost. */
    CRASHED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Whether it has no memory that is in use. */
    public boolean isOff() {
      return switch (this) {
        case RUNNING, PAUSED -> false;
        case DEFINED, BOOTING, SAVED, STOPPED, DESTROYED, CRASHED -> true;
      };
    }
  }

  private VirtualMachine(String name, VmSpec spec, VirtualCards cards, Hypervisor on, World world) {
    this.name = name;
    this.cards = cards;
    this.spec = spec;
    this.on = on;
    this.world = world;
    Metrics metrics = world.simulation().metrics();
    this.states = metrics.states(name, ".state");
    this.places = metrics.states(name, ".place");
    this.bootTime = spec.boot().map(b -> metrics.latest(name, ".boot-time", Unit.NANOSECONDS));
    note();
  }

  /** Makes a machine; its host must have been made when it is connected. */
  public static Wiring make(String name, VmSpec spec, World world) {
    Home home = new Home(spec.on(), spec.memory().bytes());
    VirtualCards cards = VirtualCards.make(name, spec.nics(), home, world);
    world.add(name, spec);
    return () -> {
      Hypervisor on = Placement.of(world).place(spec);
      VirtualMachine made = new VirtualMachine(name, spec, cards, on, world);
      on.admit(made);
      cards.attach(on.host());
      world.add(name, made);
      if (spec.started()) {
        made.start();
      }
    };
  }

  /**
   * The hypervisor of a host.
   *
   * @throws Refusal if the host has none
   */
  public static Hypervisor hypervisor(String key, String host, World world) {
    Optional<Hypervisor> found = world.find(host, Hypervisor.class);
    return found.orElseThrow(
        () ->
            new Refusal(
                key,
                "'%s' runs no virtual machines: it needs 'hypervisor: { memory: ... }'"
                    .formatted(host)));
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Where it is. */
  public Hypervisor on() {
    return on;
  }

  /** What it does. */
  public State state() {
    return state;
  }

  /** Whether it is on its way to another host. */
  public boolean isMigrating() {
    return migrating;
  }

  /** Its virtual processors. */
  public int vcpus() {
    return spec.vcpus();
  }

  /** Its memory. */
  public long memoryBytes() {
    return spec.memory().bytes();
  }

  /** Its pages, and how they are written. */
  public Memory memory() {
    return spec.layout();
  }

  /** Its network cards. */
  public VirtualCards cards() {
    return cards;
  }

  /**
   * How long its processors have run, throttled time only in part; what they have computed, where
   * its writes follow that.
   */
  public double ranSeconds() {
    if (work.isPresent() && memory().followsWork()) {
      return work.get().getAsDouble();
    }
    settle();
    return ranSeconds;
  }

  /** Its virtual processors tell for how long each has had a processor, in the mean. */
  public void computes(DoubleSupplier seconds) {
    if (work.isEmpty()) {
      work = Optional.of(seconds);
    }
  }

  private void settle() {
    long now = now();
    ranSeconds += state == State.RUNNING ? speed * (now - sinceNs) * NS : 0;
    sinceNs = now;
  }

  private long now() {
    return world.simulation().now();
  }

  /** Its processors run this share of the time from now on. */
  public void throttle(double share) {
    settle();
    speed = share;
    tell();
  }

  /** The share of the time in which its processors may run. */
  public double speed() {
    return speed;
  }

  /** Runs {@code watcher} whenever its state, its place or its speed may have changed. */
  public void watch(Runnable watcher) {
    Runnable before = watchers;
    // A list of one would cost 24 bytes a machine (DatacentreScale).
    watchers =
        before == NOBODY
            ? watcher
            : () -> {
              before.run();
              watcher.run();
            };
  }

  /** Its clock, and what waits for it, halt while it is paused or lies in a file. */
  private void keepTime(Stack guest) {
    if (state == State.PAUSED || state == State.SAVED) {
      guest.clock().halt(spec.clock() == GuestClock.STANDS_STILL);
    } else {
      guest.clock().go();
    }
  }

  private void tell() {
    world.find(name, Stack.class).ifPresent(this::keepTime);
    watchers.run();
  }

  /** Starts it if it is off; one that is paused goes on. */
  public void start() {
    switch (state) {
      case DEFINED, STOPPED, CRASHED -> boot();
      case PAUSED -> enter(State.RUNNING);
      case BOOTING, RUNNING, SAVED, DESTROYED -> {
        // Nothing to start.
      }
    }
  }

  private void boot() {
    if (spec.boot().isEmpty()) {
      enter(State.RUNNING);
      return;
    }
    long startNs = now();
    enter(State.BOOTING);
    Boot begun =
        new Boot(
            spec.boot().get(),
            world.simulation(),
            on.worker(name + ".boot"),
            on.images(),
            states::enter,
            () -> {
              bootTime.ifPresent(time -> time.set((double) (now() - startNs)));
              enter(State.RUNNING);
            });
    boot = Optional.of(begun);
    begun.next();
  }

  /** Halts its processors. */
  public void pause() {
    if (state == State.RUNNING) {
      enter(State.PAUSED);
    }
  }

  /** Lets a paused machine go on. */
  public void resume() {
    if (state == State.PAUSED) {
      enter(State.RUNNING);
    }
  }

  /** Switches it off; it keeps its place. */
  public void stop() {
    if (state != State.SAVED && state != State.DESTROYED) {
      enter(State.STOPPED);
    }
  }

  /** Switches it off for good, and gives its place back. */
  public void destroy() {
    enter(State.DESTROYED);
    on.release(this);
  }

  /** It has been written to a file. */
  public void saved() {
    enter(State.SAVED);
    on.release(this);
  }

  /** It gets a place again, and stands still until it has been read. */
  public void restoreAt(Hypervisor place) {
    place.admit(this);
    on = place;
    cards.attach(place.host());
    enter(State.PAUSED);
  }

  /** Its memory is lost, and with it all that it did. */
  public void crash() {
    migrating = false;
    enter(State.CRASHED);
  }

  /** A migration begins. */
  public void depart() {
    migrating = true;
    note();
  }

  /** Its migration has ended, and it is at {@code place}. */
  public void arrive(Hypervisor place) {
    if (place != on) {
      on.release(this);
    }
    on = place;
    migrating = false;
    cards.attach(place.host());
    note();
    tell();
  }

  private void enter(State next) {
    settle();
    boot.ifPresent(Boot::giveUp);
    boot = Optional.empty();
    state = next;
    cards.hold(state != State.RUNNING);
    note();
    tell();
  }

  private void note() {
    states.enter(migrating && state == State.RUNNING ? "migrating" : state.word);
    places.enter(on.host());
  }
}
