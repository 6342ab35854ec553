package vdcsim.hardware.ethernet;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;

/** A device that cables can be plugged into. */
public interface Ports {
  /**
   * The port of this name, not plugged in yet.
   *
   * @throws vdcsim.kernel.spec.Refusal with the key {@code link}, if there is no such port or it is
   *     taken
   */
  EthernetPort port(String portName);

  /**
   * The next free port.
   *
   * @throws vdcsim.kernel.spec.Refusal with the key {@code link}, if all are taken
   */
  EthernetPort freePort();

  /** All its ports so far, for what concerns each of them, as its power. */
  List<EthernetPort> ethernetPorts();

  /** The fastest rate of a port; nothing if it takes any. */
  Optional<DataRate> rate(EthernetPort port);
}
