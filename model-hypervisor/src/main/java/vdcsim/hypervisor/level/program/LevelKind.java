package vdcsim.hypervisor.level.program;

import vdcsim.kernel.spec.Doc;

/** The levels by name. */
public enum LevelKind {
  @Doc("a process on Linux, as others are")
  NATIVE,
  @Doc("the language: a managed runtime, as the Java virtual machine")
  LANGUAGE,
  @Doc("the programming interface: POSIX on Windows, as Cygwin")
  API,
  @Doc("the operating system: one kernel for all guests, as Zones, OpenVZ, LXC")
  OS,
  @Doc("a kernel that is a process of another kernel")
  USER_MODE_LINUX,
  @Doc("the hardware: a virtual machine")
  HARDWARE
}
