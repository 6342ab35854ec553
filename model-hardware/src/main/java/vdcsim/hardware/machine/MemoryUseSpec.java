package vdcsim.hardware.machine;

import java.util.Optional;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the memory that a task uses, on a machine with memory nodes. */
@Doc("How much a task waits for memory, and where that is.")
@Shorthand("waits")
public record MemoryUseSpec(
    @Key(
            value = "The part of its time that it waits for memory when that is near.",
            example = "40 %")
        Ratio waits,
    @Key(
            value =
                "The node of its memory; without it, that on which it first runs, as by first"
                    + " touch.",
            example = "0")
        Optional<Integer> node) {

  public MemoryUseSpec {
    if (waits.value() > 1) {
      throw new Refusal("waits", "waits is a part of its time, was " + waits.value());
    }
    if (node.isPresent() && node.get() < 0) {
      throw new Refusal("node", "nodes count from 0, was " + node.get());
    }
  }

  /**
   * Says it of a task of a machine.
   *
   * @throws Refusal if there is no such node
   */
  public void say(Machine machine, Task task) {
    int nodes = machine.processor().topology().nodes();
    if (node.isPresent() && node.get() >= nodes) {
      throw new Refusal("memory", "the host has the memory nodes 0 to " + (nodes - 1));
    }
    task.memory(node.orElse(Task.ANYWHERE), waits.value());
  }
}
