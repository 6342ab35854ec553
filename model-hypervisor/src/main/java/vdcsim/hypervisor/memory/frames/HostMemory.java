package vdcsim.hypervisor.memory.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.Refusal;

/**
 * The memory of a host: what of it is promised to machines, and its frames, 4096 bytes each, with
 * whose they are. Which frame comes next follows no order that a guest could see. The host's own
 * table says for each frame that a guest has which of the guest's frames it is (Xen's
 * machine-to-physical map).
 *
 * <p>What is promised is kept free for the machine that has the promise, unless the host
 * {@linkplain #overcommit over-commits}: then a machine has the frames that it was given, and no
 * others. The monitor's tables lie in memory of its own, behind that of the guests, and take
 * nothing of it.
 */
public final class HostMemory {
  /** Nobody has the frame. */
  public static final int NOBODY = 0;

  /** The monitor has the frame, for tables of its own. */
  public static final int MONITOR = 1;

  /** Several guests have the frame, whose pages hold the same. */
  public static final int SHARED = 2;

  /** There is no frame. */
  public static final int NONE = -1;

  private static final int PAGE_BYTES = 4096;

  private final long bytes;
  private final Supplier<RandomStream> random;

  /** One, as soon as somebody wants a frame: most hosts never give one. */
  private Optional<Given> given = Optional.empty();

  private long promisedBytes;
  private boolean overcommits;
  private long reserved;
  private long used;

  /** Frames of owners that have no promise. */
  private long loose;

  /** Frames that were given, by whom they were given to. */
  private static final class Given {
    final FramePool pool;
    final FramePool monitorPool;
    final FrameNotes notes = new FrameNotes();
    final List<Owner> owners =
        new ArrayList<>(
            List.of(new Owner("nobody"), new Owner("the monitor"), new Owner("several")));
    final long monitorsFirst;
    long monitorFrame;

    Given(long frames, RandomStream random) {
      Scatter scatter = new Scatter(random);
      pool = new FramePool(frames, scatter);
      // As much as guests have is far more than their tables can take.
      monitorPool = new FramePool(Math.max(frames, 1L << 18), scatter);
      monitorsFirst = (frames + (1L << 18) - 1) >>> 18 << 18;
    }
  }

  /** Somebody who can have frames. */
  private static final class Owner {
    final String name;
    long promised;
    long taken;

    Owner(String name) {
      this.name = name;
    }
  }

  /**
   * All of it free.
   *
   * @param bytes how much there is for guests
   * @param random what scatters frames; asked for when the first is given
   */
  public HostMemory(long bytes, Supplier<RandomStream> random) {
    this.bytes = bytes;
    this.random = random;
  }

  private Given given() {
    if (given.isEmpty()) {
      Given made = new Given(frames(), random.get());
      given = Optional.of(made);
      made.monitorFrame = take(MONITOR, 0);
    }
    return given.get();
  }

  /** All of it, whoever has it. */
  public long bytes() {
    return bytes;
  }

  /** How many frames there are for guests. */
  public long frames() {
    return bytes / PAGE_BYTES;
  }

  /** From now on frames are given as long as there are some, whatever is promised. */
  public void overcommit() {
    overcommits = true;
  }

  /** Promises so much to a machine; whether there is so much is the asker's to see. */
  public void promise(long toMachine) {
    promisedBytes += toMachine;
  }

  /** Takes a promise back. */
  public void withdraw(long ofMachine) {
    promisedBytes -= ofMachine;
  }

  /** What is not promised; less than nothing where more is promised than there is. */
  public long unpromised() {
    return bytes - promisedBytes;
  }

  /**
   * What can still be promised: what is not, and has not been given to somebody without a promise;
   * less than nothing where the host over-commits.
   */
  public long promisable() {
    return overcommits ? unpromised() : unpromised() - (loose + reserved) * PAGE_BYTES;
  }

  /** Sets frames aside, or gives them up again, for what the hypervisor needs beside machines. */
  public void reserve(long more) {
    reserved += more;
  }

  /** Frames that were set aside. */
  public long reserved() {
    return reserved;
  }

  /** Frames that can be given to somebody who has no promise. */
  public long free() {
    long kept = overcommits ? frames() : unpromised() / PAGE_BYTES;
    return kept - reserved - loose;
  }

  /** A frame that the monitor has from the beginning. */
  public long monitorFrame() {
    return given().monitorFrame;
  }

