using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Web.Tests.Http;

/// <summary>Other people's systems fail in every way while the program runs: citizens go on, and everything is right afterwards, once.</summary>
[Collection(RunningProgram.Name)]
public sealed class FaultTests(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string FamilyCard = "DKC-KK-03";

    [Fact]
    public async Task Files_come_in_unverified_while_the_civil_register_fails_and_are_confirmed_once_when_it_is_back()
    {
        var filed = new List<(MppClient Citizen, string Number, string Fault)>();
        try
        {
            foreach (var (fault, position) in ((string, int)[])[("no-answer", 6), ("wrong-data", 7)])
            {
                await SwitchAsync("Dukcapil", fault);
                var citizen = await program.CitizenAsync(position);
                (await citizen.GetAsync(Here, $"/layanan/{FamilyCard}")).Expect(200);
                filed.Add((citizen, await FileAsync(citizen, position), fault));
                (await citizen.GetAsync(Here, $"/permohonan/{filed[^1].Number}")).Expect(200);
                Assert.Equal((false, "open"), await StateAsync(citizen, filed[^1].Number));
            }

            var admin = await program.StaffAsync("admin.bukittinggi", Here);
            var look = (await admin.GetAsync(Here, "/api/v1/admin/connectors/Dukcapil")).Expect(200);
            Assert.NotNull(look.TextOf("failure"));
            Assert.Contains("Gagal ", (await admin.GetAsync(Here, "/admin/integrasi")).Expect(200).Text, StringComparison.Ordinal);
        }
        finally
        {
            await SwitchAsync("Dukcapil", "answer");
        }

        foreach (var (citizen, number, fault) in filed)
        {
            await WithinAMinuteAsync($"the file that came during {fault} is confirmed", async () => await StateAsync(citizen, number) == (true, "confirmed"));
            var view = (await citizen.GetAsync(Here, $"/api/v1/applications/{number}")).Expect(200);
            Assert.Single(view["timeline"].EnumerateArray(), t => t.GetProperty("kind").GetString() == "completed");
        }
    }

    [Theory]
    [InlineData("duplicate")]
    [InlineData("out-of-order")]
    [InlineData("clock-skew")]
    public async Task A_payment_is_booked_once_however_the_provider_tells_of_it(string fault)
    {
        var citizen = await program.CitizenAsync(9);
        var bill = $"/api/v1/applications/{await Adverts.FileAsync(citizen, Here)}/payment";
        var reference = (await citizen.PostAsync(Here, bill, null)).Expect(200).TextOf("reference")!;
        try
        {
            await SwitchAsync("Qris", fault);
            await SendAsync("Qris", HttpMethod.Post, "simulator/pay", new { reference });
            // Signed ten minutes ahead of our clock its news counts for nothing; asked, it tells.
            if (fault == "clock-skew") Assert.Equal("pending", (await citizen.GetAsync(Here, bill)).Expect(200).TextOf("state"));
            if (fault == "clock-skew") (await citizen.PostAsync(Here, bill + "/check", null)).Expect(200);
        }
        finally
        {
            await SwitchAsync("Qris", "answer");
        }

        Assert.Equal("paid", (await citizen.GetAsync(Here, bill)).Expect(200).TextOf("state"));
        await using var scope = program.Services.GetRequiredService<IRegencyScopes>().For(RegencyCode.Parse("13.75"));
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Reference == reference);
        var lines = await db.Ledger.AsNoTracking().Where(e => e.BillId == payment.BillId).ToListAsync();
        // Owed and paid, two lines each, and nothing else.
        Assert.Equal((4, 0L), (lines.Count, lines.Sum(e => e.AmountIdr)));
        Assert.Equal(0L, await db.Ledger.SumAsync(e => e.AmountIdr));
        Assert.True(payment.PaidAt <= DateTime.UtcNow.AddMinutes(1));
    }

    private async Task<string> FileAsync(MppClient citizen, int position)
    {
        var nik = program.People.Citizens.Where(c => c.Regency == Here).ElementAt(position).Nik;
        var person = SyntheticPeople.Find(nik, DateOnly.FromDateTime(DateTime.UtcNow))!;
        var answers = new JsonObject
        {
            ["nik"] = person.Nik,
            ["nama_lengkap"] = person.Name,
            ["alamat"] = new JsonObject { ["street"] = person.Address, ["regency"] = "13.75" },
            ["no_kk"] = person.FamilyCardNumber,
        };
        var form = new JsonObject { ["service"] = FamilyCard, ["data"] = answers, ["documents"] = new JsonArray() };
        return (await citizen.PostAsync(Here, "/api/v1/applications", form, MppClient.NewKey())).Expect(201).TextOf("number")!;
    }

    private static async Task<(bool Complete, string? Evidence)> StateAsync(MppClient citizen, string number)
    {
        var view = (await citizen.GetAsync(Here, $"/api/v1/applications/{number}")).Expect(200);
        return (view["completeAt"].ValueKind != System.Text.Json.JsonValueKind.Null, view["evidence"].EnumerateArray().Single(e => e.GetProperty("requirement").GetString() == "ktp").GetProperty("state").GetString());
    }

    private Task SwitchAsync(string connector, string fault) => SendAsync(connector, HttpMethod.Put, "simulator/fault", new { fault });

    private async Task SendAsync(string connector, HttpMethod method, string path, object body)
    {
        using var client = new HttpClient { BaseAddress = await program.Services.GetRequiredService<ConnectorAddresses>().FindAsync(connector) };
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Attempts are due after 2, 4, 8 ... seconds; the worker is called rather than waited for, for by itself it looks each minute.</summary>
    private async Task WithinAMinuteAsync(string what, Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(75));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            program.Services.GetRequiredService<OutboxSignal>().Raise(RegencyCode.Parse("13.75"));
            try
            {
                await beat.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not in time: {what}.");
            }
        }
    }
}
