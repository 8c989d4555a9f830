-- Belu: 85 furniture makers and about 60 groups of weavers, which are not 145 of anything; a cluster, the craft
-- council, and credit beside grants.
--
--     belu.lua FOLDER-OF-INPUT REGISTER FIGURES.CSV
local bina = require "bina"

local input, path, figures_path = table.unpack(arg)
local reg = bina.open(path, {office = "53.04/1", actor = "Petugas contoh"})
local figures = assert(io.open(figures_path, "w"))

local function say(...) print(string.format(...)) end

local function figure(name, number)
  figures:write(name, ",", number, "\n")
end

local function rows(name) return bina.read_csv(input .. "/" .. name) end

local function count(view)
  local n = 0
  for _ in view do n = n + 1 end
  return n
end

-- Every reason why something is refused.
local function refused(attempt, ...)
  local ok, caught = pcall(attempt, ...)
  assert(not ok and bina.is_error(caught) and caught.refusals, tostring(caught))
  for _, why in ipairs(caught.refusals) do say("  refused (%s): %s", why.rule, why.message) end
  return caught.refusals
end

reg:load(input .. "/belu.yaml")
local council = reg.organisations:where{nature = "craft_council"}:first()
local bank = reg.organisations:where{nature = "bank"}:first()
local sentra = reg.sentras:first()

-- ---- the register ----

local maker, group = {}, {}

reg:transaction("pendataan", function()
  for row in rows("makers.csv") do
    local shop = reg.enterprises:add{
      name = row.name, region = row.region, activity = row.activity, workers = math.tointeger(row.workers),
      began = row.began, status = "active", scope = row.activity:sub(1, 2) == "47" and "trade" or "industry",
    }
    local owner = reg.persons:add{name = row.owner, region = row.region}
    reg.ownerships:add{party = owner.id, enterprise = shop.id, role = "owner"}
    reg.enterprises:set_dated(shop, row.began, {status = "active"})
    if row.closed then reg.enterprises:set_dated(shop, row.closed, {status = "closed"}) end
    maker[row.no] = shop.id
  end
  for row in rows("groups.csv") do
    local made = reg.groups:add{name = row.name, region = row.region, activity = "13122", nature = "other",
                                founded = row.founded}
    if row.dissolved then
      reg:advance(made, "dissolve", {on = row.dissolved, reason = "agreed"})
    end
    group[row.no] = made.id
  end
end)

local function makers_on(day)
  return count(reg.enterprises:where{activity = "31001", region__under = "53.04", status = "active",
                                     began__le = day}:as_of(day))
end

local groups = count(reg.groups:where{activity = "13122", state = "active"}:as_of("2020-04-08"))
say("Furniture makers in the register: %d on 8 April 2015, %d on 8 April 2020.", makers_on("2015-04-08"),
    makers_on("2020-04-08"))
say("Groups of weavers in the register on 8 April 2020: %d; declared are about 60.", groups)
figure("makers_2015", makers_on("2015-04-08"))
figure("makers_2020", makers_on("2020-04-08"))
figure("groups_2020", groups)

-- ---- what does not add ----

