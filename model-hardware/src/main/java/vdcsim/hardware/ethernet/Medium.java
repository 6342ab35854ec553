package vdcsim.hardware.ethernet;

import java.util.List;

/** What a port is plugged into: it carries frames from port to port, at its own pace. */
interface Medium {
  /** The rate at which bits go out, in bits per second. */
  long bitsPerSecond();

  /** Whether bits can go through. */
  boolean isUp();

  /** Whether all ports can send at the same time; else it is shared. */
  boolean isFullDuplex();

  /**
   * A frame waits in the port's queue, which was empty. The medium takes frames out with {@link
   * EthernetPort#next} when it can send them.
   */
  void ready(EthernetPort port);

  /**
   * Frames of this port go out at no more than this rate from now on, since others use the rest of
   * the line; see {@link Tracing#leave}. What is no line between two ports keeps its rate.
   */
  default void leave(EthernetPort from, long bitsPerSecond) {}

  /** The port was disabled or enabled; see {@link EthernetPort#isEnabled}. */
  void enabledChanged(EthernetPort port);

  /** The ports that would hear a frame from one of its ports; see {@link Tracing#heard}. */
  List<Tracing.Hearing> heard(EthernetPort from);

  /** What shares its rate; see {@link Tracing#channel}. */
  String channel(EthernetPort from);

  /** Frames that the medium took from its port and has not sent: held, or given up. */
  long notSent();
}
