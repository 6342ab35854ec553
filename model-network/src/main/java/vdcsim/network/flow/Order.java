package vdcsim.network.flow;

import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;

/**
 * What a transfer shall carry.
 *
 * @param from the machine that sends
 * @param to the address that receives
 * @param bytes how much data, or {@link #ENDLESS}
 * @param weight its share against others
 * @param capBitsPerSecond the data rate that it never exceeds; infinite without a cap
 */
public record Order(
    Stack from,
    Ipv4Address to,
    long bytes,
    double weight,
    double capBitsPerSecond,
    FluidSpec fluid) {
  /** More than any run can carry, and few enough that a byte is still told from the next. */
  public static final long ENDLESS = 1L << 51;
}
