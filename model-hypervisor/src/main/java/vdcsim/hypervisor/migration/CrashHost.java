package vdcsim.hypervisor.migration;

import vdcsim.hardware.ethernet.PowerAction;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a host that goes down. */
@Doc("A host that goes down: its machines are lost, and its cards are silent.")
@Shorthand("host")
public record CrashHost(@Key(value = "The host.", example = "h1", names = "hosts") String host) {

  /** Plans that a host goes down. */
  public static Runnable plan(CrashHost action, World world) {
    Hypervisor hypervisor = VirtualMachine.hypervisor("host", action.host, world);
    Runnable silence = PowerAction.off(new PowerAction(action.host), world);
    return () -> {
      silence.run();
      for (VirtualMachine vm : world.all(VirtualMachine.class)) {
        if (vm.on() == hypervisor) {
          vm.crash();
        }
      }
      Migrate.of(world).crashed(hypervisor);
    };
  }
}
