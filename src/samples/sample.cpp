// A request as a program that sends it, in each language.
#include "samples/sample.h"

#include <algorithm>

#include "nexudus/requests.h"
#include "samples/quoting.h"

namespace samples {
namespace {

/// A request with its whole address.
struct Call {
  std::string method;
  std::string url;
  const std::vector<nexudus::Header>& headers;
  const std::string& body;

  [[nodiscard]] bool has_body() const { return !body.empty(); }
};

/// Puts text together, one line after the other.
class Lines {
 public:
  Lines& operator<<(std::string_view line) {
    text_.append(line).append("\n");
    return *this;
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    text += part;
  }
  return text;
}

// No quoting keeps every text whole on the way through cmd.exe, its code page and the arguments of curl.exe: the body
// takes a file instead, and letters that all of them leave alone. "echo(" prints even what "echo" would take for itself.
std::string cmd(const Call& call) {
  constexpr std::size_t line_length = 76;
  constexpr std::string_view coded = "\"%TEMP%\\request.b64\"";
  constexpr std::string_view plain = "\"%TEMP%\\request.json\"";
  Lines lines;
  lines << "@echo off"
        << "rem Set the variable TOKEN to your access token first.";
  if (call.has_body()) {
    const std::string digits = base64(call.body);
    lines << "(";
    for (std::size_t at = 0; at < digits.size(); at += line_length) {
      lines << joined({"echo(", std::string_view(digits).substr(at, line_length)});
    }
    lines << joined({") > ", coded}) << joined({"certutil -f -decode ", coded, " ", plain, " > nul"});
  }
  // A % of the address would begin a variable.
  std::string url;
  for (const char c : call.url) {
    url.append(c == '%' ? 2 : 1, c);
  }
  std::string command =
      joined({"curl --request ", call.method, " --url \"", url, "\" ^\n  --header \"Authorization: Bearer %TOKEN%\""});
  for (const nexudus::Header& header : call.headers) {
    command += joined({" ^\n  --header \"", header.name, ": ", header.value, "\""});
  }
  if (call.has_body()) {
    command += joined({" ^\n  --data-binary @", plain});
  }
  lines << command;
  return std::move(lines).text();
}

std::string powershell(const Call& call) {
  Lines lines;
  if (call.has_body()) {
    lines << joined({"$body = ", powershell_literal(call.body)});
  }
  lines << "$headers = @{"
        << "  'Authorization' = \"Bearer $env:TOKEN\"";
  std::string_view type;
  for (const nexudus::Header& header : call.headers) {
    if (header.name == "Content-Type") {
      type = header.value;  // PowerShell refuses it among the others
    } else {
      lines << joined({"  ", powershell_literal(header.name), " = ", powershell_literal(header.value)});
    }
  }
  lines << "}";
  std::string command =
      joined({"Invoke-RestMethod -Method ", call.method, " -Uri ", powershell_literal(call.url), " -Headers $headers"});
  if (call.has_body()) {
    command += joined({" `\n  -ContentType ", powershell_literal(type),
                       " `\n  -Body ([System.Text.Encoding]::UTF8.GetBytes($body))"});
  }
  lines << command;
  return std::move(lines).text();
}

std::string csharp(const Call& call) {
  Lines lines;
  lines << "using System;"
        << "using System.Net.Http;"
        << "using System.Text;"
        << ""
        << "class Program"
        << "{"
        << "    static void Main()"
        << "    {"
        << "        using (var client = new HttpClient())"
        << joined({"        using (var request = new HttpRequestMessage(new HttpMethod(", escaped_literal(call.method),
                   "), ", escaped_literal(call.url), "))"})
        << "        {"
        << "            request.Headers.Add(\"Authorization\", \"Bearer \" + "
           "Environment.GetEnvironmentVariable(\"TOKEN\"));";
  std::string_view type;
  for (const nexudus::Header& header : call.headers) {
    if (header.name == "Content-Type") {
      type = header.value;  // belongs to the content
    } else {
      lines << joined({"            request.Headers.Add(", escaped_literal(header.name), ", ",
                       escaped_literal(header.value), ");"});
    }
  }
  if (call.has_body()) {
    lines << joined({"            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(",
                     escaped_literal(call.body), "));"})
          << joined({"            request.Content.Headers.TryAddWithoutValidation(\"Content-Type\", ",
                     escaped_literal(type), ");"});
  }
  lines << "            using (var response = client.SendAsync(request).GetAwaiter().GetResult())"
        << "            {"
        << "                Console.WriteLine((int)response.StatusCode);"
        << "                Console.WriteLine(response.Content.ReadAsStringAsync().GetAwaiter().GetResult());"
        << "            }"
        << "        }"
        << "    }"
        << "}";
  return std::move(lines).text();
}

std::string javascript(const Call& call) {
  Lines lines;
  lines << "// With Node.js 18 or newer, as a module: node request.mjs"
        << joined({"const response = await fetch(", escaped_literal(call.url), ", {"})
        << joined({"  method: ", escaped_literal(call.method), ","}) << "  headers: {"
        << "    \"Authorization\": `Bearer ${process.env.TOKEN}`,";
  for (const nexudus::Header& header : call.headers) {
    lines << joined({"    ", escaped_literal(header.name), ": ", escaped_literal(header.value), ","});
  }
  lines << "  },";
  if (call.has_body()) {
    lines << joined({"  body: ", escaped_literal(call.body), ","});
  }
  lines << "});"
        << "console.log(response.status, await response.text());";
  return std::move(lines).text();
}

std::string python(const Call& call) {
  Lines lines;
  lines << "import os"
        << "import urllib.error"
        << "import urllib.request"
        << ""
        << "request = urllib.request.Request(" << joined({"    ", escaped_literal(call.url), ","})
        << joined({"    method=", escaped_literal(call.method), ","});
  if (call.has_body()) {
    lines << joined({"    data=", escaped_literal(call.body), ".encode(\"utf-8\"),"});
  }
  lines << "    headers={"
        << "        \"Authorization\": \"Bearer \" + os.environ[\"TOKEN\"],";
  for (const nexudus::Header& header : call.headers) {
    lines << joined({"        ", escaped_literal(header.name), ": ", escaped_literal(header.value), ","});
  }
  lines << "    },"
        << ")"
        << "try:"
        << "    response = urllib.request.urlopen(request)"
        << "except urllib.error.HTTPError as refused:"
        << "    response = refused"
        << "print(response.status, response.read().decode(\"utf-8\"))";
  return std::move(lines).text();
}

std::string php(const Call& call) {
  Lines lines;
  lines << "<?php"
        << "$context = stream_context_create(['http' => ["
        << joined({"    'method' => ", php_literal(call.method), ","}) << "    'header' => ["
        << "        'Authorization: Bearer ' . getenv('TOKEN'),";
  for (const nexudus::Header& header : call.headers) {
    lines << joined({"        ", php_literal(joined({header.name, ": ", header.value})), ","});
  }
  lines << "    ],";
  if (call.has_body()) {
    lines << joined({"    'content' => ", php_literal(call.body), ","});
  }
  lines << "    'ignore_errors' => true, // print a refusal too"
        << "]]);" << joined({"$answer = file_get_contents(", php_literal(call.url), ", false, $context);"})
        << "echo $http_response_header[0], \"\\n\", $answer, \"\\n\";";
  return std::move(lines).text();
}

std::string go(const Call& call) {
  Lines lines;
  lines << "package main"
        << ""
        << "import ("
        << "\t\"fmt\""
        << "\t\"io\""
        << "\t\"net/http\""
        << "\t\"os\"";
  if (call.has_body()) {
    lines << "\t\"strings\"";
  }
  const std::string body =
      call.has_body() ? joined({"strings.NewReader(", escaped_literal(call.body), ")"}) : std::string("nil");
  lines << ")"
        << ""
        << "func main() {"
        << joined({"\trequest, err := http.NewRequest(", escaped_literal(call.method), ", ", escaped_literal(call.url),
                   ", ", body, ")"})
        << "\tif err != nil {"
        << "\t\tpanic(err)"
        << "\t}"
        << "\trequest.Header.Set(\"Authorization\", \"Bearer \"+os.Getenv(\"TOKEN\"))";
  for (const nexudus::Header& header : call.headers) {
    lines << joined({"\trequest.Header.Set(", escaped_literal(header.name), ", ", escaped_literal(header.value), ")"});
  }
  lines << "\tresponse, err := http.DefaultClient.Do(request)"
        << "\tif err != nil {"
        << "\t\tpanic(err)"
        << "\t}"
        << "\tdefer response.Body.Close()"
        << "\tanswer, err := io.ReadAll(response.Body)"
        << "\tif err != nil {"
        << "\t\tpanic(err)"
        << "\t}"
        << "\tfmt.Println(response.Status)"
        << "\tfmt.Println(string(answer))"
        << "}";
  return std::move(lines).text();
}

}  // namespace

std::string_view key_of(Language language) {
  constexpr std::array<std::string_view, all_languages.size()> keys{"bash",       "cmd",    "powershell", "csharp",
                                                                    "javascript", "python", "php",        "go"};
  return keys.at(static_cast<std::size_t>(language));
}

std::optional<Language> find_language(std::string_view key) {
  const auto found = std::find_if(all_languages.begin(), all_languages.end(),
                                  [key](Language language) { return key_of(language) == key; });
  return found == all_languages.end() ? std::nullopt : std::optional(*found);
}

std::string write_sample(Language language, const nexudus::Request& request, std::string_view api_base) {
  const Call call{std::string(nexudus::to_string(request.method)), std::string(api_base) + request.target,
                  request.headers, request.body};
  switch (language) {
    case Language::bash:
      return nexudus::curl_command(request, api_base) + "\n";
    case Language::cmd:
      return cmd(call);
    case Language::powershell:
      return powershell(call);
    case Language::csharp:
      return csharp(call);
    case Language::javascript:
      return javascript(call);
    case Language::python:
      return python(call);
    case Language::php:
      return php(call);
    case Language::go:
      return go(call);
  }
  return {};
}

}  // namespace samples
