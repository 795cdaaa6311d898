#!/bin/sh
# Herstart de processen een voor een, zodat er altijd een over is en een workshop doorgaat.
# Gebruik: deploy/herstart.sh 8501 8502
# Werkt met systemd. Zonder systemd: stop en start elk proces zelf, een voor een.
set -eu

if [ "$#" -eq 0 ]; then
    echo "Gebruik: deploy/herstart.sh POORT [POORT …]" >&2
    exit 2
fi
if ! command -v systemctl >/dev/null; then
    echo "Deze machine heeft geen systemd: stop en start de processen zelf, een voor een." >&2
    exit 2
fi
for poort in "$@"; do
    systemctl restart "triggerwijzer@$poort"
    # Pas verder als dit proces weer bezoek kan hebben; na een minuut stoppen we.
    poging=0
    until curl -fsS -o /dev/null "http://127.0.0.1:$poort/gezond/klaar" 2>/dev/null; do
        poging=$((poging + 1))
        if [ "$poging" -gt 120 ]; then
            echo "Poort $poort komt niet terug; de andere processen blijven staan." >&2
            exit 1
        fi
        sleep 0.5
    done
    # nginx slaat een proces dat weg was vijf tellen over.
    sleep 6
done
