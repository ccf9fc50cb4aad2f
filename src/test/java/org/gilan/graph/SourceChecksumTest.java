// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChecksumTest {
  @TempDir Path home;
  private Path data;
  private Path note;

  @BeforeEach
  void write() throws IOException {
    for (String file :
        List.of(
            "ontology/gilan.ttl",
            "ontology/alignments.ttl",
            "ontology/shapes.ttl",
            "ontology/prefixes.ttl",
            "queries/one.rq",
            "data/one.ttl")) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.writeString(home.resolve(file), "# " + file);
    }
    data = home.resolve("data/one.ttl");
    note = home.resolve("target/snapshot/checksum");
  }

  private String checksum() throws IOException {
    return SourceChecksum.of(home, "salt", note);
  }

  /** The files are old enough for their times to be relied on. */
  private String noted() throws Exception {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("unix");
    TimeUnit.MILLISECONDS.sleep(2100);
    String checksum = checksum();
    assertThat(Files.readAllLines(note)).hasSize(2).endsWith(checksum);
    return checksum;
  }

  @Test
  void readsFilesThatWereChangedJustNow() throws IOException {
    String before = checksum();
    assertThat(note).doesNotExist();
    assertThat(checksum()).isEqualTo(before).hasSize(64);
    Files.writeString(data, "# date/one.ttl");
    assertThat(checksum()).isNotEqualTo(before);
    assertThat(SourceChecksum.of(home, "pepper", note)).isNotEqualTo(checksum());
  }

  @Test
  void takesWhatIsNotedWhileNothingIsTouched() throws Exception {
    String before = noted();
    Files.write(note, List.of(Files.readAllLines(note).get(0), "as noted"));
    assertThat(checksum()).isEqualTo("as noted");
    assertThat(SourceChecksum.of(home, "pepper", note)).isNotIn("as noted", before);
    for (String other : List.of("", "x", "x\ny\n", "\0\n\0")) {
      Files.writeString(note, other);
      assertThat(checksum()).isEqualTo(before);
    }
    Files.write(note, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(checksum()).isEqualTo(before);
  }

  @Test
  void seesAChangeThatHasTheSameSizeAndTime() throws Exception {
    String before = noted();
    FileTime time = Files.getLastModifiedTime(data);
    Files.writeString(data, "# date/one.ttl");
    Files.setLastModifiedTime(data, time);
    assertThat(checksum()).isNotEqualTo(before);
  }

  @Test
  void seesAFileThatTookThePlaceOfAnother() throws Exception {
    String before = noted();
    FileTime time = Files.getLastModifiedTime(data);
    Path other = Files.writeString(home.resolve("data/other"), "# date/one.ttl");
    Files.setLastModifiedTime(other, time);
    Files.move(other, data, StandardCopyOption.REPLACE_EXISTING);
    assertThat(checksum()).isNotEqualTo(before);
  }

  @Test
  void seesAFileMoreAndOneLess() throws Exception {
    String before = noted();
    Path more = Files.writeString(home.resolve("data/two.ttl"), "");
    String with = checksum();
    assertThat(with).isNotEqualTo(before);
    Files.delete(more);
    assertThat(checksum()).isEqualTo(before);
    Files.delete(home.resolve("queries/one.rq"));
    assertThat(checksum()).isNotIn(before, with);
  }

  @Test
  void needsNoNote() throws Exception {
    String before = noted();
    Files.delete(note);
    Files.createDirectory(note);
    assertThat(checksum()).isEqualTo(before);
  }
}
