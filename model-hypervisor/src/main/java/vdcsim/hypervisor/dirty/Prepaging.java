package vdcsim.hypervisor.dirty;

import vdcsim.kernel.spec.Doc;

/** Which pages are pushed after one that the guest has asked for. */
public enum Prepaging {
  @Doc("those that would have come anyway")
  NONE,
  @Doc("those behind it, in the order of addresses (QEMU)")
  FORWARD,
  @Doc("those around it, on both sides in turn, as a bubble (Hines and Gopalan)")
  BUBBLE
}
