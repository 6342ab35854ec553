package vdcsim.network.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.RouterId;

/** RFC 2328, 9.4. Router n has address 10.0.0.n. */
class ElectionTest {
  private static Ipv4Address address(int number) {
    return number == 0 ? Election.NOBODY : Ipv4Address.parse("10.0.0." + number);
  }

  private static Election.Candidate router(int number, int priority, int says, int saysBackup) {
    return new Election.Candidate(
        new RouterId(number), address(number), priority, address(says), address(saysBackup));
  }

  private static Election elected(int designated, int backup) {
    return new Election(address(designated), address(backup));
  }

  @Test
  void atFirstTheHighestPriorityAndThenTheHighestIdentifierWins() {
    List<Election.Candidate> all =
        List.of(router(1, 1, 0, 0), router(2, 5, 0, 0), router(3, 1, 0, 0));
    assertThat(Election.of(address(1), all)).isEqualTo(elected(2, 2));
    // As seen by router 2, which has become both: it elects again, and 3 is the backup.
    assertThat(Election.of(address(2), all)).isEqualTo(elected(2, 3));
  }

  @Test
  void whoIsDesignatedStaysSoWhenAHigherPriorityComes() {
    List<Election.Candidate> all =
        List.of(router(1, 1, 2, 1), router(2, 1, 2, 1), router(9, 255, 2, 1));
    assertThat(Election.of(address(9), all)).isEqualTo(elected(2, 1));
  }

  @Test
  void theBackupTakesOverAndAnotherBecomesTheBackup() {
    List<Election.Candidate> all = List.of(router(1, 1, 2, 1), router(9, 255, 2, 1));
    assertThat(Election.of(address(1), all)).isEqualTo(elected(1, 9));
  }

  @Test
  void ofTwoThatClaimToBeDesignatedTheHigherWins() {
    List<Election.Candidate> all = List.of(router(1, 1, 1, 0), router(2, 1, 2, 0));
    assertThat(Election.of(address(2), all)).isEqualTo(elected(2, 0));
    // Router 1 gives way, and is the backup then.
    assertThat(Election.of(address(1), all)).isEqualTo(elected(2, 1));
  }

  @Test
  void aRouterOfPriorityZeroIsNoCandidateAndElectsTheOthers() {
    List<Election.Candidate> all = List.of(router(2, 1, 2, 0));
    Election election = Election.of(address(1), all);
    assertThat(election).isEqualTo(elected(2, 0));
    assertThat(election.role(address(1))).isEqualTo(InterfaceState.DR_OTHER);
  }

  @Test
  void theOrderOfCandidatesDoesNotMatter() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Election.Candidate> all = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        all.add(router(i, 1 + random.nextInt(3), random.nextInt(6), random.nextInt(6)));
      }
      Election first = Election.of(address(3), all);
      Collections.shuffle(all, random);
      assertThat(Election.of(address(3), all)).isEqualTo(first);
    }
  }
}
