// Made-up data that looks lived in: several receivers, some failing, some given up, some never used, names in the
// languages of their places, and the oddities real tables have.
#include "sandbox/seed.h"

#include <algorithm>
#include <array>

namespace sandbox {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// The day the made-up operator was last seen. Fixed, so that the data are the same whenever they are made.
constexpr Moment seen_last = std::chrono::sys_days{std::chrono::year{2025} / 6 / 30};

struct Place {
  std::int64_t id;
  std::string_view name;
  std::string_view web_address;
  std::string_view manager;
};

constexpr std::array<Place, 5> places{{
    {1414900101, "Zürich West", "zuerich-west", "admin@example.com"},
    {1414900102, "Lisboa Marvila", "lisboa-marvila", "inês.carvalho@example.com"},
    {1414900103, "Kraków Zabłocie", "krakow-zablocie", "admin@example.com"},
    {1414900104, "東京 渋谷", "tokyo-shibuya", "haruka.sato@example.com"},
    {1414900105, "Brooklyn Navy Yard", "brooklyn-navy-yard", "j.okafor@example.com"},
}};

struct Template {
  std::string_view name;
  std::int64_t action;
  std::string_view url;
  std::string_view description;
};

constexpr std::array<Template, 12> templates{{
    {"Door access: booking made", 6, "https://locks.keywerk.example/v2/nexudus?action=BookingCreate",
     "Opens the room's door ten minutes before the booking."},
    {"Door access: booking moved", 7, "https://locks.keywerk.example/v2/nexudus?action=BookingUpdate", ""},
    {"Door access: booking cancelled", 8, "https://locks.keywerk.example/v2/nexudus?action=BookingDelete", ""},
    {"CRM: new customer", 3, "https://crm.hubgarden.example/hooks/nexudus/customers?action=CoworkerCreate",
     "Creates the contact and puts it on the welcome list.\nOwner: sales team"},
    {"CRM: customer changed", 2, "https://crm.hubgarden.example/hooks/nexudus/customers?action=CoworkerUpdate", ""},
    {"Invoice to accounting", 16, "https://api.ledgerly.example/import/invoices", "Ledger 4400, posted at night."},
    {"Invoice paid", 21, "https://api.ledgerly.example/import/payments?action=CoworkerInvoicePaid", ""},
    {"Contract started → chat", 10, "https://hooks.flowzap.example/catch/482913/b7xk2q/", "Posts to #new-members."},
    {"Contract cancelled → chat", 11, "https://hooks.flowzap.example/catch/482913/c9wm4t/", ""},
    {"Help desk ticket", 45, "https://hook.eu2.scenaria.example/q4v8n2kd7x1m", ""},
    {"Failed check-in alert", 63, "https://alerts.frontdesk.example/nexudus?action=FailedCheckin",
     "Rings the front desk when a card is not known."},
    {"Wi-Fi voucher", 9, "https://wifi.airpass.example/vouchers?source=nexudus&action=SendWelcomeEmail", ""},
}};

enum class Health : std::uint8_t { fine, failing, switched_off, never_fired, off_by_hand };

struct Remark {
  std::size_t index;
  Health health;
  int errors;
};

constexpr std::array<Remark, 20> remarks{{
    {1, Health::failing, 3},        {5, Health::failing, 7},        {8, Health::switched_off, 10},
    {11, Health::never_fired, 0},   {14, Health::failing, 9},       {17, Health::switched_off, 10},
    {18, Health::off_by_hand, 0},   {22, Health::never_fired, 0},   {26, Health::failing, 4},
    {29, Health::switched_off, 10}, {33, Health::failing, 5},       {35, Health::never_fired, 0},
    {38, Health::off_by_hand, 0},   {41, Health::switched_off, 10}, {44, Health::failing, 6},
    {47, Health::never_fired, 0},   {50, Health::failing, 8},       {53, Health::off_by_hand, 2},
    {56, Health::never_fired, 0},   {59, Health::switched_off, 10},
}};

constexpr std::array<std::string_view, 5> troubles{
    "The remote server returned an error: (500) Internal Server Error.",
    "The operation has timed out.",
    "The remote server returned an error: (404) Not Found.",
    "Unable to connect to the remote server",
    "The remote server returned an error: (410) Gone.",
};

struct OwnName {
  std::size_t index;
  std::string_view name;
};

// Names people gave in their own language.
constexpr std::array<OwnName, 12> own_names{{
    {0, "Türöffner: Buchung angelegt"},
    {5, "Rechnung an die Buchhaltung"},
    {9, "Helpdesk-Meldung für Büro Zürich"},
    {12, "Controlo de acessos: nova reserva"},
    {16, "CRM: alteração de cliente"},
    {19, "Contrato ativado 🎉"},
    {24, "Kontrola dostępu: nowa rezerwacja"},
    {30, "Faktura opłacona → księgowość"},
    {36, "入退室システム：予約の作成"},
    {39, "顧客の登録（CRM）"},
    {42, "請求書の支払い"},
    {46, "受付アラート"},
}};

void set_health(Webhook& webhook, const Remark& remark, Random& random) {
  const bool in_trouble = remark.health == Health::failing || remark.health == Health::switched_off;
  webhook.active = remark.health == Health::failing || remark.health == Health::never_fired;
  webhook.error_count = remark.errors;
  if (in_trouble || remark.errors > 0) {
    webhook.last_error = troubles[static_cast<std::size_t>(random.below(troubles.size()))];
  }
  if (remark.health == Health::never_fired) {
    webhook.last_trigger.reset();
  }
}

Webhook make_webhook(std::size_t index, Random& random) {
  const Place& place = places[index / templates.size() % places.size()];
  const Template& pattern = templates[index % templates.size()];
  Webhook webhook;
  webhook.id = 87654301 + static_cast<std::int64_t>(index) * 17;
  webhook.business_id = place.id;
  webhook.name = pattern.name;
  webhook.action = pattern.action;
  webhook.url = pattern.url;
  if (!pattern.description.empty()) {
    webhook.description = pattern.description;
  }
  webhook.active = true;
  webhook.created_on = seen_last - days{90 + random.below(700)} - seconds{random.below(86'400)};
  webhook.updated_on = webhook.created_on + days{random.below(80)} + minutes{random.below(600)};
  webhook.last_trigger = seen_last - minutes{random.below(10'000)} - seconds{random.below(60)};
  webhook.updated_by = random.below(3) == 0 ? place.manager : places[0].manager;
  webhook.unique_id = random.uuid();
  return webhook;
}

// What real tables have and no form made: unknown members, numbers no double can hold, events without a name.
void add_oddities(std::vector<Webhook>& webhooks) {
  const auto at = [&](std::size_t index) { return index < webhooks.size() ? &webhooks[index] : nullptr; };
  if (Webhook* const webhook = at(3)) {
    webhook->custom_fields = R"({"Record":null,"CustomFieldsData":[{"Name":"Cost centre","Value":"4400"}]})";
  }
  if (Webhook* const webhook = at(6)) {
    webhook->extra = {{"ExternalReference", "12345678901234567890"},
                      {"RetryPolicy", R"({"Kind":"exponential","Delays":[1.10,2.50,1e1],"Until":null})"}};
  }
  if (Webhook* const webhook = at(13)) {
    webhook->system_id = R"("legacy-0042")";
    webhook->extra = {{"Weight", "1.10"}};
  }
  if (Webhook* const webhook = at(20)) {
    webhook->action = 117;
    webhook->name = "Beta: new event of the May release";
  }
  if (Webhook* const webhook = at(31)) {
    webhook->action = 0;
    webhook->name = "Test, please ignore";
    webhook->url = "https://example.com/";
  }
  if (Webhook* const webhook = at(34)) {
    webhook->action = 37;
    webhook->name = "Check-in failed (turnstile)";
  }
  if (Webhook* const webhook = at(48)) {
    webhook->localization_details = R"([{"Language":"en-US","Key":"Name","Text":"Booking made"}])";
  }
  if (Webhook* const webhook = at(57)) {
    // Beyond what JavaScript's numbers tell apart: ids have 64 bits. The table is in the order of ids.
    Webhook moved = std::move(*webhook);
    moved.id = 9'007'199'254'740'993;
    moved.name = "Moved from the old account";
    webhooks.erase(webhooks.begin() + 57);
    webhooks.push_back(std::move(moved));
  }
}

void add_more(Webhook& webhook, std::size_t index, Random& random) {
  webhook.name += " #" + std::to_string(index);
  switch (random.below(12)) {
    case 0:
      set_health(webhook, {index, Health::failing, static_cast<int>(1 + random.below(9))}, random);
      break;
    case 1:
      set_health(webhook, {index, Health::switched_off, failures_until_off}, random);
      break;
    case 2:
      set_health(webhook, {index, Health::never_fired, 0}, random);
      break;
    default:
      break;
  }
}

}  // namespace

State seed(std::uint64_t seed, int webhook_count) {
  State state;
  state.random = Random(seed);
  for (const Place& place : places) {
    state.businesses.push_back({place.id, std::string(place.name), std::string(place.web_address)});
  }
  const auto count = static_cast<std::size_t>(std::max(0, webhook_count));
  state.webhooks.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    state.webhooks.push_back(make_webhook(i, state.random));
    if (i >= static_cast<std::size_t>(default_webhook_count)) {
      add_more(state.webhooks.back(), i + 1, state.random);
    }
  }
  for (const Remark& remark : remarks) {
    if (remark.index < count) {
      set_health(state.webhooks[remark.index], remark, state.random);
    }
  }
  for (const OwnName& own : own_names) {
    if (own.index < count) {
      state.webhooks[own.index].name = own.name;
    }
  }
  add_oddities(state.webhooks);
  // A few are gone already.
  state.deleted = {87654290, 87654297};
  state.next_id = 87654301 + static_cast<std::int64_t>(count) * 17 + 1'000;
  return state;
}

}  // namespace sandbox
