package vdcsim.network.bgp.policy;

import java.util.BitSet;

/**
 * A regular expression over AS paths, as {@code ^65001_(65002|65003)$}: POSIX extended, and {@code
 * _} for a border between numbers, that is the start, the end, or one of {@code ,{}()} and space.
 *
 * <p>All ways through the expression are followed side by side, so that none makes matching slow.
 */
final class AsPathPattern {
  private final Program program;

  private AsPathPattern(Program program) {
    this.program = program;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException for one that cannot be read, or is too long
   */
  static AsPathPattern compile(String text) {
    return new AsPathPattern(new PatternReader(text).read());
  }

  /** Whether it matches anywhere in a path. */
  boolean find(String path) {
    BitSet now = new BitSet(program.size());
    BitSet next = new BitSet(program.size());
    int[] stack = new int[2 * program.size() + 1];
    for (int at = 0; at <= path.length(); at++) {
      // A match may start at any character.
      if (follow(0, at, path.length(), now, stack)) {
        return true;
      }
      next.clear();
      boolean matched = false;
      for (int state = now.nextSetBit(0); state >= 0; state = now.nextSetBit(state + 1)) {
        if (at < path.length() && program.takes(state, path.charAt(at))) {
          matched |= follow(state + 1, at + 1, path.length(), next, stack);
        }
      }
      if (matched) {
        return true;
      }
      BitSet swap = now;
      now = next;
      next = swap;
    }
    return false;
  }

  /** Adds what can be reached without a character; returns whether the end is among it. */
  private boolean follow(int from, int at, int length, BitSet states, int[] stack) {
    int depth = 0;
    stack[depth++] = from;
    while (depth > 0) {
      int state = stack[--depth];
      if (states.get(state)) {
        continue;
      }
      states.set(state);
      switch (program.kind(state)) {
        case END -> {
          return true;
        }
        case START_OF_PATH -> depth = pushIf(at == 0, state + 1, stack, depth);
        case END_OF_PATH -> depth = pushIf(at == length, state + 1, stack, depth);
        case JUMP -> depth = pushIf(true, program.target(state), stack, depth);
        case FORK -> {
          depth = pushIf(!states.get(state + 1), state + 1, stack, depth);
          depth = pushIf(!states.get(program.target(state)), program.target(state), stack, depth);
        }
        case CHARACTER -> {}
      }
    }
    return false;
  }

  private static int pushIf(boolean condition, int state, int[] stack, int depth) {
    if (!condition) {
      return depth;
    }
    stack[depth] = state;
    return depth + 1;
  }
}
