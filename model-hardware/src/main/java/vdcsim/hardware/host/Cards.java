package vdcsim.hardware.host;

import java.util.List;
import vdcsim.hardware.ethernet.EthernetPort;

/** A machine whose network cards a protocol stack can use: a host, a router. */
public interface Cards {
  /** The machine's name. */
  String name();

  /** Its network cards, in the order of the scenario. */
  List<EthernetPort> nics();
}
