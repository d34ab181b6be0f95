-- Readers who search, look at what they found for one to three seconds, and search again: every other one on the page, the rest in the API.
-- The words come from the file named behind "--", the most frequent first.
local words = {}

function init(args)
  for word in io.lines(args[1]) do
    words[#words + 1] = word
  end
  math.randomseed(os.time())
end

function request()
  local word = words[math.max(1, math.floor((#words) ^ math.random()))]
  local path = math.random(2) == 1 and "/search?q=" or "/api/v1/releases?q="
  return wrk.format("GET", path .. word)
end

function delay()
  return math.random(1000, 3000)
end

function done(summary, latency, requests)
  print(string.format("p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, errors %d", latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
