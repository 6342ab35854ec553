package vdcsim.kernel.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitTest {
  private final Visit start = new Visit();

  @Test
  void whoGoesTheSameWayAtTheSameTimeSharesIt() {
    Visit first = start.then(0, "off").then(5, "running");
    assertThat(start.then(0, "off").then(5, "running")).isSameAs(first);
  }

  @Test
  void whoLeavesTheWayHasOneOfItsOwnAndChangesNoOther() {
    Visit first = start.then(0, "off").then(5, "running");
    Visit later = start.then(0, "off").then(6, "running");
    Visit other = start.then(0, "off").then(5, "failed");
    assertThat(first.timeNs()).isEqualTo(5);
    assertThat(first.state()).isEqualTo("running");
    assertThat(later.timeNs()).isEqualTo(6);
    assertThat(other.state()).isEqualTo("failed");
    assertThat(other.before()).isSameAs(first.before());
    assertThat(other.before().before().isNone()).isTrue();
  }
}
