package vdcsim.scenario.command;

import java.util.List;
import vdcsim.hardware.HardwareCatalog;
import vdcsim.hypervisor.CpuTechniqueCatalog;
import vdcsim.hypervisor.HypervisorCatalog;
import vdcsim.hypervisor.IoCatalog;
import vdcsim.hypervisor.LevelCatalog;
import vdcsim.hypervisor.MemoryCatalog;
import vdcsim.hypervisor.OvercommitCatalog;
import vdcsim.kernel.world.Catalog;
import vdcsim.network.NetworkCatalog;
import vdcsim.scenario.language.shape.Grammar;

/** The program. */
public final class Vdcsim {
  private Vdcsim() {}

  /** Carries out a command line, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    Context context = Context.of(terminal, Vdcsim::language, () -> Interrupts.watch(terminal));
    System.exit(exitCode(context, arguments));
  }

  /** Carries out a command line; its exit code. */
  static int exitCode(Context context, String... arguments) {
    try {
      return CommandTree.execute(context, arguments);
    } catch (CommandFailure failure) {
      context.terminal().tell(CommandTree.PROGRAM + ": error: " + failure.getMessage());
      return failure.exitCode();
    }
  }

  /** The language of all modules, lowest first. */
  public static Grammar language() {
    return new Grammar(catalogs());
  }

  /** What each module lets a scenario name, lowest first. */
  static List<Catalog> catalogs() {
    return List.of(
        new HardwareCatalog(),
        new NetworkCatalog(),
        new HypervisorCatalog(),
        new CpuTechniqueCatalog(),
        new LevelCatalog(),
        new MemoryCatalog(),
        new IoCatalog(),
        new OvercommitCatalog());
  }
}