local makers_said = reg.figures:where{unit = "enterprise"}:first()
local groups_said = reg.figures:where{unit = "group"}:first()
say("\nDeclared: %s, and %s. Their sum:", makers_said.as_stated, groups_said.as_stated)
local why = refused(reg.sum_figures, reg, {makers_said, groups_said})
figure("sum_refused_for_" .. why[1].rule:gsub("%.", "_"), #why)

-- ---- the cluster ----

say("\nThe furniture cluster at Fatukbot (53.04.22.1004) is to be active before any maker names it:")
refused(reg.advance, reg, sentra, "activate", {on = "2019-02-01"})
for row in rows("makers.csv") do
  if row.sentra == "yes" then reg.enterprises:update(maker[row.no], {sentra = sentra.id}) end
end
reg:advance(sentra, "activate", {on = "2019-02-01"})
local members = count(reg.enterprises:where{sentra = sentra.id})
say("With %d makers it is (PP 29/2018: at least five).", members)
figure("sentra_members", members)

-- ---- grants, and credit beside them ----

local programme = reg.programmes:where{name = "Alat untuk sentra mebel"}:first()
local fund = reg.funds:first()
reg:advance(programme, "open", {on = "2019-02-01"})

local function paper(grant, nature, number, day)
  return reg.documents:add{subject = grant.id, nature = nature, number = number, dated_on = day}
end

local serial = 0
for row in rows("grants.csv") do
  serial = serial + 1
  local approved = math.tointeger(row.approved)
  local grant = reg.grants:add{programme = programme.id, recipient = maker[row.maker], nature = "equipment",
                               object = row.object, fiscal_year = 2019, requested = approved, began = "2019-02-04"}
  local item = reg.grant_items:add{grant = grant.id, item = row.object, quantity = 1, unit = "buah",
                                   unit_price = approved, fund = fund.id}
  reg.commitments:add{fund = fund.id, subject = grant.id, amount = approved, began = "2019-02-04"}
  reg:advance(grant, "verify", {on = "2019-02-11"})
  reg:advance(grant, "approve", {on = "2019-02-18", paper = paper(grant, "decree", "SK/" .. serial .. "/2019", "2019-02-18"),
                                 values = {approved = approved}})
  reg:advance(grant, "procure", {on = "2019-03-04"})
  local bast = paper(grant, "handover", "BAST/" .. serial .. "/2019", "2019-03-25")
  reg.handovers:add{item = item.id, quantity = 1, handed_on = "2019-03-25", bast = bast.id}
  if reg.grants:get(grant.id).state ~= "handed_over" then
    reg:advance(grant, "hand_over", {on = "2019-03-25", paper = bast})
  end
end

local ways = {rejected = "reject", withdrawn = "withdraw"}
for row in rows("loans.csv") do
  local loan = reg.loans:add{borrower = maker[row.maker], bank = bank.id, scheme = "kur", sector = "industry",
                             purpose = "working_capital", requested = math.tointeger(row.requested),
                             referred_by = council.id, began = row.referred}
  reg:advance(loan, "review", {on = row.referred})
  if ways[row.outcome] then
    reg:advance(loan, ways[row.outcome], {on = "2019-08-15", reason = "owner_request"})
  else
    local given = {approved = math.tointeger(row.approved), kur_class = "micro", rate = 700, tenor = 24}
    if given.approved > 25000000 then
      say("\nRp%d million as KUR of the class micro, in 2019:", given.approved // 1000000)
      refused(reg.advance, reg, loan, "approve", {on = row.approved_on, values = given})
      given.kur_class = "small"
    end
    reg:advance(loan, "approve", {on = row.approved_on, values = given})
    reg:advance(loan, "disburse", {on = row.disbursed_on, values = {
      contract = "KUR/" .. row.maker .. "/2019", disbursed_on = row.disbursed_on,
      outstanding = math.tointeger(row.approved)}})
    if row.outcome == "repaid" then
      reg:advance(loan, "repay", {on = "2020-03-31", values = {outstanding = 0}})
    else
      reg.loans:set_dated(loan, "2020-03-31", {outstanding = math.tointeger(row.outstanding)})
    end
  end
end

local totals, by_state = {approved = 0, outstanding = 0, helped = 0}, {}
say("\nCredit referred to the bank on 8 April 2020, and who of the borrowers had a grant as well:")
for row in reg:report("credit", {true_on = "2020-04-08"}) do
  say("  %-9s %-6s %2d loans, Rp%d million approved, Rp%d million owed, %d also had a grant", row.state,
      row.kur_class or "", row.loans, (row.approved or 0) // 1000000, (row.outstanding or 0) // 1000000, row.helped)
  by_state[row.state] = (by_state[row.state] or 0) + row.loans
  totals.approved = totals.approved + (row.approved or 0)
  totals.outstanding = totals.outstanding + (row.outstanding or 0)
  totals.helped = totals.helped + row.helped
end
for state, loans in pairs(by_state) do figure("loans_" .. state, loans) end
figure("loans_approved", totals.approved)
figure("loans_outstanding", totals.outstanding)
figure("loans_helped", totals.helped)

say("\nThe craft council (%s) in its roles:", council.short_name)
for party in reg.programme_parties:where{organisation = council.id} do
  say("  %s of \"%s\"", party.role, reg.programmes:get(party.programme).name)
end
figure("council_roles", count(reg.programme_parties:where{organisation = council.id}))

figures:close()
reg:close()
