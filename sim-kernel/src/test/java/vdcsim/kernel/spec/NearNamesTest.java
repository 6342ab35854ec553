package vdcsim.kernel.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
  private static final List<String> KEYS =
      List.of("priority", "protocol", "hello-time", "max-age", "forward-delay");

  @ParameterizedTest
  @CsvSource({
    "prioritty, priority",
    "proirity, priority",
    "helloTime, hello-time",
    "MAX_AGE, max-age",
    "foward-dealy, forward-delay",
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(NearNames.of(typed, KEYS)).startsWith(meant);
    assertThat(NearNames.hint(typed, KEYS)).isEqualTo("; did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "'', abc, 3",
    "abc, '', 3",
    "ab, ba, 1",
    "abc, abd, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
  })
  void countsInsertionsDeletionsSubstitutionsAndSwaps(String a, String b, int distance) {
    assertThat(NearNames.distance(a, b, 10)).isEqualTo(distance);
    assertThat(NearNames.distance(b, a, 10)).isEqualTo(distance);
  }

  @Test
  void nearerNamesComeFirstAndEqualOnesByName() {
    assertThat(NearNames.of("host", List.of("hosts2", "ghost", "hosts", "cost")))
        .containsExactly("cost", "ghost", "hosts");
    assertThat(NearNames.of("switch", List.of("switxx", "switcx")))
        .containsExactly("switcx", "switxx");
  }

  @Test
  void nothingNearListsWhatThereIsUpToTen() {
    assertThat(NearNames.hint("zzz", List.of("one", "two"))).isEqualTo("; there are: one, two");
    assertThat(NearNames.hint("zzz", List.of())).isEqualTo("; there are none");
    List<String> eleven = List.of("a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j0", "k1");
    assertThat(NearNames.hint("zzzz", eleven))
        .isEqualTo("; there are: a1, b2, c3, d4, e5, f6, g7, h8, i9, j0, ...");
  }
}
