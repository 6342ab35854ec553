package vdcsim.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.result.FinalTable;

class TablesTest {
  private static final List<String> COLUMNS = List.of("router", "neighbour");

  private final Tables tables = new Tables();

  @Test
  void rowsAreThoseOfTheEndNotOfTheOffer() {
    List<List<String>> rows = new ArrayList<>();
    tables.offer("neighbours", COLUMNS, () -> rows);
    rows.add(List.of("r1", "r2"));
    assertThat(tables.read(10))
        .containsExactly(new FinalTable("neighbours", COLUMNS, List.of(List.of("r1", "r2")), 0));
  }

  @Test
  void severalModelsShareATableInTheOrderOfTheirOffers() {
    tables.offer("neighbours", COLUMNS, () -> List.of(List.of("r2", "r1")));
    tables.offer("neighbours", COLUMNS, () -> List.of(List.of("r1", "r2")));
    assertThat(tables.read(10).get(0).rows())
        .containsExactly(List.of("r2", "r1"), List.of("r1", "r2"));
  }

  @Test
  void aTableWithoutRowsIsLeftOut() {
    tables.offer("neighbours", COLUMNS, List::of);
    assertThat(tables.read(10)).isEmpty();
  }

  @Test
  void rowsBeyondTheLimitOfAllTablesAreCounted() {
    List<List<String>> three = List.of(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
    tables.offer("first", COLUMNS, () -> three);
    tables.offer("second", COLUMNS, () -> three);
    assertThat(tables.read(4)).extracting(t -> t.rows().size()).containsExactly(3, 1);
    assertThat(tables.read(4)).extracting(FinalTable::leftOut).containsExactly(0L, 2L);
  }

  @Test
  void tablesStandInTheOrderOfTheirNamesAndNumbers() {
    for (String name : List.of("routes-r10", "neighbours", "routes-r2")) {
      tables.offer(name, COLUMNS, () -> List.of(List.of("a", "b")));
    }
    assertThat(tables.read(10))
        .extracting(FinalTable::name)
        .containsExactly("neighbours", "routes-r2", "routes-r10");
  }

  @Test
  void otherColumnsForTheSameTableAreAnError() {
    tables.offer("neighbours", COLUMNS, List::of);
    assertThatThrownBy(() -> tables.offer("neighbours", List.of("router"), List::of))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[router, neighbour], not [router]");
  }
}
