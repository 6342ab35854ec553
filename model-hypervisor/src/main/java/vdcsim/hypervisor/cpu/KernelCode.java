package vdcsim.hypervisor.cpu;

import java.util.OptionalDouble;

/**
 * The code of the guest's kernel that a phase runs through.
 *
 * @param place which code it is; the same code has the same place
 * @param blocks how many basic blocks a repetition runs through
 * @param instructions how many instructions in a block
 * @param footprint how many blocks there are; as many as {@code blocks} where each repetition runs
 *     through the same
 * @param skew the exponent of Zipf's law by which blocks are drawn; empty where they are not drawn
 */
public record KernelCode(
    int place, int blocks, int instructions, int footprint, OptionalDouble skew) {
  /** A loop that runs through the same blocks, one after the other. */
  public static KernelCode loop(int place, int blocks, int instructions) {
    return new KernelCode(place, blocks, instructions, blocks, OptionalDouble.empty());
  }
}
