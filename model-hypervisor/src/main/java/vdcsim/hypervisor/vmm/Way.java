package vdcsim.hypervisor.vmm;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of an exit to who handles it and back; the device's own work stands in the middle.
 *
 * @param steps in order
 * @param device which of them is the device's work
 */
record Way(List<Step> steps, int device) {

  /** The same steps on both sides of the device, mirrored. */
  static Way mirrored(boolean aside, List<Step> out) {
    List<Step> steps = new ArrayList<>(out);
    steps.add(new Step(Stage.DEVICE, aside, 0));
    for (int i = out.size() - 1; i > 0; i--) {
      steps.add(out.get(i));
    }
    return new Way(List.copyOf(steps), out.size());
  }

  /** With a last step. */
  Way then(Step last) {
    List<Step> all = new ArrayList<>(steps);
    all.add(last);
    return new Way(List.copyOf(all), device);
  }

  /** The last step on the virtual processor's side before somebody else goes on; -1 if none. */
  int lastBeforeAside() {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).aside()) {
        return i - 1;
      }
    }
    return -1;
  }
}
