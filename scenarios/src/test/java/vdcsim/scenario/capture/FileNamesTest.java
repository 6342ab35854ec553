package vdcsim.scenario.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
  private final FileNames names = new FileNames();

  @Test
  void aLinkIsNamedWithoutItsSpaces() {
    assertThat(names.next("s1.p1 -- s2.p1")).isEqualTo("s1.p1--s2.p1");
  }

  @Test
  void whatCouldLeaveTheFolderOrHideIsTakenOut() {
    assertThat(names.next("../../etc -- s1")).isEqualTo("_.._etc--s1");
    assertThat(names.next("..")).isEqualTo("link");
    assertThat(names.next("a<b>\"c\" -- d")).isEqualTo("a_b__c_--d");
  }

  @Test
  void noTwoLinksShareAName() {
    assertThat(names.next("a -- b")).isEqualTo("a--b");
    assertThat(names.next("a  --  b")).isEqualTo("a--b-2");
    assertThat(names.next("A -- B")).isEqualTo("A--B-3");
  }
}
