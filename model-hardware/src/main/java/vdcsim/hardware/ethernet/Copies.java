package vdcsim.hardware.ethernet;

import java.util.List;
import vdcsim.kernel.conservation.Conservation;

/**
 * What became of the frames that a station has sent on a shared medium: each is heard once by each
 * station in reach, or is missed there because other signals overlapped it.
 */
final class Copies {
  private long due;
  private long heard;
  private long missed;
  private long cutOff;
  private long underWay;

  Copies(String station, Conservation conservation) {
    conservation.balance(
        "copies of frames from " + station,
        List.of(Conservation.term("due", () -> due)),
        List.of(
            Conservation.term("heard", () -> heard),
            Conservation.term("missed in a collision", () -> missed),
            Conservation.term("cut off", () -> cutOff),
            Conservation.term("under way", () -> underWay)));
  }

  void sent(int listeners) {
    due += listeners;
    underWay += listeners;
  }

  void arrived(boolean whole, boolean cut) {
    underWay--;
    if (cut) {
      cutOff++;
    } else if (whole) {
      heard++;
    } else {
      missed++;
    }
  }
}
