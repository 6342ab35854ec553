package vdcsim.hardware.cpu.credit;

import java.util.ArrayList;
import java.util.List;

/** Hands out credit once a turn, by weight, within caps (csched_acct). */
final class Accounting {
  private final List<Domain> domains = new ArrayList<>();
  private final int processors;
  private final Turn turn;
  private long balance;

  Accounting(int processors, Turn turn) {
    this.processors = processors;
    this.turn = turn;
  }

  void add(Domain domain) {
    domains.add(domain);
  }

  /** Whether anybody has run lately. */
  boolean isIdle() {
    return domains.stream().allMatch(domain -> domain.active().isEmpty());
  }

  /** Who may run again, and who may not any more, after credit was handed out. */
  record Outcome(List<Vcpu> unparked, List<Vcpu> parked) {}

  Outcome settle() {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    long weightTotal = 0;
    for (Domain domain : domains) {
      weightTotal += weight(domain);
    }
    long total = processors * turn.credits() - Math.min(0, balance);
    long weightLeft = weightTotal;
    long deficit = -Math.min(0, balance);
    balance = 0;
    for (Domain domain : List.copyOf(domains)) {
      if (domain.active().isEmpty()) {
        continue;
      }
      weightLeft -= weight(domain);
      long peak = peak(domain, deficit, weightTotal);
      long fair = ceil(total * weight(domain), weightTotal);
      if (fair > peak) {
        // What a domain may not take goes to those behind it.
        total += weightLeft > 0 ? ceil((fair - peak) * weightTotal, weightLeft) : 0;
        domains.remove(domain);
        domains.add(0, domain);
        fair = peak;
      }
      give(domain, ceil(fair, domain.active().size()), outcome);
    }
    return outcome;
  }

  private static long weight(Domain domain) {
    return (long) domain.weight() * domain.active().size();
  }

  /** The most that a domain earns in a turn. */
  private long peak(Domain domain, long deficit, long weightTotal) {
    long peak =
        domain.active().size() * turn.credits() + ceil(deficit * weight(domain), weightTotal);
    return domain.isCapped() ? Math.min(peak, domain.capCredit()) : peak;
  }

  private static long ceil(long value, long by) {
    return (value + by - 1) / by;
  }

  private void give(Domain domain, long each, Outcome outcome) {
    long cap = ceil(domain.capCredit(), domain.active().size());
    for (Vcpu vcpu : List.copyOf(domain.active())) {
      long credit = vcpu.credit() + each;
      if (credit < 0) {
        vcpu.priority(Priority.OVER);
        if (domain.isCapped() && credit < -cap && !vcpu.isParked()) {
          vcpu.parked(true);
          outcome.parked().add(vcpu);
        }
        credit = Math.max(credit, -turn.credits());
      } else {
        vcpu.priority(Priority.UNDER);
        if (vcpu.isParked()) {
          vcpu.parked(false);
          outcome.unparked().add(vcpu);
        }
        if (credit > turn.credits()) {
          // It does not use what it gets: it takes part again when it runs into a tick.
          domain.deactivate(vcpu);
          credit /= 2;
        }
      }
      vcpu.credit(credit);
      balance += credit;
    }
  }
}
