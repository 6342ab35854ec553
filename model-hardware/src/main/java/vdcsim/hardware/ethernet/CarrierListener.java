package vdcsim.hardware.ethernet;

/** Hears when a port's cable comes up or goes down. */
@FunctionalInterface
public interface CarrierListener {
  /** The port has carrier now, or has lost it; see {@link EthernetPort#hasCarrier}. */
  void carrierChanged(EthernetPort port);
}
