// Links into the Fuseki UI as it is usually mounted, /#/dataset/…, lead to where it is mounted here.
if (location.hash.startsWith("#/")) {
  location.replace("ui/" + location.hash);
}
