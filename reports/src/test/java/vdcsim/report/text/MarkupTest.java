package vdcsim.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void namesCannotBecomeMarkup() {
    Markup markup = new Markup();
    markup.leaf("td", "<script>\"a\" & 'b'", "title", "\" onload=\"x");
    assertThat(markup.toString())
        .isEqualTo(
            "<td title=\"&quot; onload=&quot;x\">&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;</td>");
  }

  @Test
  void whatXmlForbidsIsReplaced() {
    assertThat(Markup.escape("a\u0000b\u001bc\ud800d\u0085e\tf\ud83d\ude00"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf\ud83d\ude00");
  }

  @Test
  void anElementLeftOpenIsAnError() {
    Markup markup = new Markup().open("p");
    assertThatThrownBy(markup::toString).hasMessageContaining("[p]");
  }
}
