package vdcsim.network.bridge;

import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.kernel.spec.Doc;

/** How much of a frame a switch takes in before it sends it on. */
public enum Switching {
  @Doc("all of it, so that damaged frames end here (IEEE 802.1D-2004, 7.1)")
  STORE_AND_FORWARD {
    @Override
    void prepare(EthernetPort port) {}
  },
  @Doc("its addresses, so that it is out again soon, and damaged frames go on")
  CUT_THROUGH {
    @Override
    void prepare(EthernetPort port) {
      port.takeEarly(EthernetPort.CUT_THROUGH_BYTES);
    }
  },
  @Doc("its first 64 bytes, so that fragments of collisions end here")
  FRAGMENT_FREE {
    @Override
    void prepare(EthernetPort port) {
      port.takeEarly(EthernetPort.FRAGMENT_FREE_BYTES);
    }
  };

  /** Lets a port hand frames over as early as this asks. */
  abstract void prepare(EthernetPort port);
}
