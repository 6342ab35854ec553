package vdcsim.network.bridge;

import vdcsim.hardware.ethernet.Frame;

/**
 * A protocol that bridges speak with each other, as spanning tree. It receives at every port that
 * has carrier, whether the port forwards or not.
 */
public interface BridgeProtocol {
  /** A frame to the protocol's group address has arrived. */
  void receive(BridgePort from, Frame frame);

  /** A port's carrier has come or gone; see {@code EthernetPort.hasCarrier}. */
  void carrierChanged(BridgePort port);
}
