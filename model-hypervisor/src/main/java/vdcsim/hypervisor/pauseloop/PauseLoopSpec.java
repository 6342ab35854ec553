package vdcsim.hypervisor.pauseloop;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about exits from loops of PAUSE instructions. */
@Doc("When a kernel that spins leads to an exit, upon which another virtual processor may run.")
public record PauseLoopSpec(
    @Key(
            value =
                "The most cycles between two PAUSE instructions of one loop; with 0 no loop leads"
                    + " to an exit.",
            fallback = "128",
            source = "Linux 6.1, KVM_DEFAULT_PLE_GAP; Xen, ple_gap")
        int gap,
    @Key(
            value = "How many cycles a loop lasts before it leads to an exit.",
            fallback = "4096",
            source = "Linux 6.1, KVM_VMX_DEFAULT_PLE_WINDOW; Xen, ple_window")
        long window,
    @Key(
            value =
                "By what the window is multiplied at each exit, or, from 'window' on, what is added"
                    + " to it; 0 puts it back.",
            fallback = "2",
            source = "Linux 6.1, KVM_DEFAULT_PLE_WINDOW_GROW")
        long grow,
    @Key(
            value =
                "By what the window is divided when the virtual processor gets a core, or, from"
                    + " 'window' on, what is taken from it; 0 puts it back.",
            fallback = "0",
            source = "Linux 6.1, KVM_DEFAULT_PLE_WINDOW_SHRINK")
        long shrink,
    @Key(
            value = "The longest window, in cycles.",
            fallback = "4294967295",
            source = "Linux 6.1, KVM_VMX_DEFAULT_PLE_WINDOW_MAX: 2^32 - 1")
        long most,
    @Key(
            value = "What an exit costs, in cycles, there and back.",
            fallback = "1195",
            source = "kvm-vmexit-vmcall: a call of KVM that does nothing, 2017")
        long exit) {
  private static final long MOST = 0xFFFF_FFFFL;

  public PauseLoopSpec {
    if (gap < 0) {
      throw new Refusal("gap", "gap must not be negative, was " + gap);
    }
    within("window", window, 1);
    within("grow", grow, 0);
    within("shrink", shrink, 0);
    within("most", most, window);
    within("exit", exit, 0);
  }

  private static void within(String key, long value, long least) {
    if (value < least || value > MOST) {
      throw new Refusal(
          key, key + " must lie between " + least + " and " + MOST + ", was " + value);
    }
  }

  /** The window after an exit (__grow_ple_window). */
  long grown(long now) {
    if (grow == 0) {
      return window;
    }
    if (grow >= window) {
      return Math.min(most, now + grow);
    }
    return now > most / grow ? most : now * grow;
  }

  /** The window when the virtual processor gets a core (__shrink_ple_window). */
  long shrunk(long now) {
    if (shrink == 0) {
      return window;
    }
    return Math.max(window, shrink < window ? now / shrink : now - shrink);
  }
}
