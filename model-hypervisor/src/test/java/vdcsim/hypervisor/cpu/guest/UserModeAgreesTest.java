package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.usermode.UserModeKernel;
import vdcsim.hypervisor.cpu.usermode.UserModeSpec;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.usermode.UserModeLinux;

/**
 * The programs of lmbench under the technique, and the same calls at the level: what happens in a
 * call stands in two tables, which must not differ.
 */
class UserModeAgreesTest {
  private static String program(Call call) {
    String benchmark =
        switch (call) {
          case SELECT_TCP -> "slct-tcp";
          case SIGNAL_INSTALL -> "sig-inst";
          case SIGNAL_HANDLE -> "sig-hndl";
          case SHELL -> "sh";
          case CONTEXT_SWITCH -> "2p0k";
          case CREATE -> "0k-create";
          case DELETE -> "0k-delete";
          case CREATE_10K -> "10k-create";
          case DELETE_10K -> "10k-delete";
          case MMAP -> "mmap-lat";
          case PROTECTION_FAULT -> "prot-fault";
          default -> call.word();
        };
    return "lmbench-" + benchmark;
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aCallCostsTheSameAsAProgramAndAtItsLevel(Call call) {
    UserModeKernel kernel =
        new UserModeKernel(Costs.of(ProcessorGeneration.XEON_2003), UserModeSpec.UNSAID);
    Ledger ledger = new Ledger();
    Map<Operation, Long> mix = NamedMixes.find(program(call)).orElseThrow();
    mix.forEach((operation, count) -> kernel.charge(operation, count, 1, ledger));
    Bill bill = new Bill();
    new UserModeLinux(UserModeSpec.UNSAID).call(call, 1, new Image(384, 128), bill);
    assertThat(bill.total()).isEqualTo(ledger.cycles());
  }
}
