// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Bytes that end in the SHA-256 of their name and of all before, so that no change passes. */
final class SealedFile {
  private static final int SEAL = 32;

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
   * @return its seal in hexadecimal
   */
  static String write(OutputStream out, String name, Contents contents) throws IOException {
    MessageDigest digest = digest(name);
    DataOutputStream sealed = new DataOutputStream(new DigestOutputStream(out, digest));
    contents.write(sealed);
    sealed.flush();
    byte[] seal = digest.digest();
    out.write(seal);
    return HexFormat.of().formatHex(seal);
  }

  /** {@return the seal of a file that was opened} */
  static String seal(byte[] whole) {
    return HexFormat.of().formatHex(whole, whole.length - SEAL, whole.length);
  }

  /**
   * {@return what was written, without the seal}
   *
   * @param whole the file
   * @param name as it was written; another name's file is damaged, too
   * @throws DamagedException when any bit differs
   */
  static ByteBuffer open(byte[] whole, String name) throws DamagedException {
    int length = whole.length - SEAL;
    if (length < 0) {
      throw new DamagedException();
    }
    MessageDigest digest = digest(name);
    digest.update(whole, 0, length);
    byte[] seal = new byte[SEAL];
    System.arraycopy(whole, length, seal, 0, SEAL);
    if (!MessageDigest.isEqual(digest.digest(), seal)) {
      throw new DamagedException();
    }
    return ByteBuffer.wrap(whole, 0, length);
  }

  private static MessageDigest digest(String name) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return digest;
  }
}
