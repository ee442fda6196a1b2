#!/usr/bin/env bash
# po4a 0.69 (Debian): its Markdown reader knows no tables and no lines of tags, and joins the lines of both.
#
# A table comes back as one paragraph that is wrapped at 76 columns. `{% ifversion x %}`, a line of text and
# `{% endif %}` become one line, so a break behind a tag is lost in every translation made this way. A tag that begins
# in one step of a list and ends in the next is cut into two messages, and the wrapping may break a line inside a tag.
# Needs perl, and apt to fetch the packages; nothing is installed.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; chmod 755 "$folder"; cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download po4a=0.69-1 libyaml-tiny-perl libsyntax-keyword-try-perl libxs-parse-keyword-perl libpod-parser-perl
for package in *.deb; do dpkg -x "$package" root; done
PERL5LIB="root/usr/share/perl5:$(echo root/usr/lib/*/perl5/*)"; export PERL5LIB

cat > article.md <<'MD'
{% ifversion fpt %}
Only here.
{% endif %}

1. Open.{% ifversion ghes %}
1. Pick.{% endif %}

| Limit | Value |
| --- | --- |
| Storage | 2 GB |

The first packages of your organization are in {% data variables.product.product_name %}.
MD
perl root/usr/bin/po4a-updatepo -f text -o markdown -M utf-8 -m article.md -p messages.pot 2>/dev/null
perl root/usr/bin/po4a-translate -f text -o markdown -k 0 -M utf-8 -m article.md -p messages.pot -l again.md 2>/dev/null
cat > expected <<'TXT'
{% ifversion fpt %} Only here.  {% endif %}

1. Open.{% ifversion ghes %}
1. Pick.{% endif %}

| Limit | Value | | --- | --- | | Storage | 2 GB |

The first packages of your organization are in {% data
variables.product.product_name %}.
TXT
tee seen < again.md; diff expected seen
# Two messages, each with half of a condition.
grep -F 'msgid "Open.{% ifversion ghes %}"' messages.pot
grep -F 'msgid "Pick.{% endif %}"' messages.pot
