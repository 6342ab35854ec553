package vdcsim.hypervisor.vm;

import java.util.Optional;

/** Decides for whom a hypervisor has room, where it is not the sum of their memory that counts. */
public interface Admission {
  /** Why there is no room for a machine; empty if there is. */
  Optional<String> refusal(VirtualMachine vm);

  /** A machine has come. */
  void admitted(VirtualMachine vm);

  /** A machine has gone. */
  void released(VirtualMachine vm);
}
