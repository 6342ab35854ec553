package vdcsim.hypervisor.image;

import vdcsim.kernel.spec.Doc;

/** The formats of images. */
public enum ImageFormat {
  @Doc("byte by byte as on the disk")
  RAW,
  @Doc("clusters in the order in which they were first written, found by tables")
  QCOW2
}
