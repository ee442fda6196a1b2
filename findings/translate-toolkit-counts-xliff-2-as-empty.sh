#!/usr/bin/env bash
# Translate Toolkit 3.8.4 (Debian): a document of XLIFF 2.0 is read as one of version 1 without units, and nobody is told.
#
# `pocount` counts 0 messages and `xliff2po` writes no file, both with exit code 0 and without a word, where the same text in
# XLIFF 1.2 has one translated message. A pipeline that counts what is left to translate says that all is done.
# Needs python3, and apt to fetch the packages; nothing is installed.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; chmod 755 "$folder"; cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download translate-toolkit=3.8.4-1 python3-translate=3.8.4-1 python3-lxml libxml2 libxslt1.1 libicu72
for package in *.deb; do dpkg -x "$package" root; done
export PYTHONPATH="$folder/root/usr/lib/python3/dist-packages" LD_LIBRARY_PATH="$(echo root/usr/lib/*-linux-gnu)"

xml='<?xml version="1.0" encoding="UTF-8"?>'
text='<source>Press Save.</source><target>保存を押します。</target>'
echo "$xml<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"ja\">
<file id=\"f1\"><unit id=\"u1\"><segment>$text</segment></unit></file></xliff>" > two.xlf
echo "$xml<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">
<file original=\"a\" datatype=\"plaintext\" source-language=\"en\" target-language=\"ja\"><body>
<trans-unit id=\"u1\" approved=\"yes\">$text</trans-unit></body></file></xliff>" > one.xlf
for name in one two; do
  python3 root/usr/bin/pocount --csv $name.xlf
  python3 root/usr/bin/xliff2po --progress=none $name.xlf $name.po 2>&1
done | grep -v '^Filename' | tee seen
cat > expected <<'TXT'
one.xlf,  1, 2, 1, 0, 0, 0, 0, 1, 2 
two.xlf,  0, 0, 0, 0, 0, 0, 0, 0, 0 
TXT
diff expected seen
grep -F 'msgstr "保存を押します。"' one.po
test ! -e two.po
