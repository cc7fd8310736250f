// What is said about addresses that can be saved but may not be meant.
#include "webhook/url_advice.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "webhook/look_alike.h"

namespace webhook {
namespace {

bool says(const std::string& url, std::string_view part) {
  const auto advice = advice_on_url(url);
  return std::any_of(advice.begin(), advice.end(),
                     [part](const UrlAdvice& one) { return one.sentence.find(part) != std::string::npos; });
}

std::string fixed(const std::string& url, std::string_view label) {
  for (const UrlAdvice& one : advice_on_url(url)) {
    if (one.fix_label == label) return one.fixed;
  }
  return "no such fix";
}

TEST(AdviceOnAUrl, IsNoneForWhatReceiversReallyUse) {
  for (const char* url :
       {"https://hooks.example.com/door?action=BookingCreate", "https://a.example.com:443/", "https://8.8.8.8/x",
        "https://172.32.0.1", "https://100.128.0.1", "https://[2606:4700::1111]/", "https://internal.example.com",
        "https://notngrok.io.example.com", "https://mylocal.com", "not an address", ""}) {
    EXPECT_TRUE(advice_on_url(url).empty()) << url << ": " << advice_on_url(url).front().sentence;
  }
}

TEST(AdviceOnAUrl, OffersHttps) {
  EXPECT_EQ(fixed("http://a.example.com/x", "Use https://"), "https://a.example.com/x");
  EXPECT_EQ(fixed("HTTP://u:p@a.example.com:80/x?y#z", "Use https://"), "https://u:p@a.example.com/x?y#z");
  EXPECT_EQ(fixed("http://a.example.com:8080", "Use https://"), "https://a.example.com:8080");
}

TEST(AdviceOnAUrl, OffersToTakeCredentialsOut) {
  EXPECT_EQ(fixed("https://me:pw@a.example.com/x@y", "Remove user name and password"), "https://a.example.com/x@y");
  EXPECT_TRUE(says("https://a.example.com/?token=abc", "looks like a token"));
  EXPECT_FALSE(says("https://me:pw@a.example.com/", "looks like a token"));
}

TEST(AdviceOnAUrl, OffersToTakeTheFragmentOut) {
  EXPECT_EQ(fixed("https://a.example.com/x?y#z#", "Remove the fragment"), "https://a.example.com/x?y");
}

TEST(AdviceOnAUrl, OffersTheStandardPort) {
  EXPECT_EQ(fixed("https://u@a.example.com:8443?x", "Use the standard port"), "https://u@a.example.com?x");
  EXPECT_EQ(fixed("https://[2606:4700::1111]:444/", "Use the standard port"), "https://[2606:4700::1111]/");
  EXPECT_TRUE(says("https://a.example.com:80", "Port 80 is unusual for https"));
}

TEST(AdviceOnAUrl, SaysEverythingAtOnce) {
  EXPECT_EQ(advice_on_url("http://me:pw@localhost:8080/?key=1#top").size(), 6U);
}

TEST(AdviceOnAUrl, KnowsAddressesThatOnlyMachinesNearbyReach) {
  for (const char* host : {"10.1.2.3",  "172.16.0.1",   "172.31.255.255",  "192.168.1.1",     "127.0.0.1",
                           "0.0.0.0",   "169.254.1.1",  "100.64.0.1",      "100.127.255.255", "198.18.0.1",
                           "192.0.2.1", "224.0.0.1",    "255.255.255.255", "[::1]",           "[::]",
                           "[fe80::1]", "[febf::1]",    "[fc00::1]",       "[fdff::1]",       "[fec0::1]",
                           "[ff02::1]", "[2001:db8::1]"}) {
    EXPECT_TRUE(says(std::string("https://") + host, "Nexudus calls from outside")) << host;
  }
}

TEST(AdviceOnAUrl, ReadsAddressesInEveryNotation) {
  for (const char* host : {"2130706433", "0177.0.0.1", "0x7f.1", "127.1", "0x7F000001", "017700000001", "127.0.0.1.",
                           "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:0:7f00:1]", "[::127.0.0.1]",
                           "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "１２７.０.０.１", "127。0。0。1"}) {
    EXPECT_TRUE(says(std::string("https://") + host, "the machine itself")) << host;
  }
  EXPECT_TRUE(says("https://0x7f.1", "0x7f.1, which is 127.0.0.1, is the machine itself"));
}

TEST(AdviceOnAUrl, KnowsWhereCloudsKeepTheirKeys) {
  for (const char* host :
       {"169.254.169.254", "2852039166", "0xA9.254.0251.0376", "[::ffff:a9fe:a9fe]", "[64:ff9b::a9fe:a9fe]",
        "[fd00:ec2::254]", "[fd20:ce::254]", "100.100.100.200", "168.63.129.16", "192.0.0.192",
        "metadata.google.internal", "METADATA.google.internal.", "metadata"}) {
    EXPECT_TRUE(says(std::string("https://") + host + "/latest", "keeps its own keys")) << host;
  }
}

TEST(AdviceOnAUrl, KnowsNamesThatOnlyMachinesNearbyKnow) {
  for (const char* host : {"localhost", "LOCALHOST.", "nas", "nas.local", "a.b.internal", "printer.lan", "x.home.arpa",
                           "app.localhost", "lvh.me", "127.0.0.1.nip.io"}) {
    EXPECT_TRUE(says(std::string("https://") + host, "a name that only machines nearby know")) << host;
  }
}

TEST(AdviceOnAUrl, KnowsTunnels) {
  for (const char* host : {"abc.ngrok.io", "a-b.eu.ngrok-free.app", "x.trycloudflare.com", "y.loca.lt", "z.serveo.net",
                           "a.localhost.run.", "q-8080.euw.devtunnels.ms"}) {
    EXPECT_TRUE(says(std::string("https://") + host, "is a tunnel")) << host;
  }
}

TEST(AdviceOnAUrl, KnowsInspectionHosts) {
  for (const char* host : {"webhook.site", "Webhook.Site", "x.m.pipedream.net", "a.requestbin.com", "smee.io",
                           "mine.free.beeceptor.com", "hkdk.events", "b.requestcatcher.com"}) {
    EXPECT_TRUE(says(std::string("https://") + host + "/id", "is for looking at requests")) << host;
  }
}

TEST(AdviceOnAUrl, SeesLettersThatLookLikeOthers) {
  EXPECT_TRUE(says("https://p\u0430ypal.com", "look like Latin ones"));
  EXPECT_TRUE(says("https://\u0430\u0440\u0440\u04CF\u0435.com", "look like Latin ones"));
  EXPECT_TRUE(says("https://xn--80ak6aa92e.com", "“xn--80ak6aa92e”, which is “\u0430\u0440\u0440\u04CF\u0435”,"));
  EXPECT_TRUE(says("https://XN--mnchen-3ya.de", "stands for “münchen”"));
  EXPECT_TRUE(says("https://münchen.de", "Check the letters of “münchen”"));
  EXPECT_TRUE(says("https://почта.рф", "Check the letters of “почта”"));
  EXPECT_TRUE(says("https://pay\u200Bpal.com", "type “paypal” anew"));
  EXPECT_TRUE(advice_on_url("https://xn--.example.com/").empty());
}

TEST(Punycode, IsReadAsTheStandardHasIt) {
  EXPECT_EQ(punycode_decoded("egbpdaj6bu4bxfgehfvwxn"),
            "\u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F");
  EXPECT_EQ(punycode_decoded("3B-ww4c5e180e575a65lsy2b"), "3年B組金八先生");
  EXPECT_EQ(punycode_decoded("99999999"), "");
  EXPECT_EQ(punycode_decoded("a-!"), "");
}

}  // namespace
}  // namespace webhook
