package vdcsim.network.service;

import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.network.ip.Ipv4Address;

/**
 * What has come of an attempt, with all that was learned.
 *
 * @param answer what the service said, where there was one
 * @param teller who sent the error of ICMP, where there was one
 * @param timeToLive of the reply to an echo request
 */
public record Report(
    Outcome outcome,
    Optional<Answer> answer,
    Optional<Ipv4Address> teller,
    OptionalInt timeToLive) {

  static Report of(Outcome outcome) {
    return new Report(outcome, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  static Report answered(Answer answer) {
    return new Report(Outcome.OK, Optional.of(answer), Optional.empty(), OptionalInt.empty());
  }

  static Report told(Outcome outcome, Ipv4Address teller) {
    return new Report(outcome, Optional.empty(), Optional.of(teller), OptionalInt.empty());
  }

  static Report replied(int timeToLive) {
    return new Report(Outcome.OK, Optional.empty(), Optional.empty(), OptionalInt.of(timeToLive));
  }
}
