package vdcsim.scenario.verify;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.cpu.CpuFamily;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.io.IoFamily;
import vdcsim.scenario.verify.measured.TransportFamily;
import vdcsim.scenario.verify.memory.MemoryFamily;
import vdcsim.scenario.verify.migration.MigrationFamily;
import vdcsim.scenario.verify.network.NetworkFamily;
import vdcsim.scenario.verify.os.OsFamily;
import vdcsim.scenario.verify.os.StartFamily;
import vdcsim.scenario.verify.os.TracedCallFamily;
import vdcsim.scenario.verify.schedulers.SchedulersFamily;

/** Holds the simulator against golden cases. */
public final class Verification {
  private final List<Family> families;

  /** A verification whose scenarios are read by {@code reader}. */
  public Verification(ScenarioReader reader) {
    this.families =
        List.of(
            NetworkFamily.stp(reader),
            NetworkFamily.rstp(reader),
            NetworkFamily.mac(reader),
            NetworkFamily.vlan(reader),
            NetworkFamily.ospf(reader),
            NetworkFamily.rip(reader),
            NetworkFamily.bgp(reader),
            NetworkFamily.nat(reader),
            new TransportFamily(reader),
            new MigrationFamily(reader),
            CpuFamily.of(reader),
            MemoryFamily.of(reader),
            new IoFamily(reader),
            new SchedulersFamily(reader),
            OsFamily.of(reader),
            new StartFamily(reader),
            new TracedCallFamily(reader));
  }

  /** The families that can be verified, in the order of the table. */
  public List<String> families() {
    return families.stream().map(Family::kind).toList();
  }

  /**
   * Runs a case and compares.
   *
   * @throws UnreadableCase if the case is no case
   */
  public CaseResult verify(GoldenCase golden) throws UnreadableCase {
    Optional<Family> family = family(golden);
    if (family.isEmpty()) {
      return unsupported(golden, noFamily(golden));
    }
    try {
      return family.get().verify(golden);
    } catch (UnsupportedCase e) {
      return unsupported(golden, e.getMessage());
    }
  }

  /**
   * A case as the text of a scenario.
   *
   * @throws UnsupportedCase if no scenario says what the case says
   */
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Optional<Family> family = family(golden);
    if (family.isEmpty()) {
      throw new UnsupportedCase(noFamily(golden));
    }
    return family.get().scenario(golden);
  }

  private Optional<Family> family(GoldenCase golden) {
    return families.stream().filter(f -> f.kind().equals(golden.kind())).findFirst();
  }

  private static String noFamily(GoldenCase golden) {
    return "cases of kind '" + golden.kind() + "' are not supported yet";
  }

  private static CaseResult unsupported(GoldenCase golden, String reason) {
    return CaseResult.unsupported(golden.id(), golden.kind(), golden.title(), reason);
  }
}
