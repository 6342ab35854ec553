package vdcsim.network.tcp;

/**
 * F-RTO (RFC 5682, 3.1, with selective acknowledgements; Linux, {@code tcp_process_loss}): after a
 * time-out new segments are sent before old ones are sent again; if what was sent first turns out
 * to have arrived, the time-out came too early.
 */
final class ForwardRecovery {
  /** What an acknowledgement says after a time-out. */
  enum Verdict {
    /** What was sent first has arrived: nothing was lost. */
    TOO_EARLY,
    /** It is not clear yet: new segments will tell. */
    TRY_NEW,
    /** All that was out at the time-out has been acknowledged. */
    RECOVERED,
    /** What is lost is sent again. */
    RESEND
  }

  private final SendSide send;
  private boolean trying;

  ForwardRecovery(SendSide send) {
    this.send = send;
  }

  /** A time-out has expired. */
  void begin(boolean isTried) {
    trying = isTried;
  }

  void giveUp() {
    trying = false;
  }

  /**
   * Judges by an acknowledgement.
   *
   * @param high what had been sent at the time-out
   */
  Verdict judge(AckNews news, boolean plainDuplicate, long high) {
    boolean recovered = send.unacknowledged >= high;
    if (trying && news.original) {
      return Verdict.TOO_EARLY;
    } else if (trying && send.next > high) {
      trying = !news.sacked && !plainDuplicate;
    } else if (trying && news.advanced && !recovered) {
      if (send.hasUnsent() && send.windowEnd() > send.next) {
        return Verdict.TRY_NEW;
      }
      trying = false;
    }
    return recovered ? Verdict.RECOVERED : Verdict.RESEND;
  }
}
