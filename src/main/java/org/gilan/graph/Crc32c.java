// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32C;

/**
 * CRC-32C, RFC 3720 section 12.1: notes whatever a disk or a cable does to a file, each single bit
 * for certain, in a hundredth of the time that SHA-256 takes before it is compiled. It is no proof
 * against who changes a file on purpose.
 */
final class Crc32c extends MessageDigest {
  private final CRC32C crc = new CRC32C();

  Crc32c() {
    super("CRC-32C");
  }

  @Override
  protected int engineGetDigestLength() {
    return Integer.BYTES;
  }

  @Override
  protected void engineUpdate(byte input) {
    crc.update(input);
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int length) {
    crc.update(input, offset, length);
  }

  @Override
  protected byte[] engineDigest() {
    byte[] value = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    crc.reset();
    return value;
  }

  @Override
  protected void engineReset() {
    crc.reset();
  }
}
