package vdcsim.network.filter;

import vdcsim.network.stack.HookPoint;

/** Which packets a rule is for. */
public enum Chain {
  /** Those to the machine itself. */
  INPUT(HookPoint.INPUT),
  /** Those that it passes on. */
  FORWARD(HookPoint.FORWARD),
  /** Those that it makes. */
  OUTPUT(HookPoint.OUTPUT);

  private final HookPoint point;

  Chain(HookPoint point) {
    this.point = point;
  }

  HookPoint point() {
    return point;
  }

  static Chain at(HookPoint point) {
    return switch (point) {
      case INPUT -> INPUT;
      case FORWARD -> FORWARD;
      case OUTPUT -> OUTPUT;
      case PREROUTING, POSTROUTING -> throw new IllegalArgumentException("no filter at " + point);
    };
  }
}
