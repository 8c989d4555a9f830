-- Southeast Sulawesi, 9 November 2020: 13 thousand small industries, and why some regencies have fewer than a
-- year ago. The register is kept month by month, as an office does: each month the papers of that month come in.
--
--     lua5.4 sultra.lua PAPERS OUT      PAPERS: what generate.py made; OUT: the register and the reports

local bina = require "bina"

local papers, out = arg[1], arg[2]
local here = arg[0]:match("^(.*)/") or "."
local FIRST, LAST = "2019-11-09", "2020-11-09"

local function rows(name) return bina.read_csv(papers .. "/" .. name):all() end

-- The register on a day: what is written is known from that day on.
local function on(day, work)
  local year, month, of_month = day:match("(%d+)-(%d+)-(%d+)")
  local noon = os.time{year = year, month = month, day = of_month, hour = 6} * 1000 -- UTC; 14.00 in Kendari
  local register <close> = bina.open(out .. "/sultra.db", {office = "74/1", actor = "Bidang IKM", clock = noon})
  return work(register)
end

-- Numbers as they are written in Indonesia: 13.027.
local function number(n)
  local text = ("%d"):format(n):reverse():gsub("(%d%d%d)", "%1."):reverse()
  return (text:gsub("^%.", ""):gsub("^%-%.", "-"))
end

-- "Kota Kendari": the codes of cities end in 71 and more. The sum has no code.
local function called(line)
  return (line.region and line.region:sub(4) > "70" and "Kota " or "") .. line.name
end

local ids = {} -- of rows of the papers

local function enterprise(register, row)
  local added = register.enterprises:add{
    name = row.name, region = row.village, activity = row.kbli, product = row.product, scope = "industry",
    status = row.status, workers = tonumber(row.workers), sales = tonumber(row.sales),
    began = row.began ~= "" and row.began or nil,
  }
  ids[row.row] = added.id
end

-- What happened to an enterprise, or turned out about it.
local function happened(register, event)
  local id = ids[event.row]
  if event.event == "twin" then
    register:merge(ids[event.value], id, "sama, terdaftar dua kali")
  elseif event.event == "scope" then
    register.enterprises:update(id, {scope = event.value})
  else
    register.enterprises:set_dated(id, event.day, {[event.event] = event.value})
  end
end

