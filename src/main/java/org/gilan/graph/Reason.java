// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used, in words: of some failures Java tells nothing but the file's name. */
public final class Reason {
  private Reason() {}

  /**
   * {@return the file and what is wrong with it}
   *
   * @param failure of reading or writing
   */
  public static String of(IOException failure) {
    if (!(failure instanceof FileSystemException f) || f.getReason() != null) {
      return failure.getMessage();
    }
    String file = f.getFile();
    if (f instanceof AccessDeniedException) {
      return file + ": permission denied";
    } else if (f instanceof NoSuchFileException) {
      return file + ": there is no such file or folder";
    } else if (f instanceof FileAlreadyExistsException) {
      return file + ": it is there, and no folder";
    }
    return f.getMessage();
  }
}
