package vdcsim.hypervisor.migration;

import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a migration that goes on after a break. */
@Doc("A machine in post-copy whose way broke gets a new connection (QEMU's migrate-recover).")
@Shorthand("vm")
public record RecoverMigration(
    @Key(value = "The machine.", example = "web", names = "vms") String vm) {

  /** Plans a recovery; it changes nothing where nothing is interrupted. */
  public static Runnable plan(RecoverMigration action, World world) {
    VirtualMachine vm = world.require("vm", action.vm, VirtualMachine.class, "virtual machine");
    return () -> Migrate.of(world).recover(vm);
  }
}
