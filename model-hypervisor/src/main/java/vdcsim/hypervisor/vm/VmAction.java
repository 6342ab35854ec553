package vdcsim.hypervisor.vm;

import java.util.function.Consumer;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about something that is done to a virtual machine. */
@Doc("A virtual machine.")
@Shorthand("vm")
public record VmAction(@Key(value = "The machine.", example = "web", names = "vms") String vm) {

  /** Starts it. */
  public static Runnable start(VmAction action, World world) {
    return plan(action, world, VirtualMachine::start);
  }

  /** Halts its processors. */
  public static Runnable pause(VmAction action, World world) {
    return plan(action, world, VirtualMachine::pause);
  }

  /** Lets it go on. */
  public static Runnable resume(VmAction action, World world) {
    return plan(action, world, VirtualMachine::resume);
  }

  /** Switches it off. */
  public static Runnable stop(VmAction action, World world) {
    return plan(action, world, VirtualMachine::stop);
  }

  /** Switches it off for good. */
  public static Runnable destroy(VmAction action, World world) {
    return plan(action, world, VirtualMachine::destroy);
  }

  private static Runnable plan(VmAction action, World world, Consumer<VirtualMachine> what) {
    VirtualMachine vm = world.require("vm", action.vm, VirtualMachine.class, "virtual machine");
    return () -> what.accept(vm);
  }
}
