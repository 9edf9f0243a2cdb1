using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.Splp.Simulator;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Integrations;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Tests.Documents.Registers;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Handoffs;

/// <summary>Files that another system decides: passed on once, followed to their end by its news or by asking, in whatever order and however often it tells.</summary>
public sealed class HandoffTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Business = "OSS-NIB-01";
    private const string Secret = "kunci-oss-bukittinggi-1375";

    private static readonly StaffMember Admin = new("admin-1", "Ratna", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };

    private readonly CivilOffice office = new(regencies);

    [Fact]
    public async Task A_file_is_passed_on_once_though_the_system_was_silent_and_followed_until_it_decides()
    {
        var citizen = CitizenAt(20);
        await SwitchAsync("500");
        var number = await FileAsync(citizen, Business);
        Assert.NotEmpty(await office.DrainAsync(PassOn.Kind, times: 1));
        var silent = (await office.ReadAsync(citizen, number)).Outside!;
        Assert.Equal(("oss", "waiting", "", true), (silent.System, silent.Status, silent.Reference, silent.Silent));
        await SwitchAsync("wrong-data");
        Assert.NotEmpty(await office.DrainAsync(PassOn.Kind, times: 1));

        await SwitchAsync("answer");
        // Two workers at once, and once more as after a crash.
        await office.DrainAsync(PassOn.Kind, keep: true);
        Assert.Empty(await office.DrainAsync(PassOn.Kind));
        var taken = await office.ReadAsync(citizen, number);
        Assert.Equal(("received", false, "submitted"), (taken.Outside!.Status, taken.Outside.Silent, taken.Status));
        Assert.StartsWith("OSS-", taken.Outside.Reference, StringComparison.Ordinal);
        var decided = await DecidedAsync();

        await DecideAsync(number, "in-process");
        await WalkAsync();
        Assert.Equal(("in-process", "in-review"), Of(await office.ReadAsync(citizen, number)));
        regencies.Clock.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync(number, "granted");
        await SwitchAsync("500");
        await WalkAsync();
        Assert.True((await office.ReadAsync(citizen, number)).Outside!.Silent);
        await SwitchAsync("answer");
        for (var i = 0; i < 2; i++) await WalkAsync();

        var over = await office.ReadAsync(citizen, number);
        Assert.Equal(("granted", "approved"), Of(over));
        Assert.False(over.HasDocument);
        Assert.True(BusinessId.IsSound(over.Outside!.Result!));
        Assert.Equal(["submitted", "passed-on", "outside-in-process", "outside-granted"], over.Timeline.Select(t => t.Kind));
        Assert.Equal(decided + 1, await DecidedAsync());
        Assert.Null(await office.QueryAsync((db, _) => AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task Signed_news_moves_a_file_once_and_neither_backwards_nor_by_a_stranger()
    {
        var citizen = CitizenAt(21);
        await AgreeAsync("Oss", "", Secret);
        var number = await FileAsync(citizen, Business);
        await office.DrainAsync(PassOn.Kind, times: 1);
        var reference = (await office.ReadAsync(citizen, number)).Outside!.Reference;
        var at = regencies.Clock.UtcNow;
        var granted = News(number, reference, "granted", at.AddMinutes(2), "0000000000017");

        Assert.Equal("bad-signature", (await TellAsync(granted, null)).Problem?.Code);
        Assert.Equal("bad-signature", (await TellAsync(granted, Sign(granted, "kunci-oss-orang-lain-9999"))).Problem?.Code);
        Assert.Equal("bad-signature", (await TellAsync(granted, Sign(granted, Secret), TwoRegencies.Padang)).Problem?.Code);
        // Its clock is ten minutes ahead: what it signs counts for nothing, and asking brings the truth.
        Assert.Equal("bad-signature", (await TellAsync(granted, QrisSignature.Of(Secret, Encoding.UTF8.GetBytes(granted), regencies.Clock.GetUtcNow().AddMinutes(10)))).Problem?.Code);
        Assert.Equal("bad-signature", (await TellAsync(granted, Sign(granted, Secret), system: "tidak-ada")).Problem?.Code);
        foreach (var (body, pointer) in ((string, string)[])
        [
            (News(number, "OSS-lain", "granted", at, null), "/reference"), (News("1375-26-999999", reference, "granted", at, null), "/application"), (News(number, reference, "sold", at, null), "/status"), ("[]", ""),
        ])
        {
            var refused = (await TellAsync(body, Sign(body, Secret))).Problem!;
            Assert.Equal(pointer.Length == 0 ? [] : [pointer], refused.Errors.Keys);
        }

        Assert.Equal(("received", "submitted"), Of(await office.ReadAsync(citizen, number)));
        var older = News(number, reference, "in-process", at.AddMinutes(1), null);
        var later = News(number, reference, "refused", at.AddMinutes(3), null);
        foreach (var body in (string[])[granted, granted, older, later]) Assert.True((await TellAsync(body, Sign(body, Secret))).Succeeded);

        var over = await office.ReadAsync(citizen, number);
        Assert.Equal(("granted", "approved"), Of(over));
        Assert.Equal(("0000000000017", 1), (over.Outside!.Result, over.Timeline.Count(t => t.Kind.StartsWith("outside-", StringComparison.Ordinal))));
        await RemoveAsync("Oss");
    }

    [Fact]
    public async Task What_the_applicant_took_back_stays_so_and_the_regencys_own_application_is_told()
    {
        var citizen = CitizenAt(22);
        await using var bus = await SplpSimulator.StartAsync(0, regencies.Clock, default);
        var unbridged = await FileAsync(citizen, "DPM-PBG-01");
        await office.DrainAsync(PassOn.Kind, times: 1);
        Assert.Null((await office.ReadAsync(citizen, unbridged)).Outside);

        await AgreeAsync("Splp", bus.Address.AbsoluteUri, "kunci-bus-bukittinggi-1375");
        var number = await FileAsync(citizen, "DPM-PBG-01");
        await office.DrainAsync(PassOn.Kind, times: 1);
        Assert.Equal(("splp", "received"), ((await office.ReadAsync(citizen, number)).Outside!.System, (await office.ReadAsync(citizen, number)).Outside!.Status));
        await regencies.GetAsync<WithdrawApplication, ApplicationView>(TwoRegencies.Bukittinggi, new WithdrawApplication(citizen.Sub, number));
        Assert.Empty(await office.DrainAsync(PassOn.Kind, times: 1));
        await WalkAsync();

        Assert.Equal(("received", "withdrawn"), Of(await office.ReadAsync(citizen, number)));
        using var asked = await new HttpClient { BaseAddress = bus.Address }.PostAsJsonAsync("mppd/v1/status", new { application = number });
        Assert.Equal("cancelled", (await asked.Content.ReadFromJsonAsync<JsonObject>())!["status"]!.GetValue<string>());
        await RemoveAsync("Splp");
    }

    [Fact]
    public async Task A_key_is_stored_sealed_told_by_its_tail_and_not_sent_to_an_address_written_later()
    {
        var stored = await AgreeAsync("Lapor", "http://127.0.0.1:9/", "kunci-lapor-bukittinggi-4321");
        Assert.Equal(("4321", "daerah"), (stored.Own!.SecretTail, stored.Own.ClientId));
        var row = await office.QueryAsync((db, _) => db.OwnAccounts.AsNoTracking().SingleAsync(a => a.Connector == "Lapor"));
        Assert.DoesNotContain("kunci-lapor", Encoding.Latin1.GetString(row.Secret), StringComparison.Ordinal);

        Assert.Equal(["/secret"], (await ChangeAsync(new ChangeConnector(Admin, "Lapor", stored.Version, "http://127.0.0.1:10/", "daerah", "", false))).Problem!.Errors.Keys);
        Assert.Equal("stale", (await ChangeAsync(new ChangeConnector(Admin, "Lapor", stored.Version + 1, "http://127.0.0.1:9/", "lain", "", false))).Problem?.Code);
        Assert.Equal("step-up-required", (await ChangeAsync(new ChangeConnector(Admin with { HasFreshFactor = false }, "Lapor", stored.Version, "http://127.0.0.1:9/", "lain", "", false))).Problem?.Code);
        Assert.Equal("wrong-role", (await ChangeAsync(new ChangeConnector(CivilOffice.Officer, "Lapor", stored.Version, "", "lain", "", false))).Problem?.Code);
        var renamed = await ChangeAsync(new ChangeConnector(Admin, "Lapor", stored.Version, "http://127.0.0.1:9/", "lain", "", false));
        Assert.Equal(("lain", "4321"), (renamed.Value!.Own!.ClientId, renamed.Value.Own.SecretTail));
        await RemoveAsync("Lapor");
        Assert.Equal(["connector-account-set", "connector-account-set", "connector-account-removed"], await office.QueryAsync((db, _) =>
            db.Set<AuditRow>().Where(a => a.Subject == "connector-Lapor").OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    private static Applicant CitizenAt(int position) => new($"sub-{SyntheticPeople.NikOf("1375", position)}", SyntheticPeople.NikOf("1375", position), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");

    private async Task<string> FileAsync(Applicant citizen, string service)
    {
        var definition = SeedData.Service(service);
        var form = await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Bukittinggi, new PrepareForm(citizen, service));
        var answers = SampleAnswers.For(definition, DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        foreach (var held in definition.FormFields.Where(f => f.Compute is not null || form.Held.ValueFor(f) is not null)) answers.Remove(held.Name);
        var documents = new List<GivenDocument>();
        foreach (var requirement in form.ToUpload)
        {
            using var paper = new MemoryStream(SampleFiles.Png());
            documents.Add(new GivenDocument(requirement, (await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, paper, requirement))).Id));
        }

        return (await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), service, JsonSerializer.SerializeToElement(answers), documents, null))).Number;
    }

    private static (string Outside, string Status) Of(ApplicationView view) => (view.Outside!.Status, view.Status);

    private static string News(string application, string reference, string status, DateTime at, string? nib) =>
        new JsonObject { ["application"] = application, ["reference"] = reference, ["status"] = status, ["at"] = DateTime.SpecifyKind(at, DateTimeKind.Utc), ["nib"] = nib }.ToJsonString();

    private string Sign(string body, string secret) => QrisSignature.Of(secret, Encoding.UTF8.GetBytes(body), regencies.Clock.GetUtcNow());

    private Task<Outcome<Done>> TellAsync(string body, string? signature, RegencyCode? regency = null, string system = "oss") =>
        regencies.RunAsync<ReceiveOutsideNews, Done>(regency ?? TwoRegencies.Bukittinggi, new ReceiveOutsideNews(system, Encoding.UTF8.GetBytes(body), signature));

    private async Task<ConnectorRow> AgreeAsync(string connector, string address, string secret) => (await ChangeAsync(new ChangeConnector(Admin, connector, 0, address, "daerah", secret, false))).Value!;

    private async Task RemoveAsync(string connector)
    {
        var row = await regencies.GetAsync<ReadConnector, ConnectorRow>(TwoRegencies.Bukittinggi, new ReadConnector(Admin, connector));
        Assert.Null((await ChangeAsync(new ChangeConnector(Admin, connector, row.Version, "", "", "", true))).Value!.Own);
    }

    private Task<Outcome<ConnectorRow>> ChangeAsync(ChangeConnector change) => regencies.RunAsync<ChangeConnector, ConnectorRow>(TwoRegencies.Bukittinggi, change);

    private Task WalkAsync()
    {
        regencies.Clock.Advance(TimeSpan.FromHours(1));
        return regencies.VisitAsync(TwoRegencies.Bukittinggi, FollowHandoffs.TaskKind);
    }

    private Task<int> DecidedAsync() => office.QueryAsync(async (db, _) => (await db.Figures.AsNoTracking().SingleAsync()).Decided);

    private async Task SwitchAsync(string fault) => await PutAsync("simulator/fault", HttpMethod.Put, new { fault });

    private async Task DecideAsync(string application, string status) => await PutAsync("simulator/decide", HttpMethod.Post, new { application, status });

    private async Task PutAsync(string path, HttpMethod method, object body)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        using var client = new HttpClient { BaseAddress = await scope.ServiceProvider.GetRequiredService<ConnectorAddresses>().FindAsync("Oss") };
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
