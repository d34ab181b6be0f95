#!/usr/bin/env bash
# Prints every sum of money that the present releases name, and what it is for, as tab-separated lines; needs kcat and jq.
# Usage: examples/money.sh [BROKERS]
set -euo pipefail
brokers=${1:-localhost:9092}

# -e ends at the topic's end; leave it out to go on listening. The topic is compacted: of each release the last record counts.
kcat -C -q -e -b "$brokers" -t press.releases -X isolation.level=read_committed -f '%s\n' |
    jq -rs '
        map(select(.id)) | group_by(.id) | map(max_by(.edition)) | .[]
        | . as $release | .figures[] | select(.kind == "money")
        | [$release.published.at // "undated", $release.source, .value // .text, .unit // "", .about // "", $release.url] | @tsv'
