package vdcsim.hypervisor.cpu.usermode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.kernel.quantity.DataSize;

/** Counts of User-Mode Linux 2.4 times what the host's operations cost, by hand. */
class UserModeKernelTest {
  private static final long ENTRY = 40_008;
  private static final long CALL = 1080;
  private static final long SWITCH = 1848;
  private static final long MAP = 3072;
  private static final long NOTHING = 1200;

  private static Ledger charge(KernelPlace kernel, Operation operation) {
    UserModeSpec spec = new UserModeSpec(kernel, new DataSize(32L << 20));
    Ledger ledger = new Ledger();
    new UserModeKernel(Costs.of(ProcessorGeneration.XEON_2003), spec)
        .charge(operation, 1, 1, ledger);
    return ledger;
  }

  private static long cycles(Operation operation) {
    return charge(KernelPlace.SEPARATE, operation).cycles();
  }

  private static long shared(Operation operation) {
    return charge(KernelPlace.SHARED, operation).cycles();
  }

  @Test
  void aFaultStopsOnceWhereTheKernelIsApartAndTwiceWhereItIsNot() {
    long once = 1093 + 2544 + ENTRY + 2 * SWITCH + 7 * CALL + NOTHING + MAP + 3408;
    assertThat(cycles(Operation.PAGE_FAULT)).isEqualTo(once).isEqualTo(62_581);
    assertThat(shared(Operation.PAGE_FAULT)).isEqualTo(once + 2 * SWITCH + 2 * CALL);
    // No page is mapped for a fault that the program is told of.
    assertThat(cycles(Operation.DIVIDE_FAULT))
        .isEqualTo(889 + 2544 + ENTRY + 2 * SWITCH + 7 * CALL);
  }

  @Test
  void interruptsAreMasksOfSignalsThatTheHostKeeps() {
    assertThat(cycles(Operation.INTERRUPT_FLAG)).isEqualTo(CALL);
    assertThat(cycles(Operation.FLAGS_WRITE)).isEqualTo(2 * CALL);
    assertThat(cycles(Operation.USER_ACCESS)).isEqualTo(CALL);
    assertThat(charge(KernelPlace.SEPARATE, Operation.USER_ACCESS).instructions()).isZero();
  }

  @Test
  void aForkUnmapsEveryEntryOfThreeTablesAndMapsEachPage() {
    // The parent's 128 pages unmapped and mapped; 384 mapped, and unmapped in the end.
    long pages = (2 * 128 + 2 * 384) * MAP;
    // 3 tables entry by entry, 765 as a whole; the kernel's own table after fork and after exit.
    long nothing = (3 * 1024 + 765 + 2 * 1024) * NOTHING;
    assertThat(cycles(Operation.ADDRESS_SPACE_COPY))
        .isEqualTo(pages + nothing + 3 * CALL)
        .isEqualTo(10_210_968);
  }

  @Test
  void anExecUnmapsTheTableOfItsStackEntryByEntryAndTheRestAsAWhole() {
    long nothing = (1024 + 767 + 1024) * NOTHING;
    assertThat(cycles(Operation.ADDRESS_SPACE_NEW)).isEqualTo(384 * MAP + nothing + 3 * CALL);
  }

  @Test
  void aProgramThatIsAProcessOfTheHostIsForkedThereWithAllOfTheGuestsMemory() {
    long host = 264_000 + 8192 * 600 + 4 * SWITCH;
    assertThat(shared(Operation.ADDRESS_SPACE_COPY) - cycles(Operation.ADDRESS_SPACE_COPY))
        .isEqualTo(host - 2 * CALL);
  }

  @Test
  void aSwitchBetweenProgramsIsThreeCallsOrAPipe() {
    assertThat(cycles(Operation.CONTEXT_SWITCH)).isEqualTo(37_200);
    assertThat(shared(Operation.CONTEXT_SWITCH)).isEqualTo(37_200 - CALL + SWITCH);
  }

  @Test
  void aFrameOfAnotherGuestIsRefusedByTheHost() {
    assertThat(charge(KernelPlace.SEPARATE, Operation.FOREIGN_FRAME).exits(ExitReason.SYSTEM_CALL))
        .isEqualTo(1);
  }
}
