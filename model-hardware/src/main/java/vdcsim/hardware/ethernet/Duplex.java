package vdcsim.hardware.ethernet;

import vdcsim.kernel.spec.Doc;

/** Whether both ends of a cable may send at once. */
public enum Duplex {
  @Doc("Both ends send at once, without collisions.")
  FULL,
  @Doc("One end sends at a time: CSMA/CD. Cables of hubs and buses always work like this.")
  HALF
}
