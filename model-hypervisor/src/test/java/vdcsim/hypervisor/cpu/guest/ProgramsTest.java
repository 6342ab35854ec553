package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;

/** The counts of the published programs, computed anew from the rows that calibrate them. */
class ProgramsTest {
  private static final double XEON = 2400;
  private static final double P4 = 3.8e9;

  private final Map<String, PublishedFigures.Figure> published = PublishedFigures.read();

  private double figure(String id) {
    return published.get(id).value();
  }

  private static long count(String program, Operation operation) {
    return NamedMixes.find(program).orElseThrow().getOrDefault(operation, 0L);
  }

  private static long nativeCycles(String program, ProcessorGeneration processor) {
    Costs costs = Costs.of(processor);
    return NamedMixes.find(program).orElseThrow().entrySet().stream()
        .mapToLong(e -> e.getValue() * costs.bare(e.getKey()))
        .sum();
  }

  private static double costs(TechniqueKind technique, ProcessorGeneration on, Operation of) {
    return Guests.cycles(technique, on, of) - Guests.cycles(TechniqueKind.NATIVE, on, of);
  }

  @Test
  void everyProgramTakesItsNativeTimeWithoutAMonitor() {
    for (String name : NamedMixes.names()) {
      if (name.startsWith("lmbench-")) {
        String benchmark = name.substring("lmbench-".length());
        double microseconds =
            published.entrySet().stream()
                .filter(e -> e.getKey().matches("xen03-t[345]-" + benchmark + "-L-UP"))
                .mapToDouble(e -> e.getValue().value())
                .findFirst()
                .orElseThrow();
        assertThat((double) nativeCycles(name, ProcessorGeneration.XEON_2003))
            .as(name)
            .isEqualTo(Math.rint(microseconds * XEON));
      } else if (name.startsWith("xen-")) {
        assertThat(nativeCycles(name, ProcessorGeneration.XEON_2003)).isEqualTo(2_400_000_000L);
      }
    }
    assertThat(nativeCycles("aa-forkwait", ProcessorGeneration.PENTIUM_4))
        .isEqualTo((long) (figure("aa-forkwait-native-p4") * P4 / 40_000));
    assertThat(nativeCycles("aa-2d", ProcessorGeneration.PENTIUM_4))
        .isEqualTo(Math.round(P4 / figure("aa-2d-native")));
  }

  @ParameterizedTest
  @CsvSource({"t3-fork, 3", "t3-exec, 4", "t3-sh, 5"})
  void faultsOfProcessesAreWhatXenLosesBesideCallsAndTwoSwitches(String row, int calls) {
    TechniqueKind xen = TechniqueKind.PARAVIRTUALIZATION;
    ProcessorGeneration xeon = ProcessorGeneration.XEON_2003;
    double lost = (figure("xen03-" + row + "-Xen") - figure("xen03-" + row + "-L-UP")) * XEON;
    double faults =
        (lost
                - calls * costs(xen, xeon, Operation.SYSTEM_CALL)
                - 2 * costs(xen, xeon, Operation.CONTEXT_SWITCH))
            / costs(xen, xeon, Operation.PAGE_FAULT);
    String program = "lmbench-" + row.substring(3);
    assertThat((double) count(program, Operation.PAGE_FAULT)).isCloseTo(faults, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({"osdb-ir", "osdb-oltp", "dbench", "specweb99"})
  void bothCountsOfFigureThreeAreWhatXenAndUserModeLinuxLose(String program) {
    double linux = figure("xen03-f3-" + program + "-Linux");
    assertThat(lost("xen-" + program, TechniqueKind.PARAVIRTUALIZATION))
        .isCloseTo(linux / figure("xen03-f3-" + program + "-Xen") - 1, within(1e-5));
    assertThat(lost("xen-" + program, TechniqueKind.USER_MODE_KERNEL))
        .isCloseTo(linux / figure("xen03-f3-" + program + "-UML") - 1, within(1e-4));
  }

  private static double lost(String program, TechniqueKind technique) {
    ProcessorGeneration xeon = ProcessorGeneration.XEON_2003;
    double cycles = 0;
    for (Operation operation : Operation.values()) {
      long count = count(program, operation);
      cycles += count == 0 ? 0 : count * costs(technique, xeon, operation);
    }
    return cycles / 2.4e9;
  }

  @Test
  void faultsOnThePentium4AreWhatHardwareAssistanceLoses() {
    double fault =
        costs(
            TechniqueKind.HARDWARE_ASSISTANCE, ProcessorGeneration.PENTIUM_4, Operation.PAGE_FAULT);
    assertThat(fault).isEqualTo(10_149);
    double largeRam = P4 / figure("aa-largeram-hw") - P4 / figure("aa-largeram-native");
    assertThat((double) count("aa-largeram", Operation.PAGE_FAULT))
        .isCloseTo(largeRam / fault, within(0.5));
    double compile = figure("aa-compile-linux-hw") / figure("aa-compile-linux-native") - 1;
    assertThat((double) count("aa-compile-linux", Operation.SHADOW_FAULT))
        .isCloseTo(compile * P4 / fault, within(0.5));
    double fork =
        (figure("aa-forkwait-hw-p4") - figure("aa-forkwait-native-p4")) * P4 / 40_000 - 2 * 4340;
    assertThat(
            (double)
                (count("aa-forkwait", Operation.PAGE_FAULT)
                    + count("aa-forkwait", Operation.SHADOW_FAULT)))
        .isCloseTo(fork / fault, within(0.5));
  }

  @Test
  void callsOnThePentium4AreWhatTranslationLoses() {
    double graphics = P4 / figure("aa-2d-bt") - P4 / figure("aa-2d-native");
    assertThat((double) count("aa-2d", Operation.SYSTEM_CALL))
        .isCloseTo(graphics / 2000, within(0.5));
    double jbb = (100 / figure("aa-jbb-bt") - 1) * P4;
    assertThat((double) count("aa-jbb", Operation.SYSTEM_CALL)).isCloseTo(jbb / 2000, within(0.5));
  }
}
