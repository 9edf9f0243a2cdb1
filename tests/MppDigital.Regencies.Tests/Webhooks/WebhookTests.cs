using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.Webhooks;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Webhooks;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Webhooks;

/// <summary>Another system is told over real HTTP: signed, in order, again after a failure, and never beyond the open internet.</summary>
public sealed class WebhookTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly StaffMember Admin = new("admin-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Admin, "")]);

    [Fact]
    public async Task A_system_is_told_in_order_signed_and_once_more_on_request()
    {
        using var system = new Listener();
        var made = await AddAsync(system, "submitted", "withdrawn");
        var (citizen, number) = await FileAsync(0);
        await regencies.GetAsync<WithdrawApplication, ApplicationView>(TwoRegencies.Bukittinggi, new WithdrawApplication(citizen.Sub, number));

        // The first try of the first news fails; what comes later must not overtake it.
        system.Status = 500;
        await DrainAsync(ApplicationChanged.Kind);
        await DrainAsync(DeliverWebhook.PayloadKind);
        Assert.Equal(["submitted"], system.Told.Select(t => t.Event));
        Assert.Equal(1, (await LogAsync(made.Id)).Webhook.Failures);

        system.Status = 200;
        await DrainAsync(DeliverWebhook.PayloadKind);
        Assert.Single(system.Told);
        regencies.Clock.Advance(TimeSpan.FromSeconds(20));
        await DrainAsync(DeliverWebhook.PayloadKind);
        await DrainAsync(DeliverWebhook.PayloadKind);

        Assert.Equal(["submitted", "submitted", "withdrawn"], system.Told.Select(t => t.Event));
        Assert.All(system.Told, t => Assert.True(QrisSignature.Fits(made.Secret, Encoding.UTF8.GetBytes(t.Body), t.Signature, regencies.Clock.GetUtcNow())));
        Assert.All(system.Told, t => Assert.Equal(["at", "event", "id", "number", "status"], JsonDocument.Parse(t.Body).RootElement.EnumerateObject().Select(m => m.Name).Order()));
        Assert.DoesNotContain(citizen.Nik, string.Concat(system.Told.Select(t => t.Body)), StringComparison.Ordinal);
        var log = await LogAsync(made.Id);
        Assert.Equal([("withdrawn", 1, true, 200), ("submitted", 2, true, 200)], log.Items.Select(i => (i.Event, i.Tries, i.Delivered, i.HttpStatus ?? 0)));
        Assert.Equal((0, "on"), (log.Webhook.Failures, log.Webhook.State));

        await regencies.GetAsync<ReplayDelivery, Done>(TwoRegencies.Bukittinggi, new ReplayDelivery(Admin, made.Id, log.Items[1].Id));
        await DrainAsync(DeliverWebhook.PayloadKind);
        var ids = system.Told.Where(t => t.Event == "submitted").Select(t => JsonDocument.Parse(t.Body).RootElement.GetProperty("id").GetGuid()).Distinct();
        Assert.Single(ids);
        Assert.Equal(4, system.Told.Count);
    }

    [Fact]
    public async Task A_system_that_is_gone_is_paused_and_hears_everything_once_it_goes_on()
    {
        using var system = new Listener { Status = 410 };
        var made = await AddAsync(system, "submitted");
        for (var i = 1; i < 3; i++) await FileAsync(i);
        await DrainAsync(ApplicationChanged.Kind);
        await DrainAsync(DeliverWebhook.PayloadKind);
        Assert.Equal("gave-up", (await LogAsync(made.Id)).Webhook.State);
        Assert.Single(system.Told);

        system.Status = 204;
        await regencies.GetAsync<SwitchWebhook, Done>(TwoRegencies.Bukittinggi, new SwitchWebhook(Admin, made.Id, "resume"));
        await DrainAsync(DeliverWebhook.PayloadKind);
        Assert.Equal(3, system.Told.Count);
        await regencies.GetAsync<SwitchWebhook, Done>(TwoRegencies.Bukittinggi, new SwitchWebhook(Admin, made.Id, "remove"));
        Assert.Equal("unknown-webhook", (await regencies.RunAsync<ReadWebhook, WebhookLog>(TwoRegencies.Bukittinggi, new ReadWebhook(Admin, made.Id, 50, null))).Problem?.Code);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700:4700::1111", true)]
    public void Only_the_open_internet_is_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.Contain(IPAddress.Parse(address)));

    [Fact]
    public async Task Outside_Development_a_name_that_leads_to_this_machine_is_not_called()
    {
        using var system = new Listener();
        using var client = new WebhookClient(regencies.Clock, mayReachPrivate: false);

        foreach (var host in (string[])["127.0.0.1", "localhost", "dalam.localhost", "[::1]"])
            Assert.Equal((host, "forbidden-address"), (host, (await client.SendAsync(new Uri($"http://{host}:{system.Port}/"), "kunci", Guid.NewGuid(), [], default)).Result));
        Assert.Empty(system.Told);
    }

    [Fact]
    public async Task What_cannot_be_a_webhook_is_refused_by_field()
    {
        var refused = await regencies.RunAsync<AddWebhook, WebhookMade>(TwoRegencies.Bukittinggi, new AddWebhook(Admin, "kunci-buruk-1", "", "ftp://sistem.example/x", ["siapa-pun"], "ada spasi"));
        Assert.Equal(["/address", "/client", "/events", "/name"], refused.Problem!.Errors.Keys.Order());
        Assert.Equal("wrong-role", (await regencies.RunAsync<AddWebhook, WebhookMade>(TwoRegencies.Bukittinggi, new AddWebhook(new StaffMember("x", "X", []), "kunci-buruk-2", "A", "https://sistem.example", ["issued"], ""))).Problem?.Code);
        foreach (var address in (string[])["https://orang:sandi@sistem.example/", "https://sistem.example/#a", "https:///x", "sistem.example", "javascript:alert(1)"])
            Assert.Equal((address, "/address"), (address, (await regencies.RunAsync<AddWebhook, WebhookMade>(TwoRegencies.Bukittinggi, new AddWebhook(Admin, "kunci-buruk-3", "A", address, ["issued"], ""))).Problem!.Errors.Keys.Single()));
    }

    private Task<WebhookMade> AddAsync(Listener system, params string[] events) =>
        regencies.GetAsync<AddWebhook, WebhookMade>(TwoRegencies.Bukittinggi, new AddWebhook(Admin, Guid.NewGuid().ToString("N"), "Sistem keuangan", $"http://127.0.0.1:{system.Port}/hook", events, ""));

    private Task<WebhookLog> LogAsync(Guid id) => regencies.GetAsync<ReadWebhook, WebhookLog>(TwoRegencies.Bukittinggi, new ReadWebhook(Admin, id, 50, null));

    private async Task<(Applicant Citizen, string Number)> FileAsync(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service("DPM-SIP-04"), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        return (citizen, (await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), "DPM-SIP-04", JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null))).Number);
    }

    /// <summary>What is due, each row once and in its order.</summary>
    private async Task DrainAsync(string kind)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var now = regencies.Clock.UtcNow;
        foreach (var row in await db.Outbox.AsNoTracking().Where(o => o.Kind == kind && o.DueAt <= now).OrderBy(o => o.CreatedAt).ThenBy(o => o.Id).ToListAsync())
        {
            foreach (var handler in scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == kind)) await handler.HandleAsync(row.Payload, CancellationToken.None);
            await db.Outbox.Where(o => o.Id == row.Id).ExecuteDeleteAsync();
        }
    }

    /// <summary>The other system: keeps what it is told and answers as the test says.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly HttpListener http = new();

        public Listener()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Port = ((IPEndPoint)free.LocalEndpoint).Port;
            }

            http.Prefixes.Add($"http://127.0.0.1:{Port}/");
            http.Start();
            _ = Task.Run(ServeAsync);
        }

        public int Port { get; }

        public int Status { get; set; } = 200;

        public ConcurrentQueue<(string Event, string Body, string Signature)> Told { get; } = new();

        public void Dispose() => http.Close();

        private async Task ServeAsync()
        {
            while (http.IsListening)
            {
                try
                {
                    var call = await http.GetContextAsync();
                    using var reader = new StreamReader(call.Request.InputStream);
                    var body = await reader.ReadToEndAsync();
                    Told.Enqueue((JsonDocument.Parse(body).RootElement.GetProperty("event").GetString()!, body, call.Request.Headers[QrisSignature.Header]!));
                    call.Response.StatusCode = Status;
                    call.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
                {
                    return;
                }
            }
        }
    }
}
