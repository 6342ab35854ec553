package vdcsim.network.bgp.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** An expression as a list of steps. */
final class Program {
  /** An expression that needs more is refused. */
  static final int LONGEST = 2000;

  /** What a step does. */
  enum Kind {
    CHARACTER,
    FORK,
    JUMP,
    START_OF_PATH,
    END_OF_PATH,
    END
  }

  /**
   * A step.
   *
   * @param characters which characters it takes
   * @param offset where else it leads, from itself
   */
  record Step(Kind kind, BitSet characters, int offset) {
    static Step of(Kind kind) {
      return new Step(kind, new BitSet(), 0);
    }

    static Step character(BitSet characters) {
      return new Step(Kind.CHARACTER, characters, 0);
    }

    static Step leading(Kind kind, int offset) {
      return new Step(kind, new BitSet(), offset);
    }
  }

  private final List<Step> steps;

  Program(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  int size() {
    return steps.size();
  }

  Kind kind(int state) {
    return steps.get(state).kind();
  }

  int target(int state) {
    return state + steps.get(state).offset();
  }

  boolean takes(int state, char character) {
    Step step = steps.get(state);
    return step.kind() == Kind.CHARACTER && step.characters().get(character);
  }

  /** One after the other. */
  static List<Step> sequence(List<Step> first, List<Step> second) {
    List<Step> all = new ArrayList<>(first);
    all.addAll(second);
    return checked(all);
  }

  /** One or the other. */
  static List<Step> either(List<Step> first, List<Step> second) {
    List<Step> all = new ArrayList<>();
    all.add(Step.leading(Kind.FORK, first.size() + 2));
    all.addAll(first);
    all.add(Step.leading(Kind.JUMP, second.size() + 1));
    all.addAll(second);
    return checked(all);
  }

  /** Once or not at all. */
  static List<Step> optional(List<Step> part) {
    List<Step> all = new ArrayList<>();
    all.add(Step.leading(Kind.FORK, part.size() + 1));
    all.addAll(part);
    return checked(all);
  }

  /** Any number of times. */
  static List<Step> repeated(List<Step> part) {
    List<Step> all = new ArrayList<>();
    all.add(Step.leading(Kind.FORK, part.size() + 2));
    all.addAll(part);
    all.add(Step.leading(Kind.JUMP, -part.size() - 1));
    return checked(all);
  }

  private static List<Step> checked(List<Step> steps) {
    if (steps.size() > LONGEST) {
      throw new IllegalArgumentException("the expression needs more than " + LONGEST + " steps");
    }
    return steps;
  }
}
