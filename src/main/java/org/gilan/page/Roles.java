// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which property puts a statement into which part of a thing's page, and what it is called. */
final class Roles {
  /** From a tenure, membership, representation or stay to whose it is and in what. */
  static final Set<String> OFFICES =
      Set.of("holder", "member", "representative", "stayOf", "body", "post", "postIn");

  /** From a tenure to who made or ended it. */
  static final Set<String> APPOINTMENTS = Set.of("appointedBy", "removedBy", "replaces");

  /** From a record to who wrote or got it. */
  static final Set<String> CORRESPONDENCE =
      Set.of("sender", "recipient", "issuedBy", "signedBy", "copyTo", "presentedTo", "author");

  /** Between actors. */
  static final Set<String> TIES =
      Set.of(
          "associateOf",
          "opponentOf",
          "organOf",
          "subordinateTo",
          "governmentOf",
          "evolvedFrom",
          "citizenOf");

  /** Of use to programs and editors. */
  static final Set<String> TECHNICAL =
      Set.of(
          "linkBasis",
          "nameBasis",
          "latitude",
          "longitude",
          "coordinateBasis",
          "boundsFrom",
          "sha256",
          "length",
          "exactMatch",
          "closeMatch",
          "seeAlso",
          "identifier",
          "wikiPage",
          "asWKT");

  /** Shown elsewhere on the page. */
  static final Set<String> APART =
      Set.of(
          "memberOf",
          "hasMember",
          "inDispute",
          "about",
          "wordOf",
          "attributedTo",
          "situationOf",
          "mentions",
          "preferredBecause",
          "question",
          "prefers",
          "citation",
          "involved");

  /** What a reader looks for first among the facts of a thing. */
  private static final List<String> FIRST =
      List.of(
          "content",
          "onDate",
          "signedOn",
          "dated",
          "published",
          "from",
          "to",
          "attestedOn",
          "place",
          "origin",
          "destination",
          "speaker",
          "addressee",
          "sender",
          "recipient",
          "issuedBy",
          "party",
          "signedBy",
          "holder",
          "member",
          "representative",
          "post",
          "body",
          "ledBy",
          "carriedOutBy",
          "participant",
          "orderedBy",
          "against");

  private static final Set<String> LATER = Set.of("describedAs", "citedIn", "title", "concerns");

  private static final Map<String, String> IN_EVENTS =
      Map.ofEntries(
          Map.entry("ledBy", "led it"),
          Map.entry("carriedOutBy", "carried it out"),
          Map.entry("participant", "took part"),
          Map.entry("orderedBy", "gave the order"),
          Map.entry("supportedBy", "gave support"),
          Map.entry("attendedBy", "was present"),
          Map.entry("addressedBy", "spoke"),
          Map.entry("against", "was its target"),
          Map.entry("affected", "was affected"),
          Map.entry("beneficiary", "gained by it"),
          Map.entry("deceased", "died"),
          Map.entry("formed", "was founded"),
          Map.entry("dissolved", "ended"),
          Map.entry("recognised", "was recognised"),
          Map.entry("sittingOf", "sat"),
          Map.entry("origin", "set out from here"),
          Map.entry("destination", "led here"),
          Map.entry("partOfEvent", "part of it"),
          Map.entry("after", "after it"),
          Map.entry("before", "before it"));

  private static final Map<String, String> IN_RECORDS =
      Map.of(
          "sender", "Sent",
          "recipient", "Received",
          "issuedBy", "Issued",
          "signedBy", "Signed",
          "copyTo", "Received in copy",
          "presentedTo", "Presented to it",
          "author", "Written");

  private Roles() {}

  /** {@return where a property stands among the facts of a thing} */
  static int rank(String property) {
    int first = FIRST.indexOf(property);
    return first >= 0 ? first : LATER.contains(property) ? FIRST.size() + 1 : FIRST.size();
  }

  /** {@return the part that somebody had in an event; empty where the event's name says it} */
  static String inEvent(String property) {
    return IN_EVENTS.getOrDefault(property, "");
  }

  /** {@return the heading over tenures that somebody had a hand in} */
  static String inAppointment(String property) {
    return switch (property) {
      case "appointedBy" -> "Appointed by them";
      case "removedBy" -> "Removed by them";
      default -> "Who came after";
    };
  }

  /** {@return the heading over records with which somebody had this to do} */
  static String inRecord(String property) {
    return IN_RECORDS.getOrDefault(property, "Papers");
  }
}
