package vdcsim.hypervisor.cpu.translation;

import vdcsim.kernel.random.RandomStream;

/**
 * Blocks that are drawn by Zipf's law, one independent of the other, and which of them the cache
 * lacks. How many draws pass until the next that is lacking is geometric, so that time is spent on
 * blocks that are missed, and on no other.
 */
final class Footprint {
  private final double[] weights;

  /** A binary indexed tree of the weights of what the cache lacks. */
  private final double[] tree;

  private final RandomStream random;
  private final int top;
  private final double all;
  private int lacking;
  private double lackingWeight;

  Footprint(int blocks, double skew, RandomStream random) {
    this.weights = new double[blocks];
    this.tree = new double[blocks + 1];
    this.random = random;
    this.top = Integer.highestOneBit(blocks);
    double sum = 0;
    for (int i = 0; i < blocks; i++) {
      weights[i] = 1 / StrictMath.pow(i + 1.0, skew);
      sum += weights[i];
      lack(i);
    }
    this.all = sum;
  }

  /** The cache lacks a block, now or again. */
  void lack(int block) {
    lacking++;
    add(block, weights[block]);
  }

  /** The cache has got a block. */
  void hold(int block) {
    lacking--;
    add(block, -weights[block]);
    if (lacking == 0) {
      lackingWeight = 0;
    }
  }

  private void add(int block, double weight) {
    lackingWeight += weight;
    for (int i = block + 1; i < tree.length; i += i & -i) {
      tree[i] += weight;
    }
  }

  /** How many draws find their block before one does not; {@link Long#MAX_VALUE} for ever. */
  long drawsThatHit() {
    if (lacking == 0) {
      return Long.MAX_VALUE;
    }
    double miss = Math.min(1, lackingWeight / all);
    if (miss >= 1) {
      return 0;
    }
    double draws = StrictMath.log(1 - random.nextDouble()) / StrictMath.log(1 - miss);
    return draws >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) draws;
  }

  /** A block that the cache lacks, by the weights of these. */
  int missed() {
    double left = random.nextDouble() * lackingWeight;
    int at = 0;
    for (int step = top; step > 0; step >>= 1) {
      if (at + step < tree.length && tree[at + step] <= left) {
        at += step;
        left -= tree[at];
      }
    }
    return Math.min(at, weights.length - 1);
  }
}