  /** Somebody who can have frames, as long as some are free; the number that stands for it. */
  public int newOwner(String name) {
    return newOwner(name, 0);
  }

  /** Somebody who can have as many frames as it was promised, and no more. */
  public int newOwner(String name, long promisedFrames) {
    Owner owner = new Owner(name);
    owner.promised = overcommits ? 0 : promisedFrames;
    given().owners.add(owner);
    return given().owners.size() - 1;
  }

  /** Whose number it is. */
  public String ownerName(int owner) {
    return given().owners.get(owner).name;
  }

  /** How many frames somebody has, the monitor's included. */
  public long used() {
    return used;
  }

  /** How many frames those have who have no promise. */
  public long unpromisedTaken() {
    return loose;
  }

  /** How many frames an owner has. */
  public long taken(int owner) {
    return given().owners.get(owner).taken;
  }

  /** Whose frame it is; nobody's where there is none. */
  public int owner(long frame) {
    return given.isEmpty() ? NOBODY : given.get().notes.owner(frame);
  }

  /** Which of its owner's frames it is; asked only of frames that a guest has. */
  public long guestFrame(long frame) {
    return given().notes.guestFrame(frame);
  }

  /** Whether an owner can have so many more. */
  private boolean mayTake(Owner owner, long count) {
    return owner.promised > 0 ? owner.taken + count <= owner.promised : free() >= count;
  }

  /**
   * Sees to it that an owner can have so many frames more.
   *
   * @throws Refusal if it cannot
   */
  public void require(int owner, long count) {
    Owner who = given().owners.get(owner);
    if (!mayTake(who, count)) {
      throw new Refusal("memory", lacking(who) + "; this takes " + count);
    }
  }

  /**
   * Gives a frame away.
   *
   * @param guestFrame which of the owner's frames it becomes
   * @throws Refusal if there is none left
   */
  public long take(int owner, long guestFrame) {
    return takeRun(owner, guestFrame, 0);
  }

  /** Gives a frame away, or says with {@link #NONE} that there is none left. */
  public int takeIfFree(int owner, long guestFrame) {
    return free() > 0 ? Math.toIntExact(take(owner, guestFrame)) : NONE;
  }

  /**
   * Gives away frames that lie side by side.
   *
   * @param guestFrame the first of the owner's frames that they become
   * @param order how many, as a power of two; the first is a multiple of that
   * @return the first frame
   * @throws Refusal if there is no such run left
   */
  public long takeRun(int owner, long guestFrame, int order) {
    Given to = given();
    Owner who = to.owners.get(owner);
    long count = 1L << order;
    boolean isMonitors = owner == MONITOR;
    if (!isMonitors && !mayTake(who, count)) {
      throw new Refusal("memory", lacking(who));
    }
    long found = (isMonitors ? to.monitorPool : to.pool).take(order);
    if (found == FramePool.NONE) {
      throw new Refusal(
          "memory",
          "the host has no %d B left that lie together: %s"
              .formatted(count * PAGE_BYTES, lacking(who)));
    }
    long first = isMonitors ? to.monitorsFirst + found : found;
    for (long i = 0; i < count; i++) {
      to.notes.note(first + i, owner, guestFrame + i);
    }
    count(owner, count);
    return first;
  }

  private String lacking(Owner who) {
    return who.promised > 0
        ? "'%s' has %d frames, of which %d are in use".formatted(who.name, who.promised, who.taken)
        : "the host has no frames left: %d of %d are given away or promised"
            .formatted(frames() - free(), frames());
  }

  private void count(int owner, long more) {
    Owner who = given().owners.get(owner);
    who.taken += more;
    used += more;
    if (owner != MONITOR && who.promised == 0) {
      loose += more;
    }
  }

  /** A frame that somebody has goes to somebody else, neither of whom has a promise. */
  public void transfer(long frame, int owner, long guestFrame) {
    count(owner(frame), -1);
    given().notes.note(frame, owner, guestFrame);
    count(owner, 1);
  }

  /** Takes a frame back. */
  public void release(long frame) {
    int owner = owner(frame);
    if (owner == NOBODY) {
      throw new IllegalStateException("frame " + frame + " is free already");
    }
    Given of = given();
    count(owner, -1);
    of.notes.note(frame, NOBODY, 0);
    if (owner == MONITOR) {
      of.monitorPool.giveBack(frame - of.monitorsFirst);
    } else {
      of.pool.giveBack(frame);
    }
  }
}