-- What came to the office in each month: enterprises, and events. The day is that of the last paper.
local function by_month()
  local months, order = {}, {}
  for _, name in ipairs{"later", "events"} do
    for _, row in ipairs(rows(name .. ".csv")) do
      local month = row.recorded:sub(1, 7)
      if not months[month] then
        months[month] = {day = FIRST, later = {}, events = {}}
        order[#order + 1] = month
      end
      table.insert(months[month][name], row)
      if row.recorded > months[month].day then months[month].day = row.recorded end
    end
  end
  table.sort(order)
  return months, order
end

-- What was published in May, to be printed again in November to the number, whatever was learnt since.
local published = {}

local function publish(register)
  published.flows = register:report("flows", {region = "74", scope = "industry", since = FIRST}):all()
  published.day, published.commit = register:today(), register:last_commit()
end

local function print_again(register)
  local asked = {region = "74", scope = "industry", since = FIRST, on = published.day, known = published.commit}
  for n, line in ipairs(register:report("flows", asked):all()) do
    for _, column in ipairs{"opening", "new", "paused", "closing"} do
      assert(line[column] == published.flows[n][column], "the reprint differs")
    end
  end
  asked.known = nil
  local now = register:report("flows", asked):all()
  print(("Diterbitkan %s: %s IKM, dicetak ulang sama; sebagaimana diketahui sekarang %s."):format(
    published.day, number(published.flows[#published.flows].closing), number(now[#now].closing)))
end

local function keep_the_register()
  on(FIRST, function(register)
    register:load(here .. "/plan.yaml")
    register:transaction("daftar November 2019", function()
      for _, row in ipairs(rows("register.csv")) do enterprise(register, row) end
    end)
  end)
  local months, order = by_month()
  for _, month in ipairs(order) do
    on(months[month].day, function(register)
      register:transaction("laporan bulan " .. month, function()
        for _, row in ipairs(months[month].later) do enterprise(register, row) end
        for _, event in ipairs(months[month].events) do happened(register, event) end
      end)
      if month == "2020-05" then publish(register) end
    end)
  end
end

local function watch_turnover(register)
  local periods = {}
  for period in register.periods do periods[period.name] = period.id end
  register:transaction("omzet triwulan", function()
    for _, row in ipairs(rows("turnover.csv")) do
      register.observations:add{
        enterprise = ids[row.row], period = periods[row.period], turnover = tonumber(row.turnover),
        grade = row.grade, source = row.grade == "documented" and "buku kas" or nil,
      }
    end
  end)
  for name, id in pairs(periods) do
    register:advance(id, "lock", {note = "laporan " .. name})
  end
end

local function tell_of_tailors(register)
  local batch = register.batches:first()
  register:transaction("peserta pelatihan masker", function()
    for _, row in ipairs(rows("tailors.csv")) do
      register.enrolments:add{
        batch = batch.id, participant = ids[row.row], began = "2020-06-15", state = row.state,
        evidence = "daftar hadir",
      }
    end
  end)
  for figure in register.figures:where{what = "trained"} do
    register.figures:update(figure, {subject = batch.id})
  end
end

local HEAD = {"opening", "new", "resumed", "moved_in", "paused", "closed", "moved_away", "duplicates", "discovered",
              "scope", "learnt", "closing"}
local SAID = {"awal", "baru", "bekerja lagi", "pindah masuk", "berhenti sementara", "tutup", "pindah keluar", "ganda",
              "baru diketahui", "bukan industri", "pembetulan lain", "akhir"}

local function table_of(flows)
  local lines = {"<tr><th>Kabupaten/kota</th>"}
  for _, said in ipairs(SAID) do lines[#lines + 1] = "<th>" .. said .. "</th>" end
  lines[#lines + 1] = "</tr>\n"
  for _, line in ipairs(flows) do
    local fell = line.closing < line.opening
    lines[#lines + 1] = ("<tr%s><td>%s</td>"):format(fell and ' class="turun"' or "", called(line))
    for _, column in ipairs(HEAD) do lines[#lines + 1] = "<td>" .. number(line[column]) .. "</td>" end
    lines[#lines + 1] = "</tr>\n"
  end
  return table.concat(lines)
end

-- The training that fits each regency best: the potential there, and how many make such things already.
local function topics_of(register)
  local matches = register:report("topic_match", {region = "74"})
  matches:write_csv(out .. "/topics.csv")
  local found, told = {}, {}
  for match in matches do
    local regency = match.region:sub(1, 5)
    if match.potential and not told[regency] then
      told[regency] = true
      found[#found + 1] = match
    end
  end
  table.sort(found, function(a, b) return a.region < b.region end)
  return found
end

local function write_page(flows, figures, topics)
  local stated = {}
  for _, figure in ipairs(figures) do
    stated[#stated + 1] = ("<li>Dinyatakan: &ldquo;%s&rdquo; (%s). Terbukti dari register: %s.</li>\n"):format(
      figure.as_stated, figure.source, number(figure.proved))
  end
  local taught = {}
  for _, match in ipairs(topics) do
    local region = bina.reference.region(match.region:sub(1, 5))
    taught[#taught + 1] = ("<li>%s: %s (%s)</li>\n"):format(region.name, match.topic_name, match.alasan)
  end
  local file <close> = assert(io.open(out .. "/sultra.html", "w"))
  file:write([[<!DOCTYPE html>
<html lang="id"><meta charset="utf-8"><title>IKM Sulawesi Tenggara</title>
<style>body{font:15px/1.5 sans-serif;margin:2em;max-width:75em}table{border-collapse:collapse}
th{font-weight:normal;text-align:right;vertical-align:bottom;padding:.2em .5em}td{text-align:right;padding:.2em .5em;
border-top:1px solid #ccc}td:first-child{text-align:left}tr:last-child td{font-weight:bold}.turun td:first-child::after
{content:" \2193"}</style>
<h1>Industri kecil dan menengah Sulawesi Tenggara, 9 November 2020</h1>
<p>Contoh dengan data rekaan: jumlah per kabupaten/kota, nama dan omzet dibuat-buat; yang dari berita hanya angka 13 ribu,
dua daerah terbanyak, dan sedikitnya 20 penjahit.</p>
<p>Bekerja pada hari itu, dan mengapa berbeda dari setahun sebelumnya. Akhir = awal + baru + bekerja lagi + pindah masuk
- berhenti sementara - tutup - pindah keluar + pembetulan (ganda, baru diketahui, bukan industri, lain).</p>
<table>
]], table_of(flows), "</table>\n<h2>Angka yang dinyatakan</h2>\n<ul>\n", table.concat(stated),
    "</ul>\n<h2>Pelatihan menurut potensi daerah</h2>\n<ul>\n", table.concat(taught), "</ul>\n</html>\n")
end

local function report(register)
  local asked = {region = "74", scope = "industry", since = FIRST, on = LAST, language = "id"}
  local flows = register:report("flows", asked)
  flows:write_csv(out .. "/flows.csv")
  register:report("enterprises_by_class", {region = "74", scope = "industry", on = LAST, system = "bps", public = true})
    :write_csv(out .. "/public.csv")
  register:report("turnover_trend", {region = "74", on = LAST}):write_csv(out .. "/trend.csv")
  register:report("early_warning", {region = "74", on = LAST}):write_csv(out .. "/warnings.csv")
  local figures = register:report("figures", {region = "74", on = LAST})
  figures:write_csv(out .. "/figures.csv")
  write_page(flows:all(), figures:all(), topics_of(register))
  return flows:all()
end

keep_the_register()
on(LAST, function(register)
  watch_turnover(register)
  tell_of_tailors(register)
  local flows = report(register)
  local sum = flows[#flows]
  table.remove(flows)
  table.sort(flows, function(a, b) return a.closing > b.closing end)
  print(("Per 9 November 2020 bekerja %s IKM (setahun sebelumnya %s)."):format(number(sum.closing), number(sum.opening)))
  print(("Terbanyak: %s (%s) dan %s (%s)."):format(called(flows[1]), number(flows[1].closing), called(flows[2]),
                                                  number(flows[2].closing)))
  for _, line in ipairs(flows) do
    if line.closing < line.opening * 0.97 then
      print(("Turun: %s, %s menjadi %s; berhenti sementara %s, baru %s."):format(
        called(line), number(line.opening), number(line.closing), number(line.paused), number(line.new)))
    end
  end
  print_again(register)
end)
