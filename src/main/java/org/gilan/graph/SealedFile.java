// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that end in a checksum of their name and of all before, so that no change passes. */
final class SealedFile {

  /** Thrown for bytes that are not those that were written. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedException() {
      super("damaged");
    }
  }

  /** Writes what is to be sealed. */
  interface Contents {
    void write(DataOutputStream out) throws IOException;
  }

  private SealedFile() {}

  /**
   * Writes a file.
   *
   * @param digest makes the seal
   * @return its seal in hexadecimal
   */
  static String write(OutputStream out, MessageDigest digest, String name, Contents contents)
      throws IOException {
    begin(digest, name);
    DataOutputStream sealed = new DataOutputStream(new DigestOutputStream(out, digest));
    contents.write(sealed);
    sealed.flush();
    byte[] seal = digest.digest();
    out.write(seal);
    return HexFormat.of().formatHex(seal);
  }

  /**
   * {@return the seal of a file that was opened}
   *
   * @param digest that made it
   */
  static String seal(byte[] whole, MessageDigest digest) {
    int length = whole.length - digest.getDigestLength();
    return HexFormat.of().formatHex(whole, length, whole.length);
  }

  /**
   * {@return what was written, without the seal}
   *
   * @param whole the file
   * @param digest that made the seal
   * @param name as it was written; another name's file is damaged, too
   * @throws DamagedException when any bit differs
   */
  static ByteBuffer open(byte[] whole, MessageDigest digest, String name) throws DamagedException {
    int length = whole.length - digest.getDigestLength();
    if (length < 0) {
      throw new DamagedException();
    }
    begin(digest, name);
    digest.update(whole, 0, length);
    byte[] seal = Arrays.copyOfRange(whole, length, whole.length);
    if (!MessageDigest.isEqual(digest.digest(), seal)) {
      throw new DamagedException();
    }
    return ByteBuffer.wrap(whole, 0, length);
  }

  private static void begin(MessageDigest digest, String name) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
