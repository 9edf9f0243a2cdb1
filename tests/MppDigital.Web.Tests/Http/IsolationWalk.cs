using System.Text.Json.Nodes;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>
/// Walks every address of the running program with people who have no business there: nobody at all, another citizen, the staff of another
/// regency, a credential of another host. An address that the table does not know makes the walk fail with its name.
/// </summary>
[Collection(RunningProgram.Name)]
public sealed class IsolationWalk(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Elsewhere = "padang";

    private static readonly string[] AllHosts = ["", "login", "pusat", Here, "unknown-place", "a.bukittinggi"];

    [Fact]
    public void Every_address_has_a_line_that_says_who_may_call_it()
    {
        var known = Route.Of(program.App);

        Assert.True(known.Count > 40, "The walk saw hardly any address.");
        None([
            .. known.Where(r => !RouteTable.All.ContainsKey(r)).Select(r => $"{r}: say in RouteTable who may call it"),
            .. RouteTable.All.Keys.Except(known).Select(r => $"{r}: is in RouteTable, but not in the program"),
        ]);
    }

    [Fact]
    public async Task Nobody_reaches_what_is_not_theirs()
    {
        var victim = await VictimAsync();
        var (here, there) = (await StoredRows.CountAsync(program, Here), await StoredRows.CountAsync(program, Elsewhere));
        var faults = new List<string>();
        foreach (var (route, guard) in RouteTable.All.Where(line => line.Value is not ("open" or "protocol")))
        {
            foreach (var attempt in await AttemptsAsync(route, guard, victim))
            {
                var answer = await attempt.Who.SendAsync(attempt.Host, new HttpMethod(route.IsPage ? "GET" : route.Method), route.Fill(victim.Sample), CallFor(route, attempt));
                if (!attempt.Expected.Contains(answer.Status)) faults.Add($"{route} by {attempt.Name}: expected {string.Join(" or ", attempt.Expected)}, was {answer}");
                if (answer.Text.Contains(victim.Filed.Secret, StringComparison.Ordinal) || answer.Text.Contains(victim.Name, StringComparison.OrdinalIgnoreCase)) faults.Add($"{route} by {attempt.Name} tells of somebody else: {answer}");
            }
        }

        None(faults);
        Assert.Equal(victim.ETag, (await victim.Client.GetAsync(Here, victim.Filed.Path)).Expect(200).ETag);
        Assert.Equal(here, await StoredRows.CountAsync(program, Here));
        Assert.Equal(there, await StoredRows.CountAsync(program, Elsewhere));
    }

    [Fact]
    public async Task A_token_opens_its_own_host_and_no_other()
    {
        var citizen = await program.CitizenAsync(13);
        var token = await AccessTokens.OfAsync(program, citizen, "regency-1375");

        (await citizen.SendAsync(Here, HttpMethod.Get, "/api/v1/applications", new Call { Token = token })).Expect(200);
        (await citizen.SendAsync(Elsewhere, HttpMethod.Get, "/api/v1/applications", new Call { Token = token })).Expect(401);
        (await citizen.SendAsync(Here, HttpMethod.Get, "/api/v1/applications", new Call { Token = token[..^4] + "AAAA" })).Expect(401);
    }

    [Fact]
    public async Task No_address_is_ambiguous_or_fails_on_any_host()
    {
        var victim = await VictimAsync();
        using var anybody = program.Stranger();
        var faults = new List<string>();
        // A stream of events never ends by itself; the tests of the hall follow it.
        foreach (var path in Route.Of(program.App).Where(r => r.Pattern != "/api/v1/visits/live").Select(r => r.Fill(victim.Sample)).Distinct())
        {
            foreach (var host in AllHosts)
            {
                var answer = await anybody.GetAsync(host, path);
                if (answer.Status >= 500) faults.Add($"{path} at {host}: {answer}");
            }
        }

        None(faults);
        None(program.Failures.All);
    }

    [Fact]
    public async Task A_host_serves_only_its_own_addresses()
    {
        var victim = await VictimAsync();
        using var anybody = program.Stranger();
        var known = Route.Of(program.App);
        var faults = new List<string>();
        foreach (var (host, label) in new[] { ("portal", ""), ("login", "login"), ("ministry", "pusat"), ("regency", Here) })
        {
            var own = known.Where(r => r.Host == host || r.Host == "any").Select(r => r.Fill(victim.Sample)).ToHashSet();
            foreach (var path in known.Where(r => r.IsApi).Select(r => r.Fill(victim.Sample)).Distinct().Where(p => !own.Contains(p)))
            {
                var answer = await anybody.GetAsync(label, path);
                if (answer.Status is not (404 or 401)) faults.Add($"{path} at {host}: {answer}");
            }
        }

        None(faults);
    }

    private static void None(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private async Task<IReadOnlyList<Attempt>> AttemptsAsync(Route route, string guard, Victim victim)
    {
        var host = HostOf(route);
        int[] turnedAway = route.IsApi ? [401] : [302];
        var attempts = new List<Attempt> { new("nobody", program.Stranger(), host, turnedAway) };
        attempts.Add(new("a cookie of another host", program.Stranger(), host == Here ? Elsewhere : host, turnedAway) { Cookie = victim.Client.CookiesAt(Here) });
        if (route.IsApi) attempts.Add(new("a token for another host", program.Stranger(), host, turnedAway) { Token = victim.TokenElsewhere });
        if (guard == "owner")
        {
            attempts.Add(new("another citizen", await program.CitizenAsync(12), host, [404]));
            attempts.Add(new("its owner in another regency", await program.CitizenAsync(13, Elsewhere), Elsewhere, [404]));
            attempts.Add(new("the staff", await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here), host, [403, 404]));
        }

        if (guard == "admin")
        {
            attempts.Add(new("an officer without that role", await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here), host, [403]));
            attempts.Add(new("the admin of another regency", await program.StaffAsync("admin.padang", Here), host, [403]));
        }

        if (guard is "staff" or "admin" or "system")
        {
            attempts.Add(new("the citizen", victim.Client, host, [403]));
            attempts.Add(new("the staff of another regency", await program.StaffAsync("petugas.dpmptsp.padang", Here), host, [403]));
            attempts.Add(new("the head of another regency", await program.StaffAsync("kepala.padang", Here), host, [403]));
            if (route.Pattern.Contains("{number}", StringComparison.Ordinal)) attempts.Add(new("the staff of another regency at home", await program.StaffAsync("petugas.dpmptsp.padang", Elsewhere), Elsewhere, [403, 404]));
        }

        if (guard == "ministry")
        {
            attempts.Add(new("a citizen", await program.CitizenAsync(12, "pusat"), host, [403]));
            attempts.Add(new("a regency's head", await program.StaffAsync("kepala.bukittinggi", "pusat"), host, [403]));
        }

        return attempts;
    }

    private static string HostOf(Route route) => route.Host switch { "regency" => Here, "ministry" => "pusat", "portal" => "", var other => other };

    private static Call CallFor(Route route, Attempt attempt) => new()
    {
        Body = route.Changes && !IsUpload(route) ? BodyFor(route).ToJsonString() : null,
        Content = IsUpload(route) ? new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Png()), "file", "foto.png" } } : null,
        Key = route.Changes ? MppClient.NewKey() : null,
        IfMatch = route.Changes ? "\"1\"" : null,
        Token = attempt.Token,
        Cookie = attempt.Cookie,
    };

    private static bool IsUpload(Route route) => route.Pattern == "/api/v1/documents";

    /// <summary>Correct in itself, so that nothing but the caller can be the reason of a refusal.</summary>
    private static JsonObject BodyFor(Route route) => route.Pattern.Split('/')[^1] switch
    {
        "return" => new JsonObject { ["reason"] = "Alamat praktik belum lengkap.", ["fields"] = new JsonArray("alamat_praktik") },
        "revoke" or "replace" => new JsonObject { ["reason"] = "Nama pada dokumen salah tulis." },
        "verify" or "recommend" or "approve" => [],
        "visit" => new JsonObject { ["note"] = "Sudah dilihat bersama pemilik." },
        "refund" => new JsonObject { ["reason"] = "Dibayar dua kali oleh warga." },
        "settle" => new JsonObject { ["note"] = "Sudah dicocokkan dengan penyedia." },
        "payment-account" => new JsonObject { ["merchant"] = "1375", ["nmid"] = "ID0000000001375", ["secret"] = new string('k', 40) },
        "{name}" => new JsonObject { ["clientId"] = "daerah", ["secret"] = new string('k', 40) },
        "webhooks" => new JsonObject { ["name"] = "Sistem uji", ["address"] = "http://127.0.0.1:9/hook", ["events"] = new JsonArray("issued") },
        "{event}" => new JsonObject { ["id"] = Words(), ["en"] = Words() },
        "assign" => new JsonObject { ["agency"] = "DPMPTSP", ["to"] = "siapa" },
        "together" => new JsonObject { ["action"] = "claim", ["files"] = new JsonArray(new JsonObject { ["number"] = "1375-26-000001", ["version"] = 1 }) },
        "certificate" => new JsonObject { ["nik"] = "1375011203949990" },
        "sign" => new JsonObject { ["documents"] = new JsonArray(Guid.Empty.ToString()), ["passphrase"] = "frasa-sandi-contoh" },
        "refuse" => new JsonObject { ["reason"] = "Syarat tidak terpenuhi menurut standar." },
        "{service}" => new JsonObject { ["active"] = true },
        "{code}" => new JsonObject { ["event"] = "inaugurated", ["on"] = "2026-11-20", ["source"] = "Pengumuman" },
        "visits" => new JsonObject { ["service"] = "DKC-KTP-02", ["slot"] = $"{Guid.Empty:N}-202611230100" },
        "appeals" => new JsonObject { ["text"] = "Anak saya sakit pada hari itu." },
        "reschedule" => new JsonObject { ["slot"] = $"{Guid.Empty:N}-202611230100" },
        "places" => Place(),
        "closures" => new JsonObject { ["from"] = "2030-01-02", ["reason"] = "Perbaikan listrik" },
        "counters" or "{line:guid}" => new JsonObject { ["agency"] = "DUKCAPIL", ["minutes"] = 15, ["counters"] = new JsonArray("91") },
        "moves" => new JsonObject { ["move"] = "triage", ["class"] = "service" },
        "answer" => new JsonObject { ["text"] = "Boleh, asal wajah tampak jelas." },
        "handover" => new JsonObject { ["officer"] = "siapa" },
        "refer" => new JsonObject { ["agency"] = "DUKCAPIL" },
        "state" => new JsonObject { ["state"] = "open" },
        "{id:guid}" when route.Pattern.EndsWith("/places/{id:guid}", StringComparison.Ordinal) => Place(),
        "drafts" or "applications" => new JsonObject { ["service"] = Filings.Service, ["data"] = Filings.Answers() },
        _ => new JsonObject { ["data"] = new JsonObject() },
    };

    private static JsonObject Place() => new()
    {
        ["kind"] = "hall",
        ["name"] = "Gedung uji",
        ["address"] = "Jalan Uji 1",
        ["week"] = new JsonArray("08.00-12.00", "08.00-12.00", "08.00-12.00", "08.00-12.00", "08.00-11.00", "", ""),
        ["slotMinutes"] = 30,
        ["walkInPercent"] = 30,
        ["waves"] = "14:50 1:100",
        ["active"] = true,
    };

    private static JsonObject Words() => new() { ["brief"] = "Permohonan {nomor}", ["subject"] = "Permohonan {nomor}", ["body"] = "Permohonan {nomor}: {tautan}" };

    private async Task<Victim> VictimAsync()
    {
        var citizen = await program.CitizenAsync(13);
        var filed = await Filings.SubmitAsync(citizen, Here);
        var draft = (await citizen.PostAsync(Here, "/api/v1/drafts", new JsonObject { ["service"] = Filings.Service, ["data"] = new JsonObject() }, MppClient.NewKey())).Expect(201);
        var view = (await citizen.GetAsync(Here, filed.Path)).Expect(200);
        var file = view["evidence"].EnumerateArray().Select(e => e.GetProperty("document")).First(d => d.ValueKind == System.Text.Json.JsonValueKind.String).GetString()!;
        return new Victim(citizen, filed, (await Filings.TogetherAsync(citizen, Here)).Number, draft.TextOf("id")!, file, view.ETag, program.People.Citizens.Where(c => c.Regency == Here).ElementAt(13).Name, await AccessTokens.OfAsync(program, citizen, "regency-1371"));
    }

    private sealed record Attempt(string Name, MppClient Who, string Host, int[] Expected)
    {
        public string? Cookie { get; init; }

        public string? Token { get; init; }
    }

    private sealed record Victim(MppClient Client, Filed Filed, string Together, string Draft, string File, string ETag, string Name, string TokenElsewhere)
    {
        public string Sample(string part) => part.ToLowerInvariant() switch
        {
            "number" => Filed.Number,
            "name" => "Lapor",
            "system" => "oss",
            "id" => Draft,
            "id" or "delivery" or "closure" or "line" => Draft,
            "filing" => Together,
            "happening" => "birth",
            "file" => File,
            "code" or "service" => Filings.Service,
            "step" => "1",
            "event" => "Returned",
            "address" => "alamat/yang-tidak-ada",
            _ => throw new InvalidOperationException($"No sample for the part {part} of an address."),
        };
    }
}
