package vdcsim.hypervisor.vmm;

import java.util.List;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;

/** One exit on its way. */
final class Passage implements EventHandler {
  private static final int POSTED = 1;

  private final Vmm vmm;
  private final List<Step> steps;
  private final ExecutionContext vcpu;
  private final long work;
  private final Runnable atDevice;
  private final Runnable inGuest;
  private final int device;
  private final int postAfter;
  private final long startNs;
  private long askedNs;
  private int at;

  Passage(
      Vmm vmm,
      Way way,
      boolean posted,
      ExecutionContext vcpu,
      long work,
      Runnable atDevice,
      Runnable inGuest) {
    this.vmm = vmm;
    this.steps = way.steps();
    this.device = way.device();
    this.postAfter = posted ? way.lastBeforeAside() : -1;
    this.vcpu = vcpu;
    this.work = work;
    this.atDevice = atDevice;
    this.inGuest = inGuest;
    this.startNs = vmm.now();
  }

  void begin() {
    step();
  }

  private void step() {
    Step next = steps.get(at);
    askedNs = vmm.now();
    context(next).execute(cycles(next), this, 0, 0, this);
  }

  private ExecutionContext context(Step step) {
    return step.aside() ? vmm.aside() : vcpu;
  }

  private long cycles(Step step) {
    return at == device ? step.cycles() + work : step.cycles();
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == POSTED) {
      vmm.spent(Stage.ENTRY, argument, last().cycles());
      vmm.arrived(vmm.now() - startNs);
      inGuest.run();
      return;
    }
    Step done = steps.get(at);
    vmm.spent(done.stage(), askedNs, cycles(done));
    if (at == device) {
      atDevice.run();
    }
    if (at == postAfter) {
      vcpu.execute(last().cycles(), this, POSTED, vmm.now(), this);
    }
    at++;
    boolean over = postAfter >= 0 && at > device;
    if (over) {
      return;
    }
    if (at < steps.size()) {
      step();
    } else {
      vmm.arrived(vmm.now() - startNs);
      inGuest.run();
    }
  }

  private Step last() {
    return steps.get(steps.size() - 1);
  }
}
