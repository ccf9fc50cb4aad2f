// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gilan.extract.Citation.Parties;

/**
 * Reads who wrote to whom: {@code from X to Y}, {@code X's telegram to Y}, {@code of the sitting of
 * X}, {@code X, Theses …}, and the Russian {@code Телеграмма X Y}, where only the order tells.
 */
final class PartyReader {
  private enum Role {
    NONE,
    SENDER,
    RECIPIENT,
    COPY,
    OVER
  }

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}'’-]+|[.,;]");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?\\s+(?:\\p{L}+\\s+){0,2}|,\\s+");
  private static final Set<String> FROM = Set.of("from", "by", "от");
  private static final Set<String> TO = Set.of("to", "в", "к", "à");
  private static final Set<String> OVER =
      Set.of("about", "on", "at", "with", "concerning", "regarding", "о", "об", "на", "по");
  private static final Set<String> NO_NAME =
      Set.of(
          ("the a an of in le la no comrade comrades com т товарищу joint plenary sitting session"
                  + " meeting plenum greetings congratulations protocol verbatim report survey"
                  + " activities заседания пленума")
              .split(" "));

  private final Reading reading;
  private final Holdings holdings;

  /** One name in a list, with what else stands beside it. */
  private final List<Mention> item = new ArrayList<>();

  private int unknownWords;
  private int initials;
  private int itemEnd;
  private Role role;
  private boolean copies;
  private final List<Part> senders = new ArrayList<>();
  private final List<Part> recipients = new ArrayList<>();
  private final List<Part> copied = new ArrayList<>();
  private final List<Part> unread = new ArrayList<>();

  private PartyReader(Reading reading, Holdings holdings) {
    this.reading = reading;
    this.holdings = holdings;
  }

  /**
   * {@return the parties named in the head of a citation}
   *
   * @param reading the text
   * @param holdings the known names and what they are
   * @param head the citation up to its date
   * @param kind the kind named in it, or null when it begins with the sender
   */
  static Parties in(Reading reading, Holdings holdings, Span head, Part kind) {
    PartyReader reader = new PartyReader(reading, holdings);
    if (kind == null) {
      reader.role = Role.SENDER;
      reader.read(head.begin(), head.end(), false);
    } else {
      boolean owned = reader.readOwner(head.begin(), kind);
      boolean russian = reading.text().codePointAt(kind.span().begin()) > '\u0400';
      reader.role = russian && !owned ? Role.SENDER : Role.NONE;
      reader.read(kind.span().end(), head.end(), russian);
    }
    return new Parties(reader.senders, reader.recipients, reader.copied, reader.unread);
  }

  private boolean readOwner(int begin, Part kind) {
    int end = kind.span().begin();
    List<Mention> before = holdings.names().in(reading, new Span(begin, end));
    if (before.isEmpty() || kind.value().equals("Certificate")) {
      return false;
    }
    Mention last = before.get(before.size() - 1);
    Matcher m = POSSESSIVE.matcher(reading.text()).region(last.span().end(), end);
    if (!m.matches()) {
      return false;
    }
    role = Role.SENDER;
    item.add(last);
    close(end);
    return true;
  }

  private void read(int begin, int end, boolean russian) {
    int at = begin;
    itemEnd = begin;
    for (Mention mention : holdings.names().in(reading, new Span(begin, end))) {
      gap(at, mention.span().begin());
      if (role == Role.OVER) {
        break;
      }
      boolean full = russian && role == Role.SENDER && item.stream().anyMatch(this::isPerson);
      if (full) {
        close(mention.span().begin());
        role = Role.RECIPIENT;
      }
      item.add(mention);
      at = mention.span().end();
    }
    if (role != Role.OVER) {
      gap(at, end);
    }
    close(end);
  }

  private void gap(int begin, int end) {
    Matcher m = TOKEN.matcher(reading.text()).region(begin, end);
    String before = "";
    while (role != Role.OVER && m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      if (word.equals(".")) {
        boolean abbreviated = before.length() < 2 || before.equals("no") || before.equals("com");
        turn(abbreviated ? role : Role.OVER, m.start());
      } else if (word.startsWith("cop")) {
        copies = true;
      } else {
        word(word, m.start());
      }
      before = word;
    }
  }

  private void word(String word, int at) {
    if (FROM.contains(word) || word.equals("of") && role == Role.NONE) {
      turn(Role.SENDER, at);
    } else if (TO.contains(word)) {
      turn(copies ? Role.COPY : Role.RECIPIENT, at);
    } else if (OVER.contains(word) && (!item.isEmpty() || unknownWords == 0)) {
      turn(Role.OVER, at);
    } else if (word.equals(",") || word.equals("and") || word.equals("и") || word.equals(";")) {
      close(at);
    } else if (role != Role.NONE && !(item.isEmpty() && senders.isEmpty()) && Kinds.isKind(word)) {
      turn(Role.OVER, at);
    } else if (word.length() == 1 && Character.isUpperCase(reading.text().charAt(at))) {
      initials++;
    } else if (!NO_NAME.contains(word)) {
      unknownWords++;
    }
  }

  private void turn(Role next, int at) {
    if (next != role) {
      close(at);
      role = next;
    }
  }

  /** Ends a name: a person in it is meant, else the one body that it names and nothing else. */
  private void close(int end) {
    List<Part> parts =
        switch (role) {
          case SENDER -> senders;
          case RECIPIENT -> recipients;
          case COPY -> copied;
          default -> null;
        };
    if (parts != null) {
      List<Mention> persons = item.stream().filter(this::isPerson).toList();
      List<Mention> actors = item.stream().filter(m -> holdings.isA(m.thing(), "Actor")).toList();
      if (!persons.isEmpty()) {
        add(parts, persons.get(persons.size() - 1), true);
      } else if (!actors.isEmpty() && unknownWords + initials == 0) {
        add(parts, actors.get(0), actors.size() == 1);
      } else if (unknownWords > 0 || !item.isEmpty()) {
        String property = role == Role.COPY ? "copyTo" : role.name().toLowerCase(Locale.ROOT);
        unread.add(new Part(property, reading.trimmed(itemEnd, end), false));
      }
    }
    item.clear();
    unknownWords = 0;
    initials = 0;
    itemEnd = end;
  }

  private void add(List<Part> parts, Mention mention, boolean sure) {
    String iri = mention.thing().getURI();
    parts.add(new Part(iri, mention.span(), sure && !mention.isAmbiguous()));
  }

  private boolean isPerson(Mention mention) {
    return holdings.isA(mention.thing(), "Person");
  }
}
