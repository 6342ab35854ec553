package vdcsim.hypervisor.cpu.state;

import java.util.List;
import vdcsim.hypervisor.isa.Effect;

/**
 * A guest's machine three times over: as the monitor keeps it for the guest, as the host's
 * processor really is, and as it would be if the guest ran alone. The guest was treated faithfully
 * as long as the first equals the third.
 */
public final class GuestMachine {
  private static final int USER_RING = 3;
  private static final long GUEST_CR0 = 0x11;
  private static final long HOST_CR0 = 0x8000_0011L;

  private final Partition partition;
  private final boolean ownRegisters;
  private final ProcessorState guest = initial(0x1000, GUEST_CR0);
  private final ProcessorState host = initial(0xff00_0000L, HOST_CR0);
  private final ProcessorState alone = initial(0x1000, GUEST_CR0);
  private long refused;
  private long wrongSteps;
  private boolean wrong;

  /**
   * A guest that owns some frames of the host, in supervisor mode, interrupts enabled.
   *
   * @param ownRegisters whether the processor loads system registers for the guest
   */
  public GuestMachine(Partition partition, boolean ownRegisters) {
    this.partition = partition;
    this.ownRegisters = ownRegisters;
  }

  /** Tables, each at its own place behind {@code base}, so that they can be told apart. */
  private static ProcessorState initial(long base, long cr0) {
    ProcessorState state = new ProcessorState();
    state.write(Field.IF, 1);
    state.write(Field.SUPERVISOR, 1);
    state.write(Field.CR0, cr0);
    state.write(Field.CR3, base);
    state.write(Field.GDTR, base + 0x100);
    state.write(Field.IDTR, base + 0x200);
    state.write(Field.LDTR, base + 0x300);
    state.write(Field.TR, base + 0x400);
    return state;
  }

  private static int ring(Step step, int kernelRing) {
    return step.inUserMode() ? USER_RING : kernelRing;
  }

  /** The step as it would be without a monitor; every technique takes it beside its own. */
  public void reference(Step step) {
    onOwnProcessor(step, alone);
  }

  /** The guest has the processor's own registers, and its kernel runs in ring 0: no monitor. */
  public void unguarded(Step step) {
    onOwnProcessor(step, guest);
    if (step.instruction().effect() == Effect.MAP_PAGE) {
      host.map(step.operand(), partition.host(step.value()));
    }
  }

  /** The guest's registers are loaded, and its kernel runs in ring 0, but frames are mapped. */
  public void inGuestMode(Step step) {
    onOwnProcessor(step, guest);
    mapFrame(step);
  }

  private static void onOwnProcessor(Step step, ProcessorState state) {
    boolean memory = step.instruction().effect() == Effect.MAP_PAGE;
    boolean kernelOnly = step.instruction().privileged() || memory;
    if (step.inUserMode() && kernelOnly) {
      state.write(Field.FAULT, 1);
    } else {
      Semantics.apply(step, ring(step, 0), state);
    }
  }

  /** The monitor does to the guest's state what the instruction would do to a processor. */
  public void emulate(Step step) {
    inGuestMode(step);
  }

  /** Programs run on the processor as they are, and the monitor emulates the guest's kernel. */
  public void emulateKernel(Step step) {
    if (step.inUserMode()) {
      deprivileged(step, USER_RING);
    } else {
      emulate(step);
    }
  }

  /**
   * The guest's kernel runs without privilege. What is privileged traps, and the monitor emulates
   * it. All else takes effect on the real processor: on the guest's registers where it has its own,
   * otherwise on the host's, in a ring above 0, and only what it reads reaches the guest.
   *
   * @return whether it trapped
   */
  public boolean deprivileged(Step step, int kernelRing) {
    if (step.instruction().privileged()) {
      emulate(step);
      return true;
    }
    if (ownRegisters) {
      Semantics.apply(step, ring(step, 0), guest);
      return false;
    }
    host.write(Field.RESULT, guest.read(Field.RESULT));
    host.write(Field.ARITHMETIC_FLAGS, guest.read(Field.ARITHMETIC_FLAGS));
    Semantics.apply(step, ring(step, kernelRing), host);
    guest.write(Field.RESULT, host.read(Field.RESULT));
    guest.write(Field.ARITHMETIC_FLAGS, host.read(Field.ARITHMETIC_FLAGS));
    guest.write(Field.FAULT, 0);
    return false;
  }

  /** A page of the guest is really mapped only to a frame that the guest owns. */
  private void mapFrame(Step step) {
    if (step.instruction().effect() != Effect.MAP_PAGE || step.inUserMode()) {
      return;
    }
    if (partition.has(step.value())) {
      host.map(step.operand(), partition.host(step.value()));
    } else {
      refused++;
    }
  }

  /** What the guest sees that it would not see alone; empty when it was treated faithfully. */
  public List<String> differences() {
    return guest.differences(alone);
  }

  /** A step has been taken on all sides: counts it if the guest now sees what it should not. */
  public void compare() {
    boolean guestChanged = guest.takeChanged();
    boolean aloneChanged = alone.takeChanged();
    if (guestChanged || aloneChanged) {
      wrong = !guest.sameAs(alone);
    }
    if (wrong) {
      wrongSteps++;
    }
  }

  /** After how many steps the guest saw something wrong; a loop counts until it settles. */
  public long wrongSteps() {
    return wrongSteps;
  }

  /** Frames of others that the guest can reach. */
  public long escapes() {
    return host.frames().stream().filter(frame -> !partition.owns(frame)).count();
  }

  /** How often the monitor has refused to map a frame that the guest does not own. */
  public long refused() {
    return refused;
  }

  /** Copies of what can still change, to see whether a loop changes anything any more. */
  public List<ProcessorState> snapshot() {
    return List.of(guest.copy(), host.copy(), alone.copy());
  }

  /** Whether nothing has changed since the snapshot. */
  public boolean isAt(List<ProcessorState> snapshot) {
    return guest.sameAs(snapshot.get(0))
        && host.sameAs(snapshot.get(1))
        && alone.sameAs(snapshot.get(2));
  }

  /** The state that the host's processor really has. */
  public ProcessorState real() {
    return host;
  }

  /** The state that the guest sees. */
  public ProcessorState visible() {
    return guest;
  }
}
