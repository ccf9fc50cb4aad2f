// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
  private static Node edtf(String text) {
    return NodeFactory.createLiteralDT(
        text, TypeMapper.getInstance().getSafeTypeByName(DateRange.EDTF));
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1920-01-01, 1920-12-31",
    "192X, 1920-01-01, 1929-12-31",
    "1920~, 1919-01-01, 1921-12-31",
    "1920-02, 1920-02-01, 1920-02-29",
    "1920-06~, 1920-05-01, 1920-07-31",
    "1920-XX, 1920-01-01, 1920-12-31",
    "1920-0X, 1920-01-01, 1920-09-30",
    "1920-1X, 1920-10-01, 1920-12-31",
    "1920-21, 1920-03-01, 1920-05-31",
    "1920-21~, 1920-02-01, 1920-06-30",
    "1920-24, 1920-12-01, 1921-02-28",
    "1920-06-09, 1920-06-09, 1920-06-09",
    "1920-06-2X, 1920-06-20, 1920-06-29",
    "1920-06-3X, 1920-06-30, 1920-06-30",
    "1920-02-XX, 1920-02-01, 1920-02-29",
    "1920-06-09~, 1920-06-02, 1920-06-16",
    "1920-06-09?, 1920-06-09, 1920-06-09",
    "1920-05/1920-09, 1920-05-01, 1920-09-30"
  })
  void readsWhatTheDateAllows(String text, String earliest, String latest) {
    assertThat(DateRange.of(edtf(text)))
        .hasValueSatisfying(
            range -> {
              assertThat(range.earliest()).isEqualTo(earliest);
              assertThat(range.latest()).isEqualTo(latest);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "May 1920", "1920-13", "1920-06-31", "1920-6", "1921/1920", "1920/", "20"})
  void refusesWhatIsNoDate(String text) {
    assertThat(DateRange.of(edtf(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1920-13, there is no month 13",
    "1920-00, there is no month 00",
    "1920-25, there is no month 25",
    "1920-20, there is no month 20",
    "1920-2X, there are no months 2X",
    "1920-06-31, June 1920 has 30 days",
    "1921-02-29, February 1921 has 28 days",
    "1920-06-00, June 1920 has 30 days",
    "1920-02-3X, February has no days 3X",
    "1920-21-05, a season has no days",
    "1921-05/1920-05, the interval ends before it begins",
    "1920/, an interval needs both ends; or write gilan:from or gilan:to",
    "../1920, an interval needs both ends; or write gilan:from or gilan:to",
    "1920-6, 'write YYYY, YYYY-MM or YYYY-MM-DD'",
    "19X0, only the last digits can be left open (X)",
    "1920-X5, only the last digits can be left open (X)",
    "1920-XX-05, only the last digits can be left open (X)",
    "192X-05, only the last digits can be left open (X)",
    "1920-06-05, a single day is an xsd:date",
    "1920-06-05/1920-06-31, June 1920 has 30 days"
  })
  void saysWhatIsWrong(String text, String fault) {
    assertThat(DateRange.fault(edtf(text))).contains(fault);
  }

  @Test
  void tellsADayFromALessExactDateByTheDatatype() {
    assertThat(DateRange.fault(NodeFactory.createLiteralDT("1921-02-26", XSDDatatype.XSDdate)))
        .isEmpty();
    assertThat(DateRange.fault(NodeFactory.createLiteralDT("1921-02", XSDDatatype.XSDdate)))
        .contains("not a single day; write edtf:EDTF");
    assertThat(DateRange.fault(edtf("1921-02"))).isEmpty();
    assertThat(DateRange.fault(edtf("1921-02-26~"))).isEmpty();
  }

  @Test
  void readsDaysOfXmlSchema() {
    Node day = NodeFactory.createLiteralDT("1921-02-26", XSDDatatype.XSDdate);
    assertThat(DateRange.of(day)).map(DateRange::latest).hasToString("Optional[1921-02-26]");
  }

  @Test
  void takesNoOtherLiteralForADate() {
    assertThat(DateRange.of(NodeFactory.createLiteralString("1921-02-26"))).isEmpty();
  }

  @Test
  void coarserDatesMeetFinerOnesAndDisjointOnesDoNot() {
    DateRange may = DateRange.of(edtf("1920-05")).orElseThrow();
    assertThat(may.meets(DateRange.of(edtf("1920-05-14")).orElseThrow())).isTrue();
    assertThat(may.meets(DateRange.of(edtf("1920-06-01")).orElseThrow())).isFalse();
    assertThat(DateRange.of(edtf("1920-06-01")).orElseThrow().meets(may)).isFalse();
  }

  @Test
  void sharesWhatBothAllowAndSpansWhatExcludeEachOther() {
    DateRange may = DateRange.of(edtf("1920-05")).orElseThrow();
    DateRange day = DateRange.of(edtf("1920-05-14")).orElseThrow();
    DateRange june = DateRange.of(edtf("1920-06")).orElseThrow();
    assertThat(may.sharedOrHull(day)).isEqualTo(day);
    assertThat(may.sharedOrHull(june)).isEqualTo(new DateRange(may.earliest(), june.latest()));
    assertThat(june.hull(day)).isEqualTo(new DateRange(day.earliest(), june.latest()));
  }
}
